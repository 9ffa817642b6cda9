"""What the pages about imports show."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.paginator import Page
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.records.models import Batch, Event, Run
from timeline.transfer.findings import ABOUT_THE_DATE, Finding
from timeline.transfer.limited_table import LimitedTable
from timeline.transfer.received import Wanted
from timeline.transfer.rows import PlannedRow
from timeline.transfer.sample.marker import KEY as SAMPLE
from timeline.web.asked import page_of

ROWS_A_PAGE = 50
SHOWN = ("look", "errors", "warnings", "dates", "all")
"""What of a plan may be shown; "look" is what has errors or warnings, "dates" what has either about its date."""


@dataclass(frozen=True)
class ShownRow:
    """A row of the preview: what it says, and what was found when the plan was made."""

    row: PlannedRow
    findings: list[Finding]

    @property
    def is_refused(self) -> bool:
        """Whether an error keeps the row out."""
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class InTheWay:
    """A record that keeps an import from being undone: its noun, its words, where it is looked at."""

    noun: str
    words: str
    url: str


def in_the_way(records: Iterable[Model]) -> list[InTheWay]:
    """Return each record once, as it is shown; a record that hangs on an event leads to the event."""
    found: dict[tuple[str, str], InTheWay] = {}
    for record in records:
        event = record if isinstance(record, Event) else getattr(record, "event", None)
        url = reverse("arrange:event_edit", args=[event.pk]) if event else ""
        one = InTheWay(str(record._meta.verbose_name), str(record), url)
        found.setdefault((one.noun, one.words), one)
    return list(found.values())


def batches() -> QuerySet[Batch]:
    """Return the imports, newest first, without their files; no samples, for which no file was sent."""
    at_work = Run.objects.filter(batch=OuterRef("pk"), state__in=Run.UNFINISHED)
    found = Batch.objects.exclude(mapping__has_key=SAMPLE).defer("content").select_related("by")
    return found.annotate(at_work=Subquery(at_work.values("kind")[:1]))


def lines_with(batch: Batch, shown: str) -> list[int]:
    """Return the lines whose rows have errors, warnings, either, or either about their dates."""
    stored = batch.plan.get("findings", {}).items()
    if shown == "dates":
        return sorted(int(line) for line, findings in stored if any(one[0] in ABOUT_THE_DATE for one in findings))
    found = {int(line): any(one[2] for one in findings) for line, findings in stored}
    return sorted(line for line, refused in found.items() if shown == "look" or refused == (shown == "errors"))


def page_of_plan(batch: Batch, shown: str, number: str | None) -> Page[int]:
    """Return a page of rows of a plan: by their number, from 0, where all are shown, else by line."""
    rows: Sequence[int] = range(batch.plan["counts"]["rows"]) if shown == "all" else lines_with(batch, shown)
    return page_of(rows, ROWS_A_PAGE, number)


def rows_on(batch: Batch, page: Page[int]) -> list[ShownRow]:
    """Return the rows on a page of a plan with their findings; LimitReached if they cannot be read."""
    rows = page.object_list
    if not rows:
        return []
    wanted = Wanted(numbers=rows) if isinstance(rows, range) else Wanted(lines=frozenset(rows))
    found = LimitedTable(batch, settings.LIMITS).rows(wanted)
    return [ShownRow(row, findings_of(batch, row.line)) for row in found]


def findings_of(batch: Batch, line: int) -> list[Finding]:
    """Return what the plan says of the row on a line."""
    return [Finding(*stored) for stored in batch.plan["findings"].get(str(line), ())]


def header_of(batch: Batch) -> tuple[str, ...]:
    """Return the names of the columns of a planned table; LimitReached as above."""
    return LimitedTable(batch, settings.LIMITS).header


def refused_rows(batch: Batch) -> Iterator[tuple[str, ...]]:
    """Yield the rows with errors as they are written, behind their lines and reasons; LimitReached as above."""
    for row in LimitedTable(batch, settings.LIMITS).cells(Wanted(lines=frozenset(lines_with(batch, "errors")))):
        reasons = " ".join(str(one) for one in findings_of(batch, row.line) if one.is_error)
        yield (str(row.line), reasons, *row.cells)


def notes(batch: Batch) -> list[Finding]:
    """Return what the plan says of the whole table."""
    return [Finding(*stored) for stored in batch.plan.get("notes", ())]


UNHEARD = timedelta(seconds=15)
"""How long a run may wait, or be silent, before its page says that no worker seems to run."""
SMALLEST_SHARE = 0.02
"""Of the rows, before which no time is foretold."""


@dataclass(frozen=True)
class Progress:
    """How far a run has come, as its page tells it; `now` is when it is looked at."""

    run: Run
    now: datetime
    is_first: bool
    """Whether no other run is being worked on, for whose end this one would wait."""

    @property
    def tens(self) -> int:
        """Per cent, by tens: what is spoken, so that nobody hears every second of it."""
        return 10 * (10 * self.run.rows_done // self.run.rows) if self.run.rows else 0

    @property
    def rate(self) -> int:
        """Rows a second since the run began; 0 before the first."""
        seconds = (self.now - self.run.started_at).total_seconds() if self.run.started_at else 0.0
        return round(self._done_since / seconds) if seconds > 0 else 0

    @property
    def left(self) -> timedelta | None:
        """The time that the other rows will take at that rate; None while that cannot be told."""
        share = self._done_since / self.run.rows if self.run.rows else 0
        if share < SMALLEST_SHARE or not self.rate:
            return None
        return timedelta(seconds=math.ceil((self.run.rows - self.run.rows_done) / self.rate))

    @property
    def left_in_words(self) -> str:
        """The time left, roughly."""
        left = self.left
        if left is None:
            return ""
        minutes = round(left.total_seconds() / 60)
        if not minutes:
            return _("less than a minute left")
        return ngettext("about %(count)d minute left", "about %(count)d minutes left", minutes) % {"count": minutes}

    @property
    def _done_since(self) -> int:
        return self.run.rows_done - int(self.run.options.get("done_before", 0))

    @property
    def is_unheard(self) -> bool:
        """Whether nobody seems to be there who would work on it."""
        if self.run.state == Run.State.WAITING:
            return self.is_first and self.now - self.run.at > UNHEARD
        return self.run.heard_at is None or self.now - self.run.heard_at > UNHEARD


def progress_of(batch: Batch, now: datetime) -> Progress | None:
    """Return how far the run has come that is at work on a batch, None if none is."""
    run = batch.runs.filter(state__in=Run.UNFINISHED).first()
    if run is None:
        return None
    others = Run.objects.filter(state=Run.State.RUNNING, heard_at__gt=now - UNHEARD).exclude(pk=run.pk)
    return Progress(run, now, is_first=not others.exists())


def broken_off(batch: Batch) -> Run | None:
    """Return the last run of a batch if it was stopped or failed; planning that went well does not count."""
    last = batch.runs.exclude(kind=Run.Kind.PLAN, state=Run.State.DONE).first()
    return last if last and last.state in (Run.State.STOPPED, Run.State.FAILED) else None
