"""Text -> nodes: tokens of the language, then its patterns stage by stage. Linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates.grammar import Grammar, Node, grammar
from timeline.dates.languages import STAGES, Fields, Value
from timeline.dates.stage import LOOKED_AT, UNKNOWN, Matcher, Stage
from timeline.dates.tokens import Tokens, pieces, plain, tokens

# What may not touch a number that is a date: it is then part of a longer number, a name, or an amount.
_BEFORE_DIGIT = re.compile(r"(?:[\d$£€¥₩#@_\\+%]|\d[.,:/-])\Z")
# A word that a hyphen cuts at the end of a line ("Sep-\ntember") is whole only with what follows.
_CUT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")
# The last word of a phrase, and a stop after which its sentence goes on.
_LAST_WORD, _LONGEST_SHORT = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z"), 5
_GOES_ON = re.compile(r"\.(?:[,;:)]|\s+[a-z(])")
_AFTER_DIGIT = re.compile(r"[\d%_]|[.:/]\d|,\d{3}(?!\d)|-\d{5}|-\d+-\d")


def scan(text: str, code: str) -> list[Node]:
    """Every node that the language's patterns find, in text order, none inside another."""
    rules = grammar(code)
    lower = plain(text)
    nodes: list[Node] = []
    cuts = {found.start() for found in _CUT_WORD.finditer(text)} if "-\n" in text else set()
    for piece in pieces(lower):
        found = tokens(lower, text, piece, rules)
        for stage in STAGES:
            found = _Scanner(lower, rules, stage, found, cuts).run()
        nodes += [word for word in found.words if isinstance(word, Node)]
    short = rules.language.words.get("short_month")
    return [_with_its_stop(node, text, lower, short) for node in nodes] if short else nodes


def _with_its_stop(node: Node, text: str, lower: str, short: Mapping[str, Value]) -> Node:
    """A node whose last month is cut short has its stop only where the sentence goes on: "in Dec. and"."""
    bare = node.end - lower.endswith(".", node.start, node.end)
    last = _LAST_WORD.search(lower, max(node.start, bare - _LONGEST_SHORT), bare)
    if last is None or last[0] not in short:
        return node
    return _ending(node, node.end, bare + (_GOES_ON.match(text, bare) is not None))


def _ending(node: Node, old: int, new: int) -> Node:
    """The node, and what in it ends where it ends, with another end."""
    if node.end != old or old == new:
        return node
    children = tuple(_ending(child, old, new) for child in node.children)
    return Node(node.start, new, node.meaning, node.fields, children, node.gives)


