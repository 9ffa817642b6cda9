"""What has the words of a date but means something else, told by the text around it: people, and quarters of a game."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.dates.grammar import Node
from timeline.dates.languages import NOTHING, language

_WIDTH, _LONGEST_NAME, _STEM, _SHORT = 200, 24, 4, 3
_TIMES = ("month", "near")
# Before Christ, beside a year or decade of two figures: "the 40s BC", "5 March '44 BC", 紀元前40年代.
_WIDTH_OF_MARK = 6
_BC_BEHIND = re.compile(r"\s?B\.?\s?C\b", re.IGNORECASE)
_BC_IN_FRONT = re.compile(r"(?:紀元前|西暦前|公元前|기원전|\bBCE?)\s?\Z", re.IGNORECASE)
_SHORT_YEAR_AT_END, _SHORT_YEAR_AT_START = re.compile(r"(?<!\d)\d\ds?\Z"), re.compile(r"\d\d\s?[年년]")


class Homonyms:
    """The words of one text that only look like dates."""

    def __init__(self, text: str, code: str) -> None:
        self._text, self._language = text, language(code)
        self._people: dict[str, bool] = {}

    def holds(self, node: Node) -> bool:
        """Whether a node is no date here."""
        if self._is_of_short_year_before_christ(node):
            return True
        fields = node.children[0].fields if len(node.children) == 1 else node.fields
        if "quarter" in fields and "year" not in fields and "unit" not in fields:
            return self._is_of_game(node)
        if "weekday" in fields and fields.keys() == {"weekday"} and self._is_named_on(node):
            return True
        return "month" in fields and not fields.keys() - set(_TIMES) and self._is_person(node)

    def _is_of_short_year_before_christ(self, node: Node) -> bool:
        """Whether "BC", not read with it, stands beside a year of two figures, which is then none of the 1900s."""
        before = self._text[max(0, node.start - _WIDTH_OF_MARK) : node.start]
        words, after = self._text[node.start : node.end], self._text[node.end : node.end + _WIDTH_OF_MARK]
        return bool(
            (_BC_BEHIND.match(after) and _SHORT_YEAR_AT_END.search(words))
            or (_BC_IN_FRONT.search(before) and _SHORT_YEAR_AT_START.match(words))
        )

    def _is_of_game(self, node: Node) -> bool:
        """Two different words of games near by make a quarter one of a game, or a sure one in the same sentence."""
        known = self._language
        if known.game == NOTHING:
            return False
        low, high = max(0, node.start - _WIDTH), node.end + _WIDTH
        words = {found[0][:_STEM].lower() for found in _compiled(known.game).finditer(self._text, low, high)}
        if len(words) != 1:
            return len(words) > 1
        end = _compiled(known.sentence)
        before = end.split(self._text[low : node.start])[-1]
        after = end.split(self._text[node.end : high])[0]
        return any(_compiled(known.sure_game).search(part) for part in (before, after))

    def _is_person(self, node: Node) -> bool:
        """ "Mrs May" somewhere makes a person of every May that no "in" or "last" makes a month."""
        known = self._language
        words = self._text[node.start : node.end].split()
        if known.titled == NOTHING or not words or not words[-1].isalpha() or not words[-1][0].isupper():
            return False
        name, before = words[-1], self._text[max(0, node.start - _LONGEST_NAME) : node.start]
        if len(words) == 1 and self._is_met(name, before, self._text[node.end : node.end + _LONGEST_NAME]):
            return True
        if name not in self._people:
            self._people[name] = self._is_named(name)
        return self._people[name] and not _compiled(known.before_month).search(before + " ".join(words[:-1]))

    def _is_named_on(self, node: Node) -> bool:
        """Whether a short weekday begins a longer name ("by Sun Microsystems")."""
        word, after = self._text[node.end - _SHORT : node.end].lower(), self._text[node.end : node.end + 3]
        return word in self._language.capitals and after[:1] == " " and after[1:].istitle() and after.isascii()

    def _is_met(self, name: str, before: str, after: str) -> bool:
        """Whether somebody meets it ("met April in"), or it has what only a person has ("June's house")."""
        known = self._language
        if name.lower() not in known.words["name_month"] or after[1:2].isdecimal():
            return False
        return bool(_compiled(known.met).search(before) or _compiled(known.belongings).match(after))

    def _is_named(self, name: str) -> bool:
        """Whether a title stands before a name somewhere, or one first name twice; no day of the month after it."""
        known, first_names = self._language, set[str]()
        for start in self._places_of(name):
            before = self._text[max(0, start - _LONGEST_NAME) : start]
            if _compiled(known.titled).search(before):
                return True
            first = _compiled(known.first_name).search(before)
            if first and first[1] in first_names:
                return True
            first_names.update([first[1]] if first else [])
        return False

    def _places_of(self, name: str) -> Iterator[int]:
        """Where a name stands as a whole word with no figure after it."""
        text, start = self._text, self._text.find(name)
        while start >= 0:
            end = start + len(name)
            around = text[max(0, start - 1) : start] + text[end : end + 1]
            if not (any(map(str.isalnum, around)) or text[end : end + 2].strip()[:1].isdecimal()):
                yield start
            start = text.find(name, end)


@cache
def _compiled(marks: str) -> re.Pattern[str]:
    return re.compile(marks)
