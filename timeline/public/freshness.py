"""Whether a visitor's copy of a page is still good: ETag and 304."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils.translation import get_language
from django.views.decorators.http import condition

View = Callable[..., Any]

# What checkers are called belongs to no edition. Nobody else is named to readers; who is made a checker, or none any
# more, joins or leaves.
_NAMES = "LEFT JOIN accounts_user named ON named.role <> 'researcher' AND named.public_name_since IS NOT NULL"
_STATE = "SELECT edition.chronology_id, edition.number, named.id, named.public_name_since"
SITE = f"{_STATE} FROM records_edition edition {_NAMES} WHERE edition.chronology_id IS NULL ORDER BY named.id"
CHRONOLOGY = f"""
{_STATE} FROM records_chronology chronology
JOIN records_edition edition ON edition.chronology_id = chronology.id {_NAMES}
WHERE chronology.slug = %(slug)s AND chronology.is_public ORDER BY named.id
"""
EVENT = f"""
{_STATE} FROM records_edition edition {_NAMES} WHERE edition.chronology_id = (
SELECT entry.chronology_id FROM records_entry entry
JOIN records_chronology chronology ON chronology.id = entry.chronology_id AND chronology.is_public
JOIN records_event event ON event.id = entry.event_id AND event.status = 'checked' AND event.merged_into_id IS NULL
WHERE entry.event_id = %(pk)s AND entry.published_since IS NOT NULL ORDER BY entry.id LIMIT 1
) ORDER BY named.id
"""  # noqa: S608  no stranger's words
"""Each asks for the state of what a page shows; no row where it shows nothing to the public."""


@cache
def _program() -> str:
    """Return what changes when the program does, the same in every process."""
    folders = (Path(settings.BASE_DIR) / name for name in ("templates", "static", "timeline"))
    stamps = (file.stat().st_mtime_ns for folder in folders for file in folder.rglob("*.*") if file.suffix != ".pyc")
    return str(max(stamps, default=0))


def state_of(question: str, **kwargs: Any) -> list[tuple[Any, ...]]:
    """Return what names the state of what readers see there, read in one small query; [] where they see nothing."""
    with connection.cursor() as cursor:
        cursor.execute(question, kwargs)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def unless_fresh(question: str) -> Callable[[View], View]:
    """Answer 304 where the visitor's copy is still good: `question` asks for the state of what the page shows."""

    def etag(request: HttpRequest, **kwargs: Any) -> str | None:
        # Who is signed in gets a page that also holds their own things.
        if request.user.is_authenticated or settings.DEBUG:
            return None
        if not (rows := state_of(question, **kwargs)):
            return None
        state = f"{_program()}\n{rows}\n{get_language()}\n{request.get_full_path()}"
        return f'W/"{hashlib.sha256(state.encode()).hexdigest()[:24]}"'

    decorator: Callable[[View], View] = condition(etag_func=etag)
    return decorator
