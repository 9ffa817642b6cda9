"""Dates and statements that cannot all be true."""

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import FuzzyDate, contradictions, edtf
from timeline.dates.contradictions import Dated, Relation, Statement, contradiction
from timeline.dates.fuzzy import UNDATED

BEFORE, AFTER, DAYS_AFTER, PART_OF, SAME_AS, NOT_SAME_AS = Relation


def _dates(**texts: str) -> dict[str, FuzzyDate]:
    return {name: edtf.parse(text) for name, text in texts.items()}


def test_statements_that_can_all_be_true_give_no_chain():
    said = [Statement("summit", BEFORE, "return"), Statement("return", BEFORE, "second summit")]
    assert contradiction(_dates(summit="2002-09-17", **{"second summit": "2004-05"}), said) == ()


def test_a_circle_of_before_is_a_contradiction_without_any_date():
    said = [Statement("a", BEFORE, "b"), Statement("b", BEFORE, "c"), Statement("a", AFTER, "c")]
    assert set(contradiction({}, said)) == set(said)


def test_a_date_and_a_statement_name_the_two_dates_between_which_it_stands():
    chain = contradiction(_dates(a="2004-05", b="2002-09"), [Statement("a", BEFORE, "b")])
    assert {type(link) for link in chain} == {Dated, Statement}
    assert {link.thing for link in chain if isinstance(link, Dated)} == {"a", "b"}


def test_two_things_of_one_day_can_be_before_one_another_but_only_one_way():
    dates = _dates(a="2002-09-17", b="2002-09-17")
    one, other = Statement("a", BEFORE, "b"), Statement("b", BEFORE, "a")
    assert contradiction(dates, [one]) == contradiction(dates, [other]) == ()
    assert set(contradiction(dates, [one, other])) == {one, other}


def test_days_after_are_counted_to_the_day():
    dates = _dates(a="2002-09-17", c="2002-09-22")
    said = [Statement("b", DAYS_AFTER, "a", 2), Statement("c", DAYS_AFTER, "b", 2)]
    assert len(contradiction(dates, said)) == 4
    assert contradiction(_dates(a="2002-09-17", c="2002-09-21"), said) == ()


def test_days_after_something_that_lasted_are_counted_from_its_last_day():
    dates = _dates(talks="2002-10-29/2002-10-30", report="2002-11-02")
    assert contradiction(dates, [Statement("report", DAYS_AFTER, "talks", 3)]) == ()
    assert contradiction(dates, [Statement("report", DAYS_AFTER, "talks", 4)])


def test_a_part_lies_within_its_whole():
    dates = _dates(war="1950-06-25/1953-07-27", battle="1954")
    assert len(contradiction(dates, [Statement("battle", PART_OF, "war")])) == 3
    assert (
        contradiction(_dates(war="1950-06-25/1953-07-27", battle="1953"), [Statement("battle", PART_OF, "war")]) == ()
    )


def test_what_is_the_same_shares_its_dates():
    assert len(contradiction(_dates(a="1977-11-15", b="1977-12"), [Statement("a", SAME_AS, "b")])) == 3


def test_things_said_to_be_the_same_and_not_the_same_are_a_contradiction_over_others_too():
    said = [Statement("a", SAME_AS, "b"), Statement("c", SAME_AS, "b"), Statement("c", NOT_SAME_AS, "a")]
    assert set(contradiction({}, said)) == set(said)
    assert contradiction({}, said[1:]) == ()


def test_a_thing_cannot_be_unlike_itself_or_before_itself():
    assert contradiction({}, [Statement("a", NOT_SAME_AS, "a")])
    assert contradiction({}, [Statement("a", BEFORE, "a")])


def test_about_reaches_as_far_again():
    before = [Statement("a", BEFORE, "b")]
    assert contradiction(_dates(a="1979", b="1978~"), before) == ()
    assert contradiction(_dates(a="1980", b="1978~"), before)


def test_open_sides_and_years_that_the_calendar_cannot_hold_take_part():
    assert contradiction(_dates(a="../1970", b="1980/.."), [Statement("a", AFTER, "b")]) != ()
    assert contradiction(_dates(a="Y-20000", b="Y-30000"), [Statement("a", BEFORE, "b")])
    assert contradiction(_dates(a="-0043-03", b="-0044"), [Statement("b", BEFORE, "a")]) == ()


def test_undated_things_never_contradict():
    assert contradiction({"a": UNDATED, "b": edtf.parse("1980")}, [Statement("a", BEFORE, "b")]) == ()


