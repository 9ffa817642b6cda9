"""The phrases of one text read in their order: what each one tells is what the next may hang on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial

from timeline.dates.context import Context, Known, Story
from timeline.dates.dateline import dateline, day_of_writing
from timeline.dates.direction import (
    Quiet,
    appeals,
    compares,
    defers,
    is_beside,
    is_heading,
    is_ranked,
    look,
    looks_back,
    modifies,
    plans,
    ranks,
    sentence_end,
    tells_on,
)
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.history import leaves, opening
from timeline.dates.languages import OWN_LANGUAGES, language
from timeline.dates.option import Option, Options, hung, name_of
from timeline.dates.passages import Passages
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
from timeline.dates.reading import resolve
from timeline.dates.record import replace

# Days: a day told beside what was counted is the same one if it lies so near.
_MISCOUNT = 20
_BYGONE = 0.9


class Course:
    """One reading of a text from its first phrase to its last."""

    def __init__(
        self, passages: Passages, nodes: list[Node], anchor: datetime.date | None, zone: str | None, narrative: bool
    ) -> None:
        self._text, self._passages, self._nodes = passages.text, passages, nodes
        self._anchor, self._zone, self._narrative = anchor, zone, narrative
        # What the anchor is, as in `Context`.
        self._origin = ""
        self._story = Story()
        self._quiet = {code: Quiet(view, code) for code, view in passages.views.items()}
        self._opening = opening(self._text, nodes) if narrative else None

    def _around(self, node: Node) -> tuple[str, str]:
        """The language that a node is in, and the text as far as it is in that."""
        code = self._passages.at(node.start)
        return code, self._passages.views[code]

    def readings(self) -> Iterator[tuple[Node, Options]]:
        """Every node that has readings, with them, best first."""
        head = dateline(self._text, self._nodes)
        for at, (node, paragraph, sentence) in enumerate(_placed(self._passages, self._nodes)):
            context = self._context(node, paragraph, sentence)
            for one, options in _each(self._as_meant(node), context):
                chosen = self._with_named_next(one, at, options, context)
                if node is head and (day := day_of_writing(chosen[0], self._anchor)):
                    self._anchor, self._origin = day, "dateline"
                yield one, chosen
                self._remember(one, chosen[0], paragraph, sentence)

    def _context(self, node: Node, paragraph: int, sentence: int) -> Context:
        """What a node is read against."""
        (code, text), story, narrative = self._around(node), self._story, self._narrative
        context = Context(
            anchor=self._anchor,
            story=story if story.last or story.bygone or _is_of_anchor(node) else Story(self._opening),
            narrative=narrative,
            zone=self._zone,
            paragraph=paragraph,
            sentence=sentence,
            look=partial(look, text, node.start, node.end, code, self._quiet[code]),
            ranks=partial(ranks, text, node.start, code),
            is_ranked=partial(is_ranked, text, node.start, code),
            looks_back=partial(looks_back, text, node.start, code),
            defers=partial(defers, text, node.start, code),
            plans=partial(plans, text, node.start, node.end, code),
            modifies=partial(modifies, text, node.end, code),
            text=text,
            origin=self._origin,
        )
        if story.near and not narrative and _is_day_told(node) and compares(text, node.start, code):
            # "352 million shares, compared with 411 million a day earlier": than on the day of the news.
            return context.hanging_on(story.near)
        return context

    def _as_meant(self, node: Node) -> Node:
        """ "Today" in a history, or in an appeal, is no day."""
        if not _is_today(node):
            return node
        code, text = self._around(node)
        if (self._narrative and "whose" in node.fields) or appeals(text, node.start, code):
            return Node(node.start, node.end, "vague", {"when": "present"}, (), "vague")
        return node

    def _with_named_next(self, node: Node, at: int, options: Options, context: Context) -> Options:
        """The readings of a node, the day before them that the next one names for it."""
        code, text = self._around(node)
        if at + 1 < len(self._nodes) and _is_named_next(text, node, self._nodes[at + 1], code):
            return _as_told(options, resolve(_first(self._nodes[at + 1]), context), code)
        return options

    def _remember(self, node: Node, best: Option, paragraph: int, sentence: int) -> None:
        """What the story has come to, unless the date only stands beside it."""
        (code, text), story, narrative = self._around(node), self._story, self._narrative
        heading = narrative and is_heading(text, node.start, node.end)
        ground = ground_of(best, narrative and (heading or story.last is None or is_one_night(node)))
        if ground is None or best.kind == "DURATION" or is_compared(node, best, code):
            return
        if not narrative and compares(text, node.start, code):
            return
        words = self._text[node.start : node.end]
        known = Known(
            ground,
            words,
            narrative or _carries(best, words, code) or best.rule.startswith("year-of-story"),
            paragraph,
            sentence,
            in_passing=not narrative and is_beside(text, node.start, code),
            in_heading=heading,
            whole=best.date if best.rule.endswith("range-lasting") else None,
            era=str(best.facts.get("era", "")),
            lunisolar=is_lunisolar(best, story),
        )
        if narrative:
            self._tell_on(node, best, known)
            return
        story.note(known)
        if code == "en":
            story.tell(known, self._anchor)

    def _tell_on(self, node: Node, best: Option, known: Known) -> None:
        """A date of a history: told of, told in passing, or told again in another calendar."""
        (code, text), story = self._around(node), self._story
        if is_retold(known, story, text, node):
            return
        passing = is_passing(best, known, story, text, node, code)
        if known.date.earliest and not counts_back(best):
            told_on = passing and (is_told_on(known, story) or tells_on(text, node.end, code))
            story.mentioned = replace(known, told_on=True) if told_on else known
        if not passing:
            story.note(known)


def _each(node: Node, context: Context) -> Iterator[tuple[Node, Options]]:
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


def _as_told(options: Options, told: Options, code: str) -> Options:
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
    return any("shift" in fields and fields.get("base", "anchor") == "anchor" for fields in leaves([node]))


def _is_today(node: Node) -> bool:
    return node.meaning == "calendar" and node.fields.get("unit") == "day" and node.fields.get("shift") == 0


def _is_day_told(node: Node) -> bool:
    return node.fields.get("unit") == "day" and node.fields.get("base") == "previous"


def _placed(passages: Passages, nodes: list[Node]) -> Iterator[tuple[Node, int, int]]:
    """Each node with the number of its paragraph (line) and sentence."""
    text = passages.text
    paragraph = sentence = done = 0
    for node in nodes:
        # Only whether the number changed is ever asked.
        if sentence_end(passages.at(node.start)).search(text, done, node.start):
            sentence += 1
            paragraph += text.count("\n", done, node.start)
        done = node.start
        yield node, paragraph, sentence
