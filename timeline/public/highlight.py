"""Where the words of a search stand in a text, compared as the search compares."""

from html import escape

from timeline.records.search import wanted
from timeline.records.words import Wanted, folded, terms


def marked(text: str, words: str) -> str:
    """Return a text as HTML, with the words that were searched for marked."""
    parts, at = [], 0
    for start, end in spans(text, words) if words else ():
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])


def holds(text: str, word: Wanted) -> bool:
    """Return whether a word that is searched for stands anywhere in a text."""
    standing = terms(folded(text).text)
    return any(word.fits(standing, at) for at in range(len(standing)))


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Return the places of every word of `words` in `text`, in order, none overlapping; code points."""
    asked = wanted(words)
    if not asked:
        return []
    compared = folded(text)
    standing = terms(compared.text)
    found = sorted(
        (compared.starts[first], compared.ends[last])
        for at in range(len(standing))
        for word in asked
        if word.fits(standing, at)
        for first, last in [_reach(word, standing[at].at, standing[at + len(word.terms) - 1].at)]
    )
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _reach(word: Wanted, first: int, last: int) -> tuple[int, int]:
    """Return the first and last letter of what was typed, where its first and last term stand."""
    return first, last + len(word.terms[-1]) - 1
