"""This week in any year: what happened on the days of one calendar week, and how many years ago.

A week is that of a day in a year; where neither is given, of today.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.public.items import Item, items
from timeline.public.links import Links
from timeline.public.queries import entries_of
from timeline.public.ways.finding import place_in
from timeline.records.known_days import number_of
from timeline.records.models import Chronology
from timeline.records.selection import Choice, Row, between, on_day, on_days
from timeline.records.sorting import past, year_prefix
from timeline.web.marks import in_format, year_words

ROUND = (5, 10, 20, 25, 50, 75, 100, 150, 200)
"""Years ago that are marked."""
MOST_A_DAY = 10
"""Events of a day that the week shows."""
SIZE = 50
"""Events of one day on a page of its own."""
MOST_ROUND = 12
"""Events of each round number that stand in front."""
FIRST_YEAR, LAST_YEAR = 2, 9998
"""Years whose weeks can be turned to: the calendar goes a little further."""
LEAP = 2000


@dataclass(frozen=True)
class Told:
    """An event with its year, and how many years ago it was where that is a round number."""

    item: Item
    year: int
    ago: int

    @property
    def year_words(self) -> str:
        """The year in words."""
        return year_words(self.year)

    @property
    def ago_words(self) -> str:
        """The round number in words; "" where it is none."""
        if self.ago not in ROUND:
            return ""
        return ngettext("%(years)s year ago", "%(years)s years ago", self.ago) % {"years": self.ago}


@dataclass(frozen=True)
class Day:
    """One day of the week, or one alone, with the first events on it."""

    name: str
    anchor: str
    events: list[Told]
    more_href: str = ""


@dataclass(frozen=True)
class Week:
    """Everything that templates/public/this_week.html shows."""

    links: Links
    title: str
    year: int
    anniversaries: list[Told]
    days: list[Day]
    problems: list[str]
    earlier_href: str = ""
    later_href: str = ""
    is_this: bool = False
    further_href: str = ""
    week_href: str = ""
    """From a page of one day back to its week."""

    @property
    def has_events(self) -> bool:
        """Whether anything happened."""
        return any(day.events for day in self.days)


def read_week(chronology: Chronology, query: QueryDict, *, today: date, preview: bool) -> Week:
    """Read the page of a week, or of one day of the year (`?on=`), from its address."""
    links = Links.of(chronology, preview=preview, page="public:this_week")
    choice = Choice(chronology.pk, preview)
    asked = query.get("day", "")
    day = _day(asked, today) if asked else today
    problems = []
    if day is None:
        day = today
        problems.append(_("“%(day)s” is no day. Write 11-30, or 2026-11-30; here is this week.") % {"day": asked[:40]})
    alone = query.get("on", "")
    if (found := _of_the_year(alone)) is not None:
        return _one_day(chronology, choice, query, day, found, links, problems)
    if alone:
        problems.append(_("“%(day)s” is no day of the year; here is the whole week.") % {"day": alone[:40]})
    return _week(choice, day, today, links, problems)


def _day(text: str, today: date) -> date | None:
    """Return the day that was asked for; of one without a year, in this year."""
    whole = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    year = int(whole[1]) if whole else today.year
    found = _of_the_year(f"{whole[2]}-{whole[3]}" if whole else text)
    if found is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    month, day = found
    # 29 February stands in the week of the day before where there is none.
    return date(year, month, day if found != (2, 29) or _is_leap(year) else 28)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _of_the_year(text: str) -> tuple[int, int] | None:
    found = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", text)
    try:
        return (day.month, day.day) if found and (day := date(LEAP, int(found[1]), int(found[2]))) else None
    except ValueError:
        return None


def _week(choice: Choice, day: date, today: date, links: Links, problems: list[str]) -> Week:
    monday = day - timedelta(days=day.weekday())
    dates = [monday + timedelta(days=number) for number in range(7)]
    days = list(_days(dates))
    found = on_days(choice, [number_of(month, number) for _year, month, number in days], MOST_A_DAY + 1)
    round_rows = [row for rows in between(choice, _round_weeks(days), MOST_ROUND) for row in rows]
    told = _told([*round_rows, *(row for rows in found for row in rows[:MOST_A_DAY])], days)
    return Week(
        links=links,
        title=_("%(first)s to %(last)s") % {"first": _without_year(dates[0]), "last": _without_year(dates[-1])},
        year=day.year,
        anniversaries=_once(told[row.entry] for row in reversed(round_rows) if row.entry in told),
        days=[
            Day(
                _name(*one),
                f"d{one[1]:02d}-{one[2]:02d}",
                [told[row.entry] for row in rows[:MOST_A_DAY] if row.entry in told],
                links.to(on=f"{one[1]:02d}-{one[2]:02d}") if len(rows) > MOST_A_DAY else "",
            )
            for one, rows in zip(days, found, strict=True)
        ],
        problems=problems,
        earlier_href=links.to(day=_address(monday - timedelta(days=7))) if monday.year > FIRST_YEAR else "",
        later_href=links.to(day=_address(monday + timedelta(days=7))) if monday.year < LAST_YEAR else "",
        is_this=monday <= today <= dates[-1],
    )


def _one_day(
    chronology: Chronology, choice: Choice, query: QueryDict, day: date, found: tuple[int, int], links: Links,
    problems: list[str],
) -> Week:  # fmt: skip
    month, number = found
    key, lost = place_in(query, "after", chronology)
    rows = on_day(choice, number_of(month, number), key, SIZE + 1)
    days = [(day.year, month, number)]
    told = _told(rows[:SIZE], days)
    anchor = f"{month:02d}-{number:02d}"
    further = links.to(on=anchor, after=rows[SIZE - 1].entry) if len(rows) > SIZE else ""
    title = _without_year(date(LEAP, month, number))
    events = [told[row.entry] for row in rows[:SIZE] if row.entry in told]
    return Week(
        links, title, day.year, [], [Day(title, f"d{anchor}", events)], problems + lost,
        further_href=further, week_href=links.to(day=anchor),
    )  # fmt: skip


def _days(dates: list[date]) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day of each date, and 29 February behind the 28th where the year has none."""
    for one in dates:
        yield one.year, one.month, one.day
        if (one.month, one.day) == (2, 28) and not _is_leap(one.year):
            yield one.year, 2, 29


