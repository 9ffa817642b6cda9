"""One event as a page shows it: its mark, its words, what it rests on and why it has its date."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import FuzzyDate, Precision, edtf, explain
from timeline.dates.detection import language_of
from timeline.dates.wording import in_short, in_words
from timeline.public.queries import checks, citations_of, wordings_of
from timeline.records.models import (
    Actor,
    Change,
    Citation,
    Entry,
    Event,
    EventStatus,
    Place,
    Source,
    Theme,
    Told,
    Wording,
)
from timeline.records.spans import differs
from timeline.records.words import fold
from timeline.web import joining
from timeline.web.languages import in_latin_letters, lang_attribute
from timeline.web.marks import Mark, day_words, duration_words, language, mark_of
from timeline.web.zones import city, days_elsewhere

_HANGUL = re.compile("[가-힣]")
OTHER_LETTERS = frozenset({"ja", "ko", "zh", "ru", "uk", "bg", "sr", "mn", "el", "ar", "fa", "ur", "he", "hi", "th"})
"""Languages that are written in other letters than Latin ones."""
# Why a date written out in full is read as it is; a date found in an article brings its own rule.
RULES: dict[Mark, Promise] = {
    Mark.DAY: lazy("A full date is that one day."),
    Mark.TIME: lazy("A full date is that one day; the time of day is the one given."),
    Mark.UNSOURCED: lazy("A full date is that one day."),
    Mark.WINDOW: lazy("One day within the span named; the span is kept, no day is made up."),
    Mark.ABOUT: lazy("“About” is kept as a qualifier; it widens the span by no fixed number of days."),
    Mark.SPAN: lazy("Two ends are named: it lasted from the first to the last."),
    Mark.UNSOURCED_SPAN: lazy("Two ends are named: it lasted from the first to the last."),
    Mark.DECADES: lazy("Within the years named; no year of them is preferred."),
    Mark.UNTIL: lazy("Only an end is named; the beginning stays open."),
    Mark.SINCE: lazy("Only a beginning is named; the end stays open."),
    Mark.SEVERAL: lazy("Each day named is kept."),
    Mark.UNDATED: lazy("No date can be read from these words; they are kept as they stand."),
}


class Written(Protocol):
    """Words in a language: a wording, or a title."""

    language: str


Words = TypeVar("Words", bound=Written)


def in_page_language(written: Sequence[Words]) -> Words | None:
    """Return of the same in several languages what is in the page's language, else the first; None of nothing."""
    here = language()
    return next((one for one in written if one.language == here), written[0] if written else None)


def other_than_page(code: str) -> str:
    """Return the language of words, where the page has to say it: "" where it is the page's own."""
    return "" if code == language() else code


@dataclass(frozen=True)
class Alternative:
    """A reading that was possible and not chosen."""

    date: FuzzyDate
    why: str


@dataclass
class Checks:
    """Who checked the events of a page, and when; asked for only where a card has to be made."""

    entries: list[Entry]

    @cached_property
    def by_event(self) -> dict[int, Change]:
        """The checks by event."""
        return checks(self.entries)


