"""The known days of a chronology as a calendar: one day, or from one to another."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from timeline.formats import icalendar
from timeline.public.event_page import address_of
from timeline.public.filters import Filters, choice_of, read
from timeline.public.items import in_page_language
from timeline.public.kept import names_the_unknown
from timeline.public.queries import wordings_of
from timeline.public.take_along.feeds import host_of
from timeline.public.terms import method_address
from timeline.records.about import About, about
from timeline.records.known_days import IN_CALENDAR
from timeline.records.models import Chronology, Event
from timeline.records.selection import Row, Selection, select
from timeline.web.marks import language

MOST = 5000
"""Days of one file; search, filters and years say which."""
PIECE = 500


def calendar_of(
    request: HttpRequest, chronology: Chronology, stamp: datetime.datetime, *, preview: bool
) -> HttpResponse:
    """Return the days of what search and filters of the address leave of a chronology."""
    filters = read(request.GET, chronology, language(), preview=preview)
    if filters.wrong:
        names_the_unknown(request)
    choice = choice_of(chronology, filters, preview=preview)
    everything = select(choice)
    exact = select(replace(choice, values=tuple(dict.fromkeys((*choice.values, IN_CALENDAR)))))
    rows = exact.after(None, MOST + 1)
    said = about(chronology, language())
    calendar = icalendar.Calendar(
        name=said.title.text, name_language=said.title.language, stamp=stamp,
        description=" ".join(
            [*_not_used(filters), *_description(everything, exact, rows, said, method_address(request, said))]
        ),
        language=get_language() or "en", address=_own_address(request),
        days=_days(request, rows[:MOST]),
    )  # fmt: skip
    return HttpResponse(icalendar.write(calendar), content_type=f"{icalendar.TYPE}; charset=utf-8")


def _description(everything: Selection, exact: Selection, rows: Sequence[Row], said: About, method: str) -> list[str]:
    told = []
    if everything.is_whole and exact.is_whole:
        fuzzy = everything.count - exact.count
        words = ngettext(
            "%(events)s event without an exact day is left out.",
            "%(events)s events without an exact day are left out.",
            fuzzy,
        )
        told.append(words % {"events": fuzzy})
    else:
        told.append(_("Events without an exact day are left out."))
    if len(rows) > MOST or exact.reached is not None:
        told.append(
            _("These are the first %(most)s exact days; ask for others by year, with ?from=2000&to=2009.")
            % {"most": min(len(rows), MOST)}
        )
    if licence := said.licence_line:
        told.append(_("Licence: %(name)s.") % {"name": licence})
    if method:
        told.append(_("Method: %(address)s") % {"address": method})
    return told


def _own_address(request: HttpRequest) -> str:
    """Return the address of the file with what it has read of its query: it is kept for whoever asks next."""
    query = request.GET.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


def _not_used(filters: Filters) -> list[str]:
    """Return what is said of filters that narrow nothing."""
    return [_("Not used:"), *(str(one.error) for one in filters.wrong)] if filters.wrong else []


def _days(request: HttpRequest, rows: Sequence[Row]) -> list[icalendar.Day]:
    """Return the days; those before year 1 and after 9999 have none in a calendar."""
    before, after = address_of(request, "public:event", 0).rsplit("0", 1)
    host = host_of(request)
    made = []
    for start in range(0, len(rows), PIECE):
        keys = [row.event for row in rows[start : start + PIECE]]
        dates = Event.objects.filter(pk__in=keys).values_list("pk", "earliest", "latest", "version").order_by()
        known = {pk: (first, last, version) for pk, first, last, version in dates if first and last}
        wordings = wordings_of(keys)
        for key in keys:
            wording = in_page_language(wordings[key])
            if key in known and wording:
                first, last, version = known[key]
                made.append(
                    icalendar.Day(
                        uid=f"event-{key}@{host}",
                        first=first,
                        last=last,
                        summary=wording.headline,
                        description=wording.summary,
                        address=f"{before}{key}{after}",
                        language=wording.language,
                        version=version,
                    )
                )
    return made
