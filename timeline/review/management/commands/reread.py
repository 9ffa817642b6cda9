"""`manage.py reread`: what the engine of today would read differently in the stored mentions, and moving them."""

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from timeline.dates import FuzzyDate
from timeline.dates.reasons import REASONS
from timeline.limits import LimitReached
from timeline.records.models import Article, Mention
from timeline.review.rereading import Reread, Selection, Unread, move, reread


class Command(BaseCommand):
    """Lists the mentions that would move; --apply moves those that nobody has decided, as one change."""

    help = (
        "List the stored date phrases that today's engine reads differently; --apply moves those that nobody has "
        "decided on, as one change that can be undone. Decided ones are listed and stay."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what narrows the list, and --apply."""
        parser.add_argument("--article", type=int, metavar="NUMBER", help="only this article")
        parser.add_argument("--rule", help="only phrases read by this rule, before or now (docs/dates.md lists them)")
        parser.add_argument("--language", help="only articles in this language, as en, ja, ko")
        parser.add_argument("--apply", action="store_true", help="move the undecided ones")

    def handle(
        self,
        *,
        article: int | None = None,
        rule: str | None = None,
        language: str | None = None,
        apply: bool = False,
        **options: object,
    ) -> None:
        """List, article by article; then move if asked."""
        selection = _selection(article, rule, language)
        open_ones = decided = 0
        articles: dict[int, None] = {}
        for one in reread(selection):
            if isinstance(one, Unread):
                self.stdout.write(f"Not read: article {one.article.pk} “{one.article}”: {one.why}")
                continue
            self.stdout.write(_line(one))
            decided += one.decided
            open_ones += not one.decided
            if not one.decided:
                articles[one.mention.article_id] = None
        if not open_ones + decided:
            self.stdout.write("Nothing moves: every stored phrase is read as before.")
            return
        self.stdout.write(f"{open_ones} undecided would move, {decided} decided would read differently now and stay.")
        if not apply:
            self.stdout.write("Nothing was changed; --apply moves the undecided ones." if open_ones else "")
        elif open_ones:
            try:
                change, count = move(selection, list(articles), at=timezone.now())
            except LimitReached as refused:
                raise CommandError(
                    f"Nothing was changed: the texts could not be read once more: {refused}."
                ) from refused
            self.stdout.write(f"Moved {count}, as change {change.pk}, which can be undone.")
        else:
            self.stdout.write("Nothing was changed: all of them are decided.")


def _selection(article: int | None, rule: str | None, language: str | None) -> Selection:
    """Return what was asked for; CommandError where there is no such article, rule or language."""
    if article is not None and not Article.objects.filter(pk=article).exists():
        raise CommandError(f"There is no article {article}.")
    if rule is not None and rule not in REASONS and not Mention.objects.filter(rule__contains=rule).exists():
        raise CommandError(f"No rule is called {rule}; docs/dates.md lists them.")
    if language is not None and not Article.objects.filter(source__language=language).exists():
        raise CommandError(f"There is no article in the language {language}.")
    return Selection(article=article, rule=rule, language=language)


def _line(one: Reread) -> str:
    mention = one.mention
    head = f"mention {mention.pk} “{mention.words}”, article {mention.article_id} “{mention.article}”"
    rules = mention.rule if mention.rule == one.new_rule else f"{mention.rule or 'none'} -> {one.new_rule or 'none'}"
    stays = " (decided, would read differently now)" if one.decided else ""
    return f"{head}: {_said(mention.date)} -> {_said(one.new)}, by {rules}{stays}"


def _said(value: FuzzyDate | None) -> str:
    """A date in figures: its EDTF with its first and last day, and what the EDTF does not show."""
    if value is None:
        return "undated"
    days = "" if value.is_day else f" ({_day(value.earliest)} to {_day(value.latest)}, {value.precision})"
    about = " about" if value.approximate and "~" not in value.edtf and "%" not in value.edtf else ""
    return f"{value.edtf}{days}{about}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "open"
