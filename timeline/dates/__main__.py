"""Dates on the command line: `python -m timeline.dates --anchor 2019-05-02 [--language en] FILE`.

FILE: one JSON object for each phrase that is a date (vague words and bare lengths are left out).
--jsonl: documents in, answers out, one a line. --read: single phrases. All read standard input or FILE.

  --jsonl  {"id", "text", "anchor", "language", "style", "zone"}
           gives {"id", "phrases"}
  --read   {"id", "words", "anchor", "language", "style", "zone", "direction", "context"}
           gives {"id", "readings"}

Only "text" or "words" must be there; the options --anchor, --language, --style and --zone hold for lines that
do not say. "direction" is "before" or "after"; "context" is the sentence around the words. A line that cannot be
answered gives {"id", "line", "error"} in its place; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, BinaryIO

from timeline.dates.engine import find, read
from timeline.dates.languages import OWN_LANGUAGES
from timeline.dates.result import Phrase, Reading

STYLES, DIRECTIONS = ("news", "narrative"), ("before", "after")
_MARK = b"\xef\xbb\xbf"  # what some editors put before a text in UTF-8
_MOST_SHOWN = 60
_NAMES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


class Refused(argparse.ArgumentTypeError):
    """What was given cannot be answered; the message says in plain words why, and what is expected."""


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"{_shown(text)} is no day; write it as 2019-05-02") from error


@cache
def foreign_codes() -> dict[str, str]:
    """The languages of dateparser as it writes them, each with its code in small letters.

    Told by the names of its files: to load dateparser takes longer than to read a text.
    """
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("dateparser")
    folders = spec.submodule_search_locations if spec else None
    files = [path for folder in folders or () for path in Path(folder, "data/date_translation_data").glob("[!_]*.py")]
    return {code: code.lower() for code in sorted(path.stem for path in files)}


def _language(code: str) -> str | None:
    small = code.lower()
    if not small or small in OWN_LANGUAGES:
        return small or None
    for known, lowered in foreign_codes().items():
        if lowered == small:
            return known
    others = ", ".join(foreign_codes())
    raise Refused(
        f"{_shown(code)} is no language; known are {', '.join(OWN_LANGUAGES)} and those of dateparser: {others}"
    )


def _zone(name: str) -> str | None:
    # Few ask for a zone: the tz database loads when one does.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name).key if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(f"{_shown(name)} is no zone of the tz database; write it as Asia/Tokyo or UTC") from error


def _one_of(*known: str) -> Callable[[str], str | None]:
    def check(value: str) -> str | None:
        if value and value not in known:
            raise Refused(f"{_shown(value)} is not known; it is one of {', '.join(known)}")
        return value or None

    return check


# The keys of a line beside its id, and how each value is checked.
_Checks = Mapping[str, Callable[[str], Any]]
_KNOWN: _Checks = {"anchor": _day, "language": _language, "style": _one_of(*STYLES), "zone": _zone}
_OF_DOCUMENT: _Checks = {"text": str, **_KNOWN}
_OF_WORDS: _Checks = {"words": str, **_KNOWN, "direction": _one_of(*DIRECTIONS), "context": str}


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


def answer_document(document: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    """{"id", "text", "anchor", "language"?, "style"?, "zone"?} to {"id", "phrases"}."""
    asked = _checked(document, "text", _OF_DOCUMENT, usual)
    phrases = find(asked.pop("text"), asked.pop("anchor"), **asked)
    return {"id": document.get("id"), "phrases": [phrase_record(phrase) for phrase in phrases]}


def answer_words(record: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    """{"id", "words", "anchor", "language"?, "style"?, "zone"?, "direction"?, "context"?} to {"id", "readings"}."""
    asked = _checked(record, "words", _OF_WORDS, usual)
    readings = read(asked.pop("words"), asked.pop("anchor"), **asked)
    used = [{"start": reading.start, "end": reading.end} for reading in readings]
    return {
        "id": record.get("id"),
        "readings": [reading_record(one) | at for one, at in zip(readings, used, strict=True)],
    }


def _checked(record: dict[str, Any], needed: str, checks: _Checks, usual: dict[str, Any]) -> dict[str, Any]:
    """What a line asks for, beside what is usual; Refused where anything in it is not known."""
    if unknown := [key for key in record if key != "id" and key not in checks]:
        names = ", ".join(_shown(key) for key in unknown[:5]) + (" and more" if unknown[5:] else "")
        raise Refused(f"unknown: {names}; a line has the keys {', '.join(['id', *checks])}")
    if needed not in record:
        raise Refused(f'"{needed}" is missing; a line is written as {_example(needed)}')
    said = {key: record[key] for key in checks if key == needed or record.get(key) not in (None, "")}
    return usual | {key: _checked_value(key, value, checks[key]) for key, value in said.items()}


def _checked_value(key: str, value: object, check: Callable[[str], Any]) -> Any:
    if not isinstance(value, str):
        raise Refused(f'"{key}" is {_NAMES.get(type(value), "null")}; expected is text')
    try:
        return check(value)
    except Refused as error:
        raise Refused(f'"{key}": {error}') from error


def _example(needed: str) -> str:
    return f'{{"id": 1, "{needed}": "On Friday", "anchor": "2019-05-02"}}'


def _object(line: str, needed: str) -> dict[str, Any]:
    expected = f"expected is one object as {_example(needed)}"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise Refused(f"no JSON from column {error.colno} on; {expected}") from error
    except (ValueError, RecursionError) as error:
        raise Refused(f"no JSON that can be read: a number too long or too many brackets; {expected}") from error
    if not isinstance(record, dict):
        raise Refused(f"{_NAMES.get(type(record), 'null')}; {expected}")
    return record


def _decoded(data: bytes) -> str:
    text = data.removeprefix(_MARK)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(text)
        raise Refused(f"not UTF-8: byte {at + 1} is 0x{data[at]:02X}") from error


def _answer_lines(lines: Iterable[bytes], needed: str, usual: dict[str, Any]) -> int:
    answer = answer_document if needed == "text" else answer_words
    good = bad = 0
    for number, line in enumerate(lines, 1):
        record: dict[str, Any] = {}
        try:
            text = _decoded(line)
            if not text.strip():
                continue
            record = _object(text, needed)
            answered = answer(record, usual)
            good += 1
        except Refused as error:
            bad += 1
            answered = {"id": record.get("id"), "line": number, "error": str(error)}
        print(json.dumps(answered, ensure_ascii=False))
    if bad:
        print(f"{bad} of {good + bad} lines could not be answered; see their error", file=sys.stderr)
    return 1 if bad else 0


def _answer_text(source: BinaryIO, name: str, usual: dict[str, Any]) -> int:
    try:
        text = _decoded(source.read())
    except Refused as error:
        raise Refused(f"{name}: {error}") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for phrase in find(text, usual.pop("anchor"), **usual):
        if phrase.counts:
            print(json.dumps(phrase_record(phrase), ensure_ascii=False))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m timeline.dates", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", help="in UTF-8; standard input if none")
    parser.add_argument("--anchor", type=_day, help="the day of publication, as 2019-05-02")
    languages = "en, ja, ko or another language of dateparser; told from the text if none"
    parser.add_argument("--language", type=_language, help=languages)
    parser.add_argument("--style", choices=STYLES, help="told from the text if none")
    parser.add_argument("--zone", type=_zone, help="a name of the tz database, as Asia/Tokyo")
    lines = parser.add_mutually_exclusive_group()
    lines.add_argument("--jsonl", action="store_true", help="documents, one JSON object a line")
    lines.add_argument("--read", action="store_true", help="single phrases, one JSON object a line")
    return parser


def _opened(name: str) -> BinaryIO:
    from pathlib import Path

    return Path(name).open("rb")


def _answer(asked: argparse.Namespace) -> int:
    usual = {name: getattr(asked, name) for name in _KNOWN}
    with _opened(asked.file) if asked.file else sys.stdin.buffer as source:
        if asked.jsonl or asked.read:
            return _answer_lines(source, "text" if asked.jsonl else "words", usual)
        return _answer_text(source, asked.file or "standard input", usual)


def main() -> int:
    """0; 1 where single lines could not be answered; 2 with a message where nothing can be read."""
    asked = _arguments().parse_args()
    # Half a character, which JSON can hold and UTF-8 cannot, is written as JSON escapes it.
    # A stream of text, which types do not know to be the kind that can be set up anew.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = _answer(asked)
        sys.stdout.flush()
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        if not error.filename:
            # What could not be written is not tried again at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 0
        print(f"{error.filename or 'reading or writing'}: {error.strerror}", file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
