"""Times of day: the clock or the part of day that the words name, with their date."""

from __future__ import annotations

import datetime

from timeline.dates.absolute import number
from timeline.dates.context import Context, Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, Options, Resolve
from timeline.dates.record import replace

_LATE, _EARLY = 18, 6
_NIGHT_ENDS = 5
# How far back a clock alone finds its day in news.
_SENTENCES = 3
# The hours that a part of the day counts from noon on, first and last.
_FROM_NOON_ON = {"midday": (1, 5), "afternoon": (0, 11), "evening": (0, 11), "night": (6, 11)}
# What one clock never takes from another.
# The end of a day, which its own 0:00 is not: the day stands alone.
_ENDS_OF_DAY = (24, 2400)
_FIGURES = ("hour", "minute", "second", "to_hour")
DAYPARTS = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}


def clocked(node: Node, context: Context, resolve: Resolve) -> Options:
    """A time of day with its date; alone it is of the anchor's day."""
    fields = dict(node.fields)
    dates = [child for child in node.children if "clock" not in child.gives]
    for child in node.children:
        if child not in dates:
            fields = _with_second(fields, _clock_fields(child))
    if dates:
        options = resolve(dates[0], context)
    else:
        usual = "context" if context.narrative else "anchor"
        if "same" in fields and (told := context.base("previous", "day")):
            # 11日午後2時46分 ... 同3時14分.
            time = told.date.time
            fields |= {"meridiem": "pm"} if time and time.hour >= 12 else {}
            return [with_time(option, fields, context.zone) for option in _of_no_day(fields, told, context)]
        base = _day_of_sentence(context) or _day_told(context) or context.base(usual, "day")
        if base is None:
            return []
        options = _of_no_day(fields, base, context)
    return _with_both_ends(options, node, fields, context)


def _with_both_ends(options: Options, node: Node, fields: Fields, context: Context) -> Options:
    """The days with their time; of hours from one to another that is the first, and both are kept as parts."""
    timed = [with_time(option, fields, context.zone) for option in options]
    clocks = _clocks(node)
    end = _end_fields(fields, _clock_fields(clocks[1])) if len(clocks) == 2 and timed else {}
    if not end:
        return timed
    ends = [with_time(option, end, context.zone) for option in options]
    return [replace(timed[0], parts=((clocks[0], tuple(timed)), (clocks[1], tuple(ends)))), *timed[1:]]


def _clocks(node: Node) -> list[Node]:
    """The clocks that a node names, each with all that is said of it."""
    found: list[Node] = []
    for child in node.children:
        if "clock" in child.gives:
            inner = _clocks(child)
            found += inner if len(inner) > 1 else [child]
    return found


def _end_fields(start: Fields, end: Fields) -> Fields:
    """The end of some hours: in the half of the day that their start is in, or the next; {} where it is in neither."""
    shared = {name: value for name, value in start.items() if name not in _FIGURES} | end
    first = clock_time(start)
    for fields in (shared, {"meridiem": "pm"} | end):
        last = clock_time(fields)
        if first and last and first < last:
            return fields
    return {}


def _of_day(hour: int, meridiem: str, daypart: str) -> int:
    """The hour of the day, 0 to 24, of one of the half day: 밤 11시 is 23, 昼2時 is 14, twelve at night is 0."""
    if meridiem == "am" or (daypart == "night" and not meridiem and hour == 12):
        return hour % 12 if hour == 12 else hour
    first = _FROM_NOON_ON.get(daypart) if not meridiem else None
    from_noon_on = meridiem == "pm" or (first is not None and first[0] <= hour <= first[1])
    return hour + 12 if from_noon_on and hour < 12 else hour


def _of_no_day(fields: Fields, base: Known, context: Context) -> Options:
    """The day of a clock alone; ahead of the day of publication an hour of the night is of the night to come."""
    clock = clock_time(fields)
    day = _day_of(clock, base)
    today = Option(FuzzyDate.day(day), "time-alone", {"day": day.isoformat()}, 0.6, anchor=base.day.isoformat())
    of_night = fields.get("meridiem") == "am" or fields.get("daypart") in ("morning", "night")
    if not (of_night and clock and clock.hour < _NIGHT_ENDS) or base.words or day == datetime.date.max:
        return [today]
    if context.way[0] <= 0:
        return [today]
    night = day + datetime.timedelta(days=1)
    ahead = Option(FuzzyDate.day(night), "time-of-night-ahead", {"day": night.isoformat()}, 0.6, anchor=today.anchor)
    return [ahead, today]


