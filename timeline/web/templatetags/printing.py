"""What a printed page says of where it comes from."""

from typing import Any

from django import template
from django.http import HttpRequest

from timeline.web.languages import LONGEST_QUERY, is_public

register = template.Library()


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
