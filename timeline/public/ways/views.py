"""The pages of the other ways to read. Nothing here writes."""

from typing import Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.public import queries
from timeline.public.filters import LABELS
from timeline.public.framing import framed
from timeline.public.kept import CHRONOLOGY, CHRONOLOGY_AND_PHRASES, SITE, kept, names_the_unknown
from timeline.public.links import Links
from timeline.public.offered import LISTED
from timeline.public.ways.compare import read_comparison
from timeline.public.ways.coverage import read_coverage
from timeline.public.ways.known import day_in, read_known
from timeline.public.ways.lag import read_lag
from timeline.public.ways.map import read_map
from timeline.public.ways.names import read_names
from timeline.public.ways.one import place_of, read_one
from timeline.public.ways.table import read_table
from timeline.public.ways.week import read_week
from timeline.records.about import about
from timeline.records.access import readable_chronology
from timeline.records.models import Chronology, Event
from timeline.web.marks import language

TYPED = ("q", "from", "to", "at")


@require_safe
@kept(CHRONOLOGY, places=("all", "after", "before"), fields=(*LABELS, "order"), typed=TYPED)
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """A chronology as a table, or what search and filters leave of it."""
    chronology, preview = _asked_for(request, slug)
    page = read_table(chronology, request.GET, preview=preview)
    return _shown(request, "table", chronology, page, preview)


@require_safe
@kept(CHRONOLOGY, places=("after",), fields=LABELS, typed=(*TYPED, "after"))
def names(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """All actors, places, themes or publishers of a chronology, each leading to its events."""
    chronology, preview = _asked_for(request, slug)
    if kind not in LISTED:
        raise Http404("no such names")
    page = read_names(chronology, kind, request.GET, preview=preview)
    return _shown(request, "names", chronology, page, preview)


@require_safe
@kept(CHRONOLOGY, places=("after",), fields=("zoom", "around"))
def map(request: HttpRequest, slug: str) -> HttpResponse:
    """The places of a chronology on a map."""
    chronology, preview = _asked_for(request, slug)
    page = read_map(chronology, request.GET, preview=preview)
    return _shown(request, "map", chronology, page, preview)


@require_safe
@framed(only_with="bare")
@kept(CHRONOLOGY, places=("at", "bare"), fields=LABELS, typed=TYPED)
def one(request: HttpRequest, slug: str, pk: int | None = None) -> HttpResponse:
    """One event a screen, with the way to the one before and the one after; without a key the first."""
    chronology, preview = _asked_for(request, slug)
    page = read_one(chronology, request.GET, preview=preview, event=pk)
    if page is not None:
        return _shown(request, "one", chronology, page, preview)
    merged = Event.objects.filter(pk=pk or 0, merged_into__isnull=False).first()
    # Where the other may not be seen, that one became it may not be seen either.
    if merged is None or place_of(chronology, merged.settled.pk, preview=preview) is None:
        raise Http404("not in this chronology")
    query = request.GET.urlencode()
    return redirect(reverse("public:one", args=(slug, merged.settled.pk)) + (f"?{query}" if query else ""))


@require_safe
@kept(CHRONOLOGY, places=("after",), fields=("day", "on"), typed=("day",), says_the_day=True)
def this_week(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened in this week of any year, or in that of another day."""
    chronology, preview = _asked_for(request, slug)
    page = read_week(chronology, request.GET, today=timezone.localdate(), preview=preview)
    return _shown(request, "this_week", chronology, page, preview)


@require_safe
@kept(CHRONOLOGY_AND_PHRASES, fields=("from", "to"), typed=("from", "to"))
def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """How much there is of each year: events, sources, phrases that still wait."""
    chronology, preview = _asked_for(request, slug)
    page = read_coverage(chronology, request.GET, preview=preview)
    return _shown(request, "coverage", chronology, page, preview)


@require_safe
@kept(CHRONOLOGY, places=("after", "before"), fields=("lag",))
def lag(request: HttpRequest, slug: str) -> HttpResponse:
    """How long after the events their sources were published."""
    chronology, preview = _asked_for(request, slug)
    page = read_lag(chronology, request.GET, preview=preview)
    return _shown(request, "lag", chronology, page, preview)


@require_safe
@kept(SITE, fields=("with", "from"), typed=("with", "from"))
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two chronologies side by side."""
    chronology, preview = _asked_for(request, slug)
    page = read_comparison(chronology, request.GET, request.user, preview=preview)
    return _shown(request, "compare", chronology, page, preview)


@require_safe
@kept(CHRONOLOGY, places=("after",), fields=("day",), typed=("day",), says_the_day=True)
def as_known_on(request: HttpRequest, slug: str, day: str = "") -> HttpResponse:
    """A chronology as readers saw it on a day; without one, the question for it."""
    chronology, _preview = _asked_for(request, slug)
    asked = request.GET.get("day", "")
    if not day and day_in(asked):
        return redirect(Links(slug, page="public:as_known_on", args=(asked,)).to())
    if day and day_in(day) is None:
        raise Http404("no day")
    page = read_known(chronology, day_in(day), request.GET, today=timezone.localdate())
    # There are as many of these pages as days, and hardly one is asked for by many.
    names_the_unknown(request)
    context = {"chronology": chronology, "about": about(chronology, language()), "page": page, "typed": asked}
    return render(request, "public/as_known_on.html", context)


class _Page(Protocol):
    """What a template shows beside the chronology."""

    @property
    def problems(self) -> list[str]:
        """What of the address was not used, and why."""


def _shown(request: HttpRequest, name: str, chronology: Chronology, page: _Page, preview: bool) -> HttpResponse:
    """Return a page; one that says what of its address it could not use displaces no other."""
    if page.problems:
        names_the_unknown(request)
    said = about(chronology, language())
    context = {"chronology": chronology, "about": said, "page": page, "preview": preview}
    return render(request, f"public/{name}.html", context)


def _asked_for(request: HttpRequest, slug: str) -> tuple[Chronology, bool]:
    """Return the chronology, and whether what is not published is shown too."""
    chronology = readable_chronology(request.user, slug)
    return chronology, queries.shows_preview(request.user, chronology, "preview" in request.GET)
