"""What a printed page says of where it comes from."""

from typing import Any

from django import template
from django.http import HttpRequest

from timeline.web.languages import LONGEST_QUERY, is_public

register = template.Library()


@register.simple_tag(takes_context=True)
def full_address(context: Any, path: str) -> str:
    """`{% full_address page.all_href as address %}`: a path of ours with the name of the site before it."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path)


@register.simple_tag(takes_context=True)
def page_address(context: Any) -> str:
    """`{% page_address as address %}`: the address of a public page in full, with what of its query the page reads.

    "" for a page of the desk, and for an error that is told without a request.
    """
    request: HttpRequest | None = context.get("request")
    if request is None or request.resolver_match is None or not is_public(request):
        return ""
    query = request.GET.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{query}" if query and len(query) <= LONGEST_QUERY else "")
