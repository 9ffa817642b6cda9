"""What each page of a timeline says and draws of all that its chronology holds: made once an edition, for all of them.

A page only says where it is: the frame over its years, and links to what stands on it.
"""

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.cache import caches
from django.utils.safestring import SafeString, mark_safe

from timeline.public import drawn, queries, rail
from timeline.public.figures import Figures, figures_of_years
from timeline.public.filters import Filters, typed_year
from timeline.public.headings import Heading
from timeline.public.links import Links, event_address
from timeline.public.loose import loose_of
from timeline.public.queries import Counts
from timeline.public.strip import Cell, Layer, Line, Strip, draw, framed
from timeline.public.wanted import Wanted
from timeline.records.models import Chronology, Lane
from timeline.records.selection import Choice, Selection, select
from timeline.web.marks import years_words


@dataclass(frozen=True)
class Overview:
    """The counts, the strip and its numbers; `span` as `span_of` says, `years` the same in words."""

    counts: Counts
    strip: Strip | None
    figures: SafeString
    years: str
    span: tuple[int, int] | None


def overview_of(
    chronology: Chronology, everything: Selection, *, preview: bool, edition: str | None, is_drawn: bool = True
) -> Overview:
    """Return what is said and drawn of all of a chronology; `edition` names it for visitors, in their language.

    `is_drawn`: else strip and figures may be missing.
    """

    def make() -> Overview:
        strip, told = _drawn(chronology, everything, preview=preview) if is_drawn else (None, drawn.figures(None))
        return _overview(chronology, everything, strip, told, preview=preview)

    return _as_kept(edition and f"{edition}:overview", make, keeps=is_drawn)


def small_overview_of(chronology: Chronology, *, preview: bool, edition: str | None) -> Overview:
    """Return the same as a list of chronologies shows it, with a small strip; `edition` as above."""

    def make() -> Overview:
        everything, links = select(Choice(chronology.pk, preview)), Links.of(chronology, preview=preview)
        strip = draw(
            Wanted(
                everything=everything.bars, loose=loose_of(everything), small=True, year_address=links.year,
                event_address=lambda one: event_address(one.row.event), more_address=links.to(exactness="wide"),
            )
        )  # fmt: skip
        told = drawn.figures(figures(everything, strip, [], links, Filters({})))
        return _overview(chronology, everything, _with_html(strip), told, preview=preview)

    return _as_kept(edition and f"{edition}:small", make)


def _as_kept(key: str | None, make: Callable[[], Overview], *, keeps: bool = True) -> Overview:
    stored = None if key is None else caches["parts"].get(key)
    if stored is not None and (kept := _unpacked(stored)) is not None:
        return kept
    made = make()
    if key is not None and keeps:
        caches["parts"].set(key, _packed(made))
    return made


def _overview(
    chronology: Chronology, everything: Selection, strip: Strip | None, told: SafeString, *, preview: bool
) -> Overview:
    counts = queries.count(chronology, preview=preview)
    return Overview(counts, strip, told, years_of(everything), span_of(everything))


def _with_html(strip: Strip | None) -> Strip | None:
    return strip and replace(strip, html=drawn.bars(strip), bars=[])


def _packed(one: Overview) -> bytes:
    kept = asdict(one)
    kept["counts"]["published"] = one.counts.published and one.counts.published.isoformat()
    return json.dumps(kept, ensure_ascii=False).encode()


def _unpacked(stored: bytes) -> Overview | None:
    """Return what is kept; None of what cannot be read, which is made anew."""
    try:
        kept = json.loads(stored)
        counts, span = kept["counts"], kept["span"]
        instant = datetime.datetime.fromisoformat(counts["published"]) if counts["published"] else None
        return Overview(
            counts=Counts(**{**counts, "published": instant}),
            strip=_strip(kept["strip"]),
            figures=mark_safe(kept["figures"]),  # noqa: S308  made by `drawn.figures`
            years=kept["years"],
            span=(span[0], span[1]) if span else None,
        )
    except (ValueError, KeyError, TypeError):
        return None


