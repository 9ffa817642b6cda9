"""The HTML of a page's events: as another page of the same edition left it, else made, and left for the next."""

import json
from collections.abc import Iterable, Sequence

from django.core.cache import caches

from timeline.public.card import Pieces, card, join
from timeline.public.items import Item
from timeline.public.said import said


def finish(items: Iterable[Item], *, edition: str | None, words: str = "") -> None:
    """Give each event of a page its HTML.

    `edition` names what visitors see, in one language: without one, or with words of a search to mark, nothing is kept.
    """
    keys = {f"{edition}:{item.entry.pk}": item for item in items}
    keeps = edition is not None and not words
    found, made, say = _kept(list(keys)) if keeps else {}, {}, said()
    for key, item in keys.items():
        pieces = found.get(key)
        if pieces is None or not _fits(pieces, item):
            pieces = card(item, say, words)
            made[key] = json.dumps(pieces, ensure_ascii=False).encode()
        item.html = join(pieces, item.numbers)
    if keeps and made:
        caches["parts"].set_many(made)


def _kept(keys: Sequence[str]) -> dict[str, Pieces]:
    return {key: json.loads(stored) for key, stored in caches["parts"].get_many(keys).items()}


def _fits(pieces: Pieces, item: Item) -> bool:
    """Return whether the page has a number for each source: a card may be newer than what the page has read."""
    return all(one in item.numbers for one in pieces if isinstance(one, int))
