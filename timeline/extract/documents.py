"""A file to its text and metadata."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from timeline.extract import pages
from timeline.extract.encodings import decode
from timeline.extract.refusals import CannotExtract, Reason
from timeline.extract.text import clean

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|p|div)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Extracted:
    """What a file gives: its text, and what it says of itself; `published_on` is a suggestion, never a fact."""

    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published_on: date | None = None


def extract(content: bytes, name: str) -> Extracted:
    """Read a plain text or HTML file, told apart by its content and the ending of its name.

    CannotExtract if it is no text, its encoding cannot be told, or it holds no text.
    """
    ending = PurePath(name).suffix.lower()
    is_html = ending in (".html", ".htm", ".xhtml")
    text = decode(content, is_html=is_html)
    is_html = is_html or (ending != ".txt" and bool(_HTML.match(text)))
    found = _of_page(text) if is_html else Extracted(text=clean(text))
    if not found.text:
        raise CannotExtract(Reason.NO_TEXT)
    return found


def _of_page(html: str) -> Extracted:
    page = pages.read(html)
    return Extracted(
        text=clean(page.text),
        title=_line(page.title),
        publisher=_line(page.publisher),
        author=_line(page.author),
        url=page.url if page.url.startswith(("http://", "https://")) else "",
        language=page.language,
        published_on=page.published_on,
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())
