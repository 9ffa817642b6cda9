"""`manage.py verify`: compare what is kept for lists with the records it was made from."""

from argparse import ArgumentParser
from itertools import islice

from django.core.management.base import BaseCommand, CommandError

from timeline.records import revising, search, verifying

MOST_NAMED = 20


class Command(BaseCommand):
    """Says what differs and fails, or with --repair makes it anew."""

    help = "Compare the order, counts, facets and words kept for lists with the records; --repair makes them anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option that mends."""
        parser.add_argument("--repair", action="store_true", help="make anew what differs")

    def handle(self, *, repair: bool = False, **options: object) -> None:
        """Compare, and mend or say what there is to mend."""
        if repair:
            # The words first: with the last of it, every page that was kept is out of date.
            words = search.repair_index()
            made = verifying.repair()
            self.stdout.write(f"Made anew: {made} entries, counts and revisions, the words of {words.wrong} events.")
            return
        entries = [key for keys in verifying.wrong_entries() for key in keys]
        revisions = [one for some in revising.differences() for one in some]
        counts, words = verifying.wrong_tallies(), search.check_index()
        for entry in islice(entries, MOST_NAMED):
            self.stderr.write(f"entry {entry}: kept otherwise than its records say")
        for key, by in islice(sorted(counts.items()), MOST_NAMED):
            self.stderr.write(f"count {key}: {-by:+d} too many")
        for is_missing, chronology, change in islice(revisions, MOST_NAMED):
            self.stderr.write(f"change {change}: {'not ' * is_missing}kept as a revision of chronology {chronology}")
        if words.is_broken:
            self.stderr.write("the index of words does not hold what it was made of")
        if entries or counts or revisions or words.wrong or words.is_broken:
            raise CommandError(
                f"{len(entries)} entries, {len(counts)} counts, {len(revisions)} revisions and the words of"
                f" {words.wrong} events differ."
                " manage.py verify --repair makes them anew."
            )
        self.stdout.write("All that is kept for lists says what the records say.")
