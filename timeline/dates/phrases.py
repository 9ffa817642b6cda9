"""Text -> nodes: tokens of the language, then its patterns stage by stage. Linear in the length of the text."""

from __future__ import annotations

import re

from timeline.dates.grammar import BREAK, UNKNOWN, Grammar, Item, Matcher, Node, grammar
from timeline.dates.languages import STAGES, Value

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
_NOTHING: dict[str, Value] = {}
# What may not touch a number that is a date: it is then part of a longer number, a name, or an amount.
_BEFORE_DIGIT = re.compile(r"(?:[\d$£€¥₩#@_\\+%]|\d[.,:/-])\Z")
_AFTER_DIGIT = re.compile(r"[\d%_]|[.:/]\d|,\d{3}(?!\d)|-\d{5}|-\d+-\d")


def plain(text: str) -> str:
    """The text in lower case with signs that look alike made one; every code point stays at its place."""
    if text.isascii():
        return text.lower()
    for sign in _TABLE.keys() & set(text):
        text = text.replace(sign, _TABLE[sign])
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def scan(text: str, code: str) -> list[Node]:
    """Every node that the language's patterns find, in text order, none inside another."""
    rules = grammar(code)
    lower = plain(text)
    letters, items = _tokens(lower, text, rules)
    scanner = _Scanner(lower, rules)
    for stage in STAGES:
        letters, items = scanner.run(stage, letters, items)
    return [item[2] for item in items if isinstance(item[2], Node)]


def _tokens(lower: str, text: str, rules: Grammar) -> tuple[str, list[Item]]:
    """The letters of all tokens, and what each is; a run of unknown words is one token."""
    known, capitals, spaced = rules.known.get, rules.language.capitals, rules.language.spaced
    letters: list[str] = [BREAK]
    items: list[Item] = [(0, 0, _NOTHING)]
    add_letter, add_item = letters.append, items.append
    last, end = BREAK, 0
    for found in rules.token.finditer(lower):
        word = found[0]
        entry = known(word)
        if entry is None:
            if found.lastindex:
                entry = rules.entry(word)
            elif word in capitals:
                entry = known(f"^{word}" if text[found.start()].isupper() else f"~{word}")
            if entry is None and last is UNKNOWN and word[0] != "\n":
                continue
        start = found.start()
        if not spaced and start != end and last is not UNKNOWN and not lower[end:start].isspace():
            add_letter(last := UNKNOWN)
            add_item((end, start, _NOTHING))
        end = start + len(word)
        if entry is None:
            add_letter(last := BREAK if word[0] == "\n" else UNKNOWN)
            add_item((start, end, _NOTHING))
        else:
            add_letter(last := entry.letter)
            add_item((start, end, entry.values))
    letters.append(BREAK)
    items.append((len(lower), len(lower), _NOTHING))
    return "".join(letters), items


class _Scanner:
    def __init__(self, lower: str, rules: Grammar) -> None:
        self.lower, self.rules = lower, rules

    def run(self, stage: str, letters: str, items: list[Item]) -> tuple[str, list[Item]]:
        """The letters and items with every match of the stage's patterns made one node."""
        starts, table = self.rules.table(stage)
        new_letters: list[str] = []
        new_items: list[Item] = []
        done = 0
        found = starts.search(letters)
        while found:
            at = found.start()
            best = self._longest(table[letters[at]], letters, items, at)
            if best is None:
                found = starts.search(letters, at + 1)
                continue
            matcher, hit = best
            first = at
            if at > done and letters[at - 1] in self.rules.articles and _takes_article(stage, matcher):
                first = at - 1
            node = self._node(matcher, hit, items, first)
            new_letters += letters[done:first], self.rules.gives(matcher.pattern)
            new_items += items[done:first]
            new_items.append((node.start, node.end, node))
            done = hit.end()
            found = starts.search(letters, done)
        new_letters.append(letters[done:])
        new_items += items[done:]
        return "".join(new_letters), new_items

    def _longest(
        self, matchers: list[Matcher], letters: str, items: list[Item], at: int
    ) -> tuple[Matcher, re.Match[str]] | None:
        best: tuple[Matcher, re.Match[str]] | None = None
        length = at
        following = letters[at + 1]
        for matcher in matchers:
            if not matcher.alone and following not in (matcher.second or self.rules.second(matcher)):
                continue
            regex = matcher.regex or self.rules.compiled(matcher)
            hit = regex.match(letters, at)
            if hit and hit.end() > length and self._stands_alone(matcher, letters, items, at, hit.end()):
                best, length = (matcher, hit), hit.end()
        return best

    def _stands_alone(self, matcher: Matcher, letters: str, items: list[Item], at: int, end: int) -> bool:
        """Whether the words are not a piece of a longer number, name or amount."""
        start, stop = items[at][0], items[end - 1][1]
        lower = self.lower
        if matcher.pattern.glued and any(sign.isspace() for sign in lower[start:stop]):
            return False
        return self._begins(letters, items, at, start) and self._ends(lower, stop)

    def _begins(self, letters: str, items: list[Item], at: int, start: int) -> bool:
        lower = self.lower
        if not start or isinstance(items[at][2], Node):
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

    def _ends(self, lower: str, stop: int) -> bool:
        if stop == len(lower):
            return True
        if lower[stop - 1].isdecimal() and _AFTER_DIGIT.match(lower, stop):
            return False
        return not (self.rules.language.spaced and lower[stop - 1].isalnum() and lower[stop].isalnum())

    def _node(self, matcher: Matcher, hit: re.Match[str], items: list[Item], first: int) -> Node:
        fields = dict(matcher.pattern.fields)
        children: list[Node] = []
        for group, (role, classes, child) in enumerate(matcher.roles, 1):
            at = hit.start(group)
            if at < 0:
                continue
            start, end, values = items[at]
            if isinstance(values, Node):
                children.append(values)
                continue
            name = next(name for name in classes if name in values)
            if child:
                children.append(Node(start, end, "calendar", {role or name: values[name]}))
            else:
                fields[role] = values[name]
        start, end = items[first][0], items[hit.end() - 1][1]
        return Node(start, end, matcher.pattern.meaning, fields, tuple(children), matcher.pattern.gives)


def _takes_article(stage: str, matcher: Matcher) -> bool:
    """Whether "the" before it belongs to the phrase: not before a named day, a vague word or a bare year."""
    return stage in ("core", "part", "time") and matcher.pattern.meaning not in ("named", "vague", "none")
