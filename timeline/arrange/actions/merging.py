"""Merge two events into one: field by field, every citation kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from timeline.accounts.models import User
from timeline.dates import FuzzyDate
from timeline.records import actions
from timeline.records.changes import claim, save
from timeline.records.models import (
    Citation,
    Entry,
    Event,
    EventStatus,
    Participation,
    Place,
    Subject,
    Verb,
    Wording,
    open_change,
)
from timeline.records.sorting import sort_key


class MergeRefused(ValueError):
    """An event is not merged into itself, nor when either was merged before."""


@dataclass(frozen=True, kw_only=True)
class OwnDate:
    """A date that is no single citation's: the words, and what they say."""

    words: str
    date: FuzzyDate | None


@dataclass(frozen=True, kw_only=True)
class MergeChoices:
    """What the event that stays says: wording by language, place, date, and where it stands in each chronology."""

    wordings: Mapping[str, tuple[str, str]]
    place: Place | None = None
    date: Citation | OwnDate | None = None
    theirs_in: frozenset[int] = field(default_factory=frozenset)
    """Chronologies in which the place of the event that goes is taken."""
    why: str = ""


def merge(
    *, kept: Event, gone: Event, versions: tuple[int, int], choices: MergeChoices, by: User | None, at: datetime
) -> Event:
    """Merge `gone` into `kept`: all its citations, people, themes and entries move; it leads to `kept` from now on.

    Stale if either was changed meanwhile; MergeRefused for an event with itself or one merged before.
    """
    with open_change(by=by, at=at, verb=Verb.MERGE, why=choices.why):
        kept = claim(Event.objects.all(), kept.pk, versions[0])
        gone = claim(Event.objects.all(), gone.pk, versions[1])
        if kept == gone or kept.merged_into_id or gone.merged_into_id:
            raise MergeRefused
        _move_citations(kept, gone)
        _move_entries(kept, gone, choices.theirs_in)
        _move_links(kept, gone)
        _reword(kept, choices.wordings)
        kept.place = choices.place
        kept.citation_count = Citation.objects.standing().filter(event=kept).count()
        gone.citation_count, gone.status, gone.merged_into = 0, EventStatus.WITHDRAWN, kept
        save(gone)
        _settle_date(kept, choices, by, at)
    return kept


def _move_citations(kept: Event, gone: Event) -> None:
    """Give all citations to `kept`; none of those that come is chosen yet."""
    for citation in gone.citations.all():
        citation.event, citation.chosen = kept, False
        save(citation)


def _move_entries(kept: Event, gone: Event, theirs_in: frozenset[int]) -> None:
    ours = {entry.chronology_id: entry for entry in kept.entries.all()}
    for entry in gone.entries.all():
        standing = ours.get(entry.chronology_id)
        if standing is None:
            entry.event = kept
            if kept.status != EventStatus.CHECKED:
                entry.published_since = None
            save(entry)
            continue
        _join(standing, entry, kept, entry.chronology_id in theirs_in)
        entry.delete()


def _join(standing: Entry, entry: Entry, kept: Event, take_theirs: bool) -> None:
    if take_theirs:
        standing.section, standing.lane, standing.rank = entry.section, entry.lane, entry.rank
    if standing.published_since is None and kept.status == EventStatus.CHECKED:
        standing.published_since = entry.published_since
    save(standing)


def _move_links(kept: Event, gone: Event) -> None:
    for noun, role in ((Participation, "actor"), (Subject, "theme")):
        there = set(noun.objects.filter(event=kept).values_list(role, flat=True))
        for link in noun.objects.filter(event=gone):
            if getattr(link, f"{role}_id") not in there:
                save(noun(event=kept, **{f"{role}_id": getattr(link, f"{role}_id")}))


def _reword(kept: Event, wordings: Mapping[str, tuple[str, str]]) -> None:
    for language, (headline, summary) in wordings.items():
        wording = kept.wordings.filter(language=language).first() or Wording(event=kept, language=language)
        if (wording.headline, wording.summary) != (headline, summary):
            wording.headline, wording.summary = headline, summary
            save(wording)


def _settle_date(kept: Event, choices: MergeChoices, by: User | None, at: datetime) -> None:
    """Let the chosen citation, or the date of its own, be the event's; without a choice the date stays."""
    match choices.date:
        case Citation():
            save(kept)
            citation = kept.citations.get(pk=choices.date.pk)
            actions.choose(citation=citation, by=by, at=at, why=choices.why)
        case OwnDate(words=words, date=date):
            for former in kept.citations.filter(chosen=True):
                former.chosen = False
                save(former)
            kept.words, kept.date, kept.date_reason = words, date, choices.why
            kept.sort_key = sort_key(date)
            save(kept)
        case None:
            save(kept)
