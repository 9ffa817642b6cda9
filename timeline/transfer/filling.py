"""What the seeds say beside their table of events: names and texts in other languages, and sources found since.

Only what is empty is filled and only what is not there is added, so that an installation of before gains what a later
edition of the seeds holds, and nothing that somebody wrote is written over. What a person has made or changed is
dated, checked and published by people alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model

from timeline.dates import edtf
from timeline.dates.language_names import OWN_LANGUAGE_NAMES
from timeline.records import actions
from timeline.records.changes import create_all, save, save_all
from timeline.records.listings import hold_showing
from timeline.records.models import (
    Actor,
    Chronology,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Participation,
    Place,
    Source,
    Subject,
    Theme,
    Wording,
    history_of,
)

Rows = Sequence[Mapping[str, str]]
NOUNS: Mapping[str, type[Actor] | type[Place] | type[Theme]] = {"actor": Actor, "place": Place, "theme": Theme}
NAMES = {"name_ja": "name_ja", "name_ko": "name_ko", "name_native": "native"}
"""Columns of a name, and what they are called in the file."""


def fill_names(rows: Rows) -> int:
    """Give people, places and themes their names in other languages; return how many got any."""
    changed: dict[type[Model], list[Any]] = {}
    for kind, noun in NOUNS.items():
        said = {row["name"]: row for row in rows if row["kind"] == kind}
        found = noun.objects.filter(name__in=list(said)).order_by("pk")
        changed[noun] = [one for one in found if _fill(one, {key: said[one.name][name] for key, name in NAMES.items()})]
    hold_showing({noun: [one.pk for one in some] for noun, some in changed.items()})
    for shown, some in changed.items():
        save_all(shown, some, list(NAMES))
    return sum(map(len, changed.values()))


def fill_wordings(rows: Rows) -> int:
    """Word events, by their identifiers, in the languages that they have no wording in; return how many are new."""
    said = {row["id"]: row for row in rows}
    events = Event.objects.live().filter(external_id__in=list(said)).prefetch_related("wordings").order_by("pk")
    new = {event: _missing(event, said[event.external_id]) for event in events}
    save_all(Event, [event for event, wordings in new.items() if wordings], [])
    return len(create_all(Wording, [wording for wordings in new.values() for wording in wordings]))


def _missing(event: Event, row: Mapping[str, str]) -> list[Wording]:
    """Return the wordings that a row has and an event has not, unsaved."""
    there = {wording.language for wording in event.wordings.all()}
    return [
        Wording(event=event, language=language, headline=headline, summary=row.get(f"summary_{language}", ""))
        for language in OWN_LANGUAGE_NAMES
        if language not in there and (headline := row.get(f"headline_{language}"))
    ]


def fill_texts(chronology: Chronology, about: Mapping[str, str], sections: Rows, lanes: Rows) -> None:
    """Give a chronology its method and licence, and it and its parts what they are called in other languages."""
    told = {name: about.get(name, "") for name in ("method", "licence", *chronology.told_fields(chronology.language))}
    if _fill(chronology, told):
        save(chronology)
    by_title, by_letter = {row["title"]: row for row in sections}, {row["letter"]: row for row in lanes}
    for section in chronology.sections.filter(title__in=list(by_title)):
        row = by_title[section.title]
        if _fill(section, {name: row.get(name, "") for name in section.told_fields(chronology.language)}):
            save(section)
    for lane in chronology.lanes.filter(letter__in=list(by_letter)):
        row = by_letter[lane.letter]
        if row["lane"] == lane.name and _fill(lane, {f"name_{code}": row[f"lane_{code}"] for code in ("ja", "ko")}):
            save(lane)


def changed_by_people(events: Iterable[int]) -> set[int]:
    """Return those of some events, by their keys, that a person has made or changed, or anything that hangs on them."""
    keys = list(events)
    found = set(Event.history.filter(id__in=keys, change__by__isnull=False).values_list("id", flat=True))
    for noun in (Wording, Participation, Subject, Citation):
        rows = history_of(noun).filter(event__in=keys, change__by__isnull=False)
        found.update(rows.values_list("event_id", flat=True))
    return found


def placed_by_people(chronology: Chronology, events: Iterable[int]) -> set[int]:
    """Return those of some events that a person has placed in a chronology, moved, published or taken out there."""
    rows = Entry.history.filter(chronology=chronology, event__in=list(events), change__by__isnull=False)
    return set(rows.values_list("event_id", flat=True))


def cite_found(rows: Rows, chronology: Chronology, at: datetime) -> int:
    """Cite sources that were found since; return how many.

    The first of an event gives it its date where no source has given it so far, and checks what had no source at all,
    which is then published in the seeds' own chronology.
    """
    by_event: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        by_event[row["event"]].append(row)
    events = Event.objects.live().filter(external_id__in=list(by_event)).order_by("pk")
    theirs = changed_by_people(event.pk for event in events)
    placed = placed_by_people(chronology, (event.pk for event in events))
    cited = 0
    for event in events:
        is_open = event.pk not in theirs and _is_open(event)
        cited += len(new := _cite_all(event, by_event[event.external_id], at, is_open=is_open))
        if new and event.pk not in theirs and event.status == EventStatus.DRAFT and len(new) == event.citation_count:
            _check(event, None if event.pk in placed else chronology, at)
    return cited


def cite_rival(row: Mapping[str, str], at: datetime) -> bool:
    """Cite a source that gives another date; not twice, and not for an event that is gone."""
    event = Event.objects.filter(external_id=row["event"]).first()
    if event is None or event.citations.filter(source__url=row["url"], edtf=row["edtf"]).exists():
        return False
    source = Source.objects.filter(url=row["url"]).first() or save(Source(title=row["source"], url=row["url"]))
    draft = actions.CitationDraft(
        source=source, words=row["words"], date=edtf.parse(row["edtf"]), note=row["note"], language="en"
    )
    actions.cite(event=event, draft=draft, by=None, at=at)
    return True


def _cite_all(event: Event, rows: Rows, at: datetime, *, is_open: bool) -> Rows:
    """Cite what is not cited yet, the first of it as what gives an open date; return it."""
    cited = set(event.citations.values_list("source__url", "edtf"))
    former = event.chosen_citation
    new = [row for row in rows if (row["url"], row["edtf"]) not in cited]
    if new and is_open and former:
        # The date that stood beside it was never its own, and would now seem to agree, or to differ.
        former.words, former.date, former.chosen = "", None, False
        save(former)
    for number, row in enumerate(new):
        draft = actions.CitationDraft(
            source=_source(row), locator=row["locator"], words=row["words"], note=f"“{row['says']}”",
            date=edtf.parse(row["edtf"]) if row["edtf"] else None, chosen=is_open and not number,
        )  # fmt: skip
        actions.cite(event=event, draft=draft, by=None, at=at)
    return new


def _is_open(event: Event) -> bool:
    """Return whether no source gives the event's date so far, and nobody gave it one with a reason."""
    chosen = event.chosen_citation
    return not chosen.gives_date if chosen else not event.citations.exists()


def _check(event: Event, chronology: Chronology | None, at: datetime) -> None:
    """Make a draft that waited for its source a checked event, and publish it in a chronology where it stands there."""
    for citation in event.citations.all():
        citation.state = CitationState.CHECKED
        save(citation)
    event.refresh_from_db()
    event.status = EventStatus.CHECKED
    save(event)
    for entry in event.entries.filter(chronology=chronology, published_since__isnull=True) if chronology else ():
        entry.published_since = at
        save(entry)


def _source(row: Mapping[str, str]) -> Source:
    """Return the source at an address, or a new one; one page may be the same as another of that address."""
    found = Source.objects.filter(url=row["url"], title=row["title"]).first()
    return found or save(
        Source(
            title=row["title"], publisher=row["publisher"], url=row["url"], published=row["published"],
            language=row["language"],
        )
    )  # fmt: skip


def _fill(record: Model, values: Mapping[str, Any]) -> bool:
    """Set what is empty so far; return whether anything was."""
    empty = {name: value for name, value in values.items() if value and not getattr(record, name)}
    for name, value in empty.items():
        setattr(record, name, value.strip())
    return bool(empty)
