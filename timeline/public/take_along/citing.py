"""Citations as files, in three formats."""

import datetime
from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import register_converter

from timeline.formats import bibtex, csl_json, ris
from timeline.formats.works import Kind, Work
from timeline.public.event_page import SITE, address_of
from timeline.public.queries import instant_of
from timeline.public.terms import terms
from timeline.records.about import about
from timeline.records.models import Chronology
from timeline.web.marks import language

Writer = Callable[[Iterable[Work]], bytes]
WAYS: dict[str, tuple[Writer, str, str]] = {
    "json": (csl_json.write, csl_json.TYPE, "CSL-JSON"),
    "ris": (ris.write, ris.TYPE, "RIS"),
    "bib": (bibtex.write, bibtex.TYPE, "BibTeX"),
}
"""By the end of a file's name: who writes it, its media type, its name."""


class WayConverter:
    """The end of a file's name in an address, if it is one of ours."""

    regex = "|".join(WAYS)

    def to_python(self, value: str) -> str:
        """Return it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it stands."""
        return value


register_converter(WayConverter, "way")


def file_of(works: Iterable[Work], way: str) -> HttpResponse:
    """Return works as a file."""
    write, kind, _name = WAYS[way]
    return HttpResponse(write(works), content_type=f"{kind}; charset=utf-8")


def chronology_work(request: HttpRequest, chronology: Chronology, accessed: datetime.date) -> Work:
    """Return a chronology to be cited, in the state of its last change."""
    changed, said = instant_of(chronology), about(chronology, language())
    address = address_of(request, "public:timeline", chronology.slug)
    return Work(
        key=f"nenpyo-{chronology.slug}", kind=Kind.PAGE, title=said.title.text, container=SITE, publisher=SITE,
        issued=(changed.year, changed.month, changed.day) if changed else (), url=address,
        accessed=(accessed.year, accessed.month, accessed.day), language=said.title.language,
        version=changed.isoformat(timespec="minutes") if changed else "", note=terms(request, said),
    )  # fmt: skip
