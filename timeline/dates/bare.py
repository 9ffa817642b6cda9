"""Dates that leave out the year, told by tense or story."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache

from timeline.dates.absolute import in_year, number
from timeline.dates.context import RANKS, Context, Known, Way
from timeline.dates.fuzzy import Precision
from timeline.dates.languages import Fields, Value
from timeline.dates.option import Facts, Option, hung, impossible, name_of
from timeline.dates.record import replace
from timeline.dates.units import in_range

# Measured on histories: nine of ten years taken from the story are right.
SURE, STORY, OTHER = 0.93, 0.88, 0.35
# Days: a date this near ahead is meant rather than one this far back.
_NEAR, _FAR = 62, 270
_AT_HAND, _YEAR_OFF = 31, 330
# Verbs that say least about when.
_COPULAS = ("was", "were")
# Months: a story goes on, so that a month so far ahead is still meant; what looks back takes the nearest.
_ONWARD, _NEAREST, _JUST = 11, 6, 2
# How sure it is that no days can be told.
_OPEN = 0.9
# The rules of what lies before and after; "last" and "next" leave out the one that holds the base.
_BY_WAY, _SHIFTED = ("year-before", "year-after"), ("year-last", "year-next")
Both = tuple[Option | None, Option | None]
# Days: a day and a month with the wrong weekday are a slip, unless one so near has the right one.
_HALF_A_YEAR = 183


def without_year(fields: Fields, context: Context) -> list[Option]:
    """A month, day and month, season, quarter or half whose year is not said; [] without anything to hang on."""
    if context.bygone:
        return []
    shift = number(fields, "shift")
    told = shift is None or fields.get("base") == "previous"
    if context.narrative and told and "coming" not in fields and (years := context.story.many_years):
        return [_of_some_year(fields, years)]
    story = context.story.for_months(context.paragraph, context.sentence)
    if fields.get("base") == "previous" and story and shift is not None:
        said = context.story.mentioned
        beside = said if said and said.sentence == context.sentence else context.just_told("year", 1)
        story = beside or story
    if fields.get("base") == "previous" and story and shift == 0 and first_month(fields):
        return _of_story(fields, story, replace(context, looks_back=bool, onward="season" in fields))
    if fields.get("base") == "previous" and story and shift is not None:
        return _beside_story(fields, story, shift)
    coming = "coming" in fields
    if shift is None and not coming and story and (context.narrative or _carried(story, fields, context)):
        return _of_story(fields, story, context)
    reference = context.publication
    if reference is None:
        return []
    if shift == 0:
        main = _holding(fields, reference.day) or in_year(fields, reference.day.year)
        return [_under(main, "year-of-anchor", hung(reference), SURE, reference)]
    way, cue = context.way if shift is None and not coming and "near" not in fields else (shift or int(coming), "")
    before, after = _nearest(fields, reference.day, strict=shift is not None and shift != 0)
    if "weekday" in fields and "day" in fields and not _within(_HALF_A_YEAR, reference.day, before, after):
        return _on_another_weekday(fields, context, (before, after))
    if before is None and after is None:
        month, day = number(fields, "month") or 0, number(fields, "day") or 0
        return [impossible("day-of-month", month=month, day=day)]
    unsure = ("day" in fields and cue in _COPULAS) or (way < 0 and context.plans())
    if unsure and not (shift or context.settled or context.forced):
        way, cue = _unless_far(way, cue, reference.day, before, after)
    modifies = context.modifies if shift is None else bool
    names = _SHIFTED if shift else _BY_WAY
    return _by_way(fields, reference, way, cue, (before, after), modifies, names)


def _of_some_year(fields: Fields, years: Known) -> Option:
    """A month, season or day in some year of a decade or century: it has no days."""
    month, day = number(fields, "month") or number(fields, "month_number"), number(fields, "day")
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "") if month else ""
    return Option(None, "year-not-told", hung(years), _OPEN, value=value, anchor=name_of(years))


def _within(days: int, day: datetime.date, *options: Option | None) -> bool:
    """Whether one of the days lies so near a day."""
    dates = [option.date.earliest for option in options if option and option.date]
    return any(date is not None and abs((date - day).days) <= days for date in dates)


def _on_another_weekday(fields: Fields, context: Context, right: Both) -> list[Option]:
    """A day near the anchor whose weekday does not match, before one far away that does: a slip is likelier."""
    near = without_year({name: value for name, value in fields.items() if name != "weekday"}, context)
    far = [
        _under(option, "year-before", hung(context.publication), OTHER, context.publication)
        for option in right
        if option
    ]
    return [*near, *far]


def _unless_far(way: int, cue: str, day: datetime.date, before: Option | None, after: Option | None) -> tuple[int, str]:
    """ "The window was from 31 May": nobody leaves out the year of a day eleven months away when one is at hand."""
    if not (before and before.date and before.date.latest and after and after.date and after.date.earliest):
        return way, cue
    back, ahead = (day - before.date.latest).days, (after.date.earliest - day).days
    chosen = 1 if ahead <= _AT_HAND and back >= _YEAR_OFF else -1 if back <= _AT_HAND and ahead >= _YEAR_OFF else way
    return (way, cue) if chosen == way else (chosen, "")


def _holding(fields: Fields, day: datetime.date) -> Option | None:
    """The one that holds a day: "this winter" in January began in the year before."""
    options = [in_year(fields, year) for year in (day.year - 1, day.year) if year >= 1]
    return next((option for option in options if option.date and option.date.holds(day)), None)


def _carried(story: Known, fields: Fields, context: Context) -> bool:
    """News: a year carries within its paragraph, from a date that names a year other than the anchor's."""
    if not story.named_year or story.paragraph != context.paragraph or context.forced:
        return False
    if context.anchor and story.day.year == context.anchor.year:
        return False
    if story.in_passing or (context.anchor and story.day.year > context.anchor.year and context.way[0] < 0):
        return False
    whole_year = story.date.edtf.isdecimal()
    if story is not context.story.last:
        return False
    return context.way[0] <= 0 and (not whole_year or story.sentence == context.sentence)


