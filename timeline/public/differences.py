"""What readers saw of events before a change and after it, read from the histories; and what was changed, in words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Max, Q
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from timeline.dates.wording import in_short
from timeline.public.items import language_of_name, named, time_words
from timeline.records import past
from timeline.records.models import (
    Actor,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Lane,
    Participation,
    Place,
    Source,
    Subject,
    Theme,
    Wording,
    history_of,
)
from timeline.web.languages import in_own_language
from timeline.web.marks import language


@dataclass(frozen=True)
class Line:
    """One thing that was changed, before and after; "" where it was added or removed.

    `language` of both, "" for words of the page.
    """

    label: str
    before: str
    after: str
    language: str = ""
    label_html: str = ""
    """The label, where words of it are in another language than the page's."""

    @property
    def sentence(self) -> str:
        """The same as a sentence."""
        if not self.before:
            told = _("%(label)s: “%(after)s” was added.")
        elif not self.after:
            told = _("%(label)s: “%(before)s” was removed.")
        else:
            told = _("%(label)s: “%(before)s” is now “%(after)s”.")
        return told % {"label": self.label, "before": self.before, "after": self.after}


@dataclass(frozen=True)
class State:
    """What readers saw of an event: wordings by language, the citations that it rested on, and where it belonged.

    `lane` is None too where it is told of no chronology.
    """

    event: Event
    wordings: Mapping[str, Any]
    citations: Mapping[int, Any]
    is_shown: bool
    themes: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    lane: int | None = None

    @property
    def wording(self) -> Any:
        """Its wording in the page's language, else the first; None without any."""
        wordings = sorted(self.wordings.values(), key=lambda one: one.id)
        return self.wordings.get(language()) or (wordings[0] if wordings else None)

    @property
    def chosen(self) -> tuple[int, bool] | None:
        """The source that its date was taken from, and whether that gives it."""
        return next(((one.source_id, one.gives_date) for one in self.citations.values() if one.chosen), None)

    @property
    def sources(self) -> set[int]:
        """All that it rested on."""
        return {one.source_id for one in self.citations.values()}


