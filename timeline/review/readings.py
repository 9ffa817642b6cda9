"""Readings of a mention: the stored ones of its own words, fresh ones of what a person types instead."""

from typing import Any

from timeline import dates
from timeline.dates import Reading, Typed, edtf, read_typed
from timeline.dates.timex import Timex
from timeline.dates.typed import unread_beside
from timeline.records.models import Mention
from timeline.review import sentences

SENTENCE = "sentence"
"""Rule of a mention that a person made from a sentence without a date."""


def stored(mention: Mention) -> list[Reading]:
    """Return the machine's reading of a mention and the readings not chosen, best first."""
    best = Reading(mention.date, Timex("DATE", ""), mention.rule, dict(mention.facts), confidence=mention.confidence)
    first = [best] if mention.rule and mention.rule != SENTENCE else []
    return first + [_reading(row) for row in mention.alternatives]


def of(mention: Mention, typed: str) -> Typed:
    """Return how what is typed for a mention reads: its own words as they were read, if they were; others read now."""
    typed = typed.strip()
    if typed == mention.words and mention.rule:
        return Typed(typed, tuple(stored(mention)), used=typed)
    article = mention.article
    return read_typed(typed, article.published_on, language=article.source.language, zone=article.zone)


def in_context(mention: Mention) -> list[Reading]:
    """Read the words of a mention that a person marked, with the sentence around and the date read before it.

    A reading of only a part of them is none: the date box shows it, with what was not read, for a person to choose.
    """
    article = mention.article
    start, end = sentences.around(article.text, mention.start, mention.end)
    earlier = article.mentions.filter(end__lte=mention.start).exclude(edtf="").order_by("-start").first()
    found = dates.read(
        mention.words, article.published_on, language=language_of(mention), zone=article.zone,
        context=article.text[start:end], previous=_known(earlier),
    )  # fmt: skip
    if found and not unread_beside(mention.words, found[0]):
        return found
    whole = read_typed(mention.words, article.published_on, language=language_of(mention), zone=article.zone)
    return list(whole.readings) if not whole.unread else []


def language_of(mention: Mention) -> str | None:
    """Return the language of the article; None lets the engine tell it."""
    return mention.article.source.language or None


def _known(mention: Mention | None) -> Reading | None:
    if mention is None:
        return None
    return Reading(mention.date, Timex("DATE", ""), mention.rule, dict(mention.facts), anchor=mention.words)


def _reading(row: dict[str, Any]) -> Reading:
    value = edtf.parse(row["edtf"]) if row["edtf"] else None
    return Reading(value, Timex("DATE", ""), row["rule"], row["facts"], confidence=row["confidence"])
