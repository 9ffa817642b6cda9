"""What a history tells in passing: dates that look back, ahead or aside, and do not take the story along."""

from __future__ import annotations

from timeline.dates.context import Known, Story
from timeline.dates.direction import denies, ends, is_aside, is_bracketed, is_foretold, looks_back, names
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.option import Option

# A flashback goes back further than this, and a look ahead further than that (days).
_ASIDE, _FORETOLD = 45, 60
# What brackets or a name hold is beside the story if it is further away than this.
_YEAR, _NAMED_AHEAD = 366, 1100
# How many days the old calendar was behind: "on 1 July (11 July by the new calendar)".
_CALENDARS = range(10, 14)
# Years.
_LONG = 10
# From this year on Japan counts by the western calendar.
_WESTERN_CALENDAR = 1873


def is_compared(node: Node, option: Option, code: str) -> bool:
    """前日, 전월, 전년 동기: the story stays at the time that they are compared with, and 翌々日 counts from there."""
    if option.rule == "length-beside-anchor":
        return True
    if node.fields.get("base") == "previous" and node.fields.get("unit") == "day" and node.fields.get("shift") == -1:
        return True
    if code == "en" and counts_back(option) and option.facts.get("unit") in ("quarter", "year"):
        # What a year earlier was stands beside the story, so that the next comparison counts from the same time.
        return True
    return code in ("ja", "ko") and (option.rule.startswith("story-unit-before") or "compare" in option.facts)


def is_one_night(node: Node) -> bool:
    """ "The night of 3-4 February": the next morning is that of the 4th."""
    return node.meaning == "time" and node.fields.get("daypart") == "night" and node.children[:1] != ()


def is_lunisolar(option: Option, story: Story) -> bool:
    """Whether only a year of the lunisolar calendar is told, or one that is counted from such a year."""
    if "lunisolar-year" in option.rule:
        return True
    told, year = story.lunisolar, option.date.earliest if option.date else None
    if told is None or year is None or option.facts.get("previous") != told.words:
        return False
    return year.year < _WESTERN_CALENDAR


def ground_of(option: Option, opens: bool) -> FuzzyDate | None:
    """The date that later phrases hang on: of an extent its end, but a story that opens with one goes on inside it."""
    if opens and "range-" in option.rule and len(option.parts) > 1:
        found = option.parts[0][1]
        start = found[0].date if found else None
        if start and start.earliest:
            # What spans many years is a life or a reign: the story may go on anywhere in it.
            years = (option.date.year_span if option.date else (None, None))[1]
            return FuzzyDate.year(start.earliest.year) if years and years - start.earliest.year > _LONG else start
    return option.ground or option.date


def counts_back(option: Option) -> bool:
    """ "The year before", "two days earlier": told from the story, which stays where it is."""
    return option.rule.split("+")[0] in ("story-unit-before", "story-count-before")


def is_retold(known: Known, story: Story, text: str, node: Node) -> bool:
    """Whether brackets tell the day before them in the other calendar, ten to thirteen days on."""
    last, day = story.last, known.date.earliest
    if last is None or day is None or last.sentence != known.sentence:
        return False
    return (day - last.day).days in _CALENDARS and is_bracketed(text, node.start, node.end)


def is_told_on(known: Known, story: Story) -> bool:
    """Whether its sentence still tells of a date named in passing ("in 1704, when it held out from June")."""
    said = story.mentioned
    return said is not None and said.told_on and said.sentence == known.sentence


def is_passing(option: Option, known: Known, story: Story, text: str, node: Node, code: str) -> bool:
    """Whether a date of a history looks back from its own time, or ahead, or stands beside it."""
    last, day = story.last, known.date.earliest
    if last is None or day is None:
        return False
    ahead = (day - last.day).days
    if counts_back(option) or is_told_on(known, story):
        return True
    if ahead > 0 and "bound-until" in option.rule:
        return not denies(text, node.start, node.end, code)
    if ahead < 0 and "bound-since" in option.rule:
        return True
    if abs(ahead) > _YEAR and is_bracketed(text, node.start, node.end):
        return True
    if (ahead < -_ASIDE or ahead > _NAMED_AHEAD) and names(text, node.start, node.end, code):
        return True
    if ahead > 0 and story.first and story.first.sentence == known.sentence and ends(text, node.start, code):
        # "It opened on 5 May 1804 and ended on 3 March 1805", as a history's first sentence: the rest lies between.
        return True
    if ahead > _FORETOLD:
        return is_foretold(text, node.start, node.end, code)
    if ahead >= 0 or "bound-by" in option.rule:
        return False
    return looks_back(text, node.start, code) or (-ahead > _ASIDE and is_aside(text, node.start, node.end, code))
