"""Which part of a text is read in which language.

A paragraph is read in the language of the text, unless it is plainly in another script, or long enough to be told
apart from the rest. What stands in another script within a paragraph is a guest: read in its own language where it is
a sentence, names a date in figures or takes up much of the paragraph, else a name, and a name in brackets is blanked
out ("the town of Wuhan (武汉)"). So a text in several languages is scanned once for each of them, every time with the
rest blanked out: places stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property

from timeline.dates.detection import (
    CYRILLIC,
    EAST,
    HANGUL,
    KANA,
    LATIN,
    LETTERS,
    OTHER,
    RUNS,
    WEIGHTS,
    language_of,
    likeliest,
    main_script,
    reading_language,
    weighed,
)
from timeline.dates.languages import OWN_LANGUAGES
from timeline.dates.record import record

# The scripts that a language is written in, where that is not Latin; the first is its own.
_SCRIPTS = {
    **dict.fromkeys(("ja", "zh"), (EAST,)),
    "ko": (HANGUL, EAST),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mn", "kk"), (CYRILLIC,)),
    **dict.fromkeys(("ar", "el", "fa", "he", "hi", "ka", "th", "ur"), (OTHER,)),
}
# Letters (weighed) from which a paragraph in another script is no name or cry, and their share in it.
_PLAIN, _SHARE = 24, 0.7
# Letters from which a paragraph in the script of the text may be told to be in another language, and how surely.
_LONG, _LOOKED_AT, _SURE = 60, 400, 0.8
# A sentence and a word ("昨日", "last week"), in weighed letters; the share of its paragraph from which a word counts.
_SENTENCE, _WORD, _MUCH = 36, 6, 0.3
_FIGURED = {
    EAST: re.compile(r"[\d一二三四五六七八九十〇元] ?[年月日]"),
    HANGUL: re.compile(r"\d ?[년월일]"),
    LATIN: re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"),
    CYRILLIC: re.compile(r"\d{1,2} [а-яіїє]{3,9} \d{4}"),
}
# Figures beside a guest are its own where its words make a date of them: 2002年, 25 октября, May 26, 2019. "14 March
# 1937 泉陵" and "in 1937 日本" keep their years.
_FIGURES_BEFORE = {
    EAST: re.compile(r"\d[\d.,/]{0,8}(?=[年月日時分号號世])|\d{1,4} (?=[年月日時分号號世](?![^\W\d_]))"),
    HANGUL: re.compile(r"\d[\d.,/]{0,8}(?=[년월일시분세])|\d{1,4} (?=[년월일시분세](?![^\W\d_]))"),
    CYRILLIC: re.compile(
        r"(?<!\d)\d{1,2}(?:-?[ое]?го|-е)? (?=[а-яіїє]{3,9} \d|(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек))"
    ),
}
_FIGURES_BEFORE_WORD = re.compile(r"(?<!\d)\d{1,2}(?:\.|st|nd|rd|th)? (?=[^\W\d_]{3,12}\.?,? \d)")
# Not the day that goes on in the script of the text: "Путин 14 March", "DeepMind 5月3日".
_FIGURES_AFTER = re.compile(r"[ ,.\d]{0,8}\d(?!\d| ?[年月日時分号號世년월일시분세]|(?<!\d\d\d) [^\W\d_])")
_CYRILLIC_MONTH = re.compile(
    r"\A(?:янв|фев|мар|апр|ма[яйе]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)[а-яіїє]{0,6}\Z"
)
_MOST_FIGURES = 16
_BRACKET = re.compile(r"[()（）\[\]]")
_BRACKETS = {"(": ")", "（": "）", "[": "]"}
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
    ours = [code for code in OWN_LANGUAGES if not weights or weights.keys() & set(_scripts(code))]
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
    own = _scripts(main)[:1]
    if told and _is_all_in(own, text):
        return
    start = 0
    for line in text.split("\n"):
        if line and (not told or not _is_all_in(own, line)):
            yield from _in_line(line, start, main, told)
        start += len(line) + 1


def _in_line(line: str, start: int, main: str, told: bool) -> Iterator[Passage]:
    own = _scripts(main)[:1]
    code = main
    if not _is_all_in(own, line):
        weights, _said = weighed(line)
        script = main_script(weights)
        total = sum(weights.values())
        if script and script not in own and weights[script] >= max(_PLAIN, _SHARE * total):
            code = reading_language(line)
    if code == main and not told and len(line) >= _LONG:
        code = language_of(line[:_LOOKED_AT], _SURE) or main
    guests = [] if _is_all_in(_scripts(code)[:1], line) else list(_guests(line, _scripts(code)))
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


def _guests(line: str, own: tuple[str, ...]) -> Iterator[Passage]:
    """What stands in other scripts within a line."""
    total = sum(weighed(line)[0].values())
    done = 0
    for script, first, last in _stretches(line, own[:1]):
        if script in own and not KANA.search(line, first, last):
            continue  # Korean in Chinese signs
        start, end = max(first, done), last
        for before in _FIGURES_BEFORE.get(script, _FIGURES_BEFORE_WORD).finditer(
            line, max(done, start - _MOST_FIGURES)
        ):
            if before.start() >= start:
                break
            if before.end() == start:
                start = before.start()
        if _may_end_in_figures(script, line[start:end]) and (
            after := _FIGURES_AFTER.match(line, end, end + _MOST_FIGURES)
        ):
            end = after.end()
        words = line[start:end]
        weight = sum(len(run[0]) * WEIGHTS.get(script, 1) for run in RUNS.finditer(words))
        in_brackets = _BRACKETS.get(line[first - 1 : first]) == line[last : last + 1] != ""
        much = weight >= max(_WORD, _MUCH * total) and not in_brackets
        if much or weight >= _SENTENCE or (script in _FIGURED and _FIGURED[script].search(words)):
            yield Passage(start, end, reading_language(words))
            done = end
        elif in_brackets:
            yield Passage(first - 1, last + 1, "")
            done = last + 1


def _may_end_in_figures(script: str, words: str) -> bool:
    """Whether a year or day may belong to a guest it stands behind: in Cyrillic only to a month."""
    if script == CYRILLIC:
        return _CYRILLIC_MONTH.search(words[-12:].rpartition(" ")[2]) is not None
    return script not in (EAST, HANGUL)


def _stretches(line: str, own: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Each script that is not its own, from its first letter to its last before another script or a bracket."""
    script, first, last = "", 0, 0
    for run in RUNS.finditer(line):
        if run.lastgroup != script or _BRACKET.search(line, last, run.start()):
            if script and script not in own:
                yield script, first, last
            script, first = str(run.lastgroup), run.start()
        last = run.end()
    if script and script not in own:
        yield script, first, last


@cache
def _foreign(own: tuple[str, ...]) -> re.Pattern[str]:
    letters = "".join(LETTERS.get(script, "") for script in own)
    return re.compile(rf"[^\W\d_{letters}]") if letters else re.compile(f"[{''.join(LETTERS.values())}]")


def _is_all_in(own: tuple[str, ...], line: str) -> bool:
    return (own == (LATIN,) and line.isascii()) or _foreign(own).search(line) is None


def _scripts(code: str) -> tuple[str, ...]:
    return _SCRIPTS.get(code.partition("-")[0], (LATIN,))
