"""The menu of the ways to read a chronology."""

from typing import Any

from django import template

from timeline.public.links import Links
from timeline.public.ways.navigation import ways_of

register = template.Library()


@register.inclusion_tag("public/_ways.html")
def ways(links: Links, current: str) -> dict[str, Any]:
    """`{% ways page.links "table" %}`: the menu, with the page that it stands on marked."""
    return {"ways": ways_of(links, current)}
