"""Events made and changed by hand: wording, date, source; checked and withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from timeline.accounts.models import User
from timeline.arrange.queries import readers
from timeline.dates import FuzzyDate
from timeline.records import actions
from timeline.records.actions import CitationDraft, EventDraft
from timeline.records.changes import Stale, claim, save
from timeline.records.models import (
    Change,
    Citation,
    CitationState,
    Event,
    EventStatus,
    Source,
    Verb,
    Wording,
    open_change,
)

DOUBLED = timedelta(minutes=10)
"""Within this time the same event by the same person is the same form sent twice."""


class NotCheckable(StrEnum):
    """Why an event cannot be checked."""

    NO_CITATION = "no citation"
    OWN_DRAFT = "own draft"
    MERGED = "merged"


class CheckRefused(Exception):
    """An event cannot be checked by this person, or not yet; `reason` says why."""

    def __init__(self, reason: NotCheckable) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class WordingDraft:
    """Headline and summary in one language; both empty takes the wording away."""

    language: str
    headline: str
    summary: str = ""


@dataclass(frozen=True, kw_only=True)
class SourceDraft:
    """What a person says of a book, an article or a table."""

    title: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class QuotationDraft:
    """A source, the place in it, its words, and what it says of the date."""

    source: SourceDraft
    locator: str = ""
    exact: str = ""
    words: str = ""
    date: FuzzyDate | None = None
    note: str = ""


def add_event(
    *, wordings: Sequence[WordingDraft], draft: EventDraft, quotation: QuotationDraft | None, by: User, at: datetime
) -> tuple[Event, bool]:
    """Create an event from the first wording and the others; return it, and whether it is new.

    With a source the date is what that source says. The same form sent twice leads to the event it made first.
    """
    with open_change(by=by, at=at, verb=Verb.ADD, why=draft.headline):
        User.objects.select_for_update().get(pk=by.pk)  # one form of a person after the other
        existing = _made_just_now(draft, by, at)
        if existing:
            return existing, False
        event = actions.draft_event(draft=draft, by=by, at=at)
        for wording in wordings:
            _word(event, wording)
        if quotation:
            dated = replace(quotation, words=draft.words, date=draft.date)
            cite(event=event, quotation=dated, chosen=True, by=by, at=at)
    return event, True


def change_event(
    *,
    event: Event,
    version: int,
    wordings: Sequence[WordingDraft],
    draft: EventDraft,
    by: User,
    at: datetime,
    why: str = "",
) -> Event:
    """Change what an event says; Stale if someone was faster. A new date is the event's own, no citation's."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=why or draft.headline):
        claimed = claim(Event.objects.all(), event.pk, version)
        if (claimed.words, claimed.edtf) != (draft.words, draft.date.edtf if draft.date else ""):
            for former in claimed.citations.filter(chosen=True):
                former.chosen = False
                save(former)
        for wording in wordings:
            _word(claimed, wording)
        return actions.edit_event(event=claimed, version=None, draft=draft, by=by, at=at)


def cite(*, event: Event, quotation: QuotationDraft, chosen: bool, by: User | None, at: datetime) -> Citation:
    """Add a citation; the same source, place and words again lead to the citation that has them."""
    with open_change(by=by, at=at, verb=Verb.CITE, why=quotation.source.title):
        claim(Event.objects.all(), event.pk, None)
        source = find_or_add_source(draft=quotation.source, by=by, at=at)
        same = event.citations.filter(source=source, locator=quotation.locator, exact=quotation.exact).first()
        if same:
            return same
        cited = CitationDraft(
            source=source, locator=quotation.locator, exact=quotation.exact, words=quotation.words,
            date=quotation.date, chosen=chosen, note=quotation.note,
        )  # fmt: skip
        return actions.cite(event=event, draft=cited, by=by, at=at)


def find_or_add_source(*, draft: SourceDraft, by: User | None, at: datetime) -> Source:
    """Return the source that says exactly this, else a new one."""
    with open_change(by=by, at=at, verb=Verb.ADD, why=draft.title):
        columns = {name: getattr(draft, name) for name in SourceDraft.__dataclass_fields__}
        return Source.objects.filter(**columns).order_by("pk").first() or save(Source(**columns))


def choose_date(*, event: Event, version: int, citation: Citation, why: str, by: User | None, at: datetime) -> Event:
    """Let a citation's date be the event's, with the reason; Stale if someone was faster."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=why):
        claimed = claim(Event.objects.all(), event.pk, version)
        return actions.choose(citation=claimed.citations.get(pk=citation.pk), by=by, at=at, why=why)


def check(*, event: Event, by: User, at: datetime, version: int | None = None, sources: int | None = None) -> Event:
    """Say that an event is right; CheckRefused without a citation, or to its drafter where another is to read it.

    Its citations are checked with it. Stale where it is no longer what the checker saw (`version`, and `sources` as in
    `versions_of_sources`; None for what stands): each citation that comes to a draft raises it.
    """
    with open_change(by=by, at=at, verb=Verb.CHECK, why=event.headline):
        claimed = claim(Event.objects.all(), event.pk, None)
        if claimed.status == EventStatus.CHECKED:
            return claimed
        # A source that somebody is changing at this moment is waited for: what the checker saw of it is then old.
        list(Source.objects.filter(pk__in=claimed.citations.values("source")).order_by("pk").select_for_update())
        if version not in (None, claimed.version) or sources not in (None, readers.versions_of_sources(claimed)):
            raise Stale(claimed)
        if claimed.merged_into_id:
            raise CheckRefused(NotCheckable.MERGED)
        if not claimed.citation_count:
            raise CheckRefused(NotCheckable.NO_CITATION)
        if not readers.may_check(claimed, by):
            raise CheckRefused(NotCheckable.OWN_DRAFT)
        for citation in claimed.citations.filter(state=CitationState.PROPOSED):
            citation.state = CitationState.CHECKED
            save(citation)
        claimed.status = EventStatus.CHECKED
        return save(claimed)


def withdraw_event(*, event: Event, why: str, by: User | None, at: datetime) -> Event:
    """Take an event out everywhere: it turned out wrong, or no event. Its entries are no longer published."""
    with open_change(by=by, at=at, verb=Verb.WITHDRAW, why=why):
        claimed = claim(Event.objects.all(), event.pk, None)
        for entry in claimed.entries.filter(published_since__isnull=False):
            entry.published_since = None
            save(entry)
        if claimed.status == EventStatus.WITHDRAWN:
            return claimed
        claimed.status = EventStatus.WITHDRAWN
        return save(claimed)


def _word(event: Event, draft: WordingDraft) -> None:
    wording = event.wordings.filter(language=draft.language).first() or Wording(event=event, language=draft.language)
    if not draft.headline:
        if wording.pk:
            wording.delete()
        return
    if (wording.headline, wording.summary) != (draft.headline, draft.summary):
        wording.headline, wording.summary = draft.headline, draft.summary
        save(wording)


def _made_just_now(draft: EventDraft, by: User, at: datetime) -> Event | None:
    changes = Change.objects.filter(by=by, verb=Verb.ADD, at__gt=at - DOUBLED, why=draft.headline[:500])
    made = Event.history.filter(change__in=changes, history_type="+").values("id")
    same = Event.objects.filter(pk__in=made, words=draft.words, note=draft.note)
    return same.filter(wordings__headline=draft.headline, wordings__summary=draft.summary).first()
