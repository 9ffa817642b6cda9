"""Atom feeds (RFC 4287)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from timeline.formats.markup import text

TYPE = "application/atom+xml"


@dataclass(frozen=True)
class Category:
    """What an entry is about: the name that stays, and the one that readers are shown, with the language it is in."""

    term: str
    label: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry; `id` names it for good."""

    id: str
    title: str
    address: str
    updated: datetime
    published: datetime | None = None
    summary: str = ""
    language: str = ""
    title_language: str = ""
    """Where the title alone is in another."""
    categories: Sequence[Category] = ()
    content: str = ""
    """HTML."""
    content_language: str = ""
    via: str = ""
    """Where what it tells was read."""


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed; `address` is its own, `page` that of the page that it belongs to, `pages` the same in other languages."""

    id: str
    title: str
    address: str
    page: str
    updated: datetime
    author: str
    subtitle: str = ""
    language: str = ""
    rights: str = ""
    pages: Sequence[tuple[str, str]] = ()
    entries: Sequence[Entry] = ()


def write(feed: Feed) -> bytes:
    """Return a feed."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{_lang(feed.language)}>',
        *_element("id", feed.id), *_element("title", feed.title), *_element("subtitle", feed.subtitle),
        *_element("updated", _instant(feed.updated)), f"<author><name>{text(feed.author)}</name></author>",
        f'<link rel="self" type="{TYPE}" href="{text(feed.address)}"/>',
        _alternate(feed.page, feed.language), *(_alternate(address, code) for code, address in feed.pages),
        *_element("rights", feed.rights),
        *(line for entry in feed.entries for line in _entry(entry)),
        "</feed>", "",
    ]  # fmt: skip
    return "\n".join(lines).encode()


def _entry(entry: Entry) -> Iterator[str]:
    yield f"<entry{_lang(entry.language)}>"
    yield from _element("id", entry.id)
    yield from _element("title", entry.title, entry.title_language)
    yield from _element("updated", _instant(entry.updated))
    if entry.published:
        yield from _element("published", _instant(entry.published))
    yield f'<link rel="alternate" type="text/html" href="{text(entry.address)}"/>'
    if entry.via:
        yield f'<link rel="via" href="{text(entry.via)}"/>'
    # An entry without content needs a summary, be it an empty one.
    yield f"<summary>{text(entry.summary)}</summary>"
    if entry.content:
        yield f'<content type="html"{_lang(entry.content_language)}>{text(entry.content)}</content>'
    yield from map(_category, entry.categories)
    yield "</entry>"


def _category(one: Category) -> str:
    label = f' label="{text(one.label)}"{_lang(one.language)}' if one.label else ""
    return f'<category term="{text(one.term)}"{label}/>'


def _alternate(address: str, language: str) -> str:
    in_language = f' hreflang="{text(language)}"' if language else ""
    return f'<link rel="alternate" type="text/html"{in_language} href="{text(address)}"/>'


def _element(name: str, value: str, language: str = "") -> list[str]:
    return [f"<{name}{_lang(language)}>{text(value)}</{name}>"] if value else []


def _lang(language: str) -> str:
    return f' xml:lang="{text(language)}"' if language else ""


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
