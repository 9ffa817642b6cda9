"""How long hostile files take until they are read or refused, and what the worker costs an ordinary article.

    PYTHONPATH=. .venv/bin/python benchmarks/hostile_files.py

Each file is read as an upload is: in a worker of 5 s of processor time and 512 MB, a table with as much more time as
the product gives its size. Seconds are by the clock.
"""

import os
import statistics
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import django

from timeline.dates.article import find_for_review
from timeline.extract import CannotExtract, extract
from timeline.limits import LimitReached, Limits, run_limited
from timeline.limits.tests import deeds
from timeline.transfer.formats.table import TableRefused
from timeline.transfer.received import receive

DAY = date(2019, 5, 2)
LETTERS = 60_000_000
ORDINARY = "The two sides met on Wednesday, and will meet again in late May. Nothing came of it in 2002. " * 40
WORDS = b'"' + b"Some words of what was said there, and by whom. " * 4 + b'"'
_COLUMNS = b",".join(b"c%d" % number for number in range(210))


def _table(header: bytes, row: bytes) -> bytes:
    return header + b"\n" + (row + b"\n") * (LETTERS // (len(row) + 1))


CALLS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "forty comments, 281 bytes": (extract, (b"<!---->" * 40 + b"x", "a.html")),
    "100,000 attributes": (extract, (b"<p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">x</p>", "a.html")),
    "5 MB of open comments": (extract, (b"<!--" * 1_250_000, "a.html")),
    "5 MB of open elements": (extract, (b"<div>" * 1_000_000, "a.html")),
    "5 MB of emphasis": (extract, (b"<p><b>a</b>" * 450_000, "a.html")),
    "table of 20,000 columns": (receive, (",".join(f"c{n}" for n in range(20_000)).encode() + b"\na\n",)),
    "table of 60 MB": (receive, (b"title,date\n" + b"Talks,2002\n" * 5_400_000,)),
    "table of 60 MB, ordinary": (receive, (_table(b"title,date,summary", b"Talks are held,2 May 2019," + WORDS),)),
    "table of 60 MB, 210 columns": (receive, (_table(_COLUMNS, b",".join([b"ab"] * 210)),)),
    "1 MB of 1月1日": (find_for_review, ("1月1日、" * 83_000, DAY, "ja", "Asia/Tokyo", False)),
    "an endless loop": (deeds.spin, ()),
    "endless memory": (deeds.fill_memory, ()),
}


def main() -> None:
    """Print a line a file, then the cost of a worker."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    django.setup()
    from timeline.transfer.limited_table import limits_of

    with tempfile.TemporaryDirectory() as folder:
        limits = Limits(folder=Path(folder))
        run_limited(deeds.double, 1, limits=limits)
        for name, (function, given) in CALLS.items():
            began = perf_counter()
            try:
                own = limits_of(limits, len(given[0])) if function is receive else limits
                run_limited(function, *given, limits=own)
                ended = "read"
            except (LimitReached, CannotExtract, TableRefused) as refused:
                ended = f"{type(refused).__name__}: {refused.args[0]}"
            print(f"{name:28} {perf_counter() - began:6.2f} s  {ended[:80]}")
        given = (ORDINARY, DAY, "en", "Asia/Tokyo", False)
        here = _median(lambda: find_for_review(*given))
        there = _median(lambda: run_limited(find_for_review, *given, limits=limits))
        print(f"an ordinary article: {here * 1000:.0f} ms here, {there * 1000:.0f} ms in a worker")


def _median(run: Callable[[], object]) -> float:
    times = []
    for _time in range(15):
        began = perf_counter()
        run()
        times.append(perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
