"""One stage's patterns over the letters of a language: where they can begin, and their regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from timeline.dates.languages import Pattern
from timeline.dates.shapes import Element, shortest

UNKNOWN, BREAK = "!", "%"
# How many tokens are looked at before a pattern is tried.
LOOKED_AT = 4
# So many beginnings of three letters are remembered; texts have some thousands.
_MOST_KEPT = 20_000
_MARKS = {"<": "(?<={})", ">": "(?={})", "!<": "(?<!{})", "!>": "(?!{})"}
# The letters of all sets of classes that hold one of these classes, or one of these words.
LettersOf = Callable[[tuple[str, ...], tuple[str, ...]], str]


@lru_cache(maxsize=4096)
def _set(letters: str) -> str:
    """Any of these letters, as a regular expression; neighbours as ranges, which compile in less time."""
    if len(letters) < 2:
        return letters or "(?!)"
    codes = sorted(set(map(ord, letters)))
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    runs = (
        chr(first) + {0: "", 1: chr(last)}.get(last - first, f"-{chr(last)}")
        for first, last in zip(starts, ends, strict=True)
    )
    return f"[{''.join(runs)}]"


class Matcher:
    """A pattern ready to match: its regular expression over letters is made when first needed."""

    __slots__ = ("_compiled", "_letters_of", "_places", "least", "pattern", "roles", "shape")

    def __init__(self, pattern: Pattern, shape: tuple[Element, ...], letters_of: LettersOf) -> None:
        self.pattern = pattern
        self.shape = shape
        # What each group captures: its field, its classes, and whether it becomes a child.
        self.roles: list[tuple[str, tuple[str, ...], bool]] = []
        # The tokens that it has at least.
        self.least = shortest(shape)
        self._letters_of = letters_of
        self._compiled: re.Pattern[str] | None = None
        self._places: list[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over letters."""
        if self._compiled is None:
            self._compiled = re.compile(self._expression(self.shape))
        return self._compiled

    @property
    def places(self) -> list[str]:
        """The letters that may stand at each of the first places; what must follow counts as one place more."""
        if self._places is None:
            # Kept only when it is whole: another thread may ask meanwhile.
            places = [""] * LOOKED_AT
            self._spread(self.shape, {0}, places)
            self._places = places
        return self._places

    @property
    def needed(self) -> int:
        """How many places there are at least."""
        last = self.shape[-1]
        return self.least + (last.mark == ">" and not last.repeat)

    def firsts(self) -> str:
        """The letters that the pattern can begin with."""
        places = [""]
        self._spread(self.shape, {0}, places)
        return places[0]

    def _spread(self, shape: tuple[Element, ...], offsets: set[int], places: list[str]) -> set[int]:
        """Add to each of the first places the letters that may stand there; the offsets at which the shape can end."""
        for element in shape:
            if not offsets:
                break
            if element.mark and (element.mark != ">" or element is not self.shape[-1]):
                continue
            ends = self._step(element, offsets, places)
            if element.repeat == "*":
                ends = self._step(element, set(range(min(offsets), len(places))), places)
            offsets = offsets | ends if element.repeat else ends
        return offsets

    def _step(self, element: Element, offsets: set[int], places: list[str]) -> set[int]:
        if element.choices:
            return set().union(*[self._spread(choice, offsets, places) for choice in element.choices])
        letters = self._letters_of(element.names, element.words)
        for offset in offsets:
            places[offset] += letters
        return {offset + 1 for offset in offsets if offset + 1 < len(places)}

    def _expression(self, shape: tuple[Element, ...]) -> str:
        return "".join([self._one(element) for element in shape])

    def _one(self, element: Element) -> str:
        if element.choices:
            return f"(?:{'|'.join([self._expression(choice) for choice in element.choices])}){element.repeat}"
        letters = self._letters_of(element.names, element.words)
        body = _set(letters)
        if element.mark:
            return _MARKS[element.mark].format(body)
        if not (element.role or element.child):
            return body + element.repeat
        self.roles.append((element.role, element.names, element.child))
        return f"({body}){element.repeat}"


class _Beginners:
    """The patterns that can begin with one letter; which of them the next letters leave are the bits of a number."""

    def __init__(self, matchers: list[Matcher]) -> None:
        self._matchers = matchers
        self._left: list[dict[str, int]] = [{} for _ in range(1, LOOKED_AT)]
        # Those that may be over before that place, so that any letter may stand there.
        self._over = [0] * (LOOKED_AT - 1)
        # Many patterns have the same letters at a place: these are gone through once for all of them.
        alike: list[dict[str, int]] = [{} for _ in self._left]
        for number, matcher in enumerate(matchers):
            needed = matcher.needed
            for place, letters in enumerate(matcher.places[1:]):
                if needed <= place + 1:
                    self._over[place] |= 1 << number
                else:
                    alike[place][letters] = alike[place].get(letters, 0) | 1 << number
        for left, groups in zip(self._left, alike, strict=True):
            for letters, patterns in groups.items():
                for letter in letters:
                    left[letter] = left.get(letter, 0) | patterns

    @property
    def seconds(self) -> str:
        """The letters of known words, or of nodes, that may come next; "" for any."""
        return "" if self._over[0] else "".join([letter for letter in self._left[0] if letter not in (UNKNOWN, BREAK)])

    def fitting(self, letters: str) -> list[Matcher]:
        """Those that may match (a few too many), in the order in which they are written."""
        left = -1
        for place, letter in enumerate(letters[1:]):
            left &= self._left[place].get(letter, 0) | self._over[place]
        return [matcher for number, matcher in enumerate(self._matchers) if left >> number & 1] if left else []


class Stage:
    """The patterns of one stage, by the letters that they can begin with."""

    def __init__(
        self, shapes: Iterable[tuple[Pattern, tuple[Element, ...]]], letters_of: LettersOf, frequent: str
    ) -> None:
        self._by_first: dict[str, list[Matcher]] = {}
        self._beginners: dict[str, _Beginners] = {}
        self._fitting: dict[str, list[Matcher]] = {}
        alone = ""
        for pattern, shape in shapes:
            matcher = Matcher(pattern, shape, letters_of)
            firsts = dict.fromkeys(matcher.firsts())
            for letter in firsts:
                self._by_first.setdefault(letter, []).append(matcher)
            alone += "".join(firsts) if matcher.least < 2 else ""
        # A letter that begins only longer patterns needs a known word, or a node, after it.
        own = {letter: self._begun_by(letter).seconds for letter in frequent if letter in self._by_first}
        longer = "".join([letter for letter in self._by_first if letter not in alone and not own.get(letter)])
        choices = [f"{letter}(?={_set(seconds)})" for letter, seconds in own.items() if seconds]
        alone = "".join([letter for letter in dict.fromkeys(alone) if not own.get(letter)])
        choices += [_set(alone)] if alone else []
        choices += [f"{_set(longer)}(?![{UNKNOWN}{BREAK}])"] if longer else []
        self.starts = re.compile("|".join(choices) or r"(?!)")

    def fitting(self, letters: str) -> list[Matcher]:
        """The patterns that may match where letters (up to LOOKED_AT of them) stand, in the order of writing."""
        known = self._fitting.get(letters)
        if known is None:
            known = self._begun_by(letters[0]).fitting(letters)
            if len(self._fitting) < _MOST_KEPT:
                self._fitting[letters] = known
        return known

    def _begun_by(self, letter: str) -> _Beginners:
        if letter not in self._beginners:
            self._beginners[letter] = _Beginners(self._by_first.get(letter, []))
        return self._beginners[letter]
