"""Find the phrases of a text and read each against what stands around it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import partial

from timeline.dates import core
from timeline.dates.context import Context, Known, Story, Way
from timeline.dates.direction import (
    Quiet,
    appeals,
    compares,
    defers,
    is_beside,
    is_heading,
    look,
    looks_back,
    modifies,
    ranks,
    sentence_end,
    tells_on,
)
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.homonyms import Homonyms
from timeline.dates.languages import OWN_LANGUAGES, language
from timeline.dates.option import Option, hung, name_of
from timeline.dates.passing import (
    counts_back,
    ground_of,
    is_compared,
    is_lunisolar,
    is_one_night,
    is_passing,
    is_retold,
    is_told_on,
)
from timeline.dates.phrases import scan
from timeline.dates.reading import resolve
from timeline.dates.record import replace
from timeline.dates.result import Phrase, Reading
from timeline.dates.timex import DATE, Timex, timex
from timeline.dates.units import in_range

Anchor = datetime.date | None
# In words given as one phrase a year needs no licence.
_LONE_YEAR = re.compile(r"(?<![\d.,-])(?:1\d|20)\d\d(?![\d%]|[.,-]\d)")
# A dispatch says first where and when it was written; it is printed within days.
# Days: a day told beside what was counted is the same one if it lies so near.
_MISCOUNT = 20
_LONGEST_PLACE, _MOST_DAYS_TO_PRINT = 80, 3
_PLACE = re.compile(r"\s*[A-Z][A-Z.'’ -]*[A-Z]\b[^\n;:]*,\s*")
_AFTER_DATELINE = re.compile(r"\.?\s*(?:\([^)\n]{1,40}\)\s*(?:--|[—–-])?|--|[—–]|-\s)")
_FOUND = {"date", "time", "duration", "set", "vague"}
# A history: most of the years it names are far from its day of publication.
_FEWEST_YEARS, _FAR = 3, 3
_BYGONE = 0.9
_OUTWEIGHED, _OUTWEIGHED_IN_SPEECH = 12, 4


def find(
    text: str, anchor: Anchor, *, language: str | None = None, zone: str | None = None, style: str | None = None
) -> list[Phrase]:
    """Every phrase of a text that speaks of time, in text order; spans never overlap. Raises on no text."""
    code = language or core.language_of(text)
    nodes = _nodes(text, code)
    narrative = _is_history(nodes, anchor) if style is None else style == "narrative"
    return list(_read_all(text, nodes, anchor, code, zone, narrative))


def _nodes(text: str, code: str) -> list[Node]:
    if code not in OWN_LANGUAGES:
        from timeline.dates.foreign import foreign_nodes

        return list(foreign_nodes(text, code))
    homonyms = Homonyms(text, code)
    return [node for node in scan(text, code) if _FOUND.intersection(node.gives.split()) and not homonyms.holds(node)]


def _read_all(
    text: str, nodes: list[Node], anchor: Anchor, code: str, zone: str | None, narrative: bool
) -> Iterator[Phrase]:
    story, quiet = Story(), Quiet(text, code)
    opening = _opening(text, nodes) if narrative else None
    head, origin = _dateline(text, nodes), ""
    for at, (node, paragraph, sentence) in enumerate(_placed(text, nodes, code)):
        context = Context(
            anchor=anchor,
            story=story if story.last or story.bygone or _is_of_anchor(node) else Story(opening),
            narrative=narrative,
            zone=zone,
            paragraph=paragraph,
            sentence=sentence,
            look=partial(look, text, node.start, node.end, code, quiet),
            ranks=partial(ranks, text, node.start, code),
            looks_back=partial(looks_back, text, node.start, code),
            defers=partial(defers, text, node.start, code),
            modifies=partial(modifies, text, node.end, code),
            text=text,
            origin=origin,
        )
        if _is_today(node) and ((narrative and "whose" in node.fields) or appeals(text, node.start, code)):
            node = Node(node.start, node.end, "vague", {"when": "present"}, (), "vague")
        if story.near and not narrative and _is_day_told(node) and compares(text, node.start, code):
            # "352 million shares, compared with 411 million a day earlier": than on the day of the news.
            context = context.hanging_on(story.near)
        for one, options in _each(node, context):
            if at + 1 < len(nodes) and _is_named_next(text, one, nodes[at + 1], code):
                options = _as_told(options, resolve(_first(nodes[at + 1]), context), code)
            if node is head and (day := _day_of_writing(options[0], anchor)):
                anchor, origin = day, "dateline"
            phrase = _phrase(text, one, options)
            yield phrase
            best = options[0]
            heading = narrative and is_heading(text, one.start, one.end)
            ground = ground_of(best, narrative and (heading or story.last is None or is_one_night(one)))
            if ground is None or best.kind == "DURATION" or is_compared(one, best, code):
                continue
            if not narrative and compares(text, one.start, code):
                continue
            beside = not narrative and is_beside(text, one.start, code)
            named = narrative or _carries(best, phrase.words, code) or best.rule.startswith("year-of-story")
            whole = best.date if best.rule.endswith("range-lasting") else None
            era = str(best.facts.get("era", ""))
            lunar = is_lunisolar(best, story)
            known = Known(ground, phrase.words, named, paragraph, sentence, beside, False, heading, whole, era, lunar)
            if narrative and is_retold(known, story, text, one):
                continue
            passing = narrative and is_passing(best, known, story, text, one, code)
            if narrative and ground.earliest and not counts_back(best):
                told_on = passing and (is_told_on(known, story) or tells_on(text, one.end, code))
                story.mentioned = replace(known, told_on=True) if told_on else known
            if not passing:
                story.note(known)
            if code == "en" and not narrative:
                story.tell(known, anchor)


def _each(node: Node, context: Context) -> Iterator[tuple[Node, list[Option]]]:
    """A node with its readings; its members one by one where they turn out not to tell one date."""
    options = resolve(node, context)
    if context.story.lunisolar:
        from timeline.dates.era_years import without_lunisolar_days

        options = without_lunisolar_days(options, context.story.lunisolar)
    if not options and node.meaning == "apposed":
        for child in node.children:
            yield from _each(child, context)
    elif not options and context.bygone:
        told = context.bygone
        yield node, [Option(None, "before-christ", hung(told), _BYGONE, anchor=name_of(told))]
    elif options:
        yield node, options


def _opening(text: str, nodes: list[Node]) -> Known | None:
    """The first year that a history names: what stands before it without a year is of that year, too."""
    for node in nodes:
        for fields in _leaves([node]):
            year = fields.get("year")
            if isinstance(year, int) and in_range(year) and "bc" not in fields:
                return Known(FuzzyDate.year(year), text[node.start : node.end], origin="opening")
    return None


def _dateline(text: str, nodes: list[Node]) -> Node | None:
    """The date in the head of a dispatch: "KIGALI, April 14 --", "LONDON, May 2 (Reuters) -"."""
    if not nodes or not _PLACE.fullmatch(text[: min(nodes[0].start, _LONGEST_PLACE)]):
        return None
    return nodes[0] if _AFTER_DATELINE.match(text, nodes[0].end) else None


def _day_of_writing(option: Option, anchor: Anchor) -> Anchor:
    """What "today" means in a dispatch: its dateline's day, where that is just before its publication; else None."""
    day = option.date.earliest if option.date and option.date.is_day else None
    return day if anchor and day and 0 < (anchor - day).days <= _MOST_DAYS_TO_PRINT else None


