"""Two feeds of a chronology: the newest of its events, and the newest corrections."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.dates.wording import in_short
from timeline.formats import atom
from timeline.public import queries
from timeline.public.event_page import SITE, address_of
from timeline.public.items import Item, items
from timeline.public.take_along.corrections import Correction, read_log
from timeline.records.about import about
from timeline.records.models import Chronology, Entry, Event, Listing
from timeline.web import joining
from timeline.web.marks import language

MOST = 50
"""Entries of a feed."""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without entries last changed."""


def tag(request: HttpRequest, path: str) -> str:
    """Return a name that stays whatever the address becomes (RFC 4151)."""
    host = request.get_host().rpartition("@")[2].partition(":")[0].strip("[]") or "localhost"
    return f"tag:{host},2026:{path}"


def new_events(request: HttpRequest, chronology: Chronology) -> HttpResponse:
    """Return the feed of the events that were published last."""
    entries = _newest(chronology)
    changed = _changed([entry.event_id for entry in entries])
    written = [_event(request, item, changed) for item in items(entries)]
    title = _("New events: %(title)s")
    return _feed(request, chronology, title, "public:new_events_feed", "events", written)


def corrections(request: HttpRequest, chronology: Chronology) -> HttpResponse:
    """Return the feed of the newest corrections."""
    written = [_correction(request, one) for one in read_log(chronology).corrections[:MOST]]
    title = _("Corrections: %(title)s")
    return _feed(request, chronology, title, "public:corrections_feed", "corrections", written)


def _feed(
    request: HttpRequest, chronology: Chronology, title: str, name: str, kind: str, entries: Sequence[atom.Entry]
) -> HttpResponse:
    said, code = about(chronology, language()), get_language() or "en"
    feed = atom.Feed(
        id=tag(request, f"chronologies/{chronology.slug}/{kind}/{code}"), title=title % {"title": said.title.text},
        subtitle=said.scope.text, address=address_of(request, name, chronology.slug),
        page=address_of(request, "public:timeline", chronology.slug), author=SITE, language=code,
        updated=max((entry.updated for entry in entries), default=_NEVER), rights=said.licence_line, entries=entries,
    )  # fmt: skip
    return HttpResponse(atom.write(feed), content_type=f"{atom.TYPE}; charset=utf-8")


def _newest(chronology: Chronology) -> list[Entry]:
    listed = Listing.objects.filter(chronology=chronology, is_public=True).order_by("-published_since", "-entry_id")
    keys = list(listed.values_list("entry_id", flat=True)[:MOST])
    found = {entry.pk: entry for entry in queries.with_event(Entry.objects.filter(pk__in=keys))}
    return [found[key] for key in keys if key in found]


def _changed(events: Sequence[int]) -> dict[int, datetime]:
    """Return when events were last changed."""
    rows: Any = Event.history.filter(id__in=events).order_by()
    return dict(rows.values_list("id").annotate(Max("change__at")))


def _event(request: HttpRequest, item: Item, changed: dict[int, datetime]) -> atom.Entry:
    event, wording = item.entry.event_id, item.wording
    published = item.entry.published_since or _NEVER
    date = in_short(item.date, language()) if item.date else ""
    return atom.Entry(
        id=tag(request, f"events/{event}"), title=joining.dated(date, item.headline),
        address=address_of(request, "public:event", event), published=published,
        updated=max(changed.get(event, published), published), summary=wording.summary if wording else "",
        language=wording.language if wording else "",
    )  # fmt: skip


def _correction(request: HttpRequest, one: Correction) -> atom.Entry:
    name = tag(request, f"events/{one.event}/corrections/{one.change}")
    if one.is_withdrawn:
        dated, undated = _("Withdrawn: an event dated %(date)s"), _("Withdrawn: an event without a date")
        title = dated % {"date": one.day_withdrawn} if one.day_withdrawn else undated
        return atom.Entry(id=name, title=title, address=_log(request), updated=one.at, published=one.at)
    told = _("%(label)s: “%(before)s” is now “%(after)s”.")
    lines = [told % {"label": line.label, "before": line.before, "after": line.after} for line in one.lines]
    return atom.Entry(
        id=name, title=one.headline, address=address_of(request, "public:event", one.event), updated=one.at,
        published=one.at, summary=" ".join(lines), language=one.language,
    )  # fmt: skip


def _log(request: HttpRequest) -> str:
    return request.build_absolute_uri(request.path.removesuffix("feed.atom"))
