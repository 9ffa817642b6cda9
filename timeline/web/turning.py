"""Signs that turn the direction of writing, in what is written on one line."""

from collections.abc import Callable
from contextvars import ContextVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_SIGNS = frozenset([*_CLOSED_BY, *_CLOSED_BY.values()])
_dropped: ContextVar[set[str] | None] = ContextVar("dropped", default=None)


def straight(text: str) -> str:
    """Return a line without the signs that turn figures and letters round, and those that nothing opens or closes.

    What Arabic and Hebrew need stays: pairs that set a part apart, and the marks that show nothing (U+200E, U+200F).
    """
    if _SIGNS.isdisjoint(text):
        return text
    kept, opened = list(text), []
    for at, sign in enumerate(text):
        if sign in _CLOSED_BY:
            opened.append(at)
        elif sign in _SIGNS and opened and _CLOSED_BY[text[opened[-1]]] == sign:
            if text[opened[-1]] in _OVERRIDES:
                kept[opened[-1]] = kept[at] = ""
            opened.pop()
        elif sign in _SIGNS:
            kept[at] = ""
    for at in opened:
        kept[at] = ""
    return "".join(kept)


def straightened(text: str, label: object) -> str:
    """Return a line of a field as `straight` does, and note what it lost, so that the person who sent it is told."""
    line, fields = straight(text), _dropped.get()
    if line != text and fields is not None:
        fields.add(str(label))
    return line


def tell_dropped(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell who sent something from which fields signs that turn the writing were left out."""

    def handle(request: HttpRequest) -> HttpResponse:
        fields: set[str] = set()
        token = _dropped.set(fields)
        try:
            response = get_response(request)
        finally:
            _dropped.reset(token)
        if fields:
            told = _("Left out, because they turn the direction of writing: invisible signs in %(fields)s.")
            messages.warning(request, told % {"fields": ", ".join(sorted(fields))})
        return response

    return handle