def _round_weeks(days: list[tuple[int, int, int]]) -> list[tuple[str, str]]:
    """Return between which sort keys the same week lies a round number of years ago, for each of them."""
    (first_year, *first), (last_year, *last) = days[0], days[-1]
    return [(_key(first_year - ago, *first), past(_key(last_year - ago, *last))) for ago in ROUND]


def _key(year: int, month: int, day: int) -> str:
    return f"{year_prefix(year)}.{month:02d}.{day:02d}"


def _told(rows: list[Row], days: list[tuple[int, int, int]]) -> dict[int, Told]:
    """Return by entry the events of some rows; how long ago each is counts from its own day."""
    years = {(month, day): year for year, month, day in days}
    told = {}
    for item in items(entries_of(list({row.entry: row for row in rows}.values()))):
        found = item.date
        begun = found.parts[0] if found and found.parts and not found.pattern else found
        year = next((row.year for row in rows if row.entry == item.entry.pk), None)
        if begun is not None and begun.earliest is not None:
            day = begun.earliest
            told[item.entry.pk] = Told(item, day.year, years.get((day.month, day.day), day.year) - day.year)
        elif year is not None:
            told[item.entry.pk] = Told(item, year, 0)
    return told


def _once(told: Iterator[Told]) -> list[Told]:
    return list({one.item.entry.pk: one for one in told if one.ago_words}.values())


def _address(day: date) -> str:
    return day.isoformat()


def _name(year: int, month: int, day: int) -> str:
    if (month, day) == (2, 29) and not _is_leap(year):
        return _without_year(date(LEAP, month, day))
    return in_format(date(year, month, day), pgettext("format of a weekday and a day without year", "l j F"))


def _without_year(day: date) -> str:
    return in_format(day, pgettext("format of a day without year", "j F"))
