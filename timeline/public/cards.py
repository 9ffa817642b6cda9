"""The events of a list, ready: as another page left them, else made, and left for the next.

A card is named by what its entry shows and by the frame of its chronology, so it stays good when others change, and a
page whose cards are all there asks nothing of their events.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from html import escape

from django.core.cache import caches
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from timeline.public.card import Pieces, card, join
from timeline.public.homes import anchor_of, home_of
from timeline.public.items import Item, items, lang_of
from timeline.public.queries import entries_of
from timeline.public.said import said
from timeline.public.why_found import on_card, why_found
from timeline.records.models import Source
from timeline.records.selection import Row
from timeline.web import joining
from timeline.web.marks import Mark
from timeline.web.templatetags.dates import edtf_in_words, in_words_short

LONGEST_NAME = 60
"""Letters of a headline in the legend."""


@dataclass
class Card:
    """An event of a list, and what its page asks of it; all of it can stand in JSON."""

    event: int
    section: int | None
    style: str
    anchor: str
    home: str
    """The id of the heading that it stands under, and the year, decade or century of that in EDTF; "" for none."""
    sort_key: str
    stands: bool
    """Whether it stands by itself, not among those whose exact date is not known."""
    mark: str
    differs: bool
    is_sourced: bool
    name: tuple[str, str, str]
    """Its headline, cut off where it is long, the language of that, and its date in few words."""
    sources: list[tuple[int, str]]
    """What it rests on, in order, each once: the key of a source, and its line in the list of sources."""
    pieces: Pieces
    html: str = ""
    """As it stands in the list, its sources numbered."""


KEPT = [one.name for one in fields(Card) if one.name != "html"]
"""What is kept of a card, in the order in which one is made of it."""


def cards_of(
    rows: Sequence[Row], *, ground: str | None, words: str = "", loaded: Iterable[Item] | None = None
) -> list[Card]:
    """Return the cards of a page's rows, their sources not numbered yet.

    `ground` names what all cards of visitors rest on: without one, or with words of a search to mark, nothing is kept.
    `loaded`: the same events, where the page has asked for them already.
    """
    keys = {row.entry: f"{ground}:{row.entry}:{row.shown}" for row in rows}
    keeps = ground is not None and not words
    found = _kept(keys) if keeps else {}
    if len(found) < len(keys):
        every = items(entries_of([row for row in rows if row.entry not in found])) if loaded is None else loaded
        missing = [item for item in every if item.entry.pk not in found]
        why = why_found(missing, words, on_card) if words else {}
        lines = {source.pk: _line(source) for source in _sources(missing)}
        made = {item.entry.pk: _made(item, lines, words, why.get(item.entry.event_id, "")) for item in missing}
        if keeps:
            caches["parts"].set_many({keys[entry]: _packed(one) for entry, one in made.items()})
        found |= made
    # An entry may have gone since its row was read.
    return [found[row.entry] for row in rows if row.entry in found]


def apart(source: Source, name: str) -> str:
    """Return a name of a source as HTML, whose direction of writing does not reach beyond it; "" for none."""
    return f"<bdi{lang_of(source, name)}>{escape(name)}</bdi>" if name else ""


def number_sources(cards: Sequence[Card]) -> None:
    """Number the sources of a page in the order of first use, and give each card its HTML."""
    numbers: dict[int, int] = {}
    for one in cards:
        for source, _line in one.sources:
            numbers.setdefault(source, len(numbers) + 1)
    for one in cards:
        one.html = join(one.pieces, numbers)


def _kept(keys: Mapping[int, str]) -> dict[int, Card]:
    stored = caches["parts"].get_many(list(keys.values()))
    found = {entry: _unpacked(stored[key]) for entry, key in keys.items() if key in stored}
    return {entry: one for entry, one in found.items() if one is not None}


def _unpacked(stored: bytes) -> Card | None:
    """Return a card that is kept; None of what cannot be read, which is made anew."""
    try:
        return Card(*json.loads(stored))
    except (ValueError, TypeError):
        return None


def _packed(one: Card) -> bytes:
    return json.dumps([getattr(one, name) for name in KEPT], ensure_ascii=False).encode()


def _sources(shown: Iterable[Item]) -> Iterable[Source]:
    """Return what some events rest on, each source once."""
    return {citation.source_id: citation.source for item in shown for citation in item.citations}.values()


def _made(item: Item, lines: Mapping[int, str], words: str, why: str) -> Card:
    home, headline = home_of(item.date), item.headline
    return Card(
        event=item.entry.event_id,
        section=item.entry.section_id,
        style=item.style,
        anchor=anchor_of(item.date),
        home=home.edtf if home else "",
        sort_key=item.entry.event.sort_key,
        stands=item.is_known or bool(item.date and item.date.lasting),
        mark=item.mark,
        differs=bool(item.rivals),
        is_sourced=item.is_sourced,
        name=(
            Truncator(headline).chars(LONGEST_NAME) if len(headline) > LONGEST_NAME else headline,
            item.language,
            in_words_short(item.date),
        ),
        sources=[(source.pk, lines[source.pk]) for source in _sources([item])],
        pieces=card(item, said(), words, why),
    )


def _line(source: Source) -> str:
    """Return a source in the list under a page."""
    lang, title = escape(source.language), escape(source.title)
    linked = f'<a href="{escape(source.link)}" rel="noopener" lang="{lang}">{title}</a>'
    named = linked if source.link else f'<span lang="{lang}">{title}</span>'
    published = escape(edtf_in_words(source.published))
    author, publisher = apart(source, source.author), apart(source, source.publisher)
    return (
        f'<li id="s{source.pk}">{joining.source(named, author=author, publisher=publisher, published=published)}</li>'
    )


def legend_of(cards: Iterable[Card]) -> list[tuple[Mark, Card]]:
    """Return each mark of a page with the first event that has it."""
    found: dict[str, Card] = {}
    for one in cards:
        found.setdefault(one.mark, one)
        if one.differs:
            found.setdefault(Mark.DISPUTED, one)
    return [(mark, found[mark]) for mark in Mark if mark in found]


def sources_of(cards: Iterable[Card]) -> SafeString:
    """Return the list of a page's sources in the order of their numbers."""
    lines = {source: line for one in cards for source, line in one.sources}
    return mark_safe("".join(lines.values()))  # noqa: S308  its text went through `escape` above
