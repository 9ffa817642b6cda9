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
    "no-day": _("%(field)s: “%(text)s” is no day. Write it as 2002-09-17."),
    "turned-round": _("The last day, %(latest)s, lies before the first, %(earliest)s."),
    "impossible": _("“%(words)s”: %(why)s"),
    "no-number": _("%(field)s: “%(text)s” is no number of degrees."),
    "off-earth": _("%(latitude)s, %(longitude)s is no place on Earth."),
    "half-a-place": _("A place needs both latitude and longitude."),
    "no-address": _("%(field)s: “%(text)s” is no web address."),
    "doubled": _("The identifier “%(id)s” stands on line %(line)s already."),
    "imported": _("The identifier “%(id)s” was imported already."),
    "days-differ": _("The days say %(days)s; the EDTF, %(edtf)s, goes before them."),
    "words-differ": _("“%(words)s” reads as %(read)s; %(taken)s goes before it."),
    "unread": _("“%(words)s” cannot be read as a date: the event stays undated, the words are kept."),
    "undated": _("The row gives no date."),
    "formula": _("%(field)s begins like a formula. It is kept as text and never run."),
    "certainty": _("Certainty “%(text)s” is not known here; known are certain, approximate, uncertain, disputed."),
    "certainty-differs": _("Certainty says “%(text)s”, but the date %(edtf)s is an exact day."),
    "verified": _("“%(text)s” does not say whether the source gives the date (page or known): taken as no."),
    "no-source": _("The row names no source: the event stays a draft."),
    "no-source-title": _("A source has an address, but no title: the address is its title."),
    "place-differs": _("“%(place)s” is known at %(known)s: the row's %(written)s is left aside."),
    "like": _("An event with this headline and date exists already."),
}


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
