"""Sentences of a text, found in linear time; dates and abbreviations do not end one."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_END = re.compile(r"""\n+|[。！？!?](?:[」』）)"”’]*)|\.(?:["”’)\]]*)(?=\s)""")
_ABBREVIATED = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "st", "jr", "sr", "vs",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "no", "nos", "art", "ch", "fig", "vol", "pp", "ed", "c", "ca", "approx", "co", "inc", "ltd", "corp",
    }
)  # fmt: skip
_WORD_BEFORE = re.compile(r"[^\s(“\"‘'\[]*$")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_LONGEST_WORD = 30
_FAR = 3000


def spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield start and end of every sentence between two places, outer space left out."""
    end = len(text) if end is None else end
    at = start
    for found in _END.finditer(text, start, end):
        if found[0][0] == "." and _is_abbreviation(text, found.start(), found.end()):
            continue
        if span := _trimmed(text, at, found.end()):
            yield span
        at = found.end()
    if span := _trimmed(text, at, end):
        yield span


def paragraph(text: str, start: int, end: int) -> Span:
    """Return the line, or lines, that hold a place."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last


def around(text: str, start: int, end: int) -> Span:
    """Return the sentence, or sentences, that hold a place; one that begins or ends far away is cut there."""
    first, last = paragraph(text, start, end)
    near = spans(text, max(first, start - _FAR), min(last, end + _FAR))
    held = [span for span in near if span[0] < end and start < span[1]]
    return (held[0][0], held[-1][1]) if held else (start, end)


def _is_abbreviation(text: str, dot: int, after: int) -> bool:
    """Whether the full stop ends an abbreviation, an initial or a number that the sentence goes on after."""
    before = _WORD_BEFORE.search(text[max(0, dot - _LONGEST_WORD) : dot])
    word = before[0].casefold() if before else ""
    following = text[after : after + 3].strip()[:1]
    if following.islower():
        return True
    if word in _ABBREVIATED:
        return True
    # "U.S. President" goes on: a quotation that is a sentence too long is better than one cut in two.
    if len(word) == 1 and word.isalpha():
        return True
    return _DOTTED.fullmatch(word) is not None and (following.isdigit() or word not in ("a.m", "p.m"))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
