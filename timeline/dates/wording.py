"""FuzzyDate to words in English, Japanese and Korean, in full or short for lists."""

import datetime

from timeline.dates.calendars import era_of
from timeline.dates.conventions import part_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.members import beside
from timeline.dates.notation import below_year, ends_text, group_of
from timeline.dates.record import replace
from timeline.dates.speech import English, Point, Speech
from timeline.dates.speech_ja_ko import Japanese, Korean
from timeline.dates.units import ONE_DAY, Precision, month_bounds, years_bounds

_SPEECH: dict[str, Speech] = {"en": English(), "ja": Japanese(), "ko": Korean()}
_PARTS = ("early", "mid", "late", "first_half", "second_half")
_PARTIAL = {Precision.PART_OF_MONTH, Precision.PART_OF_YEAR, Precision.PART_OF_DECADE, Precision.PART_OF_CENTURY}


JUCHE_YEARS = (1912, 2024)


def in_words(date: FuzzyDate, language: str = "en") -> str:
    """A date in full words, as "some time between September and December 2017"; other languages get English."""
    return _Sayer(_speech(language), full=True).say(date)


def in_short(date: FuzzyDate, language: str = "en") -> str:
    """A date in few words for lists, as "late 2017"."""
    return _Sayer(_speech(language), full=False).say(date)


def in_era(date: FuzzyDate, language: str = "ja") -> str:
    """The Japanese era year of a date, as 令和元年 (in English: Reiwa 1); "" where a date has none or several."""
    if date.earliest is None or date.latest is None:
        return ""
    era = era_of(date.earliest)
    if era is None or era is not era_of(date.latest) or date.earliest.year != date.latest.year:
        return ""
    number = era.number(date.earliest)
    if language == "ja":
        return f"{era.japanese}{'元' if number == 1 else number}年"
    return f"{era.korean} {number}년" if language == "ko" else f"{era.name} {number}"


def in_juche(date: FuzzyDate) -> str:
    """The Juche year of a date, as 주체66년; "" where it has none or several.

    It counts from 1912, and the North gave it up in October 2024: later years have none.
    """
    first, last = date.year_span
    if first is None or first != last or not JUCHE_YEARS[0] <= first <= JUCHE_YEARS[1]:
        return ""
    return f"주체{first - JUCHE_YEARS[0] + 1}년"


def _speech(language: str) -> Speech:
    return _SPEECH.get(language.partition("-")[0].lower(), _SPEECH["en"])


