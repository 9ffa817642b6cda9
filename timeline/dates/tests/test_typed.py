"""What a person or a table gives as one date is read whole, or it is said which part was not."""

import csv
import datetime
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.dates import read_typed, typed

ROWS = list(csv.DictReader((Path(__file__).parent / "typed.csv").read_text(encoding="utf-8").splitlines()))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def flag(found):
    """What has to be asked or warned of, beside words that were not read."""
    best = found.reading
    if found.is_ambiguous:
        return "two ways"
    if best is None:
        return ""
    if found.is_century_taken or found.is_year_zero:
        return "century" if found.is_century_taken else "year zero"
    # A window has no sign for it in EDTF, so that only the flag tells.
    is_window_about = best.date is not None and best.date.approximate and not set("~%") & set(best.date.edtf)
    flags = {
        "weekday": best.is_weekday_mismatch,
        "era": best.is_outside_era,
        "impossible": best.is_impossible,
        "about": is_window_about,
    }
    return next((name for name, raised in flags.items() if raised), "")


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['typed']} {row['anchor']}" for row in ROWS])
def test_a_date_is_read_as_the_table_says(row):
    found = read_typed(row["typed"], day(row["anchor"]), language=row["told"] or None)
    read = found.reading.date.edtf if found.reading and found.reading.date else ""
    assert (read, found.unread, found.language) == (row["edtf"], row["unread"], row["language"])
    assert flag(found) == row["flag"]
    assert found.is_read is (bool(read) and not found.unread)
    assert found.is_half_read is (bool(read) and bool(found.unread))


@pytest.mark.parametrize("row", [row for row in ROWS if row["edtf"]], ids=lambda row: row["typed"])
def test_every_reading_says_why(row):
    found = read_typed(row["typed"], day(row["anchor"]), language=row["told"] or None)
    assert all(reading.why and "?" not in reading.why for reading in found.readings)
    assert all(row["typed"][reading.start : reading.end].strip() == found.used for reading in found.readings[:1])


def test_figures_that_can_be_read_two_ways_say_so_until_the_order_is_told():
    assert read_typed("05/04/2001", None).is_ambiguous
    for order, meant in (("dmy", "2001-04-05"), ("mdy", "2001-05-04")):
        for words in ("05/04/2001", "5.4.2001", "05-04-2001", "5/4/2001 0:00"):
            found = read_typed(words, None, order=order)
            assert [reading.date.edtf for reading in found.readings] == [meant]
            assert not found.is_ambiguous
    assert not read_typed("18/04/2001", None).is_ambiguous


@pytest.mark.parametrize(
    ("words", "anchor", "read"),
    [
        ("24/08/79", "", ["1979-08-24", "1879-08-24"]),
        ("24/08/24", "", ["1924-08-24", "2024-08-24", "1824-08-24"]),
        ("24 Aug '79", "2011-08-24", ["1979-08-24", "1879-08-24"]),
        ("5.3.45", "", ["1945-03-05", "1945-05-03", "1845-03-05", "1845-05-03"]),
        ("79年8月24日", "", ["1979-08-24", "1879-08-24"]),
        ("24.08.79 - 26.08.79", "", ["1979-08-24/1979-08-26", "1879-08-24/1879-08-26"]),
        ("the seventies", "", ["197X", "187X"]),
    ],
)
def test_of_a_year_in_two_figures_the_century_taken_is_said_and_others_are_offered(words, anchor, read):
    found = read_typed(words, day(anchor))
    assert [reading.date.edtf for reading in found.readings] == read
    assert found.is_century_taken


@pytest.mark.parametrize(
    ("words", "anchor"),
    [("24/08/79", "1895-05-16"), ("24/08/24", "2011-08-24"), ("Friday 24/08/79", ""), ("29/02/00", ""),
     ("昭和54年", ""), ("24/08/1979", ""), ("79", ""), ("12 May", "2012-05-02")],
)  # fmt: skip
def test_a_day_near_a_weekday_or_a_leap_day_shows_the_century(words, anchor):
    assert not read_typed(words, day(anchor)).is_century_taken


@pytest.mark.parametrize("century", [1700, 1800, 1900, 2000])
@pytest.mark.parametrize("figures", ["00", "05", "20", "21", "79", "99"])
def test_the_century_told_is_taken_without_a_doubt(century, figures):
    found = read_typed(f"24/08/{figures}", None, order="dmy", century=century)
    assert {reading.date.earliest.year for reading in found.readings} == {century + int(figures)}
    assert not found.is_century_taken


@pytest.mark.parametrize(
    ("words", "both", "one"),
    [
        ("29 May / 10 June 1850", "1850-05-29/1850-06-10", "1850-06-10"),
        ("29 May/10 June 1850", "1850-05-29/1850-06-10", "1850-06-10"),
        ("29. Mai/10. Juni 1850", "1850-05-29/1850-06-10", "1850-06-10"),
        ("17/29 mai 1850", "1850-05-17/1850-05-29", "1850-05-29"),
        ("5/15 May 1620", "1620-05-05/1620-05-15", "1620-05-15"),
        ("18/28 February 1700", "1700-02-18/1700-02-28", "1700-02-28"),
        ("5/16 May 1700", "1700-05-05/1700-05-16", "1700-05-16"),
        ("25 October/7 November 1917", "1917-10-25/1917-11-07", "1917-11-07"),
    ],
)
def test_two_days_of_the_old_calendar_and_the_new_may_be_one(words, both, one):
    found = read_typed(words, None)
    assert [reading.date.edtf for reading in found.readings] == [both, one]
    assert found.is_ambiguous


