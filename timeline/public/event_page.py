"""The page of one event: as it stands now, or as it stood at one of its versions."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from timeline.accounts.models import User
from timeline.formats import json_ld
from timeline.formats.works import Kind, Work, date_parts
from timeline.public import queries
from timeline.public.items import Checks, Item, items
from timeline.public.terms import method_address, terms
from timeline.records import past
from timeline.records.about import about
from timeline.records.access import readable_event
from timeline.records.models import Actor, Change, Citation, Entry, Event, Source, Theme
from timeline.records.past import Past, Version
from timeline.web import joining
from timeline.web.marks import language

SITE = "Nenpyo"


@dataclass(frozen=True)
class Shown:
    """An event as a page shows it: the item, its place in a chronology, and which version it is."""

    item: Item
    entry: Entry | None
    version: Version
    made: Change
    """The change that made this version."""
    replaced: Change | None = None
    versions: list[Version] = field(default_factory=list)
    """All that readers have seen, oldest first."""
    actors: list[Actor] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)

    @property
    def day(self) -> datetime.date:
        """The day of its version."""
        return localtime(self.made.at).date()

    @property
    def replaced_day(self) -> datetime.date | None:
        """The day on which another version took its place; None where none did."""
        return localtime(self.replaced.at).date() if self.replaced else None

    @property
    def newest(self) -> int:
        """The number of the version that stands now."""
        return self.versions[-1].number

    @property
    def path(self) -> str:
        """The address that will always show this version."""
        return reverse("public:event_version", args=[self.item.entry.event_id, self.version.number])


def settled_elsewhere(person: User | AnonymousUser, pk: int) -> int | None:
    """Return the event that an event was merged into, if this person may read it; None where it was not merged."""
    merged = Event.objects.filter(pk=pk, merged_into__isnull=False).values_list("merged_into", flat=True).first()
    return readable_event(person, merged).pk if merged else None


def read_event(event: Event, person: User | AnonymousUser) -> Shown:
    """Return an event as it stands now."""
    entry = queries.entry_of(event, person)
    versions = _versions(event, person)
    changes = _changes(versions[-1])
    item = items([entry or Entry(event=event)])[0]
    return Shown(
        item, entry, versions[-1], changes[versions[-1].change], versions=versions,
        actors=list(event.actors.all()), themes=list(event.themes.all()),
    )  # fmt: skip


def read_version(event: Event, number: int, person: User | AnonymousUser) -> Shown | int:
    """Return an event as it stood at a version; the number of a later one where the same change made both."""
    versions = _versions(event, person)
    found = next((one for one in versions if one.number >= number), None)
    if found is None:
        raise Http404("no such version")
    if found.number != number:
        if not past.is_of_change(event.pk, number, found.change):
            raise Http404("not public")
        return found.number
    stood = past.past_of(event.pk, found.change)
    if stood is None:
        raise Http404("it did not stand")
    entry = queries.entry_of(event, person)
    changes = _changes(found)
    return Shown(
        _item(stood, entry), entry, found, changes[found.change],
        None if found.until is None else changes[found.until], versions, stood.actors,
        stood.themes,
    )  # fmt: skip


def _versions(event: Event, person: User | AnonymousUser) -> list[Version]:
    versions = past.versions_of(event.pk) if person.is_authenticated else past.public_versions_of(event.pk)
    if not versions:
        raise Http404("not public")
    return versions


def _changes(shown: Version) -> dict[int, Change]:
    return Change.objects.in_bulk({shown.change, shown.until or shown.change})


def _item(stood: Past, entry: Entry | None) -> Item:
    """Return a past event as a page shows it; it stands where its event stands now."""
    placed = Entry(event=stood.event) if entry is None else entry
    checks = Checks([])
    checks.by_event = {stood.event.pk: stood.check} if stood.check else {}
    placed.event = stood.event
    return Item(placed, stood.wordings, stood.citations, checks)


def address_of(request: HttpRequest, name: str, *args: str | int) -> str:
    """Return the address of a page in full."""
    return request.build_absolute_uri(reverse(name, args=args))


def event_work(request: HttpRequest, shown: Shown, accessed: datetime.date) -> Work:
    """Return a version of an event to be cited, at the address that will always show it."""
    item, said = shown.item, about(shown.entry.chronology, language()) if shown.entry else None
    edtf = f"EDTF {item.entry.event.edtf}" if item.entry.event.edtf else ""
    return Work(
        key=f"nenpyo-{item.entry.event_id}-v{shown.version.number}", kind=Kind.PAGE, title=item.headline,
        container=said.title.text if said else SITE, publisher=SITE, issued=_parts(shown.day),
        accessed=_parts(accessed), url=request.build_absolute_uri(shown.path), version=str(shown.version.number),
        language=item.wording.language if item.wording else "",
        note="; ".join(part for part in (edtf, terms(request, said)) if part),
    )  # fmt: skip


def sources_note(request: HttpRequest, shown: Shown) -> str:
    """Return what is noted of the sources of an event: who cites them, and under what terms that stands."""
    said = about(shown.entry.chronology, language()) if shown.entry else None
    address, stands_under = request.build_absolute_uri(shown.path), terms(request, said, in_full=False)
    told = _("Cited at %(address)s (%(terms)s)") if stands_under else _("Cited at %(address)s")
    return told % {"address": address, "terms": stands_under}


def source_works(citations: Sequence[Citation], *, note: str = "") -> list[Work]:
    """Return the sources of an event, each once; noted with the places and words that are cited of it."""
    cited: dict[int, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.source_id, []).append(citation)
    stored = queries.stored_on(cited)
    return [_source_work(some, stored.get(key), note) for key, some in cited.items()]


def _source_work(citations: Sequence[Citation], stored: datetime.date | None, note: str) -> Work:
    source = citations[0].source
    kind = _kind(source, is_stored=stored is not None)
    noted = [joining.dated(one.locator, joining.quoted(one.exact)) if one.exact else one.locator for one in citations]
    return Work(
        key=f"nenpyo-source-{source.pk}", kind=kind, title=source.title, author=source.author,
        container=source.publisher if kind is Kind.NEWS else "",
        publisher="" if kind is Kind.NEWS else source.publisher, issued=date_parts(source.published), url=source.link,
        accessed=_parts(stored) if stored and source.link else (), archive_url=source.archive_link,
        language=source.language, note="; ".join(part for part in dict.fromkeys([*noted, note]) if part),
    )  # fmt: skip


def _kind(source: Source, *, is_stored: bool) -> Kind:
    """Return what a source surely is: news where its text came here as an article of somebody who publishes."""
    if is_stored and source.publisher:
        return Kind.NEWS
    return Kind.PAGE if source.link else Kind.OTHER


def linked_data(request: HttpRequest, shown: Shown, address: str, picture: str = "") -> SafeString:
    """Return what a page says to programs of its event, to stand in its HTML."""
    item, said = shown.item, about(shown.entry.chronology, language()) if shown.entry else None
    event, date = item.entry.event, item.date
    written = json_ld.write_event(
        json_ld.EventPage(
            address=address, headline=item.headline, language=item.wording.language if item.wording else "",
            summary=item.wording.summary if item.wording else "", place=item.place[0],
            date=date.at(event.time, event.zone or None) if date and event.time else date,
            version=str(shown.version.number), modified=shown.made.at.isoformat(), picture=picture,
            chronology=said.title.text if said else "",
            chronology_address=request.build_absolute_uri(said.path) if said else "",
            license=said.licence_url if said else "", license_name=said.licence_name if said else "",
            method=method_address(request, said) if said else "",
            citations=source_works(item.citations),
        )
    )  # fmt: skip
    return mark_safe(written.decode())  # noqa: S308  no sign in it ends its element


def _parts(day: datetime.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
