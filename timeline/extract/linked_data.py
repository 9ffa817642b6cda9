"""What a page's JSON-LD says of the article itself: its neighbours, lists and comments are left aside."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from timeline.extract.page_tree import Element

Node = dict[str, Any]

_ARTICLES = ("article", "posting", "report", "reportage", "newsstory", "pressrelease", "analysisnewsarticle")
_PAGES = ("webpage", "itempage", "aboutpage")
# Only what stands here is of the page itself; what stands under any other property is a neighbour or a part.
_LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage")
DEEPEST = 5
MOST_NODES = 2000
LARGEST = 1_000_000
"""Letters of one script that are read."""
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_BROKEN_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,60})"')
_BROKEN_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"([A-Za-z]{1,40})"')


@dataclass(frozen=True)
class LinkedArticle:
    """An article as JSON-LD tells it; what it does not tell is empty."""

    headline: str = ""
    published: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    publisher: str = ""
    authors: tuple[str, ...] = field(default=())
    is_page: bool = False
    """Whether it is the page as such, which counts only where no article is told."""


def articles_in(tree: Element) -> list[LinkedArticle]:
    """Return the articles that a page's JSON-LD tells at its top: in an array, a graph, or as what a page is about."""
    found: list[LinkedArticle] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "")[: LARGEST + 1]
        if len(text) > LARGEST:
            continue
        data = _parsed(text)
        if data is None:
            found += _of_broken(text)
            continue
        known = {node["@id"]: node for node in _all_nodes(data) if isinstance(node.get("@id"), str) and len(node) > 1}
        found += [_article(node, known) for node in _of_the_page(data) if _kind(node)]
    articles = [one for one in found if not one.is_page]
    return list(dict.fromkeys(articles or found))


def _parsed(text: str) -> Any:
    """Return JSON also where it has the usual faults: comments around it, raw line ends, a comma too many."""
    text = text.strip()
    for around in ("<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"):
        text = text.removeprefix(around).strip()
    for around in ("-->", "//]]>", "]]>", "/*]]>*/"):
        text = text.removesuffix(around).strip()
    reader = json.JSONDecoder(strict=False)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return reader.raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _of_broken(text: str) -> list[LinkedArticle]:
    """Return the one day that broken JSON-LD gives, if it tells of one article only."""
    published = _BROKEN_DATE.findall(text)
    kinds = [kind for kind in _BROKEN_TYPE.findall(text) if kind.lower().endswith(_ARTICLES)]
    lists = "itemListElement" in text or "ItemList" in text
    return [LinkedArticle(published=(published[0],))] if len(published) == len(kinds) == 1 and not lists else []


def _all_nodes(data: Any) -> Iterator[Node]:
    waiting, seen = [data], 0
    while waiting and seen < MOST_NODES:
        one = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
        elif isinstance(one, list):
            waiting += [value for value in one if isinstance(value, dict | list)]


def _of_the_page(data: Any, depth: int = 0) -> Iterator[Node]:
    if isinstance(data, list):
        for one in data[:MOST_NODES]:
            yield from _of_the_page(one, depth + 1) if depth < DEEPEST else ()
    elif isinstance(data, dict) and depth < DEEPEST:
        yield data
        if _kind(data) != "article":
            for key in _LEADS_ON:
                yield from _of_the_page(data.get(key), depth + 1)


def _kind(node: Node) -> str:
    kinds = [str(kind).rpartition("/")[2].rpartition(":")[2].lower() for kind in _list(node.get("@type"))]
    if any(kind.endswith(_ARTICLES) for kind in kinds):
        return "article"
    return "page" if any(kind in _PAGES for kind in kinds) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _article(node: Node, known: dict[str, Node]) -> LinkedArticle:
    places = [node.get("url"), node.get("@id"), *_list(node.get("mainEntityOfPage"))]
    return LinkedArticle(
        headline=_words(node.get("headline")) or _words(node.get("name")),
        published=tuple(str(one) for one in _list(node.get("datePublished")) if isinstance(one, str | int)),
        addresses=tuple(address for place in places if (address := _address(place))),
        publisher=next(iter(_names(node.get("publisher"), known)), ""),
        authors=tuple(_names(node.get("author") or node.get("creator"), known)),
        is_page=_kind(node) == "page",
    )


def _address(place: Any) -> str:
    if isinstance(place, dict):
        place = place.get("@id") or place.get("url")
    return place if isinstance(place, str) and place.startswith(("http://", "https://")) else ""


def _names(value: Any, known: dict[str, Node]) -> list[str]:
    found = []
    for one in _list(value)[:50]:
        if isinstance(one, dict) and "name" not in one:
            one = known.get(str(one.get("@id")), one)
        names = _list(one.get("name")) if isinstance(one, dict) else [one]
        found += [words for name in names if (words := _words(name))]
    return found


def _words(value: Any) -> str:
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
