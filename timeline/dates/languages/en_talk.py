"""English as it is spoken and jotted down: clock talk, short forms, weekdays counted off, named days of some year."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Pattern, pattern
from timeline.dates.languages.en_core import TO

_YEAR = "( ,? ( of|in )? {year} !>{counted} )?"
_BORN = "( {+day:day|day_figure|word_day} )"
_HOUR = "( {hour} | {hour:word_hour} )"
# What people ask for, arrange and wait for lies ahead: a sentence that begins with a bidding, "please", "let's",
# "are you free", "is on Friday", "how long until".
_BIDDING = (
    "remind|reschedule|send|buy|find|arrange|reserve|cancel|add|wake|bring|invite|meet|get|give|pick|come|join|create|organi[sz]e|postpone|notify"
    r"|(?:book|schedule|call|order|plan|check|visit|set|put|move|make|block|push|text|email|mark|turn|pay|start|keep|tell|have|deliver|try|ask|see)"
    r"(?= (?:up|off|out|me|us|my|an?|the|our|your|him|her|it|this|that|some|any|one|two|three|four|\d+)\b)"
)
ASKING = (
    rf"|\A(?:\s*(?=[A-Z])|(?=[a-z]))(?i:{_BIDDING})\b"
    r"|\b(?:[Pp]lease|[Pp]ls|[Ll]et'?s|[Ll]et us|[Cc]an (?:you|we|i|I)|(?:[Dd]o|[Aa]m|[Aa]re) (?:i|I|we|you) (?:have|free|available|busy)"
    r"|my (?:calendar|schedule|agenda|diary)|(?:you|i|I|we|everyone|'m|'re) (?:free|available|busy|off|out)|remind me|wake me"
    r"|(?:i|I)(?:'m| am) \w+ing|(?:[Ww]e|[Yy]ou)(?:'re| are) \w+ing|(?:i|I|[Ww]e) need|countdown"
    r"|by (?:the )?(?:close|end|start) of (?:business|play|the day|day)|EOD|COB)\b"
    r"|\b[Hh]ow (?:many \w+|long|far)(?: is it)?(?: to| until| till)?\s*\Z"
    r"|\b(?:[Ii]|[Ww]e|[Yy]ou|[Tt]hey|and|that) (?:leave|arrive|depart|return|fly|travel|move|start|begin)\b|\A\s*(?:leave|arrive|depart|return|fly|travel)\b"
    r"|(?<!\bday )(?<!\bdate )\b(?:is|are|(?:it|that|there|what|when|he|she|here)'s)(?: now| still)?(?: on| for| at)?(?: the)?\s*\Z"
)

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
    pattern("<on|{edge} the {day} >{edge}|from|between", "calendar"),
    pattern("{year} - h {half:month_number}", "calendar", glued=True),
    pattern("h {half:month_number} {year}", "calendar"),
    pattern("<{edge}|in|by|since|until|of|from {month:month_number} - {year} >{edge}|.|,|;|\\)", "calendar", glued=True),
    pattern("week {iso_week:day|number} ,? of|in? {year}", "calendar"),
    pattern("{year} -? w {iso_week:dd|day|number}", "calendar", glued=True),
    # Years and weekends under other names.
    pattern("{shift} {unit:year_word}", "calendar", "date year_node"),
    pattern("{shift} fiscal|financial|calendar|academic|school|tax {unit:year_word}", "calendar", "date year_node"),
    pattern("tonite", "calendar", unit="day", shift=0, daypart="night"),
    # What has passed of a unit, and what is left of it.
    pattern("the? {unit:span_unit} -? to -? date", "calendar", part="earlier", shift=0),
    pattern("ytd", "calendar", part="earlier", unit="year", shift=0),
    pattern("mtd", "calendar", part="earlier", unit="month", shift=0),
    pattern("rest|remainder of the|this {unit:one_unit} !>{year}|of|-", "calendar", base="context", part="later", shift=0),
    # The ends of a day, month and year in small talk.
    pattern("<by|before|at|until|{edge}|the eod|cob", "calendar", unit="day", shift=0),
    pattern("<the|at|by|before|{edge} bom >{edge}|.|,", "part", part="early", unit="month", base="context", shift=0),
    pattern("<the|at|by|before|{edge} boy >{edge}|.|,", "part", part="early", unit="year", base="context", shift=0),
    pattern("eom", "part", part="late", unit="month", base="context", shift=0),
    pattern("eoy", "part", part="late", unit="year", base="context", shift=0),
    # Days of a month, weekdays and months told from the anchor's.
    pattern(f"from? the? {_BORN} {TO} the? {_BORN} ,? of|in? the? {{shift}} month", "range", how="lasting", unit="month"),
    pattern(f"between the? {_BORN} and the? {_BORN} ,? of|in? the? {{shift}} month", "range", how="between", unit="month"),
    pattern("{shift} month ,? on? the {day:day_figure|word_day} !>{weekday}|{unit}|{month}", "calendar", unit="month"),
    pattern("{shift} ( {day|day_figure} of? {month} | {month} {day|day_figure} )", "calendar"),
    pattern("{weekday} after next", "weekdays", sign=1, count=2),
    pattern("{daypart} before last", "calendar", unit="day", shift=-2),
    pattern("{weekday} before last", "weekdays", sign=-1, count=2),
    pattern("{weeks:count|number} {unit:week_unit} ago {weekday}", "weekdays", sign=-1),
    pattern("{count|number} {unit} ago {beside:day_word}", "offset", sign=-1, base="today"),
    pattern("either? {+weekday} or|/ {+weekday} ( ,? of? {shift} {unit:week_word} )?", "list", how="or"),
    pattern("( from|between )? {+weekday} -|to|through|thru|until|till {+weekday} ,? of? {shift} {unit:week_word}", "range", how="lasting"),
    pattern("{+weekday} ( , {+weekday} )? ( , {+weekday} )? ( , {+weekday} )? ,? and|& {+weekday} ,? of? {shift} {unit:week_word}", "list", how="and"),
    pattern("happy {weekday}", "none", "other"),
    pattern("the last {unit:one_unit} >in", "calendar", "date last_unit", shift=-1),
    pattern("<{edge} last {unit:weekend_word} >in", "calendar", "date last_unit", shift=-1),
    # No one day is meant: "every second Tuesday", "the last Friday of every month", "on a Friday".
    pattern("every|each {ordinal} {weekday|unit}", "set", "set"),
    pattern("{weekday} - to|through - {weekday}", "set", "set"),
    pattern("the? {season} holidays|holiday|vacation|break ,? of? {year} !>{counted}", "calendar"),
    pattern("{ordinal|last} ( {weekday|unit} )? of each|every {unit}", "set", "set"),
    pattern("<on a {weekday:sure_weekday} !>{unknown}|{daypart}|in|of", "set", "set"),
    pattern("<on a {weekday:sure_weekday} >in|of", "vague", "vague", when="past"),
    pattern("the? {season} solstice|equinox", "none", "other"),
    pattern("{count|number} {unit} before >my|his|her|their|our|your|its", "duration", "duration"),
    pattern("<{edge} the? {day:day_figure|word_day} >{edge}|at", "calendar"),
    pattern("<for|about|around|till the {day:day_figure} >at|{edge}|.|,|;|but|and|or|\\?|!", "calendar"),
    pattern("<{edge}|on|for|this|next|until|by|from|- {weekday:small_weekday} ,? the? {day:day_figure}", "calendar"),
    pattern("<{edge} {month:small_month} >{edge}", "calendar"),
    pattern("( {month:small_month} {day} | {day|day_figure} {month:small_month} ) >{edge}|.|,|;|\\?|!|at|from|to|-|through", "calendar"),
    pattern("{month} -|/ {year} -|/ {day}", "calendar", glued=True),
    pattern("{year} -|/ {day} -|/ {month}", "calendar", glued=True),
    pattern("{year} - {month_number} - {day} t {hour} : {minute} ( : {second:minute} )? z?", "calendar", glued=True),
    pattern("{day|day_figure|word_day} of the month", "calendar", base="context", unit="month", shift=0),
    pattern("<on|{edge} the? {+day:day_figure} and|or|& the? {+day:day_figure} !>{unit}|{unknown}|of|{month}|{daypart}|-", "list", how="and"),
    pattern("from? {+year} to {+yy} >{edge}|.|,|;|\\)", "range", how="lasting"),
    pattern("{month} {year:possessive_year}", "calendar"),
    pattern("<{edge} {shift} {weekday:small_weekday} >{edge}", "calendar"),
    pattern("{shift} {weekday:small_weekday} >{daypart}", "calendar"),
    pattern("{shift} {weekday:small_weekday} ( at|@ )? {hour} ( : {minute} )? {meridiem}", "calendar"),
    pattern("{shift} {weekday:small_weekday} at|@ ( {hour} : {minute} | {hour:noon} )", "calendar"),
    pattern("<on|by|for {weekday:small_weekday} >{edge}|at|@|{clock}|{daypart}", "calendar"),
    pattern("<{edge} {weekday:small_weekday} >{daypart}|{clock}|{hour}", "calendar"),
    pattern("the|this? coming|upcoming {unit:weekend_word}", "calendar", shift=0),
    pattern("the past {unit:weekend_word}", "calendar", shift=-1),
    pattern("{+shift} and|& {+shift} {unit:one_unit}", "list", how="and"),
    pattern("{+shift} or {+shift} {unit:one_unit}", "list", how="or"),
    pattern("<of {season:sure_season} >{edge}|.|,|;|\\?", "calendar"),
    pattern("{unit:span_unit} - end !>{year}", "part", part="late", base="context", shift=0),
    pattern("<by|at|before|until|since|{edge} {unit:span_unit} end >{edge}|.|,|;", "part", part="late", base="context", shift=0),
    pattern("mid - {unit:span_unit} >{edge}|.|,|;", "part", part="mid", base="context", shift=0),
    pattern("<the|{edge}|within {way:past_way|coming_way} {unit:clock_unit} !>of|{unknown}|-", "span", count=1),
    pattern("a? {count:vague_count} {unit} from now|today", "offset", sign=1),
    pattern("the other day|night|week", "vague", "vague", when="past"),
    pattern("{count}|{number} times a|per {unit}", "set", "set"),
    # Counts that are put together, or of weekdays and working days.
    pattern("{count|number} {unit} and|,? {more_count:count|number} {more_unit:unit} ago", "offset", sign=-1, base="today"),
    pattern("{count|number} {unit} and|,? {more_count:count|number} {more_unit:unit} from now|today", "offset", sign=1),
    pattern("in about|around|roughly|just|only|another|under|over {count|number} more? {unit} !>'s|of|-|from", "offset", sign=1, way="in"),
    pattern("in {count|number} and a half {unit}", "offset", sign=1, way="in", and_half=1),
    pattern("in {count|number} {unit} and a half", "offset", sign=1, way="in", and_half=1),
    pattern("half a|an {unit} ago", "offset", sign=-1, base="today", count=0, and_half=1),
    pattern("half a|an {unit} from now|today", "offset", sign=1, count=0, and_half=1),
    pattern("in half a|an {unit} !>of|-|'s", "offset", sign=1, way="in", count=0, and_half=1),
    pattern("half a|an {unit} {sign:later|earlier}", "offset", base="previous", count=0, and_half=1),
    pattern("!<for|after|of|the|in|every {count|number} {unit:week_unit} {beside:day_word} >{edge}|.|,|\\?|!", "offset", sign=1),
    pattern("in {count|number} {unit} and|, {more_count:count|number} {more_unit:unit}", "offset", sign=1, way="in"),
    pattern("{count|number} {unit} and|, {more_count:count|number} {more_unit:unit} {sign:later|earlier}", "offset", base="previous"),
    pattern("{count|number} and a half {unit} ago", "offset", sign=-1, base="today", and_half=1),
    pattern("{count|number} and a half {unit} {sign:later|earlier}", "offset", base="previous", and_half=1),
    pattern("{count|number} {unit} and a half ago", "offset", sign=-1, base="today", and_half=1),
    pattern("a? pair of {unit} ago", "offset", sign=-1, count=2),
    pattern("a? couple of? {unit} from now|today", "offset", sign=1, count=2),
    pattern("in a pair of {unit}", "offset", sign=1, count=2, way="in"),
    pattern("in a? {count:vague_count} {unit}", "offset", sign=1, way="in"),
    pattern("{count|number} {weekday:weekdays|weekday} from now|today", "weekdays", sign=1),
    pattern("{count|number} {weekday:weekdays|weekday} hence", "weekdays", sign=1),
    pattern("{count|number} {weekday:weekdays|weekday} ago", "weekdays", sign=-1),
    pattern("{way:past_way|coming_way} {count|number|vague_count} business|working|work day|days", "span", unit="workday"),
    pattern("{count|number} business|working|work day|days ago", "offset", unit="workday", sign=-1),
    pattern("{count|number} business|working|work day|days from now|today", "offset", unit="workday", sign=1),
    pattern("in {count|number} business|working|work day|days", "offset", unit="workday", sign=1, way="in"),
    pattern("{count|number} business|working|work day|days {sign:later|earlier}", "offset", unit="workday", base="previous"),
    # Counts that are not said exactly.
    pattern("{count|number} {unit} or so ago", "offset", sign=-1),
    pattern("a|an {unit} or two|three|so ago", "offset", sign=-1, count="X"),
    pattern("in a|an {unit} or two|three", "offset", sign=1, count="X"),
    pattern("{number}|{count} -|or|to {number}|{count} {unit} ago", "offset", sign=-1, count="X"),
    pattern("in {number}|{count} -|or|to {number}|{count} {unit}", "offset", sign=1, count="X"),
    pattern("{number}|{count} -|or|to {number}|{count} {unit:length_unit}", "duration", "duration", count="X"),
    pattern("{year} season", "calendar"),
    # Clock talk.
    pattern("( from|between )? {hour} : {minute} - {hour_to:hour} : {minute_to:minute}", "time", "clock"),
    pattern(f"half past {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=30),
    pattern(f"a? quarter past|after {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=15),
    pattern(f"a? quarter to|before|til {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock", minute=15, to_hour=1),
    pattern(f"{{minute|number}} minutes? past {_HOUR} ( {{meridiem}} | in the {{daypart}} )?", "time", "clock sure_clock"),
    pattern(f"!<from {{minute|number}} minutes? to|before|til {_HOUR} {{meridiem}}", "time", "clock sure_clock", to_hour=1),
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

TALK_PART: tuple[Pattern, ...] = (
    # "Thanksgiving of last year", "next year's Easter".
    pattern("{+named_node} ,? of? {+year_node}", "named_in"),
    pattern("{+year_node} 's {+named_node}", "named_in"),
    pattern("{+last_unit} in the? {+date}", "nth", nth=-1),
    pattern("{+last_weekday} in the? {+date|year|whole}", "nth", nth=-1),
    # "Thanksgiving in a year", "March two years ago", "the Monday closest to 5 October".
    pattern("{+named_node|month} ,? {+ahead_count|ago_count}", "named_in"),
    pattern("{+weekday_node|named_node} closest|nearest to {+date}", "nearest"),
    pattern("closest|nearest {+weekday_node|named_node} to {+date}", "nearest"),
    pattern("{part_noun} of the? day|{whole} ,? on? {+date}", "plain"),
    # "the Monday after Easter", "the third Tuesday after 5 May".
    pattern("{nth:ordinal}? {+weekday_node} {sign:after_word} !>{weekday_node} {+date}", "weekdays"),
    pattern("{nth:ordinal} {+weekday_node} {daypart} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("for? {+duration} ,? from|starting|beginning on? {+date}", "stretch"),
    pattern("from|starting|beginning on? {+date} ,? for {+duration}", "stretch"),
    pattern("w / c|b {+date}", "nth", nth=0, unit="week"),
    pattern("{+named_node} week", "nth", nth=0, unit="week"),
    pattern("{nth:ordinal} -? to|from -? {nth_last:last} {unit:one_unit} of|in the? {+date|year|whole}", "nth"),
)  # fmt: skip
