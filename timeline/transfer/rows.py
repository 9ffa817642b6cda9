"""One row of a table: what it says, and what is wrong with it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from timeline.dates import FuzzyDate, edtf
from timeline.transfer.columns import BY_NAME, FIELDS, Columns
from timeline.transfer.findings import Finding, error, warning
from timeline.transfer.formats.delimited import FORMULA_STARTS
from timeline.transfer.formats.table import Row
from timeline.transfer.row_dates import row_date

CERTAINTIES = ("", "certain", "approximate", "uncertain", "disputed")
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(slots=True)
class PlannedRow:
    """A row by field, its date, and what was found in it."""

    line: int
    values: Mapping[str, str]
    date: FuzzyDate | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Whether an error keeps the row out."""
        return any(finding.is_error for finding in self.findings)

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, where the row has both."""
        latitude, longitude = self.values["lat"], self.values["lon"]
        return (float(latitude), float(longitude)) if latitude and longitude else None

    @property
    def gives_date(self) -> bool:
        """Whether the source itself gives the date; a table without that column says yes."""
        return self.values["verified"].casefold() in ("", "page", "yes", "true", "1")

    def names(self, name: str) -> list[str]:
        """Return the names in a cell, parted by semicolons, each once."""
        found = (" ".join(one.split()) for one in self.values[name].split(";"))
        return list(dict.fromkeys(one for one in found if one))

    def sources(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield title, publisher, address and publication date of each source; an address may stand for a title."""
        for prefix in ("source", "source2"):
            title, publisher, url, published = (
                self.values[f"{prefix}_{part}"] for part in ("title", "publisher", "url", "date")
            )
            if title or url:
                yield (title or url)[:500], publisher, url, published


class Reader:
    """Reads the rows of one table by its columns; `language` is that of rows which name none."""

    def __init__(self, header: tuple[str, ...], columns: Columns, language: str) -> None:
        self.places = {name: header.index(column) for name, column in columns.items() if column in header}
        self.width = len(header)
        self.language = language

    def read(self, row: Row) -> PlannedRow:
        """Return what a row says and what is wrong with it by itself, other rows and the database aside."""
        cells = row.cells + ("",) * (self.width - len(row.cells))
        written = {name: cells[at] for name, at in self.places.items()}
        values = dict.fromkeys(BY_NAME, "") | {name: _clean(name, text) for name, text in written.items()}
        values["language"] = values["language"] or self.language
        planned = PlannedRow(row.line, values)
        if len(row.cells) < self.width or any(row.cells[self.width :]):
            # Where a comma is missing, every later cell is somebody else's: nothing more can be said.
            planned.findings.append(error("ragged", cells=len(row.cells), columns=self.width))
            return planned
        planned.findings += [*_formulas(written), *_lengths(values), *_faults(planned)]
        planned.date = row_date(values, planned.findings.append)
        return planned


def _clean(name: str, text: str) -> str:
    """Return a cell without outer space; only a summary keeps its line breaks."""
    return text.strip() if name == "summary" else " ".join(text.split())


def _formulas(written: Mapping[str, str]) -> Iterator[Finding]:
    for name, text in written.items():
        if text.startswith(FORMULA_STARTS) and BY_NAME[name].free:
            yield warning("formula", field=BY_NAME[name].label)


def _lengths(values: Mapping[str, str]) -> Iterator[Finding]:
    for one in FIELDS:
        length = len(values[one.name])
        if length > one.longest:
            yield error("too-long", field=one.label, length=length, limit=one.longest)
        if one.required and not length:
            yield error("empty", field=one.label)


def _faults(row: PlannedRow) -> Iterator[Finding]:
    yield from _coordinates(row.values)
    yield from _sources(row.values)
    for name in ("actors", "tags"):
        for one in (one for one in row.names(name) if len(one) > 200):
            yield error("too-long", field=BY_NAME[name].label, length=len(one), limit=200)
    if row.values["certainty"].casefold() not in CERTAINTIES:
        yield warning("certainty", text=row.values["certainty"])
    if not row.gives_date and row.values["verified"].casefold() not in ("known", "no", "false", "0"):
        yield warning("verified", text=row.values["verified"])
    if not any(row.sources()):
        yield warning("no-source")


def _coordinates(values: Mapping[str, str]) -> Iterator[Finding]:
    degrees = {name: _number(values[name]) for name in ("lat", "lon")}
    wrong = [name for name, number in degrees.items() if values[name] and number is None]
    for name in wrong:
        yield error("no-number", field=BY_NAME[name].label, text=values[name])
    latitude, longitude = degrees["lat"], degrees["lon"]
    if latitude is not None and longitude is not None and (abs(latitude) > 90 or abs(longitude) > 180):
        yield error("off-earth", latitude=values["lat"], longitude=values["lon"])
    if bool(values["lat"]) != bool(values["lon"]) and not wrong:
        yield error("half-a-place")


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _sources(values: Mapping[str, str]) -> Iterator[Finding]:
    for prefix in ("source", "source2"):
        url, published = values[f"{prefix}_url"], values[f"{prefix}_date"]
        if url and not is_address(url):
            yield error("no-address", field=BY_NAME[f"{prefix}_url"].label, text=url)
        if url and not values[f"{prefix}_title"]:
            yield warning("no-source-title")
        why = _no_edtf(published) if published else ""
        if why:
            yield error("no-edtf", text=published, why=why)


@lru_cache(maxsize=20_000)
def is_address(text: str) -> bool:
    """Return whether a text is an http or https address."""
    try:
        _is_address(text)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=20_000)
def _no_edtf(text: str) -> str:
    """Return why a text is no EDTF; "" if it is."""
    try:
        edtf.parse(text)
    except edtf.EdtfError as refusal:
        return str(refusal)
    return ""