def _of_story(fields: Fields, story: Known, context: Context) -> list[Option]:
    """The year nearest to the date last read; the anchor's reading second."""
    said = context.story.mentioned
    if said and said.sentence == context.sentence and _holds_on(said, story, context):
        story = said
    month = first_month(fields)
    year = story.day.year
    if month and not story.date.edtf.isdecimal():
        back = context.looks_back()
        reach = _NEAREST if (back or not context.narrative) and not context.onward else _ONWARD
        year = _year_beside(month, story, reach, context.onward)
        if back and context.narrative and (year - story.day.year) * 12 + month - story.day.month > _JUST:
            # "He had been appointed in March" lies before.
            year -= 1
    main = in_year(fields, year)
    if "season" in fields and _is_within(story) and (not context.onward or number(fields, "shift") == 0):
        # "In July the king fell. That summer ..." is the summer that July lies in.
        main = _holding(fields, story.day) or main
        year = main.date.earliest.year if main.date and main.date.earliest else year
    facts = hung(story) | {"year": year}
    options = [_under(main, "year-of-story", facts, STORY, story)]
    if context.publication and context.publication.day.year != year and not context.narrative:
        way, cue = context.way
        of_anchor = _by_way(fields, context.publication, way, cue, _nearest(fields, context.publication.day))
        options += [replace(option, confidence=OTHER) for option in of_anchor[:1]]
    return options


def _is_within(story: Known) -> bool:
    """Whether a date is so fine that it can lie in one season."""
    return RANKS.get(story.date.precision, 5) <= RANKS[Precision.MONTH]


def _holds_on(said: Known, story: Known, context: Context) -> bool:
    """Whether a date told in passing still holds: "in 1704, when it held out from June", "it was to appear in 1956, but
    on 8 July he died", "it had begun in the spring, and lasted until August".
    """
    return context.onward or said.told_on or (said.is_year and said.day > story.day)


