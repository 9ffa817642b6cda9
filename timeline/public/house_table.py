"""The house table as the public reads it: examples worked out by the engine itself, so that they cannot drift."""

import datetime
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.dates import FuzzyDate, read

ANCHOR = datetime.date(2019, 5, 2)
"""The day of publication in every example that needs one: a Thursday."""


@dataclass(frozen=True)
class Row:
    """Words as a source might have them, and what they are read as."""

    words: str
    date: FuzzyDate | None
    lang: str = "en"


@dataclass(frozen=True)
class Group:
    """Rows that one rule holds for."""

    title: str | Promise
    rule: str | Promise
    rows: list[Row]


def house_table() -> list[Group]:
    """Return the table, each example read by the engine against 2 May 2019."""
    return [
        Group(title, rule, [_row(words, language) for words, language in examples]) for title, rule, examples in TABLE
    ]


def _row(words: str, language: str) -> Row:
    readings = read(words, ANCHOR, language=language, zone="Asia/Tokyo", style="news")
    return Row(words, readings[0].date if readings else None, language)


def _english(*words: str) -> list[tuple[str, str]]:
    return [(one, "en") for one in words]


TABLE: list[tuple[Promise, Promise, list[tuple[str, str]]]] = [
    (
        _("Early, mid, late"),
        _("A third of a year is four months, of a month ten days; of a decade the years 0–3, 4–6 and 7–9."),
        [*_english("early 2017", "mid-2017", "late 2017", "early May 2019", "mid-May 2019", "late May 2019",
                   "the early 1970s", "the mid-1970s", "the late 1970s"),
         ("2019年5月下旬", "ja"), ("2019년 5월 초순", "ko")],
    ),
    (
        _("Halves, quarters, seasons"),
        _("Spring is March to May, summer June to August, autumn September to November; winter begins in December."),
        _english("the first half of 2006", "the third quarter of 2016", "spring 2018", "summer 2018", "autumn 2018",
                 "the winter of 2017-18"),
    ),
    (
        _("Decades and centuries"),
        _("The 1970s are a decade, the 1800s the years 1800–1899; a century by number counts from 1."),
        [*_english("the 1970s", "the 1800s", "the 20th century", "the late 20th century"), ("1970年代後半", "ja")],
    ),
    (
        _("Years that are counted otherwise"),
        _("Japan’s fiscal year runs from April to March. The year of an era ends with the era."),
        [("fiscal 2018", "en"), ("2018年度", "ja"), ("昭和55年6月", "ja"), ("令和元年5月1日", "ja"),
         ("주체 107(2018)년", "ko")],
    ),
    (
        _("Weeks and weekdays"),
        _("A week runs from Monday to Sunday. A bare weekday is the day of publication itself or the nearest one "
          "before it; after it, where its own clause looks ahead."),
        [*_english("last week", "this week", "next week", "last weekend", "Wednesday", "last Friday", "next Tuesday"),
         ("先週", "ja"), ("지난주", "ko")],
    ),
    (
        _("So long ago"),
        _("Days ago are counted exactly; weeks, months and years ago are about then."),
        _english("three days ago", "two weeks ago", "two months ago", "two years ago"),
    ),
    (
        _("From, until, by, before, after"),
        _("What lasted has a beginning and an end, of which one may be open. What happened by or before a day has only "
          "a latest day."),
        _english("from 5 to 7 May 2004", "between 5 and 7 May 2004", "until late 2017", "since 2002", "by 1999",
                 "before 1999", "after 1999"),
    ),
    (
        _("About"),
        _("“About”, “around”, “circa” stay beside the date; they widen it by no fixed number of days."),
        [*_english("around May 1980", "about 1860"), ("1980年頃", "ja")],
    ),
    (
        _("Numbers with slashes and dots"),
        _("The order of day and month goes by the place of publication, and then by what is possible; the other order "
          "is always offered."),
        _english("17-03-2014", "3.5.2019"),
    ),
    (
        _("No date"),
        _("Words that name no days are kept as they stand, and counted as no date."),
        _english("recently", "31 June 2024"),
    ),
]  # fmt: skip
"""Title, rule, examples with their language."""