def test_the_shortest_of_several_chains_is_given():
    long = [Statement(str(number), BEFORE, str(number + 1)) for number in range(50)]
    short = [Statement("50", BEFORE, "48"), Statement("50", BEFORE, "0")]
    assert set(contradiction({}, [*long, *short])) == {long[48], long[49], short[0]}


def test_a_statement_said_of_start_and_end_counts_once():
    dates = _dates(talks="2000-01-01/2000-01-02", day="[2000-01-01..2000-01-02]", letter="2000-01-01")
    said = [Statement("letter", AFTER, "day"), Statement("talks", PART_OF, "day")]
    assert len(contradiction(dates, said)) == 3


def test_a_thing_without_a_name_is_refused():
    for said in ([Statement("", BEFORE, "b")], [Statement("b", BEFORE, "")]):
        with pytest.raises(ValueError, match="without a name"):
            contradiction({}, said)
    with pytest.raises(ValueError, match="without a name"):
        contradiction(_dates(**{"": "1980"}), [])


def test_ten_thousand_things_in_a_row_are_looked_through():
    row = [Statement(str(number), BEFORE, str(number + 1)) for number in range(10_000)]
    assert contradiction(_dates(**{"0": "1950", "10000": "2000"}), row) == ()
    assert len(contradiction(_dates(**{"0": "2000", "10000": "1950"}), row)) == 10_002


THINGS = "abc"
DAYS = [date(2000, 1, 1), date(2000, 1, 2)]
SLOTS = 3
moments = range(len(DAYS) * SLOTS)
statements = st.lists(
    st.builds(
        Statement, st.sampled_from(THINGS), st.sampled_from(Relation), st.sampled_from(THINGS), st.integers(0, 1)
    ),
    max_size=5,
)
windows = st.sampled_from(["2000-01-01", "2000-01-02", "2000-01-01/2000-01-02", "[2000-01-01..2000-01-02]"])


def _day(moment: int) -> int:
    return moment // SLOTS


def _holds(said: Statement, at: dict[str, tuple[int, int]]) -> bool:
    first, second = at[said.first], at[said.second]
    match said.relation:
        case Relation.BEFORE:
            return first[1] < second[0]
        case Relation.AFTER:
            return second[1] < first[0]
        case Relation.DAYS_AFTER:
            return _day(first[0]) == _day(second[1]) + said.days
        case Relation.PART_OF:
            return second[0] <= first[0] and first[1] <= second[1]
        case Relation.SAME_AS:
            return first == second
    return True


def _fits(dated: FuzzyDate, at: tuple[int, int]) -> bool:
    start, end = DAYS[_day(at[0])], DAYS[_day(at[1])]
    if dated.lasting:
        return (start, end) == (dated.earliest, dated.latest)
    return start == end and dated.earliest <= start <= dated.latest


def _possible(dates: dict[str, FuzzyDate], said: list[Statement]) -> bool:
    """Every way in which three things can lie in two days, tried one after the other."""
    pairs = [(start, end) for start in moments for end in moments if start <= end]
    return any(
        all(_fits(made, at[name]) for name, made in dates.items()) and all(_holds(one, at) for one in said)
        for at in (dict(zip(THINGS, way, strict=True)) for way in product(pairs, repeat=len(THINGS)))
    )


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(THINGS, windows)), statements)
def test_a_chain_is_found_exactly_where_no_way_of_lying_in_time_is_left(texts, said):
    said = [one for one in said if one.relation is not NOT_SAME_AS]
    dates = _dates(**texts)
    assert bool(contradiction(dates, said)) != _possible(dates, said)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), windows), statements)
def test_no_chain_of_fewer_dates_and_statements_is_a_contradiction(texts, said):
    """Of fewer, that is, where what has a date keeps it: a thing without one from which days are counted is a day."""
    dates, said = _dates(**texts), list(dict.fromkeys(said))
    chain = contradiction(dates, said)
    links = [*(Dated(*pair) for pair in dates.items()), *said]
    assert set(chain) <= set(links)
    if not chain:
        return
    known = frozenset(dates)
    assert _contradict(chain, known)
    for size in range(1, len(chain)):
        assert not any(_contradict(some, known) for some in combinations(links, size))


def _contradict(links, known: frozenset[str]) -> bool:
    return bool(contradictions._circle(links, known) or contradictions._both_same_and_not(links))
