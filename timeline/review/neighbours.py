"""Events near a date, and events that may be the very one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate, in_words
from timeline.records.models import Event
from timeline.records.words import fold
from timeline.web.date_box import page_language
from timeline.web.date_strip import Neighbour

MOST_NEAR = 5
MOST_LIKELY = 3
LOOKED_AT = 400
"""Most events compared by their words."""
CLOSE = timedelta(days=3)
YEARS_OFF = timedelta(days=366)
ENOUGH = 0.22
"""Likeness from which an event is offered as the same."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True)
class Likely:
    """An event that may be the one a phrase dates, with what speaks for it."""

    event: Event
    reason: str
    likeness: float


def near(value: FuzzyDate | None) -> list[Neighbour]:
    """Return events of one day around a date, at most MOST_NEAR, for the strip."""
    if value is None or not (value.earliest or value.latest):
        return []
    first, last = _widened(value.earliest or value.latest, value.latest or value.earliest, timedelta(days=7))
    found = Event.objects.live().filter(earliest__gte=first, latest__lte=last).prefetch_related("wordings")
    return [
        Neighbour(
            "abcdefgh"[number], event.date, event.headline, reverse("public:event", args=[event.pk]), _language(event)
        )
        for number, event in enumerate(found.order_by("sort_key", "pk")[:MOST_NEAR])
        if event.date
    ]


def likely_same(value: FuzzyDate | None, words: str, *, first: Sequence[Event] = ()) -> list[Likely]:
    """Return events that may be the one told in `words`, likeliest first, at most MOST_LIKELY.

    `first` are events that the phrase dates already; they lead.
    """
    own = [Likely(event, _("dated by this phrase already"), 1.0) for event in first]
    told = terms(words)
    found = []
    for event in _candidates(value):
        likeness, reason = _likeness(event, value, told)
        if likeness >= ENOUGH and event not in first:
            found.append(Likely(event, reason, likeness))
    found.sort(key=lambda likely: (-likely.likeness, likely.event.pk))
    return (own + found)[:MOST_LIKELY]


def terms(text: str) -> set[str]:
    """Return what two texts are compared by: words of four letters and more, pairs of ideographs."""
    folded = fold(text)
    pairs = {run[at : at + 2] for run in _IDEOGRAPHS.findall(folded) for at in range(len(run) - 1)}
    return {word[:7] for word in _WORD.findall(folded) if not _IDEOGRAPHS.search(word)} | pairs


def _candidates(value: FuzzyDate | None) -> list[Event]:
    events = Event.objects.live().prefetch_related("wordings")
    if value is not None and (value.earliest or value.latest):
        first, last = _widened(value.earliest or value.latest, value.latest or value.earliest, YEARS_OFF)
        events = events.within(first, last)
    return list(events.order_by("sort_key", "pk")[:LOOKED_AT])


def _likeness(event: Event, value: FuzzyDate | None, told: set[str]) -> tuple[float, str]:
    known = terms(" ".join(f"{one.headline} {one.summary}" for one in event.wordings.all()))
    shared = len(known & told) / max(1, min(len(known), len(told)))
    if value is None or event.date is None:
        return shared * 0.6, _("similar words")
    if event.edtf == value.edtf:
        return 0.2 + shared, _("same date") if shared < ENOUGH else _("same date, similar words")
    if _touches(event, value, CLOSE):
        return 0.12 + shared, _("close in time, similar words")
    return shared * 0.6, _("similar words, another date: %(date)s") % {"date": in_words(event.date, page_language())}


def _touches(event: Event, value: FuzzyDate, slack: timedelta) -> bool:
    first, last = _widened(value.earliest, value.latest, slack)
    begins = event.earliest is None or last is None or event.earliest <= last
    ends = event.latest is None or first is None or event.latest >= first
    return begins and ends


def _widened(first: date | None, last: date | None, slack: timedelta) -> tuple[date | None, date | None]:
    try:
        return first and first - slack, last and last + slack
    except OverflowError:
        return first, last


def _language(event: Event) -> str:
    return event.wording.language if event.wording else ""
