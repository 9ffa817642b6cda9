"""English: the words of dates and the patterns they stand in."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates.languages import Fields, Language, Pattern, Value, pattern

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_FIRSTS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENTHS = "twentieth thirtieth".split()
_UNITS = "second minute hour day week fortnight weekend month quarter season year decade century".split()

_numbers = {word: value for value, word in enumerate(_ONES) if value}
_numbers |= {word: 10 * tens for tens, word in enumerate(_TENS, 2)}
_ordinals: dict[str, Value] = {word: value for value, word in enumerate(_FIRSTS, 1)}
_ordinals |= {"twentieth": 20, "thirtieth": 30}
_months: dict[str, Value] = {word: value for value, word in enumerate(_MONTHS, 1)}
_short_months: dict[str, Value] = {word[:3]: value for word, value in _months.items()} | {"sept": 9}
_weekdays: dict[str, Value] = {word: value for value, word in enumerate(_WEEKDAYS, 1)}
_short_weekdays: dict[str, Value] = {word[:3]: value for word, value in _weekdays.items()}
_short_weekdays |= {"tues": 2, "wednes": 3, "thur": 4, "thurs": 4}
_plural_units: dict[str, Value] = {f"{unit}s": unit for unit in _UNITS}
_plural_units["centuries"] = "century"
_short_units: dict[str, Value] = {
    "yr": "year",
    "yrs": "year",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
}
_short_units |= {"wk": "week", "wks": "week", "mo": "month", "mos": "month", "qtr": "quarter"}

_COMPOUND = rf"(?:{'|'.join(_TENS)})[ -](?:{'|'.join([*_ONES[1:10], *_FIRSTS[:9]])})(?![^\W_])"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})"
_SPELLED_YEAR = (
    rf"(?:two thousand(?: and)?(?: {_BELOW_HUNDRED})?"
    rf"|(?:sixteen|seventeen|eighteen|nineteen|twenty)(?: hundred(?: and)?)? {_BELOW_HUNDRED})(?![^\W_])"
)
_NUMBERS = (
    rf"'s(?![^\W_])|[ap]\.m\.?(?![^\W_])|{_SPELLED_YEAR}|{_COMPOUND}"
    r"|\d+(?:,\d{3}(?!\d)|\.\d+)*(?:(?:st|nd|rd|th|'?s)(?![^\W_]))?"
)
_CENTURIES = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_WRITTEN = re.compile(r"(\d+)(st|nd|rd|th|'?s)")


def numeral(written: str) -> Fields:
    """ "21st", "1970s", "70s", "twenty-first", "8.30", "3.5.2019": their classes and values."""
    if found := _WRITTEN.fullmatch(written):
        value, ending = int(found[1][-8:]), found[2]
        return _plural_number(found[1], value) if ending.endswith("s") and ending != "st" else _ordinal(value)
    if written[0].isalpha():
        words = re.split("[ -]", written)
        return _spelled_year(words) or _spelled(words)
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(\d{4}|\d\d)", written):
        return {"dotted": written}
    return {"dotted_time": written} if re.fullmatch(r"\d{1,2}\.[0-5]\d", written) else {}


def _ordinal(value: int, kind: str = "day_figure") -> Fields:
    found: Fields = {"ordinal": value}
    return found | {kind: value} if 1 <= value <= 31 else found


def _plural_number(digits: str, value: int) -> Fields:
    if len(digits) == 4 and value % 10 == 0 and 1000 <= value <= 2990:
        return {"hundreds": value} if value % 100 == 0 else {"decade": value}
    return {"short_decade": value} if len(digits) == 2 and value % 10 == 0 and value else {}


def _spelled_year(words: list[str]) -> Fields:
    """ "two thousand and five", "nineteen eighty-six", "seventeen hundred thirty three"."""
    rest = [word for word in words if word not in ("and", "hundred")]
    if rest[:2] == ["two", "thousand"]:
        return {"year": 2000 + sum(_numbers[word] for word in rest[2:])}
    if (
        len(rest) < 2
        or rest[0] not in _CENTURIES
        or (len(rest) == 2 and rest[0] == "twenty" and _numbers.get(rest[1], 0) < 10)
    ):
        return {}
    if any(word not in _numbers for word in rest):
        return {}
    return {"year": 100 * _numbers[rest[0]] + sum(_numbers[word] for word in rest[1:])}


def _spelled(words: list[str]) -> Fields:
    if len(words) != 2 or words[0] not in _numbers:
        return {}
    tens = _numbers[words[0]]
    if words[1] in _ordinals:
        return _ordinal(tens + int(_ordinals[words[1]]), "word_day")
    return {"number": tens + _numbers[words[1]], "count": tens + _numbers[words[1]]} if words[1] in _numbers else {}


WORDS: dict[str, Mapping[str, Value]] = {
    "article": {"the": 1},
    "month": _months | _short_months,
    # Whole names that are months whatever stands beside them.
    "sure_month": {
        word: value for word, value in _months.items() if word not in ("march", "may", "april", "june", "august")
    },
    # "may" and "march" in small letters: only beside a day and a year.
    "small_month": {
        f"~{word}": value
        for word, value in (_months | _short_months).items()
        if word in ("may", "march", "mar", "jan", "dec")
    },
    "weekday": _weekdays | _short_weekdays,
    "sure_weekday": dict(_weekdays),
    "weekdays": {f"{word}s": value for word, value in _weekdays.items()},
    "number": dict(_numbers),
    "count": _numbers | {"a": 1, "an": 1, "couple": 2, "dozen": 12},
    "vague_count": dict.fromkeys("few several some many numerous various".split(), "X"),
    "ordinal": dict(_ordinals),
    "word_day": {word: value for word, value in _ordinals.items() if int(value) <= 31},
    "short_month": dict(_short_months),
    "year_verb": dict.fromkeys("saw was marked brought witnessed became began ended has is had proved".split(), 1),
    "bare_season": {"summer": 2, "autumn": 3, "winter": 4, "spring": 1},
    "last": {"last": -1, "final": -1, "closing": -1, "penultimate": -2},
    "unit": {unit: unit for unit in _UNITS if unit != "second"} | _plural_units | _short_units,
    "one_unit": {unit: unit for unit in _UNITS if unit not in ("second", "minute", "hour")}
    | {"yr": "year", "wk": "week", "qtr": "quarter"},
    "clock_unit": {"hour": "hour", "minute": "minute", "hours": "hour", "minutes": "minute"},
    "units": dict(_plural_units),
    "season": {
        "spring": 1,
        "summer": 2,
        "autumn": 3,
        "winter": 4,
        "fall": 3,
        "springtime": 1,
        "summertime": 2,
        "wintertime": 4,
        "midsummer": 2,
        "midwinter": 4,
    },
    "sure_season": {"spring": 1, "summer": 2, "autumn": 3, "winter": 4},
    "shift": {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "past": -1},
    "hang": {
        "previous": -1,
        "preceding": -1,
        "prior": -1,
        "same": 0,
        "following": 1,
        "ensuing": 1,
        "succeeding": 1,
        "subsequent": 1,
    },
    "past_way": {"past": -1, "last": -1, "previous": -1, "preceding": -1},
    "coming_way": {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1},
    "day_word": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "daypart": {
        word: name
        for name, words in {
            "morning": "morning mornings dawn daybreak sunrise",
            "midday": "lunchtime",
            "afternoon": "afternoon afternoons",
            "evening": "evening evenings dusk sunset nightfall",
            "night": "night overnight nighttime",
        }.items()
        for word in words.split()
    },
    "later": {"later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "on": 1, "hence": 1},
    "earlier": {"earlier": -1, "before": -1, "previously": -1, "beforehand": -1},
    "part": {"early": "early", "mid": "mid", "late": "late"},
    "part_noun": {
        "beginning": "early",
        "start": "early",
        "opening": "early",
        "outset": "early",
        "onset": "early",
        "middle": "mid",
        "midst": "mid",
        "height": "mid",
        "end": "late",
        "close": "late",
        "conclusion": "late",
    },
    "half_word": {
        "first": "first_half",
        "second": "second_half",
        "former": "first_half",
        "latter": "second_half",
        "last": "second_half",
        "opening": "first_half",
    },
    "meridiem": {"am": "am", "pm": "pm", "a.m.": "am", "a.m": "am", "p.m.": "pm", "p.m": "pm"},
    "noon": {"noon": 12, "midday": 12, "midnight": 0},
    "zone": {
        "jst": "Asia/Tokyo",
        "kst": "Asia/Seoul",
        "gmt": "Etc/GMT",
        "utc": "Etc/UTC",
        "est": "America/New_York",
        "edt": "America/New_York",
        "pst": "America/Los_Angeles",
        "pdt": "America/Los_Angeles",
        "cst": "America/Chicago",
        "cdt": "America/Chicago",
        "cet": "Europe/Paris",
        "cest": "Europe/Paris",
        "bst": "Europe/London",
        "msk": "Europe/Moscow",
        "hst": "Pacific/Honolulu",
        "ist": "Asia/Kolkata",
    },
    "small_weekday": {"~sun": 7, "~sat": 6, "~mon": 1, "~wed": 3},
    # Months that are also names of people.
    "name_month": {"april": 4, "june": 6, "august": 8},
    "year_word": {"year": "year"},
    "week_word": {"week": "week"},
    "weekend_word": {"weekend": "weekend"},
    "day_only": {"day": "day"},
    "beside": {"after": 1, "following": 1, "before": -1},
    "after_word": {"after": 1, "following": 1, "from": 1, "before": -1},
    "part_later": {"earlier": "earlier", "later": "later"},
    "bc": {"bc": 1, "bce": 1},
    "ad": {"ad": 1, "ce": 1},
    "word_decade": {
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    # Before a bare year or a small word for a month these make it a date.
    "before_year": dict.fromkeys(
        "of during throughout through until till since from by for early late mid between before after around circa about to and or into within pre post".split(),
        1,
    ),
    "holder": dict.fromkeys("the a an its his her their our this that 's".split(), 1),
    # After a number these make it an amount.
    "counted": dict.fromkeys(
        "people men women children troops soldiers km kilometers kilometres kilometer miles mile meters metres feet yards dollars "
        "pounds euros yen won tons tonnes percent kg casualties dead deaths prisoners aircraft tanks ships vessels guns "
        "words votes points seats pages copies employees workers members delegates times degrees shares units vehicles refugees "
        "civilians officers students cars houses homes hectares acres square cubic metric million billion thousand hundred "
        "hours minutes seconds mb gb kb mhz hz rpm horsepower hp items others families persons victims protesters missiles pieces".split(),
        1,
    ),
}

_NAMED = {
    "new year 's day": "new_year", "new year 's eve": "new_year_eve", "new years day": "new_year", "new years eve": "new_year_eve",
    "christmas eve": "christmas_eve", "christmas day": "christmas", "christmas": "christmas", "boxing day": "boxing_day",
    "valentine 's day": "valentine", "halloween": "halloween", "easter sunday": "easter", "easter monday": "easter_monday",
    "good friday": "good_friday", "easter": "easter", "independence day": "independence_us", "thanksgiving day": "thanksgiving",
    "thanksgiving": "thanksgiving", "labor day": "labor_us", "memorial day": "memorial_us", "veterans day": "veterans_us",
    "columbus day": "columbus_us", "martin luther king day": "king_us", "presidents day": "presidents_us", "may day": "may_day",
    "black friday": "black_friday", "st patrick 's day": "st_patrick", "earth day": "earth_day", "april fools": "april_fools",
    "day of the sun": "day_of_the_sun", "day of the shining star": "day_of_the_shining_star", "liberation day": "liberation_day",
}  # fmt: skip

_YEAR = "( ,? ( of|in )? {year} !>{counted} | ,? ' {yy} | , juche {number} \\( {year} \\) )?"
_MONTH = "( {month:short_month} . | {month} )"
_DAY = "( {day} | {day:day_figure} )"
_BORN = "( {+day:day|day_figure|word_day} )"
_TO = "-|~|to|through|thru|until|till|til"
_ANY = "( {+date} | {+year} !>{counted} )"

CORE: tuple[Pattern, ...] = (
    # Day, month, year in the orders that people write.
    pattern(f"( {{weekday}} ,? on? the? )? {_DAY} ( day? of )? the? {_MONTH} {_YEAR}", "calendar"),
    pattern(f"( {{weekday}} ,? on? the? )? {{day:word_day}} ( day? of the? )? {_MONTH} {_YEAR}", "calendar"),
    pattern("( {weekday} ,? )? {day} -|/ {month} ( -|/ {year|yy} )?", "calendar", glued=True),
    pattern(f"( {{weekday}} ,? on? )? {_MONTH} the? {_DAY} {_YEAR}", "calendar"),
    pattern(f"{{month}} the? {{day:word_day}} !>{{unknown}} {_YEAR}", "calendar"),
    pattern("( {day} )? {month} ,? {year|number} {bc}", "calendar"),
    pattern("{month} {day} ,? {year|number} {bc}", "calendar"),
    pattern(f"{{weekday}} {{daypart}} ,? of? {_DAY} {{month}} {_YEAR}", "calendar"),
    pattern(f"{{weekday}} {{daypart}} ,? {{month}} {_DAY} {_YEAR}", "calendar"),
    pattern("{month} /|- {day} ( /|- {year|yy} )?", "calendar", glued=True),
    pattern(f"{_DAY} of? {{month:small_month}} ,? {{year}}", "calendar"),
    pattern(f"{{month:small_month}} {_DAY} ,? {{year}}", "calendar"),
    pattern("{month|small_month} ( .? ,? of? | -|/ ) {year} !>{counted}", "calendar"),
    pattern("{month} .? ' {yy}", "calendar"),
    pattern("{year} ,? {month|small_month} ( {day} )?", "calendar"),
    pattern("{year} -|/ {month} -|/ {day}", "calendar", glued=True),
    pattern("{weekday} ,? the? {day:day_figure}", "calendar"),
    pattern("{month:sure_month}", "calendar"),
    pattern("{month:name_month} !>{unknown}|'|.", "calendar"),
    pattern("<the|'s|a|this|same {month:name_month}", "calendar"),
    pattern("<{before_year}|in|{part}|{shift}|{part_noun}|-|on|,|\\( {month} !>'", "calendar"),
    pattern("{month} >{edge}", "calendar"),
    pattern("{month} . {day} ,? {year}", "calendar"),
    pattern("{shift} {month} !>{day}", "calendar"),
    pattern("<in|during|since|until {month:small_month}", "calendar"),
    pattern(f"( from|between )? {{+month}} -|/|to {{+month}} {_YEAR}", "range", how="lasting"),
    pattern("{shift} year 's {month}", "calendar", unit="year"),
    pattern("{month} ,? of? {shift} year", "calendar", unit="year"),
    pattern("{month} ,? of? the? that? {shift:hang} year", "calendar", unit="year", base="previous"),
    pattern("{month} ,? of? that year", "calendar", unit="year", shift=0, base="previous"),
    pattern(f"{{month}} {_DAY} ,? of? that year", "calendar", unit="year", shift=0, base="previous"),
    pattern(f"{_DAY} {{month}} ,? of? that year", "calendar", unit="year", shift=0, base="previous"),
    pattern("<on|since|until|till|by|from|before|after|of|and|to|{weekday} the {day:day_figure|word_day} !>{unknown}|{unit}|-|{month}|and|of|{daypart}|{ordinal}", "calendar"),
    pattern("<on the {day:day_figure} !>{unit}|-", "calendar"),
    pattern("{day|day_figure|word_day} of the? {shift} month", "calendar", unit="month"),
    pattern("{day|day_figure|word_day} of the? {shift:hang} month", "calendar", unit="month", base="previous"),
    pattern("{day:day_figure} of the? that|same month", "calendar", unit="month", shift=0, base="previous"),
    # Figures.
    pattern("{year} - {month_number} - {day}", "calendar", glued=True),
    pattern("{year} / {month_number} / {day}", "calendar", glued=True),
    pattern("{first:day|yy} / {second:day|yy} / {third:year|yy}", "numeric", glued=True),
    pattern("{first:day} - {second:day} - {third:year|yy}", "numeric", glued=True),
    pattern("{dotted}", "numeric"),
    pattern("{weekday} ,? {first:day|yy} / {second:day|yy} ( / {third:year|yy} )?", "numeric"),
    pattern("{weekday} ,? {year} - {month_number} - {day}", "calendar"),
    pattern("<on|by|until|till|since|from|to|before|after|and|{weekday}|{edge} {first:month_number|day} /|- {second:day} >{edge}|{unknown}|at|{clock}", "numeric", glued=True),
    pattern("<on|by|until|since|from|to|before|after|{weekday} {first:month_number|day} / {second:day}", "numeric", glued=True),
    pattern("<on|by|until|since|from|to|in|before|after|{edge} {month:month_number} / {year}", "calendar", glued=True),
    pattern("<{edge}|on|in|by|since|until {year} - {month:mm} >{edge}", "calendar", glued=True),
    # Years with their era; decades; centuries; fiscal years.
    pattern("{year|number} {bc}", "calendar"),
    pattern("{year|number} b . c .", "calendar", bc=1),
    pattern("{year|number} {ad}", "calendar"),
    pattern("{ad} {year|number}", "calendar"),
    pattern("{decade}", "calendar"),
    pattern("{hundreds}", "calendar"),
    pattern("' {short_decade}", "calendar"),
    pattern("<the|late|early|mid|-|and|to|{edge} {short_decade}", "calendar"),
    pattern("<the|late|early|mid|and|- {word_decade}", "calendar"),
    pattern("{number:nineteen} -? {word_decade}", "calendar"),
    pattern("decade of the {decade}", "calendar"),
    pattern("{century:ordinal} -? century ( {bc} )?", "calendar"),
    pattern("<{edge}|c|.|~|ca {century:number} c .? >{edge}|\\?", "calendar", glued=True),
    pattern("fiscal|financial year? {fiscal:year}", "calendar"),
    pattern("fy {fiscal:year|yy}", "calendar"),
    pattern("calendar|cy year? {year}", "calendar"),
    pattern("year {year}", "calendar"),
    pattern("year of {year}", "calendar"),
    # Quarters and seasons.
    pattern("q {quarter:month_number} ( -|, )? ( of? {year} | ' {yy} )?", "calendar"),
    pattern("{year} -? q {quarter:month_number}", "calendar", glued=True),
    pattern("h {half:month_number} ,? of? {year}", "calendar"),
    pattern("{quarter:ordinal} -? quarter|qtr ( ,? of? {year} )?", "calendar"),
    pattern("{quarter:ordinal} quarter of? the? {shift} year", "calendar", unit="year"),
    pattern("{season} ,? of? {year} !>{counted}", "calendar"),
    pattern("{season} ,? of? {year} -|/ {yy|year}", "calendar"),
    pattern("{year} {season}", "calendar"),
    pattern("{season} of that|the same? year", "calendar", unit="year", shift=0, base="context"),
    pattern("{season} of? {shift} year", "calendar", unit="year"),
    pattern("<the|that|in|by|during|since|until|early|late|mid|- {season:sure_season} !>of", "calendar"),
    pattern("the|that {season:sure_season} !>of", "calendar"),
    pattern("<in the fall !>of", "calendar", season=3),
    pattern("that same? {season}", "calendar", base="previous", shift=0),
    pattern("{shift:hang} {season}", "calendar", base="previous"),
    pattern("the next {season}", "calendar", base="previous", shift=1),
    pattern("{shift} {season}", "calendar"),
    pattern("{season:bare_season} >offensive|campaign|months", "calendar"),
    pattern("{shift:hang} {month}", "calendar", base="previous"),
    pattern("over|during|at|on the {unit:weekend_word} !>of", "calendar"),
    # Units counted from the anchor, or from the date before in the text.
    pattern("{shift} {unit:one_unit} !>-|of|in|on", "calendar"),
    pattern("{shift} {unit:one_unit} >in|on !>-", "calendar"),
    pattern("the {shift:hang} {unit:one_unit}", "calendar", base="previous"),
    pattern("{shift:hang} {unit:one_unit}", "calendar", base="previous"),
    pattern("( the|that|this )? very? same {unit:one_unit}", "calendar", base="previous", shift=0),
    pattern("that {unit:one_unit}", "calendar", base="previous", shift=0),
    pattern("the next {unit:one_unit}", "calendar", base="previous", shift=1),
    pattern("the {shift:hang} {daypart}", "calendar", base="previous", unit="day"),
    pattern("the next {daypart}", "calendar", base="previous", unit="day", shift=1),
    pattern("( the|that )? same {daypart}", "calendar", base="previous", unit="day", shift=0),
    pattern("that {daypart}", "calendar", base="previous", unit="day", shift=0),
    pattern("this {daypart}", "calendar", unit="day", shift=0),
    pattern("last {daypart}", "calendar", unit="day", shift=-1),
    pattern("next {daypart}", "calendar", unit="day", shift=1),
    pattern("tonight", "calendar", unit="day", shift=0, daypart="night"),
    pattern("{shift:day_word} ( {daypart} )?", "calendar", unit="day"),
    pattern("day before yesterday", "calendar", unit="day", shift=-2),
    pattern("day after tomorrow", "calendar", unit="day", shift=2),
    pattern("{unit:one_unit} after next", "calendar", shift=2),
    pattern("{unit:one_unit} before last", "calendar", shift=-2),
    pattern("{part:part_later} {shift} {unit:one_unit}", "calendar"),
    pattern("{part:part_later} that same? {unit:one_unit}", "calendar", base="previous", shift=0),
    pattern("{part:part_later} the same {unit:one_unit}", "calendar", base="previous", shift=0),
    pattern("{part:part_later} in|on the {unit:one_unit}", "calendar", base="previous", shift=0),
    pattern("{part:part_later} that {daypart}", "calendar", base="previous", unit="day", shift=0),
    pattern("the {unit:one_unit} !>of|beginning|starting|after|before|following", "calendar", "whole", base="context", shift=0),
    # Weekdays.
    pattern("{weekday:sure_weekday}", "calendar", "date weekday_node"),
    pattern("<{ordinal}|last {weekday} >of|in", "calendar", "date weekday_node"),
    pattern("<{edge} {weekday:weekday|small_weekday} .? >{edge}", "calendar"),
    pattern("<on|by|until|since|from|and|- {weekday}", "calendar"),
    pattern("{weekday} >{clock}|at|{hour}|{edge}", "calendar"),
    pattern("{shift} {weekday} !>of|in", "calendar"),
    pattern("{shift:hang} {weekday}", "calendar", base="previous"),
    pattern("that {weekday:sure_weekday}", "calendar", base="previous", shift=0),
    pattern("{weekday} ,? of? {shift} {unit:week_word}", "calendar"),
    pattern("{shift} {unit:week_word} ,? on? {weekday}", "calendar"),
    pattern("{weekday} of? the? {shift:hang} {unit:week_word}", "calendar", base="previous"),
    pattern("{weekday} ,? {day} !>{unknown}|:|{unit}|-|/|{meridiem}", "calendar"),
    pattern("{weekday} of that|the week", "calendar", unit="week", shift=0, base="context"),
    # Counts from a date.
    pattern("{count|number} {unit} ago", "offset", sign=-1),
    pattern("a? couple of? {unit} ago", "offset", sign=-1, count=2),
    pattern("a? {count:vague_count} {unit} ago", "offset", sign=-1),
    pattern("a? {count:vague_count} {unit} {sign:later}", "offset", base="previous"),
    pattern("a? {count:vague_count} {unit} {sign:earlier}", "offset", base="previous"),
    pattern("{unit:units} {sign:later|earlier}", "offset", count="X", base="previous"),
    pattern("( just|only )? {count|number} {unit} {sign:later}", "offset", base="previous"),
    pattern("( just|only )? {count|number} {unit} {sign:earlier}", "offset", "date relation", base="previous"),
    pattern("a? couple of? {unit} {sign:later}", "offset", base="previous", count=2),
    pattern("a? couple of? {unit} {sign:earlier}", "offset", base="previous", count=2),
    pattern("{count|number} {unit} from now", "offset", sign=1),
    pattern("in {count|number} more? {unit} !>'s|of", "offset", sign=1, way="in"),
    pattern("in a? couple of? {unit}", "offset", sign=1, count=2, way="in"),
    pattern("within|inside {count|number} {unit}", "duration", "duration"),
    # Stretches beside the anchor.
    pattern("{way:past_way} {count|number|vague_count}? {unit:units} !>of", "span"),
    pattern("{count|number} {way:past_way} {unit:units}", "span"),
    pattern("{way:past_way} couple of? {unit:units}", "span", count=2),
    pattern("{way:coming_way} {count|number|vague_count}? {unit:units} !>of", "span"),
    pattern("{count|number} {way:coming_way} {unit:units}", "span"),
    pattern("{way:coming_way} couple of? {unit:units}", "span", count=2),
    pattern("recent {unit:units}", "vague", "vague", when="past"),
    # Durations and repeated times.
    pattern("{count|number|vague_count} -? {unit} ( - old | old )?", "duration", "duration"),
    pattern("a? couple of? {unit}", "duration", "duration", count=2),
    pattern("{units}", "duration", "duration", count="X"),
    pattern("( every|each ) ( {unit} | {weekday} | {month} | {season} | {daypart} )", "set", "set"),
    pattern("every other {unit}", "set", "set", count=2),
    pattern("every {count|number} {unit}", "set", "set"),
    pattern("once|twice a|per {unit}", "set", "set"),
    pattern("{weekday:weekdays}", "set", "set"),
    # Clock.
    pattern("{hour} : {minute} ( : {second:minute} )?", "time", "clock"),
    pattern("{hour} : {minute} ( : {second:minute} )? {meridiem} ( {zone} )?", "time", "clock sure_clock"),
    pattern("{hour} : {minute} ( : {second:minute} )? {zone}", "time", "clock sure_clock"),
    pattern("{hour} {meridiem} ( {zone} )?", "time", "clock sure_clock"),
    pattern("{hour} o ' clock ( in the {daypart} | {meridiem} )?", "time", "clock sure_clock"),
    pattern("<at|around|about|by|from|until {hour} in the {daypart}", "time", "clock sure_clock"),
    pattern("{hour} oclock {meridiem}?", "time", "clock sure_clock"),
    pattern("{hour:dotted_time} {meridiem} ( {zone} )?", "time", "clock sure_clock"),
    pattern("{hour} h {minute}", "time", "clock", glued=True),
    pattern("{hour:noon} ( {zone} )?", "time", "clock sure_clock"),
    # Vague words, and words that are no date.
    pattern("now", "vague", "vague now", when="present"),
    pattern("currently|nowadays|presently|recently|lately|formerly", "vague", "vague", when="present"),
    pattern("at the time", "vague", "vague", when="past"),
    pattern("in the past|future", "vague", "vague", when="past"),
    pattern("at present", "vague", "vague", when="present"),
    pattern("right now", "vague", "vague now", when="present"),
    pattern("may be|also|have|not|i|we|he|she|they|you|it", "none", "other"),
    pattern("last|past|next|this but|name|resort|minute|ditch", "none", "other"),
    pattern("the sun|sat", "none", "other"),
    pattern("how about", "none", "other"),
    pattern("{sure_weekday} times|telegraph|mail|express|mirror|herald", "none", "other"),
    pattern("man friday", "none", "other"),
    pattern("{count} day|days war", "none", "other"),
)  # fmt: skip
CORE += tuple(pattern(f"{shape} ( ,? ( of|in )? {{year}} )?", "named", name=name) for shape, name in _NAMED.items())
CORE += tuple(pattern(f"{{shift}} {shape}", "named", name=name) for shape, name in _NAMED.items())

# Two days of one month, or two months or years written short.
_TWO_DAYS = (
    (f"from? the? {_BORN} {_TO} the? {_BORN} of? {{month}} .? {_YEAR}", "range", "lasting"),
    (f"between the? {_BORN} and the? {_BORN} of? {{month}} .? {_YEAR}", "range", "between"),
    (f"from? {{month}} .? {_BORN} {_TO} {_BORN} {_YEAR}", "range", "lasting"),
    (f"between {{month}} .? {_BORN} and {_BORN} {_YEAR}", "range", "between"),
    (f"{_BORN} ( , {_BORN} )? ( , {_BORN} )? ,? and|& {_BORN} of? {{month}} .? {_YEAR}", "list", "and"),
    (
        f"{{month}} .? {_BORN} ( , {_BORN} )? ( , {_BORN} )? ,? and|& {_BORN} !>{{counted}}|{{unknown}} {_YEAR}",
        "list",
        "and",
    ),
    (f"{{month}} .? {_BORN} and|& {_BORN} !>{{counted}} {_YEAR}", "list", "and"),
    (f"{_BORN} or {_BORN} of? {{month}} .? {_YEAR}", "list", "or"),
    (f"{{month}} .? {_BORN} or {_BORN} {_YEAR}", "list", "or"),
)
CORE += tuple(pattern(shape, meaning, how=how) for shape, meaning, how in _TWO_DAYS)
CORE += (
    pattern("{+year} -|/ {+yy} !>-", "range", how="lasting", glued=True),
    pattern("{+year} ( -|~ | to ) {+year} !>{counted}", "range", how="lasting"),
    pattern("{+year} or {+year} !>{counted}", "list", how="or"),
)

_OF = "-|in|of|on|during"
PART: tuple[Pattern, ...] = (
    pattern(f"very? {{part}} ( {_OF} )? the? {{+date|year|whole}}", "part"),
    pattern("{part:mid} - to - late {+date}", "part", part="mid_late"),
    pattern("very? {part:part_noun} of the? {+date|year|whole}", "part"),
    pattern("{part:part_noun} of? {unit:one_unit}", "part", "date", base="context", shift=0),
    pattern("{unit:one_unit} 's {part:part_noun}", "part", "date", base="context", shift=0),
    pattern("{part:half_word} half|part of the? {+date|year|whole}", "part"),
    pattern("{part} part of the? {+date|year|whole}", "part"),
    pattern("{nth:ordinal} {unit:one_unit} ( of|in|, ) the? {+date|year|whole}", "nth"),
    pattern("{nth:last} {unit:one_unit} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:ordinal} {+weekday_node} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:last} {+weekday_node} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:ordinal} {unit:one_unit} {+date}", "nth"),
    pattern("{nth:last} {unit:one_unit} {+date}", "nth"),
    pattern("{nth:ordinal|last} {+duration} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:ordinal} {nth_last:last} {unit:one_unit} of|in the? {+date|year|whole}", "nth"),
    pattern("{quarter:ordinal} quarter of the? {+date|year|whole}", "nth", unit="quarter"),
    pattern("{+duration} {sign:after_word} {+date|year}", "offset"),
    pattern("{+relation} the? {+date|year}", "offset"),
    pattern("{+duration} ,? starting|beginning|from on? {+date}", "stretch"),
    pattern("( from|between )? {+clock} -|to|and|until|till|through {+clock}", "time", "clock"),
    pattern("from|between {hour} -|to|and|until|till {+clock}", "time", "clock"),
    pattern("<the {unit:one_unit} {sign:beside} {+date|year}", "offset", count=1),
    pattern("weekend of {+date}", "nth", nth=0, unit="weekend"),
    pattern("week of|beginning|starting {+date}", "nth", nth=0, unit="week"),
    pattern("{+date} ( on )? {weekday}", "within"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+date} ,? ( early|late )? ( {daypart} )? ( ,? at|around|about|by|@|/ )? about? {+clock}", "time"),
    pattern("at? about? {+clock} ,? ( in the {daypart} )? ( of|on )? {+date} {daypart}?", "time"),
    pattern("( early|late )? {daypart} ,? of|on the? {+date}", "time"),
    pattern("{daypart} {+date}", "time"),
    pattern("{+date} ,? ( early|late|in the )? {daypart}", "time"),
    pattern("{+date} ,? {hour} - {hour} !>{unknown}|-|/", "time"),
    pattern("{+date} at|@ {hour} !>{unknown}|-|/|,|{unit}|and|{month}|or|.", "time"),
    pattern("{+sure_clock}", "time", "time"),
    pattern("<the {unit:day_only} {shift:beside} >.|,|{edge}|\\?", "calendar", base="previous"),
    pattern("<at|around|about|by|from|until|since|before|after|{edge} {+clock}", "time", "time"),
    pattern("about|around|circa|approximately|approx|roughly|~ .? {+date|year}", "about", qualifier="approximate"),
    pattern("c|ca .? {+date|year} \\??", "about", qualifier="approximate"),
    pattern("some time in {+date|year}", "about", qualifier="approximate"),
    pattern("perhaps|possibly|probably|maybe in? {+date|year}", "about", qualifier="uncertain"),
    pattern("{+date|year} approximately|approx|circa", "about", qualifier="approximate"),
    pattern("{+date|year} or so", "about", qualifier="approximate"),
    pattern("<{edge} {+date|year} \\? >{edge}", "about", qualifier="uncertain"),
    pattern("{+date|year} \\( uncertain \\)", "about", qualifier="uncertain"),
    pattern("uncertain : {+date|year}", "about", qualifier="uncertain"),
    pattern("{+date|year} guess", "about", qualifier="uncertain"),
)  # fmt: skip
JOIN: tuple[Pattern, ...] = (
    pattern(
        f"from {_ANY} ,? {_TO}|into|and|up to? ( well|about|around|the )? into? {_ANY} ( of|in {{year}} )? !>{{counted}}",
        "range",
        how="lasting",
    ),
    pattern(f"between {_ANY} and {_ANY} ( of|in {{year}} )?", "range", how="between"),
    pattern(f"{{+date}} {_TO} {_ANY}", "range", how="lasting"),
    pattern(f"{{+year}} {_TO} {{+date}}", "range", how="lasting"),
    pattern("{+date} , {+date} ,? and {+date}", "list", how="and"),
    pattern("{+date} and|& {+date}", "list", how="and"),
    pattern("<in|of|during {+year} and {+year}", "list", how="and"),
    pattern("{+date} or {+date}", "list", how="or"),
    pattern("between the? {+day:day_figure|word_day} and the? {+date}", "range", how="between"),
    pattern("from the? {+day:day_figure|word_day} to the? {+date}", "range", how="lasting"),
    pattern("beginning|starting on? {+date} and ending on? {+date}", "range", how="lasting"),
    pattern("from|between|since {+date|year} to|until|till|and|- date|{now}|present|today", "range", how="to_anchor"),
    pattern("{+date|year} to|until|till|- date|{now}|present", "range", how="to_anchor"),
    pattern("from|between {now} -|to|until|till|and {+date|year}", "range", how="from_anchor"),
)
_DATE = f"( on|in|at|the )? about? {_ANY}"
BOUND: tuple[Pattern, ...] = (
    pattern(f"until|till|til|through|thru {_DATE}", "bound", bound="until"),
    pattern(f"up to|until|till {_DATE}", "bound", bound="until"),
    pattern(f"ever? since {_DATE}", "bound", bound="since"),
    pattern(f"from {_ANY} ( on|onward|onwards )?", "bound", bound="from"),
    pattern("starting|beginning|effective ( on|in|from )? {+date}", "bound", bound="from"),
    pattern(f"as of {_ANY}", "bound", bound="from"),
    pattern(f"{_ANY} onward|onwards", "bound", bound="from"),
    pattern(f"by {_ANY}", "bound", bound="by"),
    pattern(f"no later than {_ANY}", "bound", bound="by"),
    pattern(f"before {_DATE}", "bound", bound="before"),
    pattern(f"prior|earlier to|than {_DATE}", "bound", bound="before"),
    pattern("pre -? {+year}", "bound", bound="before"),
    pattern(f"after|following {_DATE}", "bound", bound="after"),
    pattern(f"later than {_DATE}", "bound", bound="after"),
    pattern("post -? {+year}", "bound", bound="after"),
    # A bare year is a date only by its neighbours.
    pattern("in {year}", "calendar"),
    pattern("<{before_year}|{part} {year} !>{counted}", "calendar"),
    pattern("<{holder} {year} >{unknown} !>{counted}", "calendar"),
    pattern("<{edge}|: {year} >{edge}|,|\\?|:|;|\\(", "calendar"),
    pattern("<\\( {year} >\\)|,", "calendar"),
    pattern("<, {year} >,|\\)|.", "calendar"),
    pattern("<{edge}|.|,|;|and|so {year} >{year_verb}", "calendar"),
)  # fmt: skip

LANGUAGE = Language(
    code="en",
    spaced=True,
    words=WORDS,
    patterns={"core": CORE, "part": PART, "time": TIME, "join": JOIN, "bound": BOUND},
    numbers=_NUMBERS,
    numeral=numeral,
    samples=(
        "1st",
        "21st",
        "40th",
        "1970s",
        "1900s",
        "70s",
        "twenty-one",
        "two thousand",
        "twenty-first",
        "thirty-third",
        "8.30",
        "1.2.2003",
    ),
    capitals=frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "jan", "dec"}),
    ahead=(
        r"\b(?:will|would|shall|'ll|could|should|may|might|must|is to|are to|was to|were to|about to|due to|going to|set to|to)"
        r"(?:\s+(?:not|also|be|then|again|likely|soon))*\s+(?!the\b|a\b|an\b|their\b|his\b|its\b|her\b|our\b|[A-Z])\w+"
        r"|\b(?:plans?|planned|planning|set for|expected|expects?|due|scheduled|slated|hopes?|hoped|intends?|intended|wants?|ahead of|upcoming|"
        r"prepar\w+|aims?|aimed|arranged|propos\w+|calls? for|deadline|leaving|arriving|departing|heading)\b"
    ),
    back=(
        r"\b(?:had|did|been|went|came|met|held|took|made|said|told|began|left|gave|saw|fell|led|won|lost|sent|"
        r"found|got|became|kept|shot|rose|broke|flew|spoke|wrote|fought|fired|died|killed|(?!need|exceed|indeed|speed|feed|seed|breed|red\b|bed\b|hundred|sacred)\w{2,}ed)\b"
    ),
    aside=r"\b(?:had|previously|earlier|originally|formerly|once)\b",
    clause=r"[,;:()\[\]\"]|\s-+\s|[.!?](?=\s|\Z)|\n|\b(?:who|which|when|that|where|while|as|because|but|and|after|before|although|though|whose)\b",
    appeal=r"\b(?:subscribe|register|sign up|donate|order|download|click|buy|join us)\b",
    reporting=r"\b(?:said|says|told|reported|announced|added|according|quoted|confirmed|stated|noted|wrote)\b",
)
