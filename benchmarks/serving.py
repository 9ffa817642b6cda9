"""What several measurements share: a server of their own, its load, its processor time, and figures in order."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@contextmanager
def serving(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    """Start what bin/serve starts, in a process group of its own, and end it again."""
    # A person's own bin/serve may stand at the usual port.
    own = environment | {"PORT": str(port), "HOST": "127.0.0.1", "CONNECTIONS_PER_ADDRESS": "512"}
    server = subprocess.Popen(
        [sys.executable, "-m", "timeline.serve"],
        cwd=PROJECT, env=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout
        while "Ctrl-C" not in (line := server.stdout.readline()):
            assert line, "the server did not start"
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def processor_seconds(group: int) -> float:
    """Return what every process of a group has used."""
    used = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def load(address: str, seconds: float, *, packed: bool = False) -> int:
    """Ask for an address over and over on sixteen connections with wrk and return how often it was answered."""
    command = ["wrk", "-t1", "-c16", f"-d{seconds:.0f}s", address]
    command += ["-H", "Accept-Encoding: br"] if packed else []
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        raise SystemExit(output)
    return int(re.search(r"(\d+) requests in", output)[1])  # type: ignore[index]


def part(figures: Sequence[float], share: float) -> float:
    """Return the figure below which this share of them lies: 0.5 the median, 0.95 the one that few exceed."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]
