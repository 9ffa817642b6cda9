"""What the desk asks: the phrases of an article, the way through them, the last decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from timeline.accounts.models import User
from timeline.dates import edtf, in_words
from timeline.records.models import Article, Change, Decision, Event, Mention, Verb
from timeline.web.date_box import page_language

UNDOABLE = (Verb.ACCEPT, Verb.CORRECT, Verb.REJECT, Verb.UNSURE, Verb.CITE, Verb.ADD, Verb.EDIT)
SHOWN = ("all", "waiting", "unsure", "settled", "rejected")
_OF = {
    "waiting": (Decision.WAITING,), "unsure": (Decision.UNSURE,), "rejected": (Decision.REJECTED,),
    "settled": (Decision.ACCEPTED, Decision.CORRECTED),
}  # fmt: skip


@dataclass(frozen=True)
class Last:
    """The last decision of a person on an article that is not undone: what it was, and what it was about."""

    change: Change
    words: str
    date: str
    event: Event | None
    count: int


def mentions(article: Article) -> list[Mention]:
    """Return the phrases of an article in the order of its text."""
    # Facts and alternatives are wanted of the current phrase only, and there may be thousands.
    found = list(article.mentions.defer("facts", "alternatives", "note").order_by("start", "end"))
    for mention in found:
        mention.article = article
    return found


def shown(found: Sequence[Mention], show: str) -> list[Mention]:
    """Keep the phrases in the states that `show` names; all for any other word."""
    return [mention for mention in found if mention.decision in _OF[show]] if show in _OF else list(found)


def current(found: Sequence[Mention], asked: str) -> Mention | None:
    """Return the phrase asked for by its key, else the first that waits, else the first."""
    by_key = {str(mention.pk): mention for mention in found}
    waiting = (mention for mention in found if mention.decision == Decision.WAITING)
    return by_key.get(asked) or next(waiting, None) or next(iter(found), None)


def following(found: Sequence[Mention], mention: Mention) -> Mention | None:
    """Return the next phrase that waits after this one, going round; None when none waits."""
    waiting = [one for one in found if one.decision == Decision.WAITING and one.pk != mention.pk]
    later = [one for one in waiting if (one.start, one.end) > (mention.start, mention.end)]
    return next(iter(later or waiting), None)


def dated_by(mention: Mention) -> "QuerySet[Event]":
    """Return the events that a phrase dates."""
    return Event.objects.live().filter(citations__mention=mention).prefetch_related("wordings").distinct()


def counts(article: Article) -> dict[str, int]:
    """Return how many phrases are in each state."""
    rows = article.mentions.order_by().values_list("decision").annotate(Count("pk"))
    return {decision.value: 0 for decision in Decision} | dict(rows)


def last_decision(article: Article, person: User) -> Last | None:
    """Return this person's last decision on an article that can be undone."""
    added = Article.history.filter(id=article.pk, history_type="+").values("change")
    rows = Mention.history.filter(
        article_id=article.pk, change__by=person, change__verb__in=UNDOABLE, change__undone_by__isnull=True
    ).exclude(change__in=added)
    row = rows.select_related("change").order_by("-history_id").first()
    if row is None:
        return None
    date = edtf.parse(row.decided_edtf) if row.decided_edtf else None
    event = Event.history.filter(change=row.change).order_by("history_id").first()
    return Last(
        change=row.change, words=row.words, date=in_words(date, page_language()) if date else "",
        event=Event.objects.filter(pk=event.id).first() if event else None,
        count=rows.filter(change=row.change).count(),
    )  # fmt: skip
