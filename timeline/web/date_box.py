"""The date box: what is typed, what it reads as, the other readings, and what speaks against it.

`_date_box.html` holds the field and `_reading.html`; the latter is what is swapped while one types.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate, Reading, Typed, explain, in_words
from timeline.web.date_strip import Neighbour, Strip, draw

UNDATED = "undated"
"""The value of the choice to keep the words only."""
MOST_READINGS = 8


@dataclass(frozen=True)
class Choice:
    """One way to read the words; `value` is its EDTF, or UNDATED."""

    number: int
    value: str
    date: FuzzyDate | None
    why: str
    rule: str = ""

    @property
    def words(self) -> str:
        """The date in words, a day with its weekday."""
        return in_full(self.date) if self.date else _("Undated")


@dataclass(frozen=True)
class Warned:
    """What speaks against a reading: in a word or two, and in a sentence."""

    title: str
    sentence: str


@dataclass(frozen=True)
class DateBox:
    """Typed words with their readings; `chosen` is None where a person has to choose."""

    words: str
    choices: tuple[Choice, ...]
    chosen: Choice | None
    warnings: tuple[Warned, ...] = ()
    published: date | None = None
    zone: str = ""
    neighbours: tuple[Neighbour, ...] = ()
    written: str = ""

    @property
    def is_unread(self) -> bool:
        """Whether nothing could be read: only "undated" is left."""
        return len(self.choices) == 1

    @property
    def needs_choice(self) -> bool:
        """Whether several readings stand and none is chosen."""
        return self.chosen is None

    @cached_property
    def strip(self) -> Strip | None:
        """The picture of the days around; None where there are none to draw."""
        chosen = self.chosen.date if self.chosen else None
        readings = [(choice.number, choice.date) for choice in self.choices if choice.date]
        return draw(chosen, readings, self.published, self.neighbours)

    @property
    def said(self) -> str:
        """One sentence for the live region."""
        count = len(self.choices) - 1
        if self.is_unread:
            return _("Not read as a date. The words are kept.")
        readings = ngettext("%(count)s reading", "%(count)s readings", count) % {"count": count}
        if self.chosen is None:
            return f"{self.warnings[0].title} {readings}." if self.warnings else _("Choose a reading.")
        said = _("Reads as %(date)s, %(readings)s.") % {"date": self.chosen.words, "readings": readings}
        return " ".join([said, *(warned.title for warned in self.warnings)])

    def choice(self, value: str) -> Choice | None:
        """Return the choice with this value."""
        return next((choice for choice in self.choices if choice.value == value), None)


def make_box(
    *,
    words: str,
    found: Typed,
    chosen: str = "",
    published: date | None = None,
    zone: str = "",
    neighbours: Sequence[Neighbour] = (),
    written: str = "",
) -> DateBox:
    """Return the box for typed words and how they were found to read.

    `chosen` is the value of the choice a person made, "" for none: then the best reading is chosen, unless something
    speaks against it, or nothing tells it from another. `written` are the source's own words, where others were typed.
    """
    readings = found.readings
    choices = _choices(readings)
    picked = next((choice for choice in choices if choice.value == chosen), None) if chosen else None
    if picked is None and not (_is_doubtful(readings) or found.is_half_read or _is_open(found)):
        picked = choices[0]
    warnings = (
        *_half_read(choices, found.unread),
        *_two_ways(found),
        *_open_years(found),
        *_warnings(readings, picked, published),
    )
    return DateBox(
        words=words, choices=choices, chosen=picked, warnings=warnings, published=published, zone=zone,
        neighbours=tuple(neighbours), written=written,
    )  # fmt: skip


def in_full(value: FuzzyDate) -> str:
    """Return a date in the words of the page's language; a single day begins with its weekday."""
    words = in_words(value, page_language())
    if value.exact and value.earliest and date_format(value.earliest, "l") not in words:
        return _("%(weekday)s %(day)s") % {"weekday": date_format(value.earliest, "l"), "day": words}
    return words


