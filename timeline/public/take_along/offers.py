"""What the page "Take it along" lists of a chronology."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from timeline.public import queries
from timeline.public.event_page import address_of
from timeline.public.overview import span_of, years_of
from timeline.public.take_along.calendar_files import files_of
from timeline.public.take_along.citing import WAYS
from timeline.public.take_along.dataset import dataset_of
from timeline.records.about import About
from timeline.records.known_days import IN_CALENDAR
from timeline.records.models import Chronology
from timeline.records.selection import Choice, select

FRAME = '<iframe src="{address}" width="100%" height="560" loading="lazy" title="{title}"></iframe>'
HEIGHT = """<script>
addEventListener('message', (event) => {
  if (event.origin !== '{origin}' || event.data?.type !== 'nenpyo') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === event.source) frame.height = event.data.height;
  }
});
</script>"""
"""To be copied: what lets a frame grow to the height of what it shows."""


@dataclass(frozen=True)
class Offers:
    """Addresses in full, as they are copied into other programs."""

    new_events: str
    corrections: str
    calendar: str
    exact: int
    fuzzy: int
    calendars: list[tuple[str, str]]
    """Where one file does not hold all days: which years or month, in words, and the file that has them."""
    frame: str
    """HTML to be copied, with a page of events."""
    frame_of_one: str
    """The same with one event at a time."""
    script: str
    cites: list[tuple[str, str]]
    address: str
    version: str
    years: str
    linked_data: SafeString


def offers_of(request: HttpRequest, chronology: Chronology, said: About) -> Offers:
    """Return what can be taken along of a chronology."""
    slug = chronology.slug
    everything, exact = select(Choice(chronology.pk)), select(Choice(chronology.pk, values=(IN_CALENDAR,)))
    address, calendar = (address_of(request, name, slug) for name in ("public:timeline", "public:calendar"))
    feeds = [address_of(request, name, slug) for name in ("public:new_events_feed", "public:corrections_feed")]
    changed = queries.instant_of(chronology)
    return Offers(
        new_events=feeds[0], corrections=feeds[1], calendar=calendar, exact=exact.count,
        fuzzy=everything.count - exact.count,
        calendars=[(span.words, f"{calendar}?{urlencode(span.query)}") for span in files_of(exact)],
        frame=_frame(address_of(request, "public:embed", slug), said),
        frame_of_one=_frame(f"{address_of(request, 'public:one', slug)}?bare=1", said),
        script=HEIGHT.replace("{origin}", f"{request.scheme}://{request.get_host()}"),
        cites=[(name, reverse("public:cite_chronology", args=[slug, way])) for way, (_w, _t, name) in WAYS.items()],
        address=address, version=changed.date().isoformat() if changed else "", years=years_of(everything),
        linked_data=dataset_of(request, chronology, said, span_of(everything)),
    )  # fmt: skip


def _frame(address: str, said: About) -> str:
    return FRAME.format(address=escape(address), title=escape(said.title.text))
