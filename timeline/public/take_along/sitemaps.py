"""What programs that walk the web read of the site: sitemaps, events by their keys, and robots.txt."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from timeline.formats import sitemap
from timeline.formats.sitemap import Page
from timeline.public import queries
from timeline.public.event_page import address_of
from timeline.records.models import Chronology, Event, Listing
from timeline.web.asked import LARGEST

SIZE = 5000
"""Keys of events that one sitemap reaches over: so it holds at most so many, and none moves to another."""
MOST = 50_000
"""Sitemaps that a list of them may name (sitemaps.org)."""
CHUNK = 500
OF_CHRONOLOGY = ("timeline", "table", "map", "this_week", "coverage", "lag", "corrections", "take_along")
LEFT_OUT = ("/admin/", "/sign-in/", "/articles/", "/arrange/", "/imports/")


def index(request: HttpRequest) -> HttpResponse:
    """Return the list of sitemaps."""
    listed = [Page(address_of(request, "public:sitemap_pages"))]
    listed += [Page(address_of(request, "public:sitemap_events", number)) for number in _numbers()]
    return _answer(sitemap.write_index(listed[:MOST]))


def pages(request: HttpRequest) -> HttpResponse:
    """Return the sitemap of everything but events."""
    listed = [_page(request, "public:chronologies"), _page(request, "public:conventions")]
    for chronology in Chronology.objects.public().order_by("pk")[:SIZE]:
        changed = queries.instant_of(chronology)
        listed += [_page(request, f"public:{name}", chronology.slug, changed=changed) for name in OF_CHRONOLOGY]
    return _answer(sitemap.write(listed))


def events(request: HttpRequest, number: int) -> HttpResponse:
    """Return the sitemap of the events whose keys lie in one stretch."""
    first = min(number, LARGEST // SIZE - 1) * SIZE
    keys = sorted(set(_public(first).filter(event_id__lt=first + SIZE).values_list("event_id", flat=True)))
    if not keys:
        raise Http404("no such sitemap")
    changed = dict(_changed(keys))
    around = {code: request.build_absolute_uri(_in(code, "public:event", 0)).rsplit("0", 1) for code in _codes()}
    return _answer(
        sitemap.write(
            Page(
                str(key).join(around[settings.LANGUAGE_CODE]), changed.get(key),
                [(code, str(key).join(parts)) for code, parts in around.items()],
            )
            for key in keys
        )
    )  # fmt: skip


def robots(request: HttpRequest) -> HttpResponse:
    """Return what is asked of programs: to leave out the desk, and every state of search and filters."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in LEFT_OUT), "Disallow: /*?*q=", "Disallow: /*/embed/"]
    lines += ["", f"Sitemap: {address_of(request, 'public:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _answer(written: bytes) -> HttpResponse:
    return HttpResponse(written, content_type=f"{sitemap.TYPE}; charset=utf-8")


def _codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def _in(code: str, name: str, *args: str | int) -> str:
    with override(code):
        return reverse(name, args=args)


def _page(request: HttpRequest, name: str, *args: str | int, changed: datetime | None = None) -> Page:
    addresses = [(code, request.build_absolute_uri(_in(code, name, *args))) for code in _codes()]
    return Page(dict(addresses)[settings.LANGUAGE_CODE], changed, addresses)


def _public(first: int) -> Any:
    public = Chronology.objects.public().values("pk")
    return Listing.objects.filter(is_public=True, chronology__in=public, event_id__gte=first).order_by("event_id")


def _numbers() -> Iterator[int]:
    """Yield the stretches that hold a public event: one question each, whatever lies between them."""
    first = 0
    for _time in range(MOST):
        key = _public(first).values_list("event_id", flat=True).first()
        if key is None:
            return
        yield key // SIZE
        first = (key // SIZE + 1) * SIZE


def _changed(events: Sequence[int]) -> Iterator[tuple[int, datetime]]:
    """Yield when each event was last changed."""
    rows: Any = Event.history
    for start in range(0, len(events), CHUNK):
        some = rows.filter(id__in=events[start : start + CHUNK]).order_by()
        yield from some.values_list("id").annotate(Max("change__at"))
