"""Texts word by word, as the search compares them: the same for what is stored, what is typed and what is marked.

A word is letters or figures that stand together. Scripts that are written without blanks have no words that could be
told: of them every two letters that stand side by side are one term, and the last one of a row by itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

LONGEST_TERM = 64
"""Letters of a word that are compared; PostgreSQL takes no lexeme of more than 2046 bytes."""
MOST_TERMS = 10_000
"""Terms of an event that it is found by; PostgreSQL counts their places up to 16,383."""
MOST_PLACES = 256
"""Places of one term in an event, as many as PostgreSQL keeps."""
SHORTEST_BEGINNING = 3
"""Letters or figures that may stand for all words which begin so; fewer are a whole word."""
GAP = "_"
"""Stands between two texts of an event, so that nothing is found across them; no word holds it."""
_WITHOUT_BLANKS = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x2E80, 0x2FDF),
    (0x3005, 0x3007), (0x3021, 0x318F), (0x31A0, 0x31FF), (0x3400, 0x9FFF), (0xA960, 0xA97F), (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Thai, Lao, Burmese, Hangul, Khmer, Tai Le and New Tai Lue, Han, kana and bopomofo."""
_STRETCH = re.compile("r[rm]*|n[nm]*|[lm]+")


class Term(NamedTuple):
    """What is compared as a whole, and where it stands in the folded text."""

    text: str
    at: int


class Wanted(NamedTuple):
    """One word that is searched for: terms in a row, the last of which may be only the beginning of one."""

    terms: tuple[str, ...]
    is_beginning: bool

    def fits(self, terms: Sequence[Term], at: int) -> bool:
        """Return whether the word stands at one place among the terms of a text."""
        *firsts, last = self.terms
        some = terms[at : at + len(self.terms)]
        if len(some) < len(self.terms) or any(term.text != text for term, text in zip(some, firsts, strict=False)):
            return False
        return some[-1].text.startswith(last) if self.is_beginning else some[-1].text == last


class _Kinds(dict[int, str]):
    """By code point: r in a row without blanks, l letter, n figure, m mark on the one before, or a blank."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = {"L": "l", "N": "n", "M": "m"}.get(unicodedata.category(letter)[0], " ")
        if kind in "ln" and any(first <= code <= last for first, last in _WITHOUT_BLANKS):
            kind = "r"
        # There are a million of them, of which a few thousand are in use.
        if len(self) < 50_000:
            self[code] = kind
        return kind


_KINDS = _Kinds()


class Folded(NamedTuple):
    """A text as it is compared, and for each of its letters from where to where it stood in what was written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold(text: str) -> str:
    """Return `text` as it is compared: full-width and half-width, capital and small letters alike (NFKC, casefold)."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def folded(text: str) -> Folded:
    """Return a text as it is compared, without the signs that show nothing; blanks as they stand."""
    plain = text.casefold()
    if len(plain) == len(text) and not _holds_unseen(text) and unicodedata.is_normalized("NFKC", text):
        return Folded(plain, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        some = _seen(unicodedata.normalize("NFKC", _seen(text[start:end])).casefold())
        letters += some
        starts += [start] * len(some)
        ends += [end] * len(some)
    return Folded("".join(letters), starts, ends)


def terms(text: str) -> list[Term]:
    """Return the terms of a text that is folded, in order."""
    return list(_terms(text))


def document(texts: Iterable[str]) -> str:
    """Return all terms of some texts with blanks between them: what an index holds; the order of texts is no matter."""
    found: list[str] = []
    for text in sorted(set(texts)):
        some = [term.text for term in _terms(folded(text).text)]
        if some:
            found += [GAP, *some] if found else some
    seen: Counter[str] = Counter()
    for at, term in enumerate(found[:MOST_TERMS]):
        seen[term] += 1
        if seen[term] > MOST_PLACES:
            found[at] = GAP
    return " ".join(found[:MOST_TERMS]).rstrip(f" {GAP}")


def wanted(words: Iterable[str]) -> list[Wanted]:
    """Return what is searched for by some words; those of signs alone are nothing to look for."""
    found: list[Wanted] = []
    for word in words:
        some = [term.text for term in _terms(folded(word).text)]
        if not some:
            continue
        in_row = _KINDS[ord(some[-1][0])] == "r"
        if in_row and len(some) > 1 and len(some[-1]) == 1 and some[-2][-1] == some[-1] and len(some[-2]) > 1:
            # What follows the last letter is not known: the pair before it says all.
            some.pop()
        is_beginning = len(some[-1]) == 1 if in_row else len(some[-1]) >= SHORTEST_BEGINNING
        found.append(Wanted(tuple(some), is_beginning))
    return list(dict.fromkeys(found))


def _terms(text: str) -> Iterator[Term]:
    kinds = text.translate(_KINDS)
    for stretch in _STRETCH.finditer(kinds):
        start, end = stretch.span()
        if kinds[start] == "r":
            for at in range(start, end):
                yield Term(text[at : min(at + 2, end)], at)
        else:
            yield Term(text[start : min(end, start + LONGEST_TERM)], start)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a text that are folded each by itself: a letter with the marks that belong to it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _goes_with(text[start:at], text[at]):
            yield start, at
            start = at


def _goes_with(before: str, letter: str) -> bool:
    if before.isascii() and letter.isascii():
        return False
    if unicodedata.combining(letter) or _is_unseen(letter):
        return True
    together = unicodedata.normalize("NFKC", before + letter)
    return together != unicodedata.normalize("NFKC", before) + unicodedata.normalize("NFKC", letter)


def _is_unseen(letter: str) -> bool:
    """Return whether a sign shows nothing: a soft hyphen, a joiner, a variation selector."""
    return (
        unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    )


def _holds_unseen(text: str) -> bool:
    return not text.isascii() and any(map(_is_unseen, text))


def _seen(text: str) -> str:
    return "".join(letter for letter in text if not _is_unseen(letter)) if _holds_unseen(text) else text
