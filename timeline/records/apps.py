"""The records room."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.records"
