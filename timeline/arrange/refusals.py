"""Why a move is refused, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.dates import in_words
from timeline.dates.order import Order, compare
from timeline.records.models import Entry, Event


@dataclass(frozen=True)
class Refusal:
    """An entry that was to be moved, those it cannot pass, and why."""

    entry: Entry
    against: list[Entry]
    why: str


def refusal(entry: Entry, against: Sequence[Entry]) -> Refusal:
    """Explain which entry cannot pass which, by their dates."""
    return Refusal(entry, list(against), _why(entry.event, against[0].event))


def _why(event: Event, other: Event) -> str:
    first, last = sorted((event, other), key=lambda one: one.sort_key)
    words = {"first": date_words(first), "last": date_words(last)}
    if not last.edtf:
        return _("What has no date stands behind everything that has one.")
    ours, theirs = first.date, last.date
    if ours and theirs and compare(ours, theirs) is Order.BEFORE:
        return _("%(first)s is over before %(last)s begins.") % words
    return (
        _(
            "Their dates overlap, but a date that is not exact stands behind the exact ones of its day, month or year, "
            "so that nobody takes it for more than it is: %(first)s comes before %(last)s."
        )
        % words
    )


def date_words(event: Event) -> str:
    """Return an event's date in words, or its own words where nothing can be read from them."""
    date = event.date
    return in_words(date, get_language() or "en") if date else event.words or _("undated")
