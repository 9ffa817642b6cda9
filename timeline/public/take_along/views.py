"""Files and frames that a reader takes along. Nothing here writes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.formats import picture as drawing
from timeline.public import queries
from timeline.public.event_page import (
    address_of,
    event_work,
    read_event,
    read_version,
    settled_elsewhere,
    source_works,
    sources_note,
)
from timeline.public.filters import LABELS, read
from timeline.public.framing import framed
from timeline.public.kept import CHRONOLOGY, EVENT, SITE, kept, names_the_unknown
from timeline.public.links import Links
from timeline.public.take_along import citing, feeds, sitemaps
from timeline.public.take_along.calendar import calendar_of
from timeline.public.take_along.corrections import read_log
from timeline.public.take_along.embed import read_embed
from timeline.public.take_along.offers import offers_of
from timeline.public.take_along.pictures import picture_of
from timeline.records.about import about
from timeline.records.access import readable_chronology, readable_event
from timeline.web.asked import key_in
from timeline.web.marks import language

TYPED = ("q", "from", "to")
SECONDS_TO_WAIT = 2
"""Until a picture may be asked for again that was refused."""


@require_safe
@kept(EVENT, says_the_day=True)
def cite(request: HttpRequest, pk: int, way: str) -> HttpResponseBase:
    """The event as it stands now, as a citation of this version."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite", pk=merged, way=way)
    shown = read_event(readable_event(request.user, pk), request.user)
    return citing.file_of([event_work(request, shown, timezone.localdate())], way)


@require_safe
@kept(EVENT, says_the_day=True)
def cite_version(request: HttpRequest, pk: int, version: int, way: str) -> HttpResponseBase:
    """One version of an event, as a citation."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite", pk=merged, way=way)
    shown = read_version(readable_event(request.user, pk), version, request.user)
    if isinstance(shown, int):
        return redirect("public:cite_version", pk=pk, version=shown, way=way)
    return citing.file_of([event_work(request, shown, timezone.localdate())], way)


@require_safe
@kept(EVENT)
def cite_sources(request: HttpRequest, pk: int, way: str) -> HttpResponseBase:
    """The sources of an event, as citations."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite_sources", pk=merged, way=way)
    shown = read_event(readable_event(request.user, pk), request.user)
    return citing.file_of(source_works(shown.item.citations, note=sources_note(request, shown)), way)


@require_safe
@kept(EVENT, same_for_all=True)
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture that other sites show beside a link to an event; 503 while too many are asked for."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:picture", pk=merged)
    shown = read_event(readable_event(request.user, pk), request.user)
    try:
        return HttpResponse(drawing.write(picture_of(request, shown)), content_type=drawing.TYPE)
    except drawing.Busy:
        told = _("So many pictures are asked for that this one is not drawn now. Ask for it again in a moment.")
        headers = {"Retry-After": str(SECONDS_TO_WAIT), "Cache-Control": "no-store"}
        return HttpResponse(told, status=503, content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
@kept(CHRONOLOGY, says_the_day=True)
def cite_chronology(request: HttpRequest, slug: str, way: str) -> HttpResponseBase:
    """A chronology as a whole, as a citation."""
    chronology = readable_chronology(request.user, slug)
    return citing.file_of([citing.chronology_work(request, chronology, timezone.localdate())], way)


@require_safe
@kept(CHRONOLOGY, says_the_day=True, fields=LABELS, typed=TYPED)
def take_along(request: HttpRequest, slug: str) -> HttpResponseBase:
    """All that can be taken along of a chronology: feeds, a calendar, a frame, citations, and under what licence."""
    chronology = readable_chronology(request.user, slug)
    said = about(chronology, language())
    filters = read(request.GET, chronology, language(), preview=False)
    problems = [one.error for one in filters.wrong]
    if problems:
        names_the_unknown(request)
    context = {
        "chronology": chronology, "about": said, "filters": filters, "page": {"problems": problems},
        "links": Links.of(chronology, preview=False, query=filters.query),
        "whole": Links.of(chronology, preview=False).along,
        "offers": offers_of(request, chronology, said, filters), "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "public/take_along.html", context)


@require_safe
@kept(CHRONOLOGY)
def new_events_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The events that were published last, as an Atom feed."""
    return feeds.new_events(request, readable_chronology(request.user, slug))


@require_safe
@kept(CHRONOLOGY)
def corrections_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The newest corrections, as an Atom feed."""
    return feeds.corrections(request, readable_chronology(request.user, slug))


@require_safe
@kept(CHRONOLOGY, places=("after",), fields=LABELS, typed=TYPED)
def calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The exact days, or what search and filters leave of them, as a calendar."""
    chronology = readable_chronology(request.user, slug)
    preview = queries.shows_preview(request.user, chronology, "preview" in request.GET)
    return calendar_of(request, chronology, queries.instant_of(chronology) or timezone.now(), preview=preview)


@require_safe
@kept(CHRONOLOGY, places=("before",))
def corrections(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What was changed in published events since they were published."""
    chronology = readable_chronology(request.user, slug)
    before = key_in(request.GET.get("before"))
    problems = []
    if "before" in request.GET and before is None:
        names_the_unknown(request)
        problems.append(_("The place that the address names is not in this log; here are the newest."))
    context = {
        "chronology": chronology, "about": about(chronology, language()), "log": read_log(chronology, before),
        "links": Links.of(chronology, preview=False), "is_first": before is None, "page": {"problems": problems},
    }  # fmt: skip
    return render(request, "public/corrections.html", context)


@require_safe
@framed()
@kept(CHRONOLOGY, places=("after", "before"), fields=LABELS, typed=TYPED)
def embed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A chronology in the frame of another site; of what is not public nothing, whoever is signed in."""
    chronology = readable_chronology(request.user, slug)
    if not chronology.is_public:
        raise Http404("not public")
    embed = read_embed(chronology, request.GET)
    if embed.found.problems:
        names_the_unknown(request)
    context = {
        "chronology": chronology, "about": about(chronology, language()), "embed": embed,
        "whole_address": address_of(request, "public:timeline", slug),
    }  # fmt: skip
    return render(request, "public/embed.html", context)


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """What programs that walk the web are asked to leave out."""
    return sitemaps.robots(request)


@require_safe
@kept(SITE)
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """The list of sitemaps."""
    return sitemaps.index(request)


@require_safe
@kept(SITE)
def sitemap_pages(request: HttpRequest) -> HttpResponseBase:
    """The sitemap of everything but events."""
    return sitemaps.pages(request)


@require_safe
@kept(CHRONOLOGY)
def sitemap_periods(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The sitemap of the decades, years and months of a chronology."""
    return sitemaps.periods(request, readable_chronology(request.user, slug))


@require_safe
@kept(SITE)
def sitemap_events(request: HttpRequest, number: int) -> HttpResponseBase:
    """A sitemap of events, by their keys."""
    return sitemaps.events(request, number)
