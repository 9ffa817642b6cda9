"""A chronology as a table: one event a row, in the order of their dates or the other way round."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.public.items import Item, items, named
from timeline.public.links import Links
from timeline.public.ways.finding import Found, find, with_numbers
from timeline.public.why_found import why_found
from timeline.records.models import Chronology, Source, Subject
from timeline.web.marks import Mark

MOST_SOURCES = 3
"""Sources that a row names; of others it says how many there are."""
LATEST = "latest"
"""The order in which the latest stand first."""


@dataclass(frozen=True)
class Row:
    """One event of the table."""

    item: Item
    themes: list[tuple[str, str]]
    sources: list[Source]
    more_sources: int
    why_found: str = ""
    """Where words of a search stand that the row does not show, as HTML."""

    @property
    def exactness(self) -> list[str]:
        """How exactly its date is known, in words."""
        marks = [self.item.mark] + ([Mark.DISPUTED] if self.item.rivals else [])
        return [str(mark.words) for mark in marks]


@dataclass(frozen=True)
class Table:
    """Everything that templates/public/table.html shows beside what was found."""

    found: Found
    rows: list[Row]
    other_order: str

    @property
    def problems(self) -> list[str]:
        """What of the address was not used, and why."""
        return self.found.problems

    @property
    def links(self) -> Links:
        """Where the parts of the chronology are found."""
        return self.found.links


def read_table(chronology: Chronology, query: QueryDict, *, preview: bool) -> Table:
    """Read one page of the table from its address."""
    unknown = (
        [] if query.get("order", LATEST) == LATEST else [_("There is no such order; here are the earliest first.")]
    )
    turned = query.get("order") == LATEST
    order = {"order": LATEST} if turned else {}
    found = find(
        chronology, query, preview=preview, turned=turned, whole="all" in query,
        links=lambda filters: Links.of(
            chronology, preview=preview, query={**filters.query, **order}, page="public:table"
        ),
    )  # fmt: skip
    found.problems.extend(unknown)
    links = found.links
    other = {**links.query, "order": LATEST}
    kept = {name: value for name, value in links.query.items() if name != "order"}
    shown = items(found.page.entries)
    rows = _rows(shown[::-1] if turned else shown, found.words)
    return Table(with_numbers(found), rows, replace(links, query=kept if turned else other).to())


def _rows(shown: Sequence[Item], words: str) -> list[Row]:
    themes = _themes([item.entry.event_id for item in shown])
    rows = []
    for item in shown:
        sources = list({citation.source_id: citation.source for citation in item.citations}.values())
        named, others = sources[:MOST_SOURCES], sources[MOST_SOURCES:]
        rows.append(Row(item, themes[item.entry.event_id], named, len(others)))
    if not words:
        return rows
    seen = {row.item.entry.event_id: _seen(row) for row in rows}
    why = why_found(shown, words, lambda item, _words: seen[item.entry.event_id])
    return [replace(row, why_found=why.get(row.item.entry.event_id, "")) for row in rows]


def _seen(row: Row) -> list[str]:
    """Return what a row shows with the words of a search marked."""
    sources = (source.publisher or source.title for source in row.sources)
    return [row.item.headline, row.item.place[0], *(name for name, _foreign in row.themes), *sources]


def _themes(events: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Return by event the names of its themes; one query."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for subject in Subject.objects.filter(event__in=events).select_related("theme").order_by("pk"):
        found[subject.event_id].append(named(subject.theme))
    return found