class _Sayer:
    """Says dates in one language, in full or short."""

    def __init__(self, speech: Speech, full: bool, loose: bool = False) -> None:
        self.speech, self.full, self.loose = speech, full, loose

    def say(self, date: FuzzyDate) -> str:
        if not date.dated:
            return self.speech.undated
        if (date.approximate or date.uncertain) and (not date.parts or (date.lasting and _alike(date.parts))):
            plain = _Sayer(self.speech, full=False, loose=True).say(_for_sure(date))
            if None in date.year_span and not date.parts:
                plain = self._one_sided(replace(date, uncertain=False))
            elif date.approximate:
                plain = self.speech.about(plain)
            return self.speech.perhaps(plain) if date.uncertain else plain
        if date.parts:
            return self._extent(date) if date.lasting else self._set(date)
        return self._plain(date)

    def _plain(self, date: FuzzyDate) -> str:
        if date.earliest is None or date.latest is None:
            return self._one_sided(date)
        if date.earliest == date.latest:
            return self._day(date, date.earliest)
        if date.lasting:
            return self._ends(date.earliest, date.latest, lasted=True)
        return self._unit(date, date.earliest, date.latest) or self._ends(date.earliest, date.latest)

    def _day(self, date: FuzzyDate, day: datetime.date) -> str:
        said = self.speech.point(_point(day), day.weekday() if self.full else None)
        if date.time is None:
            return said
        zone = f"UTC{date.zone}" if date.zone and date.zone[0] in "+-" else (date.zone or "").replace("Z", "UTC")
        return self.speech.clock(said, date.time, zone)

    def _unit(self, date: FuzzyDate, earliest: datetime.date, latest: datetime.date) -> str:
        """The name of a unit or part of one; "" where it has none, or full words are to say its bounds."""
        bounds = (earliest, latest)
        if bounds == month_bounds(earliest.year, earliest.month):
            return self.speech.point(Point(earliest.year, earliest.month))
        if bounds == years_bounds(earliest.year, earliest.year):
            return self.speech.point(Point(earliest.year))
        if date.pattern and date.precision not in (Precision.DECADE, Precision.CENTURY):
            return ""
        if date.precision in _PARTIAL:
            return "" if self.full else self._part(date)
        return self._named(date.precision, earliest.year, earliest.month)

    def _named(self, precision: Precision, year: int, month: int) -> str:
        match precision:
            case Precision.SEASON:
                return self.speech.season(year, month // 3)
            case Precision.QUARTER:
                return self.speech.quarter(year, (month + 2) // 3)
            case Precision.HALF:
                return self.speech.half(year, 1 if month == 1 else 2)
            case Precision.YEAR:
                return self._fiscal(year)
            case Precision.DECADE if year % 100 or year >= 2000:
                return self.speech.decade(year)
            case Precision.CENTURY if year % 100 == 0:
                # "The 2000s" are taken for a decade, "the 1900s" for a century.
                return self.speech.hundreds(year) if year < 2000 else ""
            case Precision.CENTURY if year % 100 == 1:
                return self.speech.century(year // 100 + 1)
        return ""

    def _fiscal(self, year: int) -> str:
        """Full words outside Japan say which months a fiscal year has."""
        known = isinstance(self.speech, Japanese) or not self.full
        return self.speech.fiscal(year) if known else ""

    def _part(self, date: FuzzyDate) -> str:
        """Early, mid, late or half of its unit, where the house table has such a part with these bounds."""
        for whole in _wholes(date):
            many_years = whole.precision in (Precision.DECADE, Precision.CENTURY)
            if many_years and whole.earliest and not self._named(whole.precision, whole.earliest.year, 1):
                continue
            for part in _PARTS:
                found = part_of(whole, part)
                if found and (found.earliest, found.latest) == (date.earliest, date.latest):
                    return self.speech.part(part, self.say(whole))
        return ""

    def _ends(self, earliest: datetime.date, latest: datetime.date, lasted: bool = False) -> str:
        size = max(map(len, ends_text(earliest, latest)))
        first, last = self.speech.pair(_point(earliest, size), _point(latest, size))
        return self._joined(first, last, lasted)

    def _joined(self, first: str, last: str, lasted: bool) -> str:
        if not self.full:
            stretch = lasted or self.loose
            return self.speech.stretch(first, last) if stretch else self.speech.inside(first, last)
        return self.speech.lasted(first, last) if lasted else self.speech.between(first, last)

    def _one_sided(self, date: FuzzyDate) -> str:
        if date.years:
            return self._beyond(date)
        if date.latest:
            return self.speech.by(self._end(date, _point(date.latest, len(ends_text(None, date.latest)[1]))))
        if date.earliest is None or date.earliest == datetime.date.min:
            return self.speech.undated
        size = len(ends_text(date.earliest, None)[0])
        return self.speech.after(self._end(date, _point(date.earliest - ONE_DAY, size)))

    def _beyond(self, date: FuzzyDate) -> str:
        first, last = date.year_span
        if first is None or last is None:
            return self._one_sided_beyond(date)
        if group := group_of(date.pattern):
            return self._named(group[0], first, group[1])
        texts = date.pattern.strip("[]").split("..")
        begin, end = Point(first, *below_year(texts[0])), Point(last, *below_year(texts[-1]))
        if begin == end:
            return self.speech.point(begin)
        return self._joined(*self.speech.pair(begin, end), lasted=False)

    def _one_sided_beyond(self, date: FuzzyDate) -> str:
        first, last = date.year_span
        if last is not None:
            return self.speech.by(self._end(date, Point(last, *below_year(date.pattern.strip("[.]")))))
        if first is None:
            return self.speech.undated
        before = beside(date, -1)
        return self.speech.after(self._end(date, Point(before.year_span[1], *below_year(before.edtf))))

    def _end(self, date: FuzzyDate, point: Point) -> str:
        """The only end of a window; what is about in it is this end: "no later than around 1759"."""
        said = self.speech.point(point)
        return self.speech.about(said) if date.approximate else said

    def _extent(self, date: FuzzyDate) -> str:
        start, end = date.parts[0], date.parts[-1]
        short = _Sayer(self.speech, full=False)
        if not start.dated:
            return self.speech.until(short.say(end))
        if not end.dated:
            return self.speech.since(short.say(start))
        plain = _depth(start) == _depth(end) > 0
        if plain and start.earliest and end.latest:
            pair = self.speech.pair(_point(start.earliest, _depth(start)), _point(end.latest, _depth(end)))
            return self._joined(*pair, lasted=True)
        if start.precision is end.precision is Precision.DECADE and _touch(start, end):
            return self.speech.several([short.say(start), short.say(end)], every=True)
        if _depth(start) == 4 and _depth(end) > 4:
            # "1862–25 November 1888" would be 1862 to 1925.
            return self.speech.lasted(short.say(start), short.say(end))
        return self._joined(short.say(start), short.say(end), lasted=True)

    def _set(self, date: FuzzyDate) -> str:
        every = not date.pattern
        short = _Sayer(self.speech, full=False)
        if isinstance(self.speech, English) and all(_depth(part) == 10 for part in date.parts):
            months = {(part.earliest.year, part.earliest.month) for part in date.parts if part.earliest}
            if len(months) == 1:
                days = [str(part.earliest.day) for part in date.parts[:-1] if part.earliest]
                return self.speech.several([*days, short.say(date.parts[-1])], every)
        return self.speech.several([short.say(part) for part in date.parts], every)


def _point(day: datetime.date, size: int = 10) -> Point:
    """A day cut to its year (4 letters of ISO 8601), month (7) or day (10)."""
    return Point(day.year, day.month if size > 4 else None, day.day if size > 7 else None)


def _depth(date: FuzzyDate) -> int:
    """4, 7 or 10 for a year, month or day about which nothing more is said; else 0."""
    if date.approximate or date.uncertain or date.parts or date.time or date.pattern or date.earliest is None:
        return 0
    return {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}.get(date.precision, 0) * (
        date.earliest.month == 1 or date.precision is not Precision.YEAR
    )


def _alike(parts: tuple[FuzzyDate, ...]) -> bool:
    """Whether two ends are in like words, so that "about" or "perhaps" is said once; else each says its own."""
    return len({(part.approximate, part.uncertain, part.precision) for part in parts}) <= 1


def _for_sure(date: FuzzyDate) -> FuzzyDate:
    parts = tuple(_for_sure(part) for part in date.parts)
    return replace(date, approximate=False, uncertain=False, parts=parts)


def _touch(start: FuzzyDate, end: FuzzyDate) -> bool:
    return bool(start.latest and end.earliest and start.latest + ONE_DAY == end.earliest)


def _wholes(date: FuzzyDate) -> list[FuzzyDate]:
    """The units that a window can be a part of."""
    if date.earliest is None:
        return []
    year, month = date.earliest.year, date.earliest.month
    units = {
        Precision.PART_OF_MONTH: [FuzzyDate.month(year, month)],
        Precision.PART_OF_YEAR: [FuzzyDate.year(year)],
        Precision.PART_OF_DECADE: [FuzzyDate.decade(year)],
        Precision.PART_OF_CENTURY: [FuzzyDate.nth_century((year + 99) // 100), FuzzyDate.century(year)],
    }
    return [unit for unit in units[date.precision] if unit.earliest]
