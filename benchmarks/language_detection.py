"""What telling a language costs: `PYTHONPATH=. .venv/bin/python benchmarks/language_detection.py [SET.jsonl]`.

Each text of the set (one JSON object a line, with "text") is asked for its language, five times over; without a set,
a few sentences of our own. Prints the time until the model is there, milliseconds a text, and resident memory.
"""

import json
import sys
import time
from pathlib import Path

from timeline.dates.detection import language_of

OWN = (
    "The town of Wuhan (武汉) was taken on 25 October 1938, and the ships left two days later.",
    "Les deux parties se sont rencontrées lundi dans le port et ont signé un accord.",
    "Встреча прошла 12 июня 2018 года в Сингапуре, и стороны подписали заявление.",
    "両国の代表は先週金曜日に港で会談し、来月また協議することで一致した。",
)
TIMES = 5


def resident() -> float:
    """Megabytes of this process in memory now."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def main() -> None:
    """Print the figures."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if len(sys.argv) > 1 else []
    texts = [json.loads(line)["text"] for line in lines] or list(OWN) * 100
    before, start = resident(), time.perf_counter()
    language_of(OWN[1])
    print(f"the first text: {1000 * (time.perf_counter() - start):.0f} ms, {resident() - before:.0f} MB more")
    start = time.perf_counter()
    for _ in range(TIMES):
        for text in texts:
            language_of(text)
    spent = time.perf_counter() - start
    print(f"{len(texts)} texts: {1000 * spent / TIMES / len(texts):.3f} ms a text; {resident():.0f} MB in all")


if __name__ == "__main__":
    main()
