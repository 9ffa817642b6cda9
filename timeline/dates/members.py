"""How a date stands inside another: as a side of an extent, as a member of a set. EDTF nests neither.

The dates are FuzzyDates, whose class imports this module.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from timeline.dates import notation
from timeline.dates.record import replace
from timeline.dates.units import Days, Precision, Years, days_in_month, known_days

TYPE_CHECKING = False  # typing itself takes as long to load as a page takes to read
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Window = TypeVar("Window")

_NO_SIGNS = str.maketrans("", "", "?~%")
_NAMED = (Precision.SEASON, Precision.QUARTER, Precision.HALF)


def flat(dates: Iterable[Any], choice: bool) -> Iterator[Any]:
    """The members of a set (of a choice, `[a,b]`): those of sets within it stand beside the others.

    A set within a choice, or a choice within a set, is some time in all of its days; so is what lasted in a choice.
    """
    for date in dates:
        if date.parts and date.lasting and choice:
            yield _window(date, *date.parts)
        elif not date.parts or date.lasting:
            yield date
        elif bool(date.pattern) == choice:
            yield from flat(date.parts, choice)
        else:
            yield date.between(edge(date, 0), edge(date, -1))


def _window(date: Any, start: Any, end: Any) -> Any:
    if not start.dated or not end.dated:
        return date.starting(start) if start.dated else date.by(end)
    return date.between(start, end)


def edge(date: Any, at: int) -> Any:
    """What a date gives as the start (0) or the end (-1) of an extent: of an extent that side, of a set a member."""
    if not date.parts:
        return date
    parts = date.parts if date.lasting else sorted(date.parts, key=_place)
    return edge(parts[at], at)


def _place(date: Any) -> tuple[int, int, int]:
    first, last = date.year_span
    year = first if first is not None else last if last is not None else 0
    return (year, *((date.earliest.month, date.earliest.day) if date.earliest else (0, 0)))


def first_day(date: Any) -> datetime.date | None:
    """The first day of the start of an extent; of years that run into the calendar or out of it, the first year's."""
    return date.earliest or known_days(*(date.years or (None, None)))[0]


def last_day(date: Any) -> datetime.date | None:
    """The last day of the end of an extent, as `first_day`."""
    return date.latest or known_days(*(date.years or (None, None)))[1]


def hull_beyond(dates: Iterable[Any], years: Years) -> Days:
    """The first and last day of several dates, as far as the first and last of their years have days."""
    first, last = known_days(*years)
    firsts, lasts = ({day for date in dates if (day := of(date))} for of in (first_day, last_day))
    return min(firsts) if first else None, max(lasts) if last else None


def as_start(date: Any) -> str:
    """As the start of an extent: its own text, or the first unit of a window with the window's sign."""
    return _signed(_ends(date)[0], date) if _is_window(date) else str(date.edtf)


def as_end(date: Any) -> str:
    """As the end of an extent: its own text, or the last unit of a window with the window's sign."""
    return _signed(_ends(date)[1], date) if _is_window(date) else str(date.edtf)


def _signed(text: str, date: Any) -> str:
    return text and text + notation.qualifier(date.approximate, date.uncertain)


def hedged(window: Window, *ends: Any) -> Window:
    """A window that is about where one of its ends is, and perhaps where one is."""
    about, perhaps = any(end.approximate for end in ends), any(end.uncertain for end in ends)
    return replace(window, approximate=about, uncertain=perhaps) if about or perhaps else window


def window_text(start: Any | None, end: Any | None) -> str:
    """Some time between two dates (None: an open side), whose signs `?~%` have no place there."""
    return f"[{_window_end(start, 0)}..{_window_end(end, -1)}]"


def _window_end(date: Any | None, at: int) -> str:
    """The first (0) or the last (-1) unit of a date, as an end of a window; "" for an open side."""
    if date is None or not date.dated:
        return ""
    months = notation.months_of(date.pattern)
    text = months[at] if months else as_start(date) if at == 0 else as_end(date)
    return text.translate(_NO_SIGNS)


def beside(date: Any, step: int) -> Any:
    """The day, month or year right before (-1) or after (1) a date that has years, as coarse as it can be said."""
    at = min(step, 0) + 1
    text = _window_end(date, -at)
    month, day = notation.below_year(text)
    year = date.years[at]
    if month is None:
        return date.year(year + step)
    if day is not None and 1 <= day + step <= days_in_month(year, month):
        return date.beyond(year, year, f"{notation.year_text(year)}-{month:02d}-{day + step:02d}", Precision.DAY)
    if not 1 <= month + step <= 12:
        return date.year(year + step)
    return date.month(year, month + step)


def choice_text(dates: Iterable[Any], open_side: Any) -> str:
    """One of several dates: `[a,b]`."""
    return f"[{','.join(as_member(date, open_side) for date in dates)}]"


def as_member(date: Any, open_side: Any) -> str:
    """As a member of a set: a window or an extent is `a..b` there."""
    if date.lasting and date.parts:
        return "..".join("" if part == open_side else part.edtf for part in date.parts)
    text = str(date.edtf)
    if date.precision is Precision.SEASON and date.earliest and not date.pattern:
        # In a set, winter's months would read as each of them.
        return _signed(notation.season_text(date.earliest), date)
    return "..".join(_ends(date)) if text.startswith("[") else text


def _is_window(date: Any) -> bool:
    return (date.precision in _NAMED and not date.pattern) or date.edtf.startswith("[")


def _ends(date: Any) -> tuple[str, str]:
    if not date.years and (date.earliest or date.latest):
        return notation.ends_text(date.earliest, date.latest)
    first, _, last = date.pattern[1:-1].partition("..")
    return first, last
