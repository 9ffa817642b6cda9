"""JSON-LD by schema.org: an event with what it rests on, a chronology as a data set; to stand within a page of HTML."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.dates import FuzzyDate
from timeline.dates.notation import clock_text
from timeline.formats.works import Kind, Work, figures

TYPE = "application/ld+json"
_TYPES = {Kind.PAGE: "WebPage", Kind.NEWS: "NewsArticle", Kind.OTHER: "CreativeWork"}
_CONTEXT = "https://schema.org"


@dataclass(frozen=True, kw_only=True)
class EventPage:
    """An event as its page tells it. `modified`: the instant of its version, in ISO 8601.

    `license` is the address of a licence; one without has only its `license_name`. `method` is where it is told how
    dates are read and events chosen.
    """

    address: str
    headline: str
    language: str
    summary: str = ""
    date: FuzzyDate | None = None
    place: str = ""
    version: str = ""
    modified: str = ""
    chronology: str = ""
    chronology_address: str = ""
    picture: str = ""
    license: str = ""
    license_name: str = ""
    method: str = ""
    citations: Sequence[Work] = ()


@dataclass(frozen=True, kw_only=True)
class ChronologyPage:
    """A chronology as a whole; `downloads` by their media type."""

    address: str
    title: str
    language: str
    description: str = ""
    version: str = ""
    modified: str = ""
    years: tuple[int, int] | None = None
    license: str = ""
    license_name: str = ""
    method: str = ""
    method_text: str = ""
    method_language: str = ""
    downloads: Sequence[tuple[str, str]] = field(default_factory=tuple)


def write_event(page: EventPage) -> bytes:
    """Return an event; `startDate` only where its day is known, as schema.org takes nothing vaguer."""
    known = dict(zip(("startDate", "endDate"), _days(page.date), strict=False))
    subject = {
        "@type": "WebPage", "@id": page.address, "url": page.address, "version": page.version,
        "dateModified": page.modified, **_terms(page),
        "isPartOf": _named("Dataset", page.chronology, page.chronology_address),
    }  # fmt: skip
    return _within_html({
        "@context": _CONTEXT, "@type": "Event", "@id": f"{page.address}#event", "name": page.headline,
        "description": page.summary, "inLanguage": page.language, **known, "location": _named("Place", page.place),
        "image": page.picture, "subjectOf": _filled(subject), "citation": [_citation(work) for work in page.citations],
    })  # fmt: skip


def write_chronology(page: ChronologyPage) -> bytes:
    """Return a chronology."""
    coverage = "/".join(map(_year, page.years or ()))
    files = [{"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url} for kind, url in page.downloads]
    return _within_html({
        "@context": _CONTEXT, "@type": "Dataset", "@id": page.address, "url": page.address, "name": page.title,
        "description": page.description, "inLanguage": page.language, "version": page.version,
        "dateModified": page.modified, "temporalCoverage": coverage, **_terms(page),
        "measurementTechnique": _in(page.method_language, page.method_text, page.language), "distribution": files,
    })  # fmt: skip


def _in(code: str, text: str, page: str) -> str | dict[str, str]:
    """Return a text, with its language where that is another than the one of the whole."""
    return {"@language": code, "@value": text} if text and code and code != page else text


def _terms(page: EventPage | ChronologyPage) -> dict[str, Any]:
    """Return under what licence it stands, by its address or else its name, and where its method is told."""
    return {"license": page.license or _named("CreativeWork", page.license_name), "publishingPrinciples": page.method}


def _days(date: FuzzyDate | None) -> list[str]:
    """Return the day, or the first and the last one of what lasted; of what began nobody knows when nothing."""
    if date is None:
        return []
    if date.exact:
        return [_day(date)]
    ends = date.parts if date.lasting and len(date.parts) == 2 and date.parts[0].exact else ()
    return [_day(end) for end in ends if end.exact]


def _day(date: FuzzyDate) -> str:
    """Return a day that is known, with the time of day and how far that is from UTC there, where these are known."""
    if date.earliest is None:
        return ""
    clock = clock_text(date.earliest, date.time, date.zone) if date.time else ""
    # Seconds that nobody has told are none.
    return f"{date.earliest.isoformat()}{clock if date.time and date.time.second else clock[:6] + clock[9:]}"


def _year(year: int) -> str:
    """Return a year as ISO 8601 counts: 0 is the one before the year 1."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _citation(work: Work) -> dict[str, Any]:
    return _filled({
        "@type": _TYPES[work.kind], "name": work.title,
        "author": _named("Person", work.author), "publisher": _named("Organization", work.container or work.publisher),
        "datePublished": figures(work.issued), "url": work.url, "inLanguage": work.language,
    })  # fmt: skip


def _named(kind: str, name: str, address: str = "") -> dict[str, Any]:
    return _filled({"@type": kind, "name": name, "url": address}) if name else {}


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}


def _within_html(said: dict[str, Any]) -> bytes:
    """Return JSON in which no sign ends the element that it stands in."""
    text = json.dumps(_filled(said), ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.encode()
