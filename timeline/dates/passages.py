"""Which part of a text is read in which language.

A paragraph is read in the language of the text, unless it is plainly in another script, or long enough to be told
apart from the rest. What stands in another script within a paragraph is a guest: read in its own language where it is
a sentence, names a date in figures or takes up much of the paragraph, else a name, and a name in brackets is blanked
out ("the town of Wuhan (武汉)"). So a text in several languages is scanned once for each of them, every time with the
rest blanked out: places stay what they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from timeline.dates.detection import language_of, likeliest, main_script, reading_language, weighed
from timeline.dates.languages import OWN_LANGUAGES
from timeline.dates.record import record
from timeline.dates.scripts import is_all_in, scripts_of

# Letters (weighed) from which a paragraph in another script is no name or cry, and their share in it.
_PLAIN, _SHARE = 24, 0.7
# Letters from which a paragraph in the script of the text may be told to be in another language, and how surely.
_LONG, _LOOKED_AT, _SURE = 60, 400, 0.8
# Languages beside the main one that a text is read in.
_MOST_LANGUAGES = 6
# A word that no grammar knows, and that joins nothing beside it.
_UNKNOWN = "ŋ"


@record
class Passage:
    """A part of a text and the language it is read in; "" for a name, which is not read."""

    start: int
    end: int
    code: str


class Passages:
    """A text with the languages of its parts; `main` is that of all the rest."""

    def __init__(self, text: str, told: str | None = None) -> None:
        self.text, self.main = text, told or reading_language(text)
        self._others = _of_most(list(_others(text, self.main, told is not None)))
        self._starts = [other.start for other in self._others]

    def at(self, place: int) -> str:
        """The language of a place."""
        before = bisect_right(self._starts, place) - 1
        if before >= 0 and place < self._others[before].end:
            return self._others[before].code or self.main
        return self.main

    @cached_property
    def views(self) -> dict[str, str]:
        """Each language with the text, all that is not in it blanked out; the main one first."""
        codes = dict.fromkeys(other.code for other in self._others if other.code)
        views = {code: _only(self.text, [other for other in self._others if other.code == code]) for code in codes}
        return {self.main: _without(self.text, self._others)} | views


def _of_most(others: list[Passage]) -> list[Passage]:
    """The parts in the languages that most of the text is in, each of which costs one more scan; all names."""
    lengths: dict[str, int] = {}
    for other in others:
        if other.code:
            lengths[other.code] = lengths.get(other.code, 0) + other.end - other.start
    kept = {"", *sorted(lengths, key=lengths.__getitem__)[-_MOST_LANGUAGES:]}
    return [other for other in others if other.code in kept]


def alike(text: str) -> list[str]:
    """Languages that a few words may be in: ours in their script, all where they have no letters; the model's guess."""
    weights, _said = weighed(text)
    ours = [code for code in OWN_LANGUAGES if not weights or weights.keys() & set(scripts_of(code))]
    return [*ours, *filter(None, [likeliest(text)])]


def has_letters(text: str) -> bool:
    """Whether a text has words of its own, brackets aside."""
    return bool(weighed(text)[0])


def _without(text: str, others: list[Passage]) -> str:
    parts, done = [], 0
    for other in others:
        parts += [text[done : other.start], _blank(text[other.start : other.end], bool(other.code))]
        done = other.end
    return "".join([*parts, text[done:]]) if parts else text


def _only(text: str, kept: list[Passage]) -> str:
    parts, done = [], 0
    for one in kept:
        parts += [_blank(text[done : one.start], True), text[one.start : one.end]]
        done = one.end
    return "".join([*parts, _blank(text[done:], True)])


def _blank(text: str, unknown: bool) -> str:
    """As many characters without a meaning: lines stay lines; a word that nobody knows, or nothing at all."""
    return "\n".join(
        f" {_UNKNOWN * (len(line) - 2)} " if unknown and len(line) > 2 else " " * len(line) for line in text.split("\n")
    )


def _others(text: str, main: str, told: bool) -> Iterator[Passage]:
    """The parts in other languages, and the names in other scripts, in text order."""
    own = scripts_of(main)[:1]
    if told and is_all_in(own, text):
        return
    start = 0
    for line in text.split("\n"):
        if line and (not told or not is_all_in(own, line)):
            yield from _in_line(line, start, main, told)
        start += len(line) + 1


def _in_line(line: str, start: int, main: str, told: bool) -> Iterator[Passage]:
    own = scripts_of(main)[:1]
    code = main
    if not is_all_in(own, line):
        weights, _said = weighed(line)
        script = main_script(weights)
        total = sum(weights.values())
        if script and script not in own and weights[script] >= max(_PLAIN, _SHARE * total):
            code = reading_language(line)
    if code == main and not told and len(line) >= _LONG:
        code = language_of(line[:_LOOKED_AT], _SURE) or main
    guests = [] if is_all_in(scripts_of(code)[:1], line) else _guests(line, code)
    if code == main:
        yield from (Passage(start + one.start, start + one.end, one.code) for one in guests if one.code != main)
        return
    done = 0
    for one in [*guests, Passage(len(line), len(line), code)]:
        if done < one.start:
            yield Passage(start + done, start + one.start, code)
        if one.code != main and one.start < one.end:
            yield Passage(start + one.start, start + one.end, one.code)
        done = one.end


def _guests(line: str, code: str) -> list[Passage]:
    from timeline.dates.guests import guests

    return [Passage(*guest) for guest in guests(line, scripts_of(code))]
