"""The records room."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.records"

    def ready(self) -> None:
        """Let access be asked about every change, and what is made of the records be kept with it."""
        from timeline.records import access, listings, revising, search  # noqa: F401
