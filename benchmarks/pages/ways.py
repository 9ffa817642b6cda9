"""The other pages of a chronology, and addresses that nobody would type: what is asked for of each."""

import random
from datetime import UTC, datetime

SLUG, OTHER = "sample", "other"
PAGE = f"/chronologies/{SLUG}/"
MANY = 20
"""How many addresses are asked for of a kind that has many."""
Asked = dict[str, list[tuple[str, dict[str, str]]]]
"""Addresses by kind: path and query."""

ODD: dict[str, dict[str, str]] = {
    "10 kB of words": {"q": "missile " * 1250},
    "10 kB of one word": {"q": "x" * 10_000},
    "10 kB of kanji": {"q": "拉" * 3300},
    "wildcards": {"q": "* % _ ? " * 200},
    "the index's own words": {"q": '"a NEAR/9 b" OR NOT (terms: a) ^ :* & | !'},
    "one letter": {"q": "e"},
    "year 0": {"from": "0", "to": "0000", "at": "0", "day": "0", "on": "0"},
    "year 99999": {"from": "99999", "to": "-99999", "at": "99999", "day": "99999"},
    "far years": {"from": "Y170000002", "to": "Y-170000002", "at": "-99999999999"},
    "crossed ranges": {"from": "2010", "to": "1950"},
    "all years and a word": {"from": "0001", "to": "9999", "q": "ferry"},
    "absurd keys": {"after": "9" * 5000, "before": "-1", "page": "1e9", "around": "x"},
    "everything unknown": dict.fromkeys(("theme", "actor", "place", "lane", "source", "exactness", "order"), "😀"),
}
"""Queries, each of which is asked for on every page."""
QUERIED = (
    "", "table/", "map/", "one/", "this-week/", "coverage/", "lag/", "compare/", "as-known-on/", "calendar.ics",
    "corrections/", "embed/",
)  # fmt: skip
FAR = ("0000/", "9999/", "9990s/", "1950/13/", "as-known-on/0001-01-01/", "as-known-on/9999-12-31/", "table/?order=x")
"""Ends of addresses that name what cannot be, or lies far away."""


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


def hostile() -> Asked:
    """Return what nobody would type, by what is odd about it."""
    found: Asked = {name: [(f"{PAGE}{page}", query) for page in QUERIED] for name, query in ODD.items()}
    found["far away"] = [(f"{PAGE}{end}", {}) for end in FAR]
    return found
