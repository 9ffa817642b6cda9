"""Brotli: who takes it, and how hard we press."""

import re

import brotli
from django.http import HttpRequest

QUALITY = 5
"""Of 11; the timeline of the seeds (153 kB): 20.5 kB in 1.6 ms. 9 takes 18 ms for 2 % less, 10 takes 58 ms for 12 %."""
_NOT_AT_ALL = re.compile(r"q=0(\.0{0,3})?", re.IGNORECASE)


def takes_brotli(request: HttpRequest) -> bool:
    """Return whether a browser says that it takes brotli; "br;q=0" says that it does not."""
    for one in request.META.get("HTTP_ACCEPT_ENCODING", "").split(","):
        name, _semicolon, weight = one.partition(";")
        if name.strip().lower() == "br":
            return not _NOT_AT_ALL.fullmatch(weight.strip())
    return False


def compress(page: bytes) -> bytes:
    """Return a page as brotli."""
    compressed: bytes = brotli.compress(page, quality=QUALITY)
    return compressed


def decompress(page: bytes) -> bytes:
    """Return a page that was compressed."""
    whole: bytes = brotli.decompress(page)
    return whole