class _Scanner:
    """One stage over the tokens of one piece of text."""

    def __init__(self, lower: str, rules: Grammar, name: str, found: Tokens, cuts: set[int]) -> None:
        self.lower, self.rules, self.name, self.found = lower, rules, name, found
        self.cuts = cuts
        self.stage: Stage = rules.stage(name)

    def run(self) -> Tokens:
        """The tokens with every match of the stage's patterns made one node."""
        letters, ends, words = self.found.letters, self.found.ends, self.found.words
        search = self.stage.starts.search
        new_letters: list[str] = []
        new_ends: list[int] = []
        new_words: list[str | Node] = []
        done = 0
        start = search(letters)
        while start:
            at = start.start()
            fitting = self.stage.fitting(letters[at : at + LOOKED_AT])
            best = self._longest(at, fitting) if fitting else None
            if best is None:
                start = search(letters, at + 1)
                continue
            matcher, hit = best
            first = at - 1 if at > done and self._takes_article(matcher, letters[at - 1]) else at
            node = self._node(matcher, hit, first)
            new_letters += letters[done:first], self.rules.gives(matcher.pattern)
            new_ends += ends[done:first]
            new_ends.append(node.end)
            new_words += words[done:first]
            new_words.append(node)
            done = hit.end()
            start = search(letters, done)
        new_letters.append(letters[done:])
        return Tokens("".join(new_letters), new_ends + ends[done:], new_words + words[done:], self.found.lexicon)

    def _longest(self, at: int, fitting: list[Matcher]) -> tuple[Matcher, re.Match[str]] | None:
        best: tuple[Matcher, re.Match[str]] | None = None
        letters, length = self.found.letters, at
        for matcher in fitting:
            hit = matcher.regex.match(letters, at)
            if hit and hit.end() > length and self._stands_alone(matcher, at, hit.end()):
                best, length = (matcher, hit), hit.end()
        return best

    def _stands_alone(self, matcher: Matcher, at: int, end: int) -> bool:
        """Whether the words are not a piece of a longer number, name or amount."""
        start, stop = self.found.start(at), self.found.ends[end - 1]
        if matcher.pattern.glued and any(sign.isspace() for sign in self.lower[start:stop]):
            return False
        if matcher.pattern.meaning == "numeric" and end - at > 4 and self.lower[start - 1 : start] == "-":
            # "NYT-02-13-98": three figures are a date whatever stands before.
            return self._ends(stop) and self.lower[start - 2 : start - 1].isalpha()
        return self._begins(at, start) and self._ends(stop) and self._is_word(matcher, at, end)

    def _is_word(self, matcher: Matcher, at: int, end: int) -> bool:
        """Whether words that run on are no piece of a longer one ("모레" in "모레노")."""
        edges, word = self.rules.edges, self.found.words[at]
        if edges is None or isinstance(word, Node) or matcher.pattern.gives == "other":
            return True
        start, stop = self.found.start(at), self.found.ends[end - 1]
        inside, follows = edges
        if self.found.letters[at - 1] == UNKNOWN and " " not in word and inside.match(self.lower, max(0, start - 1)):
            return False
        return end - at > 1 or word[-1:].isdecimal() or follows.match(self.lower, stop) is not None

    def _begins(self, at: int, start: int) -> bool:
        lower, letters = self.lower, self.found.letters
        if not start or isinstance(self.found.words[at], Node):
            return True
        before = lower[start - 1]
        spaced = self.rules.language.spaced
        if lower[start].isdecimal():
            if _BEFORE_DIGIT.search(lower, max(0, start - 2), start) or (
                spaced and before.isalpha() and not self.rules.is_known(letters[at - 1])
            ):
                return False
            # "F-15" is a name, "mid-1960s" is not: the word before the hyphen is one of ours.
            return before != "-" or start < 2 or not lower[start - 2].isalpha() or self.rules.is_known(letters[at - 2])
        return not (spaced and lower[start].isalpha() and (before.isalpha() or before in "@#_/\\"))

    def _ends(self, stop: int) -> bool:
        lower = self.lower
        if stop == len(lower):
            return True
        if stop in self.cuts:
            return False
        if lower[stop - 1].isdecimal() and _AFTER_DIGIT.match(lower, stop):
            return False
        return not (self.rules.language.spaced and lower[stop - 1].isalnum() and lower[stop].isalnum())

    def _node(self, matcher: Matcher, hit: re.Match[str], first: int) -> Node:
        fields: Fields = dict(matcher.pattern.fields)
        children: list[Node] = []
        for group, (role, classes, child) in enumerate(matcher.roles, 1):
            at = hit.start(group)
            if at < 0:
                continue
            word = self.found.words[at]
            if isinstance(word, Node):
                children.append(word)
                continue
            values = self.found.lexicon.values(word, self.found.letters[at])
            name = next(name for name in classes if name in values)
            if child:
                start, end = self.found.start(at), self.found.ends[at]
                children.append(Node(start, end, "calendar", {role or name: values[name]}))
            else:
                fields[role] = values[name]
        start, end = self.found.start(first), self.found.ends[hit.end() - 1]
        return Node(start, end, matcher.pattern.meaning, fields, tuple(children), matcher.pattern.gives)

    def _takes_article(self, matcher: Matcher, before: str) -> bool:
        """Whether "the" before it belongs to the phrase: not before a named day, a vague word or a bare year."""
        return (
            before in self.rules.articles
            and self.name in ("core", "part", "time")
            and matcher.pattern.meaning not in ("named", "vague", "none")
        )
