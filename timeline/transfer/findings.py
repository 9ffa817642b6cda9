"""What is found in a row of a table: errors, which keep it out, and warnings, which do not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: Mapping[str, str | Promise] = {
    "ragged": _("The row has %(cells)s cells where the header has %(columns)s."),
    "empty": _("%(field)s: nothing is written here."),
    "too-long": _("%(field)s: %(length)s characters; %(limit)s is the most."),
    "no-edtf": _("“%(text)s” is no EDTF: %(why)s"),
    "turned-round": _("The end, %(latest)s, lies before the start, %(earliest)s."),
    "impossible": _("“%(words)s”: %(why)s"),
    "no-number": _("%(field)s: “%(text)s” is no number of degrees."),
    "off-earth": _("%(latitude)s, %(longitude)s is no place on Earth."),
    "half-a-place": _("A place needs both latitude and longitude."),
    "doubled": _("The identifier “%(id)s” stands on line %(line)s already."),
    "imported": _("The identifier “%(id)s” was imported already."),
    "days-differ": _("The days say %(days)s; the EDTF, %(edtf)s, goes before them."),
    "words-differ": _("“%(words)s” reads as %(read)s; %(taken)s goes before it."),
    "unread": _("“%(words)s” cannot be read as a date: the event stays undated, the words are kept."),
    "unread-beside": _("“%(words)s” cannot be read as a date: the words are kept, other columns give %(taken)s."),
    "unread-cell": _("%(field)s: “%(text)s” cannot be read as a date; the words are kept."),
    "half-read": _(
        "Of “%(words)s” only “%(used)s” is read (%(read)s), not “%(unread)s”: it gives no date, the words are kept."
    ),
    "needs-day": _("“%(words)s” counts from a day, and the row gives no day of its source: the words are kept."),
    "needs-full-day": _(
        "“%(words)s” counts from a day, and the source is of “%(given)s”, which is no full day: the words are kept."
    ),
    "two-ways": _("“%(words)s” can be read two ways: taken as %(taken)s, it may be %(other)s."),
    "year-supplied": _(
        "“%(words)s” names no year: taken as %(taken)s, from the day of its source, %(given)s; it may be %(other)s."
    ),
    "century-taken": _("“%(words)s” has two figures of its year: taken as %(taken)s, it may be %(other)s."),
    "year-zero": _("“%(words)s” is read as %(edtf)s, 1 BC; many databases write 0000 where no year is known."),
    "doubtful": _("“%(words)s”: %(why)s"),
    "before-zero": _("“%(words)s” counts as EDTF does: %(edtf)s is %(year)s BC."),
    "no-start": _("The row gives an end, but no start: it lasted until %(end)s."),
    "undated": _("The row gives no date."),
    "formula": _("%(field)s begins like a formula. It is kept as text and never run."),
    "turned": _("%(field)s: invisible signs that turn the direction of writing are left out."),
    "certainty": _("Certainty “%(text)s” is not known here; known are certain, approximate, uncertain, disputed."),
    "certainty-differs": _("Certainty says “%(text)s”, but the date %(edtf)s is an exact day."),
    "verified": _("“%(text)s” does not say whether the source gives the date (page or known): taken as no."),
    "no-source": _("The row names no source: the event stays a draft."),
    "no-source-title": _("A source has an address, but no title: the address is its title."),
    "addresses": _("%(field)s: more than one address in the cell. Taken: %(taken)s. Left out: %(left)s."),
    "two-addresses": _("%(field)s: two addresses in the cell are two sources: %(taken)s."),
    "nothing-said": _("%(field)s: “%(text)s” is no web address; it is left out."),
    "no-publication-date": _("%(field)s: “%(text)s” cannot be read whole as a date. Write it as 2002-09-17."),
    "address-mended": _("%(field)s: “%(text)s” is taken as %(taken)s."),
    "no-address": _("%(field)s: “%(text)s” is no web address; it is kept as %(kept)s."),
    "address-words": _("%(field)s: beside the address stands “%(text)s”; it is kept as %(kept)s."),
    "markup": _("HTML was taken out of: %(fields)s."),
    "own-language": _("%(field)s: the row's own headline is in this language and stands; this cell is left out."),
    "no-headline": _("%(field)s: there is no headline in this language, so the summary is left out."),
    "headline-cut": _("A headline of %(length)s characters: its first sentence stays, the whole is in the summary."),
    "themes-parted": _("No semicolon parts the themes, so the commas do: %(names)s."),
    "no-event": _("The row is of the kind “%(kind)s”: it is about the whole table, and no event is made of it."),
    "same-row": _("The same stands on line %(line)s already."),
    "place-differs": _("“%(place)s” is known at %(known)s: the row's %(written)s is left aside."),
    "like": _("An event with this headline and date exists already."),
    # Of the whole table, said once
    "guessed": _("The file is not UTF-8. Its letters are read as %(encoding)s: look whether the first row is right."),
    "no-names": _("The first line looks like a row, not like names of columns: the columns are called by number."),
    "foreign": _(
        "Headlines that seem to be in %(language)s: %(count)s. These events are worded in it; a language that "
        "the table names in a column, or that is chosen for all rows, goes before that."
    ),
    "day-first": _("“%(column)s”: the day stands before the month, as “%(example)s” on line %(line)s shows."),
    "month-first": _("“%(column)s”: the month stands before the day, as “%(example)s” on line %(line)s shows."),
    "century-shown": _(
        "“%(column)s”: years of two figures are of the years %(first)s to %(last)s, as “%(example)s” on line %(line)s "
        "shows: there is no other century in the column."
    ),
    "orders-differ": _(
        "“%(column)s”: “%(day)s” on line %(day_line)s has the day first, “%(month)s” on line %(month_line)s the month. "
        "Dates that can be read two ways: %(count)s."
    ),
    "order-untold": _(
        "“%(column)s”: nothing tells whether day or month stands first, as in “%(example)s”. "
        "Dates that can be read two ways: %(count)s."
    ),
}

ABOUT_THE_DATE = frozenset(
    {
        *("no-edtf", "impossible", "unread", "unread-cell", "half-read", "undated", "needs-day", "needs-full-day"),
        *(
            "unread-beside",
            "year-supplied",
            "century-taken",
            "year-zero",
            "two-ways",
            "doubtful",
            "before-zero",
            "turned-round",
            "no-start",
            "days-differ",
            "words-differ",
        ),
        *("certainty", "certainty-differs"),
    }
)
"""The codes that ask for a look at the date of a row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a row: a code of MESSAGES and its facts."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    is_error: bool = False

    def __str__(self) -> str:
        return str(MESSAGES[self.code]) % self.facts

    def as_data(self) -> list[Any]:
        """Return it as it is stored with a plan."""
        return [self.code, {name: str(value) for name, value in self.facts.items()}, self.is_error]


def error(code: str, **facts: Any) -> Finding:
    """Return a finding that keeps its row out."""
    return Finding(code, facts, is_error=True)


def warning(code: str, **facts: Any) -> Finding:
    """Return a finding to look at."""
    return Finding(code, facts)
