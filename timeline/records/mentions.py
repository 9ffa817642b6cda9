"""Find and read the date phrases of an article."""

from typing import Any

from timeline import dates
from timeline.dates import Phrase, Reading
from timeline.records.changes import create_all
from timeline.records.models import Article, Mention

ENGINE_VERSION = "1"
"""Raised when a rule or a convention changes, so that mentions read before are known."""


def find_mentions(article: Article) -> list[Mention]:
    """Store every date phrase of an article's text as a mention, under the open change."""
    return create_all(Mention, [new_mention(article, phrase) for phrase in phrases_of(article)])


def phrases_of(article: Article) -> list[Phrase]:
    """Return every date phrase of an article's text that is for review."""
    phrases = dates.find(
        article.text, article.published_on, language=article.source.language or None, zone=article.zone
    )
    return [phrase for phrase in phrases if is_for_review(phrase)]


def is_for_review(phrase: Phrase) -> bool:
    """Return whether a phrase names a day, month, year or the like; "recently" and "three years long" do not."""
    return phrase.kind in ("DATE", "TIME") and phrase.counts


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
