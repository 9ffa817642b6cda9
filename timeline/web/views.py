"""Error pages of our own: Django's stock ones break the Content-Security-Policy and tell nobody what to do."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from timeline.web.busy import is_busy
from timeline.web.languages import language_of

SECONDS_TO_WAIT = "3"
View = Callable[..., HttpResponse]


def in_language_of_address(view: View) -> View:
    """Answer in the language of the address, also where a request was refused before anything had set it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _leave_out_too_many_fields(request)
        with override(language_of(request.path_info)):
            return view(request, *args, **kwargs)

    return answer


def _leave_out_too_many_fields(request: HttpRequest) -> None:
    """Let a page say what was wrong also where the query has more fields than may be read: it asks for them itself."""
    try:
        request.GET  # noqa: B018  read when it is first asked for
    except TooManyFieldsSent:
        request.GET = QueryDict()


@in_language_of_address
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be understood."""
    return render(request, "400.html", status=400)


@in_language_of_address
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: says which role is needed and for what, when the refusal named it, and shows what was typed."""
    needed, *more = exception.args if exception and exception.args else (None,)
    context = {"needed": needed, "records": more[0] if more else [], "typed": _typed(request)}
    return render(request, "403.html", context, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a person wrote in the form that is refused, field by field, so that it can be copied."""
    if request.method != "POST":
        return []
    fields = ((name, str(value).strip()) for name, values in request.POST.lists() for value in values)
    return [(name.replace("_", " "), value) for name, value in fields if _is_written(name, value)]


def _is_written(name: str, value: str) -> bool:
    """Whether a field holds a person's words, not the key of a record or what the page needs for itself."""
    own = name in ("csrfmiddlewaretoken", "next", "do") or name.startswith("initial-") or "password" in name
    return bool(value) and not own and not value.isdigit()


@in_language_of_address
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing stands at this address."""
    return render(request, "404.html", status=404)


@in_language_of_address
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; drawn without the database, which may be what failed. 503 if that was only busy."""
    if is_busy(sys.exc_info()[1]):
        return busy(request)
    return render(None, "500.html", status=500)


@in_language_of_address
def busy(request: HttpRequest) -> HttpResponse:
    """503: others were writing for too long; the form that was sent is kept, to be sent again.

    What htmx asked for gets one sentence, which forms.js shows: the form is still on the page. Files and passwords are
    not sent back.
    """
    if request.headers.get("HX-Request"):
        told = _("Others are writing just now: not stored. What you typed is still here; send it again in a moment.")
        answer = HttpResponse(told, status=503, content_type="text/plain; charset=utf-8")
    else:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        fields = [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]
        kept = not request.FILES and not any("password" in name for name, _value in fields)
        context = {"fields": fields, "is_sent": request.method == "POST" and kept, "typed": _typed(request)}
        answer = render(request, "503.html", context, status=503)
    answer["Retry-After"] = SECONDS_TO_WAIT
    return answer


@in_language_of_address
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token: the session ended, or cookies are off."""
    return render(request, "csrf.html", status=403)
