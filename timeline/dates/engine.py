"""Find the phrases of a text and read each against what stands around it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter

from timeline.dates import core
from timeline.dates.context import Context, Known, Story, Way
from timeline.dates.course import Course
from timeline.dates.detection import language_of, reading_language
from timeline.dates.direction import look, ranks
from timeline.dates.grammar import Node
from timeline.dates.history import is_history
from timeline.dates.homonyms import Homonyms
from timeline.dates.languages import OWN_LANGUAGES
from timeline.dates.option import Option, Options
from timeline.dates.passages import Passages, alike, has_letters
from timeline.dates.phrases import scan
from timeline.dates.reading import resolve
from timeline.dates.record import replace
from timeline.dates.result import Phrase, Reading
from timeline.dates.timex import DATE, Timex, timex

Anchor = datetime.date | None
# In words given as one phrase a year needs no licence.
_LONE_YEAR = re.compile(r"(?<![\d.,-])(?:1\d|20)\d\d(?![\d%]|[.,-]\d)")
_NUMBERED = re.compile(
    r"(?:\b(?:nos?|nrs?|n[º°]|pp?|pages?|vols?|volume|flight|room|bus)\.?|[§№#])\s?\Z", re.IGNORECASE
)
_FEW_WORDS = 80
# What only English dates have, for a text that is told to be in another language, and has none there.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_ENGLISH = re.compile(
    rf"\b(?:{_MONTHS})\b(?= \d)|(?<=\d )(?:{_MONTHS})\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:yesterday|tomorrow|(?:last|next|this) (?:week|month|year))\b"
    r"|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Oo]f|ca?\.|about) [12]\d{3}\b"
)
_FOUND = {"date", "time", "duration", "set", "vague"}


def find(
    text: str, anchor: Anchor, *, language: str | None = None, zone: str | None = None, style: str | None = None
) -> list[Phrase]:
    """Every phrase of a text that speaks of time, in text order; spans never overlap. Raises on no text.

    `language` is that of the text; what is plainly in another script is read in its own, told or not. Without it
    each paragraph is read in the language that its letters tell.
    """
    passages = Passages(text, language)
    phrases = _found(passages, anchor, zone, style)
    if not phrases and not language and passages.main != "en" and _IN_ENGLISH.search(text):
        # A name or title in another language misled.
        return [one for one in _found(Passages(text, "en"), anchor, zone, style) if _IN_ENGLISH.search(one.words)]
    if language or len(text) > _FEW_WORDS or _is_settled(text, _covered(phrases)):
        return phrases
    # Too few words to tell the language of: that of ours which finds the most.
    others = [Passages(text, code) for code in alike(text) if code != passages.main]
    return max([phrases, *(_found(other, anchor, zone, style) for other in others)], key=_covered)


def find_first(
    text: str,
    anchor: Anchor,
    most: int,
    counts: Callable[[Phrase], bool],
    *,
    language: str | None = None,
    zone: str | None = None,
) -> tuple[list[Phrase], int]:
    """The phrases that `find` gives, as far as the one with which `most` of them count, and what was not read.

    What was not read is the number of stretches after it that speak of time: not each of them would be a phrase.
    """
    if len(text) <= _FEW_WORDS:
        return find(text, anchor, language=language, zone=zone), 0
    passages = Passages(text, language)
    nodes = _of_passages(passages)
    found: list[Phrase] = []
    for phrase in _in_course(passages, nodes, anchor, zone, None):
        found.append(phrase)
        most -= counts(phrase)
        if not most:
            return found, sum(node.start >= phrase.end for node in nodes)
    return found, 0


def _found(passages: Passages, anchor: Anchor, zone: str | None, style: str | None) -> list[Phrase]:
    return list(_in_course(passages, _of_passages(passages), anchor, zone, style))


def _in_course(
    passages: Passages, nodes: list[Node], anchor: Anchor, zone: str | None, style: str | None
) -> Iterator[Phrase]:
    narrative = is_history(nodes, anchor) if style is None else style == "narrative"
    for node, options in Course(passages, nodes, anchor, zone, narrative).readings():
        yield _phrase(passages.text, node, options)


def _is_settled(text: str, covered: int) -> bool:
    """Whether no other language need be tried: all is read, or some of what has words, or its letters tell."""
    return covered >= len(text.strip()) or (covered > 0 and has_letters(text)) or bool(language_of(text))


def _covered(phrases: list[Phrase]) -> int:
    return sum(phrase.end - phrase.start for phrase in phrases)


def _of_passages(passages: Passages) -> list[Node]:
    nodes = [node for code, view in passages.views.items() for node in _nodes(view, code)]
    return sorted(nodes, key=attrgetter("start")) if len(passages.views) > 1 else nodes


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
    ways: dict[str, Way] = {"before": (-1, ""), "after": (1, "")}
    start = max(context.find(words), 0)
    around = Context(
        anchor=anchor,
        story=Story(
            Known(previous.date, previous.anchor or previous.date.edtf) if previous and previous.date else None
        ),
        narrative=style == "narrative",
        zone=zone,
        look=lambda: ways[direction or ""],
        forced=direction in ways,
        text=words,
    )

    def read_in(code: str) -> list[Reading]:
        passages = Passages(words, code)

        def options_of(node: Node) -> Options:
            own = passages.at(node.start)
            way = around.look if around.forced else partial(look, context, start, start + len(words), own)
            return resolve(node, replace(around, look=way, ranks=partial(ranks, context, start, own)))

        return _read(passages, anchor, direction, options_of)

    code = language or reading_language(words + context)
    readings = read_in(code)
    if language or _is_settled(words, _length(readings)):
        return readings
    others = [other for other in alike(words) if other != code]
    return max([readings, *map(read_in, others)], key=_length)


def _read(
    passages: Passages, anchor: Anchor, direction: str | None, options_of: Callable[[Node], Options]
) -> list[Reading]:
    words = passages.text
    read_nodes = [(node, options) for node in _of_passages(passages) if (options := options_of(node))]
    if not read_nodes and (year := _lone_year(words)):
        node = Node(year.start(), year.end(), "calendar", {"year": int(year[0])})
        read_nodes = [(node, options_of(node))]
    for node, options in sorted(read_nodes, key=lambda found: found[1][0].date is None):
        used = _used(node, options[0], options_of)
        return [replace(reading_of(option), start=used.start, end=used.end) for option in _distinct(options)]
    whole = core.whole_by_dateparser(words, anchor, passages.main, direction)
    return [replace(reading_of(option), start=0, end=len(words)) for option in whole]


def _lone_year(words: str) -> re.Match[str] | None:
    """The first number that may be a year, and is none of a page, a flight, a room."""
    return next((year for year in _LONE_YEAR.finditer(words) if not _NUMBERED.search(words, 0, year.start())), None)


def _length(readings: list[Reading]) -> int:
    return readings[0].end - readings[0].start if readings else 0


def _used(node: Node, option: Option, options_of: Callable[[Node], Options]) -> Node:
    """What of a phrase a reading rests on.

    Of a range or list it may be one member only, where nothing tells the year of the other; of a part or a place in a
    unit that unit, where nothing holds the part: "the second week of March 44 BC".
    """
    if node.meaning in ("part", "nth") and node.children:
        unit = node.children[-1]
        return unit if options_of(unit)[:1] == [option] else node
    if node.meaning not in ("range", "list") or option.date is None or option.date.parts:
        return node
    alone = (child for child in node.children if (found := options_of(child)) and found[0].date == option.date)
    return next(alone, node)
