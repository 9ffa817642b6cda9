"""How the columns of a history row are shown: a label, and the words for a state."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from timeline.dates import in_words
from timeline.records.models import (
    Actor,
    Chronology,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Lane,
    Licence,
    Participation,
    Place,
    Section,
    Source,
    Subject,
    Theme,
    Wording,
)
from timeline.records.models.told import InLanguages


class Names:
    """Names of what rows point to, also of what is deleted by now; each is looked up once."""

    def __init__(self, *, by_chronology: bool) -> None:
        self.by_chronology = by_chronology
        """Whether an entry is called by its chronology, on the page of its event, or by its event."""
        self.actor = _names_of(Actor, "name")
        self.theme = _names_of(Theme, "name")
        self.place = _names_of(Place, "name")
        self.source = _names_of(Source, "title")
        self.section = _names_of(Section, "title")
        self.lane = _names_of(Lane, "name")
        self.chronology = _names_of(Chronology, "title")
        self.headline = cache(_headline)


def _names_of(noun: type[models.Model], column: str) -> Callable[[int | None], str]:
    @cache
    def name(key: int | None) -> str:
        if key is None:
            return ""
        rows = noun.history.filter(id=key).order_by("-history_id")  # type: ignore[attr-defined]
        return str(rows.values_list(column, flat=True).first() or f"#{key}")

    return name


def _headline(key: int) -> str:
    wording = Wording.objects.filter(event=key).order_by("pk").first()
    return wording.headline if wording else f"#{key}"


Show = Callable[[Any, Names], str]
Label = Any
"""Text, or what makes the text from a row and the names."""


def _date(row: Any, _names: Names) -> str:
    if not row.edtf:
        return _("“%(words)s”, undated") % {"words": row.words} if row.words else _("undated")
    date = row.instance.date
    return f"{in_words(date, get_language() or 'en')} ({row.edtf})"


def _time(row: Any, _names: Names) -> str:
    return f"{row.time:%H:%M} {row.zone}".strip() if row.time else ""


def _status(row: Any, _names: Names) -> str:
    return str(EventStatus(row.status).label)


def _merged(row: Any, names: Names) -> str:
    return names.headline(row.merged_into_id) if row.merged_into_id else ""


def _citation(row: Any, names: Names) -> str:
    return ", ".join(part for part in (names.source(row.source_id), row.locator) if part)


def _state(row: Any, _names: Names) -> str:
    return str(CitationState(row.state).label)


def _chosen(row: Any, _names: Names) -> str:
    return _("gives the event its date") if row.chosen else ""


def _published(row: Any, _names: Names) -> str:
    if row.published_since is None:
        return ""
    return date_format(localtime(row.published_since), "j F Y H:i")


def moved(row: Any) -> tuple[Label, str]:
    """Return label and words for an entry that was moved by hand; its rank itself says nothing to a person."""
    return _of_entry(gettext_lazy("Order by hand")), _("moved among those of the same date")


def _yes(value: bool) -> str:
    return _("yes") if value else ""


def _plain(column: str) -> Show:
    return lambda row, _names: str(getattr(row, column) or "")


def _in_language(label: Any) -> Label:
    return lambda row, _names: f"{label} ({row.language})"


def _of_entry(label: Any) -> Label:
    def of_entry(row: Any, names: Names) -> str:
        name = names.chronology(row.chronology_id) if names.by_chronology else names.headline(row.event_id)
        return f"{label}: {name}"

    return of_entry


def _told(noun: type[InLanguages]) -> list[tuple[Label, Show]]:
    """Show what a noun says in other languages, by the names of its columns."""
    return [(_label_of(noun, column), _plain(column)) for column in noun.told_fields(own="")]


def _label_of(noun: type[InLanguages], column: str) -> Label:
    return lambda _row, _names: noun.told_label(column)


COLUMNS: Mapping[type[models.Model], list[tuple[Label, Show]]] = {
    Event: [
        (gettext_lazy("Status"), _status),
        (gettext_lazy("Date"), _date),
        (gettext_lazy("Time"), _time),
        (gettext_lazy("Why this date"), _plain("date_reason")),
        (gettext_lazy("Place of the event"), lambda row, names: names.place(row.place_id)),
        (gettext_lazy("Note"), _plain("note")),
        (gettext_lazy("Merged into"), _merged),
    ],
    Wording: [
        (_in_language(gettext_lazy("Headline")), _plain("headline")),
        (_in_language(gettext_lazy("Summary")), _plain("summary")),
    ],
    Participation: [(gettext_lazy("Actor"), lambda row, names: names.actor(row.actor_id))],
    Subject: [(gettext_lazy("Theme"), lambda row, names: names.theme(row.theme_id))],
    Citation: [
        (gettext_lazy("Citation"), _citation),
        (lambda row, names: names.source(row.source_id), _chosen),
        (lambda row, names: f"{names.source(row.source_id)}: {_('state')}", _state),
        (gettext_lazy("Date of the source"), _date),
        (gettext_lazy("Quotation"), _plain("exact")),
    ],
    Chronology: [
        (gettext_lazy("Title"), _plain("title")),
        (gettext_lazy("Title in the subject's own script"), _plain("title_native")),
        (gettext_lazy("Short name"), _plain("slug")),
        (gettext_lazy("Scope"), _plain("scope")),
        (gettext_lazy("Introduction"), _plain("intro")),
        (gettext_lazy("Method"), _plain("method")),
        (gettext_lazy("Licence"), lambda row, _names: str(Licence(row.licence).label) if row.licence else ""),
        *_told(Chronology),
        (gettext_lazy("Anyone may read it"), lambda row, _names: _yes(row.is_public)),
        (gettext_lazy("Nobody checks their own draft"), lambda row, _names: _yes(row.needs_second_reader)),
    ],
    Section: [
        (gettext_lazy("Section"), _plain("title")),
        (gettext_lazy("Introduction"), _plain("intro")),
        *_told(Section),
        (lambda row, _names: f"{row.title}: {_('place among the sections')}", _plain("position")),
    ],
    Lane: [
        (gettext_lazy("Lane"), lambda row, _names: f"{row.letter} {row.name}"),
        *_told(Lane),
        (gettext_lazy("Style"), lambda row, _names: str(Lane.Style(row.style).label)),
        (gettext_lazy("Theme of the lane"), lambda row, names: names.theme(row.theme_id)),
        (lambda row, _names: f"{row.name}: {_('place among the lanes')}", _plain("position")),
    ],
    Entry: [
        (_of_entry(gettext_lazy("Section")), lambda row, names: names.section(row.section_id)),
        (_of_entry(gettext_lazy("Lane")), lambda row, names: names.lane(row.lane_id)),
        (_of_entry(gettext_lazy("Published since")), _published),
    ],
}
"""What each noun shows, in the order of reading."""
