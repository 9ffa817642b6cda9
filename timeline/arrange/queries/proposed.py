"""The proposed citations of checked events, with what a checker needs to judge them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from timeline.accounts.models import User
from timeline.records.models import Citation, CitationState


@dataclass(frozen=True)
class Proposal:
    """A citation that waits, who proposed it and when, and the citation whose place it would take."""

    citation: Citation
    by: User | None
    at: datetime | None
    replaces: Citation | None

    @property
    def key(self) -> str:
        """The citation with the version that is shown, as a form sends it."""
        return f"{self.citation.pk}-{self.citation.version_read}"

    @property
    def agrees(self) -> bool:
        """Whether it gives the date that the event has."""
        return self.citation.edtf == self.citation.event.edtf


def waiting(event: int | None = None) -> QuerySet[Citation]:
    """Return citations that wait for a checker, of one event or of all, the oldest first."""
    found = Citation.objects.waiting().select_related("source", "event", "mention")
    found = found.prefetch_related("event__wordings", "event__entries__chronology").order_by("pk")
    return found if event is None else found.filter(event=event)


def proposals(citations: Iterable[Citation]) -> list[Proposal]:
    """Return citations as the page shows them; two queries, however many they are."""
    rows = list(citations)
    keys = [citation.pk for citation in rows]
    first = (
        Citation.history.filter(id__in=keys, history_type="+").select_related("history_user").order_by("-history_id")
    )
    made = {row.id: (row.history_user, row.history_date) for row in first}
    mentions = [citation.mention_id for citation in rows if citation.mention_id]
    checked = Citation.objects.filter(mention__in=mentions, state=CitationState.CHECKED)
    former = {(citation.event_id, citation.mention_id): citation for citation in checked}
    return [
        Proposal(citation, *made.get(citation.pk, (None, None)), former.get((citation.event_id, citation.mention_id)))
        for citation in rows
    ]
