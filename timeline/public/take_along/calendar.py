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
from timeline.public.kept import is_listed, names_the_unknown
from timeline.public.links import Links
from timeline.public.take_along.calendar_files import MOST, earlier_days, files_of
from timeline.public.take_along.feeds import host_of
from timeline.public.terms import method_address, method_line, method_text
from timeline.public.ways.finding import place_in
from timeline.records.about import About, about
from timeline.records.known_days import IN_CALENDAR
from timeline.records.models import Chronology, Event, Wording
from timeline.records.selection import Choice, Row, Selection, select
from timeline.web.marks import language

PAGE = 500
"""Days of a file that search, filters, other years or a place narrow: there is no end of such files."""
PIECE = 500


def calendar_of(
    request: HttpRequest, chronology: Chronology, stamp: datetime.datetime, *, preview: bool
) -> HttpResponse:
    """Return the days of what search and filters of the address leave of a chronology."""
    filters = read(request.GET, chronology, language(), preview=preview)
    key, lost = place_in(request.GET, "after", chronology)
    ignored = [str(one.error) for one in filters.wrong] + lost
    if ignored:
        names_the_unknown(request)
    choice = choice_of(chronology, filters, preview=preview, key=key)
    exact = select(replace(choice, values=tuple(dict.fromkeys((*choice.values, IN_CALENDAR)))), key=key)
    most = PAGE
    if not ignored and "after" not in request.GET and _is_offered(filters, choice):
        most = MOST
        is_listed(request)
    rows = exact.after(key, most + 1)
    said = about(chronology, language())
    told = [_("Not used:"), *ignored] if ignored else []
    told += _left_out(select(choice, key=key), exact, earlier_days(choice))
    if len(rows) > most or exact.reached is not None:
        told.append(_more_said(request, chronology, filters, exact, rows[:most], preview=preview))
    calendar = icalendar.Calendar(
        name=said.title.text, name_language=said.title.language, stamp=stamp,
        description=" ".join([*told, *_terms(request, said)]), more=_method(request, said),
        language=get_language() or "en", address=_own_address(request),
        days=_days(request, rows[:most]),
    )  # fmt: skip
    return HttpResponse(icalendar.write(calendar), content_type=f"{icalendar.TYPE}; charset=utf-8")


def _is_offered(filters: Filters, choice: Choice) -> bool:
    """Return whether the whole is asked for, or one of the files that the page "Take it along" lists."""
    if filters.query.keys() - {"from", "to"}:
        return False
    whole = replace(choice, values=(IN_CALENDAR,), first=None, last=None)
    return not filters.used or any(span.query == filters.query for span in files_of(select(whole)))


def _left_out(everything: Selection, exact: Selection, earlier: Selection | None) -> list[str]:
    """Return how many events have no exact day, and how many one that no calendar has, where that is known."""
    early = earlier.count if earlier else 0
    told = [_("Exact days before the year 1 are left out: no calendar has them.")] if early else []
    if not (everything.is_whole and exact.is_whole and (earlier is None or earlier.is_whole)):
        return [_("Events without an exact day are left out."), *told]
    if early:
        words = ngettext(
            "%(days)s exact day before the year 1 is left out: no calendar has it.",
            "%(days)s exact days before the year 1 are left out: no calendar has them.",
            early,
        )
        told = [words % {"days": early}]
    fuzzy = everything.count - exact.count - early
    words = ngettext(
        "%(events)s event without an exact day is left out.",
        "%(events)s events without an exact day are left out.",
        fuzzy,
    )
    return [words % {"events": fuzzy}, *told]


def _more_said(
    request: HttpRequest,
    chronology: Chronology,
    filters: Filters,
    exact: Selection,
    rows: Sequence[Row],
    *,
    preview: bool,
) -> str:
    """Return how many days this file leaves out, where that is known, and which file goes on."""
    if not rows:
        return _("Not everything was looked through; ask for other years, with ?from=2000&to=2009.")
    links = Links.of(chronology, preview=preview, query=filters.query, page="public:calendar")
    address = request.build_absolute_uri(links.to(after=rows[-1].entry))
    if "after" in request.GET or not exact.is_whole:
        return _("More exact days are left out here; they follow at %(address)s") % {"address": address}
    left = exact.count - len(rows)
    told = ngettext(
        "%(count)s exact day more is left out here; it follows at %(address)s",
        "%(count)s exact days more are left out here; they follow at %(address)s",
        left,
    )
    return told % {"count": left, "address": address}


def _terms(request: HttpRequest, said: About) -> list[str]:
    told = []
    if licence := said.licence_line:
        told.append(_("Licence: %(name)s.") % {"name": licence})
    if said.method.text and said.method.language == language():
        told.append(method_line(request, said))
    elif said.method.text:
        told.append(_("Method: %(address)s") % {"address": method_address(request, said)})
    return told


def _method(request: HttpRequest, said: About) -> tuple[str, str] | None:
    """Return language and words of a method that is in another language than the page; None where there is none."""
    text = method_text(said)
    return (said.method.language, text) if text and said.method.language != language() else None


def _own_address(request: HttpRequest) -> str:
    """Return the address of the file with what it has read of its query: it is kept for whoever asks next."""
    query = request.GET.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


def _days(request: HttpRequest, rows: Sequence[Row]) -> list[icalendar.Day]:
    """Return the days; those before year 1 and after 9999 have none in a calendar."""
    before, after = address_of(request, "public:event", 0).rsplit("0", 1)
    host = host_of(request)
    made = []
    for start in range(0, len(rows), PIECE):
        keys = [row.event for row in rows[start : start + PIECE]]
        dates = Event.objects.filter(pk__in=keys).values_list("pk", "earliest", "latest", "version").order_by()
        known = {pk: (first, last, version) for pk, first, last, version in dates if first and last}
        words = _words(keys)
        for key in keys:
            if key in known and key in words:
                (first, last, version), (code, headline, summary) = known[key], words[key]
                made.append(
                    icalendar.Day(
                        uid=f"event-{key}@{host}", first=first, last=last, summary=headline, description=summary,
                        address=f"{before}{key}{after}", language=code, version=version,
                    )
                )  # fmt: skip
    return made


def _words(events: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Return language, headline and summary of events in the page's language, else in the one written first.

    Without making records of them, which would take longer than all the rest.
    """
    here, found = language(), dict[int, tuple[str, str, str]]()
    rows = Wording.objects.filter(event__in=events).order_by("pk")
    for event, code, headline, summary in rows.values_list("event_id", "language", "headline", "summary"):
        if event not in found or (code == here != found[event][0]):
            found[event] = (code, headline, summary)
    return found
