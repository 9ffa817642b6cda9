"""Writes the generated parts of docs/dates.md: `python -m timeline.dates.document`.

What stands between `<!-- generated: NAME -->` and `<!-- end -->` is made anew; the rest is written by hand.
"""

from __future__ import annotations

import csv
import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from timeline.dates.engine import find, read
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.house import house_table
from timeline.dates.language_names import OWN_LANGUAGE_NAMES
from timeline.dates.reasons import REASONS
from timeline.dates.result import Reading
from timeline.dates.typed import read_typed

DOCUMENT = Path(__file__).parents[2] / "docs" / "dates.md"
EXAMPLES = Path(__file__).parent / "examples"
FILES = {**OWN_LANGUAGE_NAMES, "other": "Other languages", "typed": "Typed as one date"}
"""Each file of examples with its heading."""
# These rules are only ever those of a reading not chosen; all others have to be those of the best one.
OF_ALTERNATIVES = {
    "figures-other-order", "mark-not-shared", "other-calendar", "other-century", "to-the-day", "whole-unit",
    "written-years",
}  # fmt: skip
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


class Example(NamedTuple):
    """A row of examples/LANGUAGE.csv: the words of a sentence that the rule reads, and what they mean.

    `sentence` empty: the words are asked by themselves. `language` empty: that of the file. `means`: EDTF; for
    what has no days the TIMEX3 value, or nothing. What is in typed.csv is typed by itself; its `style` is the order of
    day and month, where that is told.
    """

    file: str
    rule: str
    language: str
    style: str
    anchor: str
    sentence: str
    words: str
    means: str


def examples() -> list[Example]:
    """Every example, English first, by rule."""
    order = list(FILES)
    found = [Example(path.stem, **row) for path in EXAMPLES.glob("*.csv") if path.stem in order for row in _rows(path)]
    return sorted(found, key=lambda example: (order.index(example.file), example.rule))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def differences() -> list[dict[str, str]]:
    """Where dateparser is not followed: language, words, and why ours stands."""
    return list(_rows(EXAMPLES / "differences.csv"))


@cache
def reading_of(example: Example) -> Reading | None:
    """What the engine makes of an example by its rule; None where it does not read it so."""
    anchor = datetime.date.fromisoformat(example.anchor) if example.anchor else None
    language, style = example.language or example.file, example.style or None
    if example.file == "typed":
        found = [list(read_typed(example.words, anchor, order=style).readings)]
    elif not example.sentence:
        found = [read(example.words, anchor, language=language, style=style)]
    else:
        phrases = find(example.sentence, anchor, language=language, style=style)
        found = [list(phrase.readings) for phrase in phrases if phrase.words == example.words]
    looked_at = slice(1, None) if example.rule in OF_ALTERNATIVES else slice(1)
    readings = [reading for of_phrase in found for reading in of_phrase[looked_at]]
    return next((reading for reading in readings if example.rule in reading.rule.split("+")), None)


def meaning(reading: Reading) -> str:
    """A reading in one word, as the tables have it."""
    return reading.date.edtf if reading.date else reading.timex.value


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    cells = [tuple(head), *(tuple(row) for row in rows)]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]]) + "\n"


def _house() -> str:
    rows = ((row.words, row.example, f"`{row.date.edtf}`", *_days(row.date)) for row in house_table())
    return _table(("words", "example", "EDTF", "first day", "last day", ""), rows)


def _days(date: FuzzyDate) -> tuple[str, str, str]:
    first, last = (day.isoformat() if day else "open" for day in (date.earliest, date.latest))
    several = date.parts and not date.lasting and not date.pattern
    return (
        first,
        last,
        "lasted" if date.lasting else "each of them" if several else "" if date.is_day else "some time in",
    )


def _rules() -> str:
    return "\n".join(_rules_of(file) for file in FILES)


def _rules_of(file: str) -> str:
    rows = [
        (f"`{example.rule}`", _shown(example), f"`{example.means}`" if example.means else "", reading.why)
        for example in examples()
        if example.file == file and (reading := reading_of(example))
    ]
    return f"### {FILES[file]}\n\n" + _table(("rule", "example", "means", "why"), rows)


def _shown(example: Example) -> str:
    """The sentence with its words set off; the day of publication only where it is not the usual one."""
    where = example.sentence or example.words
    return where.replace(example.words, f"**{example.words}**", 1)


def _differences() -> str:
    return _table(("language", "words", "why"), ((row["language"], row["words"], row["why"]) for row in differences()))


PARTS: dict[str, Callable[[], str]] = {"house table": _house, "rules": _rules, "differences": _differences}


def generate(text: str) -> str:
    """The document with its generated parts made anew; KeyError for a part that nobody makes."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{PARTS[block['name']]()}\n{block[3]}", text)


def rules_without_example() -> list[str]:
    """The rules that no row of examples/*.csv shows."""
    shown = {example.rule for example in examples()}
    return [rule for rule in REASONS if rule not in shown]


def main() -> int:
    """Write the document; 1 where it could not be read."""
    try:
        text = DOCUMENT.read_text(encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    DOCUMENT.write_text(generate(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
