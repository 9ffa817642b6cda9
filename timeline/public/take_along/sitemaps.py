"""What programs that walk the web read of the site: sitemaps, of events by their keys, and robots.txt."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from timeline.formats import sitemap
from timeline.formats.sitemap import Page
from timeline.public import queries
from timeline.public.event_page import address_of
from timeline.public.take_along.languages import in_each
from timeline.records.models import Chronology, Listing, Tally
from timeline.records.tallies import ALL, kind_of
from timeline.web.asked import LARGEST

SIZE = 5000
"""Keys of events that one sitemap reaches over: so it holds at most so many, and none moves to another."""
MOST = 50_000
"""Sitemaps that a list of them may name (sitemaps.org)."""
MOST_PAGES = sitemap.MOST // len(settings.LANGUAGES)
"""Pages that one sitemap may hold, each in every language."""
OF_CHRONOLOGY = (
    "timeline", "table", "map", "one", "this_week", "coverage", "lag", "compare", "corrections", "take_along",
)  # fmt: skip
DESK = (
    "/admin/", "/sign-in/", "/password/", "/name/", "/review/", "/articles/", "/mentions/", "/date-box/", "/keys/",
    "/arrange/", "/imports/", "/reports/", "/*/report/",
)  # fmt: skip
STATES = (
    "q", "theme", "actor", "place", "lane", "source", "exactness", "differ", "from", "to", "at", "after", "before",
    "eras", "with", "order", "lag", "zoom", "around", "day", "on", "preview", "all", "rest", "bare",
)  # fmt: skip
"""What an address may ask of a page: there is no end of such pages, and all they hold stands on others."""
MOST_PERIODS = MOST_PAGES * 9 // 20
"""Months that one sitemap names, the latest; the years and decades that these stand in find room beside them."""


def index(request: HttpRequest) -> HttpResponse:
    """Return the list of sitemaps."""
    listed = [Page(address_of(request, "public:sitemap_pages"))]
    for slug in Chronology.objects.public().order_by("pk").values_list("slug", flat=True)[:SIZE]:
        listed.append(Page(address_of(request, "public:sitemap_periods", slug)))
    listed += [Page(address_of(request, "public:sitemap_events", number)) for number in _numbers()]
    return _answer(sitemap.write_index(listed[:MOST]))


def pages(request: HttpRequest) -> HttpResponse:
    """Return the sitemap of everything but events."""
    listed = [_page(request, "public:chronologies"), _page(request, "public:conventions")]
    public = Chronology.objects.public().order_by("pk").values_list("pk", "slug")
    slugs = dict(public[: MOST_PAGES // len(OF_CHRONOLOGY) - 1])
    changed = queries.instants_of(slugs)
    for key, slug in slugs.items():
        listed += [_page(request, f"public:{name}", slug, changed=changed.get(key)) for name in OF_CHRONOLOGY]
    return _answer(sitemap.write(listed))


def periods(request: HttpRequest, chronology: Chronology) -> HttpResponse:
    """Return the sitemap of the decades, years and months of a chronology that hold events, from its tallies."""
    if not chronology.is_public:
        raise Http404("not public")
    tallies = Tally.objects.filter(chronology=chronology, kind=kind_of(ALL), value=ALL, is_public=True)
    held = tallies.filter(level=Tally.Level.MONTH, period__range=(100, 999_912)).order_by("-period")
    months = list(held.values_list("period", flat=True).distinct()[:MOST_PERIODS])
    years = sorted({period // 100 for period in months}, reverse=True)
    # To make each address by its name takes as long as to ask for a row.
    paths = [f"{first}s/" for first in sorted({year // 10 * 10 for year in years} - {0}, reverse=True)]
    paths += [f"{year}/" for year in years]
    paths += [f"{period // 100}/{period % 100:02d}/" for period in months if period % 100]
    around, changed = in_each(request, "public:timeline", chronology.slug), queries.instant_of(chronology)
    return _answer(
        sitemap.write(
            Page(
                around[settings.LANGUAGE_CODE] + path, changed, [(code, base + path) for code, base in around.items()]
            )
            for path in paths
        )
    )  # fmt: skip


def events(request: HttpRequest, number: int) -> HttpResponse:
    """Return the sitemap of the events whose keys lie in one stretch."""
    first = min(number, LARGEST // SIZE - 1) * SIZE
    keys = sorted(set(_public(first).filter(event_id__lt=first + SIZE).values_list("event_id", flat=True)))
    if not keys:
        raise Http404("no such sitemap")
    changed = queries.changed_at(keys)
    around = {code: address.rsplit("0", 1) for code, address in in_each(request, "public:event", 0).items()}
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
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in DESK)]
    lines += [f"Disallow: /*?*{name}=" for name in STATES]
    lines += ["Disallow: /*/as-known-on/", "Disallow: /*/embed/"]
    lines += ["", f"Sitemap: {address_of(request, 'public:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _answer(written: bytes) -> HttpResponse:
    return HttpResponse(written, content_type=f"{sitemap.TYPE}; charset=utf-8")


def _page(request: HttpRequest, name: str, *args: str | int, changed: datetime | None = None) -> Page:
    addresses = in_each(request, name, *args)
    return Page(addresses[settings.LANGUAGE_CODE], changed, [*addresses.items()])


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
