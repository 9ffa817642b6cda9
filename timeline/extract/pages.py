"""HTML pages: the article's text, and what the page says of itself."""

from dataclasses import dataclass, field

from timeline.extract.page_days import PublishedAt
from timeline.extract.page_facts import Facts, facts_of
from timeline.extract.page_text import text_of
from timeline.extract.page_tree import keep_the_article, parse
from timeline.extract.text import clean


@dataclass(frozen=True)
class Page:
    """What an HTML page gives; "" and () where it says nothing."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: tuple[PublishedAt, ...] = ()
    places: dict[str, str] = field(default_factory=dict)
    """The markup that each of title, publisher, author and url was found in, as "og:site_name"."""


def read(html: str) -> Page:
    """Read a page: its text with a line a paragraph, and what it says of itself."""
    tree = parse(clean(html))
    if tree is None:
        return Page()
    facts = facts_of(tree)
    keep_the_article(tree)
    return _page(facts, text_of(tree))


def _page(facts: Facts, text: str) -> Page:
    found = {"title": facts.title, "publisher": facts.publisher, "author": facts.author, "url": facts.url}
    return Page(
        text=text,
        **{name: fact.value for name, fact in found.items()},
        language=facts.language,
        published=facts.published,
        places={name: fact.place for name, fact in found.items() if fact.value},
    )
