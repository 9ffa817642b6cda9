"""A file to its text and metadata."""

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from timeline.extract import pages
from timeline.extract.encodings import decode
from timeline.extract.page_days import PublishedAt
from timeline.extract.refusals import CannotExtract, Reason
from timeline.extract.text import clean

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|p|div)\b", re.IGNORECASE)
_BEFORE_HTML = (("<?", "?>"), ("<!--", "-->"))


@dataclass(frozen=True)
class Extracted:
    """What a file gives: its text, and what it says of itself: suggestions, never facts."""

    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: tuple[PublishedAt, ...] = ()
    """Every day that the page gives for its own publication; `publication` tells what they come to."""
    encoding: str = ""
    """What people call the encoding that the file was taken for, as "Shift_JIS"; "" for Unicode."""
    places: dict[str, str] = field(default_factory=dict)
    """The markup that each of title, publisher, author and url was found in, as "og:site_name"."""


def extract(content: bytes, name: str) -> Extracted:
    """Read a plain text or HTML file, told apart by its content and the ending of its name.

    CannotExtract if it is no text, its encoding cannot be told, or it holds no text.
    """
    ending = PurePath(name).suffix.lower()
    is_html = ending in (".html", ".htm", ".xhtml")
    decoded = decode(content, is_html=is_html)
    is_html = is_html or (ending != ".txt" and _begins_as_html(decoded.text))
    found = _of_page(decoded.text) if is_html else Extracted(text=clean(decoded.text))
    if not found.text:
        raise CannotExtract(Reason.NO_TEXT)
    return replace(found, encoding=decoded.encoding)


def _begins_as_html(text: str) -> bool:
    """Whether a tag of a page stands first, but for space, comments and an XML declaration."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        for begins, ends in _BEFORE_HTML:
            if text.startswith(begins, at):
                at = text.find(ends, at + len(begins)) + len(ends)
                break
        else:
            return bool(_HTML.match(text, at))
        if at < len(ends):
            return False


def _of_page(html: str) -> Extracted:
    page = pages.read(html)
    return Extracted(
        text=clean(page.text),
        title=_line(page.title),
        publisher=_line(page.publisher),
        author=_line(page.author),
        url=page.url,
        language=page.language,
        published=page.published,
        places=page.places,
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())
