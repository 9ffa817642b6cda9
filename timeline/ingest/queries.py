"""What the list of articles asks."""

from collections.abc import Sequence

from django.db.models import F, Q, QuerySet

from timeline.accounts.models import User
from timeline.records.models import Article, Mention


def articles(words: Sequence[str] = ()) -> "QuerySet[Article]":
    """Return articles with their progress, the newest first; each of `words` stands in title, publisher or text."""
    found = Article.objects.with_progress().select_related("source").defer("text")
    for word in words:
        found = found.filter(
            Q(source__title__icontains=word) | Q(source__publisher__icontains=word) | Q(text__icontains=word)
        )
    found = found.annotate(checked_count=F("phrase_count") - F("waiting_count") - F("unsure_count"))
    return found.order_by("-published_on", "-pk")


def where_stopped(person: User) -> Mention | None:
    """Return the phrase that this person decided on last, if its article still has phrases waiting."""
    last = (
        Mention.objects.filter(decided_by=person)
        .order_by("-decided_at", "-pk")
        .select_related("article__source")
        .first()
    )
    if last is None or not last.article.mentions.waiting().exists():
        return None
    return last
