"""Measure the public pages: weight, speed, growth, writing, many at once, a slow browser; each figure with its name.

.venv/bin/python benchmarks/public_pages.py [--only NAME ...] [--small N] [--middle N] [--large N] [--data FOLDER]

SQLite is measured, or PostgreSQL where DATABASE_URL names a database beside which others may be created; --both does
both. --data keeps the installations, of which a large one takes long to make; without it they are gone afterwards.
It needs wrk (rate), Chromium (first-visit, slow-browser; CHROMIUM names it) and npm (first-visit).
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pages.browser import first_visit, slow_browser
from pages.cost import cost, rate
from pages.readers import readers
from pages.size import size
from pages.take_along import take_along
from pages.writing import writing

Measure = Callable[[Path, Any], Iterator[str]]
MEASURES: dict[str, Measure] = {
    "cost": cost,
    "rate": rate,
    "first-visit": first_visit,
    "slow-browser": slow_browser,
    "size": size,
    "take-along": take_along,
    "writing": writing,
    "readers": readers,
}


def main() -> None:
    """Take the measures that were asked for, one after the other."""
    chosen = arguments()
    with tempfile.TemporaryDirectory(prefix="nenpyo-pages-") as temporary:
        folder = Path(chosen.data or temporary).resolve()
        for name, measure in MEASURES.items():
            if not chosen.only or name in chosen.only:
                for line in measure(folder, chosen):
                    print(f"{name}: {line}", flush=True)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", choices=MEASURES, help="take this measure, and others named so")
    parser.add_argument("--small", type=int, default=5_000, help="events of the small chronology")
    parser.add_argument("--middle", type=int, default=20_000, help="events where people write and read at once")
    parser.add_argument("--large", type=int, default=1_000_000, help="events of the large chronology")
    parser.add_argument("--seconds", type=float, default=10, help="of load by wrk")
    parser.add_argument("--seconds-together", type=float, default=60, help="of readers and writers at once")
    parser.add_argument("--data", help="folder that keeps the installations for the next time")
    parser.add_argument("--both", action="store_true", help="SQLite and PostgreSQL, not the latter alone")
    chosen = parser.parse_args()
    database = os.environ.get("DATABASE_URL", "")
    if chosen.both and not database:
        sys.exit("--both needs DATABASE_URL.")
    chosen.databases = ["", database] if chosen.both else [database]
    return chosen


if __name__ == "__main__":
    main()