@dataclass
class Item:
    """An entry with what a page asks of it; made by `items`, so that nothing is asked of the database again."""

    entry: Entry
    wordings: list[Wording] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    """What its event rests on, the chosen one first."""
    checks: "Checks | None" = None

    @property
    def check(self) -> Change | None:
        """The change that made its event a checked one."""
        return self.checks.by_event.get(self.entry.event_id) if self.checks else None

    @cached_property
    def date(self) -> FuzzyDate | None:
        """The event's date, with its time of day where one is known."""
        return self.entry.event.date

    @cached_property
    def mark(self) -> Mark:
        """The mark of its date."""
        return mark_of(self.date, sourced=self.is_sourced, timed=self.entry.event.time is not None)

    @cached_property
    def chosen(self) -> Citation | None:
        """The citation that gives the date; else the first one."""
        return self.citations[0] if self.citations else None

    @property
    def others(self) -> list[Citation]:
        """The citations after the first."""
        return self.citations[1:]

    @property
    def other_sources(self) -> list[int]:
        """The keys of the other sources, each once."""
        first = self.chosen.source_id if self.chosen else 0
        return list(dict.fromkeys(other.source_id for other in self.others if other.source_id != first))

    @cached_property
    def rivals(self) -> list[Citation]:
        """Citations that give another date, not only a less exact one."""
        return [one for one in self.citations if differs(one.edtf, self.entry.event.edtf)]

    @property
    def is_sourced(self) -> bool:
        """Whether the source that the date was taken from gives it."""
        return self.chosen is None or self.chosen.gives_date

    @property
    def is_known(self) -> bool:
        """Whether its day, or the day it began, is known: else it stands under "exact date not known"."""
        return begins_exactly(self.date)

    @cached_property
    def wording(self) -> Wording | None:
        """Its wording in the page's language, else the one it was written in."""
        return in_page_language(self.wordings)

    @property
    def foreign(self) -> str:
        """The language of its headline, where that is not the page's; else ""."""
        return other_than_page(self.wording.language) if self.wording else ""

    @property
    def language(self) -> str:
        """The language of its headline; "" where it has no wording."""
        return self.wording.language if self.wording else ""

    @property
    def headline(self) -> str:
        """The headline of that wording."""
        return self.wording.headline if self.wording else str(self.entry.event)

    @property
    def style(self) -> str:
        """The style of its lane; "" without one."""
        return self.entry.lane.style if self.entry.lane else ""

    @property
    def place(self) -> tuple[str, str]:
        """The name of its place in the page's language, and which language it is in, where it is in another."""
        place = self.entry.event.place
        return named(place) if place else ("", "")

    @property
    def is_public(self) -> bool:
        """Whether the public sees it too."""
        event = self.entry.event
        return self.entry.published_since is not None and event.status == EventStatus.CHECKED

    @cached_property
    def quoted(self) -> str:
        """The words of the date, where they are known to stand in the source; else ""."""
        return self.chosen.words if self.chosen and stands_in_source(self.chosen) else ""

    @property
    def words_language(self) -> str:
        """The language of the words of its date: that of the source they were taken from; "" where it is not known."""
        return (self.chosen.language or self.chosen.source.language) if self.chosen else ""

    @property
    def editors_language(self) -> str:
        """The language that its editors write notes and reasons in: the chronology's; "" outside of one."""
        return self.entry.chronology.language if self.entry.chronology_id else ""

    @property
    def detail(self) -> str:
        """What stands small beside a date that is no exact day."""
        return detail_of(self.date)

    @property
    def time_words(self) -> str:
        """Time of day with its zone: "23:41 (Seoul)"; "" if not known."""
        return time_words(self.entry.event)

    @property
    def elsewhere(self) -> list[str]:
        """Say for a moment that is known to the minute where it was another day: one sentence a day."""
        event, date = self.entry.event, self.date
        if event.time is None or not event.zone or date is None or not date.is_day or date.earliest is None:
            return []
        return [
            _("At that time it was %(day)s in %(places)s.")
            % {"day": day_words(day), "places": joining.words_listed(cities)}
            for day, cities in days_elsewhere(date.earliest, event.time, event.zone).items()
        ]

    @property
    def reading(self) -> Mapping[str, Any]:
        """How the phrase of an article was read that its date is taken from, as it was then; {} without one."""
        return self.chosen.reading if self.chosen else {}

    @property
    def anchor(self) -> datetime.date | None:
        """The day that the phrase was read against."""
        return datetime.date.fromisoformat(self.reading["anchor"]) if self.reading else None

    @property
    def rule(self) -> str:
        """Why the words mean this date."""
        reading = self.reading
        if self.entry.event.date_reason:
            return self.entry.event.date_reason
        if not reading.get("rule") or self.chosen is None:
            return str(RULES[self.mark])
        if reading["edtf"] != self.chosen.edtf:
            return _("A person corrected the reading.")
        return explain(reading["rule"], reading["facts"], language())

    @cached_property
    def alternatives(self) -> list[Alternative]:
        """Readings of the same words that were not chosen."""
        given = [self.reading, *self.reading.get("others", ())]
        return [
            Alternative(edtf.parse(one["edtf"]), explain(one.get("rule", ""), one.get("facts", {}), language()))
            for one in given
            if one.get("edtf") and one["edtf"] != self.entry.event.edtf
        ]


def items(entries: Iterable[Entry]) -> list[Item]:
    """Return entries as a page shows them."""
    rows = list(entries)
    events = [row.event_id for row in rows]
    checked, wordings, citations = Checks(rows), wordings_of(events), citations_of(events)
    return [Item(row, wordings[row.event_id], citations[row.event_id], checked) for row in rows]


def named(noun: Theme | Actor | Place) -> tuple[str, str]:
    """Return the name of a noun in the page's language, and which language it is in, where it is in another."""
    name = noun.name_in(language())
    return name, "en" if name == noun.name and language() != "en" else ""


def native(noun: Theme | Actor | Place) -> Told | None:
    """Return the name of a noun in its own script, where the page shows it in another: beside the romanised one."""
    text = noun.name_native
    if not text or noun.name_in(language()) != noun.name or text == noun.name:
        return None
    return Told(text, "ko" if _HANGUL.search(text) else "ja" if text == noun.name_ja else language_of(text))


def time_words(event: Event) -> str:
    """Return an event's time of day with its zone: "23:41 (Seoul)"; "" if not known."""
    if event.time is None:
        return ""
    place = city(event.zone)
    return f"{event.time:%H:%M} ({place})" if place else f"{event.time:%H:%M}"


def language_of_name(source: Source, name: str) -> str:
    """Return the language of a source's title, or of its publisher's or author's name; "" where it is not known.

    That of the source; of a name nothing where its letters deny it: "Kyodo" is no Japanese, though what it prints is.
    """
    denied = name != source.title and in_latin_letters(name) == (source.language in OTHER_LETTERS)
    return "" if denied else source.language


def lang_of(source: Source, name: str) -> SafeString:
    """Return the attribute that says that language, where it is not the page's."""
    return lang_attribute(language_of_name(source, name))


def stands_in_source(citation: Citation) -> bool:
    """Return whether the words of the date are the source's own, as far as what is stored can tell."""
    if not citation.words:
        return False
    return citation.mention_id is not None or fold(citation.words) in fold(f"{citation.exact}\n{citation.locator}")


def begins_exactly(date: FuzzyDate | None) -> bool:
    """Return whether the day, or the first day of what lasted, is known."""
    if date is None:
        return False
    begun = date.parts[0] if date.parts and not date.pattern else date
    return begun.names_day and not (begun.approximate or begun.uncertain)


def detail_of(date: FuzzyDate | None) -> str:
    """Return in two or three words how much of a date is not known."""
    if date is None or date.names_day:
        return ""
    if date.lasting:
        return duration_words(date) or _ends_known(date)
    if date.precision is Precision.YEAR:
        return _("only the year is known")
    if date.precision is Precision.MONTH:
        return _("day not known")
    full, short = in_words(date, language()), in_short(date, language())
    return "" if full == short else full


def _ends_known(date: FuzzyDate) -> str:
    finest = {part.precision for part in date.parts if part.dated}
    if finest == {Precision.YEAR}:
        return _("years only")
    return _("months only") if finest == {Precision.MONTH} else _("days not known")
