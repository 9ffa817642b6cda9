"""`manage.py load_seeds`: bring in what the folder seeds/ holds; a second run changes nothing."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from timeline.transfer.seeds import load_seeds


class Command(BaseCommand):
    """Loads the chronologies and articles of seeds/ and prints what was done."""

    help = "Load the chronologies and articles of the folder seeds/ that are not loaded yet."

    def handle(self, **options: object) -> None:
        """Load, line by line."""
        for line in load_seeds(settings.BASE_DIR / "seeds", at=timezone.now()):
            self.stdout.write(line)
