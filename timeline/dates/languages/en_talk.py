"""English as it is spoken and jotted down: clock talk, short forms, weekdays counted off, named days of some year."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Pattern, pattern

_YEAR = "( ,? ( of|in )? {year} !>{counted} )?"
_HOUR = "( {hour} | {hour:word_hour} )"
# Named days by the words that stand for them; the tables of `calendars` know their days.
NAMED = {
    "xmas": "christmas", "xmas eve": "christmas_eve", "xmas day": "christmas", "new year 's": "new_year",
    "easter mon": "easter_monday", "palm sunday": "palm_sunday", "ash wednesday": "ash_wednesday", "maundy thursday": "maundy_thursday",
    "ascension day": "ascension", "pentecost": "pentecost", "whit sunday": "pentecost", "whit monday": "whit_monday",
    "trinity sunday": "trinity_sunday", "shrove tuesday": "shrove_tuesday", "pancake day": "shrove_tuesday", "corpus christi": "corpus_christi",
    "epiphany": "epiphany", "all saints day": "all_saints", "all saints ' day": "all_saints",
    "bastille day": "bastille", "guy fawkes night": "guy_fawkes", "armistice day": "armistice", "remembrance day": "armistice",
    "international women 's day": "womens_day", "valentines day": "valentine", "st patricks day": "st_patrick", "saint patrick 's day": "st_patrick",
    "st paddy 's day": "st_patrick", "saint paddy 's day": "st_patrick", "st . patrick 's day": "st_patrick", "april fool 's day": "april_fools",
    "mlk day": "king_us", "mlk jr . day": "king_us", "martin luther king jr . day": "king_us", "martin luther king 's day": "king_us",
    "president 's day": "presidents_us", "presidents ' day": "presidents_us", "labour day": "may_day", "workers day": "may_day",
    "workers ' day": "may_day", "veteran 's day": "veterans_us", "flag day": "flag_us", "juneteenth": "juneteenth_us",
    "mother 's day": "mothers_day", "father 's day": "fathers_day", "cyber monday": "cyber_monday", "election day": "election_us",
    "lunar new year": "seollal", "chinese new year": "seollal", "seollal": "seollal", "chuseok": "chuseok", "mid - autumn festival": "chuseok",
    "buddha 's birthday": "buddha_kr", "hangul day": "hangul", "tet": "seollal",
}  # fmt: skip

TALK_CORE: tuple[Pattern, ...] = (
    # Small letters and spelled days, where nothing but a date has that shape.
    pattern(f"{{day:word_day|day_figure}} of {{month:small_month}} {_YEAR}", "calendar"),
    pattern("{month:small_month} {day:word_day|day_figure} ,? {year}", "calendar"),
    pattern("<{edge} {month:small_month} {day:word_day|day_figure} >{edge}", "calendar"),
    pattern(f"{{weekday}} ,? {{month:small_month}} {{day:word_day|day_figure}} {_YEAR}", "calendar"),
    pattern("{month} {day:spelled_day} ,? {year}", "calendar"),
    pattern("{month} {day|day_figure} ( , {year} )? , {weekday} >{edge}|,|\\)|.|;", "calendar"),
    pattern("{month} {day|day_figure} ( ,? {year} )? \\( {weekday} .? \\)", "calendar"),
    pattern("{day} {month} ( ,? {year} )? ,? \\( {weekday} .? \\)", "calendar"),
    pattern("<on|by|until|since {day:day_figure} >{edge}|.|,|;|-|and", "calendar"),
    pattern("<on the {day} >{edge}|from|between", "calendar"),
    pattern("{year} - h {half:month_number}", "calendar", glued=True),
    pattern("h {half:month_number} {year}", "calendar"),
    pattern("<{edge}|in|by|since|until|of|from {month:month_number} - {year} >{edge}|.|,|;|\\)", "calendar", glued=True),
    pattern("week {iso_week:day|number} ,? of|in? {year}", "calendar"),
    # Years and weekends under other names.
    pattern("{shift} {unit:year_word}", "calendar", "date year_node"),
    pattern("{shift} fiscal|financial|calendar|academic|school|tax {unit:year_word}", "calendar", "date year_node"),
    pattern("{shift} week - end", "calendar", unit="weekend"),
    pattern("tonite", "calendar", unit="day", shift=0, daypart="night"),
    pattern("eom", "part", part="late", unit="month", base="context", shift=0),
    pattern("eoy", "part", part="late", unit="year", base="context", shift=0),
    # Counts that are put together, or of weekdays and working days.
    pattern("{count|number} {unit} and|, {more_count:count|number} {more_unit:unit} ago", "offset", sign=-1, base="today"),
    pattern("in {count|number} {unit} and|, {more_count:count|number} {more_unit:unit}", "offset", sign=1, way="in"),
    pattern("{count|number} {unit} and|, {more_count:count|number} {more_unit:unit} {sign:later|earlier}", "offset", base="previous"),
    pattern("half an hour {sign:later|earlier}", "offset", count=30, unit="minute", base="previous"),
    pattern("half an hour ago", "offset", count=30, unit="minute", sign=-1),
    pattern("in half an hour", "offset", count=30, unit="minute", sign=1, way="in"),
    pattern("{count|number} and a half {unit} ago", "offset", sign=-1, base="today", and_half=1),
    pattern("{count|number} and a half {unit} {sign:later|earlier}", "offset", base="previous", and_half=1),
    pattern("{count|number} {unit} and a half ago", "offset", sign=-1, base="today", and_half=1),
    pattern("a? pair of {unit} ago", "offset", sign=-1, count=2),
    pattern("in a pair of {unit}", "offset", sign=1, count=2, way="in"),
    pattern("in a? {count:vague_count} {unit}", "offset", sign=1, way="in"),
    pattern("{count|number} {weekday:weekdays|weekday} from now|today", "weekdays", sign=1),
    pattern("{count|number} {weekday:weekdays|weekday} hence", "weekdays", sign=1),
    pattern("{count|number} {weekday:weekdays|weekday} ago", "weekdays", sign=-1),
    pattern("{way:past_way|coming_way} {count|number|vague_count} business|working|work day|days", "span", unit="workday"),
    pattern("{count|number} business|working|work day|days ago", "offset", unit="workday", sign=-1),
    pattern("{count|number} business|working|work day|days from now", "offset", unit="workday", sign=1),
    pattern("in {count|number} business|working|work day|days", "offset", unit="workday", sign=1, way="in"),
    pattern("{count|number} business|working|work day|days {sign:later|earlier}", "offset", unit="workday", base="previous"),
    # Clock talk.
    pattern(f"half past {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=30),
    pattern(f"a? quarter past|after {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=15),
    pattern(f"a? quarter to|before|til {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=15, to_hour=1),
    pattern(f"{{minute|number}} minutes? past {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock"),
    pattern(f"{{minute|number}} minutes? to|before|til {_HOUR} {{meridiem}}", "time", "clock sure_clock", to_hour=1),
    pattern("{hour:word_hour} {minute|number} {meridiem}", "time", "clock sure_clock"),
    pattern("{hour:word_hour} {minute|number} {meridiem:letter_meridiem} m", "time", "clock sure_clock"),
    pattern("<at {hour:word_hour} {minute:number} !>{counted}|{unit}|{unknown}", "time", "clock sure_clock"),
    pattern("{hour:word_hour} {meridiem}", "time", "clock sure_clock"),
    pattern("{hour:word_hour} o ' clock ( in the {daypart} | {meridiem} )?", "time", "clock sure_clock"),
    pattern("{hour:word_hour} oclock ( in the {daypart} | {meridiem} )?", "time", "clock sure_clock"),
    pattern("<at|around|about|by|from|until {hour:word_hour} in the {daypart}", "time", "clock sure_clock"),
    pattern("{hour:compact_time} {meridiem}", "time", "clock sure_clock"),
    pattern("<at {hour:compact_time} in the {daypart}", "time", "clock sure_clock"),
    pattern("{hour} ish? {meridiem}", "time", "clock sure_clock"),
    pattern("<at {hour} : {minute} {meridiem:letter_meridiem} .?", "time", "clock sure_clock", glued=True),
    pattern("{hour} : {minute} {meridiem:letter_meridiem} !>{unknown}|-|'", "time", "clock sure_clock", glued=True),
    pattern("{hour} oclock {meridiem}", "time", "clock sure_clock"),
    pattern("{hour} in the {meridiem}", "time", "clock sure_clock"),
)  # fmt: skip
TALK_CORE += tuple(
    pattern(f"{shape} ( ,? ( of|in )? {{year}} )?", "named", "date named_node", name=name)
    for shape, name in NAMED.items()
)
TALK_CORE += tuple(pattern(f"{{shift}} {shape}", "named", name=name) for shape, name in NAMED.items())

TALK_PART: tuple[Pattern, ...] = (
    # "Thanksgiving of last year", "next year's Easter".
    pattern("{+named_node} ,? of? {+year_node}", "named_in"),
    pattern("{+year_node} 's {+named_node}", "named_in"),
    # "the Monday after Easter", "the third Tuesday after 5 May".
    pattern("{nth:ordinal}? {+weekday_node} {sign:after_word} {+date}", "weekdays"),
    pattern("{nth:ordinal} {+weekday_node} {daypart} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("for? {+duration} ,? from|starting|beginning on? {+date}", "stretch"),
    pattern("from {+date} for {+duration}", "stretch"),
    pattern("week starting|beginning|commencing on {+date}", "nth", nth=0, unit="week"),
)  # fmt: skip
