"""The list of chronologies: each with its counts and a small strip, the fullest first, a page at a time."""

from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext as _

from timeline.public import queries
from timeline.public.kept import editions_of, names_the_unknown
from timeline.public.links import Links, home
from timeline.public.overview import Overview, small_overview_of
from timeline.records.models import Chronology, Tally
from timeline.records.tallies import ALL
from timeline.web.asked import key_in

SIZE = 20
"""Chronologies of a page."""


@dataclass(frozen=True)
class Shelved:
    """One chronology of the list."""

    chronology: Chronology
    overview: Overview
    preview: bool
    links: Links


@dataclass(frozen=True)
class Shelf:
    """One page of the list; `later_href` leads on, `first_href` back to its beginning; "" where neither is needed."""

    shelved: list[Shelved]
    later_href: str
    first_href: str
    problems: list[str]


def shelf_of(chronologies: "QuerySet[Chronology]", request: HttpRequest) -> Shelf:
    """Return what of some chronologies the page shows that is asked for."""
    counted = chronologies.annotate(number=_number()).order_by("-number", "title", "pk")
    after = key_in(request.GET.get("after"))
    place = None if after is None else counted.filter(pk=after).values_list("number", "title").first()
    problems = []
    if place is not None:
        number, title = place
        beside = Q(number=number) & (Q(title__gt=title) | Q(title=title, pk__gt=after))
        counted = counted.filter(Q(number__lt=number) | beside)
    elif "after" in request.GET:
        names_the_unknown(request)
        problems.append(_("The place that the address names is not in this list; here is its beginning."))
    keys = list(counted.values_list("pk", flat=True)[: SIZE + 1])
    shown = keys[:SIZE]
    # Before anything that is kept by them is read.
    editions = editions_of(request, shown)
    found = Chronology.objects.in_bulk(shown)
    shelved = [_shelved(found[key], request, editions.get(key)) for key in shown if key in found]
    later = home(after=shown[-1]) if len(keys) > SIZE else ""
    return Shelf(shelved, later, home() if place is not None else "", problems)


def _number() -> Coalesce:
    """Return how many events a chronology counts here: where nothing is public, also what is not published."""
    whole = Tally.objects.filter(chronology=OuterRef("pk"), kind="", value=ALL, level=Tally.Level.WHOLE)
    counted = whole.filter(Q(is_public=True) | Q(chronology__is_public=False)).order_by()
    return Coalesce(Subquery(counted.values("chronology").annotate(sum=Sum("count")).values("sum")), Value(0))


def _shelved(chronology: Chronology, request: HttpRequest, edition: str | None) -> Shelved:
    preview = queries.shows_preview(request.user, chronology, asked=False)
    # What is not public has an edition, but is shown to nobody for whom anything is kept.
    overview = small_overview_of(chronology, preview=preview, edition=edition)
    return Shelved(chronology, overview, preview, Links.of(chronology, preview=preview))
