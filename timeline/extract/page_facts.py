"""What a page says of itself, and where: the day it was published, title, publisher, authors, address, language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from timeline.extract.linked_data import LinkedArticle, articles_in
from timeline.extract.page_days import PublishedAt, published_in
from timeline.extract.page_marks import MOST_MARKS, Fact, are_alike, first_of, is_beside, letters_of, metas_of
from timeline.extract.page_titles import title_of, titles_of
from timeline.extract.page_tree import Element, letters, line_of, name

_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely_author", "sailthru.author",
           "citation_author", "byl", "og:article:author", "article:author_name")  # fmt: skip
_SITE = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application_name", "citation_publisher",
         "article:publisher_name", "al:android:app_name")  # fmt: skip
_ADDRESS = re.compile(r"(?:https?:)?//|^www\.|@|^[\w.-]+\.(?:com|org|net|jp|kr|example|html?)(?:/|$)", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:by|written by|story by|words by|von|par|por|di)(?:\s*:\s*|\s+)"
    r"|(?:автор|文|執筆者?|取材|글)\s*[／/:：・=]\s*)",
    re.IGNORECASE,
)
_BYLINES = ("byline", "author", "writer", "reporter", "journalist", "p-author")
LONGEST_AUTHOR = 100
MOST_AUTHORS = 20


@dataclass(frozen=True)
class Facts:
    """What a page says of itself; empty where it says nothing."""

    title: Fact
    publisher: Fact
    author: Fact
    url: Fact
    language: str
    published: tuple[PublishedAt, ...]


def facts_of(tree: Element) -> Facts:
    """Read a page's whole tree, before anything is taken out of it."""
    metas = list(metas_of(tree))
    url = _url(tree, metas)
    heads = titles_of(tree, metas)
    linked = _of_this_page(articles_in(tree), url.value, [head.value for head in heads])
    publisher = _publisher(metas, linked)
    return Facts(
        title=title_of(tree, heads, linked, publisher.value, url.value),
        publisher=publisher,
        author=_author(tree, metas, linked, publisher.value),
        url=url,
        language=_language(tree),
        published=tuple(published_in(tree, metas, linked, [head.value for head in heads])),
    )


def _of_this_page(articles: list[LinkedArticle], url: str, titles: list[str]) -> list[LinkedArticle]:
    """Return the articles of JSON-LD that this page is: by address, else by headline, else those that tell neither."""
    own = [
        one
        for one in articles
        if url and any(_same_address(address, url) for address in one.addresses if _is_address(address))
    ]
    if own:
        return own
    titled = [one for one in articles if any(are_alike(one.headline, title) for title in titles)]
    if titled:
        return titled
    return [one for one in articles if not (titles and one.headline) and not (url and one.addresses)]


def _same_address(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    hosts = [part.netloc.lower().removeprefix("www.").removeprefix("m.") for part in (first, second)]
    return hosts[0] == hosts[1] and first.path.rstrip("/") == second.path.rstrip("/") and (
        first.query == second.query or not (first.query and second.query)
    )  # fmt: skip


def _publisher(metas: list[tuple[str, str, str]], linked: list[LinkedArticle]) -> Fact:
    found = list(first_of(metas, "og:site_name"))
    found += [Fact(one.publisher, "JSON-LD publisher") for one in linked if one.publisher]
    found += list(first_of(metas, *_SITE[1:]))
    return next((fact for fact in found if not _ADDRESS.search(fact.value)), Fact())


def _author(tree: Element, metas: list[tuple[str, str, str]], linked: list[LinkedArticle], publisher: str) -> Fact:
    for one in linked:
        if names := _people(one.authors, publisher):
            return Fact(names, "JSON-LD author")
    for key in _AUTHOR:
        facts = list(first_of(metas, key))
        if names := _people((fact.value for fact in facts), publisher):
            return Fact(names, facts[0].place)
    bylines: dict[str, list[str]] = {}
    article = _box_of_the_article(tree)
    marked = ((element, place) for element in tree.iter(etree.Element) if (place := _says_author(element)))
    for element, place in islice(marked, MOST_MARKS):
        if not is_beside(element) and (article is None or article in element.iterancestors()):
            bylines.setdefault(place, []).append(element.get("content") or _author_words(element))
    for place, words in bylines.items():
        if names := _people(words[:MOST_AUTHORS], publisher):
            return Fact(names, place)
    return Fact()


def _box_of_the_article(tree: Element) -> Element | None:
    """Return the smallest box that holds the heading and most of the paragraphs; None where it is the whole page."""
    heading = next(tree.iter("h1"), None)
    whole = sum(letters(one) for one in tree.iter("p"))
    for box in heading.iterancestors() if heading is not None and whole else ():
        if name(box) in ("body", "html"):
            return None
        if sum(letters(one) for one in box.iter("p")) * 2 > whole:
            return box
    return None


def _says_author(element: Element) -> str:
    if "author" in (element.get("itemprop") or "").lower().split():
        return "itemprop author"
    if "author" in (element.get("rel") or "").lower().split():
        return "rel author"
    tag = name(element)
    if tag in ("address", "p", "div", "span", "a", "cite", "li") and not len(element) > 4:
        classes = (element.get("class") or "").lower().split()
        found = next((one for one in classes if one in _BYLINES), "")
        return f"class {found}" if found else ""
    return ""


def _author_words(element: Element) -> str:
    for inner in element.iter(etree.Element):
        if inner is not element and (
            "name" in (inner.get("itemprop") or "").lower().split() or inner.get("rel") == "author"
        ):
            return inner.get("content") or line_of(inner)
    return line_of(element)


def _people(names: Iterable[str], publisher: str) -> str:
    found = []
    for one in names:
        words = _BY.sub("", " ".join(one.split()))
        if _is_a_name(words) and letters_of(words) != letters_of(publisher):
            found.append(words)
    return "; ".join(list(dict.fromkeys(found))[:MOST_AUTHORS])


def _is_a_name(words: str) -> bool:
    return (
        1 < len(words) <= LONGEST_AUTHOR
        and not _ADDRESS.search(words)
        and any(map(str.isalpha, words))
        and not any(map(str.isdigit, words))
    )


def _url(tree: Element, metas: list[tuple[str, str, str]]) -> Fact:
    """Return the page's own address; the front page's is taken only where no other is given."""
    found = [
        Fact(" ".join((link.get("href") or "").split()), "link rel=canonical")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    found += list(first_of(metas, "og:url"))
    good = [fact for fact in found if _is_address(fact.value)]
    return next((fact for fact in good if urlsplit(fact.value).path.strip("/")), good[0] if good else Fact())


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "") and " " not in url
    except ValueError:
        return False


def _language(tree: Element) -> str:
    """Return what the page claims to be written in, without the region: "ja" of "ja-JP"; it may be wrong."""
    for root in (tree, *tree.iter("body", "article")):
        tag = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
        found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag.strip())
        if found:
            return found[0].lower()
    return ""
