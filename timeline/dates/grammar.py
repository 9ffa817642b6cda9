"""Patterns as written in `languages` -> matchers over classes of tokens. Knows no language and no date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import count

from timeline.dates.figures import number_values
from timeline.dates.languages import STAGES, Fields, Language, Pattern, Value, language
from timeline.dates.record import record
from timeline.dates.shapes import literals, read_shape
from timeline.dates.stage import BREAK, UNKNOWN, Stage

# Letters that stand for sets of classes: those below 256 that mean nothing in a set of letters (such sets compile and
# match fastest), then any.
_POOL = [
    chr(code)
    for code in range(1, 0x100)
    if code < 0x20 or code >= 0x80 or chr(code).isalnum() or chr(code) in "#,/:;<=>@_`"
]
_OVERFLOW = 0x1000
# A word whose capital decides what it is.
CASED = "?"
_MOST_WORDS = 50_000
_SPECIAL = {"unknown": UNKNOWN, "edge": BREAK}
_DIGITS = (
    "0",
    "00",
    "05",
    "5",
    "10",
    "20",
    "24",
    "28",
    "31",
    "45",
    "60",
    "99",
    "005",
    "123",
    "0123",
    "1000",
    "1300",
    "1950",
    "3000",
    "12345",
)


@record
class Node:
    """A stretch of the text (code points) and what it means; `fields` are the arguments of the meaning."""

    start: int
    end: int
    meaning: str
    fields: Fields
    children: tuple[Node, ...] = ()
    gives: str = "date"


@record
class Entry:
    """What the language knows about one word: its letter, and its value in each of its classes."""

    letter: str
    values: Mapping[str, Value]


class Lexicon:
    """The words that the language names, and those met in texts since (numbers, spaces)."""

    def __init__(
        self, entries: dict[str, Entry], capitals: frozenset[str], read: Callable[[str], Entry | None]
    ) -> None:
        self._entries = entries
        self._read = read
        # "" for space, CASED where the capital decides. A word comes with the space before it, or without.
        self.letters = {word: entry.letter for word, entry in entries.items()} | dict.fromkeys(capitals, CASED)
        self.letters.update({f" {word}": letter for word, letter in self.letters.items()})

    def learn(self, word: str) -> Entry | None:
        """What a word met for the first time is; from now on `letters` has it, too."""
        if word.isspace():
            self.letters[word] = BREAK if word.count("\n") > 1 else ""
            return None
        bare = word.lstrip(" ")
        entry = self._entries.get(bare) or self._read(bare)
        if entry:
            self._entries[bare] = entry
        self.letters[word] = entry.letter if entry else UNKNOWN
        return entry

    def cased(self, word: str, capital: bool) -> str:
        """The letter of a word that means something else with a capital."""
        entry = self._entries.get(f"{'^' if capital else '~'}{word}")
        return entry.letter if entry else UNKNOWN

    def values(self, word: str, letter: str) -> Mapping[str, Value]:
        """What a word of that letter means in each of its classes."""
        bare = word.lstrip(" ")
        written = (bare,) if self.letters[word] != CASED else (f"^{bare}", f"~{bare}")
        found = (entry for name in written if (entry := self._entries.get(name)) and entry.letter == letter)
        return next(found).values


class Grammar:
    """The lexicon and the patterns of one language, made once."""

    def __init__(self, source: Language) -> None:
        self.language = source
        self._letters: dict[frozenset[str], str] = {}
        self._numbers = count()
        self._of_class: dict[str, str] = dict(_SPECIAL)
        self._shapes = {
            stage: [(pattern, read_shape(pattern.shape)) for pattern in source.patterns.get(stage, ())]
            for stage in STAGES
        }
        self._stages: dict[str, Stage] = {}
        self._gives: dict[str, str] = {}
        # Numbers before words: they are in the most patterns, and the first letters are the quickest.
        for word in (*_DIGITS, *source.samples):
            self._number(word)
        self._entries = self._named()
        self._lexicon = self._fresh()
        self.articles = self.letters_of(("article",), ())
        # Where words run on: two letters in a row, and what may follow a word that is a phrase by itself.
        self.edges: tuple[re.Pattern[str], re.Pattern[str]] | None = None
        if source.follows:
            self.edges = re.compile(source.letters * 2), re.compile(source.follows)
        self.token = _token_expression(source, self._lexicon.letters)

    def _named(self) -> dict[str, Entry]:
        """Every word that the language names."""
        words: dict[str, dict[str, Value]] = {}
        for name, values in self.language.words.items():
            for word, value in values.items():
                words.setdefault(word, {})[name] = value
        for pattern, shape in (pair for pairs in self._shapes.values() for pair in pairs):
            for group in literals(shape):
                for word in group:
                    words.setdefault(word, {})[_group(group)] = word
            if pattern.gives not in self._gives:
                self._gives[pattern.gives] = self._letter(frozenset(pattern.gives.split()))
        # A word that needs its capital is looked up with a sign before it: "^may", or "~may" in small letters.
        capitals = self.language.capitals | self.language.initials
        return {
            f"^{word}" if word in capitals else word: Entry(self._letter(frozenset(classes)), classes)
            for word, classes in words.items()
            if not word.isdecimal()
        }

    def _fresh(self) -> Lexicon:
        lexicon = Lexicon(dict(self._entries), self.language.capitals | self.language.initials, self._number)
        for word in (*_DIGITS, *self.language.samples):
            lexicon.learn(word)
        return lexicon

    @property
    def lexicon(self) -> Lexicon:
        """The words known so far; a new one once texts have taught it too many."""
        if len(self._lexicon.letters) > _MOST_WORDS:
            self._lexicon = self._fresh()
        return self._lexicon

    def _number(self, word: str) -> Entry | None:
        """A number as written (in lower case); None for what is none."""
        values = number_values(word) | self.language.numeral(word)
        return Entry(self._letter(frozenset(values)), values) if values else None

    def _letter(self, classes: frozenset[str]) -> str:
        """The letter of a set of classes; after a new set all patterns are made anew."""
        if classes not in self._letters:
            new = self._letters[classes] = _letter(next(self._numbers))
            for name in (*classes, *(["unknown"] if classes <= self.language.names else [])):
                self._of_class[name] = self._of_class.get(name, "") + new
            self._stages.clear()
        return self._letters[classes]

    def letters_of(self, names: tuple[str, ...], words: tuple[str, ...]) -> str:
        """The letters of all sets that hold one of the classes, or one of the words."""
        classes = (*names, _group(words)) if words else names
        if len(classes) == 1:
            return self._of_class.get(classes[0], "")
        return "".join(dict.fromkeys("".join([self._of_class.get(name, "") for name in classes])))

    @staticmethod
    def is_known(letter: str) -> bool:
        """Whether a token is one that the language knows."""
        return letter not in (UNKNOWN, BREAK)

    def gives(self, pattern: Pattern) -> str:
        """The letter of the node that a pattern makes."""
        return self._gives[pattern.gives]

    def _frequent(self) -> str:
        entries = (self._entries.get(word) for word in self.language.frequent)
        return "".join(dict.fromkeys([entry.letter for entry in entries if entry]))

    def stage(self, name: str) -> Stage:
        """The patterns of a stage, ready to match."""
        if name not in self._stages:
            self._stages[name] = Stage(self._shapes[name], self.letters_of, self._frequent())
        return self._stages[name]


def _group(words: tuple[str, ...]) -> str:
    """The class of words that a pattern names together: words always named together share a letter."""
    return f"'{'|'.join(words)}"


def _letter(number: int) -> str:
    return _POOL[number] if number < len(_POOL) else chr(_OVERFLOW + number)


def _token_expression(source: Language, entries: Iterable[str]) -> re.Pattern[str]:
    """What cuts a text into tokens: spaces, paragraph breaks, numbers, words, any other sign.

    Where words stand between spaces every code point is in a token; elsewhere only what the language knows is.
    """
    if source.spaced:
        return re.compile(rf" ?(?:{source.numbers}|[^\W\d_]+|[^\S\n]{{1,9}}|\n\s*\n|\n|\S)")
    guarded = {word for words, _, _ in source.guards for word in words}
    known = [(len(word), re.escape(word)) for word in entries if not (word[0] in " 0123456789" or word in guarded)]
    known += [(len(words[0]), f"{before}(?:{'|'.join(words)}){after}") for words, before, after in source.guards]
    ranked = [found for _, found in sorted(known, key=lambda pair: -pair[0])]
    return re.compile("|".join([f"({source.numbers})", *ranked, r"\n\s*\n"]))


@cache
def grammar(code: str) -> Grammar:
    """The grammar of one of our languages, made when first asked for."""
    return Grammar(language(code))