class Histories:
    """The histories of some events, read at once, between two changes; without a chronology nothing is shown.

    `editors_language`: what notes and reasons are written in.
    """

    def __init__(
        self, events: Collection[int], since: int, until: int, chronology: int | None = None, editors_language: str = ""
    ) -> None:
        self._editors_language = editors_language
        self._events = _by_event(Event, "id", since, until, id__in=events)
        self._wordings, self._citations, self._subjects, self._parts = (
            _by_event(noun, "event_id", since, until, event_id__in=events)
            for noun in (Wording, Citation, Subject, Participation)
        )
        self._entries: dict[int, list[Any]] = {}
        if chronology is not None:
            self._entries = _by_event(Entry, "event_id", since, until, event_id__in=events, chronology_id=chronology)

    def after(self, event: int, change: int) -> State | None:
        """Return an event as a change left it."""
        rows = _last(self._events.get(event, ()), change)
        if not rows:
            return None
        stood = past.record_of(Event, rows[0])
        is_checked = stood.status == EventStatus.CHECKED
        entries = _last(self._entries.get(event, ()), change)
        citations = _last(self._citations.get(event, ()), change)
        return State(
            stood,
            {row.language: row for row in _last(self._wordings.get(event, ()), change)},
            {row.id: row for row in citations if not is_checked or row.state == CitationState.CHECKED},
            is_checked and stood.merged_into_id is None and any(row.published_since is not None for row in entries),
            frozenset(row.theme_id for row in _last(self._subjects.get(event, ()), change)),
            frozenset(row.actor_id for row in _last(self._parts.get(event, ()), change)),
            next((row.lane_id for row in entries), None),
        )

    def lines(self, one: State, other: State) -> Iterator[Line]:
        """Yield what readers see otherwise in the second state than in the first."""
        yield from _dates(one.event, other.event)
        yield from self._words(one, other)
        if one.event.place_id != other.event.place_id:
            yield self._place(one.event.place_id, other.event.place_id)
        if one.lane != other.lane:
            yield self._lane(one.lane, other.lane)
        yield from _added_and_removed(_("Theme"), one.themes, other.themes, lambda key: _name(self._themes, key))
        yield from _added_and_removed(_("Actor"), one.actors, other.actors, lambda key: _name(self._actors, key))
        yield from _wordings(one, other)
        yield from self._sources(one, other)
        yield from self._places_in_sources(one, other)

    def _lane(self, before: int | None, after: int | None) -> Line:
        told = [self._lanes[key].name_in(language()) if key in self._lanes else None for key in (before, after)]
        codes = {one.language for one in told if one and one.language != language()}
        names = [one.text if one else f"#{key}" if key else "" for one, key in zip(told, (before, after), strict=True)]
        return Line(_("Lane"), names[0], names[1], codes.pop() if len(codes) == 1 else "")

    def _words(self, one: State, other: State) -> Iterator[Line]:
        if one.event.words != other.event.words:
            codes = {self._spoken(state) for state in (one, other) if state.event.words}
            yield Line(_("Words of the date"), one.event.words, other.event.words, _only(codes - {""}))
        if one.event.date_reason != other.event.date_reason:
            reasons = one.event.date_reason, other.event.date_reason
            yield Line(_("Why this date"), *reasons, self._editors_language)

    def _spoken(self, state: State) -> str:
        """Return the language of the words of a date: that of what it was taken from."""
        chosen = next((one for one in state.citations.values() if one.chosen), None)
        source = self._named_sources.get(chosen.source_id) if chosen else None
        return (chosen.language if chosen else "") or (source.language if source else "")

    def _place(self, before: int | None, after: int | None) -> Line:
        names = [named(self._places[key]) if key in self._places else ("", "") for key in (before, after)]
        codes = {code for name, code in names if name}
        return Line(_("Place"), names[0][0], names[1][0], _only(codes))

    def _sources(self, one: State, other: State) -> Iterator[Line]:
        told: set[int] = set()
        if one.chosen and other.chosen and one.chosen != other.chosen:
            told = {source for source, gives_date in (one.chosen, other.chosen) if gives_date}
            (before, code), (after, other_code) = (
                self._source(source) if gives_date else (_("not yet sourced"), language())
                for source, gives_date in (one.chosen, other.chosen)
            )
            yield Line(_("Source of the date"), before, after, _only({code, other_code}))
        yield from _added_and_removed(_("Source"), one.sources - told, other.sources - told, self._source)
        for key, after in sorted(other.citations.items()):
            cited = one.citations.get(key)
            if cited is not None and cited.edtf != after.edtf and not after.chosen:
                days = [in_short(date, language()) if (date := _cited(row)) else _("Undated") for row in (cited, after)]
                yield self._of_source(_("Date in %(source)s"), after.source_id, days[0], days[1])

    def _places_in_sources(self, one: State, other: State) -> Iterator[Line]:
        """Yield what changed of quotations and places of sources that stood before and after; a new one brings all."""
        labels = {"exact": _("Quotation from %(source)s"), "locator": _("Place in %(source)s")}
        for key in sorted({*one.citations, *other.citations}):
            before, after = one.citations.get(key), other.citations.get(key)
            cited: Any = after or before
            if cited.source_id not in one.sources & other.sources:
                continue
            for name, label in labels.items():
                words = getattr(before, name, ""), getattr(after, name, "")
                if words[0] != words[1]:
                    code = cited.language if name == "exact" else self._editors_language
                    yield self._of_source(label, cited.source_id, words[0], words[1], code)

    def _of_source(self, label: str, source: int, before: str, after: str, code: str = "") -> Line:
        """Return what changed of a source that the label names, in the language of its name."""
        name, name_code = self._source(source)
        html = escape(label) % {"source": in_own_language(name, name_code)}
        return Line(label % {"source": name}, before, after, code, label_html=mark_safe(html))  # noqa: S308

    def _source(self, key: int) -> tuple[str, str]:
        """Return what a source is called, and in which language, as far as that is known."""
        source = self._named_sources.get(key)
        if source is None:
            return f"#{key}", ""
        name = source.publisher or source.title
        return name, language_of_name(source, name)

    @cached_property
    def _places(self) -> dict[int, Place]:
        return Place.objects.in_bulk({row.place_id for rows in self._events.values() for row in rows if row.place_id})

    @cached_property
    def _themes(self) -> dict[int, Theme]:
        return Theme.objects.in_bulk({row.theme_id for rows in self._subjects.values() for row in rows})

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        return Actor.objects.in_bulk({row.actor_id for rows in self._parts.values() for row in rows})

    @cached_property
    def _lanes(self) -> dict[int, Lane]:
        keys = {row.lane_id for rows in self._entries.values() for row in rows if row.lane_id}
        return Lane.objects.select_related("chronology").in_bulk(keys)

    @cached_property
    def _named_sources(self) -> dict[int, Source]:
        return Source.objects.in_bulk({row.source_id for rows in self._citations.values() for row in rows})


