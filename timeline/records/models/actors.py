"""Actor: someone or some body that takes part in events."""

from timeline.records.models.changes import history
from timeline.records.models.names import Named


class Actor(Named):
    """Someone or some body that takes part in events."""

    history = history()

    class Meta:
        ordering = ("name",)
