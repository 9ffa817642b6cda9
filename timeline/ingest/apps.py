"""The ingest room."""

from django.apps import AppConfig


class IngestConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.ingest"
