"""`manage.py make_sample`: write a synthetic public chronology, or take it away again."""

from argparse import ArgumentParser
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_slug
from django.db.models import Model
from django.utils import timezone

from timeline.transfer.sample.making import MOST, NoSuchNumber, SampleStands, make_sample
from timeline.transfer.sample.marker import NoSample
from timeline.transfer.sample.removing import InUse, remove_sample

TOLD_EVERY = 20_000


class Command(BaseCommand):
    """Makes or removes a sample and prints how many rows of what."""

    help = "Write a synthetic public chronology of any size, or take it away again without a trace."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what to write, from which seed, under which short name."""
        parser.add_argument("--events", type=int, help=f"how many events, at most {MOST:,}")
        parser.add_argument("--seed", type=int, default=1, help="another number gives other events (1 unless said)")
        parser.add_argument("--slug", default="sample", help="short name of the chronology (sample unless said)")
        parser.add_argument("--ancient", action="store_true", help="with a few dates before Christ")
        parser.add_argument("--remove", action="store_true", help="take the sample away instead")

    def handle(
        self, *, events: int | None, seed: int, slug: str, ancient: bool, remove: bool, **options: object
    ) -> None:
        """Write or remove, and turn refusals into one sentence."""
        try:
            validate_slug(slug)
            if remove:
                self.say("Removed", remove_sample(slug=slug, at=timezone.now(), told=self.tell))
                return
            if events is None:
                raise CommandError("Say how many: --events N; or --remove.")
            made = make_sample(
                events=events, seed=seed, slug=slug, ancient=ancient, at=timezone.now(), told=self.tell
            )  # fmt: skip
            self.say("Made, each with its row of history", made)
        except ValidationError as error:
            raise CommandError(f"“{slug}” is no short name: letters, digits, - and _ only.") from error
        except NoSuchNumber as error:
            raise CommandError(f"A sample has from 1 to {MOST:,} events.") from error
        except NoSample as error:
            raise CommandError(f"The chronology “{slug}” is no sample, or there is none: nothing was done.") from error
        except SampleStands as standing:
            how = "stands already" if standing.finished else "was begun and not finished"
            raise CommandError(f"A sample “{slug}” {how}: take it away with --remove first.") from standing
        except InUse as error:
            raise CommandError(f"Not removed: other records use it ({error}).") from error

    def tell(self, done: int) -> None:
        """Say now and then how far it is."""
        if done % TOLD_EVERY == 0:
            self.stderr.write(f"{done:,} events ...")

    def say(self, deed: str, rows: Mapping[type[Model], int]) -> None:
        """Say how many rows of what."""
        each = ", ".join(f"{count:,} {noun._meta.verbose_name_plural}" for noun, count in rows.items() if count)
        self.stdout.write(f"{deed}: {each}.")