def _carries(option: Option, words: str, code: str) -> bool:
    """Whether the year that a phrase names may be that of the months after it: "in 1997", not "the most since 1997"."""
    if not option.named_year or "bound-since" in option.rule:
        return False
    return code != "en" or option.date is None or not option.date.edtf.isdecimal() or words[:3].lower() == "in "


def _is_named_next(text: str, node: Node, following: Node, code: str) -> bool:
    """Whether the next phrase gives the day of one that hangs on something before it ("다음 날인 13일")."""
    if (
        code not in OWN_LANGUAGES
        or node.fields.get("base", "anchor") == "anchor"
        or "day" not in _first(following).fields
    ):
        return False
    return re.fullmatch(language(code).namely, text[node.end : following.start]) is not None


def _first(node: Node) -> Node:
    """The expression that a phrase begins with, without what is said of it."""
    return _first(node.children[0]) if node.children else node


def _as_told(options: list[Option], told: list[Option], code: str) -> list[Option]:
    """The day that the text itself names first, where both are days; what was counted stays beside it.

    Korean says by its grammar that both are one day; in English the day named must lie near the one counted.
    """
    counted = options[0].date.earliest if options[0].date and options[0].date.is_day else None
    if told and told[0].date == options[0].date:
        return options
    days = [option for option in told if option.date and option.date.is_day and option.date != options[0].date]
    reach = _MISCOUNT if code == "en" else datetime.date.max.toordinal()
    near = [option for option in days if counted and option.date and _days_between(option.date, counted) <= reach]
    return [*near[:1], *options]


