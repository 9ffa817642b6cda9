"""Find and read the date phrases of an article: in a worker with limits, before anything is written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from timeline.dates import Phrase, Reading
from timeline.dates.article import Found, Words, find_for_review, read_each
from timeline.limits import run_limited
from timeline.records.changes import create_all
from timeline.records.models import Article, Mention

ENGINE_VERSION = "1"
"""Raised when a rule or a convention changes, so that mentions read before are known."""


def find_phrases(text: str, published_on: date, *, language: str, zone: str, told: bool = False) -> Found:
    """Return the date phrases of a text that are for review, as many as are taken; nothing is stored.

    `language` "" leaves it open; with `told` it is told from the text. LimitReached if a limit is passed.
    """
    return run_limited(find_for_review, text, published_on, language, zone, told, limits=settings.LIMITS)


def phrases_of(article: Article) -> Found:
    """Return what `find_phrases` gives for a stored article."""
    return find_phrases(article.text, article.published_on, language=article.source.language, zone=article.zone)


def read_words(asked: Sequence[Words], published_on: date, *, language: str, zone: str) -> list[list[Reading]]:
    """Return the readings of each of some words against a day; LimitReached if a limit is passed."""
    if not asked:
        return []
    return run_limited(read_each, list(asked), published_on, language, zone, limits=settings.LIMITS)


def store_mentions(article: Article, phrases: Sequence[Phrase]) -> list[Mention]:
    """Store phrases as mentions of an article, under the open change."""
    return create_all(Mention, [new_mention(article, phrase) for phrase in phrases])


def fill(mention: Mention, readings: list[Reading]) -> Mention:
    """Set the machine's reading and the readings not chosen; unsaved."""
    best = readings[0] if readings else None
    mention.date = best.date if best else None
    mention.rule = best.rule if best else ""
    mention.facts = dict(best.facts) if best else {}
    mention.confidence = best.confidence if best else 0.0
    mention.alternatives = [as_data(reading) for reading in readings[1:]]
    mention.engine_version = ENGINE_VERSION
    return mention


def as_data(reading: Reading) -> dict[str, Any]:
    """Return a reading as it is stored among the alternatives."""
    return {
        "edtf": reading.date.edtf if reading.date else "",
        "rule": reading.rule,
        "facts": dict(reading.facts),
        "confidence": reading.confidence,
    }


def new_mention(article: Article, phrase: Phrase) -> Mention:
    """Return a phrase as a mention of an article; unsaved."""
    mention = Mention(article=article, start=phrase.start, end=phrase.end, words=phrase.words[:300])
    return fill(mention, list(phrase.readings))
