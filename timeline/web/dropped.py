"""From which fields of a request signs that turn the writing were left out, and how its sender is told."""

from collections.abc import Callable
from contextvars import ContextVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from timeline.web.turning import straight

_dropped: ContextVar[set[str] | None] = ContextVar("dropped", default=None)


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
