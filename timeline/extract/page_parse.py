"""A page to its tree, within limits of what can be gone through in seconds."""

import re

from lxml import etree, html

from timeline.extract.page_tree import Element
from timeline.extract.refusals import CannotExtract, Reason

MOST_ATTRIBUTES = 200
MOST_TAGS = 120_000
"""Opening and closing tags of a page; the largest pages of lists and tables have a tenth of it."""
_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|data|dfn|em|font|i|mark|q|rb|ruby|small|span|strong|time|u)(?:\s[^<>]*)?>", re.IGNORECASE
)
_NESTING = re.compile(
    r"(?:</?(?!(?:body|head|html|link|meta|noscript|rp|rt|script|style|template|title)\b)[A-Za-z][^<>]*>\s*)+",
    re.IGNORECASE,
)


def parse(page: str) -> Element | None:
    """Return the tree of a page or a fragment of one, however broken; None if nothing is in it.

    Comments and processing instructions are left out. A page nested too deeply is read without its nesting.
    CannotExtract if it has more tags than can be gone through in seconds, or a tag more attributes than a page has any
    use for: libxml2 compares each with each.
    """
    if page.count("<") > MOST_TAGS or _has_too_many_attributes(page):
        raise CannotExtract(Reason.TOO_COMPLEX)
    tree, is_cut = _parsed(page)
    return _parsed(_NESTING.sub("<p>", _INLINE.sub("", page)))[0] if is_cut else tree


def _parsed(page: str) -> tuple[Element | None, bool]:
    """Return the tree, and whether libxml2 left out what was nested too deeply for it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    return tree, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _has_too_many_attributes(page: str) -> bool:
    at = 0
    while found := _TAG.search(page, at):
        at, count = found.end(), 0
        while attribute := _ATTRIBUTE.match(page, at):
            at = attribute.end()
            count += 1
            if count > MOST_ATTRIBUTES:
                return True
    return False
