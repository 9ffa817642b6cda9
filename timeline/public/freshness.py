"""Whether a visitor's copy of a page is still good: ETag and 304."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Subquery, Value
from django.http import HttpRequest
from django.utils.translation import get_language
from django.views.decorators.http import condition

from timeline.accounts.models import Role, User
from timeline.records.models import Change

View = Callable[..., Any]


@cache
def _program() -> str:
    """Return what changes when the program does, the same in every process."""
    folders = (Path(settings.BASE_DIR) / name for name in ("templates", "static", "timeline"))
    stamps = (file.stat().st_mtime_ns for folder in folders for file in folder.rglob("*.*") if file.suffix != ".pyc")
    return str(max(stamps, default=0))


def etag(request: HttpRequest, **_kwargs: object) -> str | None:
    """Return what names this state of a page; None for who is signed in, whose page also holds their own things.

    Everything that is written belongs to a Change, so how many there are that readers see any of, and the last, name
    the state of the records; drafts and proposals move nothing. What people are called belongs to none.
    """
    if request.user.is_authenticated or settings.DEBUG:
        return None
    # Nobody but who checks is named to readers; who is made a checker, or none any more, moves one of the two.
    named = User.objects.exclude(role=Role.RESEARCHER).filter(public_name_since__isnull=False)
    newest = Subquery(named.order_by("-public_name_since").values("public_name_since")[:1])
    number = Subquery(named.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n"))
    # A long change may end after a later one: the number of changes tells, the last key alone does not.
    last = Change.objects.filter(is_public=True).aggregate(
        last=Max("pk"), count=Count("pk"), newest=Max(newest), number=Max(number)
    )
    state = f"{_program()}\n{' '.join(map(str, last.values()))}\n{get_language()}\n{request.get_full_path()}"
    return f'W/"{hashlib.sha256(state.encode()).hexdigest()[:24]}"'


def unless_fresh(view: View) -> View:
    """Answer 304 where the visitor's copy is still good."""
    decorated: View = condition(etag_func=etag)(view)
    return decorated
