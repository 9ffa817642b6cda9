"""How fast the engine reads, beside dateparser's search in the same run: histories, a cold start, length, hostile text.

    .venv/bin/python benchmarks/engine_speed.py SET.jsonl [--rounds 5]

SET.jsonl: a line for each document, {"text": ..., "ref": "YYYY-MM-DD" or null}, in English. Every figure is of whole
processes on one core, imports included, and the median of the rounds; the two sides take turns.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
MEGABYTE = 1_000_000
OURS = """
import datetime, json, sys
from timeline.dates import find
for line in open(sys.argv[1], encoding="utf-8"):
    document = json.loads(line)
    anchor = datetime.date.fromisoformat(document["ref"][:10]) if document["ref"] else None
    find(document["text"], anchor, language="en")
"""
DATEPARSER = """
import datetime, json, sys
from dateparser.search import search_dates
for line in open(sys.argv[1], encoding="utf-8"):
    document = json.loads(line)
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(document["ref"][:10])} if document["ref"] else {}
    search_dates(document["text"], languages=["en"], settings=settings)
"""
OUR_START = "from timeline.dates import read; assert read('26 May 2019', None)[0].date"
THEIR_START = "import dateparser; assert dateparser.parse('26 May 2019', languages=['en'])"
ONE_TEXT = """
import datetime, sys
from timeline.dates import find
text = open(sys.argv[1], encoding="utf-8", errors="surrogatepass", newline="").read()
find(text, datetime.date(2019, 5, 2), language=sys.argv[2])
"""
HOSTILE = {
    "digits": "1234567890",
    "one digit": "1",
    "dots": "1.1.1.",
    "dashes": "-",
    "digits and dashes": "1-",
    "slashes": "5/5/",
    "brackets": "([{",
    "kanji digits": "一二三〇十百千",
    "zero width": "\u200b\u200d",
    "right to left": "\u202e\u202c",
    "lone surrogates": "\ud800",
    "commas": ",",
    "full width": "３／５／",
    "articles": "the of ",
    "months": "may ",
    "years": "1999, ",
    "from to": "from 5 to ",
    "days": "5 May, ",
    "days of a month": "1日、",
    "entities": "&nbsp;",
    "new lines": "\n\n",
}
# Runs in which every few characters are a date.
DATES = {"days", "days of a month", "years", "months"}


def cost(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds of processor time of one run of a program, and the largest memory it had (MB)."""
    command = [sys.executable, "-c", code, *arguments]
    # Both sides as they are once installed: compiled at the first run, which is not counted.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, cwd=ROOT, env=kept) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"a side failed with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def beside(title: str, ours: str, theirs: str, rounds: int, *arguments: str) -> None:
    """Print what both sides took, and how many times longer the other did."""
    cost(ours, *arguments), cost(theirs, *arguments)
    pairs = [(cost(ours, *arguments)[0], cost(theirs, *arguments)[0]) for _ in range(rounds)]
    mine, other = (median(side) for side in zip(*pairs, strict=True))
    print(f"{title:28} {mine:8.3f} s   dateparser {other:8.3f} s   {other / mine:6.1f} times")


def text_of(path: Path) -> str:
    """Every document of a set, as one text."""
    with path.open(encoding="utf-8") as lines:
        return "\n\n".join(json.loads(line)["text"] for line in lines)


def stretched(text: str, length: int) -> str:
    """A text repeated up to a length."""
    return (text * (length // len(text) + 1))[:length]


def lengths(text: str, folder: Path, rounds: int) -> Iterator[str]:
    """How the time and memory grow with the length of the text."""
    last = 0.0
    for size in (0, 1, 5, 10):
        path = folder / "text"
        path.write_text(stretched(text, size * MEGABYTE), encoding="utf-8")
        runs = [cost(ONE_TEXT, str(path), "en") for _ in range(rounds)]
        seconds, memory = (median(column) for column in zip(*runs, strict=True))
        grown = f"   {seconds / last:.2f} times 5 MB" if size == 10 else ""
        yield f"{size:2} MB of text {seconds:8.3f} s   {memory:6.1f} MB resident{grown}"
        last = seconds


def hostile(folder: Path, length: int, languages: Iterable[str] = ("en", "ja", "ko")) -> Iterator[str]:
    """Microseconds for each character of runs of signs, and of runs of true dates, the start taken off."""
    path = folder / "run"
    for language in languages:
        path.write_text("", encoding="utf-8")
        start = median(cost(ONE_TEXT, str(path), language)[0] for _ in range(3))
        took: dict[str, float] = {}
        for name, signs in HOSTILE.items():
            path.write_text(stretched(signs, length), encoding="utf-8", errors="surrogatepass")
            took[name] = (cost(ONE_TEXT, str(path), language)[0] - start) / length * 1e6
        for kind, names in (("signs", HOSTILE.keys() - DATES), ("dates", DATES)):
            slowest = max(names, key=took.__getitem__)
            said = f"the slowest is {slowest}, {took[slowest]:.1f} µs a character"
            yield f"{language}: of {len(names)} runs of {kind} {said}"


def main() -> None:
    """Measure all and print it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("set", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    path = str(given.set.resolve())
    beside("histories", OURS, DATEPARSER, given.rounds, path)
    beside("cold start, one phrase", OUR_START, THEIR_START, given.rounds)
    with TemporaryDirectory() as folder:
        for line in lengths(text_of(given.set), Path(folder), min(given.rounds, 3)):
            print(line)
        for line in hostile(Path(folder), MEGABYTE):
            print(line)


if __name__ == "__main__":
    main()
