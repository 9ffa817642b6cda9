"""A pattern's shape as written (see `languages`) -> its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.dates.record import record


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


@cache
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


def literals(shape: tuple[Element, ...]) -> Iterator[tuple[str, ...]]:
    """The words that a shape names, those of one element together."""
    for element in shape:
        if element.words:
            yield element.words
        for choice in element.choices:
            yield from literals(choice)


def shortest(shape: tuple[Element, ...]) -> int:
    """How many tokens a shape has at least."""
    length = 0
    for element in shape:
        if element.mark or element.repeat:
            continue
        length += min(map(shortest, element.choices)) if element.choices else 1
    return length