def _added_and_removed(
    label: str, before: Collection[int], after: Collection[int], name: Callable[[int], tuple[str, str]]
) -> Iterator[Line]:
    """Yield a line for each key that is in one of two sets alone: those that went, then those that came."""
    for key in sorted({*before} - {*after}):
        words, code = name(key)
        yield Line(label, words, "", code)
    for key in sorted({*after} - {*before}):
        words, code = name(key)
        yield Line(label, "", words, code)


def _name(nouns: Mapping[int, Theme] | Mapping[int, Actor], key: int) -> tuple[str, str]:
    """Return what a theme or an actor is called, by the name it has now."""
    return named(nouns[key]) if key in nouns else (f"#{key}", "")


def _dates(one: Event, other: Event) -> Iterator[Line]:
    if one.edtf != other.edtf:
        days = [in_short(event.date, language()) if event.date else _("Undated") for event in (one, other)]
        yield Line(_("Date"), days[0], days[1])
    if (one.time, one.zone) != (other.time, other.zone) and (one.time or other.time):
        yield Line(_("Time of day"), time_words(one), time_words(other))


def _wordings(one: State, other: State) -> Iterator[Line]:
    for code in sorted({*one.wordings, *other.wordings}):
        former, present = one.wordings.get(code), other.wordings.get(code)
        for label, name in ((_("Headline"), "headline"), (_("Summary"), "summary")):
            before, after = getattr(former, name, ""), getattr(present, name, "")
            if before != after:
                yield Line(label, before, after, code)


def _only(codes: Collection[str]) -> str:
    """Return the language that all words of a line are in; "" where they are in several."""
    return next(iter(codes)) if len(codes) == 1 else ""


def _cited(row: Any) -> Any:
    return past.record_of(Citation, row).date


def _by_event(noun: type[models.Model], column: str, since: int, until: int, **which: Any) -> dict[int, list[Any]]:
    """Return rows by event: of what a record was before only the last, however often it was changed."""
    rows = history_of(noun).filter(change_id__lte=until, **which).order_by()
    last = rows.filter(change_id__lte=since).values("id").annotate(last=Max("history_id")).values("last")
    found: dict[int, list[Any]] = {}
    for row in rows.filter(Q(change_id__gt=since) | Q(history_id__in=last)).order_by("history_id"):
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _last(rows: Iterable[Any], change: int) -> list[Any]:
    """Return of each record the row that stood after a change."""
    last = {row.id: row for row in rows if row.change_id <= change}
    return [row for row in last.values() if row.history_type != "-"]
