"""32 readers and 4 writers at once, on a server of their own: errors, how long a page takes, pages a second."""

import http.client
import multiprocessing
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from serving import PROJECT, part, serving

from pages.installation import INSIDE, with_sample

PORT = 8178
PROCESSES, THREADS = 4, 8
"""Readers are threads of several processes, so that one interpreter does not hold them up."""
SHARE_OF_FEW = 0.8
PAGE = "/chronologies/sample/"


def readers(folder: Path, options: Any) -> Iterator[str]:
    """Print errors, the median and the 99th of a hundred pages, and pages a second, with what the writers met."""
    for database in options.databases:
        installation = with_sample(folder, options.middle, database)
        few = installation.inside("pages.readers.twenty_addresses")
        with serving(installation.environment, PORT):
            _read(few, few[0], 2)
            writing = subprocess.Popen(
                [sys.executable, "-c", INSIDE, "pages.readers.write_for", f"[{options.seconds_together}]"],
                cwd=PROJECT, env=installation.environment, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            with multiprocessing.Pool(PROCESSES) as pool:
                given = [(few, number, options.seconds_together) for number in range(PROCESSES)]
                found = pool.starmap(_read_together, given)
            written = writing.communicate()[0].splitlines()[-1]
        took = [seconds for times, _wrong in found for seconds in times]
        wrong = [one for _times, all_wrong in found for one in all_wrong]
        kind = "PostgreSQL" if database else "SQLite"
        yield (
            f"{kind}, {options.middle:,} events, {PROCESSES * THREADS} readers and 4 writers for "
            f"{options.seconds_together:.0f} s: {len(wrong)} errors {sorted(set(wrong))[:3]}, "
            f"p50 {part(took, 0.5) * 1000:.0f} ms, p99 {part(took, 0.99) * 1000:.0f} ms, "
            f"{len(took) / options.seconds_together:.0f} pages a second"
        )
        yield f"{kind}, writers: {written}"


def twenty_addresses() -> list[str]:
    """Return the addresses that most ask for: the home page, the list, some years, events; inside an installation."""
    from timeline.records.models import Entry

    events = Entry.objects.filter(chronology__slug="sample").order_by("pk").values_list("event", flat=True)[:8]
    years = [f"{PAGE}?{urlencode({'at': year})}" for year in (1960, 1980, 2000, 2010, 2020)]
    return ["/", PAGE, *years, *(f"{PAGE}{year}/" for year in (1990, 2005, 2015, 2020, 2024)), *(
        f"/events/{event}/" for event in events
    )][:20]  # fmt: skip


def _read_together(few: list[str], number: int, seconds: float) -> tuple[list[float], list[str]]:
    times: list[float] = []
    wrong: list[str] = []

    def read(seed: int) -> None:
        took, not_well = _read(few, seed, seconds)
        times.extend(took)
        wrong.extend(not_well)

    threads = [threading.Thread(target=read, args=(100 * number + one,)) for one in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, wrong


def _read(few: list[str], seed: Any, seconds: float) -> tuple[list[float], list[str]]:
    """Ask for page after page on one connection; return seconds a page, and what was answered but 200."""
    chosen, connection = random.Random(seed), http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    last = time.monotonic() + seconds
    times, wrong = [], []
    while time.monotonic() < last:
        path = chosen.choice(few) if chosen.random() < SHARE_OF_FEW else _another(chosen)
        began = time.perf_counter()
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "br"})
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            wrong.append(type(error).__name__)
            connection.close()
            continue
        times.append(time.perf_counter() - began)
        if answer.status != 200:
            wrong.append(f"{answer.status} {path}")
    connection.close()
    return times, wrong


def _another(chosen: random.Random) -> str:
    """Return the address of a random window, filter or search."""
    year = str(chosen.randint(1946, 2024))
    queries = (
        {"at": year}, {"from": year}, {"lane": chosen.choice("TAWSRCN")}, {"theme": chosen.choice(("grain", "maps"))},
        {"exactness": chosen.choice(("day", "month", "about", "differ"))}, {"q": chosen.choice(("harbour", "拉致"))},
        {"q": "quorum", "from": year}, {"lane": chosen.choice("TAWSRCN"), "to": year},
    )  # fmt: skip
    return f"{PAGE}?{urlencode(chosen.choice(queries))}"


def write_for(seconds: float) -> str:
    """Let three writers draft and one publish every two seconds; inside an installation, beside its server."""
    from pages.writing import writer

    writer()
    times: list[float] = []
    wrong: list[str] = []
    last = time.monotonic() + seconds
    threads = [threading.Thread(target=_write, args=(number, last, times, wrong)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return (
        f"{len(times)} deeds, {len(wrong)} errors {sorted(set(wrong))[:3]}, p50 {part(times, 0.5) * 1000:.0f} ms, "
        f"p99 {part(times, 0.99) * 1000:.0f} ms"
    )


def _write(number: int, last: float, times: list[float], wrong: list[str]) -> None:
    from django.db import connection

    from pages.writing import write_one
    from timeline.records.models import Chronology

    chronology = Chronology.objects.get(slug="sample")
    deed = 0
    while time.monotonic() < last:
        began = time.perf_counter()
        deed += 1
        try:
            steps = write_one(chronology, 10_000 * number + deed)
            # The first three go no further than a draft.
            for _step in steps if number == 3 else (next(steps),):
                pass
            times.append(time.perf_counter() - began)
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}"[:120])
        time.sleep(max(0.0, began + (2.0 if number == 3 else 0.5) - time.perf_counter()))
    connection.close()