def page_language() -> str:
    """Return the language of the page without its region."""
    return (get_language() or "en").split("-")[0]


def why(reading: Reading) -> str:
    """Return why a reading is what it is, in the language of the page."""
    return explain(reading.rule, reading.facts, page_language())


def _is_doubtful(readings: Sequence[Reading]) -> bool:
    return bool(readings) and (readings[0].is_weekday_mismatch or readings[0].is_outside_era)


def _is_open(found: Typed) -> bool:
    """Whether nothing tells which of two readings is meant; what is valid EDTF is taken as EDTF, with a warning."""
    if not found.is_ambiguous or found.readings[0].rule != "written-edtf":
        return found.is_ambiguous
    years = [reading.date.year_span for reading in found.readings if reading.date and reading.rule == "written-years"]
    return any(first is not None and last == first + 1 for first, last in years)


def _choices(readings: Sequence[Reading]) -> tuple[Choice, ...]:
    dated = [(reading.date, why(reading), reading.rule) for reading in readings if reading.date]
    if readings and readings[0].is_weekday_mismatch:
        dated += _by_weekday(readings[0])
    kept: dict[str, tuple[FuzzyDate, str, str]] = {}
    for value, reason, rule in dated:
        kept.setdefault(value.edtf, (value, reason, rule))
    choices = [
        Choice(number, edtf, value, reason, rule)
        for number, (edtf, (value, reason, rule)) in enumerate(list(kept.items())[:MOST_READINGS], start=1)
    ]
    return (*choices, Choice(len(choices) + 1, UNDATED, None, _("keep the words only")))


def _by_weekday(reading: Reading) -> list[tuple[FuzzyDate, str, str]]:
    """The nearest days, before and after, that are the weekday the words name."""
    weekday, day = reading.facts.get("weekday"), reading.date.earliest if reading.date else None
    if not isinstance(weekday, int) or day is None:
        return []
    back = (day.isoweekday() - weekday) % 7
    reason = _("trust the weekday, not the day of the month")
    days = (day - timedelta(days=back), day + timedelta(days=7 - back))
    return [(FuzzyDate.day(one), reason, "weekday-trusted") for one in sorted(days, key=lambda one: abs(one - day))]


def _half_read(choices: tuple[Choice, ...], unread: str) -> list[Warned]:
    """Which of the words no reading rests on."""
    if not unread or not choices[0].date:
        return []
    sentence = _("“%(unread)s” was not read; the readings are of the rest of the words only.")
    return [Warned(_("Read in part."), sentence % {"unread": unread})]


def _two_ways(found: Typed) -> list[Warned]:
    """That nothing tells which of two readings is meant: day or month first, a month or two years, two languages."""
    if not found.is_ambiguous:
        return []
    return [Warned(_("Can be read in two ways."), _("Nothing here tells which is meant: look into the source."))]


def _open_years(found: Typed) -> list[Warned]:
    """That we supplied the century of two figures; that the year 0000 is one that many a table means for none."""
    warned = []
    if found.is_century_taken and found.reading:
        warned.append(Warned(_("The century is not written."), why(found.reading)))
    if found.is_year_zero:
        warned.append(Warned(_("Year 0000."), _("It is 1 BC. Many databases write 0000 where no year is known.")))
    return warned


def _warnings(readings: Sequence[Reading], picked: Choice | None, published: date | None) -> list[Warned]:
    best = readings[0] if readings else None
    found = []
    if best and best.is_weekday_mismatch:
        found.append(Warned(_("The weekday does not match."), why(best)))
    if best and best.is_outside_era:
        found.append(Warned(_("Outside the era."), why(best)))
    if best and best.is_impossible:
        found.append(Warned(_("Not in the calendar."), why(best)))
    if published and picked and picked.date and picked.date.earliest and picked.date.earliest > published:
        sentence = _("The article is of %(day)s: is this a plan?")
        found.append(Warned(_("After publication."), sentence % {"day": date_format(published, _("l j F Y"))}))
    return found
