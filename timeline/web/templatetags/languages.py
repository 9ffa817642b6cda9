"""Names of languages, each in itself."""

from itertools import islice
from typing import Any, Protocol

from django import template

from timeline.dates import language_names
from timeline.dates.detection import language_of
from timeline.web import marks
from timeline.web.languages import Offer, PageIn, in_own_language, lang_attribute, offer_for, pages_in_all


class TextTold(Protocol):
    """A text, and the language it is in."""

    text: str
    language: str


class InLanguages(Protocol):
    """Anything that has texts in several languages: a chronology, a section, a lane."""

    def told(self, name: str, language: str) -> TextTold:
        """Return one of its texts in a language, else in the one it was written in."""


register = template.Library()
register.filter("language_name", language_names.language_name)
register.filter("lang_attribute", lang_attribute)
register.filter("in_language", in_own_language)
MOST_LIKELY = 8


@register.filter
def told(record: InLanguages, name: str) -> TextTold:
    """`{% with title=chronology|told:"title" %}`: `title.text` in the page's language, else in its `title.language`."""
    return record.told(name, marks.language())


@register.simple_tag
def likely_languages(text: str) -> list[tuple[str, str]]:
    """Return code and own name of the language that a text's letters tell, then of the languages met most."""
    codes = [language_of(text), *islice(language_names.LANGUAGE_NAMES, MOST_LIKELY)]
    return [(code, language_names.language_name(code)) for code in dict.fromkeys(codes) if code]


@register.simple_tag(takes_context=True)
def page_languages(context: dict[str, Any], *, without_query: bool = False) -> list[PageIn]:
    """`{% page_languages as languages %}`: this page in each language; nothing on a page of the desk.

    `without_query`: its address alone, where what follows the `?` makes no other page of it.
    """
    request = context.get("request")
    return pages_in_all(request, without_query=without_query) if request else []


@register.simple_tag(takes_context=True)
def in_full(context: dict[str, Any], href: str) -> str:
    """`{% in_full page.href as address %}`: an address with its host."""
    address: str = context["request"].build_absolute_uri(href)
    return address


@register.simple_tag(takes_context=True)
def page_offer(context: dict[str, Any]) -> Offer | None:
    """`{% page_offer as offer %}`: this page in the language that its reader asks for first, if it is in another."""
    request = context.get("request")
    return offer_for(request) if request else None
