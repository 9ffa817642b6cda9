"""iCalendar (RFC 5545): days as all-day events."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.formats.works import one_line

TYPE = "text/calendar"
LONGEST_LINE = 75  # octets


@dataclass(frozen=True, kw_only=True)
class Day:
    """One event on one day, or from its first to its last; `uid` names it for good."""

    uid: str
    first: datetime.date
    summary: str
    last: datetime.date | None = None
    description: str = ""
    address: str = ""
    language: str = ""
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A calendar; `stamp` is the instant of the state that it is in, `language` that of its description."""

    name: str
    description: str
    stamp: datetime.datetime
    language: str = ""
    name_language: str = ""
    address: str = ""
    more: tuple[str, str] | None = None
    """A language, and what is said in it beside the description."""
    days: Sequence[Day] = ()


def write(calendar: Calendar) -> bytes:
    """Return a calendar."""
    return b"".join(_folded(line) for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nenpyo//Nenpyo//EN", "CALSCALE:GREGORIAN")
    name, description = escaped(calendar.name), escaped(calendar.description)
    yield from ("METHOD:PUBLISH", f"NAME{_in(calendar.name_language)}:{name}", f"X-WR-CALNAME:{name}")
    yield f"DESCRIPTION{_in(calendar.language)}:{description}"
    if calendar.more:
        code, said = calendar.more
        yield f"DESCRIPTION{_in(code)}:{escaped(said)}"
        description = f"{description} {escaped(said)}"
    yield f"X-WR-CALDESC:{description}"
    if calendar.address:
        yield f"SOURCE;VALUE=URI:{_uri(calendar.address)}"
    stamp = calendar.stamp.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    for day in calendar.days:
        yield from _event(day, stamp)
    yield "END:VCALENDAR"


def _event(day: Day, stamp: str) -> Iterator[str]:
    language = _in(day.language)
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(day.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(day.first)}"
    last = day.last or day.first
    if last < datetime.date.max:  # the day after it, which is not part of it any more; one day where none is said
        yield f"DTEND;VALUE=DATE:{_day(last + datetime.timedelta(days=1))}"
    yield f"SEQUENCE:{day.version}"
    yield f"SUMMARY{language}:{escaped(one_line(day.summary))}"
    if day.description:
        yield f"DESCRIPTION{language}:{escaped(day.description)}"
    if day.address:
        yield f"URL:{_uri(day.address)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def escaped(text: str) -> str:
    """Return a text as a value: its own signs with a backslash before them, lines as `\\n`, nothing that controls."""
    lines = [one_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = "\n".join(lines).strip()
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(sign, written)
    return kept


def _uri(address: str) -> str:
    return one_line(address).replace(" ", "%20")


def _in(language: str) -> str:
    """Return the parameter that says the language of a text; "" where it is not known."""
    code = "".join(letter for letter in language if letter.isascii() and (letter.isalnum() or letter == "-"))
    return f";LANGUAGE={code}" if code else ""


def _day(day: datetime.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _folded(line: str) -> bytes:
    """Return a line as it is sent: at most 75 octets, the rest on lines that begin with a space; no letter is split."""
    octets = line.encode()
    if len(octets) <= LONGEST_LINE:
        return octets + b"\r\n"
    return b"\r\n ".join(_pieces(octets)) + b"\r\n"


def _pieces(octets: bytes) -> Iterator[bytes]:
    start, room = 0, LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b11000000 == 0b10000000:  # within a letter
            end -= 1
        yield octets[start:end]
        start, room = end, LONGEST_LINE - 1
    yield octets[start:]