def _days_between(date: FuzzyDate, day: datetime.date) -> int:
    return abs((date.earliest - day).days) if date.earliest else 0


def _is_of_anchor(node: Node) -> bool:
    """ "This week", "last May": told from the day of publication where nothing was told before."""
    return any("shift" in fields and fields.get("base", "anchor") == "anchor" for fields in _leaves([node]))


def _is_today(node: Node) -> bool:
    return node.meaning == "calendar" and node.fields.get("unit") == "day" and node.fields.get("shift") == 0


def _is_day_told(node: Node) -> bool:
    return node.fields.get("unit") == "day" and node.fields.get("base") == "previous"


def _placed(text: str, nodes: list[Node], code: str) -> Iterator[tuple[Node, int, int]]:
    """Each node with the number of its paragraph (line) and sentence."""
    paragraph = sentence = done = 0
    for node in nodes:
        # Only whether the number changed is ever asked.
        if sentence_end(code).search(text, done, node.start):
            sentence += 1
            paragraph += text.count("\n", done, node.start)
        done = node.start
        yield node, paragraph, sentence


def _phrase(text: str, node: Node, options: list[Option]) -> Phrase:
    parts = tuple(_phrase(text, member, list(found)) for member, found in options[0].parts if found)
    readings = tuple(reading_of(option) for option in _distinct(options))
    return Phrase(node.start, node.end, text[node.start : node.end], options[0].kind, readings, parts)


def _distinct(options: list[Option]) -> list[Option]:
    if len(options) < 2:
        return options
    kept: dict[str, Option] = {}
    for option in options:
        kept.setdefault(option.date.edtf if option.date else "", option)
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


def _is_history(nodes: list[Node], anchor: Anchor) -> bool:
    """Whether a text is told in its own time: several years far from the anchor, hardly a day beside it."""
    years: list[int] = []
    beside = 0
    for fields in _leaves(nodes):
        year = fields.get("year") or fields.get("decade")
        if isinstance(year, int):
            years.append(year)
        else:
            beside += _tells_of_today(fields)
    if len(years) < _FEWEST_YEARS or beside > len(years):
        return False
    if anchor is None:
        return True
    away = sorted(abs(year - anchor.year) for year in years)
    # The median, without the module of statistics: it takes longer to load than a short text to read.
    return away[len(away) // 2] + away[(len(away) - 1) // 2] > 2 * _FAR


def _tells_of_today(fields: dict[str, int | str]) -> int:
    """How many years of a history one expression outweighs: "Friday" and "last week" many, "today" few."""
    if "day" in fields or fields.get("base", "anchor") != "anchor":
        return 0
    unit = fields.get("unit")
    if "weekday" in fields or unit == "week" or (unit == "month" and fields.get("shift") == -1):
        return _OUTWEIGHED
    return _OUTWEIGHED_IN_SPEECH if unit == "day" else 0


def _leaves(nodes: Iterable[Node]) -> Iterator[dict[str, int | str]]:
    for node in nodes:
        if node.children:
            yield from _leaves(node.children)
        if node.meaning in ("calendar", "range", "list"):
            yield node.fields


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
    """The readings of words that are one phrase, best first; [] where they are no date."""
    code = language or core.language_of(words + context)
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
    read_nodes = [options for node in _nodes(words, code) if (options := resolve(node, around))]
    for options in sorted(read_nodes, key=lambda found: found[0].date is None):
        return [reading_of(option) for option in _distinct(options)]
    if year := _LONE_YEAR.search(words):
        return [reading_of(option) for option in resolve(Node(0, 0, "calendar", {"year": int(year[0])}), around)]
    return [reading_of(option) for option in core.foreign_options(words, anchor, code, direction)]
