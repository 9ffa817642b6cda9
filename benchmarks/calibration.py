"""Of the dates that the engine is sure of, how many are right? Measured on gold sets that others made.

    PYTHONPATH=. .venv/bin/python benchmarks/calibration.py SET.jsonl [SET.jsonl ...]

A set has one document a line: `text`, `ref` (the publication date), `lang`, `prefer` ("narrative" for a history) and
`spans` with `start`, `end`, `type`, the TIMEX3 `value` and its days `lo` to `hi` (`alts`: days that are as right). A
date of the engine counts where the set marks a date at its place. It is right if it has that value or those days, or
lies within them where the words say only early, mid or late.
"""

import collections
import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.dates import Phrase, find

SURE = 0.9
PARTS = ("START", "MID", "END")
STEPS = (0.95, SURE, 0.8, 0.7, 0.5, 0.0)


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a set."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def found_in(document: dict[str, Any]) -> Iterator[Phrase]:
    """What the engine finds; of a range its parts, where the set marks more than one date in it."""
    style = "narrative" if document["prefer"] == "narrative" else "news"
    anchor = datetime.date.fromisoformat(document["ref"])
    for phrase in find(document["text"], anchor, language=document["lang"], style=style):
        several = len(list(marked(document, phrase))) > 1
        yield from phrase.parts if several and len(phrase.parts) > 1 else [phrase]


def marked(document: dict[str, Any], phrase: Phrase) -> Iterator[dict[str, Any]]:
    """The dates with days that the set marks where a phrase stands."""
    for span in document["spans"]:
        if span["type"] in ("DATE", "TIME") and span["lo"] and shared(span, phrase) > 0:
            yield span


def shared(span: dict[str, Any], phrase: Phrase) -> int:
    """How many characters both have."""
    return int(min(span["end"], phrase.end) - max(span["start"], phrase.start))


def is_right(span: dict[str, Any], phrase: Phrase) -> bool:
    """Whether the first reading is the set's."""
    best = phrase.readings[0]
    if best.date is None:
        return False
    days = [str(best.date.earliest), str(best.date.latest)]
    within = span["lo"] <= days[0] and days[1] <= span["hi"]
    part = best.timex.mod in PARTS or span.get("mod") in PARTS
    return (
        best.timex.value == span.get("value")
        or days == [span["lo"], span["hi"]]
        or days in span.get("alts", [])
        or (part and within)
    )


def verdicts(path: Path) -> Iterator[tuple[float, bool]]:
    """Confidence, and whether it was right, of each date that the set marks too."""
    for document in documents(path):
        for phrase in found_in(document):
            spans = list(marked(document, phrase))
            if spans and phrase.kind in ("DATE", "TIME"):
                best = max(spans, key=lambda span: shared(span, phrase))
                yield phrase.readings[0].confidence, is_right(best, phrase)


def main() -> None:
    """One line for each step of confidence, and one for all that are sure."""
    right, counted = collections.Counter[float](), collections.Counter[float]()
    print(f"{'set':<20}{'confidence':<14}{'dates':>7}{'right':>8}")
    for name in sys.argv[1:] or sys.exit(__doc__):
        right.clear()
        counted.clear()
        for confidence, good in verdicts(Path(name)):
            step = next(step for step in STEPS if confidence >= step)
            counted[step] += 1
            right[step] += good
        for step in STEPS:
            if counted[step]:
                print(f"{Path(name).stem:<20}{step:<14}{counted[step]:>7}{right[step] / counted[step]:>8.1%}")
        sure = [step for step in STEPS if step >= SURE]
        total = sum(counted[step] for step in sure)
        share = sum(right[step] for step in sure) / total if total else 0
        print(f"{Path(name).stem:<20}{f'{SURE} and more':<14}{total:>7}{share:>8.1%}")


if __name__ == "__main__":
    main()
