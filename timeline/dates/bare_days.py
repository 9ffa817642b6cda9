"""Days that leave out their month: a weekday, "the 21st"; told by tense or story."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline.dates.absolute import number
from timeline.dates.bare import OTHER, SURE
from timeline.dates.context import Context, Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, hung, make_day, name_of

# Days: a day of the month so little past is not sent on to the next month.
_JUST_PAST = 8
_LONGEST_MONTH = 31
ONE_WEEK = datetime.timedelta(days=7)


def weekday(fields: Fields, context: Context) -> list[Option]:
    """A weekday without a date: the anchor's own day, else the nearest before (after, if the clause looks ahead)."""
    wanted = number(fields, "weekday") or 1
    base = context.base(str(fields.get("base", "anchor")), "day")
    if base is None:
        return []
    shift = number(fields, "shift")
    if _has_no_month(base):
        return [_of_no_month(base)]
    if shift is not None:
        return _shifted_weekday(wanted, shift, base)
    if context.narrative and base.words:
        return [_weekday(_on_or_after(base.day, wanted), "weekday-after", base, SURE - 0.1)]
    way, cue = context.way
    same = base.day.isoweekday() == wanted
    before = base.day if same else _on_or_after(base.day, wanted) - ONE_WEEK
    after = base.day if same else _on_or_after(base.day, wanted)
    return _weekdays_by_way(base, way, cue, same, (before, after))


def _has_no_month(base: Known) -> bool:
    """Whether words read before tell no month that a day could lie in: a year, a decade, a season."""
    first, last = base.date.earliest, base.date.latest
    return bool(base.words and first and last and (last - first).days > _LONGEST_MONTH)


def _of_no_month(base: Known) -> Option:
    return Option(None, "month-not-told", hung(base), 0.9, anchor=name_of(base))


def _weekdays_by_way(
    base: Known, way: int, cue: str, same: bool, both: tuple[datetime.date, datetime.date]
) -> list[Option]:
    if same:
        own = _weekday(both[0], "weekday-same-day", base, SURE)
        other = base.day + (ONE_WEEK if way > 0 else -ONE_WEEK)
        return [own, _weekday(other, "weekday-after" if way > 0 else "weekday-before", base, OTHER)]
    before = _weekday(both[0], "weekday-before", base, SURE if way <= 0 else OTHER, "" if way > 0 else cue)
    after = _weekday(both[1], "weekday-after", base, SURE if way > 0 else OTHER, cue if way > 0 else "")
    return [after, before] if way > 0 else [before, after]


def _shifted_weekday(wanted: int, shift: int, base: Known) -> list[Option]:
    """ "last Friday" is before, "next Friday" after, never the day itself; "this Friday" is of the same week."""
    monday = base.day - datetime.timedelta(days=base.day.isoweekday() - 1)
    of_week = monday + datetime.timedelta(days=wanted - 1)
    if shift == 0:
        return [_weekday(of_week, "weekday-of-week", base, SURE)]
    near = _on_or_after(base.day, wanted)
    near = near - ONE_WEEK if shift < 0 else near + (ONE_WEEK if near == base.day else datetime.timedelta(0))
    far = of_week + ONE_WEEK * shift
    rule = "weekday-last" if shift < 0 else "weekday-next"
    options = [_weekday(near, rule, base, 0.88)]
    return options if far == near else [*options, _weekday(far, "weekday-of-week", base, OTHER)]


def _on_or_after(day: datetime.date, wanted: int) -> datetime.date:
    return day + datetime.timedelta(days=(wanted - day.isoweekday()) % 7)


def _weekday(day: datetime.date, rule: str, base: Known, confidence: float, cue: str = "") -> Option:
    facts: Facts = {"weekday": day.isoweekday()} | hung(base) | ({"cue": cue} if cue else {})
    return Option(FuzzyDate.day(day), rule, facts, confidence, anchor=name_of(base))


def _coming(context: Context) -> Known | None:
    """The date ahead that the same sentence has named: "they meet on 12 December and vote on the 18th"."""
    last = context.story.last
    if last is None or context.narrative or context.anchor is None or last.sentence != context.sentence:
        return None
    return last if last.day > context.anchor and context.way[0] > 0 else None


