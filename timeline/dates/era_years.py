"""Years that are counted by an era: 昭和64年, 주체105년, 昭和50年代."""

from __future__ import annotations

from timeline.dates import calendars
from timeline.dates.context import Known
from timeline.dates.eras import DANGI, KOKI, is_old, old_era_year
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, hung
from timeline.dates.units import ends_year, years_bounds

SURE = 0.95
LAST_MEIJI_YEAR_OF_MOONS = 5
"""The day after its 12th month's second day was 1 January 1873."""


def in_era_of_story(fields: Fields, story: Known) -> Fields:
    """昭和20年 ... 22年: two figures counted as the year read before them is; 翌22年: the year after it."""
    digits, following = fields.get("yy"), story.day.year + 1
    if not isinstance(digits, int) or "year" in fields:
        return fields
    rest = {name: value for name, value in fields.items() if name not in ("yy", "next")}
    counted = common_year({"era": story.era, "era_year": digits}) if story.era else {}
    year = counted.get("year")
    if (
        isinstance(year, int)
        and (year >= story.day.year or "or_length" not in fields)
        and (is_old(story.era) or calendars.in_era(story.era, *years_bounds(year, year)))
    ):
        return rest | counted
    return rest | {"year": following} if fields.get("next") and following % 100 == digits else fields


def common_year(fields: Fields) -> Fields:
    """The same fields with the common year of an era's year (昭和64年, 주체 105년): 1989, 2016."""
    era, count = fields.get("era"), fields.get("era_year")
    if era is None or not isinstance(count, int):
        return fields
    if "year" in fields:
        # "慶応4年(1868年)1月3日": a month of the old calendar is none of ours.
        if is_old(str(era)):
            return {name: fields[name] for name in ("year", "era", "era_year")}
        return _without_moon_months(fields, str(era), count)
    if is_old(str(era)):
        year = old_era_year(str(era), count)
        return {"year": year, "era": era, "era_year": count} if year else {"era": era, "era_year": count}
    year = _counted_year(str(era), count)
    if year is None:
        return fields
    counted = fields | {"fiscal" if "fiscal_word" in fields else "year": year}
    return _without_moon_months(counted, str(era), count)


def _without_moon_months(fields: Fields, era: str, count: int) -> Fields:
    """明治5年12月2日: up to that day the months of Meiji were those of the moon; only the year is one of ours."""
    found = calendars.era(era)
    if found is not calendars.ERAS[0] or count > LAST_MEIJI_YEAR_OF_MOONS or "month" not in fields:
        return fields
    return {name: fields[name] for name in ("year", "era", "era_year")} | {"moon": 1}


def _counted_year(era: str, count: int) -> int | None:
    """The common year of a year of a modern era, of Koki, Dangi or Juche; None before year 1."""
    if era in ("皇紀", "단기"):
        return max(0, count - (KOKI if era == "皇紀" else DANGI)) or None
    found = calendars.era(era)
    return found.first.year + count - 1 if found else calendars.juche_year(count)


def told_twice(fields: Fields) -> int | None:
    """The year that the era counts where another one stands beside it: 2002 for 平成14年(2003年); else None."""
    era, count, year = fields.get("era"), fields.get("era_year"), fields.get("year")
    if era is None or not isinstance(count, int) or year is None or is_old(str(era)):
        return None
    counted = _counted_year(str(era), count)
    return counted if counted != year else None


def contradicted(option: Option, fields: Fields, counted: int) -> Option:
    """The same date, flagged: the year of the era beside it is another one."""
    facts: Facts = {"era": str(fields["era"]), "era_year": int(fields["era_year"]), "year": counted}
    return option.then("outside-era-year", facts=facts, confidence=min(option.confidence, 0.5))


def check_era(option: Option, fields: Fields) -> Option:
    """The same date, flagged where none of its days is in the era that the words name."""
    date, name = option.date, str(fields.get("era", ""))
    if date is None or date.earliest is None or date.latest is None or not name:
        return option
    if isinstance(count := fields.get("era_year"), int):
        option = option.then("era-year", facts={"era": name, "era_year": count, "year": date.earliest.year})
    if is_old(name) or "moon" in fields:
        return option.then("lunisolar-year", date=date.about(), mod="APPROX")
    if calendars.era(name) is None:
        return option
    if calendars.in_era(name, date.earliest, date.latest):
        return option
    return option.then("outside-era", facts={"era": name}, confidence=min(option.confidence, 0.5))


def hangs_on_lunisolar(option: Option, story: Known) -> bool:
    """Whether a reading hangs on a year of the lunisolar calendar: its words and date are kept as facts."""
    return option.facts.get("previous") == story.words and option.facts.get("previous_date") == story.date.edtf


def without_lunisolar_days(options: list[Option], story: Known) -> list[Option]:
    """慶応4年1月3日 ... 翌日, 3か月後: of such a day only the year is known, so nothing finer hangs on it."""
    return [
        Option(None, "lunisolar-story", hung(story), SURE, anchor=option.anchor)
        if hangs_on_lunisolar(option, story) and not _has_whole_years(option.date)
        else option
        for option in options
    ]


def _has_whole_years(date: FuzzyDate | None) -> bool:
    if date is None:
        return True
    first, last = date.earliest, date.latest
    return (first is None or (first.month, first.day) == (1, 1)) and (last is None or ends_year(last))


def era_decade(name: str, number: int) -> list[Option]:
    """昭和50年代: its years 50 to 59; [] for eras that are not of the western calendar."""
    found = calendars.era(name)
    if found is None:
        return []
    year = found.first.year + number - 1
    facts: Facts = {"era": name, "era_year": number, "year": year, "last": year + 9}
    return [Option(FuzzyDate.years_window(year, year + 9), "era-decade", facts, SURE, named_year=True)]