def _strip(kept: dict[str, Any] | None) -> Strip | None:
    if kept is None:
        return None
    made = {
        "rail": [rail.Bar(**bar) for bar in kept["rail"]], "layers": [Layer(**layer) for layer in kept["layers"]],
        "cells": [Cell(**cell) for cell in kept["cells"]], "lines": [Line(**line) for line in kept["lines"]],
    }  # fmt: skip
    return Strip(**{**kept, **made})


def _drawn(chronology: Chronology, everything: Selection, *, preview: bool) -> tuple[Strip | None, SafeString]:
    links, lanes = Links.of(chronology, preview=preview), list(chronology.lanes.all())
    strip = _large_strip(lanes, everything, None, links)
    told = drawn.figures(figures(everything, strip, lanes, links, Filters({})))
    return _with_html(strip), told


def _large_strip(lanes: Sequence[Lane], everything: Selection, found: Selection | None, links: Links) -> Strip | None:
    """Draw all there is; `found`: that alone in colour, and each year leads to what was found in it."""
    return draw(
        Wanted(
            everything=everything.bars,
            found=None if found is None else found.bars,
            loose=loose_of(everything if found is None else found),
            styles=styles_of(lanes),
            year_address=links.year if found is None else lambda year: _years_address(links, year, year),
            cell_address=lambda first, step: links.to("events", at=first),
            event_address=lambda one: event_address(one.row.event),
            more_address=links.to(exactness="wide"),
        )
    )


def _years_address(links: Links, first: int, last: int) -> str:
    """Return the list of what was found in some years."""
    return links.to("events", **{"from": typed_year(first), "to": typed_year(last)})


def seen_from(strip: Strip | None, headings: Sequence[Heading]) -> Strip | None:
    """Return a strip as a page shows it: its years framed, its decades and events linked where they stand on it."""
    if strip is None:
        return None
    here = {heading.year: heading.anchor for heading in reversed(headings) if heading.year is not None}
    events = {event_address(one.event): f"#e{one.event}" for heading in headings for one in heading.cards}

    def address(first: int, otherwise: str) -> str:
        anchor = next((here[year] for year in sorted(here) if first <= year < first + strip.step), "")
        return f"#{anchor}" if anchor else otherwise

    return replace(
        framed(strip, (min(here), max(here)) if here else None),
        cells=[replace(cell, href=address(cell.first, cell.href)) for cell in strip.cells],
        rail=[replace(bar, href=events.get(bar.href, bar.href)) for bar in strip.rail],
    )


def found_beside(
    lanes: Sequence[Lane], everything: Selection, found: Selection, headings: Sequence[Heading], links: Links
) -> Strip | None:
    """Return a strip of what search and filters found, beside all there is."""
    return seen_from(_large_strip(lanes, everything, found, links), headings)


def figures(
    found: Selection,
    strip: Strip | None,
    lanes: Sequence[Lane],
    links: Links,
    filters: Filters,
    *,
    year_address: Callable[[int], str] | None = None,
) -> Figures | None:
    """Return the numbers of what the strip shows in colour; each leads to its years, or where `year_address` says."""
    if strip is None:
        return None
    timeline = replace(links, page="public:timeline", args=())

    def address(first: int, step: int) -> str:
        if year_address is not None:
            return year_address(first)
        if not filters.used and step in (1, 10):
            return links.year(first) if step == 1 else links.decade(first)
        return _years_address(timeline, first, first + step - 1)

    return figures_of_years(found.bars, found.count if found.is_whole else None, strip, lanes, address)


def styles_of(lanes: Iterable[Lane]) -> dict[int, str]:
    """Return the styles of lanes by their keys."""
    return {lane.pk: lane.style for lane in lanes}


def span_of(everything: Selection) -> tuple[int, int] | None:
    """Return the first and the last year of what programs know years of; None where nothing has one."""
    years = [year for year in everything.years if -9999 <= year <= 9999]
    return (min(years), max(years)) if years else None


def years_of(everything: Selection) -> str:
    """Return in words from which year to which one a chronology reaches; "" where nothing has a date."""
    years = [*everything.years]
    return years_words(min(years), max(years)) if years else ""
