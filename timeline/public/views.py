"""Pages that anyone may read. Nothing here writes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from timeline.public import queries
from timeline.public.compared import compare
from timeline.public.event_page import Shown, address_of, linked_data, read_event, read_version, settled_elsewhere
from timeline.public.figure import figure_of, year_of
from timeline.public.filters import LABELS
from timeline.public.house_table import ANCHOR, house_table
from timeline.public.items import Item, named, native
from timeline.public.kept import CHRONOLOGY, EVENT, SITE, edition_of, ground_of, kept, names_the_unknown
from timeline.public.links import Links
from timeline.public.periods import Kind, Period
from timeline.public.reading import read_page
from timeline.public.shelf import shelf_of
from timeline.public.span_page import read_span
from timeline.public.take_along.dataset import dataset_of
from timeline.public.versions import list_versions
from timeline.records.about import about
from timeline.records.access import readable_chronology, readable_event
from timeline.records.models import Chronology, Entry
from timeline.web.asked import key_in, number_in
from timeline.web.marks import language


@require_safe
@kept(SITE, places=("after",))
def chronologies(request: HttpRequest) -> HttpResponse:
    """The chronologies that this person may read, each with its counts and a small strip."""
    every = Chronology.objects.all() if request.user.is_authenticated else Chronology.objects.public()
    return render(request, "public/chronologies.html", {"shelf": shelf_of(every, request)})


@require_safe
@kept(CHRONOLOGY, places=("all", "after", "before", "at"), fields=LABELS, typed=("q", "from", "to", "at"))
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """A chronology, or what search and filters leave of it, one page of events at a time."""
    chronology = readable_chronology(request.user, slug)
    preview = queries.shows_preview(request.user, chronology, "preview" in request.GET)
    page = read_page(chronology, request.GET, preview=preview, edition=edition_of(request), ground=ground_of(request))
    if page.problems:
        names_the_unknown(request)
    said = about(chronology, language())
    context = {"chronology": chronology, "about": said, "page": page, "preview": preview}
    if not page.is_narrowed:
        context["linked_data"] = dataset_of(request, chronology, said, page.span)
    return render(request, "public/timeline.html", context)


@require_safe
@kept(CHRONOLOGY, places=("rest", "after"))
def decade(request: HttpRequest, slug: str, decade: int) -> HttpResponse:
    """Ten years of a chronology, by lane and day."""
    return _span(request, slug, Period(Kind.DECADE, decade))


@require_safe
@kept(CHRONOLOGY, places=("month", "rest", "after"))
def year(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """One year of a chronology, by lane and day; a month of it was asked for here before it had its own page."""
    month = number_in(request.GET.get("month", ""), most=12)
    if month:
        links = Links.of(readable_chronology(request.user, slug), preview="preview" in request.GET)
        return redirect(links.month(year, month))
    return _span(request, slug, Period(Kind.YEAR, year))


@require_safe
@kept(CHRONOLOGY, places=("day", "rest", "after"))
def month(request: HttpRequest, slug: str, year: int, month: int) -> HttpResponse:
    """One month of a chronology, by lane and day."""
    return _span(request, slug, Period(Kind.MONTH, year, month))


def _span(request: HttpRequest, slug: str, period: Period) -> HttpResponse:
    chronology = readable_chronology(request.user, slug)
    preview = queries.shows_preview(request.user, chronology, "preview" in request.GET)
    page = read_span(chronology, period, request.GET, preview=preview, ground=ground_of(request))
    if page.problems:
        names_the_unknown(request)
    said = about(chronology, language())
    context = {"chronology": chronology, "about": said, "page": page, "preview": preview}
    return render(request, f"public/{period.kind}.html", context)


@require_safe
@kept(EVENT, places=("before",))
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """An event with all it rests on, at the address that never changes."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:event", pk=merged)
    shown = read_event(readable_event(request.user, pk), request.user)
    return render(request, "public/event.html", _event_page(request, shown))


@require_safe
@kept(EVENT)
def event_version(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """An event as it stood at one of its versions."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:event", pk=merged)
    shown = read_version(readable_event(request.user, pk), version, request.user)
    if isinstance(shown, int):
        return redirect("public:event_version", pk=pk, version=shown)
    return render(request, "public/event_version.html", _event_page(request, shown))


def _event_page(request: HttpRequest, shown: Shown) -> dict[str, Any]:
    item = shown.item
    address = address_of(request, "public:event", item.entry.event_id)
    # Other sites keep a picture by its address: another version has another one.
    picture = f"{address_of(request, 'public:picture', item.entry.event_id)}?v={shown.version.number}"
    return {
        "shown": shown, "item": item, "event": item.entry.event, "address": address,
        "version_address": request.build_absolute_uri(shown.path), "comparison": compare(item),
        "versions": list_versions(
            item.entry.event_id, shown.versions, shown.version.number, key_in(request.GET.get("before")),
            item.editors_language,
        ),
        "linked_data": linked_data(request, shown, address, picture), "picture": picture,
        **_drawing(item), **_surroundings(shown),
    }  # fmt: skip


def _drawing(item: Item) -> dict[str, Any]:
    return {"figure": figure_of(item), "year": year_of(item), "styles": [item.style] if item.style else []}


def _surroundings(shown: Shown) -> dict[str, Any]:
    """The chronology that an event is shown in, and its neighbours there."""
    item, entry = shown.item, shown.entry
    if entry is None:
        return {"preview": True}
    preview = not item.is_public or not entry.chronology.is_public
    links, year = Links.of(entry.chronology, preview=preview), year_of(item)
    lane, place = item.entry.lane, item.entry.event.place
    return {
        "chronology": entry.chronology, "about": about(entry.chronology, language()),
        "preview": preview, "links": links,
        "year_href": links.year(year) if year else "",
        "lane_href": links.to(lane=lane.letter) if lane else "",
        "place_href": links.to(place=place.name) if place else "",
        "actors": [(*named(noun), links.to(actor=noun.name), native(noun)) for noun in shown.actors],
        "themes": [(*named(noun), links.to(theme=noun.name)) for noun in shown.themes],
        "earlier": _neighbour(entry, preview=preview, later=False),
        "later": _neighbour(entry, preview=preview, later=True),
    }  # fmt: skip


def _neighbour(entry: Entry, *, preview: bool, later: bool) -> Item | None:
    found = queries.neighbour(entry, preview=preview, later=later)
    return None if found is None else Item(found, list(found.event.wordings.all()))


@require_safe
@kept(SITE)
def conventions(request: HttpRequest) -> HttpResponse:
    """What "early", "late", "spring", "the weekend" mean here."""
    return render(request, "public/conventions.html", {"groups": house_table(), "anchor": ANCHOR})
