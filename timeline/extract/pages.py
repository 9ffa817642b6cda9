"""HTML pages: the article's text, and what the page says of itself."""

from timeline.extract.extracted import Extracted
from timeline.extract.page_facts import Facts, facts_of
from timeline.extract.page_parse import parse
from timeline.extract.page_text import text_of
from timeline.extract.page_tree import keep_the_article
from timeline.extract.text import clean


def read(html: str) -> Extracted:
    """Read a page: its text with a line a paragraph, and what it says of itself."""
    tree = parse(clean(html))
    if tree is None:
        return Extracted()
    facts = facts_of(tree)
    keep_the_article(tree)
    return _page(facts, text_of(tree))


def _page(facts: Facts, text: str) -> Extracted:
    found = {"title": facts.title, "publisher": facts.publisher, "author": facts.author, "url": facts.url}
    return Extracted(
        text=clean(text),
        **{name: fact.value if name == "url" else _line(fact.value) for name, fact in found.items()},
        language=facts.language,
        published=facts.published,
        places={name: fact.place for name, fact in found.items() if fact.value},
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())
