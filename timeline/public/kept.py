"""Finished pages, kept for whoever asks next, and copies of theirs that are still good (ETag, 304).

A page is named by all that it is made of: the program, the edition of what it shows and what checkers are called, its
language and the one that it offers, its address and what of the address's query it reads. So none is ever out of date,
and nothing is deleted.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from timeline.public import eras
from timeline.web.compression import compress, decompress, takes_brotli
from timeline.web.languages import offered

View = Callable[..., HttpResponseBase]
EDITION, GROUND, UNKNOWN, LISTED = "nenpyo.edition", "nenpyo.ground", "nenpyo.unknown", "nenpyo.listed"
FLAGS = ("all", "rest", "bare")
"""What a page reads only whether it is there, whatever it says."""
PLAIN = {"Content-Type"}
"""The headers of an answer that may be kept: whatever else is said goes with that one answer."""
LARGE = 128 * 1024
"""Bytes of a page that may find no room in the small place; only one of which there are few is kept then."""
PRESSED_ALREADY = ("image/",)
"""What is kept as it is: pictures are small as they are."""

# What checkers are called belongs to no edition. Nobody else is named to readers; who is made a checker, or none any
# more, joins or leaves.
_NAMES = "LEFT JOIN accounts_user named ON named.role <> 'researcher' AND named.public_name_since IS NOT NULL"
_STATE = "SELECT edition.chronology_id, edition.number, edition.frame, named.id, named.public_name_since"
SITE = f"{_STATE} FROM records_edition edition {_NAMES} WHERE edition.chronology_id IS NULL ORDER BY named.id"
CHRONOLOGY = f"""
{_STATE} FROM records_chronology chronology
JOIN records_edition edition ON edition.chronology_id = chronology.id {_NAMES}
WHERE chronology.slug = %(slug)s AND chronology.is_public ORDER BY named.id
"""
CHRONOLOGY_AND_PHRASES = CHRONOLOGY.replace(
    " FROM ", ", (SELECT MAX(history_id) FROM records_historicalmention) FROM ", 1
)
"""The same for a page that also counts what waits in articles, which is no part of any edition."""
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
    """Return what changes when the program or its settings do, the same in every process."""
    folders = (Path(settings.BASE_DIR) / name for name in ("templates", "static", "timeline", "locale"))
    stamps = (file.stat().st_mtime_ns for folder in folders for file in folder.rglob("*.*") if file.suffix != ".pyc")
    return f"{max(stamps, default=0)} {settings.TIME_ZONE}"


@dataclass(frozen=True)
class _Asked:
    """What a page asks and reads, as `kept` says."""

    state: str
    places: Sequence[str]
    fields: frozenset[str]
    typed: Sequence[str]
    says_the_day: bool
    same_for_all: bool


def kept(
    state: str,
    *,
    places: Sequence[str] = (),
    fields: Iterable[str] = (),
    typed: Sequence[str] = (),
    says_the_day: bool = False,
    same_for_all: bool = False,
) -> Callable[[View], View]:
    """Answer a visitor with 304 where their copy is still good, else with the page as it is kept, else with a new one.

    `state` asks for the state of what the page shows, before anything of it is read, so that no page is kept under a
    later state than its own. `places` and `fields` are what the page reads of its address's query, where a field that
    is empty says nothing; a visitor's view sees nothing else of it but the calendar that is chosen (`eras`), so that
    pages which do not differ have one name. An address with empty fields leads to the one without: a form without
    script sends all it has.
    `typed` are the fields for free text: a page that reads one of them never leaves the small place (`_recall`), nor
    does one of which the view says `names_the_unknown`; one of which it says `is_listed` never comes there.
    `says_the_day`: it names the day on which it was asked for, and is good for that day. `same_for_all`: of what is
    public, whoever is signed in gets what visitors get, so that no cookie has it made anew.
    """
    asked = _Asked(state, places, frozenset(fields), typed, says_the_day, same_for_all)

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            if any(name in request.GET and not str(request.GET[name]).strip() for name in asked.fields):
                return _without_empty(request, asked.fields)
            with eras.choosing(request.GET):
                return _answer(view, request, kwargs, asked)

        return answer

    return decorate


def _answer(view: View, request: HttpRequest, kwargs: dict[str, Any], asked: _Asked) -> HttpResponseBase:
    if settings.DEBUG or not (asked.same_for_all or _is_nobody(request)):
        return view(request, **kwargs)
    request.GET = _read(request.GET, asked)  # type: ignore[assignment]
    rows = _state(asked.state, kwargs)
    if not rows:
        return view(request, **kwargs)
    if asked.same_for_all:
        request.user = AnonymousUser()
    edition = _edition(rows, timezone.localdate().isoformat() if asked.says_the_day else "")
    request.META[EDITION] = edition
    request.META[GROUND] = _edition([(key, frame, *names) for key, _number, frame, *names in rows], "cards")
    name = _name(request, edition)
    etag = f'W/"{name}"'
    still_good: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    moves = not any(field in request.GET for field in asked.typed)
    response = still_good or _page(request, name, lambda: view(request, **kwargs), moves=moves)
    if response.status_code in (200, 304):
        response.headers.setdefault("ETag", etag)
        response.headers["Cache-Control"] = "public, no-cache"
        patch_vary_headers(response, ("Accept-Language", "Cookie", "Accept-Encoding"))
    return response


def _is_nobody(request: HttpRequest) -> bool:
    """Return whether a page holds nothing for this visitor alone: no session, and no message from the page before."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and CookieStorage.cookie_name not in request.COOKIES


