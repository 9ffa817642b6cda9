"""Two feeds of a chronology: the newest of its events, and the newest corrections."""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from timeline.dates.wording import in_short
from timeline.formats import atom
from timeline.public import queries
from timeline.public.card import first_source
from timeline.public.event_page import SITE, address_of
from timeline.public.items import Item, items, named
from timeline.public.said import said as cards_said
from timeline.public.take_along.corrections import Correction, read_log
from timeline.public.take_along.languages import in_each
from timeline.public.terms import terms
from timeline.records.about import about
from timeline.records.models import Chronology, Entry, Listing, Theme
from timeline.web import joining
from timeline.web.marks import language

MOST = 50
"""Entries of a feed."""
MOST_PAGES = 5
"""Pages of the log that are looked through for them: what was withdrawn since takes its corrections along."""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without entries last changed."""


def host_of(request: HttpRequest) -> str:
    """Return the name of the machine that was asked."""
    return request.get_host().rpartition("@")[2].partition(":")[0].strip("[]") or "localhost"


def tag(request: HttpRequest, path: str) -> str:
    """Return a name that stays whatever the address becomes (RFC 4151)."""
    return f"tag:{host_of(request)},2026:{path}"


def new_events(request: HttpRequest, chronology: Chronology) -> HttpResponse:
    """Return the feed of the events that were published last."""
    entries = _newest(chronology)
    changed = queries.changed_at([entry.event_id for entry in entries])
    themes = queries.themes_of(entry.event_id for entry in entries)
    written = [_event(request, item, changed, themes[item.entry.event_id]) for item in items(entries)]
    title = _("New events: %(title)s")
    return _feed(request, chronology, title, "public:new_events_feed", "events", written)


def corrections(request: HttpRequest, chronology: Chronology) -> HttpResponse:
    """Return the feed of the newest corrections."""
    written = [_correction(request, one) for one in _newest_corrections(chronology)]
    title = _("Corrections: %(title)s")
    return _feed(request, chronology, title, "public:corrections_feed", "corrections", written)


def _feed(
    request: HttpRequest, chronology: Chronology, title: str, name: str, kind: str, entries: Sequence[atom.Entry]
) -> HttpResponse:
    said, code = about(chronology, language()), get_language() or "en"
    pages = in_each(request, "public:timeline", chronology.slug)
    feed = atom.Feed(
        id=tag(request, f"chronologies/{chronology.slug}/{kind}/{code}"), title=title % {"title": said.title.text},
        subtitle=said.scope.text, address=address_of(request, name, chronology.slug),
        page=pages.pop(code), pages=[*pages.items()], author=SITE, language=code, rights=terms(request, said),
        updated=max((entry.updated for entry in entries), default=_NEVER), entries=entries,
    )  # fmt: skip
    return HttpResponse(atom.write(feed), content_type=f"{atom.TYPE}; charset=utf-8")


def _newest_corrections(chronology: Chronology) -> list[Correction]:
    found: list[Correction] = []
    before: int | None = None
    for _page in range(MOST_PAGES):
        log = read_log(chronology, before)
        found, before = [*found, *log.corrections], log.later
        if before is None or len(found) >= MOST:
            break
    return found[:MOST]


def _newest(chronology: Chronology) -> list[Entry]:
    listed = Listing.objects.filter(chronology=chronology, is_public=True).order_by("-published_since", "-entry_id")
    keys = list(listed.values_list("entry_id", flat=True)[:MOST])
    found = {entry.pk: entry for entry in queries.with_event(Entry.objects.filter(pk__in=keys))}
    for entry in found.values():
        entry.chronology = chronology
    return [found[key] for key in keys if key in found]


def _event(request: HttpRequest, item: Item, changed: dict[int, datetime], themes: Sequence[Theme]) -> atom.Entry:
    event, wording = item.entry.event_id, item.wording
    published = item.entry.published_since or _NEVER
    # A title is in one language, and that is the headline's; of others than ours no date can be said.
    code = wording.language if wording else language()
    is_ours = code in dict(settings.LANGUAGES)
    with override(code if is_ours else language()):
        title = joining.dated(in_short(item.date, code), item.headline) if item.date and is_ours else item.headline
    return atom.Entry(
        id=tag(request, f"events/{event}"), title=title,
        address=address_of(request, "public:event", event), published=published,
        updated=max(changed.get(event, published), published), summary=wording.summary if wording else "",
        language=code, content=_content(item), content_language=get_language() or "en",
        categories=[_category(theme) for theme in themes], via=item.chosen.source.link if item.chosen else "",
    )  # fmt: skip


def _content(item: Item) -> str:
    """Return the summary with the first source behind it; "" where none is cited."""
    source, wording = first_source(item, cards_said()), item.wording
    if not source or not wording or not wording.summary:
        return source
    return f'<p lang="{escape(wording.language)}">{escape(wording.summary)}</p>\n{source}'


def _category(theme: Theme) -> atom.Category:
    name, foreign = named(theme)
    return atom.Category(theme.name, name, foreign or language())


def _correction(request: HttpRequest, one: Correction) -> atom.Entry:
    name = tag(request, f"events/{one.event}/corrections/{one.change}")
    if one.merged_into:
        event, told = address_of(request, "public:event", one.merged_into.event), _("Merged into “%(headline)s”.")
        summary = told % {"headline": one.merged_into.headline}
        return atom.Entry(
            id=name, title=one.gone, address=event, updated=one.at, published=one.at, summary=summary
        )  # fmt: skip
    if one.is_withdrawn:
        return atom.Entry(id=name, title=one.gone, address=_log(request), updated=one.at, published=one.at)
    return atom.Entry(
        id=name, title=one.headline, title_language=one.language, published=one.at, updated=one.at,
        address=address_of(request, "public:event", one.event), summary=" ".join(line.sentence for line in one.lines),
    )  # fmt: skip


def _log(request: HttpRequest) -> str:
    return request.build_absolute_uri(request.path.removesuffix("feed.atom"))
