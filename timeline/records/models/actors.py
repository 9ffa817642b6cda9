"""Actor: someone or some body that takes part in events."""

from timeline.records.models.changes import history
from timeline.records.models.names import Named
from timeline.records.models.shown import Imported


class Actor(Named, Imported):
    """Someone or some body that takes part in events."""

    history = history(excluded_fields=["batch"])

    class Meta:
        ordering = ("name",)
