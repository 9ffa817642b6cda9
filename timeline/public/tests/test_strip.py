"""The drawings: nothing falls out of them, nothing lies over another."""

import datetime
from itertools import pairwise

import pytest

from timeline.public.labels import Packer, shorten, width_of
from timeline.public.outline import Outline
from timeline.public.strip import draw
from timeline.public.wanted import Wanted


def outline(pk, edtf, earliest, latest, *, lasting=False, style="t"):
    days = [datetime.date.fromisoformat(day) if day else None for day in (earliest, latest)]
    return Outline(pk, pk, edtf, *days, lasting, False, False, 1, style)


def day(pk, text):
    return outline(pk, text, text, text)


def number(percent):
    return float(percent.removesuffix("%"))


def test_nothing_dated_is_drawn_as_nothing():
    assert draw(Wanted(everything=[])) is None
    assert draw(Wanted(everything=[outline(1, "", None, None)])) is None


def test_one_event_makes_a_whole_strip():
    strip = draw(Wanted(everything=[day(1, "1977-11-15")]))
    assert [bar.year for bar in strip.bars] == [1977]
    assert [cell.century + cell.rest for cell in strip.cells] == ["1970s"]


def test_cells_stay_few_however_long_the_time():
    strip = draw(Wanted(everything=[day(1, "0700-01-01"), day(2, "2020-01-01")]))
    assert len(strip.cells) <= 10
    assert sum(cell.count for cell in strip.cells) == 2


def test_a_thousand_events_in_a_year_stay_in_the_picture():
    strip = draw(Wanted(everything=[day(pk, "2017-01-01") for pk in range(1000)]))
    assert strip.height < 220
    assert all(float(piece.y) >= 0 for bar in strip.bars for piece in bar.pieces)


def test_exact_days_stand_below_what_is_not_known():
    rows = [outline(1, "2017-06", "2017-06-01", "2017-06-30"), day(2, "2017-01-01")]
    solid, hatched = draw(Wanted(everything=rows)).bars[0].pieces
    assert not solid.hatched
    assert hatched.hatched
    assert float(hatched.y) < float(solid.y)


def test_what_began_before_the_picture_is_cut_and_says_so():
    rows = [outline(1, "1910/1945", "1910-01-01", "1945-12-31", lasting=True), day(2, "1948-09-09")]
    (bar,) = draw(Wanted(everything=rows)).rail
    assert bar.is_cut_left
    assert not bar.is_cut_right
    assert bar.left == "0%"


def test_an_open_side_has_no_end():
    rows = [outline(1, "../2017", None, "2017-12-31", lasting=True), day(2, "2010-09-09"), day(3, "2019-01-01")]
    (bar,) = draw(Wanted(everything=rows)).rail
    assert bar.kind == "until"
    assert not bar.is_cut_left


def test_rows_of_the_rail_do_not_overlap():
    rows = [outline(pk, "195X", "1950-01-01", "1959-12-31") for pk in range(3)] + [
        day(9, "1955-01-01"),
        day(10, "1999-01-01"),
    ]
    rail = draw(Wanted(everything=rows, headlines={pk: f"A rather long headline {pk}" for pk in range(3)})).rail
    assert len({bar.row for bar in rail}) == 3


def test_years_that_no_calendar_day_reaches_are_drawn_too():
    rows = [outline(1, "-0043", None, None), day(2, "0010-01-01")]
    assert [bar.year for bar in draw(Wanted(everything=rows)).bars] == [-43, 10]


def test_the_frame_lies_on_the_years_in_view():
    rows = [day(1, "1950-01-01"), day(2, "1999-01-01")]
    left, width = draw(Wanted(everything=rows, view=(1960, 1969))).frame
    assert (number(left), number(width)) == (20, 20)


@pytest.mark.parametrize(
    "text", ["UN Security Council adopts resolution 2371", "拉致被害者五人が帰国し家族と再会した", "x" * 99]
)
def test_a_label_is_cut_to_its_room(text):
    assert width_of(shorten(text, 20), 1) <= 21 * 0.56
    assert shorten(text, 20).endswith("…")
    assert shorten("short", 20) == "short"


def test_spans_in_one_row_never_touch():
    packer = Packer(50)
    spans = [(start % 90, start % 90 + 9) for start in range(0, 900, 7)]
    placed = [(packer.place(*span), span) for span in spans]
    for row in {row for row, _span in placed}:
        if row == 49:
            continue
        inside = sorted(span for number, span in placed if number == row)
        assert all(first[1] < second[0] for first, second in pairwise(inside))