def day_of_month(fields: Fields, context: Context) -> list[Option]:
    """ "the 21st": of the anchor's month, else of the one before or after by tense; in a narrative of the story's."""
    day = number(fields, "day") or 1
    base = _coming(context) or context.base(str(fields.get("base", "anchor")), "month")
    if base is None:
        return []
    last = context.story.last
    for known in (last, base) if context.narrative and last else (base,):
        if _has_no_month(known):
            return [_of_no_month(known)]
    shift = number(fields, "shift")
    way, cue = (shift, "") if shift else (0, "") if base.words else context.way
    if way > 0 and cue and 0 < base.day.day - day <= _JUST_PAST:
        # On the 9th "the 8th" was yesterday, whatever the verb.
        way, cue = 0, ""
    wanted = number(fields, "weekday")
    months = _months_with(day, base.day, way, wanted)
    options: list[Option] = []
    for found in months:
        facts: Facts = {"day": day} | hung(base) | ({"cue": cue} if cue and not options else {})
        rule = _month_chosen(found, base, way, bool(shift), bool(options))
        if wanted == found.isoweekday() and all(option.rule != "day-on-weekday" for option in options):
            rule = "day-on-weekday"
        options.append(Option(FuzzyDate.day(found), rule, facts, OTHER if options else 0.9, anchor=name_of(base)))
    # "지난 26일" never lies ahead.
    return [
        option for option, found in zip(options, months, strict=True) if (found - base.day).days * (shift or 0) >= 0
    ]


def _month_chosen(found: datetime.date, base: Known, way: int, named: bool, other: bool) -> str:
    """The rule by which a day got its month; `named`: a word such as "last" told it, `other`: the less likely one."""
    side = found > base.day
    if found != base.day and named:
        return ("day-last", "day-next")[side]
    if (found.year, found.month) == (base.day.year, base.day.month) and (base.words or not way or found == base.day):
        return "day-of-story" if base.words else "day-of-month"
    if base.words and not other:
        return "day-beside-story"
    return ("day-before", "day-after")[side]


@lru_cache(maxsize=1000)
def _months_with(day: int, base: datetime.date, way: int, weekday: int | None) -> tuple[datetime.date, ...]:
    """That day of the base's month and of its neighbours, the likeliest first; on the weekday if one is named."""
    if weekday and (near := [one for one in _months_with(day, base, 0, None) if one.isoweekday() == weekday]):
        return (*near, *(one for one in _months_with(day, base, way, None) if one not in near))[:2]
    if weekday:
        # Of what is past a slip is likelier than a month far back; else "Friday the 13th" is told by its weekday.
        slip, far = _months_with(day, base, way, None)[:1], _far_month_with(day, base, way, weekday)
        return (*slip, *far) if way < 0 else (*far, *slip)
    reach = 2
    found = []
    for distance in range(-reach, reach + 1):
        count = base.year * 12 + base.month - 1 + distance
        candidate = make_day(count // 12, count % 12 + 1, day) if 12 <= count < 119_988 else None
        if candidate:
            found.append(candidate)
    found.sort(key=lambda one: (way == 0 and one.month != base.month, abs((one - base).days)))
    good = [one for one in found if way == 0 or (one <= base if way < 0 else one >= base)]
    if not found:
        return ()
    best = (good or found)[0]
    others = [one for one in found if one != best and (one - base).days * (best - base).days <= 0]
    return (best, *others[:1])


def _far_month_with(day: int, base: datetime.date, way: int, weekday: int) -> list[datetime.date]:
    """The nearest month within two years in which the day has its weekday."""
    counts = [base.year * 12 + base.month - 1 + distance for distance in range(-24, 25)]
    days = [make_day(count // 12, count % 12 + 1, day) for count in counts if 12 <= count < 119_988]
    fitting = [one for one in days if one and one.isoweekday() == weekday and (one - base).days * way >= 0]
    return sorted(fitting, key=lambda one: abs((one - base).days))[:1]
