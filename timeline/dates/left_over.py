"""What of words a date does not rest on: what is left beside it, where that says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.dates.core import SILENT
from timeline.dates.result import Reading

_HOURS = re.compile(r"\d{1,2}:\d\d")
# Signs beside a date that change it: >1998, → 1998, - 12 May 1998; or say that its figure is of something else: § 77,
# № 77, $ 77. Bullets (■, ○, ★) do not.
_SPEAKING_SIGN = re.compile(r"[<>≤≥±†‡*+#?？§¶№$€£¥←-⇿⌀-⏿✝㈀-㏿]")
_DASH_AT_END = re.compile(r"(?:\A|\s)[-–—~〜～]\s*\Z")
_PIECE = re.compile(r"[^\W_]+")


def unread_beside(words: str, reading: Reading) -> str:
    """What of words, as `read` was given them, a reading does not rest on; "" where the rest says nothing."""
    before, after = words[: reading.start], words[reading.end :]
    rest = (before.strip() if _DASH_AT_END.search(before) else _told(before), _told(after))
    lost = _lost_hours(words[reading.start : reading.end], reading)
    return " … ".join(part for part in (*rest, *lost) if part)


def _lost_hours(used: str, reading: Reading) -> list[str]:
    """The hours among the words, where the date has none: a month, or a year before Christ."""
    date = reading.date
    return [] if date is None or date.time or any(part.time for part in date.parts) else _HOURS.findall(used)


def _told(rest: str) -> str:
    """What is left beside a date, "" where it says nothing."""
    if all(piece.lower() in SILENT for piece in _pieces(rest)) and not _SPEAKING_SIGN.search(rest):
        return ""
    return rest.strip(" \t\n,;:.、。()[]（）「」\"'-–—")


def _pieces(text: str) -> Iterator[str]:
    return (found[0] for found in _PIECE.finditer(text))
