"""The dateline of a dispatch: where and when it was written, which is what "today" means in it."""

from __future__ import annotations

import datetime
import re

from timeline.dates.grammar import Node
from timeline.dates.option import Option

# A dispatch is printed within days.
_LONGEST_PLACE, _MOST_DAYS_TO_PRINT = 80, 3
_PLACE = re.compile(r"\s*[A-Z][A-Z.'’ -]*[A-Z]\b[^\n;:]*,\s*")
_AFTER_DATELINE = re.compile(r"\.?\s*(?:\([^)\n]{1,40}\)\s*(?:--|[—–-])?|--|[—–]|-\s)")


def dateline(text: str, nodes: list[Node]) -> Node | None:
    """The date in the head of a dispatch: "KIGALI, April 14 --", "LONDON, May 2 (Reuters) -"."""
    if not nodes or not _PLACE.fullmatch(text[: min(nodes[0].start, _LONGEST_PLACE)]):
        return None
    return nodes[0] if _AFTER_DATELINE.match(text, nodes[0].end) else None


def day_of_writing(option: Option, anchor: datetime.date | None) -> datetime.date | None:
    """What "today" means in a dispatch: its dateline's day, where that is just before its publication; else None."""
    day = option.date.earliest if option.date and option.date.is_day else None
    return day if anchor and day and 0 < (anchor - day).days <= _MOST_DAYS_TO_PRINT else None
