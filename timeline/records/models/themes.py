"""Theme: what events are about."""

from timeline.records.models.changes import history
from timeline.records.models.names import Named
from timeline.records.models.shown import Imported


class Theme(Named, Imported):
    """What events are about."""

    history = history(excluded_fields=["batch"])

    class Meta:
        ordering = ("name",)
