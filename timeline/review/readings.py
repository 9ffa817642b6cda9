"""Readings of a mention: the stored ones of its own words, fresh ones of what a person types instead."""

from typing import Any

from timeline.dates import Reading, Typed, edtf, read_typed
from timeline.dates.article import Words, read_in_context
from timeline.dates.timex import Timex
from timeline.records.models import Article, Mention
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
    earlier = article.mentions.filter(end__lte=mention.start).exclude(edtf="").order_by("-start").first()
    asked = words_in_context(article, mention, earlier)
    return read_in_context(asked, article.published_on, article.source.language, article.zone)


def words_in_context(article: Article, mention: Mention, earlier: Mention | None) -> Words:
    """Return the words of a mention with its sentence; `earlier` is the dated mention before it."""
    start, end = sentences.around(article.text, mention.start, mention.end)
    return Words(mention.words, article.text[start:end], _known(earlier), whole=True)


def _known(mention: Mention | None) -> Reading | None:
    if mention is None:
        return None
    return Reading(mention.date, Timex("DATE", ""), mention.rule, dict(mention.facts), anchor=mention.words)


def _reading(row: dict[str, Any]) -> Reading:
    value = edtf.parse(row["edtf"]) if row["edtf"] else None
    return Reading(value, Timex("DATE", ""), row["rule"], row["facts"], confidence=row["confidence"])
