"""How many events each choice of a filter would leave, with what is chosen already.

Only where few are left: to count among very many would cost the more, the larger a chronology is. There the numbers
are those of the whole chronology, and the page says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Count

from timeline.public.filters import Filter, Filters
from timeline.records import tallies
from timeline.records.models import Facet
from timeline.records.selection import Choice, Selection, select

MOST = 500
"""Events that are counted among."""
MOST_GATHERED = 2000
"""Events of the rarest condition that are looked through for them."""


@dataclass(frozen=True)
class Among:
    """The filters with their numbers, and whether these count what is found alone."""

    filters: Filters
    is_narrowed: bool


def count_among(filters: Filters, choice: Choice, found: Selection) -> Among:
    """Return filters whose numbers say how many events a choice would leave, where few enough are found."""
    plain = Among(filters, is_narrowed=False)
    if not filters.used:
        return plain
    entries = _entries(found)
    if entries is None:
        return plain
    asked = [one for one in filters.fields.values() if one.facets]
    among = _numbers(entries, [facet for one in asked if not one.value for facet in one.facets.values()])
    counted: dict[str, Filter] = {}
    for one in asked:
        if one.value and not one.error:
            # Another choice of the same field would take the place of the one that is made.
            others = replace(choice, values=tuple(value for value in choice.values if value != one.facet))
            if not others.values and others.events is None and not others.has_days:
                continue  # what is counted of the whole chronology is right here
            if not _is_cheap(others) or (own := _entries(select(others))) is None:
                return plain
            numbers: Mapping[str, int] = _numbers(own, [*one.facets.values()])
        else:
            numbers = among if not one.value else _numbers(entries, [*one.facets.values()])
        counted[one.name] = replace(one, counts={name: numbers.get(facet, 0) for name, facet in one.facets.items()})
    return Among(Filters({**filters.fields, **counted}), is_narrowed=True)


def _is_cheap(choice: Choice) -> bool:
    if choice.events is not None:
        return not choice.more_events
    rarest = min((tallies.whole(choice.chronology, one, choice.audiences) for one in choice.values), default=0)
    return rarest <= MOST_GATHERED


def _entries(found: Selection) -> list[int] | None:
    """Return the entries that were found; None where there are too many, or not all are known."""
    if not found.is_whole or found.count > MOST:
        return None
    return [row.entry for row in found.after(None, MOST)]


def _numbers(entries: list[int], facets: list[str]) -> dict[str, int]:
    """Return how many of some entries have each facet; one query."""
    held = Facet.objects.filter(entry__in=entries, value__in=facets).order_by()
    return dict(held.values_list("value").annotate(Count("pk")))
