"""What stands in another script within a paragraph: a sentence or a date to be read in its own language, or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.dates.detection import reading_language, weighed
from timeline.dates.scripts import CYRILLIC, EAST, HANGUL, KANA, LATIN, WEIGHTS, runs

_KANA = re.compile(f"[{KANA}]")
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


def guests(line: str, own: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """What stands in other scripts within a line: where, and the language it is read in; "" for a name."""
    total = sum(weighed(line)[0].values())
    done = 0
    for script, first, last in _stretches(line, own[:1]):
        if script in own and not _KANA.search(line, first, last):
            continue  # Korean in Chinese signs
        start, end = max(first, done), last
        # Only as far as such figures and the word behind them reach: to the end of the line, for each of its guests,
        # would be time that grows with the square of its length.
        figures = _FIGURES_BEFORE.get(script, _FIGURES_BEFORE_WORD)
        for before in figures.finditer(line, max(done, start - _MOST_FIGURES), start + 2 * _MOST_FIGURES):
            if before.start() >= start:
                break
            if before.end() == start:
                start = before.start()
        if _may_end_in_figures(script, line[start:end]) and (
            after := _FIGURES_AFTER.match(line, end, end + _MOST_FIGURES)
        ):
            end = after.end()
        words = line[start:end]
        weight = sum(len(run[0]) * WEIGHTS.get(script, 1) for run in runs().finditer(words))
        in_brackets = _BRACKETS.get(line[first - 1 : first]) == line[last : last + 1] != ""
        much = weight >= max(_WORD, _MUCH * total) and not in_brackets
        if much or weight >= _SENTENCE or (script in _FIGURED and _FIGURED[script].search(words)):
            yield start, end, reading_language(words)
            done = end
        elif in_brackets:
            yield first - 1, last + 1, ""
            done = last + 1


def _may_end_in_figures(script: str, words: str) -> bool:
    """Whether a year or day may belong to a guest it stands behind: in Cyrillic only to a month."""
    if script == CYRILLIC:
        return _CYRILLIC_MONTH.search(words[-12:].rpartition(" ")[2]) is not None
    return script not in (EAST, HANGUL)


def _stretches(line: str, own: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Each script that is not its own, from its first letter to its last before another script or a bracket."""
    script, first, last = "", 0, 0
    for run in runs().finditer(line):
        if run.lastgroup != script or _BRACKET.search(line, last, run.start()):
            if script and script not in own:
                yield script, first, last
            script, first = str(run.lastgroup), run.start()
        last = run.end()
    if script and script not in own:
        yield script, first, last
