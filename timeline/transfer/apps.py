"""The transfer room."""

from django.apps import AppConfig


class TransferConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.transfer"
