"""The drawings: nothing falls out of them, nothing lies over another."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from timeline.dates import edtf
from timeline.public.labels import LETTER, Packer, shorten, width_of
from timeline.public.loose import Loose, LooseEvent
from timeline.public.strip import MOST_BARS, draw
from timeline.public.wanted import Wanted
from timeline.records.selection import Row
from timeline.records.spans import span_of


def wanted(years=(), loose=(), *, unknown=(), **options):
    """A strip of one event in each of `years`, of `unknown` days in others, and of `loose` dates with a headline."""
    bars = Counter((year, 1, True) for year in years) + Counter((year, 1, False) for year in unknown)
    events = [loose_event(pk, text, f"A rather long headline {pk}") for pk, text in enumerate(loose)]
    return Wanted(everything=bars, loose=Loose(events), styles={1: "t"}, **options)


def loose_event(pk, text, headline):
    date = edtf.parse(text)
    first, last = span_of(date)
    return LooseEvent(Row("", "", pk, pk, first, last, None, last - first, 1, False), headline, date.lasting, text)


def number(percent):
    return float(percent.removesuffix("%"))


def test_nothing_dated_is_drawn_as_nothing():
    assert draw(wanted()) is None


def test_one_event_makes_a_whole_strip():
    strip = draw(wanted([1977]))
    assert [bar.year for bar in strip.bars] == [1977]
    assert [cell.century + cell.rest + cell.ending for cell in strip.cells] == ["1970s"]


def test_cells_stay_few_however_long_the_time():
    strip = draw(wanted([700, 2020]))
    assert len(strip.cells) <= 10
    assert sum(cell.count for cell in strip.cells) == 2


def test_a_thousand_events_in_a_year_stay_in_the_picture():
    strip = draw(wanted([2017] * 1000))
    assert strip.height < 220
    assert all(float(top) >= 0 for layer in strip.layers for top in re.findall(r"M\S+ (\S+)h", layer.path))


def test_many_pieces_of_one_kind_are_one_path_that_stands_over_every_year():
    strip = draw(wanted([1950, 1990] * 50, unknown=[1950] * 60))
    assert [(layer.kind, layer.style, layer.path.count("M")) for layer in strip.layers] == [
        ("brick", "t", 2), ("cap", "t", 1),
    ]  # fmt: skip
    assert [bar.pieces for bar in strip.bars] == [[], []]
    assert [bar.title for bar in strip.bars] == ["1950: 110 events", "1990: 50 events"]


def test_exact_days_stand_below_what_is_not_known():
    solid, hatched = draw(wanted([2017], unknown=[2017])).bars[0].pieces
    assert not solid.hatched
    assert hatched.hatched
    assert float(hatched.y) < float(solid.y)


def test_what_began_before_the_picture_is_cut_and_says_so():
    (bar,) = draw(wanted([1948], ["1910/1945"])).rail
    assert bar.is_cut_left
    assert not bar.is_cut_right
    assert bar.left == "0%"


def test_an_open_side_has_no_end():
    (bar,) = draw(wanted([2010, 2019], ["../2017"])).rail
    assert bar.kind == "until"
    assert not bar.is_cut_left


def test_rows_of_the_rail_do_not_overlap():
    rail = draw(wanted([1955, 1999], ["195X"] * 3)).rail
    assert len({bar.row for bar in rail}) == 3


def test_years_that_no_calendar_day_reaches_are_drawn_too():
    assert [bar.year for bar in draw(wanted([-43, 10])).bars] == [-43, 10]


def test_of_too_many_years_one_bar_is_several():
    strip = draw(wanted([700, 705, 1999, 2020]))
    assert [(bar.year, bar.title) for bar in strip.bars] == [
        (700, "700–709: 2 events"), (1990, "1990–1999: 1 event"), (2020, "2020–2029: 1 event"),
    ]  # fmt: skip
    assert len(draw(wanted(range(-5000, 2000))).bars) <= MOST_BARS


def test_the_frame_lies_on_the_years_in_view():
    left, width = draw(wanted([1950, 1999], view=(1960, 1969))).frame
    assert (number(left), number(width)) == (20, 20)


@pytest.mark.parametrize(
    "text", ["UN Security Council adopts resolution 2371", "拉致被害者五人が帰国し家族と再会した", "x" * 99]
)
def test_a_label_is_cut_to_its_room(text):
    assert width_of(shorten(text, 20), 1) <= 21 * LETTER
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


def test_the_rail_draws_what_fits_without_overlap_and_counts_the_rest():
    strip = draw(wanted([1900, 1999], ["1950/1959"] * 20))
    assert len(strip.rail) == len({bar.row for bar in strip.rail}) == 8
    assert strip.more == 12


def test_where_it_is_not_known_how_many_more_there_are_the_strip_says_only_that():
    few = wanted([1900, 1999], ["1950/1959"])
    assert draw(replace(few, loose=replace(few.loose, more=None))).more is None
