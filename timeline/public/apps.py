"""The public room."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.public"
