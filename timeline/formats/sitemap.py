"""Sitemaps (sitemaps.org): each page once in each language, and beside each its addresses in all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.formats.markup import text

TYPE = "application/xml"
MOST, MOST_BYTES = 50_000, 50 * 1024 * 1024
"""Addresses that a sitemap may hold, and bytes (sitemaps.org)."""
_END = "</urlset>\n"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True)
class Page:
    """A page, when it last changed, and its addresses by language, if it has several; `address` is for all others."""

    address: str
    changed: datetime | None = None
    alternates: Sequence[tuple[str, str]] = ()


def write(pages: Iterable[Page]) -> bytes:
    """Return a sitemap; what it has no room for is left out, from the first page on that finds none."""
    space = f'{_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    written = [f"{_HEAD}<urlset {space}>\n".encode()]
    addresses, size = 0, len(written[0]) + len(_END)
    for page in pages:
        urls = [*_urls(page)]
        said = "".join(urls).encode()
        addresses, size = addresses + len(urls), size + len(said)
        if addresses > MOST or size > MOST_BYTES:
            break
        written.append(said)
    return b"".join([*written, _END.encode()])


def write_index(sitemaps: Iterable[Page]) -> bytes:
    """Return the list of sitemaps."""
    listed = "".join(f"<sitemap>{_said(one.address, one.changed)}</sitemap>\n" for one in sitemaps)
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{listed}</sitemapindex>\n".encode()


def _urls(page: Page) -> Iterator[str]:
    """Yield a page in each language: programs take the word of an address for others only if these say the same."""
    said_of = [*page.alternates, ("x-default", page.address)] if page.alternates else []
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{text(code)}" href="{text(address)}"/>' for code, address in said_of
    )
    for _code, address in page.alternates or [("", page.address)]:
        yield f"<url>{_said(address, page.changed)}{others}</url>\n"


def _said(address: str, changed: datetime | None) -> str:
    instant = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<loc>{text(address)}</loc>{instant}"
