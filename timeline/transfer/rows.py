"""One row of a table: what it says, and what is wrong with it."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.text import format_lazy

from timeline.dates import FuzzyDate
from timeline.dates.detection import language_of
from timeline.dates.language_names import OWN_LANGUAGE_NAMES
from timeline.dates.scripts import scripts_of
from timeline.dates.typed import read_typed
from timeline.transfer import cells
from timeline.transfer.columns import BY_NAME, FIELDS, Columns
from timeline.transfer.doubts import doubts
from timeline.transfer.findings import Finding, error, warning
from timeline.transfer.formats.delimited import FORMULA_STARTS
from timeline.transfer.formats.table import Row, Table
from timeline.transfer.row_dates import Report, RowDate
from timeline.web.turning import straight

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CERTAINTIES = ("", "certain", "approximate", "uncertain", "disputed")
SOURCES = ("source", "source2")
ROWS_THAT_TELL = 200
"""Rows at the beginning of a table that tell the language usual in it."""
SURE_BESIDE_OTHERS = 0.9
"""How surely a row tells a language that its table is not in: names alone ("Reichstag fire") often seem to."""
_IDEOGRAPH = re.compile("[㐀-鿿]")
_PLAINLY_ENGLISH = re.compile(r"\b(?:the|and)\b")
_ADDRESSES = frozenset({"source_url", "source2_url"})
_SEVERAL_LINES = frozenset({"summary", *(f"summary_{language}" for language in OWN_LANGUAGE_NAMES)})
_PLAIN = frozenset({*_ADDRESSES, "edtf", "lat", "lon", "language", "certainty", "verified", "kind"})
"""Fields in which a tag or an entity would be a mistake to be seen, not text to be cleaned."""


@dataclass(slots=True)
class PlannedRow:
    """A row by field, its date, and what was found in it."""

    line: int
    values: dict[str, str]
    date: FuzzyDate | None = None
    findings: list[Finding] = field(default_factory=list)
    words: str = ""
    """The words of the date, or of the cells that say it, as they stand in the table."""
    written: str = ""
    """What stands in the cells of start and end, or of earliest and latest."""
    foreign: str = ""
    """The language that its own words tell, if neither English, Japanese nor Korean: said once for the table."""

    @property
    def is_event(self) -> bool:
        """Whether the row is about an event, and not about the whole table."""
        return self.values["kind"].casefold() != "title"

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
        """Return the names in a cell, parted by semicolons, each once; themes without a semicolon, by commas."""
        # Signs that enclose several names enclose none of them.
        found = (" ".join(straight(one).split()) for one in self.values[name].split(self._parted_by(name)))
        return list(dict.fromkeys(one for one in found if one))

    def _parted_by(self, name: str) -> str:
        text = self.values[name]
        if name != "tags" or ";" in text:
            return ";"
        return next((comma for comma in ("、", "，") if comma in text), ",")

    def other_wordings(self) -> Iterator[tuple[str, str, str]]:
        """Yield language, headline and summary in each language but the row's own."""
        for language in OWN_LANGUAGE_NAMES:
            headline, summary = self.values[f"headline_{language}"], self.values[f"summary_{language}"]
            if headline and language != self.values["language"]:
                yield language, headline, summary

    def sources(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield title, publisher, address and publication date of each source; an address may stand for a title."""
        for prefix in SOURCES:
            title, publisher, url, published = (
                self.values[f"{prefix}_{part}"] for part in ("title", "publisher", "url", "date")
            )
            if title or url:
                yield (title or url)[:500], publisher, url, published


class Reader:
    """Reads the rows of one table by its columns.

    `language` is that of rows which name none, "" where each row's own words tell it and `usual` is what the
    table's words tell together; `orders` are those of day and month, `centuries` those of years in two figures, both
    by field.
    """

    def __init__(
        self,
        header: tuple[str, ...],
        columns: Columns,
        *,
        language: str = "",
        usual: str = "",
        orders: Mapping[str, str] | None = None,
        centuries: Mapping[str, int] | None = None,
    ) -> None:
        self.places = {name: header.index(column) for name, column in columns.items() if column in header}
        self.width = len(header)
        self.language, self.usual = language, usual
        self.orders, self.centuries = orders or {}, centuries or {}

    def read(self, row: Row) -> PlannedRow:
        """Return what a row says and what is wrong with it by itself, other rows and the database aside."""
        row_cells = row.cells + ("",) * (self.width - len(row.cells))
        written = {name: row_cells[at] for name, at in self.places.items()}
        found: list[Finding] = []
        values = dict.fromkeys(BY_NAME, "") | _cleaned(written, found.append)
        planned = PlannedRow(row.line, values, findings=found, words=values["date_phrase"])
        if len(row.cells) < self.width or any(row.cells[self.width :]):
            # Where a comma is missing, every later cell is somebody else's: nothing more can be said.
            planned.findings = [error("ragged", cells=len(row.cells), columns=self.width)]
            return planned
        said = values["language"]
        _settle_headline(values, "title" in self.places, found.append)
        _settle_addresses(values, found.append)
        told = said or self.language or language_told(values, self.usual)
        if not said and told not in OWN_LANGUAGE_NAMES:
            planned.foreign = told
        values["language"] = told
        if not planned.is_event:
            planned.findings = [warning("no-event", kind=values["kind"])]
            return planned
        date = RowDate(values, found.append, self.orders, self.centuries, said or self.language)
        planned.date = date.read()
        planned.words, planned.written = date.words, date.written
        self._settle_source_dates(planned)
        found += [*_formulas(written), *_turned(written), *_lengths(values), *_faults(planned)]
        return planned

    def _settle_source_dates(self, row: PlannedRow) -> None:
        """Put EDTF for the publication dates; an error where one cannot be read whole."""
        for prefix in SOURCES:
            name = f"{prefix}_date"
            text = row.values[name]
            if not text or cells.says_nothing(text):
                row.values[name] = ""
                continue
            if len(text) > BY_NAME[name].longest:
                continue
            century = self.centuries.get(name)
            read = read_typed(text, None, order=self.orders.get(name), century=century)
            if not read.is_read or read.reading is None or read.reading.date is None:
                row.findings.append(error("no-publication-date", field=BY_NAME[name].label, text=text))
                continue
            row.findings += doubts(text, read)
            row.values[name] = read.reading.date.edtf


def usual_language(table: Table, columns: Columns) -> str:
    """Return the language that the headlines and summaries of a table's first rows tell together, "" if none."""
    places = [table.header.index(columns[name]) for name in ("title", "summary") if columns.get(name) in table.header]
    some = (row.cells[at] for row in table.rows[:ROWS_THAT_TELL] for at in places if at < len(row.cells))
    return language_of("\n".join(some))


def language_told(values: Mapping[str, str], usual: str = "") -> str:
    """Return the language that the headline and summary of a row tell, else the usual one of its table."""
    text = f"{values['title']}\n{values['summary']}"
    if usual == "en" and text.isascii() and _PLAINLY_ENGLISH.search(text):
        # To ask the model of each row takes a third as long again as all the rest.
        return usual
    told = language_of(text)
    if told and usual and told != usual and set(scripts_of(told)) & set(scripts_of(usual)):
        told = language_of(text, SURE_BESIDE_OTHERS)
    return told or usual or ("ja" if _IDEOGRAPH.search(text) else "en")


def _cleaned(written: Mapping[str, str], report: Report) -> dict[str, str]:
    """Return the cells without markup and without outer space; only a summary keeps its line breaks."""
    marked = [name for name, text in written.items() if name not in _PLAIN and cells.has_markup(text)]
    if any("<" in written[name] for name in marked):
        tagged = [BY_NAME[name].label for name in marked if "<" in written[name]]
        report(warning("markup", fields=format_lazy(", ".join(["{}"] * len(tagged)), *tagged)))
    plain = {name: cells.without_markup(text) if name in marked else text for name, text in written.items()}
    return {name: _clean(name, text) for name, text in plain.items()}


def _settle_headline(values: dict[str, str], has_column: bool, report: Report) -> None:
    """Make a headline of the first sentence where a cell holds the whole text, and keep the text as summary."""
    title, summary, longest = values["title"], values["summary"], BY_NAME["title"].longest
    if not title and not has_column and summary:
        values["title"] = cells.first_sentence(summary, longest)
    elif len(title) > longest:
        values["title"] = cells.first_sentence(title, longest)
        if " ".join(summary.split()) != title:
            values["summary"] = f"{title}\n\n{summary}".strip()
        report(warning("headline-cut", length=len(title)))
    elif summary == title:
        values["summary"] = ""


def _settle_addresses(values: dict[str, str], report: Report) -> None:
    """Put the addresses of each source's cell in order; what is none is kept beside the source."""
    for prefix in SOURCES:
        name = f"{prefix}_url"
        text, label = values[name], BY_NAME[name].label
        if not text:
            _find_in_title(values, prefix)
            continue
        if len(text) > BY_NAME[name].longest:
            continue
        found = cells.addresses_in(text)
        if found.as_written:
            continue
        values[name] = found.found[0] if found.found else ""
        others = list(found.found[1:])
        if others and prefix == "source" and not values["source2_url"] and not values["source2_title"]:
            values["source2_url"], values["source2_title"] = others.pop(0), values["source_title"]
            if not others:
                taken = f"{values[name]}, {values['source2_url']}"
                report(warning("two-addresses", field=label, taken=taken))
        if others:
            report(warning("addresses", field=label, taken=values[name], left=", ".join(others)))
        if found.words:
            code = "address-words" if found.found else "no-address"
            report(warning(code, field=label, text=found.words, kept=_keep_beside(values, prefix, found.words)))
        elif not found.found:
            report(warning("nothing-said", field=label, text=text))
        elif len(found.found) == 1:
            report(warning("address-mended", field=label, text=text, taken=values[name]))


def _find_in_title(values: dict[str, str], prefix: str) -> None:
    """Take the address that a source's title is, or holds."""
    title = values[f"{prefix}_title"]
    found = cells.addresses_in(title) if "://" in title and len(title) <= BY_NAME[f"{prefix}_title"].longest else None
    if found and len(found.found) == 1:
        values[f"{prefix}_url"] = found.found[0]
        values[f"{prefix}_title"] = found.words or title


def _keep_beside(values: dict[str, str], prefix: str, words: str) -> "StrOrPromise":
    """Keep words that stood for an address, as title, as place in the source, or in the note; return which."""
    title = f"{prefix}_title"
    name = title if not values[title] else "quote_locator" if prefix == "source" else "notes"
    values[name] = f"{values[name]}; {words}" if values[name] else words
    return BY_NAME[name].label


def _clean(name: str, text: str) -> str:
    """Return a cell without outer space; only a summary keeps its line breaks."""
    return text.strip() if name in _SEVERAL_LINES else " ".join(straight(text).split())


def _formulas(written: Mapping[str, str]) -> Iterator[Finding]:
    for name, text in written.items():
        if text.startswith(FORMULA_STARTS) and BY_NAME[name].free and not _number(text) and name not in _ADDRESSES:
            yield warning("formula", field=BY_NAME[name].label)


def _turned(written: Mapping[str, str]) -> Iterator[Finding]:
    for name, text in written.items():
        if name not in _SEVERAL_LINES and straight(text) != text:
            yield warning("turned", field=BY_NAME[name].label)


def _lengths(values: Mapping[str, str]) -> Iterator[Finding]:
    for one in FIELDS:
        length = len(values[one.name])
        if length > one.longest:
            yield error("too-long", field=one.label, length=length, limit=one.longest)
        if one.required and not length:
            yield error("empty", field=one.label)


def _faults(row: PlannedRow) -> Iterator[Finding]:
    yield from _coordinates(row.values)
    yield from _languages(row.values)
    yield from _sources(row.values)
    for name in ("actors", "tags"):
        if name == "tags" and ";" not in row.values[name] and len(row.names(name)) > 1:
            yield warning("themes-parted", names="; ".join(row.names(name)))
        for one in (one for one in row.names(name) if len(one) > 200):
            yield error("too-long", field=BY_NAME[name].label, length=len(one), limit=200)
    if row.values["certainty"].casefold() not in CERTAINTIES:
        yield warning("certainty", text=row.values["certainty"])
    if not row.gives_date and row.values["verified"].casefold() not in ("known", "no", "false", "0"):
        yield warning("verified", text=row.values["verified"])
    if not any(row.sources()):
        yield warning("no-source")


def _languages(values: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what a row says in a language and has no place for."""
    for language in OWN_LANGUAGE_NAMES:
        headline, summary = f"headline_{language}", f"summary_{language}"
        if language == values["language"]:
            if values[headline] not in ("", values["title"]):
                yield warning("own-language", field=BY_NAME[headline].label)
            if values[summary] not in ("", values["summary"]):
                yield warning("own-language", field=BY_NAME[summary].label)
        elif values[summary] and not values[headline]:
            yield warning("no-headline", field=BY_NAME[summary].label)


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
    for prefix in SOURCES:
        if values[f"{prefix}_url"] and not values[f"{prefix}_title"]:
            yield warning("no-source-title")
