"""The plan of an import: every row against the others and against what is stored, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from timeline.records.models import Batch, Event, Place
from timeline.transfer.findings import Finding, error, warning
from timeline.transfer.formats.delimited import read_table
from timeline.transfer.formats.table import Row, Table
from timeline.transfer.rows import PlannedRow, Reader

CHUNK = 1000
"""Rows that are looked at, or written, at a time: few enough for memory and for a query's parameters."""

T = TypeVar("T")


@dataclass
class Seen:
    """What earlier rows of the same file said: line by identifier, coordinates by place."""

    ids: dict[str, int] = field(default_factory=dict)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield the things in lists of at most `size`."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


def planned(batch: Batch, lines: set[int] | None = None) -> Iterator[list[PlannedRow]]:
    """Yield the rows of a batch in chunks, each row with its findings; only those on `lines` if given."""
    table = read_table(batch.content)
    rows = table.rows if lines is None else tuple(row for row in table.rows if row.line in lines)
    return plan_rows(table, rows, batch.mapping)


def plan_rows(table: Table, rows: Iterable[Row], mapping: dict[str, Any]) -> Iterator[list[PlannedRow]]:
    """Yield rows in chunks, each with what is wrong by itself, among the others, and with what is stored."""
    reader = Reader(table.header, mapping["columns"], mapping["language"])
    seen = Seen()
    for chunk in chunks(rows):
        read = [reader.read(row) for row in chunk]
        stored = Stored(read)
        for row in read:
            row.findings += [*_among_rows(row, seen), *stored.findings(row)]
        yield read


def summarise(rows: Iterable[list[PlannedRow]]) -> dict[str, Any]:
    """Return a plan as it is stored: counts, and the findings of each row that has any, by line."""
    counts: Counter[str] = Counter()
    findings: dict[str, list[Any]] = {}
    for row in (row for chunk in rows for row in chunk):
        counts["rows"] += 1
        counts["refused"] += row.is_refused
        counts["warned"] += bool(row.findings) and not row.is_refused
        counts["undated"] += row.date is None and not row.is_refused
        counts["without_source"] += not row.is_refused and not any(row.sources())
        if row.findings:
            findings[str(row.line)] = [finding.as_data() for finding in row.findings]
    return {"counts": dict(counts), "findings": findings}


class Stored:
    """What the database holds of the things that a chunk of rows speaks of."""

    def __init__(self, rows: list[PlannedRow]) -> None:
        ids = {row.values["id"] for row in rows} - {""}
        names = {row.values["place"] for row in rows} - {""}
        titles = {row.values["title"] for row in rows} - {""}
        self.ids = set(Event.objects.filter(external_id__in=ids).values_list("external_id", flat=True))
        self.places = {place.name: (place.latitude, place.longitude) for place in Place.objects.filter(name__in=names)}
        alike = Event.objects.filter(wordings__headline__in=titles, merged_into__isnull=True)
        self.alike = set(alike.values_list("wordings__headline", "edtf"))

    def findings(self, row: PlannedRow) -> Iterator[Finding]:
        """Yield where a row repeats or contradicts what is stored."""
        if row.values["id"] in self.ids:
            yield error("imported", id=row.values["id"])
        elif (row.values["title"], row.date.edtf if row.date else "") in self.alike:
            yield warning("like")
        known = self.places.get(row.values["place"])
        if known and known[0] is not None and not row.is_refused and row.coordinates not in (None, known):
            yield _place_differs(row, f"{known[0]}, {known[1]}")


def _among_rows(row: PlannedRow, seen: Seen) -> Iterator[Finding]:
    """Yield where a row repeats or contradicts an earlier one of the same file."""
    name, place = row.values["id"], row.values["place"]
    if name and name in seen.ids:
        yield error("doubled", id=name, line=seen.ids[name])
    seen.ids.setdefault(name, row.line)
    if place and not row.is_refused and row.coordinates:
        known = seen.places.setdefault(place, row.coordinates)
        if known != row.coordinates:
            yield _place_differs(row, f"{known[0]}, {known[1]}")


def _place_differs(row: PlannedRow, known: str) -> Finding:
    written = f"{row.values['lat']}, {row.values['lon']}"
    return warning("place-differs", place=row.values["place"], known=known, written=written)
