"""Under what licence a chronology stands, and its method: what every download carries."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.translation import gettext as _

from timeline.formats.works import one_line
from timeline.records.about import About

METHOD = "about"
"""Where the page of a timeline tells the method."""
MOST = 1000
"""Letters of a method that a file carries; the rest is at its address."""


def method_address(request: HttpRequest, said: About) -> str:
    """Return the address at which the method is told, in full; "" where nobody has written it."""
    return f"{request.build_absolute_uri(said.path)}#{METHOD}" if said.method.text else ""


def method_text(said: About) -> str:
    """Return the method on one line, of a long one its beginning: up to a whole sentence, if it ends in time."""
    text = one_line(said.method.text)
    if len(text) <= MOST:
        return text
    kept = text[:MOST]
    sentence = 1 + max(kept.rfind(sign) for sign in (". ", "。", "! ", "? "))
    end = sentence if sentence > MOST // 2 else max(kept.rfind(" "), MOST // 2) if " " in kept[MOST // 2 :] else MOST
    return f"{kept[:end].rstrip()} …"


def method_line(request: HttpRequest, said: About) -> str:
    """Return the method with its address behind; "" where nobody has written it."""
    if not said.method.text:
        return ""
    return _("Method: %(text)s (%(address)s)") % {"text": method_text(said), "address": method_address(request, said)}


def terms(request: HttpRequest, said: About | None, *, in_full: bool = True) -> str:
    """Return licence and method in a line; "" where neither is stated. Not `in_full`: of the method the address."""
    return "; ".join(_terms(request, said, in_full=in_full)) if said else ""


def _terms(request: HttpRequest, said: About, *, in_full: bool) -> Iterator[str]:
    if said.licence_line:
        yield said.licence_line
    if in_full and (line := method_line(request, said)):
        yield line
    elif method := method_address(request, said):
        yield _("Method: %(address)s") % {"address": method}
