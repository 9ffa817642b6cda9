"""Under what licence a chronology stands and where its method is told: one line that every download carries."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.translation import gettext as _

from timeline.records.about import About

METHOD = "about"
"""Where the page of a timeline tells the method."""


def method_address(request: HttpRequest, said: About) -> str:
    """Return the address at which the method is told, in full; "" where nobody has written it."""
    return f"{request.build_absolute_uri(said.path)}#{METHOD}" if said.method.text else ""


def terms(request: HttpRequest, said: About | None) -> str:
    """Return licence and method, each with its address, in a line; "" where neither is stated."""
    return "; ".join(_terms(request, said)) if said else ""


def _terms(request: HttpRequest, said: About) -> Iterator[str]:
    if said.licence_line:
        yield said.licence_line
    if method := method_address(request, said):
        yield _("Method: %(address)s") % {"address": method}
