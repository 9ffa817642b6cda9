"""The days that a page gives for its own publication: not those of neighbours, of a change, or of its body."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml import etree

from timeline.extract.linked_data import LinkedArticle
from timeline.extract.page_marks import MOST_MARKS, are_alike, is_beside
from timeline.extract.page_tree import HEADINGS, Element, letters, line_of, name
from timeline.extract.timestamps import Timestamp, read_timestamp

# Names of <meta> for the day of publication, folded by _key: those of the day of change are not among them.
_PUBLISHED = frozenset(
    {
        "article:published_time", "og:article:published_time", "article:published", "og:published_time",
        "og:publish_date", "og:pubdate", "og:release_date", "datepublished", "date_published", "publishdate",
        "publish_date", "publisheddate", "published_date", "published_time", "published", "published_at",
        "publication_date", "publicationdate", "pubdate", "pub_date", "date", "dc.date", "dc:date", "dc.date.issued",
        "dc.date.published", "dc.issued", "dcterms.issued", "dcterms:issued", "dcterms.date", "dcterms:date",
        "dcterms.available", "parsely_pub_date", "sailthru.date", "citation_publication_date", "citation_date",
        "citation_online_date", "bepress_citation_date", "prism.publicationdate", "rnews:datepublished",
        "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate",
        "bt:pubdate", "iso_8601_publish_date", "article.published", "article.created", "article:post_date", "ptime",
        "release_date", "displaydate", "weibo:article:create_at", "shareaholic:article_published_time",
        "article_publish_date", "article:publish_date", "news_date", "firstpublished", "first_published",
    }
)  # fmt: skip
MOST_DAYS = 50
LONGEST_TEASER = 100
"""Letters of a paragraph that may stand above a headline; a heading under a longer one parts the text."""
_HEADLINES = frozenset({"headline", "entry-title", "p-name"})


@dataclass(frozen=True)
class PublishedAt:
    """A day or moment that the page gives for its own publication."""

    written: str
    place: str
    timestamp: Timestamp

    @property
    def days(self) -> tuple[date, ...]:
        """The day as written; two where day and month can be read either way."""
        return self.timestamp.days


def published_in(
    tree: Element, metas: list[tuple[str, str, str]], linked: list[LinkedArticle], titles: list[str]
) -> Iterator[PublishedAt]:
    written = [(one, "JSON-LD datePublished") for article in linked for one in article.published]
    written += [(content, as_written) for key, as_written, content in metas if key in _PUBLISHED]
    written += _marked_up(tree, titles)
    for one, place in list(dict.fromkeys(written))[:MOST_DAYS]:
        timestamp = read_timestamp(one)
        if timestamp is not None:
            yield PublishedAt(one, place, timestamp)


def _marked_up(tree: Element, titles: list[str]) -> list[tuple[str, str]]:
    """Return the days of microdata, RDFa, microformats and <time pubdate> that belong to the article of the page."""
    scopes: dict[Element | None, list[tuple[str, str]]] = {}
    marked = ((element, place) for element in tree.iter(etree.Element) if (place := _says_published(element)))
    for element, place in islice(marked, MOST_MARKS):
        if is_beside(element):
            continue
        words = element.get("content") or element.get("datetime") or element.get("title") or line_of(element)
        scopes.setdefault(_scope(element), []).append((words, place))
    if len(scopes) > 1:
        fitting = {scope: found for scope, found in scopes.items() if scope is not None and _is_titled(scope, titles)}
        scopes = fitting or scopes
    elif scopes:
        scope = next(iter(scopes))
        if scope is not None and titles and _headline(scope) and not _is_titled(scope, titles):
            return []
    return [one for found in scopes.values() for one in found]


def _says_published(element: Element) -> str:
    props = (element.get("itemprop") or "").lower().split()
    if "datepublished" in props:
        return "itemprop datePublished"
    if (element.get("property") or "").lower() in ("datepublished", "schema:datepublished"):
        return "property datePublished"
    if name(element) == "time" and element.get("pubdate") is not None:
        return "<time pubdate>"
    classes = (element.get("class") or "").lower().split()
    if "dt-published" in classes or ("published" in classes and name(element) in ("time", "abbr")):
        return f"class {'dt-published' if 'dt-published' in classes else 'published'}"
    return ""


def _scope(element: Element) -> Element | None:
    """Return the thing an element belongs to: the next itemscope, article or h-entry above it."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None or above.get("typeof") or name(above) == "article":
            return above
        if not {"h-entry", "hentry"}.isdisjoint((above.get("class") or "").split()):
            return above
    return None


def _headline(scope: Element) -> str:
    """Return what is marked as the headline; else the heading above the text, as neighbours have one in h2 or h3."""
    above_text, heading = True, ""
    for element in scope.iter(etree.Element):
        marked = (element.get("itemprop") or "").lower().split() + (element.get("class") or "").split()
        if name(element) == "h1" or not _HEADLINES.isdisjoint(marked):
            return element.get("content") or line_of(element)
        above_text = above_text and not (name(element) == "p" and letters(element) > LONGEST_TEASER)
        if above_text and not heading and name(element) in HEADINGS:
            heading = line_of(element)
    return heading


def _is_titled(scope: Element, titles: list[str]) -> bool:
    return any(are_alike(_headline(scope), title) for title in titles)
