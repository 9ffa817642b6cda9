"""Add an article: its text once, its source, and the date phrases found in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from timeline.accounts.models import User
from timeline.extract import clean
from timeline.ingest import redating
from timeline.ingest.redating import Anchor, Redated
from timeline.records.actions import text_hash
from timeline.records.changes import Stale, claim, save
from timeline.records.listings import hold_showing
from timeline.records.mentions import find_phrases, store_mentions
from timeline.records.models import LONGEST_TEXT, Article, Source, Verb, open_change

_ATTEMPTS = 3
"""How often an article is read again where its phrases were decided on meanwhile."""


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

    Returns the article and whether it is new; a language not given is told from the text.
    TextRefused if the text is empty or too long, LimitReached if it cannot be read within the limits. It is read
    before the transaction, which nobody waits for longer than it takes to write.
    """
    text = accepted_text(text)
    found = same_text(text)
    if found:
        return found, False
    read = find_phrases(text, published_on, language=language, zone=zone, told=True)
    try:
        with open_change(by=by, at=at, verb=Verb.ADD, why=title):
            source = save(
                Source(
                    title=title, publisher=publisher, author=author, url=url, language=read.language,
                    published=published_on.isoformat(),
                )
            )  # fmt: skip
            article = Article(
                source=source, text=text, text_hash=text_hash(text), published_on=published_on, zone=zone,
                phrases_left_out=read.left_out,
            )  # fmt: skip
            save(article)
            store_mentions(article, read.phrases)
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


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of an article beside its text."""

    title: str
    publisher: str
    author: str
    url: str
    language: str
    published_on: date
    zone: str

    @property
    def anchor(self) -> Anchor:
        """What its phrases are read against."""
        return Anchor(published_on=self.published_on, zone=self.zone, language=self.language)


def edit_article(
    *, article: Article, version: int, source_version: int, about: About, by: User | None, at: datetime
) -> list[Redated]:
    """Correct what is known of an article; another publication date, place or language reads every phrase again.

    Returns the phrases that were read again. Stale if someone was faster, LimitReached if the text cannot be read
    within the limits. It is read before the transaction, and once more where a phrase was decided on meanwhile.
    """
    for _attempt in range(_ATTEMPTS):
        now = Article.objects.select_related("source").get(pk=article.pk)
        plan = redating.plan(now, about.anchor) if Anchor.of(now) != about.anchor else None
        try:
            return _edit(now, plan, version, source_version, about, by, at)
        except redating.PlanIsOld:
            continue
    raise Stale(article)


def _edit(
    now: Article, plan: redating.Plan | None, version: int, source_version: int, about: About, by: User | None,
    at: datetime,
) -> list[Redated]:  # fmt: skip
    with open_change(by=by, at=at, verb=Verb.EDIT, why=about.title):
        stored = claim(Article.objects.select_related("source"), now.pk, version)
        hold_showing({Source: [stored.source_id]})
        source = claim(Source.objects.all(), stored.source_id, source_version)
        moved = Anchor.of(stored) != about.anchor
        if moved and (plan is None or Anchor.of(stored) != Anchor.of(now)):
            raise redating.PlanIsOld
        redated = redating.redate(stored, plan) if plan and moved else []
        source.title, source.publisher, source.author = about.title, about.publisher, about.author
        source.url, source.language = about.url, about.language
        if stored.published_on != about.published_on:
            source.published = about.published_on.isoformat()
        save(source)
        if moved:
            stored.published_on, stored.zone = about.published_on, about.zone
            stored.phrases_left_out = plan.left_out if plan else 0
            save(stored)
    return redated
