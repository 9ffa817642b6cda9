"""The menu of the ways to read a chronology."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from timeline.public.links import Links
from timeline.public.paging import MOST
from timeline.public.ways.navigation import ways_of
from timeline.public.ways.table import Row
from timeline.public.ways.table_rows import row_html

register = template.Library()


@register.filter
def table_row(row: Row, words: str) -> SafeString:
    """`{{ row|table_row:page.words }}`: a row of the table of events, the words of a search marked."""
    return row_html(row, words)


@register.simple_tag
def most_on_a_page() -> int:
    """`{% most_on_a_page as most %}`: events that one page holds where all are asked for."""
    return MOST


@register.inclusion_tag("public/_ways.html")
def ways(links: Links, current: str) -> dict[str, Any]:
    """`{% ways page.links "table" %}`: the menu, with the page that it stands on marked."""
    found = ways_of(links, current)
    return {"ways": found, "is_narrowed": any(way.shows_all for way in found)}
