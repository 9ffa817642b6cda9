"""Dates on the command line: `python -m timeline.dates --anchor 2019-05-02 [--language en] FILE`.

FILE: one JSON object for each phrase that is a date (vague words and bare lengths are left out).
--jsonl: documents in, answers out, one a line. --read: single phrases. Both read standard input or FILE.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from timeline.dates.engine import find, read
from timeline.dates.result import Phrase, Reading


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2019-05-02") from error


def reading_record(reading: Reading) -> dict[str, Any]:
    """A reading as JSON."""
    date = reading.date
    return {
        "timex_value": reading.timex.value,
        "timex_mod": reading.timex.mod,
        "edtf": date.edtf if date else "",
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "precision": str(date.precision) if date else None,
        "rule": reading.rule,
        "why": reading.why,
        "confidence": reading.confidence,
    }


def phrase_record(phrase: Phrase) -> dict[str, Any]:
    """A phrase as JSON: its best reading beside its place, the others as alternatives."""
    best, *others = phrase.readings
    place = {"start": phrase.start, "end": phrase.end, "words": phrase.words, "kind": phrase.kind}
    return (
        place
        | reading_record(best)
        | {
            "alternatives": [reading_record(other) for other in others],
            "parts": [phrase_record(part) for part in phrase.parts],
        }
    )


def answer_document(document: dict[str, Any]) -> dict[str, Any]:
    """{"id", "text", "anchor", "language"?, "style"?, "zone"?} to {"id", "phrases"}."""
    known = {name: document.get(name) for name in ("language", "style", "zone")}
    phrases = find(document["text"], _anchor(document), **known)
    return {"id": document.get("id"), "phrases": [phrase_record(phrase) for phrase in phrases]}


def answer_words(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "words", "anchor", "language"?, "style"?, "zone"?, "direction"?, "context"?} to {"id", "readings"}."""
    known = {name: asked.get(name) for name in ("language", "style", "zone", "direction")}
    readings = read(asked["words"], _anchor(asked), context=asked.get("context") or "", **known)
    return {"id": asked.get("id"), "readings": [reading_record(reading) for reading in readings]}


def _anchor(record: dict[str, Any]) -> datetime.date | None:
    return datetime.date.fromisoformat(record["anchor"]) if record.get("anchor") else None


def _answer_lines(lines: Iterable[str], answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            print(json.dumps(answer(record), ensure_ascii=False))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            print(f"line {number}: {error!r}", file=sys.stderr)
            return 2
    return 0


def _opened(name: str) -> TextIO:
    from pathlib import Path

    return Path(name).open(encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m timeline.dates", description=__doc__)
    parser.add_argument("file", nargs="?", help="a text in UTF-8; standard input if none")
    parser.add_argument("--anchor", type=_day, help="the day of publication, as 2019-05-02")
    parser.add_argument("--language", help="en, ja, ko or another language of dateparser; told from the text if none")
    parser.add_argument("--style", choices=["news", "narrative"], help="told from the text if none")
    parser.add_argument("--zone", help="a name of the tz database")
    parser.add_argument("--jsonl", action="store_true", help="documents, one JSON object a line")
    parser.add_argument("--read", action="store_true", help="single phrases, one JSON object a line")
    return parser


def main() -> int:
    """0, or 2 with a message where the input is no text or no JSON."""
    asked = _arguments().parse_args()
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="surrogatepass")  # type: ignore[union-attr]
    if asked.jsonl or asked.read:
        answer = answer_document if asked.jsonl else answer_words
        if not asked.file:
            return _answer_lines(sys.stdin, answer)
        with _opened(asked.file) as lines:
            return _answer_lines(lines, answer)
    try:
        with _opened(asked.file) if asked.file else sys.stdin as source:
            text = source.read()
    except (OSError, UnicodeDecodeError) as error:
        print(f"{asked.file}: {error}", file=sys.stderr)
        return 2
    for phrase in find(text, asked.anchor, language=asked.language, style=asked.style, zone=asked.zone):
        if phrase.counts:
            print(json.dumps(phrase_record(phrase), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
