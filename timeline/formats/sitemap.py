"""Sitemaps (sitemaps.org), with the same page in other languages beside each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.formats.markup import text

TYPE = "application/xml"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True)
class Page:
    """A page, when it last changed, and its addresses by language."""

    address: str
    changed: datetime | None = None
    alternates: Sequence[tuple[str, str]] = ()


def write(pages: Iterable[Page]) -> bytes:
    """Return a sitemap."""
    space = f'{_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{_HEAD}<urlset {space}>\n{''.join(map(_page, pages))}</urlset>\n".encode()


def write_index(sitemaps: Iterable[Page]) -> bytes:
    """Return the list of sitemaps."""
    listed = "".join(f"<sitemap>{_said(one)}</sitemap>\n" for one in sitemaps)
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{listed}</sitemapindex>\n".encode()


def _page(page: Page) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{text(code)}" href="{text(address)}"/>'
        for code, address in page.alternates
    )
    return f"<url>{_said(page)}{others}</url>\n"


def _said(page: Page) -> str:
    changed = f"<lastmod>{page.changed.isoformat(timespec='seconds')}</lastmod>" if page.changed else ""
    return f"<loc>{text(page.address)}</loc>{changed}"
