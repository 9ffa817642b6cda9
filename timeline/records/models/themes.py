"""Theme: what events are about."""

from timeline.records.models.changes import history
from timeline.records.models.names import Named


class Theme(Named):
    """What events are about."""

    history = history()

    class Meta:
        ordering = ("name",)
