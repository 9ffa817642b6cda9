"""The date of a row: EDTF goes before earliest and latest day, and those before the words."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline import dates
from timeline.dates import FuzzyDate, edtf
from timeline.transfer.columns import BY_NAME
from timeline.transfer.findings import Finding, error, warning

Report = Callable[[Finding], None]
LONGEST_EDTF = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class WordsRead:
    """What the engine makes of words: its readings' dates, best first, or why they name a day that cannot be."""

    readings: tuple[FuzzyDate, ...] = ()
    impossible: str = ""


@lru_cache(maxsize=20_000)
def read_words(words: str, anchor: datetime.date | None, language: str) -> WordsRead:
    """Read the words of a date; `anchor` is the day of the source, if one is known."""
    readings = dates.read(words, anchor, language=language or None)
    found = tuple(reading.date for reading in readings if reading.date is not None)
    whys = [reading.why for reading in readings if reading.rule.startswith("impossible")]
    return WordsRead(found, whys[0] if whys and not found else "")


def row_date(values: Mapping[str, str], report: Report) -> FuzzyDate | None:
    """Return the date of a row; None if it has none, or none that can be read. What is wrong is reported."""
    days = _days(values, report)
    if values["edtf"]:
        return _from_edtf(values, days, report)
    words = values["date_phrase"]
    read = _read(values) if words else WordsRead()
    if days:
        agreeing = next((date for date in read.readings if _same_days(date, days)), None)
        if read.readings and agreeing is None:
            report(warning("words-differ", words=words, read=read.readings[0].edtf, taken=days.edtf))
        return _qualified(agreeing or days, values, report)
    if read.readings:
        return _qualified(read.readings[0], values, report)
    report(_nothing_read(words, read))
    return None


def _from_edtf(values: Mapping[str, str], days: FuzzyDate | None, report: Report) -> FuzzyDate | None:
    text = values["edtf"]
    try:
        date = edtf.parse(text)
    except edtf.EdtfError as refusal:
        report(error("no-edtf", text=text, why=refusal))
        return None
    if len(date.edtf) > LONGEST_EDTF:
        report(error("too-long", field=BY_NAME["edtf"].label, length=len(date.edtf), limit=LONGEST_EDTF))
    if days and not _same_days(days, date):
        report(warning("days-differ", days=days.edtf, edtf=text))
    read = _read(values) if values["date_phrase"] else WordsRead()
    if read.readings and not any(_same_days(reading, date) for reading in read.readings):
        report(warning("words-differ", words=values["date_phrase"], read=read.readings[0].edtf, taken=text))
    certainty = values["certainty"].casefold()
    if certainty in ("approximate", "uncertain") and date.exact:
        report(warning("certainty-differs", text=certainty, edtf=text))
    return date


def _nothing_read(words: str, read: WordsRead) -> Finding:
    if read.impossible:
        return error("impossible", words=words, why=read.impossible)
    return warning("unread", words=words) if words else warning("undated")


def _read(values: Mapping[str, str]) -> WordsRead:
    """Read the words by themselves; those that need an anchor, against the day of the source."""
    words, language = values["date_phrase"], values["language"]
    alone = read_words(words, None, language)
    if alone.readings or alone.impossible or not _DAY.fullmatch(values["source_date"]):
        return alone
    anchor = _day(values["source_date"])
    return read_words(words, anchor, language) if anchor else alone


def _days(values: Mapping[str, str], report: Report) -> FuzzyDate | None:
    """Return the window from earliest to latest day; one of them alone leaves the other side open."""
    found = {name: _day(values[name]) for name in ("lo", "hi")}
    for name, day in found.items():
        if values[name] and day is None:
            report(error("no-day", field=BY_NAME[name].label, text=values[name]))
    earliest, latest = found["lo"], found["hi"]
    if earliest and latest and latest < earliest:
        report(error("turned-round", earliest=earliest, latest=latest))
        return None
    return FuzzyDate.window(earliest, latest) if earliest or latest else None


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _qualified(date: FuzzyDate, values: Mapping[str, str], report: Report) -> FuzzyDate:
    """Return the date with what the column of certainty adds; EDTF, which can say it itself, never comes here."""
    certainty = values["certainty"].casefold()
    if certainty == "approximate":
        return date.about()
    return date.perhaps() if certainty == "uncertain" else date


def _same_days(one: FuzzyDate, other: FuzzyDate) -> bool:
    return (one.earliest, one.latest, one.years) == (other.earliest, other.latest, other.years)
