"""English: the words of dates."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.languages import Value
from timeline.dates.languages.en_numbers import CARDINALS, ORDINALS
from timeline.dates.languages.en_places import PLACES, ZONE_TIMES, ZONES

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_UNITS = "second minute hour day week fortnight weekend month quarter season year decade century".split()

_months: dict[str, Value] = {word: value for value, word in enumerate(_MONTHS, 1)}
_short_months: dict[str, Value] = {word[:3]: value for word, value in _months.items()} | {"sept": 9}
_weekdays: dict[str, Value] = {word: value for value, word in enumerate(_WEEKDAYS, 1)}
_short_weekdays: dict[str, Value] = {word[:3]: value for word, value in _weekdays.items()}
_short_weekdays |= {"tues": 2, "wednes": 3, "weds": 3, "thur": 4, "thurs": 4}
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
_short_units |= {"h": "hour", "wk": "week", "wks": "week", "mo": "month", "mos": "month", "qtr": "quarter"}

# What a bare year stands before in business news ("1988 sales rose").
_YEAR_NOUNS = "sales earnings profit profits revenue revenues results net exports imports deliveries output budget elections deficit pretax figures data statistics payrolls".split()
# What is bought for a month to come ("March crude rose").
_TRADED = "delivery futures contract contracts crude wheat corn soybeans gold silver copper coffee sugar cocoa cotton hogs cattle".split()

WORDS: dict[str, Mapping[str, Value]] = {
    "article": {"the": 1},
    "month": _months | _short_months,
    # Whole names that are months whatever stands beside them.
    "sure_month": {
        word: value for word, value in _months.items() if word not in ("march", "may", "april", "june", "august")
    },
    # "may" and "march" in small letters: only beside a day and a year.
    "small_month": {
        f"~{word}": value for word, value in (_months | _short_months).items() if word in ("may", "march", "mar")
    },
    "long_month": dict(_months),
    "weekday": _weekdays | _short_weekdays,
    "sure_weekday": _weekdays | {word: _short_weekdays[word] for word in ("tues", "weds", "thur", "thurs")},
    "weekdays": {f"{word}s": value for word, value in _weekdays.items()},
    "number": dict(CARDINALS),
    "spelled_day": {word: value for word, value in CARDINALS.items() if value <= 31},
    "word_hour": {word: value for word, value in CARDINALS.items() if value <= 12},
    "count": CARDINALS | {"a": 1, "an": 1, "couple": 2, "dozen": 12},
    "vague_count": dict.fromkeys("few several some many numerous various".split(), "X"),
    "ordinal": dict(ORDINALS),
    "word_day": {word: value for word, value in ORDINALS.items() if int(value) <= 31},
    "short_month": {word: value for word, value in _short_months.items() if word != "may"},
    "year_verb": dict.fromkeys("saw was marked brought witnessed became began ended has is had proved".split(), 1),
    "bare_season": {"summer": 2, "autumn": 3, "winter": 4, "spring": 1},
    "last": {"last": -1, "final": -1, "closing": -1, "penultimate": -2},
    "unit": {unit: unit for unit in _UNITS if unit != "second"}
    | _plural_units
    | _short_units
    | {"week-end": "weekend", "night": "day", "nights": "day"},
    "one_unit": {unit: unit for unit in _UNITS if unit not in ("second", "minute", "hour", "season")}
    | {"yr": "year", "wk": "week", "qtr": "quarter", "week-end": "weekend"},
    "sun_time": dict.fromkeys("dawn daybreak sunrise".split(), "morning")
    | dict.fromkeys("dusk sunset nightfall".split(), "evening"),
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
        "latter": 0,
        "following": 1,
        "ensuing": 1,
        "succeeding": 1,
        "subsequent": 1,
    },
    "past_way": {"past": -1, "last": -1, "previous": -1, "preceding": -1},
    "coming_way": {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1},
    "day_word": {"today": 0, "yesterday": -1, "tomorrow": 1, "todays": 0, "yesterdays": -1, "tomorrows": 1},
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
    "later": {"later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "hence": 1},
    "earlier": {"earlier": -1, "before": -1, "previously": -1, "beforehand": -1},
    "part": {"early": "early", "mid": "mid", "late": "late"},
    # The eras of Japan since 1868, also with the long vowel marked.
    "era": {
        "juche": "주체",
        "meiji": "Meiji",
        **dict.fromkeys(("taisho", "taishō"), "Taisho"),
        **dict.fromkeys(("showa", "shōwa"), "Showa"),
        "heisei": "Heisei",
        "reiwa": "Reiwa",
    },
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
    "letter_meridiem": {"a": "am", "p": "pm"},
    "noon": {"noon": 12, "midday": 12, "midnight": 0},
    "zone": ZONES,
    # After four figures ("1530 GMT"); other letters may be units.
    "wire_zone": {name: ZONES[name] for name in ("gmt", "utc", "est", "edt", "bst", "cet")},
    "sure_zone": {name: ZONES[name] for name in ("gmt", "utc")},
    # "Tuesday in Washington": the day is that of the place.
    "zone_place": PLACES,
    # "5:40 a.m. Pyongyang time".
    "zone_time": ZONE_TIMES,
    "small_monday": {"~mon": 1},
    "small_weekday": {"~sun": 7, "~sat": 6, "~mon": 1, "~wed": 3},
    # Months that are also names of people.
    "name_month": {"april": 4, "june": 6, "august": 8},
    "century_word": {"century": "century", "centuries": "century"},
    "year_word": {"year": "year"},
    # With a weekday these are papers: "The Sunday Times".
    "newspaper": dict.fromkeys("times telegraph mail express mirror herald".split(), 1),
    # Before a bare year ("Henry, born 1207").
    "life_word": {"born": 1, "died": 1, "est": 1},
    "mid_unit": {unit: unit for unit in ("week", "month", "year", "decade", "century")},
    # The last month of each quarter names it in business news.
    "quarter_month": {"march": 1, "june": 2, "september": 3, "december": 4},
    "span_unit": {unit: unit for unit in ("week", "month", "quarter", "year")},
    "month_quarter_year": {unit: unit for unit in ("month", "quarter", "year")},
    "sum_unit": {"month": "month", "year": "year"},
    "quarter_unit": {"quarter": "quarter"},
    # After "the quarter" these say which.
    "held": dict.fromkeys("of ended ending to that beginning starting before after in century final finals".split(), 1),
    "week_word": {"week": "week"},
    "week_unit": {"week": "week", "weeks": "week", "fortnight": "fortnight"},
    "weekend_word": {"weekend": "weekend", "week-end": "weekend"},
    "day_only": {"day": "day"},
    "day_only_plural": {"days": "day"},
    "beside": {"after": 1, "following": 1, "before": -1},
    "traded": dict.fromkeys(_TRADED, 1),
    "year_noun": dict.fromkeys(_YEAR_NOUNS, 1),
    # Nouns that patterns name, but that are as unknown as any other to the rest.
    "unknown": dict.fromkeys(
        (
            *_YEAR_NOUNS,
            *_TRADED,
            *"attack attacks terrorist hijackers election independent mail section sections chapter article paragraph clause page".split(),
            *"rising truce accord accords agreement conspiracy bombings crisis".split(),
            *ZONE_TIMES,
        ),
        1,
    ),
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
        "of during throughout through until till since from by for early late mid between before after around circa about to into within pre post beyond due".split(),
        1,
    ),
    "before_month": dict.fromkeys(
        "of during throughout through until till since from by for early late mid between before after around circa".split(),
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
# "Two to three weeks", but "the 1979-80 season".
WORDS["length_unit"] = {word: unit for word, unit in WORDS["unit"].items() if unit != "season"}
