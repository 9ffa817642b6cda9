"""What the columns of a table tell together that no row tells alone: order of day and month, century of two figures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.dates.typed import read_typed
from timeline.transfer.columns import BY_NAME, READ_FIELDS, Columns
from timeline.transfer.findings import Finding, warning
from timeline.transfer.formats.table import Row

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_ISO_DAY = re.compile(r"(?<!\d)\d{4}-(\d\d)-(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_TWO_FIGURES = re.compile(r"['’]\d\d(?!\d)|(?<!\w)\d\d\s?[年년]|(?<!\d)\d{1,2}\s?([/.-])\s?\d{1,2}\s?\1\s?\d\d(?!\d)")
_LONGEST = 300
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")


@dataclass(slots=True)
class Figures:
    """What the figures of one column show: the first line that settles each order, and the lines that settle none."""

    settled: dict[str, tuple[int, str]] = field(default_factory=dict)
    open_lines: int = 0
    open_example: str = ""
    centuries: dict[int, tuple[int, str]] = field(default_factory=dict)
    """The first line that has a year of each century in full."""
    has_two_figures: bool = False
    """Whether a year is given by two figures."""


@dataclass(frozen=True, slots=True)
class Orders:
    """The order of day and month ("dmy", "mdy") in each field's column, as far as it is told, and what to say of it."""

    by_field: Mapping[str, str]
    notes: tuple[Finding, ...] = ()
    is_asked: bool = False
    """Whether only a person can tell it."""
    centuries: Mapping[str, int] = field(default_factory=dict)
    """The century (1900) of years in two figures, by field, where all the years in full are of one."""


def orders_of(header: tuple[str, ...], rows: Iterable[Row], columns: Columns, chosen: str = "") -> Orders:
    """Return the order of day and month in the columns of dates; `chosen` is what the person said, "" for nothing.

    A column settles it by one date that can be read one way only, by itself or beside the row's month or another of
    its dates; else the other columns of dates settle it.
    """
    figures = _figures(header, rows, columns)
    of_one = {name: one for name, one in figures.items() if one.has_two_figures and len(one.centuries) == 1}
    centuries = {name: next(iter(one.centuries)) for name, one in of_one.items()}
    shown = [_century_shown(columns[name], one) for name, one in of_one.items()]
    if chosen:
        return Orders(dict.fromkeys(figures, chosen), tuple(shown), centuries=centuries)
    everywhere = {order for one in figures.values() for order in one.settled}
    by_field: dict[str, str] = {}
    notes: list[Finding] = []
    is_asked = False
    for name, one in figures.items():
        column = columns[name]
        told = set(one.settled) or everywhere
        if len(told) == 1:
            by_field[name] = next(iter(told))
            if one.open_lines:
                notes.append(_told(column, by_field[name], one, figures))
        elif one.open_lines:
            is_asked = True
            notes.append(_contradiction(column, one) if one.settled else _untold(column, one))
    return Orders(by_field, (*notes, *shown), is_asked, centuries)


def gives_two_figures(cell: str) -> bool:
    """Return whether a cell gives a year by two figures: 24/08/79, Aug '79."""
    return len(cell) <= _LONGEST and _YEAR.search(cell) is None and _TWO_FIGURES.search(cell) is not None


def _figures(header: tuple[str, ...], rows: Iterable[Row], columns: Columns) -> dict[str, Figures]:
    places = {name: header.index(columns[name]) for name in READ_FIELDS if columns.get(name) in header}
    beside = [header.index(columns[name]) for name in (*READ_FIELDS, "edtf") if columns.get(name) in header]
    month_at = header.index(columns["month"]) if columns.get("month") in header else None
    found: dict[str, Figures] = defaultdict(Figures)
    for row in rows:
        for name, at in places.items():
            cell = row.cells[at] if at < len(row.cells) else ""
            one = found[name]
            if cell and len(cell) <= _LONGEST:
                for year in _YEAR.findall(cell):
                    one.centuries.setdefault(int(year) // 100 * 100, (row.line, cell.strip()))
                one.has_two_figures = one.has_two_figures or gives_two_figures(cell)
            for order, first, second in _orders_in(cell):
                if not order and len(one.settled) < 2:
                    others = [row.cells[place] for place in beside if place != at and place < len(row.cells)]
                    month = row.cells[month_at] if month_at is not None and month_at < len(row.cells) else ""
                    order = _order_beside(first, second, month, others)
                if order:
                    one.settled.setdefault(order, (row.line, cell.strip()))
                else:
                    one.open_lines += 1
                    one.open_example = one.open_example or cell.strip()
    return {name: found[name] for name in BY_NAME if name in found}


def _order_beside(first: int, second: int, month: str, others: Iterable[str]) -> str:
    """Return the order that the month of the row, or a day in another of its cells, gives two figures; "" for none."""
    told = {"mdy": (first, second), "dmy": (second, first)}
    if month.strip():
        number = _month(month.strip())
        return next((order for order, (said, _day) in told.items() if said == number), "")
    found = (day for cell in others if len(cell) <= _LONGEST for day in _ISO_DAY.finditer(cell))
    days = {(int(day[1]), int(day[2])) for day in found}
    shown = [order for order, day in told.items() if day in days]
    return shown[0] if len(shown) == 1 else ""


@lru_cache(maxsize=500)
def _month(text: str) -> int:
    """Return the number of a month that is written as a figure or by name; 0 for none."""
    if text.isdecimal() and len(text) < 3:
        return int(text)
    date = read_typed(f"{text} 2001" if text.isalpha() else text, None).reading if len(text) < 30 else None
    first = date.date.earliest if date and date.date else None
    return first.month if date and date.date and first and date.date.precision == "month" else 0


def _orders_in(cell: str) -> Iterator[tuple[str, int, int]]:
    """Yield the order that each date in figures settles, "" for one that can be read both ways, and its figures."""
    if len(cell) > _LONGEST or not any(sign in cell for sign in "/.-／．－"):
        return
    for found in _FIGURES.finditer(cell.translate(_FULL_WIDTH)):
        first, second, third = int(found[1]), int(found[3]), found[4]
        if first == second or not 0 < first <= 31 or not 0 < second <= 31:
            continue
        if first > 12 and second > 12:
            continue
        if first > 12:
            # 18/04/01 may begin with the year.
            if len(third) == 4 or int(third) > 31:
                yield "dmy", first, second
        elif second > 12:
            yield "mdy", first, second
        else:
            yield "", first, second


def _told(column: str, order: str, one: Figures, figures: Mapping[str, Figures]) -> Finding:
    line, example = next(each.settled[order] for each in (one, *figures.values()) if order in each.settled)
    code = "day-first" if order == "dmy" else "month-first"
    return warning(code, column=column, example=example, line=line)


def _century_shown(column: str, one: Figures) -> Finding:
    (century, (line, example)), *_ = one.centuries.items()
    return warning("century-shown", column=column, first=century, last=century + 99, example=example, line=line)


def _contradiction(column: str, one: Figures) -> Finding:
    (day_line, day), (month_line, month) = one.settled["dmy"], one.settled["mdy"]
    facts = {"column": column, "day": day, "day_line": day_line, "month": month, "month_line": month_line}
    return warning("orders-differ", **facts, count=one.open_lines)


def _untold(column: str, one: Figures) -> Finding:
    return warning("order-untold", column=column, count=one.open_lines, example=one.open_example)
