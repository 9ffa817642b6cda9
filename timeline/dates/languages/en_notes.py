"""English as it is jotted down: numbered weeks, figures side by side, weekdays beside a count, parts of an hour."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Pattern, pattern

_FIGURES = "{first:day} / {second:day}"
_FIGURES_TO = "{first_to:day} / {second_to:day}"
_TO = "-|to|until|till|through|thru"
_STOP = ">{edge}|.|,|;|to|-|until|for|at"
_WEEK = "week|wk {iso_week:day|number}"

CORE: tuple[Pattern, ...] = (
    # Weeks by number (ISO 8601); "Week 3" alone may be one of a season of sport.
    pattern(f"<the|{{edge}}|, {_WEEK} !>of|:|-", "calendar"),
    pattern(f"{_WEEK} ,? of? {{shift}} {{unit:year_word}}", "calendar"),
    pattern("{shift} workweek", "calendar", unit="workweek"),
    pattern("{shift} work|working|business week", "calendar", unit="workweek"),
    pattern("<for the ( full|whole|entire )? {unit:sum_unit} >{edge}|.|,|;|:", "calendar", shift=0, base="summed"),
    pattern("<in|for|during the {unit:span_unit|day_only} >{edge}|.|,|;|:|?|!", "calendar", shift=0, base="context"),
    # Figures side by side.
    pattern(f"from? {_FIGURES} / {{third:year|yy}} {_TO} {_FIGURES_TO} / {{third_to:year|yy}}", "figures_range"),
    pattern(f"from? {_FIGURES} {_TO} {_FIGURES_TO} / {{third_to:year|yy}}", "figures_range"),
    pattern(f"<{{edge}}|{{weekday}}|from|dates {_FIGURES} {_TO} {_FIGURES_TO} >{{edge}}|.|,|;|\\)", "figures_range"),
    pattern(f"from {{first:day}} - {{second:day}} - {{third:year}} {_TO} {{first_to:day}} - {{second_to:day}} - {{third_to:year}}", "figures_range"),
    pattern(f"{{shift}} {_FIGURES} !>/|of|{{unit}}", "numeric"),
    pattern(f"{{shift}}? {{weekday}} ,? {_FIGURES} ( / {{third:year|yy}} )?", "numeric"),
    pattern("{shift}? {weekday} \\( {month} ( -|. )? {day|day_figure} \\)", "calendar"),
    pattern("{shift}? {weekday} \\( {day|day_figure} -? {month} .? \\)", "calendar"),
    pattern(f"<for|{{edge}} {_FIGURES} >between|from|at|@", "numeric"),
    pattern("<on|{edge} {year} {month:mm} {day:dd} >{edge}|.|,|;", "calendar"),
    pattern("{compact_day}", "numeric"),
    # Small letters, where nothing but a date has that shape.
    pattern("<on|by|until|since|from|before|after {month:small_month} {day:word_day|day_figure} !>{unknown}", "calendar"),
    pattern(f"{{day:day_figure}} of? {{month:small_month}} {_STOP}", "calendar"),
    pattern("{weekday} the {day:word_day} !>{unknown}|{unit}|-|{month}|of|{ordinal}|{daypart}|{weekday}|{count}", "calendar"),
    pattern("{weekday} , the {day:word_day} >.|{edge}|?|!", "calendar"),
    # Weekdays beside a count: "a week on Tuesday", "Tuesday week", "two weeks from Friday".
    pattern("{weeks:count|number} {unit:week_unit} on|from {weekday} !>'s|{day}|{month}|{day_figure}", "weekdays", sign=1),
    pattern("{weekday:sure_weekday} {unit:week_unit} >{edge}|.|,|;|\\?|!|for|at|and|or|but|if|from|with|under|i|we", "weekdays", sign=1, weeks=1),
    pattern("!<for {count|number} {unit} from now|today", "offset", "date ahead_count", sign=1),
    pattern("in {count|number} {unit} >on|,|{edge} !>'s|of", "offset", "date ahead_count", sign=1, way="in"),
    pattern("in {count|number} {unit} '|'s time", "offset", "date ahead_count", sign=1),
    # Parts of an hour; what lies ahead within a length.
    pattern("in {top:day} / {bottom:day} of? an|a? hour|h|hr", "offset", sign=1, count=30, unit="minute"),
    pattern("in a? quarter of an hour", "offset", sign=1, count=15, unit="minute"),
    pattern("in three - quarters of an hour", "offset", sign=1, count=45, unit="minute"),
    pattern("within|inside the? {way:coming_way}? {count|number} {unit}", "within_length", "date within_length"),
    # Clocks with one letter, or none.
    pattern("<at {hour} {meridiem:letter_meridiem} >{edge}|.|,", "time", "clock sure_clock"),
    pattern("<at {hour} {minute} >{edge}|.|,", "time", "clock sure_clock"),
    pattern("<at|around|about|by|until|before|after|since {hour:year|compact_time} hours|hrs", "time", "clock sure_clock"),
    pattern("<at|around|about|by|until|before|after|since {hour} : {minute} hours|hrs", "time", "clock sure_clock"),
    pattern("( from|between )? {hour:dotted_time} -|to|and|until {hour_to:dotted_time|hour} {meridiem_to:meridiem}", "time", "clock sure_clock"),
)  # fmt: skip
PART: tuple[Pattern, ...] = (
    pattern("{+weekday_node} ,? {+ahead_count|ago_count}", "near_weekday"),
    pattern("{+ahead_count|ago_count} ,? on {+weekday_node}", "near_weekday"),
    pattern("{+named_node} weekend", "weekend_beside"),
    pattern("in? {+duration} from {+date}", "offset", exact=1, sign=1, ahead=1),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("between|from now|{now} and|to|until|till {+clock}", "time", "time"),
    pattern("{+week_node} .? ,? on {+weekday_node}", "within"),
    pattern("{+date} ,? {hour:word_hour} {minute:number} >{edge}|.|,", "time"),
)  # fmt: skip
