"""What the markup of a page gives for facts: its <meta>, which parts are beside the article, titles that are alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.extract.page_names import is_comments_name, is_no_article_name
from timeline.extract.page_tree import Element, is_a_readers_word, name

MOST_METAS = 1000
MOST_MARKS = 200
"""Marks of one kind in a body that are looked at; each asks what it stands in."""


@dataclass(frozen=True)
class Fact:
    """A fact as the page gives it, and the name of the markup it stands in, as "og:site_name"."""

    value: str = ""
    place: str = ""


def metas_of(tree: Element) -> Iterator[tuple[str, str, str]]:
    """Return each <meta> as its folded name, its name as written, and its content; those of neighbours are left out."""
    for meta in islice(tree.iter("meta"), MOST_METAS):
        written = meta.get("property") or meta.get("name") or ""
        content = " ".join((meta.get("content") or "").split())
        if written and content and not is_beside(meta):
            yield key_of(written), " ".join(written.split())[:60], content


def key_of(written: str) -> str:
    return written.strip().lower().replace("-", "_")


def first_of(metas: list[tuple[str, str, str]], *keys: str) -> Iterator[Fact]:
    for key in keys:
        yield from (Fact(content, written) for found, written, content in metas if found == key)


def is_beside(element: Element) -> bool:
    """Whether an element stands in a part of the page that is not the article, or not the only one."""
    for above in element.iterancestors():
        tag = name(above)
        if tag in ("aside", "nav", "footer", "li"):
            return True
        if tag in ("body", "html", "article", "main"):
            continue
        named = f"{above.get('class', '')} {above.get('id', '')}".strip()[:300]
        holds_heading = next(above.iter("h1"), None) is not None if named else False
        if is_a_readers_word(above) or (
            named and not holds_heading and (is_comments_name(named) or is_no_article_name(named))
        ):
            return True
    return False


def are_alike(one: str, other: str) -> bool:
    """Whether two titles are of one article: one holds the other, or half of the shorter one's pieces are in both."""
    first, second = letters_of(one), letters_of(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if short in long:
        return len(short) > 3 or len(short) * 2 > len(long)
    pieces = {short[at : at + 3] for at in range(len(short) - 2)}
    return bool(pieces) and sum(piece in long for piece in pieces) >= 0.5 * len(pieces)


def letters_of(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))[:500]
