"""What the columns of a table tell together that no row tells alone: the order of day and month."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.transfer.columns import BY_NAME, READ_FIELDS, Columns
from timeline.transfer.findings import Finding, warning
from timeline.transfer.formats.table import Row

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")


@dataclass(slots=True)
class Figures:
    """What the figures of one column show: the first line that settles each order, and the lines that settle none."""

    settled: dict[str, tuple[int, str]] = field(default_factory=dict)
    open_lines: int = 0
    open_example: str = ""


@dataclass(frozen=True, slots=True)
class Orders:
    """The order of day and month ("dmy", "mdy") in each field's column, as far as it is told, and what to say of it."""

    by_field: Mapping[str, str]
    notes: tuple[Finding, ...] = ()
    is_asked: bool = False
    """Whether only a person can tell it."""


def orders_of(header: tuple[str, ...], rows: Iterable[Row], columns: Columns, chosen: str = "") -> Orders:
    """Return the order of day and month in the columns of dates; `chosen` is what the person said, "" for nothing.

    A column settles it by one date that can be read one way only; else the other columns of dates settle it.
    """
    figures = _figures(header, rows, columns)
    if chosen:
        return Orders(dict.fromkeys(figures, chosen))
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
    return Orders(by_field, tuple(notes), is_asked)


def _figures(header: tuple[str, ...], rows: Iterable[Row], columns: Columns) -> dict[str, Figures]:
    places = {name: header.index(columns[name]) for name in READ_FIELDS if columns.get(name) in header}
    found: dict[str, Figures] = defaultdict(Figures)
    for row in rows:
        for name, at in places.items():
            cell = row.cells[at] if at < len(row.cells) else ""
            for order in _orders_in(cell):
                one = found[name]
                if order:
                    one.settled.setdefault(order, (row.line, cell.strip()))
                else:
                    one.open_lines += 1
                    one.open_example = one.open_example or cell.strip()
    return {name: found[name] for name in BY_NAME if name in found}


def _orders_in(cell: str) -> Iterator[str]:
    """Yield the order that each date in figures settles; "" for one that can be read both ways."""
    if len(cell) > 300 or not any(sign in cell for sign in "/.-／．－"):
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
                yield "dmy"
        elif second > 12:
            yield "mdy"
        else:
            yield ""


def _told(column: str, order: str, one: Figures, figures: Mapping[str, Figures]) -> Finding:
    line, example = next(each.settled[order] for each in (one, *figures.values()) if order in each.settled)
    code = "day-first" if order == "dmy" else "month-first"
    return warning(code, column=column, example=example, line=line)


def _contradiction(column: str, one: Figures) -> Finding:
    (day_line, day), (month_line, month) = one.settled["dmy"], one.settled["mdy"]
    facts = {"column": column, "day": day, "day_line": day_line, "month": month, "month_line": month_line}
    return warning("orders-differ", **facts, count=one.open_lines)


def _untold(column: str, one: Figures) -> Finding:
    return warning("order-untold", column=column, count=one.open_lines, example=one.open_example)
