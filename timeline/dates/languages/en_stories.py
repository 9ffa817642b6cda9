"""English: the patterns of running text, of news (years ago, quarters, names) and of histories (following years)."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Pattern, pattern

_DAY = "( {day} | {day:day_figure} )"
_MONTH = "( {month:short_month} . | {month} )"
# Words after a day that make it the name of what happened then.
_EVENT = "movement|incident|massacre|uprising|revolution|rebellion|manifesto"
# What is named by a holiday, but seldom happens on it alone.
_EVENT_OF_DAY = "offensive|rising|truce|campaign|accord|accords|agreement|conspiracy|bombings|crisis|war"
# What makes the day of 2001 out of "Sept. 11".
_ATTACKS = "attack|attacks|terrorist|hijackers"
# Words before a number that make it a place in a list or a book.
_PLACE = "pp|page|pages|line|lines|verse|verses|item|items|nos|room|rooms|lot|lots|resolution|resolutions|volume|model|flight|port|unit"

CORE: tuple[Pattern, ...] = (
    # A day or month of a year told by another: "17 May the following year", "July of the next year".
    *(
        pattern(f"{shape} ,? ( of|in )? {year} {{unit:year_word}}", "calendar", base="previous")
        for shape in (f"{_DAY} {_MONTH}", f"{_MONTH} {_DAY}", _MONTH)
        for year in ("the? {shift:hang}", "the {shift}")
    ),
    pattern("( {season} | {quarter:ordinal} quarter ) ,? ( of|in )? the {shift:hang|shift} {unit:year_word}", "calendar", base="previous"),
    pattern("( {month} | {season} | {quarter:ordinal} quarter ) of the {unit:year_word} after", "calendar", base="previous", shift=1),
    pattern("( {month} | {season} | {quarter:ordinal} quarter ) of the {unit:year_word} before", "calendar", base="previous", shift=-1),
    pattern("{season} ,? of the same {unit:year_word}", "calendar", base="previous", shift=0),
    pattern("{shift} {unit:year_word} 's ( {quarter:ordinal} -? quarter | {season} )", "calendar"),
    pattern("{year:possessive_year} ( {quarter:ordinal} -? quarter | {season} | {month} )", "calendar"),
    pattern("{quarter:ordinal} -? quarter ,? {shift} {unit:year_word}", "calendar"),
    # A year before what was just named: comparisons of business news.
    pattern("( the|a )? {unit:span_unit} - ago|earlier ( {compare:one_unit} | period )?", "offset", base="previous", count=1, sign=-1),
    pattern("the? same {one_unit} ( a year ago|before|earlier | of? last year )", "offset", base="previous", count=1, sign=-1, unit="year"),
    pattern("the? same period ( a year ago|before|earlier | of? last year )", "offset", base="previous", count=1, sign=-1, unit="year"),
    pattern("<from|than|over|with|against|of|to {count|number} {unit:year_word} {sign:earlier}", "offset", "date relation", base="previous", compare=1),
    pattern("{quarter:quarter_month} -? quarter", "calendar"),
    pattern("{+quarter:ordinal} ( , {+quarter:ordinal} )? ,? and {+quarter:ordinal} quarters ( ,? ( of|in )? {year} )?", "list", how="and"),
    pattern("{month} >'s", "calendar", near=1),
    pattern("{weekday} - the - {day:day_figure}", "calendar"),
    pattern("the past {unit:one_unit} !>'s", "span", way=-1, count=1),
    pattern("latest {unit:span_unit} !>of", "calendar", shift=-1),
    pattern("this past ( {weekday} | {season} | {month} )", "calendar", shift=-1),
    pattern("this past {unit:one_unit}", "calendar", shift=-1),
    pattern("this coming ( {weekday} | {season} | {month} )", "calendar", shift=1),
    pattern("this coming {unit:one_unit}", "calendar", shift=1),
    pattern("<the {unit:span_unit} {shift:beside} >.|,|;|{edge}|\\?|and|but|when", "calendar", base="previous"),
    pattern("the {unit:weekend_word} !>of|-|after|before", "calendar"),
    pattern("<in|during|throughout|over|by|until|since|through the fall !>of|in", "calendar", season=3),
    pattern("{+season} and|- {+season} ,? of? {year} !>{counted}", "list", how="and"),
    pattern("the {+season} and {+season}", "list", how="and"),
    pattern("<in|during|over|through|throughout {+season} and {+season}", "list", how="and"),
    pattern("<{holder} {year:odd_year} >{count}|offensive|campaign|season|{bare_season}", "calendar"),
    pattern(f"the? september|sept .? {{day:eleven}} >{_ATTACKS}", "event", "date modifier", event=2001, month=9, sure=1),
    pattern(f"{{month:nine}} / {{day:eleven}} >{_ATTACKS}", "event", "date modifier", glued=True, event=2001, month=9, sure=1),
    pattern("<since|of|post|pre|after|before|- {month:nine} / {day:eleven} !>/", "event", glued=True, event=2001, month=9),
    # "The Aug. 2 invasion": the day belongs to what happened, so that nothing counts from it.
    pattern(f"the {_MONTH} {_DAY} >{{unknown}}", "calendar", "date modifier"),
    pattern(f"the {_DAY} {_MONTH} >{{unknown}}", "calendar", "date modifier"),
    pattern("the {unit:span_unit} that|which followed", "calendar", base="previous", shift=1),
    pattern("that|same|this date !>in", "calendar", base="previous", unit="day", shift=0),
    pattern("{count|number} {unit} ago today|tonight", "offset", sign=-1, exact=1),
    pattern("{weekday:sure_weekday} {weeks:count|number} {unit:week_unit} ago", "weekdays", sign=-1),
    pattern("<{edge}|.|; {month} >saw|brought|witnessed|passed", "calendar"),
    pattern("{daypart} of the {day:day_figure} >{unknown}|and", "calendar"),
    pattern("early|small|wee|predawn morning? hours of the {day:day_figure} >{unknown}|and", "calendar", daypart="morning"),
    pattern("<by|until|till|since|to the {day:day_figure} >and", "calendar"),
    pattern("<by|until|till|since|to the {day_figure} and|& the? {day_figure} >{unknown}", "none", "other"),
    pattern("<throughout|during the {unit:span_unit} !>of|after|before|following|preceding|beginning|starting|ending|ended|to|'", "calendar", base="context", shift=0),
    pattern("{quarter:month_number} q ( {year} | ' {yy} )", "calendar"),
    pattern("{weeks:count|number} {unit:week_unit} ago on? {weekday:sure_weekday}", "weekdays", sign=-1),
    pattern("<in|for|during|from|of the {unit:quarter_unit} !>{held}", "calendar", base="previous", shift=0),
    pattern("!<{weekday} overnight >.|,|;|{edge}|by|in|on|at|from|to|and|as|after|when|with|into", "calendar", unit="day", shift=-1, daypart="night"),
    pattern("<by|in|at|until|till|since|before|after|, mid -? {daypart} !>{unknown}|{weekday}|on", "calendar", unit="day", shift=0),
    pattern("{count|number} {unit} ago this {compare:one_unit}", "offset", sign=-1),
    pattern("<by|until|till|before|after|since {daypart:sun_time} !>{weekday}|on|of|to", "calendar", unit="day", shift=0),
    pattern("<at {daypart:sun_time} !>{unknown}|{weekday}|on|of|to|and", "calendar", unit="day", shift=0),
    pattern("the {month:long_month} >{traded}", "calendar", shift=1),
    pattern("the {month:long_month} >{unknown} !>'", "calendar", near=1),
    pattern("{month:long_month} >{year_noun}", "calendar", near=1),
    pattern("!<in|since|during|by|last {month} >{traded}", "calendar", shift=1),
    pattern("{+month} - to|through - {+month}", "range", how="lasting"),
    pattern("{+month} and|or {+month:name_month} !>{day}|{year}", "list", how="and"),
    # "The 1988 third quarter, against the 1987 quarter": that of the year named.
    pattern("the? {year} {quarter:ordinal} -? quarter", "calendar"),
    pattern("the? {year} first half", "calendar", half=1),
    pattern("the? {year} second half", "calendar", half=2),
    pattern("<in|for|with|from|of|than|during|to the {like_year:year} quarter|period", "calendar", base="previous", unit="quarter"),
    # Years by their neighbours.
    pattern("{year:possessive_year}", "calendar"),
    pattern("years {+year} -|~|to|through|until {+year} !>{counted}", "range", how="lasting"),
    pattern("years {+year} and {+year} !>{counted}", "list", how="and"),
    pattern("<in|of|during|for|and|to {+year} , {+year} ( , {+year} )? ( , {+year} )? ( , {+year} )? ,? and {+year} !>{counted}", "list", how="and"),
    pattern("<in|of|since|the|class|early|late|mid|by ' {yy} !>'", "calendar"),
    # Days that are names.
    pattern(f"( {_MONTH} {_DAY} | {_DAY} {_MONTH} ) -? {_EVENT}", "none", "other"),
    pattern(f"{{month}} {{day:word_day}} -? {_EVENT}", "none", "other"),
    pattern(f"{{day_alone}} {_EVENT}|{_EVENT_OF_DAY}", "none", "other"),
    pattern("his|her|their|my|your|our|whose|its {part}? -? {short_decade|word_decade} ( ,? and|to|or {part}? {short_decade|word_decade} )*", "none", "other"),
    pattern("issn|isbn :? {year} - {year|number}", "none", "other"),
    pattern(f"{_PLACE} .? {{year}} ( ( ,|-|to|and|or )* {{year}} )*", "none", "other"),
    pattern("no|nr|p|vol|sec|art . {year}", "none", "other"),
    pattern("resolution|resolutions|res {year|number} \\( {year} \\)", "none", "other"),
    pattern("{round_year|number} to|-|and|or {round_year} >{counted}", "none", "other"),
    pattern("{day|year} {month} street|road|lane|court|avenue|square|drive|gardens|terrace", "none", "other"),
    pattern("the mail|independent|sun on sunday", "none", "other"),
    pattern("section|sections|chapter|article|paragraph|clause|page {number} / {number} ( / {number|year} )?", "none", "other"),
    pattern("usa today", "none", "other"),
    pattern("the today|yesterday|tomorrow >{unknown}", "none", "other"),
    pattern("mr|ms|mrs|dr|miss .? {weekday|month|season}", "none", "other"),
    pattern("<{edge}|.|, {sure_weekday} the {unknown}|{unknown} >,|'", "none", "other"),
    pattern("on|near|into|behind|beside|inside|outside the {season} >{unknown}", "none", "other"),
    pattern("bloody|palm|super|ruby|casual|fat|ash|maundy|holy|cyber|silver {weekday}", "none", "other"),
    pattern("black monday|tuesday|wednesday|thursday|saturday|sunday", "none", "other"),
    pattern("{sure_weekday} night|morning lights|fever|live|football", "none", "other"),
    pattern("early|small|wee|predawn ( morning )? hours >of|on", "none", "hours_of"),
    # Lengths that are no amounts of time, and words that are none.
    pattern("winter|living|close|all|hind|head|latin quarters", "none", "other"),
    pattern("his|her|their|crew quarters", "none", "other"),
    pattern("{count|number} -? day|days|year|years '? war", "none", "other"),
    pattern("some day|someday", "vague", "vague", when="future"),
)  # fmt: skip

PART: tuple[Pattern, ...] = (
    pattern("early -? to|or|and -? mid -? {+date|year}", "part", part="early_mid"),
    pattern("last|final|closing|dying {some_units}|{some_units} of the? {+date|year|whole}", "part", part="late"),
    pattern("early|first|opening {some_units}|{some_units} of the? {+date|year|whole}", "part", part="early"),
    pattern("{part} {some_units}|{some_units} of the? {+date|year|whole}", "part"),
    pattern("end - {+date|year}", "part", part="late"),
    # "By mid-August hunger drove them back": after a part even the month that may be a name is one.
    pattern("{part} - {+month} >{unknown}", "part"),
    pattern("year - end ,? of? {+date|year}", "part", part="late"),
    pattern("{unit:month_quarter_year} - end !>{year}", "part", part="late", base="context", shift=0),
    pattern("mid - {unit:span_unit} !>-", "part", part="mid", base="context", shift=0),
    pattern("midyear", "part", part="mid", unit="year", base="context", shift=0),
    pattern("midweek", "part", part="mid", unit="week", base="context", shift=0),
    pattern("<at|by|of|till end {+date|year}", "part", part="late"),
    pattern("{+duration} to the day {sign:after_word} {+date|year}", "offset", exact=1),
    pattern("exactly {+duration} {sign:after_word} {+date|year}", "offset", exact=1),
    pattern("as late|early|recently|recent as in? {+date|year} !>{counted}", "plain"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+weekday_node} 's {+clock}", "time"),
    pattern("{hours_of}|{hours_of} of|on the? {+date}", "time", daypart="morning"),
    pattern("dead of night on {+date}", "time", daypart="night"),
)  # fmt: skip
