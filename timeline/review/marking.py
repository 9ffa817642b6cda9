"""Mark what the engine missed: a phrase, or a sentence without a date that tells of an event."""

from datetime import datetime

from timeline.accounts.models import User
from timeline.records.changes import save
from timeline.records.mentions import fill
from timeline.records.models import Article, Mention, Verb, open_change
from timeline.review import readings, sentences

LONGEST = 300
"""Most characters of a phrase."""
MOST_PLACES = 20


class CannotMark(ValueError):
    """The place is no phrase: it is empty, too long or outside the text; `mention` is one that lies there already."""

    def __init__(self, mention: Mention | None = None) -> None:
        super().__init__("no place for a phrase")
        self.mention = mention


def places(article: Article, words: str) -> list[int]:
    """Return where words stand in the text, letter by letter, at most MOST_PLACES."""
    found: list[int] = []
    at = article.text.find(words) if words else -1
    while at >= 0 and len(found) < MOST_PLACES:
        found.append(at)
        at = article.text.find(words, at + len(words))
    return found


def mark_phrase(*, article: Article, start: int, end: int, by: User, at: datetime) -> Mention:
    """Store a phrase that a person found, with what the engine reads in it; one it cannot read is kept, undated."""
    _check(article, start, end)
    taken = article.mentions.exclude(rule=readings.SENTENCE).filter(start__lt=end, end__gt=start).first()
    if taken:
        raise CannotMark(taken)
    return _store(article, start, end, "", by, at)


def mark_sentence(*, article: Article, start: int, end: int, by: User, at: datetime) -> Mention:
    """Store the sentence around a place as one that tells of an event without a date."""
    _check(article, start, end)
    first, last = sentences.around(article.text, start, end)
    taken = article.mentions.filter(start=first, end=last).first()
    if taken:
        raise CannotMark(taken)
    return _store(article, first, last, readings.SENTENCE, by, at)


def _store(article: Article, start: int, end: int, rule: str, by: User, at: datetime) -> Mention:
    words = article.text[start:end]
    mention = Mention(article=article, start=start, end=end, words=words[:LONGEST], origin=Mention.Origin.PERSON)
    if rule:
        mention.rule = rule
    else:
        fill(mention, readings.in_context(mention))
    with open_change(by=by, at=at, verb=Verb.ADD, why=words):
        return save(mention)


def _check(article: Article, start: int, end: int) -> None:
    if not 0 <= start < end <= len(article.text) or end - start > LONGEST or not article.text[start:end].strip():
        raise CannotMark
