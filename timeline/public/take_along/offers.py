"""What the page "Take it along" lists of a chronology."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from timeline.public import queries
from timeline.public.event_page import address_of
from timeline.public.filters import Filters, choice_of
from timeline.public.overview import span_of, years_of
from timeline.public.take_along.calendar import PAGE
from timeline.public.take_along.calendar_files import earlier_days, files_of
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
    exact: int | None
    fuzzy: int | None
    """How many events have an exact day, and how many have none; None where search looked through a part only."""
    earlier: int
    """Exact days that no calendar has, as they lie before the year 1."""
    calendars: list[tuple[str, str]]
    """Where one file does not hold all days: which years or month, in words, and the file that has them."""
    shown: str
    """What the frame shows."""
    frame: str
    """HTML to be copied, with a page of events."""
    frame_of_one: str
    """The same with one event at a time."""
    script: str
    cites: list[tuple[str, str]]
    address: str
    version: str
    most: int
    """Exact days that one file holds, where there are more and no list of files; else 0."""
    years: str
    linked_data: SafeString


def offers_of(request: HttpRequest, chronology: Chronology, said: About, filters: Filters) -> Offers:
    """Return what can be taken along of a chronology; calendar and frames are of what search and filters leave."""
    slug, query = chronology.slug, filters.query
    everything, choice = select(Choice(chronology.pk)), choice_of(chronology, filters, preview=False)
    exact = select(replace(choice, values=tuple(dict.fromkeys((*choice.values, IN_CALENDAR)))))
    found = select(choice) if query else everything
    earlier = earlier_days(choice)
    early = earlier.count if earlier else 0
    is_whole = exact.is_whole and found.is_whole and (earlier is None or earlier.is_whole)
    counts = (exact.count, found.count - exact.count - early) if is_whole else (None, None)
    address, calendar = (address_of(request, name, slug) for name in ("public:timeline", "public:calendar"))
    feeds = [address_of(request, name, slug) for name in ("public:new_events_feed", "public:corrections_feed")]
    framed = _asking(address_of(request, "public:embed", slug), query)
    changed = queries.instant_of(chronology)
    return Offers(
        new_events=feeds[0], corrections=feeds[1], calendar=_asking(calendar, query), exact=counts[0], fuzzy=counts[1],
        earlier=early,
        calendars=[] if query else [(span.words, _asking(calendar, span.query)) for span in files_of(exact)],
        most=PAGE if query and (counts[0] is None or counts[0] > PAGE) else 0,
        shown=framed, frame=_frame(framed, said),
        frame_of_one=_frame(_asking(address_of(request, "public:one", slug), {**query, "bare": "1"}), said),
        script=HEIGHT.replace("{origin}", f"{request.scheme}://{request.get_host()}"),
        cites=[(name, reverse("public:cite_chronology", args=[slug, way])) for way, (_w, _t, name) in WAYS.items()],
        address=address, version=changed.date().isoformat() if changed else "", years=years_of(everything),
        linked_data=dataset_of(request, chronology, said, span_of(everything)),
    )  # fmt: skip


def _asking(address: str, query: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(query)}" if query else address


def _frame(address: str, said: About) -> str:
    return FRAME.format(address=escape(address), title=escape(said.title.text))