def _year_beside(month: int, story: Known, reach: int, onward: bool = False) -> int:
    """The year of a month beside a date: within it, after it if near enough (`onward`: over New Year), else before."""
    first = story.day
    last = story.date.latest or first
    start = first.year * 12 + first.month - 1
    end = max(start, last.year * 12 + last.month - 1) if last.year - first.year < 2 else start
    after = start + (month - first.month) % 12
    ahead, behind = after - end, start - (after - 12)
    spans_years = start // 12 != end // 12
    if ahead <= 0 or (onward and ahead <= reach) or (after // 12 == end // 12 and not spans_years and ahead <= reach):
        return after // 12
    return after // 12 if ahead <= behind else after // 12 - 1


def _beside_story(fields: Fields, story: Known, shift: int) -> list[Option]:
    """ "the next spring", "the previous April": beside the date last read."""
    if shift and story.date.edtf.isdecimal():
        # "In 1763 he left. He arrived the following spring."
        year = story.day.year + (1 if shift > 0 else -1)
        return [_under(in_year(fields, year), "year-of-story", hung(story) | {"year": year}, STORY, story)]
    before, after = _nearest(fields, story.day, strict=shift != 0)
    chosen = before if shift < 0 else after
    if chosen is None or chosen.date is None or chosen.date.earliest is None:
        return []
    facts = hung(story) | {"year": chosen.date.earliest.year}
    return [replace(_under(chosen, "year-of-story", facts, STORY, story), named_year=story.named_year)]


def _under(main: Option, rule: str, facts: Facts, confidence: float, base: Known | None) -> Option:
    if main.date is None:
        return main
    return Option(main.date, rule, facts, confidence, value=main.value, anchor=name_of(base))


def first_month(fields: Fields) -> int | None:
    """The month that the fields begin with."""
    if month := number(fields, "month") or number(fields, "month_number"):
        return month
    for name, first in (("season", 0), ("quarter", -2), ("half", -5)):
        if value := number(fields, name):
            return value * {"season": 3, "quarter": 3, "half": 6}[name] + first
    return None


def _nearest(fields: Fields, day: datetime.date, strict: bool = False) -> tuple[Option | None, Option | None]:
    """The last one begun by the anchor's day, and the next one not ended; `strict` leaves out its own."""
    return _nearest_of(tuple(fields.items()), day, strict)


@lru_cache(maxsize=4096)
def _nearest_of(
    items: tuple[tuple[str, Value], ...], day: datetime.date, strict: bool
) -> tuple[Option | None, Option | None]:
    fields = dict(items)
    before = after = None
    for distance in range(3 if "weekday" in fields and "day" in fields else 9):
        before = before or _fits(fields, day.year - distance, day, -1, strict)
        after = after or _fits(fields, day.year + distance - 1, day, 1, strict)
    return before, after


def _fits(fields: Fields, year: int, day: datetime.date, way: int, strict: bool) -> Option | None:
    if not in_range(year):
        return None
    option = in_year(fields, year)
    date = option.date
    weekday = number(fields, "weekday")
    if weekday and "day" in fields and date and date.earliest and date.earliest.isoweekday() != weekday:
        return None
    if date is None or date.earliest is None or date.latest is None:
        return None
    if strict:
        return option if (date.latest < day if way < 0 else date.earliest > day) else None
    return option if (date.earliest <= day if way < 0 else date.latest >= day) else None


def _likelier(way: int, cue: str, day: datetime.date, both: Both, modifies: Callable[[], bool]) -> Way:
    """A year is left out because the date is near: 1 where only the next one is, without a verb that decides.

    So it is for what only modifies a noun, as the verb is not its own: "4月の統計は来週発表する".
    """
    before, after = (option.date if option else None for option in both)
    if not (before and before.latest and after and after.earliest):
        return way, cue
    ahead, behind = (after.earliest - day).days, (day - before.latest).days
    lopsided = (ahead >= _FAR and behind <= _NEAR) or (ahead <= _NEAR and behind >= _FAR)
    if cue and lopsided and modifies():
        way, cue = 0, ""
    if way or cue:
        return way, cue
    return (1 if ahead <= _NEAR and behind >= _FAR else -1), ""


def _by_way(
    fields: Fields,
    base: Known,
    way: int,
    cue: str,
    both: Both,
    modifies: Callable[[], bool] = bool,
    names: tuple[str, str] = _BY_WAY,
) -> list[Option]:
    way, cue = _likelier(way, cue, base.day, both, modifies)
    options: list[Option] = []
    for place in (0, 1) if way <= 0 else (1, 0):
        found = both[place]
        if found is None or any(found.date == option.date for option in options):
            continue
        facts = hung(base) | ({"cue": cue} if cue and place == (way > 0) else {})
        options.append(_under(found, names[place], facts, SURE if not options else OTHER, base))
    return options
