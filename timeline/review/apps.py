"""The review room."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.review"
