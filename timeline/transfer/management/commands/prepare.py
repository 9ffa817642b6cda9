"""`manage.py prepare`: bring an installation up to date before its server starts."""

import hashlib
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from timeline.records.statistics import refresh_statistics
from timeline.records.verifying import fill
from timeline.web.disk import explain_os_error

SEEDS = settings.BASE_DIR / "seeds"


class Command(BaseCommand):
    """Migrates, loads the seeds, collects the static files, makes the first admin; nothing is done twice."""

    help = "Migrate, load new seeds, collect changed static files and make the first admin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option that is handed on to ensure_admin."""
        parser.add_argument("--new-password", action="store_true", help="make and print another password for admin")

    def handle(self, *, new_password: bool = False, **options: object) -> None:
        """Do what is due, in order, and turn what the disk refused into one sentence."""
        try:
            database_is_new = not MigrationRecorder(connection).has_table()
            call_command("migrate", interactive=False, verbosity=0)
            fill()
            self.load_seeds(database_is_new)
            refresh_statistics()
            self.collect_static_files()
            call_command("ensure_admin", new_password=new_password, stdout=self.stdout)
        except OSError as error:
            raise CommandError(explain_os_error(error, settings.DATA_DIR), returncode=2) from error
        except DatabaseError as error:
            raise CommandError(explain_database_error(error), returncode=2) from error

    def load_seeds(self, database_is_new: bool) -> None:
        """Load the seeds into a new database, or when they have changed since they were last loaded into this one."""
        database = str(settings.DATABASES["default"]["HOST"]) + str(settings.DATABASES["default"]["NAME"])
        stamp = Stamp("seeds", fingerprint(files_under(SEEDS), database))
        if SEEDS.is_dir() and (database_is_new or not stamp.holds()):
            self.stderr.write("Loading the seeds ...")
            stamp.clear()
            call_command("load_seeds", stdout=self.stderr)
            stamp.write()

    def collect_static_files(self) -> None:
        """Collect the static files if any of them changed, which compresses them, too."""
        sources = [each for folder in settings.STATICFILES_DIRS for each in files_under(Path(folder))]
        requirements = settings.BASE_DIR / "requirements.txt"
        stamp = Stamp("static", fingerprint([*sources, requirements], str(settings.STATIC_ROOT)))
        if not (stamp.holds() and (settings.STATIC_ROOT / "staticfiles.json").exists()):
            stamp.clear()
            call_command("collectstatic", interactive=False, verbosity=0)
            stamp.write()


class Stamp:
    """A file in the data folder that says, written last, which state of its sources a step has finished with."""

    def __init__(self, step: str, state: str) -> None:
        self.path: Path = settings.DATA_DIR / f"{step}.stamp"
        self.state = state

    def holds(self) -> bool:
        """Return whether the step has finished with this very state."""
        return self.path.exists() and self.path.read_text(encoding="ascii") == self.state

    def clear(self) -> None:
        """Take the stamp away, because the step begins."""
        self.path.unlink(missing_ok=True)

    def write(self) -> None:
        """Say that the step has finished."""
        self.path.write_text(self.state, encoding="ascii")


def files_under(folder: Path) -> list[Path]:
    """Return every file below the folder, sorted; none if there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """Return the SHA-256, in hex, of the files' paths and contents and of the words."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for word in words:
        digest.update(f"{word}\0".encode())
    return digest.hexdigest()


def explain_database_error(error: DatabaseError) -> str:
    """Return one sentence for what the database refused, if the cause is a known one."""
    words = str(error).strip()
    if "full" in words:
        return f"The disk that holds {settings.DATA_DIR} is full: free some space and start again."
    if "readonly" in words or "unable to open" in words:
        return f"Nenpyo cannot write its database in {settings.DATA_DIR}: it is read-only or belongs to somebody else."
    return f"The database refused: {words}"
