"""The date of a row: EDTF goes before start and end, these before the words; nothing is taken that was half read."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.dates import FuzzyDate, edtf
from timeline.dates.fuzzy import UNKNOWN
from timeline.dates.open_ways import without_doubt
from timeline.dates.record import replace
from timeline.dates.typed import read_typed
from timeline.dates.typed_result import Typed
from timeline.transfer.cells import says_nothing
from timeline.transfer.columns import BY_NAME
from timeline.transfer.date_parts import is_before_christ, put_together
from timeline.transfer.doubts import BEFORE_ZERO, doubts, supplied_year
from timeline.transfer.findings import Finding, error, warning
from timeline.transfer.survey import gives_two_figures

Report = Callable[[Finding], None]
LONGEST_EDTF = 200
LONGEST_WORDS = 300
# What a program that takes every column of numbers for decimals makes of 1998.
_DECIMAL = re.compile(r"([-+]?\d{1,5})\.0+")
_MONTH_AND_DAY = re.compile(r"\d{1,2}\s?([/.-])\s?\d{1,2}\1?")
_NOT_KNOWN = frozenset({"?", "unknown", "不明", "未詳", "미상", "unbekannt", "inconnu", "desconocido"})
_IDEOGRAPHS = re.compile(r"[年년月월日일]")
# Any day will do: it only shows whether words that say nothing alone would say something with a day to count from.
_SOME_DAY = datetime.date(2001, 5, 16)


@dataclass(slots=True)
class RowDate:
    """The date of one row, as its cells are read; what is wrong is reported.

    `orders` are those of figures, `centuries` those of years in two figures, by field.
    """

    values: Mapping[str, str]
    report: Report
    orders: Mapping[str, str] = field(default_factory=dict)
    centuries: Mapping[str, int] = field(default_factory=dict)
    language: str = ""
    written: str = ""
    """What stands in the cells of start and end, or of earliest and latest."""
    unread: list[str] = field(default_factory=list)
    """The words of which nothing could be read."""
    days: FuzzyDate | None = None
    """What start and end, or earliest and latest, say."""

    def read(self) -> FuzzyDate | None:
        """Return the date; None if the row has none, or none that can be read whole."""
        date = self._read()
        for words in self.unread:
            self.report(
                warning("unread-beside", words=words, taken=date.edtf) if date else warning("unread", words=words)
            )
        return date

    def _read(self) -> FuzzyDate | None:
        days = self.days = self._lasted() or self._within()
        words = self._words()
        if self.values["edtf"]:
            return self._from_edtf(days, words)
        if days:
            date = self._beside_words(days, words)
            year = BEFORE_ZERO.fullmatch(self.values["year"])
            if year and date is days:
                self.report(
                    warning("before-zero", words=year[0], edtf=date.edtf.partition("/")[0], year=int(year[1]) + 1)
                )
            return self._qualified(date)
        if words:
            return self._qualified(words)
        if not any(self.values[name] for name in ("date_phrase", "date_exact")) and not self.written:
            self.report(warning("undated"))
        return None

    @property
    def words(self) -> str:
        """The words of the date as they stand in the table; of cells in figures alone, none."""
        said = self.values["date_exact"] or self.values["date_phrase"]
        return said or (self.written if any(sign.isalpha() for sign in self.written) else "")

    def source_day(self) -> datetime.date | None:
        """Return the day that the source is of; None where it is no full day."""
        order, century = self.orders.get("source_date"), self.centuries.get("source_date")
        found = read_typed(self.values["source_date"], None, order=order, century=century)
        best = found.reading
        # A day whose century is a guess tells none.
        return best.date.earliest if best and best.date and best.date.exact and not found.is_century_taken else None

    # Cells

    def _cell(self, name: str, text: str | None = None) -> FuzzyDate | None:
        """Return the date of a cell, or of a text that was put together for it, if it is read whole."""
        text = self._said(name) if text is None else text
        # What is too long for its column is an error of its own; nobody waits until it is read.
        if not text or len(text) > LONGEST_WORDS:
            return None
        found = self._typed(text, name)
        if not found.is_read and name in ("date_phrase", "date_exact"):
            found = self._with_year(text, name) or found
        found = self._fitting(found)
        best = found.reading
        if best is not None and best.date is None and best.rule.startswith("impossible"):
            self.report(error("impossible", words=text, why=best.why))
            return None
        if not found.is_read or best is None or best.date is None:
            self._report_unread(name, text, found)
            return None
        is_counted_back = not self._said(name) and is_before_christ(self._said("era"))
        for doubt in doubts(text, found, is_counted_back):
            self.report(doubt)
        if found.words == text and (supplied := supplied_year(found, self.source_day())):
            self.report(supplied)
        return best.date

    def _fitting(self, found: Typed) -> Typed:
        """Return of words that can be read two ways the one way that other columns, as that of the month, allow."""
        if self.days is None or not (found.is_ambiguous or found.is_century_taken):
            return found
        fitting = [one for one in found.readings if one.date and _overlap(one.date, self.days)]
        return replace(found, readings=(without_doubt(fitting[0]),)) if len(fitting) == 1 else found

    def _said(self, name: str) -> str:
        """Return what a cell says; "" where it only says that there is nothing, as "n/a" does."""
        text = self.values[name]
        if name not in ("date_phrase", "date_exact") and says_nothing(text):
            return ""
        decimal = _DECIMAL.fullmatch(text)
        return decimal[1] if decimal else text

    def _with_year(self, text: str, name: str) -> Typed | None:
        """Return a month and day, as "7 May", read in the year that stands in a column of its own."""
        year = self._said("year")
        if not year.isdecimal() or self.values["month"] or self.values["day"]:
            return None
        if figures := _MONTH_AND_DAY.fullmatch(text):
            together = f"{text.rstrip(figures[1])}{figures[1]}{int(year):04d}"
        else:
            together = f"{year}年{text}" if _IDEOGRAPHS.search(text) else f"{text} {year}"
        found = self._typed(together, name)
        date = found.reading.date if found.is_read and found.reading else None
        return found if date and date.year_span == (int(year), int(year)) else None

    def _typed(self, text: str, name: str, anchor: datetime.date | None = None) -> Typed:
        """Read words by themselves; those that need a day to count from, against the day of the source."""
        language, order = self.language or None, self.orders.get(name)
        century = self.centuries.get(name) if gives_two_figures(text) else None
        alone = read_typed(text, None, language=language, order=order, century=century)
        if alone.is_century_taken and (day := self.source_day()):
            return read_typed(text, day, language=language, order=order)
        if alone.is_read or (alone.readings and not alone.unread):
            return alone
        day = anchor or self.source_day()
        return read_typed(text, day, language=language, order=order) if day else alone

    def _report_unread(self, name: str, text: str, found: Typed) -> None:
        with_a_day = self._typed(text, name, _SOME_DAY)
        if found.is_half_read and found.reading and found.reading.date:
            read = found.reading.date.edtf
            self.report(warning("half-read", words=text, used=found.used, read=read, unread=found.unread))
        elif with_a_day.is_read and with_a_day.reading and with_a_day.reading.anchor:
            given = self.values["source_date"]
            self.report(
                warning("needs-full-day", words=text, given=given) if given else warning("needs-day", words=text)
            )
        elif name in ("date_phrase", "date_exact"):
            self.unread.append(text)
        else:
            self.report(warning("unread-cell", field=BY_NAME[name].label, text=text))

    # Start and end

    def _lasted(self) -> FuzzyDate | None:
        """Return how long it lasted; a start alone is that day, month or year."""
        texts = self._side("start", ""), self._side("end", "end_")
        if not any(texts):
            return None
        self.written = " – ".join(text for text in texts if text)
        start = self._cell("start", texts[0])
        if start and texts[1].casefold() in _NOT_KNOWN:
            return FuzzyDate.extent(start, UNKNOWN)
        # "present" ends nothing by itself, but "1953 – present" does.
        together = self._together(*texts) if texts[1] and start else None
        if together:
            return together
        end = self._cell("end", texts[1])
        if start and end:
            return self._extent(start, end)
        if end and not texts[0]:
            self.report(warning("no-start", end=end.edtf))
        if end:
            return FuzzyDate.extent(UNKNOWN, end)
        return FuzzyDate.extent(start, UNKNOWN) if start and texts[1] else start

    def _together(self, start: str, end: str) -> FuzzyDate | None:
        if any(sign.isdigit() for sign in end):
            return None
        found = self._typed(f"{start}/.." if end == ".." else f"{start} – {end}", "start")
        date = found.reading.date if found.is_read and found.reading else None
        return date if date and date.lasting else None

    def _extent(self, start: FuzzyDate, end: FuzzyDate) -> FuzzyDate | None:
        if _begins_after(start, end):
            self.report(error("turned-round", earliest=start.edtf, latest=end.edtf))
            return None
        return start if start == end else FuzzyDate.extent(start, end)

    def _side(self, name: str, prefix: str) -> str:
        """Return the words of a start or end: its own cell, else year, month and day put together."""
        if said := self._said(name):
            return said
        year, month, day = (self._said(f"{prefix}{part}") for part in ("year", "month", "day"))
        if prefix and not year and (month or day):
            year = self._said("year")
            # "6 June 1944 to the 7th": the month is said once, too.
            month = month or self._said("month")
        return put_together(year, month, day, self._said("era"))

    # Earliest and latest

    def _within(self) -> FuzzyDate | None:
        """Return the window from earliest to latest; one of them alone leaves the other side open."""
        texts = self._said("lo"), self._said("hi")
        if not any(texts):
            return None
        self.written = self.written or " – ".join(text for text in texts if text)
        earliest, latest = self._cell("lo"), self._cell("hi")
        if earliest and latest:
            if _begins_after(earliest, latest):
                self.report(error("turned-round", earliest=earliest.edtf, latest=latest.edtf))
                return None
            if earliest.earliest and latest.latest:
                return FuzzyDate.window(earliest.earliest, latest.latest)
            return FuzzyDate.between(earliest, latest)
        if earliest:
            return FuzzyDate.starting(earliest)
        return FuzzyDate.by(latest) if latest else None

    # Words

    def _words(self) -> FuzzyDate | None:
        """Return the date of the words; of two columns, of the exact one, where it says something."""
        exact = self._cell("date_exact")
        if exact is None:
            return self._cell("date_phrase")
        phrase = self.values["date_phrase"]
        vaguer = self._typed(phrase, "date_phrase").reading if phrase else None
        if vaguer and vaguer.date and not _overlap(vaguer.date, exact):
            self.report(warning("words-differ", words=phrase, read=vaguer.date.edtf, taken=exact.edtf))
        return exact

    def _beside_words(self, days: FuzzyDate, words: FuzzyDate | None) -> FuzzyDate:
        """Return what start and end, or earliest and latest, say together with the words."""
        if words is None:
            return days
        if counted := self._before_christ(words):
            return counted
        if _same_days(days, words):
            return words if not days.lasting and days.is_day is words.is_day and not self._begins() else days
        if self._begins() and not days.lasting and _overlap(days, words) and _length(words) < _length(days):
            # A column of years beside the exact date.
            return words
        if not _holds(words, days):
            text = self.values["date_exact"] or self.values["date_phrase"]
            self.report(warning("words-differ", words=text, read=words.edtf, taken=days.edtf))
        return days

    def _begins(self) -> bool:
        return bool(self.values["start"] or self.values["year"])

    def _before_christ(self, words: FuzzyDate) -> FuzzyDate | None:
        """Return the year before Christ that a column of years counts from 1 BC, where the words show that it does."""
        year = self.values["year"]
        if not year.startswith("-") or any(self.values[name] for name in ("start", "month", "end", "end_year")):
            return None
        counted = FuzzyDate.year(1 - int(year[1:])) if year[1:].isdecimal() and len(year) < 6 else None
        return counted if counted and _same_days(counted, words) else None

    def _from_edtf(self, days: FuzzyDate | None, words: FuzzyDate | None) -> FuzzyDate | None:
        text = self.values["edtf"]
        try:
            date = edtf.parse(text)
        except edtf.EdtfError as refusal:
            self.report(error("no-edtf", text=text, why=str(refusal)))
            return None
        if len(date.edtf) > LONGEST_EDTF:
            self.report(error("too-long", field=BY_NAME["edtf"].label, length=len(date.edtf), limit=LONGEST_EDTF))
        if days and not _same_days(days, date):
            self.report(warning("days-differ", days=days.edtf, edtf=text))
        if words and not _same_days(words, date):
            phrase = self.values["date_exact"] or self.values["date_phrase"]
            self.report(warning("words-differ", words=phrase, read=words.edtf, taken=text))
        certainty = self.values["certainty"].casefold()
        if certainty in ("approximate", "uncertain") and date.exact:
            self.report(warning("certainty-differs", text=certainty, edtf=text))
        return date

    def _qualified(self, date: FuzzyDate) -> FuzzyDate:
        """Return the date with what the column of certainty adds; EDTF, which can say it itself, never comes here."""
        certainty = self.values["certainty"].casefold()
        if certainty == "approximate":
            return date.about()
        return date.perhaps() if certainty == "uncertain" else date


def _same_days(one: FuzzyDate, other: FuzzyDate) -> bool:
    return (one.earliest, one.latest, one.years) == (other.earliest, other.latest, other.years)


def _bounds(date: FuzzyDate) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return the first and last day of a date as figures that can be compared; an open side is far away."""
    first, last = date.year_span
    return (
        (date.earliest.year, date.earliest.month, date.earliest.day)
        if date.earliest
        else (first if first is not None else -(10**20), 1, 1),
        (date.latest.year, date.latest.month, date.latest.day)
        if date.latest
        else (last if last is not None else 10**20, 12, 31),
    )


def _begins_after(start: FuzzyDate, end: FuzzyDate) -> bool:
    return _bounds(start)[0] > _bounds(end)[1]


def _overlap(one: FuzzyDate, other: FuzzyDate) -> bool:
    return not (_begins_after(one, other) or _begins_after(other, one))


def _holds(outer: FuzzyDate, inner: FuzzyDate) -> bool:
    return _bounds(outer)[0] <= _bounds(inner)[0] and _bounds(inner)[1] <= _bounds(outer)[1]


def _length(date: FuzzyDate) -> int:
    """Return about how many days a date has."""
    (year, month, day), (last_year, last_month, last_day) = _bounds(date)
    return (last_year - year) * 366 + (last_month - month) * 31 + last_day - day
