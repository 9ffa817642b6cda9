"""Pages that other sites may show within theirs; no other page of ours may be."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def framed(only_with: str = "") -> Callable[[View], View]:
    """Let a view be shown in any other site's frame: always, or where the address has a field of that name.

    It stands outside of what keeps pages, since headers are not kept. Such a page has no form and says nothing of who
    is signed in, so that nobody can be led to press anything in it.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            is_framed = not only_with or only_with in request.GET
            response = view(request, **kwargs)
            if is_framed and response.status_code in (200, 304):
                # Read by the middlewares of django-csp and of Django.
                response.__dict__.update(_csp_replace={"frame-ancestors": ["*"]}, xframe_options_exempt=True)
            return response

        return answer

    return decorate
