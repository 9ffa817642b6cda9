"""Writes that more than one room asks for: sources, events, citations, entries."""

import datetime as clock
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from timeline.accounts.models import User
from timeline.dates import FuzzyDate
from timeline.records.changes import claim, save
from timeline.records.models import (
    Actor,
    Chronology,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Lane,
    Mention,
    Participation,
    Place,
    Section,
    Source,
    Subject,
    Theme,
    Verb,
    Wording,
    open_change,
)
from timeline.records.sorting import sort_key
from timeline.records.unfinished import adopt

CONTEXT = 32
"""Characters kept before and after a quotation, so that it is found again."""

NamedNoun = TypeVar("NamedNoun", Actor, Place, Theme)


class QuotationNotFound(ValueError):
    """The quotation does not stand in the article's text, letter by letter."""


@dataclass(frozen=True, kw_only=True)
class EventDraft:
    """What a person says of an event: its wording, date, place, people and themes."""

    headline: str
    language: str
    summary: str = ""
    words: str = ""
    date: FuzzyDate | None = None
    date_reason: str = ""
    time: clock.time | None = None
    zone: str = ""
    place: str = ""
    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CitationDraft:
    """What a person says of a source: the place, the quotation, the source's own date."""

    source: Source
    mention: Mention | None = None
    locator: str = ""
    exact: str = ""
    start: int | None = None
    language: str = ""
    words: str = ""
    date: FuzzyDate | None = None
    chosen: bool = False
    gives_date: bool = True
    note: str = ""


def named(noun: type[NamedNoun], name: str, **extra: object) -> NamedNoun:
    """Return the actor, place or theme of that name, made under the open change if there is none."""
    if found := noun.objects.filter(name=name).first():
        return found
    try:
        with transaction.atomic():
            return save(noun(name=name, **extra))
    except IntegrityError:
        # Somebody else added it a moment ago, or an import that is not finished yet.
        found = noun._base_manager.get(name=name)
        if not noun.objects.filter(pk=found.pk).exists():
            adopt(found)
        return found


def draft_event(*, draft: EventDraft, by: User | None, at: datetime) -> Event:
    """Create an event in status draft."""
    with open_change(by=by, at=at, verb=Verb.ADD, why=draft.headline):
        event = Event(sort_key=sort_key(draft.date))
        _fill(event, draft)
        save(event)
        save(Wording(event=event, language=draft.language, headline=draft.headline, summary=draft.summary))
        _set_names(event, draft)
    return event