def _read(query: QueryDict, asked: _Asked) -> QueryDict:
    """Return what a page reads of a query, in one order."""
    read = QueryDict(mutable=True)
    read.update({name: "1" if name in FLAGS else str(query[name]) for name in asked.places if name in query})
    read.update({name: value for name in sorted(asked.fields) if (value := str(query.get(name, "")).strip())})
    read.update(eras.kept())
    read._mutable = False
    return read


def _state(question: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _without_empty(request: HttpRequest, fields: Iterable[str]) -> HttpResponseBase:
    """Lead to the address without the fields that say nothing."""
    query = request.GET.copy()
    for name in fields:
        if name in query and not str(query[name]).strip():
            del query[name]
    return HttpResponseRedirect(request.path + (f"?{query.urlencode()}" if query else ""))


def names_the_unknown(request: HttpRequest) -> None:
    """Say that an address asks for what is not there, so that its page, however often asked for, displaces no other."""
    request.META[UNKNOWN] = True


def is_listed(request: HttpRequest) -> None:
    """Say that an address is one of the few that another page lists, so that its page is kept whatever it reads."""
    request.META[LISTED] = True


def edition_of(request: HttpRequest) -> str | None:
    """Return what names all that a visitor's page may show, in its language and with the eras that are chosen.

    None for who is signed in.
    """
    edition: str | None = request.META.get(EDITION)
    return edition


def editions_of(request: HttpRequest, chronologies: Collection[int]) -> dict[int, str]:
    """Return what names all that a visitor's page may show of each of some chronologies, but for checkers' names.

    To be asked before anything of them is read. Nothing for who is signed in.
    """
    if edition_of(request) is None or not chronologies:
        return {}
    marks = ", ".join(f"%({number})s" for number in range(len(chronologies)))
    asked = f"SELECT chronology_id, number FROM records_edition WHERE chronology_id IN ({marks})"  # noqa: S608
    rows = _state(asked, {str(number): key for number, key in enumerate(chronologies)})
    return {row[0]: _edition([row], "") for row in rows}


def ground_of(request: HttpRequest) -> str | None:
    """Return what names all that a visitor's cards rest on beside their entries, in the page's language and eras.

    None for who is signed in.
    """
    ground: str | None = request.META.get(GROUND)
    return ground


def _edition(rows: list[tuple[Any, ...]], day: str) -> str:
    return _short(f"{_program()}\n{rows}\n{get_language()}\n{eras.chosen()}\n{day}")


def _name(request: HttpRequest, edition: str) -> str:
    # A page may say its own address in full.
    address = f"{request.scheme}://{request.get_host()}{request.path}?{request.GET.urlencode()}"
    return _short(f"{edition}\n{address}\n{offered(request)}")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _page(request: HttpRequest, name: str, make: Callable[[], HttpResponseBase], *, moves: bool) -> HttpResponseBase:
    stored = _recall(name, moves=moves)
    if stored is None:
        response = make()
        if not isinstance(response, HttpResponse) or not _is_for_all(request, response):
            return response
        kind = response["Content-Type"]
        stored = b"%s\n%s" % (kind.encode(), response.content if _is_pressed(kind) else compress(response.content))
        caches["pages" if _is_one_of_few(request, stored, moves=moves) else "pages_asked_once"].set(name, stored)
        if request.META.get(UNKNOWN):
            caches["pages_asked_once"].set(f"{name}:stays", b"1")
        if not takes_brotli(request):
            return response
    head, _line, page = stored.partition(b"\n")
    kind = head.decode()
    if _is_pressed(kind):
        return HttpResponse(page, content_type=kind)
    if not takes_brotli(request):
        return HttpResponse(decompress(page), content_type=kind)
    return HttpResponse(page, content_type=kind, headers={"Content-Encoding": "br"})


def _is_one_of_few(request: HttpRequest, stored: bytes, *, moves: bool) -> bool:
    """Return whether a page comes to the large place at once: to make the whole calendar takes longest of all.

    Of what a page of ours lists there are few, without the years of other calendars beside, and of what is as large
    and has no query: each in each language.
    """
    is_large = moves and len(stored) > LARGE and not request.GET
    is_one_listed = LISTED in request.META and not eras.kept()
    return (is_large or is_one_listed) and _has_one_name(request)


def _has_one_name(request: HttpRequest) -> bool:
    """Return whether whoever asks cannot give one page many names: by what it knows not, or by ports of its host."""
    _host, _colon, port = request.get_host().rpartition(":")
    return not request.META.get(UNKNOWN) and (not port.isdigit() or port == request.META["SERVER_PORT"])


def _is_pressed(kind: str) -> bool:
    return kind.startswith(PRESSED_ALREADY)


def _recall(name: str, *, moves: bool) -> bytes | None:
    """Return a page that is kept; what was asked for once has a small place of its own, and moves when asked for again.

    What does not move stays in the small place. So whoever asks for addresses once, or for free text however often,
    pushes out nothing of the large one, nor for values that the page answers though it knows them not (`?lane=`).
    Whoever asks twice for each of very many pages that there are does.
    """
    page: bytes | None = caches["pages"].get(name)
    if page is None:
        page = caches["pages_asked_once"].get(name)
        if page is not None and moves and caches["pages_asked_once"].get(f"{name}:stays") is None:
            caches["pages"].set(name, page)
    return page


def _is_for_all(request: HttpRequest, response: HttpResponse) -> bool:
    has_token = request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    return response.status_code == 200 and not (has_token or response.cookies) and set(response.headers) == PLAIN
