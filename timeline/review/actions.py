"""Decisions on a phrase: accept or correct it, reject it, put it off."""

from dataclasses import dataclass, field
from datetime import datetime

from timeline.accounts.models import User
from timeline.dates import FuzzyDate
from timeline.dates.detection import reading_language
from timeline.records import actions
from timeline.records.changes import claim, save
from timeline.records.models import (
    Chronology,
    Citation,
    CitationState,
    Decision,
    Event,
    Lane,
    Mention,
    RejectReason,
    Section,
    Verb,
    open_change,
)
from timeline.review.quotation import Quotation
from timeline.review.readings import SENTENCE

SETTLED = frozenset({Decision.ACCEPTED, Decision.CORRECTED})


class DecidedAlready(Exception):
    """The phrase is settled; `mention` says how. Ask for another event from it, or undo."""

    def __init__(self, mention: Mention) -> None:
        super().__init__(f"{mention} is settled")
        self.mention = mention


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What a person says of a phrase and of the event it dates; `target` None drafts a new one."""

    words: str
    date: FuzzyDate | None
    quotation: Quotation
    headline: str = ""
    summary: str = ""
    themes: tuple[str, ...] = ()
    target: Event | None = None
    chronology: Chronology | None = None
    section: Section | None = None
    lane: Lane | None = None
    note: str = ""
    another: bool = field(default=False)


def accept(*, mention: Mention, version: int, said: Candidate, by: User, at: datetime) -> Event:
    """Settle a phrase: its event is drafted with the quotation as its citation, or an event that exists cites it.

    Stale if someone was faster; DecidedAlready if it is settled and no other event is asked for.
    """
    verb = Verb.CITE if said.another else Verb.CORRECT if is_correction(mention, said) else Verb.ACCEPT
    with open_change(by=by, at=at, verb=verb, why=said.headline or (said.target.headline if said.target else "")):
        mention = _claimed(mention, version)
        if mention.decision in SETTLED and not said.another:
            raise DecidedAlready(mention)
        event = said.target or actions.draft_event(draft=_event(mention, said), by=by, at=at)
        if not said.another:
            _settle(mention, said, by, at)
        save(mention)
        _cite(event, mention, said, by, at)
        _place(event, said, by, at)
    return Event.objects.get(pk=event.pk)


def reject(*, mention: Mention, version: int, reason: RejectReason, note: str, by: User, at: datetime) -> Mention:
    """Say that a phrase dates no event, and why; Stale or DecidedAlready as in `accept`."""
    with open_change(by=by, at=at, verb=Verb.REJECT, why=mention.words):
        mention = _undecided(mention, version)
        mention.decision, mention.reason = Decision.REJECTED, reason
        return save(_signed(mention, note, by, at))


def put_off(*, mention: Mention, version: int, note: str, by: User, at: datetime) -> Mention:
    """Say that one is not sure; the phrase stays to be decided. Stale or DecidedAlready as in `accept`."""
    with open_change(by=by, at=at, verb=Verb.UNSURE, why=mention.words):
        mention = _undecided(mention, version)
        mention.decision, mention.reason = Decision.UNSURE, ""
        return save(_signed(mention, note, by, at))


def set_keys(*, person: User, on: bool) -> None:
    """Turn the single-letter keys of a person on or off; a preference, so no change of records."""
    User.objects.filter(pk=person.pk).update(single_keys=on)


def is_correction(mention: Mention, said: Candidate) -> bool:
    """Whether the date is another than the machine's first reading."""
    return (said.date.edtf if said.date else "") != mention.edtf


def gives_date(mention: Mention, said: Candidate) -> bool:
    """Whether the source's words give the date: not where a person has narrowed what they say ("in 2002" to a day)."""
    if mention.rule == SENTENCE:
        return False
    read, date = mention.date, said.date
    if not (read and date and read.earliest and read.latest and date.earliest and date.latest):
        return True
    narrower = (date.earliest, date.latest) != (read.earliest, read.latest)
    within = read.earliest <= date.earliest and date.latest <= read.latest
    return not (narrower and within) or date.edtf in _offered(mention)


def _offered(mention: Mention) -> set[str]:
    """The machine's other readings, as EDTF."""
    return {str(row["edtf"]) for row in mention.alternatives}


def _claimed(mention: Mention, version: int) -> Mention:
    return claim(Mention.objects.select_related("article__source"), mention.pk, version)


def _undecided(mention: Mention, version: int) -> Mention:
    mention = _claimed(mention, version)
    if mention.decision in SETTLED:
        raise DecidedAlready(mention)
    return mention


def _signed(mention: Mention, note: str, by: User, at: datetime) -> Mention:
    mention.note, mention.decided_by, mention.decided_at = note, by, at
    return mention


def _settle(mention: Mention, said: Candidate, by: User, at: datetime) -> None:
    mention.decision = Decision.CORRECTED if is_correction(mention, said) else Decision.ACCEPTED
    mention.reason = ""
    mention.decided_words, mention.decided_date = said.words, said.date
    _signed(mention, said.note, by, at)


def _event(mention: Mention, said: Candidate) -> actions.EventDraft:
    return actions.EventDraft(
        headline=said.headline, summary=said.summary,
        language=mention.article.source.language or reading_language(said.headline),
        words=_source_words(mention), date=said.date, themes=said.themes,
        time=said.date.time if said.date else None, zone=(said.date.zone or "") if said.date else "",
    )  # fmt: skip


def _source_words(mention: Mention) -> str:
    """The words of the date as the source has them; a sentence without a date has none."""
    return "" if mention.rule == SENTENCE else mention.words


def _cite(event: Event, mention: Mention, said: Candidate, by: User, at: datetime) -> None:
    """Cite the article for the event; a phrase that was read again gives its own citation the new date.

    Of a checked citation a proposal stands beside it, which takes its place once it is checked.
    """
    own = Citation.objects.filter(event=event, mention=mention)
    former = own.filter(state=CitationState.PROPOSED).first() or own.first()
    if former and (not former.is_checked or actions.may_check(event, by)):
        _cite_again(former, said, by, at)
        return
    draft = actions.CitationDraft(
        source=mention.article.source, mention=mention, exact=said.quotation.exact, start=said.quotation.start,
        words=_source_words(mention), date=said.date, chosen=said.target is None, gives_date=gives_date(mention, said),
    )  # fmt: skip
    actions.cite(event=event, draft=draft, by=by, at=at)


def _cite_again(citation: Citation, said: Candidate, by: User, at: datetime) -> None:
    text, quotation = citation.source.article.text, said.quotation
    citation.event = event = claim(Event.objects.all(), citation.event_id, None)
    citation.date, citation.exact = said.date, quotation.exact
    if citation.mention:
        citation.gives_date = gives_date(citation.mention, said)
    citation.prefix = text[max(0, quotation.start - actions.CONTEXT) : quotation.start]
    citation.suffix = text[quotation.end : quotation.end + actions.CONTEXT]
    citation.reading = actions.reading_of(citation)
    if citation.chosen:
        actions.choose(citation=citation, by=by, at=at)
    else:
        save(citation)
    if citation in event.standing_citations:
        actions.settle_citations(citation.event)


def _place(event: Event, said: Candidate, by: User, at: datetime) -> None:
    """Give the event its place; an event that has one already is moved only where section or lane is said."""
    if said.chronology is None:
        return
    placed = event.entries.filter(chronology=said.chronology).exists()
    if not placed or said.section or said.lane:
        actions.place(event=event, chronology=said.chronology, section=said.section, lane=said.lane, by=by, at=at)
