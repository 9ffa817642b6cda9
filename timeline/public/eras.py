"""Years that other calendars count: which of them a reader has chosen to see beside the dates, kept in the address.

The choice holds for one request, as its language does, so that every link of a page keeps it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import FuzzyDate
from timeline.dates.wording import in_era, in_juche
from timeline.records.models import Told
from timeline.web.templatetags.dates import era

FIELD = "eras"
"""What the choice is called in the address; without it the Japanese era stands at the headings of years alone."""
CHOICES: dict[str, Promise] = {
    "": lazy("Japanese, at the years"),
    "ja": lazy("Japanese, at every date"),
    "juche": lazy("Juche"),
    "none": lazy("none"),
}
_chosen: ContextVar[str] = ContextVar("eras", default="")


def asked(query: Mapping[str, object]) -> str:
    """Return the choice that an address makes; "" where it makes none that there is."""
    said = str(query.get(FIELD, ""))
    return said if said in CHOICES else ""


@contextmanager
def choosing(query: Mapping[str, object]) -> Iterator[None]:
    """Let the choice of an address hold meanwhile."""
    token = _chosen.set(asked(query))
    try:
        yield
    finally:
        _chosen.reset(token)


def chosen() -> str:
    """Return the choice that holds."""
    return _chosen.get()


def kept() -> dict[str, str]:
    """Return the choice as the query of an address keeps it."""
    return {FIELD: said} if (said := chosen()) else {}


def beside_year(year: int) -> Told | None:
    """Return what stands beside the heading of a year, in the script of its own language; None for nothing."""
    if chosen() == "none":
        return None
    if chosen() == "juche":
        return _told(in_juche(FuzzyDate.year(year)) if 1 <= year <= 9999 else "", "ko")
    return _told(era(year), "ja")


def beside_date(date: FuzzyDate | None, *, alone: bool = False) -> Told | None:
    """Return what stands beside a date; `alone`: it has no heading of its year, which says the era without a choice."""
    if date is None or chosen() == "none" or not (chosen() or alone):
        return None
    return _told(in_juche(date), "ko") if chosen() == "juche" else _told(in_era(date), "ja")


def _told(text: str, language: str) -> Told | None:
    return Told(text, language) if text else None
