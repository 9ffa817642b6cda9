"""What a changed engine would read in the mentions that are stored, and moving those that nobody has decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from timeline.dates import FuzzyDate, Reading
from timeline.records.changes import save_all
from timeline.records.mentions import ENGINE_VERSION, fill, phrases_of
from timeline.records.models import Article, Change, Decision, Mention, Verb, open_change
from timeline.review.readings import SENTENCE, in_context

UNDECIDED = (Decision.WAITING, Decision.UNSURE)
READ_BY_MACHINE = (
    "edtf", "earliest", "latest", "precision", "approximate", "uncertain", "lasting",
    "rule", "facts", "confidence", "alternatives", "engine_version",
)  # fmt: skip
WINDOW = READ_BY_MACHINE[:7]
ARTICLES_AT_ONCE = 20


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which mentions: of one article, of articles in one language, read by one rule (before or now); all if None."""

    article: int | None = None
    language: str | None = None
    rule: str | None = None

    def articles(self) -> QuerySet[Article]:
        """Return the articles that have such mentions, oldest first."""
        found = Article.objects.filter(mentions__isnull=False).distinct().select_related("source").order_by("pk")
        if self.article is not None:
            found = found.filter(pk=self.article)
        return found if self.language is None else found.filter(source__language=self.language)

    def holds(self, *rules: str) -> bool:
        """Return whether one of the rules, each perhaps several joined by "+", is the one asked for."""
        return self.rule is None or any(self.rule in rule.split("+") for rule in rules)


@dataclass(frozen=True)
class Reread:
    """A mention whose date the engine would read differently now."""

    mention: Mention
    readings: list[Reading]

    @property
    def decided(self) -> bool:
        """Whether a person has decided on it, so that it stays as it is."""
        return self.mention.decision not in UNDECIDED

    @property
    def moves(self) -> bool:
        """Whether the date is another one, by what is stored of it."""
        old, new = self.mention, Mention(article=self.mention.article)
        new.date = self.new
        return any(getattr(old, name) != getattr(new, name) for name in WINDOW)

    @property
    def new(self) -> FuzzyDate | None:
        """The date as read now."""
        return self.readings[0].date if self.readings else None

    @property
    def new_rule(self) -> str:
        """The rule as of now."""
        return self.readings[0].rule if self.readings else ""


def reread(selection: Selection) -> Iterator[Reread]:
    """Yield the mentions that would move, article by article; only one article's are held at a time."""
    for article in selection.articles().iterator(chunk_size=ARTICLES_AT_ONCE):
        yield from reread_article(article, article.mentions.all(), selection)


def reread_article(article: Article, mentions: QuerySet[Mention], selection: Selection) -> list[Reread]:
    """Return those of an article's mentions that would move, in the order of its text.

    What a person marked is read in its sentence, as when it was marked; so is what the engine finds no more.
    """
    found = {(phrase.start, phrase.end): phrase for phrase in phrases_of(article)}
    moved = []
    for mention in mentions.exclude(rule=SENTENCE):
        phrase = found.get((mention.start, mention.end))
        by_machine = phrase if mention.origin == Mention.Origin.MACHINE else None
        one = Reread(mention, list(by_machine.readings) if by_machine else in_context(mention))
        if one.moves and selection.holds(mention.rule, one.new_rule):
            moved.append(one)
    return moved


def move(selection: Selection, articles: list[int], *, at: datetime) -> tuple[Change, int]:
    """Store the new reading of every undecided mention of the articles that moves, as one change; and their number.

    A mention that someone decides on meanwhile is left alone: each article's are read and locked anew.
    """
    count = 0
    with open_change(by=None, at=at, verb=Verb.EDIT, why=f"Read again by engine {ENGINE_VERSION}") as change:
        for key in articles:
            article = Article.objects.select_related("source").get(pk=key)
            mentions = article.mentions.filter(decision__in=UNDECIDED).select_for_update(of=("self",))
            moved = [fill(one.mention, one.readings) for one in reread_article(article, mentions, selection)]
            save_all(Mention, moved, READ_BY_MACHINE)
            count += len(moved)
    return change, count
