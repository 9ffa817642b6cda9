"""Count the requests a second, and the processor time of one, through the front and through granian's own WSGI.

.venv/bin/python benchmarks/server_rate.py [--rounds N] [--seconds N]

It needs wrk. Three views behind all the middleware: an empty one, a page of 30 kB from the cache, one that asks the
database. Both servers have two processes with eight threads; they run in turn, so that what burdens the machine burdens
both.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from serving import PROJECT, load, processor_seconds

PORT = 8176
ADDRESS = f"http://127.0.0.1:{PORT}/"
VIEWS = ("empty", "page", "database")
SETTINGS = """
from timeline.settings import *
ROOT_URLCONF = "rate_urls"
"""
URLS = """
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.urls import include, path

PAGE = "é" * 15_000


def page(request):
    return HttpResponse(cache.get_or_set("page", PAGE))


def database(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return HttpResponse(str(cursor.fetchone()))


urlpatterns = [
    path("empty/", lambda request: HttpResponse()),
    path("page/", page),
    path("database/", database),
    # The front looks up where people sign in.
    path("", include("timeline.urls")),
]
"""


def commands() -> dict[str, list[str]]:
    """Return the command of each server."""
    sys.path.insert(0, str(PROJECT))
    from timeline.serve import Address, server_command

    front = server_command(Address("127.0.0.1", PORT), {"WORKERS": "2"})
    wsgi = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1", "--workers", "2"]
    wsgi += ["--blocking-threads", "8", "--port", str(PORT), "timeline.wsgi:application"]
    return {"wsgi": wsgi, "front": front}


def measure(command: list[str], environment: dict[str, str], seconds: float) -> dict[str, tuple[float, float]]:
    """Start a server and return, for each view, requests a second and processor microseconds a request."""
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, cwd=PROJECT, start_new_session=True)
    try:
        for _try in range(300):
            try:
                urlopen(f"{ADDRESS}page/").close()
                break
            except OSError:
                time.sleep(0.1)
        found = {}
        for view in VIEWS:
            load(f"{ADDRESS}{view}/", 1)
            before = processor_seconds(server.pid)
            count = load(f"{ADDRESS}{view}/", seconds)
            found[view] = (count / seconds, (processor_seconds(server.pid) - before) / count * 1e6)
        return found
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def main() -> None:
    """Print each round, then the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    chosen = parser.parse_args()
    rounds: dict[str, list[dict[str, tuple[float, float]]]] = {"wsgi": [], "front": []}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "rate_settings.py").write_text(SETTINGS)
        Path(folder, "rate_urls.py").write_text(URLS)
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "DEBUG": "0",
            "PYTHONPATH": f"{folder}:{PROJECT}",
            "DJANGO_SETTINGS_MODULE": "rate_settings",
        }
        for number in range(chosen.rounds):
            for name, command in commands().items():
                found = measure(command, environment, chosen.seconds)
                rounds[name].append(found)
                shown = "  ".join(f"{view} {rate:6.0f}/s {cost:4.0f} µs" for view, (rate, cost) in found.items())
                print(f"{number + 1} {name:6} {shown}", flush=True)
    for view in VIEWS:
        middle = {
            name: [statistics.median(found[view][part] for found in all_of_it) for part in (0, 1)]
            for name, all_of_it in rounds.items()
        }
        print(
            f"{view:9} front {middle['front'][0]:6.0f}/s, {middle['front'][0] / middle['wsgi'][0]:.2f} times the rate, "
            f"{middle['front'][1] / middle['wsgi'][1]:.2f} times the processor time"
        )


if __name__ == "__main__":
    main()
