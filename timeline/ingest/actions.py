"""Add an article: its text once, its source, and the date phrases found in it."""

from datetime import date, datetime

from django.db import IntegrityError

from timeline.accounts.models import User
from timeline.extract import clean
from timeline.records.actions import text_hash
from timeline.records.changes import save
from timeline.records.mentions import find_mentions
from timeline.records.models import LONGEST_TEXT, Article, Source, Verb, open_change


class TextRefused(ValueError):
    """The text is empty, or longer than LONGEST_TEXT bytes of UTF-8; `size` is its length in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes of text; 1 to {LONGEST_TEXT} are taken")
        self.size = size


def add_article(
    *,
    text: str,
    title: str,
    publisher: str = "",
    url: str = "",
    language: str = "",
    published_on: date,
    zone: str = "Asia/Tokyo",
    author: str = "",
    by: User | None,
    at: datetime,
) -> tuple[Article, bool]:
    """Store an article with its date phrases; the same text twice leads to the article that exists.

    Returns the article and whether it is new. TextRefused if the text is empty or too long.
    """
    text = accepted_text(text)
    found = same_text(text)
    if found:
        return found, False
    try:
        with open_change(by=by, at=at, verb=Verb.ADD, why=title):
            source = save(
                Source(
                    title=title, publisher=publisher, author=author, url=url, language=language,
                    published=published_on.isoformat(),
                )
            )  # fmt: skip
            article = Article(source=source, text=text, text_hash=text_hash(text), published_on=published_on, zone=zone)
            save(article)
            find_mentions(article)
    except IntegrityError:
        # Somebody stored the same text between the question and the answer.
        found = same_text(text)
        if not found:
            raise
        return found, False
    return article, True


def accepted_text(text: str) -> str:
    """Return the text as it will be stored; TextRefused if it is empty or too long."""
    cleaned = clean(text)
    size = len(cleaned.encode("utf-8"))
    if not 0 < size <= LONGEST_TEXT:
        raise TextRefused(size)
    return cleaned


def same_text(text: str) -> Article | None:
    """Return the article that holds this very text, line ends aside."""
    return Article.objects.filter(text_hash=text_hash(text)).select_related("source").first()
