"""What an unfinished import has written stands in the tables, and no query shows it: one condition on every noun."""

from typing import Any, TypeVar

from django.db import models
from django.db.models.expressions import F
from django.utils.translation import gettext_lazy as _

from timeline.records.models.batches import Batch

Record = TypeVar("Record", bound=models.Model)

_HIDDEN = "SELECT batch_id FROM records_run WHERE hides"


class _Condition(models.Func):
    """A condition that may stand in `filter`; in SQL, because building it as a query takes as long as asking it."""

    output_field = models.BooleanField()
    arity = 1


class BatchIsShown(_Condition):
    """True of a row that no import brought in, or one that is finished."""

    template = f"(%(expressions)s IS NULL OR %(expressions)s NOT IN ({_HIDDEN}))"


class EventIsShown(_Condition):
    """True of a row that hangs on an event which is shown; asked event by event only while something is hidden."""

    template = (
        f"(NOT EXISTS ({_HIDDEN}) OR NOT EXISTS (SELECT 1 FROM records_event hanger"  # noqa: S608  no stranger's words
        f" WHERE hanger.id = %(expressions)s AND hanger.batch_id IN ({_HIDDEN})))"
    )


class ShownManager(models.Manager[Record]):
    """Every row but those that an unfinished import has written; for a noun with a column `batch`.

    As each noun's first manager it is also what related managers, forms, look-ups and the admin site use.
    `_base_manager` has all rows.
    """

    condition: models.Func = BatchIsShown(F("batch_id"))

    def get_queryset(self) -> models.QuerySet[Record]:
        """Return the rows that are shown."""
        return super().get_queryset().filter(self.condition)


class ShownWithEvent(ShownManager[Record]):
    """The same for a noun that hangs on an event."""

    condition = EventIsShown(F("event_id"))


class Imported(models.Model):
    """A noun that an import can bring in."""

    batch: Any = models.ForeignKey(
        Batch, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("import"), help_text=_("The import that brought it in"),
    )  # fmt: skip

    objects = ShownManager()

    class Meta:
        abstract = True