def edit_event(
    *, event: Event, version: int | None, draft: EventDraft, by: User | None, at: datetime, why: str = ""
) -> Event:
    """Change an event's wording, date, place, people and themes; Stale if someone was faster."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=why or draft.headline):
        event = claim(Event.objects.all(), event.pk, version)
        _fill(event, draft)
        wording = event.wordings.filter(language=draft.language).first() or Wording(
            event=event, language=draft.language
        )
        wording.headline, wording.summary = draft.headline, draft.summary
        save(wording)
        _set_names(event, draft)
        save(event)
    return event


def cite(*, event: Event, draft: CitationDraft, by: User | None, at: datetime) -> Citation:
    """Cite a source for an event; the chosen citation gives the event its date.

    Of a checked event it is a proposal, which changes nothing of the event until a checker checks it, unless whoever
    cites may check it.

    QuotationNotFound if the source's text is stored and does not hold the quotation.
    """
    with open_change(by=by, at=at, verb=Verb.CITE, why=str(draft.source)):
        # What the caller read before the transaction may be old: its columns are all written below.
        event.refresh_from_db(from_queryset=Event.objects.select_for_update(of=("self",)))
        citation = Citation(
            event=event, source=draft.source, mention=draft.mention, locator=draft.locator, words=draft.words,
            language=draft.language or draft.source.language, gives_date=draft.gives_date, note=draft.note,
        )  # fmt: skip
        citation.date = draft.date
        citation.reading = reading_of(citation)
        _quote(citation, draft)
        is_checked = event.status == EventStatus.CHECKED
        if is_checked and may_check(event, by):
            citation.state = CitationState.CHECKED
        save(citation)
        if is_checked and not citation.is_checked:
            return citation
        settle_citations(event)
        if draft.chosen:
            choose(citation=citation, by=by, at=at)
    return citation


def may_check(event: Event, person: User | None) -> bool:
    """Return whether what a person adds to a checked event is checked by that: not where a second reader is to look."""
    if person is None:
        return True
    return person.is_checker and not Chronology.objects.filter(entries__event=event, needs_second_reader=True).exists()


def settle_citations(event: Event) -> Event:
    """Save an event of which a citation was added, changed, checked or taken: with its count."""
    event.citation_count = Citation.objects.standing().filter(event=event).count()
    save(event)
    return event


def reading_of(citation: Citation) -> dict[str, Any]:
    """Return how the words of the article were read, to be kept with the citation; {} without a phrase.

    The phrase may be read again later, against another day or by another engine: what a reader is told does not move.
    """
    mention = citation.mention
    if mention is None:
        return {}
    return {
        "anchor": mention.article.published_on.isoformat(),
        "edtf": mention.edtf, "rule": mention.rule, "facts": mention.facts, "others": mention.alternatives,
    }  # fmt: skip


def choose(*, citation: Citation, by: User | None, at: datetime, why: str = "") -> Event:
    """Let a citation's date be the event's."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=why):
        event = citation.event
        for former in event.citations.filter(chosen=True).exclude(pk=citation.pk):
            former.chosen = False
            save(former)
        citation.chosen = True
        if event.status == EventStatus.CHECKED:
            citation.state = CitationState.CHECKED
        save(citation)
        event.citation_count = Citation.objects.standing().filter(event=event).count()
        event.words, event.date, event.date_reason = citation.words, citation.date, why
        event.sort_key = sort_key(event.date)
        return save(event)


def place(
    *, event: Event, chronology: Chronology, section: Section | None, lane: Lane | None, by: User | None, at: datetime
) -> Entry:
    """Give an event its place in a chronology; an event that has one keeps it and changes section and lane."""
    with open_change(by=by, at=at, verb=Verb.PLACE, why=str(event)):
        entry = Entry.objects.filter(chronology=chronology, event=event).select_related("section", "lane").first()
        if entry and (entry.section, entry.lane) == (section, lane):
            return entry
        entry = entry or Entry(chronology=chronology, event=event)
        entry.section, entry.lane = section, lane
        return save(entry)


def text_hash(text: str) -> str:
    """Return what tells whether two texts are the same: SHA-256 of the UTF-8, line ends and outer space aside."""
    plain = "\n".join(text.strip().splitlines())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def _fill(event: Event, draft: EventDraft) -> None:
    event.words, event.date, event.date_reason = draft.words, draft.date, draft.date_reason
    event.sort_key = sort_key(draft.date)
    event.time, event.zone, event.note = draft.time, draft.zone, draft.note
    event.place = named(Place, draft.place) if draft.place else None


def _set_names(event: Event, draft: EventDraft) -> None:
    _set_links(event, "actor", Actor, Participation, draft.actors)
    _set_links(event, "theme", Theme, Subject, draft.themes)


def _set_links(
    event: Event,
    role: str,
    noun: type[NamedNoun],
    link: type[Participation] | type[Subject],
    names: Iterable[str],
) -> None:
    """Make the links of an event exactly those to `names`."""
    wanted = dict.fromkeys(name.strip() for name in names if name.strip())
    for former in link.objects.filter(event=event).select_related(role):
        if wanted.pop(getattr(former, role).name, "gone") == "gone":
            former.delete()
    for name in wanted:
        save(link(event=event, **{role: named(noun, name)}))


def _quote(citation: Citation, draft: CitationDraft) -> None:
    """Fill the quotation with what stands around it in the stored text."""
    citation.exact = draft.exact
    article = getattr(draft.source, "article", None)
    if not draft.exact or article is None:
        return
    start = draft.start if draft.start is not None else article.text.find(draft.exact)
    end = start + len(draft.exact)
    if start < 0 or article.text[start:end] != draft.exact:
        raise QuotationNotFound(draft.exact)
    citation.prefix = article.text[max(0, start - CONTEXT) : start]
    citation.suffix = article.text[end : end + CONTEXT]
