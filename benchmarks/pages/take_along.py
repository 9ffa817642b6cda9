"""What whoever asks for very many different files and frames to take along costs: the processor time of each of them.

Nothing is asked for twice, so nothing that is kept as a whole helps; what pages share does.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from serving import part

from pages.installation import with_sample, with_seeds
from pages.ways import PAGE

ASKED = 40
"""How many different addresses of a kind are asked for, where there are so many."""
SEEDS = "/chronologies/japan-north-korea/"


def take_along(folder: Path, options: Any) -> Iterator[str]:
    """Print for each kind of address what one of many different ones takes."""
    installations = ((with_seeds(folder), SEEDS), (with_sample(folder, options.small), PAGE))
    for installation, page in installations:
        for kind, found in installation.inside("pages.take_along.costs", page).items():
            yield (
                f"{installation.name}, {kind}: {found['processor']:.0f} ms of processor time (p95 {found['p95']:.0f}, "
                f"at most {found['most']:.0f}), {found['bytes']:,.0f} bytes, {found['asked']:.0f} asked"
            )


def costs(page: str) -> dict[str, dict[str, float]]:
    """Ask for many different addresses of each kind, once each; inside an installation."""
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    from pages.asked import Asker, clear_caches

    asker = Asker()
    asker.ask("/")
    asker.ask(f"{page}calendar.ics")
    found = {}
    for kind, addresses in _addresses(page).items():
        clear_caches()
        answers = [asker.ask(path, query) for path, query in addresses[:ASKED]]
        assert all(one.status in (200, 302, 404) for one in answers), (kind, {one.status for one in answers})
        processor = [one.processor for one in answers if one.status == 200]
        found[kind] = {
            "processor": part(processor, 0.5), "p95": part(processor, 0.95), "most": max(processor),
            "bytes": part([float(len(one.body)) for one in answers], 0.5), "asked": float(len(processor)),
        }  # fmt: skip
    return found


def _addresses(page: str) -> dict[str, list[tuple[str, dict[str, str]]]]:
    from timeline.records.models import Entry

    entries = list(Entry.objects.published().order_by("pk").values_list("pk", "event_id")[: 50 * ASKED])
    step = max(len(entries) // ASKED, 1)
    chosen = entries[::step]
    spans = [{"from": str(first), "to": str(last)} for first, last in itertools.combinations(range(1940, 2030, 6), 2)]
    days = [{"from": f"1940-01-{1 + day % 28:02d}", "to": f"{2000 + day // 28}-12-30"} for day in range(ASKED)]
    found: dict[str, list[tuple[str, dict[str, str]]]] = {
        "calendar, whole, first asked": [(f"{page}calendar.ics", {})],
        "calendar, years": [(f"{page}calendar.ics", span) for span in spans],
        "calendar, days over all": [(f"{page}calendar.ics", span) for span in days],
        "calendar, crossed years": [(f"{page}calendar.ics", {"from": s["to"], "to": s["from"]}) for s in spans],
        "calendar, unknown theme": [(f"{page}calendar.ics", {"theme": f"x{number}"}) for number in range(ASKED)],
        "calendar, words": [(f"{page}calendar.ics", {"q": f"{'talks' if n % 2 else 'in'} {n}"}) for n in range(ASKED)],
        "embed, years": [(f"{page}embed/", span) for span in spans],
        "embed, from an event on": [(f"{page}embed/", {"after": str(entry)}) for entry, _event in chosen],
        "corrections": [(f"{page}corrections/", {"before": str(number)}) for number in range(5000, 5000 + ASKED)],
        "feeds": [(f"{page}feed.atom", {}), (f"{page}corrections/feed.atom", {})],
        "take along": [(f"{page}take-along/", {})],
        "sitemaps": [
            (path, {}) for path in (
                "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-events-0.xml",
                f"/sitemap-periods-{page.split('/')[2]}.xml",
            )
        ],
        "timeline, years, beside them": [(page, span) for span in spans],
    }  # fmt: skip
    for name in ("cite.json", "sources.bib", "v/1/cite.ris", "card.png", ""):
        kind = f"event {name or 'page, beside them'}"
        found[kind] = [(f"/events/{event}/{name}", {}) for _entry, event in chosen]
    return found