@pytest.mark.parametrize(
    "words", ["5/16 May 1850", "5 - 17 May 1850", "1850-05-29/1850-06-10", "5/13 May 1350", "18/29 February 1702"]
)
def test_other_days_beside_a_slash_are_no_day_of_two_calendars(words):
    assert not any("other-calendar" in reading.rule for reading in read_typed(words, None).readings)


def test_the_order_told_never_makes_a_day_that_cannot_be():
    assert read_typed("18/04/2001", None, order="mdy").reading.date.edtf == "2001-04-18"


def test_the_order_told_holds_for_both_ends_of_a_range():
    assert read_typed("05/04/2001 - 07/04/2001", None, order="dmy").reading.date.edtf == "2001-04-05/2001-04-07"


def test_an_order_that_is_none_is_refused():
    with pytest.raises(ValueError, match="order must be one of"):
        read_typed("05/04/2001", None, order="ydm")


def test_where_two_languages_name_another_date_both_are_offered():
    found = read_typed("12 listopada 1998", None)
    assert [reading.date.edtf for reading in found.readings] == ["1998-11-12", "1998-10-12"]
    assert (found.language, found.other_language) == ("pl", "hr")
    assert not read_typed("12 listopada 1998", None, language="pl").is_ambiguous
    assert read_typed("12 listopada 1998", None, language="hr").reading.date.edtf == "1998-10-12"


FIGURES = re.compile(r"\d+")
DATES = st.sampled_from([row["typed"] for row in ROWS if row["edtf"] and not row["unread"] and not row["anchor"]])
BESIDE = st.sampled_from(
    ["page 77", "room 77,", "[77]", "(77)", "77 people", "fig. 77", "77ページ", "§ 77", "; 77", "Nr. 77"]
)


@settings(max_examples=150, deadline=None)
@given(DATES, BESIDE, st.booleans())
@example("day after 3 May 1953", "§ 77", True)
@example("3 May 1953", "§ 77", True)
def test_figures_beside_a_date_are_read_or_said_to_be_unread(date, beside, before):
    words = f"{beside} {date}" if before else f"{date} {beside}"
    found = read_typed(words, None)
    if found.is_read:
        assert "77" in " ".join([reading.date.edtf for reading in found.readings])
    elif found.is_half_read:
        assert "77" in found.unread or "77" in found.used


PIECES = st.lists(
    st.sampled_from(
        [
            "May",
            "29",
            "30",
            "1993",
            "/",
            "-",
            ",",
            ".",
            "年",
            "月",
            "日",
            "월",
            "일",
            "BC",
            "to",
            "and",
            "12:30",
            "H",
            "S",
            "1998",
            "05",
            "Mai",
            "März",
            "7",
            "of",
            "at",
            "(",
            ")",
            "?",
            "~",
            "the",
            "3rd",
            "bis",
            "Friday",
        ]
    ),
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(PIECES, st.sampled_from(["", " "]), st.sampled_from([None, datetime.date(2019, 5, 2)]))
@example(["29", "月", "年"], " ", datetime.date(2019, 5, 2))
@example(["29", "月", "年"], "", datetime.date(2019, 5, 2))
def test_no_figure_is_dropped_in_silence(pieces, space, anchor):
    found = read_typed(space.join(pieces), anchor)
    if not found.is_read:
        return
    told = set()
    for reading in found.readings:
        date = f"{reading.date.edtf} {reading.date.time}" if reading.date else ""
        told.update(int(figure) for figure in FIGURES.findall(date))
        told.update(abs(int(value)) for value in reading.facts.values() if re.fullmatch(r"-?\d+", str(value)))
    # 93 is of 1993, 44 BC is the year -43.
    told |= {figure % 100 for figure in told} | {figure + 1 for figure in told}
    assert {int(figure) for figure in FIGURES.findall(found.words)} <= told, found


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.sampled_from([None, datetime.date(2019, 5, 2), datetime.date.max, datetime.date.min]))
def test_nothing_typed_raises(words, anchor):
    found = read_typed(words, anchor)
    assert found.words == words


@pytest.mark.parametrize("piece", ["1月1日、", "昭和", "May ", "1/", "the first of the ", "[2000..2001,", " "])
def test_words_longer_than_any_field_are_neither_read_nor_remembered(piece):
    words = piece * (200_000 // len(piece)) + "2019"
    remembered = typed._read_typed.cache_info().currsize
    began = time.process_time()
    found = read_typed(words, None)
    assert time.process_time() - began < 0.05
    assert (found.readings, found.unread) == ((), words.strip())
    assert typed._read_typed.cache_info().currsize == remembered
