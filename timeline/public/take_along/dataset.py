"""What a chronology says of itself to programs: a data set by schema.org, with all that can be taken along of it."""

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from timeline.formats import atom, icalendar, json_ld
from timeline.public.event_page import address_of
from timeline.public.take_along.citing import WAYS
from timeline.public.terms import method_address, method_text
from timeline.records.about import About
from timeline.records.models import Chronology

FILES = (
    ("public:new_events_feed", atom.TYPE),
    ("public:corrections_feed", atom.TYPE),
    ("public:calendar", icalendar.TYPE),
)


def dataset_of(request: HttpRequest, chronology: Chronology, said: About, years: tuple[int, int] | None) -> SafeString:
    """Return a chronology as programs read it, to stand in the HTML of a page."""
    slug, changed = chronology.slug, said.instant
    cites = [(kind, address_of(request, "public:cite_chronology", slug, way)) for way, (_w, kind, _n) in WAYS.items()]
    written = json_ld.write_chronology(
        json_ld.ChronologyPage(
            address=address_of(request, "public:timeline", slug), title=said.title.text, language=said.title.language,
            description=said.scope.text, version=changed.isoformat(timespec="minutes") if changed else "",
            modified=changed.isoformat(timespec="seconds") if changed else "", license=said.licence_url,
            license_name=said.licence_name, method=method_address(request, said), years=years,
            method_text=method_text(said), method_language=said.method.language,
            downloads=[*((kind, address_of(request, name, slug)) for name, kind in FILES), *cites],
        )
    )  # fmt: skip
    return mark_safe(written.decode())  # noqa: S308  no sign in it ends its element
