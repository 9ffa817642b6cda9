"""Text -> tokens, each with the letter that says which classes of the language it has. Linear in the length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress, repeat

from timeline.dates.grammar import CASED, Grammar, Lexicon, Node
from timeline.dates.record import record
from timeline.dates.stage import BREAK, UNKNOWN

# One code point for one, so that places in the text stay what they were: spaces, hyphens, quotes, full width.
_ALIKE = {
    " ": "\u00a0\u2007\u2009\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d",
    "'": "\u2018\u2019\u02bc\uff07",
    "~": "\u301c\uff5e\u223c",
    '"': "\u201c\u201d",
}
_FULL_WIDTH = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if 0xFF01 + i not in (0xFF0D, 0xFF07, 0xFF5E)}
_TABLE = {sign: plain for plain, signs in _ALIKE.items() for sign in signs} | _FULL_WIDTH
# Entities that were left over from HTML: the sign stands at the end of their place.
_ENTITIES = {
    " ": "nbsp ensp emsp thinsp #160 #xa0 #8201 #8239",
    "-": "ndash mdash hyphen minus #8211 #8212 #x2013 #x2014",
    "'": "rsquo lsquo apos #39 #8216 #8217 #x2019",
    "&": "amp #38",
}
_SIGN_OF = {name: sign for sign, names in _ENTITIES.items() for name in names.split()}
_ENTITY = re.compile(f"&({'|'.join(_SIGN_OF)});", re.IGNORECASE)
# A text is worked on in pieces, so that a long one needs little memory: cut between paragraphs, else lines, else words.
_PIECE = 50_000
_CUTS = ("\n\n", "\n", ". ", "。", " ")


@record
class Tokens:
    """Tokens in text order: their letters, where each ends, and its word (a space may stand before it) or node."""

    letters: str
    ends: list[int]
    words: list[str | Node]
    lexicon: Lexicon

    def start(self, at: int) -> int:
        """Where a token starts."""
        word = self.words[at]
        return self.ends[at] - len(word.lstrip(" ")) if isinstance(word, str) else word.start


def plain(text: str) -> str:
    """The text in lower case with signs that look alike made one; every code point stays at its place."""
    if "&" in text:
        text = _ENTITY.sub(_sign_of_entity, text)
    if text.isascii():
        return text.lower()
    for sign in _TABLE.keys() & set(text):
        text = text.replace(sign, _TABLE[sign])
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _sign_of_entity(found: re.Match[str]) -> str:
    return _SIGN_OF[found[1].lower()].rjust(len(found[0]))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a text start and end."""
    start = 0
    while len(text) - start > _PIECE:
        stop = next(
            (cut + len(sign) for sign in _CUTS if (cut := text.rfind(sign, start + _PIECE // 2, start + _PIECE)) >= 0),
            start + _PIECE,
        )
        yield start, stop
        start = stop
    yield start, len(text)


def tokens(lower: str, text: str, piece: tuple[int, int], rules: Grammar) -> Tokens:
    """The tokens of a piece between an edge at its start and one at its end."""
    start, stop = piece
    lexicon = rules.lexicon
    cut = _all_words if rules.language.spaced else _known_words
    letters, ends, words = cut(lower, piece, rules.token, lexicon)
    inner = "".join(letters)
    at = inner.find(CASED)
    while at >= 0:
        word = words[at]
        bare = word.lstrip(" ")
        first = text[ends[at] - len(bare)] if bare not in rules.language.initials else text[ends[at] - 1]
        letters[at] = lexicon.cased(bare, first.isupper())
        at = inner.find(CASED, at + 1)
    return Tokens("".join([BREAK, *letters, BREAK]), [start, *ends, stop], ["", *words, ""], lexicon)


Cut = tuple[list[str], list[int], list[str]]


def _all_words(lower: str, piece: tuple[int, int], token: re.Pattern[str], lexicon: Lexicon) -> Cut:
    """Every word of a language that has spaces, without a step of our own for each."""
    found = token.findall(lower, *piece)
    for word in set(found).difference(lexicon.letters):
        if not word.lstrip(" ").isalpha():
            lexicon.learn(word)
    letters = list(map(lexicon.letters.get, found, repeat(UNKNOWN)))
    ends = accumulate(map(len, found), initial=piece[0])
    next(ends)
    return list(filter(None, letters)), list(compress(ends, letters)), list(compress(found, letters))


def _known_words(lower: str, piece: tuple[int, int], token: re.Pattern[str], lexicon: Lexicon) -> Cut:
    """The words that a language without spaces knows; what stands between them is one unknown token."""
    letters: list[str] = []
    ends: list[int] = []
    words: list[str] = []
    known = lexicon.letters.get
    end, stop = piece
    for found in token.finditer(lower, *piece):
        word, start = found[0], found.start()
        letter = known(word)
        if letter is None:
            lexicon.learn(word)
            letter = lexicon.letters[word]
        if start != end and not lower[end:start].isspace():
            letters.append(UNKNOWN)
            ends.append(start)
            words.append(lower[end:start])
        end = start + len(word)
        letters.append(letter)
        ends.append(end)
        words.append(word)
    if lower[end:stop].lstrip()[:1].isalnum():
        # What goes on after the last known word; a full stop is an end of the text.
        letters.append(UNKNOWN)
        ends.append(stop)
        words.append(lower[end:stop])
    return letters, ends, words
