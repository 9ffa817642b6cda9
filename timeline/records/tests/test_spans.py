"""Spans of days in the interval index: found where and only where they touch."""

import random
from datetime import date

import pytest

from timeline.dates import edtf
from timeline.records.spans import (
    BEGINNING,
    END,
    day_number,
    differs,
    first_of,
    last_of,
    level_of,
    node_of,
    nodes_touching,
    span_of,
    year_of,
)


def test_later_days_have_higher_numbers():
    days = [
        date(1, 1, 1),
        date(1999, 12, 31),
        date(2000, 1, 1),
        date(2000, 2, 29),
        date(2000, 3, 1),
        date(9999, 12, 31),
    ]
    numbers = [day_number(day) for day in days]
    assert numbers == sorted(set(numbers))
    assert [year_of(number) for number in numbers] == [day.year for day in days]


@pytest.mark.parametrize("year", [-3000, -1, 0, 1, 2017, 10**7])
def test_a_year_holds_its_own_days_and_no_others(year):
    assert year_of(first_of(year)) == year_of(last_of(year)) == year
    assert first_of(year + 1) == last_of(year) + 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2002-09-17", day_number(date(2002, 9, 17)), day_number(date(2002, 9, 17))),
        ("2002", day_number(date(2002, 1, 1)), day_number(date(2002, 12, 31))),
        ("../2002-09", BEGINNING, day_number(date(2002, 9, 30))),
        ("2002/..", day_number(date(2002, 1, 1)), END),
        ("-0044", first_of(-44), last_of(-44)),
    ],
)
def test_a_date_spans_what_it_touches(text, first, last):
    assert span_of(edtf.parse(text)) == (first, last)


@pytest.mark.parametrize(
    ("other", "chosen", "is_another"),
    [
        ("", "2002-09-17", False),
        ("2002-09-17", "2002-09-17", False),
        ("2002-09-18", "2002-09-17", True),
        ("2002", "2002-09-17", False),
        ("2002-10", "2002-09-17", True),
        ("2002~", "2002-09-17", False),
        ("[..2002-09-20]", "2002-09-17", False),
        ("[1980-04..1980-06]", "1980-05~", False),
        ("2002-09-17~", "2002-09-17", True),  # as wide, and another word for it
        ("2002-09-17", "2002-09", True),  # nearer: somebody should choose it, or say why not
        ("2002-01/2002-12", "2002-09-17", True),  # it lasted
        ("../2003", "2002-09-17", True),
        ("{2002,2003}", "2002-09-17", True),
        ("1941/1945", "1910/1945", True),
        ("2002", "2002-09-17/2002-09-19", False),
        ("2002", "", True),
        ("XXXX-12-25", "2002-09-17", True),
    ],
)
def test_a_source_that_is_only_less_exact_gives_no_other_date(other, chosen, is_another):
    assert differs(other, chosen) is is_another


def test_an_undated_event_spans_nothing():
    assert span_of(None) is None


@pytest.mark.parametrize("seed", range(8))
def test_the_nodes_of_some_days_hold_exactly_what_touches_them(seed):
    chance = random.Random(seed)
    spans = [sorted(chance.choices(range(400), k=2)) for _ in range(300)]
    spans += [[day, day] for day in chance.choices(range(400), k=50)]
    levels = {level_of(*span) for span in spans}
    for _try in range(60):
        first = chance.randrange(400)
        last = first + chance.choice([0, 1, 30, 200])
        nodes = nodes_touching(first, last, levels)

        def is_found(span, nodes=nodes, first=first, last=last):
            node = node_of(*span)
            ends_later = node in nodes.before and span[1] >= first
            begins_earlier = node in nodes.after and span[0] <= last
            return ends_later + begins_earlier + (first <= node <= last)

        for span in spans:
            assert is_found(span) == (span[0] <= last and span[1] >= first), (span, first, last)
