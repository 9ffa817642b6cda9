"""The records room."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.records"

    def ready(self) -> None:
        """Let access be asked about every change; what lists are read from and words are found by be kept with it."""
        from timeline.records import access, listings, search  # noqa: F401
