"""The accounts room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Django's handle on this room."""

    name = "timeline.accounts"
