#!/usr/bin/env python
"""Django's command line for this project."""

import importlib
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    """Run a command; a setting that cannot be read is named in one sentence, whatever the command was."""
    settings = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    try:
        importlib.import_module(settings)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
