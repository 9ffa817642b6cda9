"""Search in events, and the index behind it: kept with every change, the same on both databases, letter by letter."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from timeline.records import word_index
from timeline.records import words as texts
from timeline.records.models import Change, CitationState, Event, EventStatus, Findable, before_the_end
from timeline.records.sorting import KEY_BITS, KEYS, day_at, event_at, past, place_of
from timeline.records.sql import ask
from timeline.records.word_index import standing_in
from timeline.records.words import Wanted
from timeline.web.asked import search_in

_log = logging.getLogger(__name__)
Row = TypeVar("Row", bound=Model)
MOST = 3_000
"""Events that a search of the public list finds at most."""
MOST_RENAMED = 2_000
"""Events that are indexed anew at once for a new name or title of what they hang on; the others by `repair_index`."""
CHUNK = 500
_NAMES = "named.name, named.name_ja, named.name_ko, named.name_native"
_SAID = {
    "event": f"SELECT held.id, sort_key, status, words, {_NAMES} FROM records_event held"  # noqa: S608
    " LEFT JOIN records_place named ON named.id = held.place_id WHERE held.id IN ({})",
    "wording": "SELECT event_id, headline, summary FROM records_wording WHERE event_id IN ({})",
    "participation": f"SELECT event_id, {_NAMES} FROM records_participation held"  # noqa: S608
    " JOIN records_actor named ON named.id = held.actor_id WHERE event_id IN ({})",
    "subject": f"SELECT event_id, {_NAMES} FROM records_subject held"  # noqa: S608
    " JOIN records_theme named ON named.id = held.theme_id WHERE event_id IN ({})",
    "citation": "SELECT event_id, state, exact, words, title, publisher FROM records_citation held"
    " JOIN records_source named ON named.id = held.source_id WHERE event_id IN ({})",
    "entry": "SELECT event_id, chronology_id, published_since IS NOT NULL FROM records_entry"
    " WHERE event_id IN ({}) ORDER BY 2",
}
"""What events are found by, and the questions for it."""
_ON_EVENTS = ("wording", "participation", "subject", "citation", "entry")
_NAMING = (
    ("actor", "records_participation", "event_id"),
    ("theme", "records_subject", "event_id"),
    ("place", "records_event", "id"),
    ("source", "records_citation", "event_id"),
)
"""What an event is found by the name of, and where that is held."""


@dataclass(frozen=True)
class Candidates:
    """Events that a search has found, by their keys.

    `more`: there are others. `reached` is then the sort key, or the beginning of one, before which all were found
    (behind which, backwards); None where only some of the last day were, and no later day has any. `crowded`: of one
    day there are so many that some were left out.
    """

    events: frozenset[int]
    more: bool = False
    reached: str | None = None
    crowded: bool = False


@dataclass(frozen=True)
class Check:
    """Whether the index is out of step with the words it is made of, and of how many events these are not the right."""

    is_broken: bool
    wrong: int


def wanted(words: str) -> list[Wanted]:
    """Return what is searched for by what was typed, of which `search_in` keeps the first words."""
    return texts.wanted(search_in(words).words)


def matching(rows: "QuerySet[Row]", words: str, *, path: str = "") -> "QuerySet[Row]":
    """Keep the rows whose event holds every word; `path` leads to the event ("event__").

    Without any word all are kept; of signs alone, which no index holds, nothing is found.
    """
    if not search_in(words).words:
        return rows
    asked = wanted(words)
    if not asked:
        return rows.none()
    return rows.filter(**{f"{path}pk__in": word_index.events(asked)})


def candidates(
    words: str, most: int = MOST, *, within: str | None = None, after: str | None = None, backwards: bool = False,
    goes_on: bool = False,
) -> Candidates:  # fmt: skip
    """Return the first `most` events that hold every word, in order of their days; none where there is no word.

    `within`: a term of `standing_in` that they have to have; without, hidden and withdrawn events are found too.
    `after`: the sort key, or the beginning of one, from whose day on is looked; backwards to what is earlier. With
    `goes_on`, where that day fills it alone, as many that follow the day are added, so that one always gets further.
    """
    asked = wanted(words)
    if not asked:
        return Candidates(frozenset())
    question = word_index.question(asked, within)
    start = None if after is None else place_of(after, KEYS if backwards else 0)
    found, last = _first_of(question, most, start, backwards=backwards)
    if not goes_on or start is None or found.reached is None or last >> KEY_BITS != start >> KEY_BITS:
        return found
    start = place_of(found.reached, KEYS if backwards else 0)
    further, _last = _first_of(question, most, start, backwards=backwards)
    return replace(further, events=found.events | further.events, crowded=found.crowded or further.crowded)


def holding(words: str, rows: Iterable[tuple[str, int]], *, within: str | None = None) -> frozenset[int]:
    """Return the keys of those among some events that hold every word; each is given by its sort key and its key."""
    asked, places = wanted(words), [place_of(key, event) for key, event in rows]
    if not asked or not places:
        return frozenset()
    question = word_index.question(asked, within)
    return frozenset(event_at(place) for some in _chunks(places) for place in word_index.holding(question, some))


def _first_of(question: str, most: int, start: int | None, *, backwards: bool) -> tuple[Candidates, int]:
    """Return what is found first, whole days where there are several, and the place of the last of it."""
    places = word_index.find(question, most + 1, start, backwards=backwards)
    if len(places) <= most:
        return Candidates(frozenset(map(event_at, places))), places[-1] if places else 0
    cut = places[-1] >> KEY_BITS
    kept = [place for place in places if place >> KEY_BITS != cut]
    crowded = not kept
    if crowded:
        # More of one day than were asked for: the others of that day are left out.
        kept = places[:most]
        beyond = (cut << KEY_BITS) - 1 if backwards else (cut << KEY_BITS) + KEYS
        places = word_index.find(question, 1, beyond, backwards=backwards)
    if not places:
        return Candidates(frozenset(map(event_at, kept)), True, None, crowded), kept[-1]
    day = day_at(places[-1])
    return Candidates(frozenset(map(event_at, kept)), True, past(day) if backwards else day, crowded), kept[-1]


@before_the_end
def keep(change: Change) -> None:
    """Index anew what a change has touched: events, what hangs on them, and those of names and titles it changed."""
    index(_touched(change))


def index(events: Iterable[int]) -> None:
    """Keep what events are found by, by their keys: what is gone is found no more. Not a change, so past history."""
    for keys in _chunks(sorted(set(events))):
        made, held = findables(keys), _held(keys)
        Findable._base_manager.bulk_create(
            [one for one in made if held.pop(one.pk, None) != (one.place, one.terms)],
            update_conflicts=True, unique_fields=["event"], update_fields=["place", "terms"],
        )  # fmt: skip
        Findable._base_manager.filter(pk__in=held).delete()


def findables(events: Sequence[int], said_in: Mapping[str, str] = _SAID) -> list[Findable]:
    """Return what events should be found by: at most some hundred, unsaved, hidden ones too, none for what is gone.

    All words: headlines, summaries, quotations, people, places and themes in every language they have a name in,
    sources and their publishers, and the chronologies that they stand in, once more where they are public there. It is
    asked with every save, and in SQL, because to build such questions takes longer than to answer them.
    """
    marks = ", ".join(["%s"] * len(events))
    held, checked, said = {}, set(), {}
    for event, key, status, *some in ask(said_in["event"].format(marks), events):
        held[event], said[event] = place_of(key, event), some
        if status == EventStatus.CHECKED:
            checked.add(event)
    for noun in ("wording", "participation", "subject"):
        for event, *some in ask(said_in[noun].format(marks), events):
            said[event] += some
    for event, state, *some in ask(said_in["citation"].format(marks), events):
        if state == CitationState.CHECKED or event not in checked:
            said[event] += some
    terms = {event: [texts.document(text for text in some if text)] for event, some in said.items()}
    for event, chronology, is_published in ask(said_in["entry"].format(marks), events):
        terms[event].append(standing_in(chronology))
        if is_published and event in checked:
            terms[event].append(standing_in(chronology, public=True))
    return [Findable(event_id=event, place=held[event], terms=" ".join(terms[event]).strip()) for event in held]


def check_index() -> Check:
    """Compare what every event is found by with what it says; reads everything, some hundred events at a time."""
    return _check(repair=False)


def repair_index() -> Check:
    """Do the same, and index anew what is wrong; return what was."""
    return _check(repair=True)


def _check(*, repair: bool) -> Check:
    is_broken = word_index.is_broken()
    if is_broken and repair:
        with transaction.atomic():
            word_index.make()
    wrong = 0
    for keys in _all_keys():
        if some := _wrong(keys):
            # Somebody may have changed one while it was read.
            with transaction.atomic():
                some = _wrong(some)
                wrong += len(some)
                if repair:
                    index(some)
    return Check(is_broken, wrong)


def _all_keys() -> Iterator[list[int]]:
    """Yield the keys of all events, then of those that are gone and still indexed, some hundred at a time."""
    yield from _keys_of(Event)
    for keys in _keys_of(Findable):
        there = set(Event._base_manager.filter(pk__in=keys).order_by().values_list("pk", flat=True))
        if gone := [key for key in keys if key not in there]:
            yield gone


def _keys_of(noun: type[Model]) -> Iterator[list[int]]:
    rows, last = noun._base_manager.order_by("pk").values_list("pk", flat=True), -1
    while keys := list(rows.filter(pk__gt=last)[:CHUNK]):
        yield keys
        last = keys[-1]


def _wrong(keys: Sequence[int]) -> list[int]:
    right = {one.pk: (one.place, one.terms) for one in findables(keys)}
    held = _held(keys)
    return [key for key in keys if right.get(key) != held.get(key)]


def _held(keys: Sequence[int]) -> dict[int, tuple[int, str]]:
    rows = Findable._base_manager.filter(pk__in=keys).order_by().values_list("pk", "place", "terms")
    return {pk: (place, terms) for pk, place, terms in rows}


def _touched(change: Change) -> set[int]:
    """Return the keys of the events whose words, date or places a change has touched, gone ones too."""
    asked = ["SELECT id, '' FROM records_historicalevent WHERE change_id = %s"]
    asked += [f"SELECT event_id, '' FROM records_historical{name} WHERE change_id = %s" for name in _ON_EVENTS]  # noqa: S608
    for name, table, event in _NAMING:
        named = f"SELECT id FROM records_historical{name} WHERE change_id = %s AND history_type = '~'"  # noqa: S608
        held = f"SELECT DISTINCT {event} FROM {table} WHERE {name}_id IN ({named}) ORDER BY 1 LIMIT {MOST_RENAMED + 1}"  # noqa: S608
        asked.append(f"SELECT {event}, '{name}' FROM ({held}) {name}s")  # noqa: S608
    touched: defaultdict[str, list[int]] = defaultdict(list)
    for event, name in ask(" UNION ".join(asked), [change.pk] * len(asked)):
        touched[name].append(event)
    for name in touched:
        if name and len(touched[name]) > MOST_RENAMED:
            _log.warning(
                "Change %s renamed a %s of more than %s events: the search finds the others by the former name until"
                " manage.py verify --repair has run.", change.pk, name, MOST_RENAMED,
            )  # fmt: skip
            touched[name] = sorted(touched[name])[:MOST_RENAMED]
    return {event for some in touched.values() for event in some}


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
