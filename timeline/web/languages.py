"""The language of a page stands in its address; here is the same page in another, and which one its reader asks for."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_from_path, gettext, override

FIRST_OTHER_LETTER = 0x370
LONGEST_HEADER = 200
"""Characters of an Accept-Language that are looked at; browsers send about forty."""
LONGEST_QUERY = 4000
"""Characters of an address's query that the same page in another language keeps; more is nobody's search."""


@dataclass(frozen=True)
class PageIn:
    """A page in one of the languages."""

    code: str
    name: str
    href: str
    is_this: bool


@dataclass(frozen=True)
class Offer:
    """The same page in the language that its reader asks for first; `words` are in it."""

    code: str
    words: str
    href: str


def language_of(path: str) -> str:
    """Return the language that an address is in."""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def path_in(path: str, code: str) -> str:
    """Return the address of the same page in a language."""
    first, slash, rest = path[1:].partition("/")
    bare = f"/{rest}" if slash and first != settings.LANGUAGE_CODE and first in dict(settings.LANGUAGES) else path
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"


def pages_in_all(request: HttpRequest, *, without_query: bool = False) -> list[PageIn]:
    """Return a public page in each language, its query kept; nothing for pages of the desk, which are in English."""
    if not is_public(request):
        return []
    here = get_language()
    return [
        PageIn(code, name, path_in(request.path, code) if without_query else _href(request, code), code == here)
        for code, name in settings.LANGUAGES
    ]


def in_latin_letters(text: str) -> bool:
    """Return whether a text holds no other letters than Latin ones."""
    return text.isascii() or all(ord(letter) < FIRST_OTHER_LETTER for letter in text)


def lang_attribute(code: str) -> SafeString:
    """Return ` lang="ja"` for words in another language than the page's; nothing where it is the same, or not known."""
    return mark_safe("") if code in ("", get_language()) else _attribute(code)


@lru_cache(maxsize=100)
def _attribute(code: str) -> SafeString:
    # A page says it some hundred times, of two languages or three.
    return format_html(' lang="{}"', code)


def in_own_language(text: str, code: str) -> SafeString:
    """Return a text as HTML, in an element of its own where its language is another than the page's."""
    attribute = lang_attribute(code)
    return format_html("<span{}>{}</span>", attribute, text) if attribute else conditional_escape(text)


def offer_for(request: HttpRequest) -> Offer | None:
    """Return the offer to read a public page in another language; None where its reader asks for none before it."""
    code = offered(request)
    if not code or not is_public(request):
        return None
    with override(code):
        # Translators: about your language: "This page can also be read in Japanese", said in Japanese.
        words = gettext("This page can also be read in English.")
    return Offer(code, words, _href(request, code))


def offered(request: HttpRequest) -> str:
    """Return the language of ours that a reader asks for first, where the page is in another; else ""."""
    asked = _asked_first(request.headers.get("Accept-Language", "")[:LONGEST_HEADER])
    return "" if asked == get_language() else asked


def is_public(request: HttpRequest) -> bool:
    """Return whether an address is one of the public pages, or of nothing at all."""
    return request.resolver_match is None or request.resolver_match.app_name in ("public", "reports")


def _href(request: HttpRequest, code: str) -> str:
    # Of the query only what the page reads: a page that is kept for all must hold nothing that one reader added.
    query = request.GET.urlencode()
    return path_in(request.path, code) + (f"?{query}" if query and len(query) <= LONGEST_QUERY else "")


@lru_cache(maxsize=1024)
def _asked_first(header: str) -> str:
    known, found, best = dict(settings.LANGUAGES), "", 0.0
    for one in header.lower().split(","):
        code, _semicolon, parameter = one.partition(";")
        code, weight = code.strip().split("-")[0], _weight(parameter)
        if code in known and weight > best:
            found, best = code, weight
    return found


def _weight(parameter: str) -> float:
    """Return what `q=0.8` says, and 1 where nothing is said; 0 for what is no weight."""
    name, equals, number = parameter.replace(" ", "").partition("=")
    if not equals:
        return 1.0
    try:
        weight = float(number) if name == "q" else 0.0
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
