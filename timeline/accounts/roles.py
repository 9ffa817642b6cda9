"""Who may open a page: one decorator for every view that is not public."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from timeline.accounts.models import Role, User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class SignedInRequest(HttpRequest):
    """A request whose user is a person, as every view behind `needs` gets."""

    user: User


def needs(role: Role) -> Callable[[Callable[Concatenate[SignedInRequest, P], HttpResponseBase]], View[P]]:
    """Let only people with `role` in; a visitor is sent to sign in, anyone else gets 403 that says why."""

    def decorate(view: Callable[Concatenate[SignedInRequest, P], HttpResponseBase]) -> View[P]:
        @wraps(view)
        def checked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _ask_to_sign_in(request)
            if not request.user.may(role):
                raise PermissionDenied(role)
            return view(cast(SignedInRequest, request), *args, **kwargs)

        return checked

    return decorate


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to the sign-in page and back; after a form was posted, back to the page it stood on.

    A script that asks for a part of a page gets 401 instead: the page and what was typed in it stay.
    """
    if request.headers.get("HX-Request"):
        return HttpResponse(_("You are signed out."), status=401, content_type="text/plain; charset=utf-8")
    back = request.get_full_path() if request.method in ("GET", "HEAD") else request.headers.get("Referer", "/")
    return redirect_to_login(back)
