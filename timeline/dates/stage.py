"""One stage's patterns over the letters of a language: where they can begin, and their regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from timeline.dates.languages import Pattern
from timeline.dates.shapes import Element, shortest

UNKNOWN, BREAK = "!", "%"
_MARKS = {"<": "(?<={})", ">": "(?={})", "!<": "(?<!{})", "!>": "(?!{})"}
# The letters of all sets of classes that hold one of these classes, or one of these words.
LettersOf = Callable[[tuple[str, ...], tuple[str, ...]], str]


class Matcher:
    """A pattern ready to match: its regular expression over letters is made when first needed."""

    __slots__ = ("_compiled", "_letters_of", "_seconds", "alone", "pattern", "roles", "shape")

    def __init__(self, pattern: Pattern, shape: tuple[Element, ...], letters_of: LettersOf) -> None:
        self.pattern = pattern
        self.shape = shape
        # What each group captures: its field, its classes, and whether it becomes a child.
        self.roles: list[tuple[str, tuple[str, ...], bool]] = []
        self.alone = shortest(shape) < 2
        self._letters_of = letters_of
        self._compiled: re.Pattern[str] | None = None
        self._seconds: frozenset[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over letters."""
        if self._compiled is None:
            self._compiled = re.compile(self._expression(self.shape))
        return self._compiled

    def fits(self, second: str) -> bool:
        """Whether the second token may be of that letter (a few too many where groups nest)."""
        if self._seconds is None:
            self._seconds = frozenset(self._second_letters(self.shape))
        return self.alone or second in self._seconds

    def firsts(self) -> str:
        """The letters that the pattern can begin with."""
        return self._first_letters(self.shape)[0]

    def _first_letters(self, shape: tuple[Element, ...]) -> tuple[str, bool]:
        """The letters that a shape can begin with, and whether it can be empty."""
        letters = ""
        for element in shape:
            if element.mark:
                continue
            if element.choices:
                inner = [self._first_letters(choice) for choice in element.choices]
                letters += "".join(found for found, _ in inner)
                empty = any(none for _, none in inner)
            else:
                letters += self._letters_of(element.names, element.words)
                empty = False
            if not (empty or element.repeat):
                return letters, False
        return letters, True

    def _second_letters(self, shape: tuple[Element, ...]) -> str:
        letters = ""
        for place, element in enumerate(shape):
            if element.mark:
                continue
            rest = shape[place + 1 :]
            letters += self._first_letters((element, *rest) if element.repeat == "*" else rest)[0]
            letters += "".join(self._second_letters(choice) for choice in element.choices)
            empty = element.choices and any(self._first_letters(choice)[1] for choice in element.choices)
            if not (element.repeat or empty):
                break
        return letters

    def _expression(self, shape: tuple[Element, ...]) -> str:
        return "".join([self._one(element) for element in shape])

    def _one(self, element: Element) -> str:
        if element.choices:
            return f"(?:{'|'.join([self._expression(choice) for choice in element.choices])}){element.repeat}"
        letters = self._letters_of(element.names, element.words)
        body = (letters if len(letters) == 1 else f"[{letters}]") if letters else "(?!)"
        if element.mark:
            return _MARKS[element.mark].format(body)
        if not (element.role or element.child):
            return body + element.repeat
        self.roles.append((element.role, element.names, element.child))
        return f"({body}){element.repeat}"


class Stage:
    """The patterns of one stage, by the letters that they can begin with."""

    def __init__(self, shapes: Iterable[tuple[Pattern, tuple[Element, ...]]], letters_of: LettersOf) -> None:
        self._by_first: dict[str, list[Matcher]] = {}
        self._by_two: dict[str, list[Matcher]] = {}
        alone = ""
        for pattern, shape in shapes:
            matcher = Matcher(pattern, shape, letters_of)
            firsts = dict.fromkeys(matcher.firsts())
            for letter in firsts:
                self._by_first.setdefault(letter, []).append(matcher)
            alone += "".join(firsts) if matcher.alone else ""
        # A letter that begins only longer patterns needs a known word, or a node, after it.
        longer = "".join([letter for letter in self._by_first if letter not in alone])
        choices = [f"[{alone}]"] if alone else []
        choices += [f"[{longer}](?![{UNKNOWN}{BREAK}])"] if longer else []
        self.starts = re.compile("|".join(choices) or r"(?!)")

    def fitting(self, two: str) -> list[Matcher]:
        """The patterns that can begin with two letters, in the order in which they are written."""
        if two not in self._by_two:
            self._by_two[two] = [matcher for matcher in self._by_first.get(two[0], ()) if matcher.fits(two[1:])]
        return self._by_two[two]
