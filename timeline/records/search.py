"""Search in events: one folded text an event, found by the parts of words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from timeline.records.models import Citation, Event, Wording
from timeline.records.models.names import Named
from timeline.web.asked import search_in

MOST = 10_000
"""Events that a search of the public list finds at most."""


@dataclass(frozen=True)
class Candidates:
    """Events that a search has found, by their keys; `more`: there are others, which were not looked for."""

    events: frozenset[int]
    more: bool = False


def fold(text: str) -> str:
    """Return `text` as it is compared: full-width and half-width, capital and small letters alike (NFKC, casefold)."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def document(event: Event) -> str:
    """Return all words that an event is found by: headlines, summaries, quotations, people, places, themes."""
    named = [*event.actors.all(), *event.themes.all(), *([event.place] if event.place else [])]
    return document_of(event, event.wordings.all(), event.standing_citations, named)


def document_of(
    event: Event,
    wordings: Iterable[Wording],
    citations: Iterable[Citation],
    named: Iterable[Named],
) -> str:
    """Return the same for an event whose parts are at hand, stored or not."""
    parts = [f"{wording.headline}\n{wording.summary}" for wording in wordings]
    parts += [f"{citation.exact}\n{citation.words}\n{citation.source.title}" for citation in citations]
    parts += [f"{one.name}\n{one.name_ja}\n{one.name_ko}\n{one.name_native}" for one in named]
    return fold("\n".join([*parts, event.words]))


def matching(events: QuerySet[Event], words: str, *, path: str = "") -> QuerySet[Event]:
    """Keep the rows whose event holds every word that `search_in` keeps; `path` leads to the event ("event__")."""
    for word in fold(" ".join(search_in(words).words)).split():
        events = events.filter(**{f"{path}search_text__contains": word})
    return events


def candidates(words: str, most: int = MOST) -> Candidates:
    """Return at most `most` events that hold every word that `search_in` keeps; none where there is no word."""
    if not search_in(words).words:
        return Candidates(frozenset())
    found = matching(Event.objects.all(), words).order_by().values_list("pk", flat=True)[: most + 1]
    keys = list(found)
    return Candidates(frozenset(keys[:most]), len(keys) > most)


def index(events: QuerySet[Event]) -> None:
    """Keep what events are found by; not a change of its own, so past history."""
    for event in events.prefetch_related("wordings", "citations__source", "actors", "themes").select_related("place"):
        Event.objects.filter(pk=event.pk).update(search_text=document(event))
