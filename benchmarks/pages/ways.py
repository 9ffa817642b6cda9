"""The other pages of a chronology: what is asked for of each."""

import random
from datetime import UTC, datetime

SLUG, OTHER = "sample", "other"
PAGE = f"/chronologies/{SLUG}/"
MANY = 20
"""How many addresses are asked for of a kind that has many."""
Asked = dict[str, list[tuple[str, dict[str, str]]]]
"""Addresses by kind: path and query."""


def ways() -> Asked:
    """Return the pages beside the timeline and its years; inside an installation with both samples."""
    from timeline.records.models import Listing

    chosen = random.Random(9)
    years = sorted(chosen.sample(range(1950, 2024), MANY))
    listed = Listing.objects.filter(chronology__slug=SLUG, is_public=True).order_by("sort_key", "rank", "entry")
    events = list(listed.values_list("event_id", flat=True)[:MANY])
    return {
        "decade page": [(f"{PAGE}{year // 10 * 10}s/", {}) for year in sorted({year // 10 * 10 for year in years})],
        "month page": [(f"{PAGE}{year}/{chosen.randint(1, 12):02}/", {}) for year in years],
        "event page": [(f"/events/{event}/", {}) for event in events],
        "table": [(f"{PAGE}table/", {})],
        "table in the middle": [(f"{PAGE}table/", {"from": str(year)}) for year in years],
        "map": [(f"{PAGE}map/", {})],
        "one by one": [(f"{PAGE}one/{event}/", {}) for event in events],
        "this week": [(f"{PAGE}this-week/", {"day": f"2024-{month:02}-15"}) for month in range(1, 13)],
        "coverage": [(f"{PAGE}coverage/", {})],
        "lag": [(f"{PAGE}lag/", {})],
        "compare with the small sample": [(f"{PAGE}compare/", {"with": OTHER, "from": str(year)}) for year in years],
        "as known on": [(f"{PAGE}as-known-on/{datetime.now(UTC).date().isoformat()}/", {})],
        "corrections": [(f"{PAGE}corrections/", {})],
        "feed of new events": [(f"{PAGE}feed.atom", {})],
        "feed of corrections": [(f"{PAGE}corrections/feed.atom", {})],
        "calendar": [(f"{PAGE}calendar.ics", {})],
        "calendar of a year": [(f"{PAGE}calendar.ics", {"from": str(year), "to": str(year)}) for year in years],
        "sitemap": [("/sitemap.xml", {})],
        "sitemap of pages": [("/sitemap-pages.xml", {})],
        "sitemap of events": [("/sitemap-events-0.xml", {})],
    }
