"""Proposed citations of checked events: a checker checks or rejects them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from timeline.accounts.models import User
from timeline.arrange.queries import readers
from timeline.records import actions
from timeline.records.changes import Stale, claim, save
from timeline.records.models import Citation, CitationState, Decision, Event, Mention, Source, Verb, open_change


class NotWaiting(Exception):
    """A citation does not wait any more: somebody checked or rejected it, or it never did."""


class OwnProposal(Exception):
    """Who proposed a citation cannot check it where a second reader is asked for; `citations` are those."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        super().__init__(", ".join(map(str, citations)))
        self.citations = list(citations)


def check_citations(*, picked: Iterable[tuple[int, int]], by: User, at: datetime) -> list[Citation]:
    """Say that citations are right, each by its key and its `version_read`; from now on readers see them.

    All or none: Stale if one or its source was changed meanwhile, NotWaiting if one was checked or rejected;
    OwnProposal.
    """
    with open_change(by=by, at=at, verb=Verb.CHECK) as change:
        citations = [_claimed(key, version) for key, version in picked]
        if own := [citation for citation in citations if not readers.may_check_citation(citation, by)]:
            raise OwnProposal(own)
        for citation in citations:
            _check(citation, by, at)
        change.why = ", ".join(dict.fromkeys(map(str, citations)))[:500]
        change.save(update_fields=["why"])
    return citations


def reject_citations(*, picked: Iterable[tuple[int, int]], why: str, by: User, at: datetime) -> list[Citation]:
    """Take proposed citations away, with the reason; the history keeps them, and a phrase goes back to the desk.

    All or none: Stale and NotWaiting as in `check_citations`.
    """
    with open_change(by=by, at=at, verb=Verb.REJECT, why=why):
        citations = [_claimed(key, version) for key, version in picked]
        for citation in citations:
            mention = citation.mention
            citation.delete()
            if mention and not Citation.objects.filter(mention=mention).exists():
                _hand_back(mention, why, by, at)
    return citations


def _claimed(key: int, version: int) -> Citation:
    """Return a citation that still waits, locked with its event and its source; Stale, NotWaiting."""
    waiting = Citation.objects.waiting().filter(pk=key).first()
    if waiting is None:
        raise NotWaiting
    claim(Event.objects.all(), waiting.event_id, None)
    claim(Source.objects.all(), waiting.source_id, None)
    try:
        citation = claim(Citation.objects.waiting().select_related("source", "event", "mention"), key, None)
    except Citation.DoesNotExist as gone:
        raise NotWaiting from gone
    if citation.version_read != version:
        raise Stale(citation)
    return citation


def _check(citation: Citation, by: User, at: datetime) -> None:
    """Check one; what was cited for the same phrase before gives way to it, as does the want of a date."""
    citation.state = CitationState.CHECKED
    save(citation)
    event = claim(Event.objects.all(), citation.event_id, None)
    former = replaced_by(citation)
    gives_date = former.chosen if former else not event.edtf and not event.citations.filter(chosen=True).exists()
    if former:
        former.delete()
    citation.event = actions.settle_citations(event)
    if gives_date:
        actions.choose(citation=citation, by=by, at=at)


def replaced_by(citation: Citation) -> Citation | None:
    """Return the checked citation of the same event and phrase, which a checked reading of it replaces."""
    if citation.mention_id is None:
        return None
    others = Citation.objects.filter(event=citation.event_id, mention=citation.mention_id, state=CitationState.CHECKED)
    return others.exclude(pk=citation.pk).first()


def _hand_back(mention: Mention, why: str, by: User, at: datetime) -> None:
    """Let a phrase that dates nothing any more be decided again, with what the checker said."""
    mention.decision, mention.reason, mention.note = Decision.UNSURE, "", why
    mention.decided_by, mention.decided_at = by, at
    save(mention)
