"""Change: who changed what, when and why; every history row belongs to one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from timeline.accounts.models import User
from timeline.records.models.batches import Batch
from timeline.records.models.shown import ShownManager


class NoOpenChange(RuntimeError):
    """A record was written outside `open_change`, so nobody could say who did it and why."""


class Verb(models.TextChoices):
    """What a change did, in one word."""

    ADD = "add", _("added")
    EDIT = "edit", _("edited")
    ACCEPT = "accept", _("accepted")
    CORRECT = "correct", _("corrected")
    REJECT = "reject", _("rejected")
    UNSURE = "unsure", _("put off")
    CITE = "cite", _("cited")
    CHECK = "check", _("checked")
    PLACE = "place", _("placed")
    MOVE = "move", _("moved")
    MERGE = "merge", _("merged")
    PUBLISH = "publish", _("published")
    WITHDRAW = "withdraw", _("withdrew")
    IMPORT = "import", _("imported")
    UNDO = "undo", _("undid")


class Change(models.Model):
    """Groups every row that one deed changed; undo and version addresses rest on it."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="changes")
    at = models.DateTimeField(db_index=True)
    verb = models.CharField(max_length=12, choices=Verb.choices)
    why = models.CharField(max_length=500, blank=True)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, blank=True, related_name="changes")
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by")
    is_public = models.BooleanField(
        default=False, db_index=True, editable=False, help_text=_("Whether readers see any of what it changed")
    )

    objects = ShownManager()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.why}" if self.why else str(self.get_verb_display())


Question = Callable[[Change], None]
_questions: list[Question] = []
_last_questions: list[Question] = []
_open: ContextVar[Change | None] = ContextVar("open_change", default=None)


def before_the_end(question: Question) -> Question:
    """Let `question` be asked of every change, when all is written and nothing is committed; what it raises undoes it.

    So no action can forget to ask; who registers one is imported by the app's `ready`.
    """
    _questions.append(question)
    return question


def after_the_others(question: Question) -> Question:
    """Let `question` be asked like the others, behind all of them: what they wait for at the database it finds done."""
    _last_questions.append(question)
    return question


@contextmanager
def open_change(
    *,
    by: User | None,
    at: datetime,
    verb: Verb,
    why: str = "",
    batch: Batch | None = None,
    undoes: Change | None = None,
) -> Iterator[Change]:
    """Open one transaction and one Change; every record saved inside belongs to both.

    A change opened inside another joins it: what was asked for as one deed is undone as one.
    """
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        change = Change.objects.create(by=by, at=at, verb=verb, why=why[:500], batch=batch, undoes=undoes)
        token = _open.set(change)
        try:
            yield change
            for question in (*_questions, *_last_questions):
                question(change)
        finally:
            _open.reset(token)


@contextmanager
def continue_change(change: Change) -> Iterator[Change]:
    """Write more under a change that is spread over several transactions: one of them, whole or not at all.

    Inside another open change all belongs to that one. Nothing is asked here: what is written so is hidden until the
    last of the transactions, and stands in no chronology.
    """
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        token = _open.set(change)
        try:
            yield change
        finally:
            _open.reset(token)


def open_change_or_none() -> Change | None:
    """Return the change that is open, if one is."""
    return _open.get()


def current_change() -> Change:
    """Return the change that is open; NoOpenChange if none is."""
    change = _open.get()
    if change is None:
        raise NoOpenChange("Open a change (timeline.records.models.open_change) before you write.")
    return change


def current_change_id() -> int:
    """Return the key of the open change: what a new history row gets as its own."""
    return current_change().pk


class Changed(models.Model):
    """What every history row has beside the state it keeps."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+", default=current_change_id)

    class Meta:
        abstract = True


def _who(**_context: Any) -> User | None:
    return current_change().by


class _History(HistoricalRecords):  # type: ignore[misc]  # it says nothing of its types
    """A history that is looked through in ways of its own."""

    def __init__(self, *, indexes: Sequence[models.Index] = (), **options: Any) -> None:
        self.indexes = indexes
        super().__init__(**options)

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """Give its table the indexes."""
        return {**super().get_meta_options(model), "indexes": list(self.indexes)}


def history(**options: Any) -> HistoricalRecords:
    """Keep the whole state of a noun after each change, in a table of its own beside it."""
    return _History(bases=[Changed], get_user=_who, **options)


def history_of(noun: type[models.Model]) -> "models.Manager[Any]":
    """Return all rows of a noun's history."""
    manager: models.Manager[Any] = noun.history.model.objects  # type: ignore[attr-defined]
    return manager