def _day_of(clock: datetime.time | None, base: Known) -> datetime.date:
    """The day of a clock alone: "at 11 p.m. the bank gave way; after midnight the bridge fell" goes on to the next."""
    last = base.date.time
    if clock and last and last.hour >= _LATE and clock.hour < _EARLY and base.day < datetime.date.max:
        return base.day + datetime.timedelta(days=1)
    return base.day


def _day_of_sentence(context: Context) -> Known | None:
    """The day that the same sentence has named: "yesterday, the first at 8 a.m."."""
    known = context.story.at("day")
    return known if known and known.date.is_day and known.sentence == context.sentence else None


def _day_told(context: Context) -> Known | None:
    """The day of news that the sentences before have told of: "It fell on Monday. The warning came at 1:32 p.m."."""
    told, near = context.story.told, context.story.near
    if context.narrative or told is None or context.way[0] >= 0:
        return None
    if told.paragraph == context.paragraph and told.sentence == context.sentence - 1:
        return told
    return near if near and near.sentence >= context.sentence - _SENTENCES else None


def zoned(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "Tuesday in Washington": the day is one of that place, whose zone is kept."""
    zone = str(node.fields["zone"])
    options = [with_time(option, node.fields, zone) for option in resolve(node.children[0], context)]
    return [
        option.then("zone-of-place", date=replace(option.date, zone=zone), facts={"zone": zone})
        for option in options
        if option.date is not None
    ]


def _clock_fields(node: Node) -> Fields:
    """The clock of a node; of a range of hours its start."""
    fields = node.fields
    for child in node.children:
        fields = _with_second(fields, _clock_fields(child))
    return fields


def _with_second(fields: Fields, second: Fields) -> Fields:
    """What a clock shares with the one told after it: the half of the day and the zone, never its figures."""
    if "hour" not in fields:
        return second | fields
    shared = {name: value for name, value in second.items() if name not in _FIGURES}
    first, last = number(fields, "hour"), number(second, "hour")
    if shared.get("meridiem") == "pm" and first and last and first % 12 > last % 12:
        # "From 9 to 5 p.m.".
        shared["meridiem"] = "am"
    return shared | fields


def with_time(option: Option, fields: Fields, zone: str | None) -> Option:
    """The same day with the clock or the part of day that the fields name."""
    date = option.date
    if date is None or not date.is_day or date.earliest is None:
        return option
    if number(fields, "hour") in _ENDS_OF_DAY:
        return option
    daypart = str(fields.get("daypart", ""))
    clock = clock_time(fields)
    if clock is None:
        if daypart not in DAYPARTS:
            return option
        value = f"{date.earliest.isoformat()}T{DAYPARTS[daypart]}"
        return option.then("part-of-day", facts={"daypart": daypart}, kind="TIME", value=value)
    place = str(fields["zone"]) if "zone" in fields else zone
    facts: Facts = {"clock": clock.strftime("%H:%M")}
    if place:
        facts["zone"] = place
    return option.then("time-of-day", date=date.at(clock, place), facts=facts, kind="TIME", value="")


def clock_time(fields: Fields) -> datetime.time | None:
    """The time of day that the fields name; None for none, or one that no clock shows."""
    hour, minute = fields.get("hour"), number(fields, "minute") or 0
    if isinstance(hour, int) and hour >= 100:
        hour, minute = divmod(hour, 100)
    if isinstance(hour, str):
        hour, minute = (int(figure) for figure in hour.split("."))
    if hour is None:
        return None
    if "to_hour" in fields:
        hour, minute = (hour - 1) % 12 or 12, 60 - minute
    hour = _of_day(hour, str(fields.get("meridiem", "")), str(fields.get("daypart", "")))
    second = number(fields, "second") or 0
    return datetime.time(hour % 24, minute, min(second, 59)) if hour <= 24 and minute < 60 else None
