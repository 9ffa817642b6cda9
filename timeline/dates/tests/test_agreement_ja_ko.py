"""Our reading of common Japanese and Korean cores against dateparser's, and every difference that is meant."""

import datetime
import itertools
from functools import cache

import pytest
from dateparser.date import DateDataParser

from timeline.dates import read

ANCHORS = [datetime.date(2019, 5, 2) + datetime.timedelta(days=137 * step) for step in range(-12, 13)]
DAYS = list(itertools.product((1978, 2004), (1, 2, 6, 9, 12), (5, 17, 28)))
MONTHS = list(itertools.product((1945, 2002, 2026), (1, 6, 9, 12)))
CORES = {
    "ja": [
        *(f"{year}年{month}月{day}日" for year, month, day in DAYS),
        *(f"{year}年{month}月" for year, month in MONTHS),
        *(f"{year}-{month:02d}-{day:02d}" for year, month, day in DAYS),
        *(f"{count}日{side}" for count, side in itertools.product(range(2, 31), "前後")),
        *("一昨日", "昨日", "今日", "明日", "明後日"),
        *("先週", "今週", "来週", "先月", "今月", "来月", "去年", "今年", "来年"),
    ],
    "ko": [
        *(f"{year}년 {month}월 {day}일" for year, month, day in DAYS),
        *(f"{year}년 {month}월" for year, month in MONTHS),
        *(f"{year}-{month:02d}-{day:02d}" for year, month, day in DAYS),
        *(f"{count}일 {side}" for count, side in itertools.product(range(2, 31), "전후")),
        *("어제", "오늘", "내일"),
        *("지난주", "이번 주", "다음 주", "지난달", "이번 달", "다음 달", "작년", "올해", "내년"),
    ],
}
# Where we mean something else than dateparser does: words -> why.
INTENDED = {
    "ja": {
        "2週間前": "the day, about, the week offered; dateparser gives the week",
        "二〇〇二年九月": "dateparser does not read numbers in signs",
        "十七日": "dateparser does not read numbers in signs",
        "平成14年9月17日": "dateparser knows no eras",
        "1930年代": "dateparser knows no decades",
        "2002年春": "dateparser knows no seasons",
    },
    "ko": {
        "2주 전": "the day, about, the week offered; dateparser gives the week",
        "모레": "dateparser does not know the word",
        "그저께": "dateparser does not know the word",
        "사흘 전": "dateparser does not know the native numbers",
        "1930년대": "dateparser knows no decades",
        "주체 109년": "dateparser knows no eras",
    },
}


@cache
def dateparser_for(code, anchor):
    noon = datetime.datetime.combine(anchor, datetime.time(12))
    return DateDataParser(languages=[code], settings={"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "current_period"})


def theirs(code, words, anchor):
    data = dateparser_for(code, anchor).get_date_data(words)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    units = {"year": (day.year,), "month": (day.year, day.month), "week": day.isocalendar()[:2]}
    return units.get(data.period, day)


def ours(code, words, anchor):
    date = read(words, anchor, language=code)[0].date
    if date is None or date.is_day:
        return date and date.earliest
    first = date.earliest
    units = {"year": (first.year,), "month": (first.year, first.month), "week": first.isocalendar()[:2]}
    return units.get(date.precision, (date.earliest, date.latest))


@pytest.mark.parametrize("code", CORES)
def test_there_are_enough_pairs(code):
    assert len(CORES[code]) * len(ANCHORS) >= 3_000


@pytest.mark.parametrize("code", CORES)
def test_the_reading_agrees_with_dateparser(code):
    pairs = itertools.product(CORES[code], ANCHORS)
    differences = [
        (words, anchor) for words, anchor in pairs if ours(code, words, anchor) != theirs(code, words, anchor)
    ]
    assert differences == []


@pytest.mark.parametrize(("code", "words"), [(code, words) for code in INTENDED for words in INTENDED[code]])
def test_the_differences_that_are_meant_are_still_there(code, words):
    anchor = datetime.date(2019, 5, 2)
    assert ours(code, words, anchor) != theirs(code, words, anchor)
