"""Hours from one to another: the first is the time of the phrase, and both are kept as its parts."""

import datetime

import pytest

from timeline.dates import find

ANCHOR = datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("From 9 a.m. to 5 p.m. on Friday it will be open.", "09:00", "17:00"),
        ("It will be open on Friday from 9:30 to 11 p.m.", "21:30", "23:00"),
        ("It will be open between 9 a.m. and 5:30 p.m. on Friday.", "09:00", "17:30"),
        ("金曜日の午前9時から午後5時30分まで開く。", "09:00", "17:30"),
        ("금요일 오전 9시부터 오후 5시 30분까지 열린다.", "09:00", "17:30"),
        ("금요일 오후 3시부터 5시까지 열린다.", "15:00", "17:00"),
        ("금요일 오전 9시부터 5시까지 열린다.", "09:00", "17:00"),
    ],
)
def test_both_hours_are_kept_as_parts_of_that_day(text, start, end):
    (phrase,) = find(text, ANCHOR)
    assert phrase.reading.date.edtf == f"2026-12-04T{start}:00"
    assert [part.reading.date.edtf for part in phrase.parts] == [f"2026-12-04T{hour}:00" for hour in (start, end)]
    assert all(text[part.start : part.end] == part.words for part in phrase.parts)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It will be open from 4 to 5:30 p.m. on Friday.", "16:00"),
        ("It will be open on Friday from 9 to 5 p.m.", "09:00"),
        ("금요일 밤 10시부터 2시까지 열린다.", "22:00"),
    ],
)
def test_the_first_hour_takes_no_minutes_of_the_last(text, start):
    (phrase,) = find(text, ANCHOR)
    assert phrase.reading.date.edtf == f"2026-12-04T{start}:00"
    assert phrase.parts == ()
