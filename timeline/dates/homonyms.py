"""What has the words of a date but means something else, told by the text around it: people, and quarters of a game."""

from __future__ import annotations

import re
from functools import cache

from timeline.dates.grammar import Node
from timeline.dates.languages import NOTHING, language

_WIDTH, _LONGEST_NAME = 200, 24
_TIMES = ("month", "near")


class Homonyms:
    """The words of one text that only look like dates."""

    def __init__(self, text: str, code: str) -> None:
        self._text, self._language = text, language(code)
        self._people: dict[str, bool] = {}

    def holds(self, node: Node) -> bool:
        """Whether a node is no date here."""
        fields = node.children[0].fields if len(node.children) == 1 else node.fields
        if "quarter" in fields and "year" not in fields and "unit" not in fields:
            return self._is_of_game(node)
        return "month" in fields and not fields.keys() - set(_TIMES) and self._is_person(node)

    def _is_of_game(self, node: Node) -> bool:
        game = self._language.game
        return game != NOTHING and bool(
            _compiled(game).search(self._text, max(0, node.start - _WIDTH), node.end + _WIDTH)
        )

    def _is_person(self, node: Node) -> bool:
        """ "Mrs May" somewhere makes a person of every May that no "in" or "last" makes a month."""
        person = self._language.person
        words = self._text[node.start : node.end].split()
        if person == NOTHING or not words or not words[-1].isalpha() or not words[-1][0].isupper():
            return False
        name = words[-1]
        if name not in self._people:
            self._people[name] = any(self._titled(at.start(), at.end()) for at in re.finditer(name, self._text))
        if not self._people[name]:
            return False
        before = self._text[max(0, node.start - 12) : node.start] + " ".join(words[:-1])
        return not _compiled(self._language.before_month).search(before)

    def _titled(self, start: int, end: int) -> bool:
        """Whether a title or a first name stands before a place, and no day of the month after it."""
        before, after = self._text[max(0, start - _LONGEST_NAME) : start], self._text[end : end + 2]
        return _compiled(self._language.person).search(before) is not None and not after[-1:].isdecimal()


@cache
def _compiled(marks: str) -> re.Pattern[str]:
    return re.compile(marks)
