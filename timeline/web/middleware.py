"""What happens to every answer: compression, privacy, and a page for a wrong method."""

import re
from collections.abc import Callable
from datetime import MAXYEAR

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from timeline.web.asked import number_in, search_in
from timeline.web.busy import is_busy
from timeline.web.compression import compress, takes_brotli
from timeline.web.views import busy

Handler = Callable[[HttpRequest], HttpResponse]
SMALLEST = 500  # bytes; below it the header costs more than is saved


def compress_pages(get_response: Handler) -> Handler:
    """Send public pages with brotli, or gzip, where the browser takes it.

    Pages of signed-in people stay as they are: they hold a CSRF token beside words a stranger may choose (BREACH).
    """
    gzip = GZipMiddleware(get_response)

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.streaming or len(response.content) < SMALLEST or response.has_header("Content-Encoding"):
            return response
        if "sessionid" in request.COOKIES or response.cookies or response.get("Content-Type", "").startswith("image/"):
            return response
        if not takes_brotli(request):
            gzip.process_response(request, response)
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = compress(response.content)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "br"
        return response

    return handle


def keep_private(get_response: Handler) -> Handler:
    """Let no browser keep a page of who is signed in, whatever came of it: after signing out, Back asks anew."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies:
            response["Cache-Control"] = "no-store, private"
        return response

    return handle


def explain_wrong_method(get_response: Handler) -> Handler:
    """Give an empty 405 the project's own page."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", {"allowed": response["Allow"]}, status=405)
        page["Allow"] = response["Allow"]
        return page

    return handle


class AnswerBusy:
    """Tell who sent something while others were writing for too long that the site is busy, not broken."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that the database refused because it was busy."""
        return busy(request) if is_busy(exception) else None


def shorten_admin_searches(get_response: Handler) -> Handler:
    """Lead a list of the admin site that is asked for more than databases take to the same list, asked for less.

    The address and the box of the search then show what was searched for: Django's own lists say nothing of it.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and request.GET and request.path.startswith(reverse("admin:index")):
            asked = request.GET.copy()
            if "q" in asked:
                asked["q"] = " ".join(search_in(str(asked["q"])).words)
            for name, values in request.GET.lists():
                if name != "q" and any(is_beyond(name, str(value)) for value in values):
                    del asked[name]
            if len(asked) < len(request.GET) or _is_shorter(asked, request.GET):
                return redirect(f"{request.path}?{asked.urlencode()}")
        return get_response(request)

    return handle


def _is_shorter(search: QueryDict, typed: QueryDict) -> bool:
    return len(str(search.get("q", "")).split()) < len(str(typed.get("q", "")).split())


def is_beyond(name: str, value: str) -> bool:
    """Return whether a filter of a list names a number that no database holds, or a year in no calendar."""
    numbers = [digits.lstrip("0") for digits in re.findall("[0-9]+", value)]
    return any(number_in(digits or "0") is None for digits in numbers) or (
        name.endswith("__year") and any(int(digits or "0") > MAXYEAR for digits in numbers)
    )


def drop_nul(get_response: Handler) -> Handler:
    """Take the character NUL out of what was typed: nobody means it, and PostgreSQL stores no text that holds it."""

    def handle(request: HttpRequest) -> HttpResponse:
        if "\0" in request.META.get("QUERY_STRING", "") or "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without_nul(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and any("\0" in value for _name, some in request.POST.lists() for value in some):
            request.POST = _without_nul(request.POST)  # type: ignore[assignment]
        return get_response(request)

    return handle


def _without_nul(typed: QueryDict) -> QueryDict:
    clean = typed.copy()
    for name, values in typed.lists():
        clean.setlist(name, [str(value).replace("\0", "") for value in values])
    clean._mutable = False
    return clean
