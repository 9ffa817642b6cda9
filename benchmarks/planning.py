"""How much processor time planning a table takes, and in whose process: this one, the one that forks, its workers.

    PYTHONPATH=. .venv/bin/python benchmarks/planning.py [ROWS]

20,000 rows unless said, each with a headline, a summary, words of a date and a source, in a data folder of its own.
Linux alone says whose time it was.
"""

import os
import sys
import tempfile
import time
from multiprocessing import forkserver
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def table(rows: int) -> bytes:
    """Return a CSV of so many rows."""
    lines = (
        f"Event number {number} is held,A summary of some words of what was said there.,"
        f"{number % 28 + 1} May {1900 + number % 120},Paper {number // 5}"
        for number in range(rows)
    )
    return "\n".join(("title,summary,date_phrase,source_title", *lines)).encode()


def number_of_the_one_that_forks() -> int:
    """Return its process number, which the library keeps to itself: no public name gives it."""
    number: int = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    return number


def of_the_one_that_forks() -> tuple[float, float]:
    """Return the processor seconds of the process that forks workers, and of the workers that have ended."""
    said = Path(f"/proc/{number_of_the_one_that_forks()}/stat").read_text(encoding="ascii")
    times = said.rpartition(")")[2].split()[11:15]
    own, system, workers, workers_system = (int(ticks) / TICKS for ticks in times)
    return own + system, workers + workers_system


def memory_of_the_one_that_forks() -> str:
    """Return its resident memory, and what of that is its own alone, in MB."""
    lines = Path(f"/proc/{number_of_the_one_that_forks()}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    sizes = {name: int(size.split()[0]) / 1024 for name, size in (line.split(":") for line in lines)}
    return f"{sizes['Rss']:.0f} MB, {sizes['Pss']:.0f} MB in proportion, {sizes['Private_Dirty']:.0f} MB its own"


def main() -> None:
    """Plan, and print the seconds."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.utils import timezone

        from timeline.transfer.actions import keep_file, make_plan

        call_command("migrate", verbosity=0)
        batch = keep_file(name="large.csv", content=table(rows), by=None, at=timezone.now())
        forks, workers = of_the_one_that_forks()
        here, clock = time.process_time(), time.monotonic()
        make_plan(batch=batch, chosen=batch.mapping["columns"])
        clock, here = time.monotonic() - clock, time.process_time() - here
        forks_after, workers_after = of_the_one_that_forks()
        workers, forks_since = workers_after - workers, forks_after - forks
        pieces = len(batch.plan["reading"]["pieces"])
        print(f"{rows} rows in {pieces} pieces: {here + forks_since + workers:.2f} s of processor time")
        print(
            f"here {here:.2f}, the one that forks {forks_since:.2f}, workers {workers:.2f}; {clock:.1f} s by the clock"
        )
        print(f"before the plan, the one that forks {forks:.2f} s; it holds {memory_of_the_one_that_forks()}")


if __name__ == "__main__":
    main()
