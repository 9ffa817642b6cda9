"""`manage.py verify`: compare what is kept for lists with the records it was made from."""

from argparse import ArgumentParser
from itertools import islice

from django.core.management.base import BaseCommand, CommandError

from timeline.records import verifying

MOST_NAMED = 20


class Command(BaseCommand):
    """Says what differs and fails, or with --repair makes it anew."""

    help = "Compare the order, counts and facets kept for lists with the records; --repair makes them anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option that mends."""
        parser.add_argument("--repair", action="store_true", help="make anew what differs")

    def handle(self, *, repair: bool = False, **options: object) -> None:
        """Compare, and mend or say what there is to mend."""
        if repair:
            self.stdout.write(f"{verifying.repair()} entries and counts made anew.")
            return
        entries = [key for keys in verifying.wrong_entries() for key in keys]
        counts = verifying.wrong_tallies()
        for entry in islice(entries, MOST_NAMED):
            self.stderr.write(f"entry {entry}: kept otherwise than its records say")
        for key, by in islice(sorted(counts.items()), MOST_NAMED):
            self.stderr.write(f"count {key}: {-by:+d} too many")
        if entries or counts:
            raise CommandError(
                f"{len(entries)} entries and {len(counts)} counts differ. manage.py verify --repair makes them anew."
            )
        self.stdout.write("All that is kept for lists says what the records say.")
