"""The transfer room."""

from django.apps import AppConfig

from timeline.limits import preload


class TransferConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.transfer"

    def ready(self) -> None:
        """Let workers find loaded what reads a table."""
        preload("timeline.transfer.preloaded")
