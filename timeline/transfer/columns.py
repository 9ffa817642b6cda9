"""What a table of events may say: its fields, and the columns that are likely to hold them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from timeline.transfer.column_names import OTHER_NAMES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Columns = Mapping[str, str]
"""Column name by field name; a field without a column is absent."""


@dataclass(frozen=True, slots=True)
class Field:
    """A thing that a row says of an event; `longest` counts characters, `free` text may begin like a formula.

    `also` are the names that such a column has in other people's tables, the likeliest first.
    """

    name: str
    label: "StrOrPromise"
    longest: int
    also: tuple[str, ...] = ()
    hint: "StrOrPromise" = ""
    required: bool = False
    free: bool = True


_LASTED = _("day, month or year, in words, figures or EDTF: how long it lasted")
_WITHIN = _("day, month or year, in words, figures or EDTF: some time within")
_BESIDE = _("beside the headline and summary of the language that the row is in")
_FIGURES = _("in figures, or a month by its name")

FIELDS: tuple[Field, ...] = (
    Field(
        "id",
        _("identifier"),
        100,
        OTHER_NAMES["id"],
        _("kept, so that a second import finds doubles"),
    ),
    Field(
        "title",
        _("headline"),
        300,
        OTHER_NAMES["title"],
        _("of a cell longer than this the first sentence; the whole goes to the summary"),
        required=True,
    ),
    Field(
        "date_phrase",
        _("date in words"),
        300,
        OTHER_NAMES["date_phrase"],
        _("as the source puts it; EDTF and timestamps are read here, too"),
        free=False,
    ),
    Field(
        "date_exact",
        _("the date more exactly"),
        300,
        OTHER_NAMES["date_exact"],
        _("goes before the other columns of the date where it is not empty"),
        free=False,
    ),
    Field("edtf", _("date in EDTF"), 200, OTHER_NAMES["edtf"], _("goes before the days and the words"), free=False),
    Field(
        "start",
        _("start"),
        100,
        OTHER_NAMES["start"],
        _LASTED,
        free=False,
    ),
    Field(
        "end",
        _("end"),
        100,
        OTHER_NAMES["end"],
        _LASTED,
        free=False,
    ),
    Field("year", _("year"), 40, OTHER_NAMES["year"], _("of the day, or of its start"), free=False),
    Field("month", _("month"), 40, OTHER_NAMES["month"], _FIGURES, free=False),
    Field("day", _("day"), 40, OTHER_NAMES["day"], _("of the month"), free=False),
    Field("era", _("era of the year"), 40, OTHER_NAMES["era"], _("what the years count in: 昭和, BC"), free=False),
    Field("end_year", _("year of the end"), 40, OTHER_NAMES["end_year"], free=False),
    Field("end_month", _("month of the end"), 40, OTHER_NAMES["end_month"], _FIGURES, free=False),
    Field("end_day", _("day of the end"), 40, OTHER_NAMES["end_day"], free=False),
    Field(
        "lo",
        _("earliest"),
        100,
        OTHER_NAMES["lo"],
        _WITHIN,
        free=False,
    ),
    Field(
        "hi",
        _("latest"),
        100,
        OTHER_NAMES["hi"],
        _WITHIN,
        free=False,
    ),
    Field("certainty", _("certainty"), 40, OTHER_NAMES["certainty"], _("certain, approximate, uncertain or disputed")),
    Field(
        "summary",
        _("summary"),
        20_000,
        OTHER_NAMES["summary"],
        _("without a column for the headline, its first sentence is the headline"),
    ),
    *(
        field
        for language, headline, summary in (
            ("en", _("headline in English"), _("summary in English")),
            ("ja", _("headline in Japanese"), _("summary in Japanese")),
            ("ko", _("headline in Korean"), _("summary in Korean")),
        )
        for field in (
            Field(f"headline_{language}", headline, 300, OTHER_NAMES[f"headline_{language}"], _BESIDE),
            Field(f"summary_{language}", summary, 20_000, OTHER_NAMES[f"summary_{language}"], _BESIDE),
        )
    ),
    Field("language", _("language"), 12, OTHER_NAMES["language"], _("of headline and summary, as a code: en, ja, de")),
    Field("kind", _("kind of row"), 40, OTHER_NAMES["kind"], _("of TimelineJS: a row “title” is no event")),
    Field(
        "place",
        _("place"),
        200,
        OTHER_NAMES["place"],
    ),
    Field("lat", _("latitude"), 20, OTHER_NAMES["lat"], _("degrees"), free=False),
    Field("lon", _("longitude"), 20, OTHER_NAMES["lon"], _("degrees"), free=False),
    Field(
        "actors",
        _("actors"),
        2000,
        OTHER_NAMES["actors"],
        _("parted by semicolons"),
    ),
    Field(
        "tags",
        _("themes"),
        2000,
        OTHER_NAMES["tags"],
        _("parted by semicolons, or all by commas"),
    ),
    Field(
        "source_title",
        _("source: title"),
        500,
        OTHER_NAMES["source_title"],
    ),
    Field("source_publisher", _("source: publisher"), 300, OTHER_NAMES["source_publisher"]),
    Field(
        "source_url",
        _("source: address"),
        1000,
        OTHER_NAMES["source_url"],
    ),
    Field(
        "source_date",
        _("source: published"),
        100,
        OTHER_NAMES["source_date"],
        _("a full day lets “yesterday” be read from it"),
        free=False,
    ),
    Field("source2_title", _("second source: title"), 500, OTHER_NAMES["source2_title"]),
    Field("source2_publisher", _("second source: publisher"), 300, OTHER_NAMES["source2_publisher"]),
    Field("source2_url", _("second source: address"), 1000, OTHER_NAMES["source2_url"]),
    Field("source2_date", _("second source: published"), 100, (), _("as of the first"), free=False),
    Field("quote_locator", _("place in the source"), 500, OTHER_NAMES["quote_locator"]),
    Field("verified", _("does the source give the date?"), 20, (), _("page: yes; known: general knowledge so far")),
    Field("notes", _("note"), 1000, OTHER_NAMES["notes"]),
)
BY_NAME = {field.name: field for field in FIELDS}
GROUPS: tuple[tuple["StrOrPromise", tuple[str, ...]], ...] = (
    (_("Headline and words"), ("title", "summary", "language")),
    (
        _("Date"),
        ("date_phrase", "date_exact", "edtf", "start", "end", "year", "month", "day", "era", "end_year", "end_month",
         "end_day", "lo", "hi", "certainty"),
    ),
    (
        _("In other languages"),
        ("headline_en", "summary_en", "headline_ja", "summary_ja", "headline_ko", "summary_ko"),
    ),
    (_("Place"), ("place", "lat", "lon")),
    (
        _("Source"),
        ("source_title", "source_publisher", "source_url", "source_date", "source2_title", "source2_publisher",
         "source2_url", "source2_date", "quote_locator", "verified"),
    ),
    (_("Other columns"), ("id", "kind", "actors", "tags", "notes")),
)  # fmt: skip
"""The fields as a person goes through them, each in one group."""
DATE_FIELDS = ("date_phrase", "date_exact", "edtf", "start", "end", "year", "lo", "hi")
"""Of these a table needs one."""
READ_FIELDS = ("date_phrase", "date_exact", "start", "end", "lo", "hi", "source_date", "source2_date")
"""Columns in which dates may stand in figures whose order of day and month has to be told."""
UNTOLD_PAIRS = (
    ("first", "last"), ("first_date", "last_date"), ("first_day", "last_day"), ("date1", "date2"), ("date_1", "date_2"),
    ("first_year", "last_year"), ("year1", "year2"), ("year_1", "year_2"), ("range_start", "range_end"),
    ("lower_date", "upper_date"), ("date_a", "date_b"), ("最初", "最後"), ("初日", "末日"), ("처음", "마지막"),
    ("erstes_datum", "letztes_datum"), ("première_date", "dernière_date"), ("primera_fecha", "última_fecha"),
)  # fmt: skip
"""Names of two columns that bound a date, but do not tell whether it lasted or happened some time between."""
_DATE_WORDS = frozenset({"date", "dates", "datum", "fecha", "дата"})
_START_WORDS = frozenset({"start", "begin", "from", "von", "début", "debut", "inicio", "beginn", "anfang", "first"})
_END_WORDS = frozenset({"end", "finish", "to", "until", "bis", "fin", "final", "ende", "last"})
_TITLE_WORDS = frozenset({"title", "headline", "event", "titel", "titre", "título"})
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)", re.IGNORECASE)


def suggest(header: Sequence[str], first: Sequence[str] = ()) -> dict[str, str]:
    """Return the columns that by their names are likely to hold each field; the exact name goes first.

    `first` is the first row, which tells whether "item" is an address or what happened.
    """
    plain = {_plain(name): name for name in reversed(header)}
    addresses = {name for name, cell in zip(header, first, strict=False) if _ADDRESS.match(cell)}
    found: dict[str, str] = {}

    def take(field: Field, candidates: Sequence[str]) -> None:
        free = (plain[_plain(name)] for name in candidates if _plain(name) in plain)
        column = next(
            (name for name in free if name not in found.values() and _fits(field, name, first, addresses)), None
        )
        if column and field.name not in found:
            found[field.name] = column

    for field in FIELDS:
        take(field, (field.name,))
    for field in _by_rank(found):
        take(field, field.also)
    return _settled(found, header)


def _by_rank(found: Columns) -> Sequence[Field]:
    """Fields in the order in which they may take a column: a headline before a summary, words before figures."""
    # "Exact Date" beside a column of dates says more of the same; alone it is the date.
    if "date_phrase" in found:
        return sorted(FIELDS, key=lambda field: field.name != "date_exact")
    return FIELDS


def _fits(field: Field, column: str, first: Sequence[str], addresses: set[str]) -> bool:
    if field.name == "title":
        return column not in addresses
    return not (field.name == "source_url" and _plain(column) == "item" and first and column not in addresses)


def _settled(found: dict[str, str], header: Sequence[str]) -> dict[str, str]:
    """Return the suggestion without what does not go together."""
    # A column called "day" is a whole day where no other holds the month ("Tag" may be a day or a theme).
    if "day" in found and "month" not in found:
        column = found.pop("day")
        found.setdefault("tags" if _plain(column) == "tag" else "date_phrase", column)
    for bound, prefix in (("start", ""), ("end", "end_")):
        # 開始年, 開始月, 開始日: beside a month of its own the last is no whole day.
        if f"{prefix}month" in found and f"{prefix}day" not in found and found.get(bound, "").endswith(("日", "일")):
            found[f"{prefix}day"] = found.pop(bound)
    for name in _clocks(found):
        del found[name]
    if "date_exact" in found and not {"date_phrase", "start", "edtf", "lo"} & set(found):
        found["date_phrase"] = found.pop("date_exact")
    if not any(name in found for name in DATE_FIELDS) and not untold_pair(header, found):
        found |= _bounds_by_parts(header, found) or _one_by_parts(header, found, "date_phrase", _DATE_WORDS)
    if "end" in found and not {"start", "year"} & set(found):
        found |= _one_by_parts(header, found, "start", _START_WORDS)
    if "title" not in found and "summary" not in found:
        found |= _one_by_parts(header, found, "title", _TITLE_WORDS)
    return {field.name: found[field.name] for field in FIELDS if field.name in found}


def _clocks(found: Columns) -> list[str]:
    """Return the fields whose columns, beside days or years in others, hold the time of a clock."""
    timed = [name for name in ("date_phrase", "start", "end") if _plain(found.get(name, "")).split("_")[-1] == "time"]
    if "year" in found or _plain(found.get("date_phrase", "")) == "date":
        return timed
    return [name for name in timed if name == "date_phrase" and "start" in found]


def _bounds_by_parts(header: Sequence[str], found: Columns) -> dict[str, str]:
    """Return the columns of start and end whose names say so in one of their words, as "Event Date Start"."""
    bounds = {}
    for field, words in (("start", _START_WORDS), ("end", _END_WORDS)):
        fitting = [
            name
            for name in header
            if name not in found.values()
            and (parts := set(_plain(name).split("_"))) & words
            and parts & (_DATE_WORDS | {"year", "jahr", "année", "año"})
        ]
        if not fitting:
            return {}
        bounds[field] = fitting[0]
    return bounds


def _one_by_parts(header: Sequence[str], found: Columns, field: str, words: frozenset[str]) -> dict[str, str]:
    fitting = [name for name in header if words & set(_plain(name).split("_")) and name not in found.values()]
    return {field: fitting[0]} if fitting else {}


def untold_pair(header: Sequence[str], chosen: Columns) -> tuple[str, str] | None:
    """Return two columns that bound the date without saying how, if no field has them yet."""
    plain = {_plain(name): name for name in header}
    taken = set(chosen.values())
    for one, other in UNTOLD_PAIRS:
        columns = plain.get(_plain(one), ""), plain.get(_plain(other), "")
        if all(columns) and not taken & set(columns):
            return columns
    return None


def missing(columns: Columns) -> list["StrOrPromise"]:
    """Return the labels of what a table must say and `columns` has no column for."""
    lacking: list[StrOrPromise] = [field.label for field in FIELDS if field.required and field.name not in columns]
    if "title" not in columns and "summary" in columns:
        lacking.remove(BY_NAME["title"].label)
    if not any(name in columns for name in DATE_FIELDS):
        lacking.append(
            _("the date (in words, in EDTF, as start and end, as year, month and day, or as earliest and latest)")
        )
    return lacking


def _plain(name: str) -> str:
    """Return a column's name by its letters alone: "Start Date", "startDate" and "START-DATE" are one."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", unicodedata.normalize("NFKC", name))
    return re.sub(r"[\W_]+", "_", parted.casefold()).strip("_")
