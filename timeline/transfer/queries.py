"""What the pages about imports show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Model, QuerySet
from django.urls import reverse

from timeline.records.models import Batch, Event
from timeline.transfer.findings import Finding
from timeline.transfer.plan import planned, table_of
from timeline.transfer.rows import PlannedRow
from timeline.web.asked import page_of

ROWS_A_PAGE = 50
SHOWN = ("look", "errors", "warnings", "all")
"""What of a plan may be shown; "look" is what has errors or warnings."""


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
    """Return the imports, newest first, without their files."""
    return Batch.objects.defer("content").select_related("by")


def lines_with(batch: Batch, shown: str) -> list[int]:
    """Return the lines whose rows have errors, warnings, or either."""
    found = {int(line): any(one[2] for one in findings) for line, findings in batch.plan.get("findings", {}).items()}
    return sorted(line for line, refused in found.items() if shown == "look" or refused == (shown == "errors"))


def page_of_rows(batch: Batch, shown: str, number: str | None) -> tuple[Page[int], list[ShownRow]]:
    """Return a page of line numbers, and the rows on it."""
    lines = _all_lines(batch) if shown == "all" else lines_with(batch, shown)
    page = page_of(lines, ROWS_A_PAGE, number)
    return page, list(rows_on(batch, set(page.object_list)))


def rows_on(batch: Batch, lines: set[int]) -> Iterator[ShownRow]:
    """Yield the rows on `lines` with their findings of the plan."""
    findings = batch.plan.get("findings", {})
    for row in (row for chunk in planned(batch, lines) for row in chunk):
        yield ShownRow(row, [Finding(*stored) for stored in findings.get(str(row.line), ())])


def notes(batch: Batch) -> list[Finding]:
    """Return what the plan says of the whole table."""
    return [Finding(*stored) for stored in batch.plan.get("notes", ())]


def _all_lines(batch: Batch) -> list[int]:
    return [row.line for row in table_of(batch).rows]
