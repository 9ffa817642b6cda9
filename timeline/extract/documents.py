"""A file to its text and metadata."""

import re
from dataclasses import replace
from pathlib import PurePath

from timeline.extract import pages
from timeline.extract.encodings import decode
from timeline.extract.extracted import Extracted
from timeline.extract.refusals import CannotExtract, Reason
from timeline.extract.text import clean

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|p|div)\b", re.IGNORECASE)
_BEFORE_HTML = (("<?", "?>"), ("<!--", "-->"))


def extract(content: bytes, name: str) -> Extracted:
    """Read a plain text or HTML file, told apart by its content and the ending of its name.

    CannotExtract if it is no text, its encoding cannot be told, or it holds no text.
    """
    ending = PurePath(name).suffix.lower()
    is_html = ending in (".html", ".htm", ".xhtml")
    decoded = decode(content, is_html=is_html)
    is_html = is_html or (ending != ".txt" and _begins_as_html(decoded.text))
    found = pages.read(decoded.text) if is_html else Extracted(text=clean(decoded.text))
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
