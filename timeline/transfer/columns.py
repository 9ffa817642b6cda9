"""What a table of events may say: its fields, and the columns that are likely to hold them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Columns = Mapping[str, str]
"""Column name by field name; a field without a column is absent."""


@dataclass(frozen=True, slots=True)
class Field:
    """A thing that a row says of an event; `longest` counts characters, `free` text may begin like a formula."""

    name: str
    label: "StrOrPromise"
    longest: int
    also: tuple[str, ...] = ()
    hint: "StrOrPromise" = ""
    required: bool = False
    free: bool = True


FIELDS: tuple[Field, ...] = (
    Field(
        "id",
        _("identifier"),
        100,
        ("identifier", "key", "no", "番号", "번호"),
        _("kept, so that a second import finds doubles"),
    ),
    Field("title", _("headline"), 300, ("headline", "event", "name", "見出し", "出来事", "제목"), required=True),
    Field(
        "date_phrase",
        _("date in words"),
        300,
        ("date", "words", "when", "日付", "年月日", "날짜"),
        _("as the source puts it"),
    ),
    Field("edtf", _("date in EDTF"), 200, ("date_edtf",), _("goes before the days and the words"), free=False),
    Field(
        "lo",
        _("earliest day"),
        10,
        ("earliest", "start", "begin", "from"),
        _("year-month-day; goes before the words"),
        free=False,
    ),
    Field("hi", _("latest day"), 10, ("latest", "end", "to"), _("year-month-day; goes before the words"), free=False),
    Field("certainty", _("certainty"), 40, (), _("certain, approximate, uncertain or disputed")),
    Field("summary", _("summary"), 20_000, ("description", "text", "概要", "요약")),
    Field("language", _("language"), 12, ("lang", "言語", "언어"), _("of headline and summary, as a code: en, ja, ko")),
    Field("place", _("place"), 200, ("location", "場所", "장소")),
    Field("lat", _("latitude"), 20, ("latitude",), _("degrees"), free=False),
    Field("lon", _("longitude"), 20, ("lng", "longitude"), _("degrees"), free=False),
    Field("actors", _("actors"), 2000, ("people", "participants"), _("parted by semicolons")),
    Field("tags", _("themes"), 2000, ("themes", "subjects", "keywords"), _("parted by semicolons")),
    Field("source_title", _("source: title"), 500, ("source",)),
    Field("source_publisher", _("source: publisher"), 300, ("publisher",)),
    Field("source_url", _("source: address"), 1000, ("url", "link")),
    Field("source_date", _("source: published"), 40, (), _("EDTF"), free=False),
    Field("source2_title", _("second source: title"), 500),
    Field("source2_publisher", _("second source: publisher"), 300),
    Field("source2_url", _("second source: address"), 1000),
    Field("source2_date", _("second source: published"), 40, (), _("EDTF"), free=False),
    Field("quote_locator", _("place in the source"), 500, ("locator", "page")),
    Field("verified", _("does the source give the date?"), 20, (), _("page: yes; known: general knowledge so far")),
    Field("notes", _("note"), 1000, ("note", "comment", "備考", "비고")),
)
BY_NAME = {field.name: field for field in FIELDS}
DATE_FIELDS = ("edtf", "lo", "hi", "date_phrase")
"""Of these a table needs one."""


def suggest(header: Sequence[str]) -> dict[str, str]:
    """Return the columns that by their names are likely to hold each field; the exact name goes first."""
    plain = {_plain(name): name for name in header}
    found: dict[str, str] = {}
    for names in ([(field.name,) for field in FIELDS], [field.also for field in FIELDS]):
        for field, candidates in zip(FIELDS, names, strict=True):
            free = (plain[_plain(name)] for name in candidates if _plain(name) in plain)
            column = next((name for name in free if name not in found.values()), None)
            if column and field.name not in found:
                found[field.name] = column
    return found


def missing(columns: Columns) -> list["StrOrPromise"]:
    """Return the labels of what a table must say and `columns` has no column for."""
    lacking: list[StrOrPromise] = [field.label for field in FIELDS if field.required and field.name not in columns]
    if not any(name in columns for name in DATE_FIELDS):
        lacking.append(_("the date (in words, in EDTF, or as earliest and latest day)"))
    return lacking


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "_").replace("-", "_")
