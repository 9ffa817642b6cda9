"""Installations to measure on: a data folder or a PostgreSQL database, with the seeds or a sample in it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from serving import PROJECT

INSIDE = """
import json, os, sys
sys.path.insert(0, os.path.join(os.getcwd(), "benchmarks"))
import django
django.setup()
from importlib import import_module
module, _, name = sys.argv[1].rpartition(".")
print(json.dumps(getattr(import_module(module), name)(*json.loads(sys.argv[2]))))
"""


@dataclass(frozen=True)
class Installation:
    """Where one is, and the environment in which it runs."""

    name: str
    folder: Path
    database: str = ""
    """The address of a PostgreSQL database; "": SQLite in the folder."""

    @property
    def environment(self) -> dict[str, str]:
        """The settings of everything that runs on it."""
        own = {"DATA_DIR": str(self.folder), "DEBUG": "0", "PYTHONPATH": str(PROJECT)}
        own |= {"DATABASE_URL": self.database} if self.database else {}
        others = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return others | own | {"DJANGO_SETTINGS_MODULE": "timeline.settings"}

    def manage(self, *arguments: str) -> None:
        """Run a command of manage.py; what it says goes to the errors, which are shown."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=PROJECT, env=self.environment, check=True, stdout=sys.stderr)

    def inside(self, function: str, *given: Any) -> Any:
        """Call a function of these measurements ("pages.cost.costs") in a process of its own, and return its answer."""
        command = [sys.executable, "-c", INSIDE, function, json.dumps(given)]
        done = subprocess.run(
            command, cwd=PROJECT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        return json.loads(done.stdout.splitlines()[-1])


def with_seeds(folder: Path) -> Installation:
    """Return an installation as a new one is: 250 events."""
    made = Installation("250", folder / "seeds")
    if not (made.folder / "made").exists():
        made.folder.mkdir(parents=True, exist_ok=True)
        made.manage("prepare")
        (made.folder / "made").touch()
    return made


def with_sample(folder: Path, events: int, database: str = "") -> Installation:
    """Return an installation with a sample of so many events and nothing else; one that stands is used again."""
    kind = "postgresql" if database else "sqlite"
    own = _another_database(database, f"nenpyo_pages_{events}") if database else ""
    made = Installation(f"{events:,} {kind}", folder / f"{kind}-{events}", own)
    if not (made.folder / "made").exists():
        made.folder.mkdir(parents=True, exist_ok=True)
        made.manage("migrate", "--verbosity", "0")
        made.manage("collectstatic", "--no-input", "--verbosity", "0")
        made.manage("make_sample", "--events", str(events))
        (made.folder / "made").touch()
    return made


def with_another(installation: Installation, events: int) -> None:
    """Put a second sample beside the one of an installation, to compare them, unless it stands."""
    made = installation.folder / f"made-other-{events}"
    if not made.exists():
        installation.manage("make_sample", "--slug", "other", "--seed", "2", "--events", str(events))
        made.touch()


def _another_database(address: str, name: str) -> str:
    """Create a database beside the one of an address, unless it stands, and return its address."""
    import psycopg
    from environ import Env

    asked = Env.db_url_config(address)
    given = {"dbname": asked["NAME"], "user": asked["USER"], "password": asked["PASSWORD"]}
    given |= {"host": asked["HOST"], "port": asked["PORT"]}
    with psycopg.connect(autocommit=True, **{key: value for key, value in given.items() if value}) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')
    # The folder of a server that listens on a socket stands before the name.
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=f"{parts.path.rpartition('/')[0]}/{name}"))
