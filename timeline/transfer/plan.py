"""The plan of an import: every row against the others and against what is stored, before anything is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from timeline.dates.language_names import LANGUAGE_NAMES
from timeline.records.models import Event, Place
from timeline.transfer.columns import DATE_FIELDS
from timeline.transfer.findings import Finding, error, warning
from timeline.transfer.limited_table import LimitedTable, as_stored
from timeline.transfer.rows import PlannedRow

CHUNK = 1000
"""Things that are looked up at a time: few enough for memory and for a query's parameters."""
COUNTED = ("rows", "refused", "warned", "no_event", "undated", "without_source")

T = TypeVar("T")


@dataclass
class Seen:
    """What earlier rows of the file said: line by identifier, line by hash of all they say, coordinates by place."""

    ids: dict[str, int] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield the things in lists of at most `size`."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


def plan_of(table: LimitedTable, told: Callable[[int, int], None] = lambda _done, _rows: None) -> dict[str, Any]:
    """Return the plan of a batch as it is stored: counts, notes on the whole table, findings of rows by line, and how
    the rows are read.

    `told` is told now and then how many rows of how many are looked at. LimitReached, TableRefused as in LimitedTable.
    """
    looked = table.look()
    notes = [*_first_notes(table.batch.mapping), *looked.orders.notes]
    told(0, looked.rows)
    rows = _telling(among_all(table.read(looked.way, looked.pieces)), looked.rows, told)
    return summarise(rows, notes) | {"reading": as_stored(looked)}


def _telling(
    chunks_of_rows: Iterable[list[PlannedRow]], total: int, told: Callable[[int, int], None]
) -> Iterator[list[PlannedRow]]:
    done = 0
    for rows in chunks_of_rows:
        yield rows
        done += len(rows)
        told(done, total)


def planned(table: LimitedTable) -> Iterator[list[PlannedRow]]:
    """Yield the rows of a planned batch in chunks, each row with its findings."""
    return among_all(table.read(*table.stored))


def among_all(chunks_of_rows: Iterable[list[PlannedRow]]) -> Iterator[list[PlannedRow]]:
    """Yield rows that were read by themselves with what is wrong with them among the others and with what is stored."""
    seen = Seen()
    for read in chunks_of_rows:
        stored = Stored(read)
        for row in read:
            if row.is_event:
                row.findings += [*_among_rows(row, seen), *stored.findings(row)]
        yield read


def _first_notes(mapping: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is to be said of the file itself: its encoding, its first line."""
    if mapping.get("encoding"):
        yield warning("guessed", encoding=mapping["encoding"])
    if not mapping.get("names", True):
        yield warning("no-names")


def summarise(rows: Iterable[list[PlannedRow]], notes: Iterable[Finding] = ()) -> dict[str, Any]:
    """Return a plan as it is stored: counts, notes on the whole table, findings of each row that has any, by line."""
    counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
    findings: dict[str, list[Any]] = {}
    foreign: Counter[str] = Counter()
    for row in (row for chunk in rows for row in chunk):
        foreign[row.foreign] += row.is_event
        counts["rows"] += 1
        counts["refused"] += row.is_refused
        counts["warned"] += bool(row.findings) and not row.is_refused
        comes_in = row.is_event and not row.is_refused
        counts["no_event"] += not row.is_event
        counts["undated"] += row.date is None and comes_in
        counts["without_source"] += comes_in and not any(row.sources())
        if row.findings:
            findings[str(row.line)] = [finding.as_data() for finding in row.findings]
    others = [
        warning("foreign", language=LANGUAGE_NAMES.get(code, code), count=count)
        for code, count in foreign.items()
        if code and count
    ]
    return {"counts": dict(counts), "findings": findings, "notes": [note.as_data() for note in (*notes, *others)]}


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
    # One day in other words is the same day: 2002-09-17, 17 September 2002.
    words = DATE_FIELDS if row.date else ()
    said = hash(
        (
            row.date.edtf if row.date else "",
            *(text.casefold() for field, text in row.values.items() if field != "id" and field not in words),
        )
    )
    first = seen.rows.setdefault(said, row.line)
    if first != row.line:
        yield warning("same-row", line=first)
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
