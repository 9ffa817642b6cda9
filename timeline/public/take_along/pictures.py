"""What is drawn of an event for other sites."""

import datetime

from django.http import HttpRequest

from timeline.dates import FuzzyDate
from timeline.dates.wording import in_short
from timeline.formats.picture import Picture
from timeline.public.event_page import Shown
from timeline.public.terms import terms
from timeline.records.about import about
from timeline.web.marks import language


def picture_of(request: HttpRequest, shown: Shown) -> Picture:
    """Return what is drawn of an event."""
    item = shown.item
    said = about(shown.entry.chronology, language()) if shown.entry else None
    title = said.title if said else None
    return Picture(
        date=in_short(item.date, language()) if item.date else item.entry.event.words, headline=item.headline,
        language=item.wording.language if item.wording else "", page_language=language(),
        chronology=title.text if title else "", chronology_language=title.language if title else "",
        window=_window(item.date), is_day=bool(item.date and item.date.exact),
        rights=terms(request, said, in_full=False),
    )  # fmt: skip


def _window(date: FuzzyDate | None) -> tuple[float, float] | None:
    """Return where a date lies in its year, as shares of it; None where no one year holds it."""
    if date is None or date.earliest is None or date.latest is None or date.earliest.year != date.latest.year:
        return None
    year = date.earliest.year
    first = datetime.date(year, 1, 1)
    days = (datetime.date(year, 12, 31) - first).days + 1
    return (date.earliest - first).days / days, ((date.latest - first).days + 1) / days
