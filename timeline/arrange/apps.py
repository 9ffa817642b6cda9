"""The arrange room."""

from django.apps import AppConfig


class ArrangeConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.arrange"
