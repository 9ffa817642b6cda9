"""Public pages by their addresses in each language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override


def in_each(request: HttpRequest, name: str, *args: str | int) -> dict[str, str]:
    """Return the addresses of a page in full, by language."""
    return {code: request.build_absolute_uri(_in(code, name, *args)) for code, _name in settings.LANGUAGES}


def _in(code: str, name: str, *args: str | int) -> str:
    with override(code):
        return reverse(name, args=args)
