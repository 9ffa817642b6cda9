"""What a changed engine would read in the mentions that are stored, and moving those that nobody has decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from timeline.dates import FuzzyDate, Reading
from timeline.limits import LimitReached
from timeline.records.changes import CHUNK, save_all
from timeline.records.mentions import ENGINE_VERSION, fill, phrases_of, read_words
from timeline.records.models import Article, Change, Decision, Mention, Verb, open_change
from timeline.review.readings import SENTENCE, words_in_context

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


@dataclass(frozen=True)
class Unread:
    """An article that could not be read within the limits."""

    article: Article
    why: LimitReached


def reread(selection: Selection) -> Iterator[Reread | Unread]:
    """Yield the mentions that would move, article by article; only one article's are held at a time.

    An article that cannot be read within the limits is yielded as Unread, and the others go on.
    """
    for article in selection.articles().iterator(chunk_size=ARTICLES_AT_ONCE):
        try:
            found = reread_article(article, selection)
        except LimitReached as refused:
            yield Unread(article, refused)
        else:
            yield from found


def reread_article(article: Article, selection: Selection) -> list[Reread]:
    """Return those of an article's mentions that would move, in the order of its text.

    What a person marked is read in its sentence, as when it was marked; so is what the engine finds no more.
    LimitReached if it cannot be read within the limits.
    """
    found = {(phrase.start, phrase.end): phrase for phrase in phrases_of(article).phrases}
    mentions = list(article.mentions.exclude(rule=SENTENCE).order_by("start", "end"))
    by_machine = {
        mention.pk: list(found[mention.start, mention.end].readings)
        for mention in mentions
        if mention.origin == Mention.Origin.MACHINE and (mention.start, mention.end) in found
    }
    others = [(mention, earlier) for mention, earlier in _with_earlier(mentions) if mention.pk not in by_machine]
    asked = [words_in_context(article, mention, earlier) for mention, earlier in others]
    read = read_words(asked, article.published_on, language=article.source.language, zone=article.zone)
    in_context = {mention.pk: readings for (mention, _earlier), readings in zip(others, read, strict=True)}
    again = [Reread(mention, (by_machine | in_context)[mention.pk]) for mention in mentions]
    return [one for one in again if one.moves and selection.holds(one.mention.rule, one.new_rule)]


def _with_earlier(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention | None]]:
    """Yield mentions that stand in the order of the text, each with the dated one that ends before it and starts last.

    What a person marked may overlap others, so the one just before may not have ended.
    """
    dated: list[Mention] = []
    for mention in mentions:
        yield mention, next((one for one in reversed(dated) if one.end <= mention.start), None)
        if mention.edtf:
            dated.append(mention)


def move(selection: Selection, articles: list[int], *, at: datetime) -> tuple[Change, int]:
    """Store the new reading of every undecided mention of the articles that moves, as one change; and their number.

    All is read before the transaction. A mention that someone decides on or that changes meanwhile is left alone.
    """
    moving: dict[int, Reread] = {}
    for article in Article.objects.select_related("source").filter(pk__in=articles):
        moving |= {one.mention.pk: one for one in reread_article(article, selection) if not one.decided}
    count = 0
    with open_change(by=None, at=at, verb=Verb.EDIT, why=f"Read again by engine {ENGINE_VERSION}") as change:
        for keys in _chunks(list(moving)):
            stored = Mention.objects.filter(pk__in=keys, decision__in=UNDECIDED).select_for_update(of=("self",))
            same = [mention for mention in stored if mention.version == moving[mention.pk].mention.version]
            save_all(Mention, [fill(mention, moving[mention.pk].readings) for mention in same], READ_BY_MACHINE)
            count += len(same)
    return change, count


def _chunks(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
