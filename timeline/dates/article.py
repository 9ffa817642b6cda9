"""The date phrases of a whole article that are for review, as many as one article may have."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from timeline.dates.detection import language_of
from timeline.dates.engine import find_first, read
from timeline.dates.left_over import unread_beside
from timeline.dates.record import record
from timeline.dates.result import Phrase, Reading
from timeline.dates.typed import read_typed

MOST_PHRASES = 5_000
"""Most phrases of one article; a book has no more, and nobody would check them."""


@record
class Found:
    """The phrases for review, in the order of the text, and the language in which it was read."""

    language: str
    phrases: tuple[Phrase, ...]
    left_out: int
    """How many stretches after the last of MOST_PHRASES speak of time; 0 where every phrase is here."""


@record
class Words:
    """Words to be read as one phrase, with the text around them."""

    words: str
    context: str
    previous: Reading | None = None
    whole: bool = False


def is_for_review(phrase: Phrase) -> bool:
    """Return whether a phrase names a day, month, year or the like; "recently" and "three years long" do not."""
    return phrase.kind in ("DATE", "TIME") and phrase.counts


def find_for_review(text: str, anchor: datetime.date | None, language: str, zone: str | None, told: bool) -> Found:
    """Return what is for review in a text; `language` "" leaves it open, or has it told from the text with `told`."""
    if told and not language:
        language = language_of(text)
    phrases, left_out = find_first(text, anchor, MOST_PHRASES, is_for_review, language=language or None, zone=zone)
    return Found(language, tuple(filter(is_for_review, phrases)), left_out)


def read_each(
    asked: Sequence[Words], anchor: datetime.date | None, language: str, zone: str | None
) -> list[list[Reading]]:
    """Return the readings of each of some words, best first."""
    return [read_in_context(one, anchor, language, zone) for one in asked]


def read_in_context(asked: Words, anchor: datetime.date | None, language: str, zone: str | None) -> list[Reading]:
    """Return the readings of words that stand in a text; with `whole` none that rests on a part of them."""
    found = read(
        asked.words, anchor, language=language or None, zone=zone, context=asked.context, previous=asked.previous
    )
    if not asked.whole or (found and not unread_beside(asked.words, found[0])):
        return found
    whole = read_typed(asked.words, anchor, language=language, zone=zone)
    return list(whole.readings) if not whole.unread else []
