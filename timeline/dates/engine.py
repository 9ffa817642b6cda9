"""Find the phrases of a text and read each against what stands around it."""

from __future__ import annotations

import datetime
import re
from functools import partial

from timeline.dates import core
from timeline.dates.context import Context, Known, Story, Way
from timeline.dates.course import Course
from timeline.dates.detection import reading_language
from timeline.dates.direction import look, ranks
from timeline.dates.grammar import Node
from timeline.dates.history import is_history
from timeline.dates.homonyms import Homonyms
from timeline.dates.languages import OWN_LANGUAGES
from timeline.dates.option import Option
from timeline.dates.phrases import scan
from timeline.dates.reading import resolve
from timeline.dates.record import replace
from timeline.dates.result import Phrase, Reading
from timeline.dates.timex import DATE, Timex, timex

Anchor = datetime.date | None
# In words given as one phrase a year needs no licence.
_LONE_YEAR = re.compile(r"(?<![\d.,-])(?:1\d|20)\d\d(?![\d%]|[.,-]\d)")
_FOUND = {"date", "time", "duration", "set", "vague"}


def find(
    text: str, anchor: Anchor, *, language: str | None = None, zone: str | None = None, style: str | None = None
) -> list[Phrase]:
    """Every phrase of a text that speaks of time, in text order; spans never overlap. Raises on no text."""
    code = language or reading_language(text)
    nodes = _nodes(text, code)
    narrative = is_history(nodes, anchor) if style is None else style == "narrative"
    course = Course(text, nodes, anchor, code, zone, narrative)
    return [_phrase(text, node, options) for node, options in course.readings()]


def _nodes(text: str, code: str) -> list[Node]:
    if code not in OWN_LANGUAGES:
        from timeline.dates.foreign import foreign_nodes

        return list(foreign_nodes(text, code))
    homonyms = Homonyms(text, code)
    return [node for node in scan(text, code) if _FOUND.intersection(node.gives.split()) and not homonyms.holds(node)]


def _phrase(text: str, node: Node, options: list[Option]) -> Phrase:
    parts = tuple(_phrase(text, member, list(found)) for member, found in options[0].parts if found)
    readings = tuple(reading_of(option) for option in _distinct(options))
    return Phrase(node.start, node.end, text[node.start : node.end], options[0].kind, readings, parts)


def _distinct(options: list[Option]) -> list[Option]:
    """Each date once; none is surer than the reading chosen."""
    if len(options) < 2:
        return options
    kept: dict[str, Option] = {}
    surest = options[0].confidence
    for option in options:
        sure = option if option.confidence <= surest else replace(option, confidence=surest)
        kept.setdefault(option.date.edtf if option.date else "", sure)
    return list(kept.values())


def reading_of(option: Option) -> Reading:
    """An option as the engine answers it."""
    value, mod = option.value, option.mod
    if option.date is not None and not value:
        made = timex(option.date)
        value, mod = made.value, mod or made.mod
    return Reading(
        option.date,
        Timex(option.kind or DATE, value, mod),
        option.rule,
        option.facts,
        round(option.confidence, 3),
        option.anchor,
    )


def read(
    words: str,
    anchor: Anchor,
    *,
    language: str | None = None,
    zone: str | None = None,
    style: str | None = None,
    direction: str | None = None,
    context: str = "",
    previous: Reading | None = None,
) -> list[Reading]:
    """The readings of words that are one phrase, best first; [] where they are no date.

    `start` and `end` of a reading say which part of the words it rests on: where that is not all of them, the rest
    was not read.
    """
    code = language or reading_language(words + context)
    ways: dict[str, Way] = {"before": (-1, ""), "after": (1, "")}
    at = context.find(words)
    around = Context(
        anchor=anchor,
        story=Story(
            Known(previous.date, previous.anchor or previous.date.edtf) if previous and previous.date else None
        ),
        narrative=style == "narrative",
        zone=zone,
        look=(lambda: ways[direction])
        if direction in ways
        else partial(look, context, max(at, 0), max(at, 0) + len(words), code),
        forced=direction in ways,
        ranks=partial(ranks, context, max(at, 0), code),
        text=words,
    )
    read_nodes = [(node, options) for node in _nodes(words, code) if (options := resolve(node, around))]
    if not read_nodes and (year := _LONE_YEAR.search(words)):
        node = Node(year.start(), year.end(), "calendar", {"year": int(year[0])})
        read_nodes = [(node, resolve(node, around))]
    for node, options in sorted(read_nodes, key=lambda found: found[1][0].date is None):
        return [replace(reading_of(option), start=node.start, end=node.end) for option in _distinct(options)]
    whole = core.foreign_options(words, anchor, code, direction)
    return [replace(reading_of(option), start=0, end=len(words)) for option in whole]
