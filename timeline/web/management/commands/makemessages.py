"""Collect what is to be translated, also what is translated late under the name that we give that: `lazy`."""

from django.core.management.commands.makemessages import Command as Collect


class Command(Collect):
    """Django's own, with one more name to look for."""

    xgettext_options = [*Collect.xgettext_options, "--keyword=lazy"]
