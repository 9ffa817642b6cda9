"""HTML pages: the article's text by trafilatura, or all visible text where it finds no article."""

import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import Any

_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "nav", "form", "button", "select"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
SHORTEST = 0.3
"""Share of a short page's visible letters below which trafilatura's choice is not believed to be the article."""
SMALL_PAGE = 2000


@dataclass(frozen=True)
class Page:
    """What an HTML page gives."""

    text: str
    title: str
    publisher: str
    author: str
    url: str
    language: str
    published_on: date | None


def read(html: str) -> Page:
    """Read a page: its text with a line a paragraph, and what it says of itself ("" and None where it says nothing)."""
    from trafilatura import extract_metadata  # half a second to import: only who uploads a page waits for it

    visible = _Visible.of(html)
    about = extract_metadata(html) if html.strip() else None
    return Page(
        text=_article(html, visible.text),
        title=_field(about, "title") or visible.title or visible.heading,
        publisher=_field(about, "sitename"),
        author=_field(about, "author"),
        url=_field(about, "url"),
        language=visible.language,
        published_on=_published_on(html),
    )


def _article(html: str, visible: str) -> str:
    from trafilatura import extract

    found = extract(html, include_comments=False, include_tables=True, favor_recall=True) or ""
    if len(visible) < SMALL_PAGE and len(found) < SHORTEST * len(visible):
        return visible
    return found or visible


def _field(about: Any, name: str) -> str:
    return str(getattr(about, name, None) or "")


def _published_on(html: str) -> date | None:
    """Return the day of first publication that the page's markup gives; None if it gives none or contradicts itself."""
    from htmldate import find_date

    found = find_date(html, extensive_search=False, original_date=True)
    return date.fromisoformat(found) if found else None


class _Visible(HTMLParser):
    """All visible text of a page, a line a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden: list[str] = []
        self.inside: list[str] = []
        self.title = self.heading = self.language = ""

    @classmethod
    def of(cls, html: str) -> "_Visible":
        """Read a page or a fragment of one."""
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    @property
    def text(self) -> str:
        """The visible lines, an empty line between blocks."""
        return "\n\n".join(line for line in (re.sub(r"\s+", " ", line).strip() for line in self.lines) if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block, and stop taking text where it is not shown."""
        if tag == "html":
            self.language = self.language or _primary(dict(attrs).get("lang") or "")
        if tag in _HIDDEN:
            self.hidden.append(tag)
        if tag in ("title", "h1"):
            self.inside.append(tag)
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began; tags closed in the wrong order close what they name."""
        for opened in (self.hidden, self.inside):
            if tag in opened:
                while opened.pop() != tag:
                    pass
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Take text, and the title and first heading apart."""
        if self.inside[-1:] == ["title"]:
            self.title += data
        elif self.inside[-1:] == ["h1"] and not self.hidden:
            self.heading += data
        if not self.hidden:
            self.lines[-1] += data


def _primary(tag: str) -> str:
    """Return the language of a BCP 47 tag without its region: "ja" of "ja-JP"."""
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag)
    return found[0].lower() if found else ""
