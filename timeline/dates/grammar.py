"""Patterns as written in `languages` -> matchers over classes of tokens. Knows no language and no date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from timeline.dates.figures import number_values
from timeline.dates.languages import STAGES, Fields, Language, Pattern, Value, language
from timeline.dates.record import record

# Letters that stand for sets of classes: those below 256 that mean nothing in a set of letters (such sets compile and
# match fastest), then any.
UNKNOWN, BREAK = "!", "%"
_POOL = [chr(code) for code in range(1, 0x100) if code < 0x20 or code >= 0x80 or chr(code).isalnum()]
_OVERFLOW = 0x1000
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


Item = tuple[int, int, "Node | Mapping[str, Value]"]


@record
class Element:
    """One element of a shape, or a group of choices; `mark` is "", "<", ">", "!<" or "!>"."""

    mark: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    role: str = ""
    child: bool = False
    repeat: str = ""
    choices: tuple[tuple[Element, ...], ...] = ()


class Matcher:
    """A pattern ready to match: its shape, and its regular expression over letters (made when first needed)."""

    __slots__ = ("alone", "pattern", "regex", "roles", "second", "shape")

    def __init__(self, pattern: Pattern, shape: tuple[Element, ...]) -> None:
        self.pattern = pattern
        self.shape = shape
        self.regex: re.Pattern[str] | None = None
        # What the second token may be; None where one token may be all, or where it is not yet known.
        self.second: frozenset[str] | None = None
        self.alone = False
        self.roles: list[tuple[str, tuple[str, ...], bool]] = []


def read_shape(shape: str) -> tuple[Element, ...]:
    """The elements of a shape as written; ValueError for brackets that do not match."""
    words = iter(shape.split())
    choices, ended = _choices(words)
    if ended or len(choices) != 1:
        raise ValueError(f"brackets do not match in {shape!r}")
    return choices[0]


def _choices(words: Iterator[str]) -> tuple[tuple[tuple[Element, ...], ...], str]:
    done: list[tuple[Element, ...]] = []
    current: list[Element] = []
    for word in words:
        if word == "(":
            inner, closing = _choices(words)
            current.append(Element(choices=inner, repeat=closing[1:]))
        elif word == "|":
            done.append(tuple(current))
            current = []
        elif word[0] == ")" and word[1:] in ("", "?", "*"):
            return (*done, tuple(current)), word
        else:
            current.append(_element(word))
    return (*done, tuple(current)), ""


_ELEMENT = re.compile(r"(!?[<>])?((?:\\.|[^\\])+?)([?*]?)", re.DOTALL)


def _element(word: str) -> Element:
    found = _ELEMENT.fullmatch(word)
    if found is None:
        return Element(words=(word,))
    mark, body, repeat = found[1] or "", found[2].replace("\\", ""), found[3]
    if body.startswith("{") and body.endswith("}") and body.count("{") == 1:
        role, _, names = body[1:-1].removeprefix("+").rpartition(":")
        classes = tuple(names.split("|"))
        child = body[1] == "+"
        return Element(mark, classes, (), role or ("" if child else classes[0]), child, repeat)
    names = tuple(part[1:-1] for part in body.split("|") if part.startswith("{"))
    plain = tuple(part for part in body.split("|") if part and not part.startswith("{"))
    return Element(mark, names, plain or (() if names else (body,)), repeat=repeat)


def literals(shape: tuple[Element, ...]) -> Iterator[str]:
    """Every word that a shape names."""
    for element in shape:
        yield from element.words
        for choice in element.choices:
            yield from literals(choice)


class Grammar:
    """The lexicon and the patterns of one language, made once."""

    def __init__(self, source: Language) -> None:
        self.language = source
        self._letters: dict[frozenset[str], str] = {}
        self._of_class: dict[str, str] = dict(_SPECIAL)
        self._entries: dict[str, Entry | None] = {}
        self._matchers = {
            stage: tuple(Matcher(pattern, read_shape(pattern.shape)) for pattern in source.patterns.get(stage, ()))
            for stage in STAGES
        }
        self._tables: dict[str, tuple[re.Pattern[str], dict[str, list[Matcher]]]] = {}
        self._gives: dict[str, str] = {}
        self._fill()
        self.known = self._entries
        self.articles = self.letters_of(("article",))
        self.token = _token_expression(source, self._entries)

    def _fill(self) -> None:
        words: dict[str, dict[str, Value]] = {}
        for name, values in self.language.words.items():
            for word, value in values.items():
                words.setdefault(word, {})[name] = value
        for matchers in self._matchers.values():
            for matcher in matchers:
                for word in literals(matcher.shape):
                    words.setdefault(word, {})["'" + word] = word
                self._gives[matcher.pattern.gives] = self.letter(frozenset(matcher.pattern.gives.split()))
        for word, classes in words.items():
            if not word.isdecimal():
                # A word that needs its capital is looked up with a sign before it: "^may", or "~may" in small letters.
                key = f"^{word}" if word in self.language.capitals else word
                self._entries[key] = Entry(self.letter(frozenset(classes)), classes)
        for word in (*_DIGITS, *self.language.samples):
            self.entry(word)

    def letter(self, classes: frozenset[str]) -> str:
        """The letter of a set of classes; a new set makes the matchers forget what they had compiled."""
        if classes not in self._letters:
            new = self._letters[classes] = _letter(len(self._letters))
            for name in classes:
                self._of_class[name] = self._of_class.get(name, "") + new
            self._tables.clear()
            for matchers in self._matchers.values():
                for matcher in matchers:
                    matcher.regex = matcher.second = None
        return self._letters[classes]

    def entry(self, word: str) -> Entry | None:
        """What the language knows about a number as written (in lower case); None for nothing."""
        try:
            return self._entries[word]
        except KeyError:
            pass
        values = number_values(word) | self.language.numeral(word)
        entry = Entry(self.letter(frozenset(values)), values) if values else None
        if len(self._entries) < 50_000:
            self._entries[word] = entry
        return entry

    def letters_of(self, names: tuple[str, ...], words: tuple[str, ...] = ()) -> str:
        """The letters of all sets that hold one of the classes, or one of the words."""
        of_class = self._of_class.get
        if len(names) + len(words) == 1:
            return of_class(names[0] if names else "'" + words[0], "")
        found = [of_class(name, "") for name in names] + [of_class("'" + word, "") for word in words]
        return "".join(dict.fromkeys("".join(found)))

    @staticmethod
    def is_known(letter: str) -> bool:
        """Whether a token is one that the language knows."""
        return letter not in (UNKNOWN, BREAK)

    def gives(self, pattern: Pattern) -> str:
        """The letter of the node that a pattern makes."""
        return self._gives[pattern.gives]

    def table(self, stage: str) -> tuple[re.Pattern[str], dict[str, list[Matcher]]]:
        """Where a pattern of a stage can begin, and for each such letter the matchers to try."""
        if stage not in self._tables:
            table: dict[str, list[Matcher]] = {}
            alone = ""
            for matcher in self._matchers[stage]:
                letters = set(self._first(matcher.shape)[0])
                for letter in letters:
                    table.setdefault(letter, []).append(matcher)
                matcher.alone = _shortest(matcher.shape) < 2
                alone += "".join(letters) if matcher.alone else ""
            # A letter that begins only longer patterns needs a known word, or a node, after it.
            longer = "".join(letter for letter in table if letter not in alone)
            choices = [f"[{alone}]"] if alone else []
            choices += [f"[{longer}](?![{UNKNOWN}{BREAK}])"] if longer else []
            self._tables[stage] = re.compile("|".join(choices) or r"(?!)"), table
        return self._tables[stage]

    def _first(self, shape: tuple[Element, ...]) -> tuple[str, bool]:
        """The letters that a shape can begin with, and whether it can be empty."""
        letters = ""
        for element in shape:
            if element.mark:
                continue
            if element.choices:
                inner = [self._first(choice) for choice in element.choices]
                letters += "".join(found for found, _ in inner)
                empty = any(none for _, none in inner)
            else:
                letters += self.letters_of(element.names, element.words)
                empty = False
            if not (empty or element.repeat):
                return letters, False
        return letters, True

    def second(self, matcher: Matcher) -> frozenset[str]:
        """The letters that a matcher allows as its second token (a few too many where groups nest)."""
        if matcher.second is None:
            matcher.second = frozenset(self._seconds(matcher.shape))
        return matcher.second

    def _seconds(self, shape: tuple[Element, ...]) -> str:
        letters = ""
        for place, element in enumerate(shape):
            if element.mark:
                continue
            rest = shape[place + 1 :]
            letters += self._first((element, *rest) if element.repeat == "*" else rest)[0]
            letters += "".join(self._seconds(choice) for choice in element.choices)
            empty = element.choices and any(self._first(choice)[1] for choice in element.choices)
            if not (element.repeat or empty):
                break
        return letters

    def compiled(self, matcher: Matcher) -> re.Pattern[str]:
        """The matcher's regular expression over letters."""
        if matcher.regex is None:
            matcher.roles = []
            matcher.regex = re.compile(self._expression(matcher.shape, matcher))
        return matcher.regex

    def _expression(self, shape: tuple[Element, ...], matcher: Matcher) -> str:
        return "".join(self._one(element, matcher) for element in shape)

    def _one(self, element: Element, matcher: Matcher) -> str:
        if element.choices:
            inner = "|".join(self._expression(choice, matcher) for choice in element.choices)
            return f"(?:{inner}){element.repeat}"
        letters = self.letters_of(element.names, element.words)
        body = f"[{letters}]" if letters else "(?!)"
        if element.mark:
            return {"<": "(?<={})", ">": "(?={})", "!<": "(?<!{})", "!>": "(?!{})"}[element.mark].format(body)
        if not (element.role or element.child):
            return body + element.repeat
        matcher.roles.append((element.role, element.names, element.child))
        return f"({body}){element.repeat}"


def _letter(number: int) -> str:
    return _POOL[number] if number < len(_POOL) else chr(_OVERFLOW + number)


def _shortest(shape: tuple[Element, ...]) -> int:
    """How many tokens a shape has at least."""
    length = 0
    for element in shape:
        if element.mark or element.repeat:
            continue
        length += min(map(_shortest, element.choices)) if element.choices else 1
    return length


def _token_expression(source: Language, entries: Mapping[str, Entry | None]) -> re.Pattern[str]:
    """What cuts a text into tokens: paragraph breaks, numbers, words, any other sign."""
    if source.spaced:
        return re.compile(rf"({source.numbers})|[^\W\d_]+|\n\s*\n|\S")
    known = sorted((word for word in entries if word and not word[0].isdecimal()), key=len, reverse=True)
    return re.compile("|".join([f"({source.numbers})", *map(re.escape, known), r"\n\s*\n"]))


@cache
def grammar(code: str) -> Grammar:
    """The grammar of one of our languages, made when first asked for."""
    return Grammar(language(code))
