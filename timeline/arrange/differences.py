"""What differs between two texts, word by word, and in scripts without spaces letter by letter."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힯]|\s+|[^\W_]+|.", re.UNICODE)
MOST_TOKENS = 4000
"""Longer texts are shown as wholly replaced: comparing them would keep the reader waiting."""


class Piece(NamedTuple):
    """A stretch of text that is the same in both, new, or gone."""

    kind: Literal["same", "new", "gone"]
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Return the pieces that lead from `before` to `after`, in order."""
    if before == after:
        return [Piece("same", after)] if after else []
    former, latter = TOKEN.findall(before), TOKEN.findall(after)
    if len(former) + len(latter) > MOST_TOKENS:
        return [piece for piece in (Piece("gone", before), Piece("new", after)) if piece.text]
    return [piece for piece in _pieces(former, latter) if piece.text]


def _pieces(former: list[str], latter: list[str]) -> Iterator[Piece]:
    """Yield the pieces; a space that stayed between two changed words goes with them, or nobody could read it."""
    gone = new = ""
    for kind, first, last, start, end in SequenceMatcher(None, former, latter, autojunk=False).get_opcodes():
        before, after = "".join(former[first:last]), "".join(latter[start:end])
        if kind == "equal" and (after.strip() or not (gone or new)):
            yield from (Piece("gone", gone), Piece("new", new), Piece("same", after))
            gone = new = ""
        else:
            gone, new = gone + before, new + after
    yield from (Piece("gone", gone), Piece("new", new))
