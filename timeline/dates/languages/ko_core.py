"""Korean: expressions that are dates by themselves."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Pattern, pattern

_ERA = "( {era} {era_year:number} 년 | {era} {era_year:first_year} )"
_OTHER_YEAR = f"{_ERA} | 서기|기원후 {{year:number}} 년 | {{year:early_year}} 년"
YEAR = f"( 지난|오는 )? ( {{year}} 년|년도 | {{yy}} 년 | {_OTHER_YEAR} )"
SURE_YEAR = f"( 지난|오는 )? ( {{year}} 년|년도 | {{yy:sure_yy}} 년 | {_OTHER_YEAR} )"
# Two figures alone: 98년 is a year; 50년 only where more says so ("50년의 역사").
_LONE_YEAR = (
    f"( {{year}} 년|년도 | ( {{yy:odd_yy}} | {{year:odd_early_year}} ) 년 !>을|를|의|째|만에|여|간|동안|{{row}}|역사|전통|세월 | {_ERA} | 서기|기원후 {{year:number}} 년 "
    "| {yy:sure_yy} 년 >에|부터|까지|이후|이래|이전|{about}|~|-|{edge}|{part}|{season} )"
)
MONTH, _DAY = "( {month:month_number} 월 | {month:month_name} )", "{day} 일"
_WEEKDAY = "( ,? {weekday} | \\( {weekday:weekday|weekday_sign} \\) )?"
NTH = "( {nth:number|nth_word} 번째|째 | {nth:nth_word} | {nth:last_one} )"
_SHIFTS = (("year_shift", "anchor"), ("year_hang", "previous"))

CORE: tuple[Pattern, ...] = (
    # Year, month, day.
    pattern(f"{YEAR} {MONTH} {_DAY} {_WEEKDAY}", "calendar"),
    pattern(f"{YEAR} {MONTH} !>간", "calendar"),
    pattern(f"{YEAR} {{month:month_number}} {{part:month_part}}", "part"),
    pattern(f"{_LONE_YEAR} !>{{back_or_on}}", "calendar"),
    pattern("지난|오는 {year} 년", "calendar"),
    pattern("지난|오는 {yy:odd_yy} 년", "calendar"),
    pattern("단기 {era_year:dangi_year} 년 ( \\( {year} 년? \\) )?", "calendar", era="단기"),
    pattern(f"단기 {{era_year:dangi_year}} 년 {MONTH} ( {_DAY} )?", "calendar", era="단기"),
    pattern(f"( {SURE_YEAR} )? 음력 {MONTH} ( {_DAY} )?", "named", name="lunar"),
    pattern(f"음력 {SURE_YEAR} {MONTH} ( {_DAY} )?", "named", name="lunar"),
    pattern(f"{YEAR} {{month:number}} 월", "calendar"),
    pattern(f"{MONTH} {{day:number}} 일 !>간|째", "calendar"),
    pattern("' {yy} . {month:month_number} . {day} .?", "calendar", glued=True),
    pattern("' {yy:sure_yy} 년? !>'|.|년|년대|{number}", "calendar"),
    pattern("{month:month_number} .|/ {day} .? \\( {weekday:weekday|weekday_sign} \\)", "calendar"),
    pattern(f"기원전|bc|bce {{year:number}} 년 ( {MONTH} ( {_DAY} )? )?", "calendar", bc=1),
    *(
        pattern(f"기원전|bc|bce {{year:number}} 년 의? {rest}", "calendar", bc=1)
        for rest in ("{season}", "{half:half_year}", "제? {quarter:number|of_four} 분기|사분기")
    ),
    pattern("기원전|bc|bce {year:number} {part:year_part}", "part", bc=1),
    # The mark stands once: 기원전 490년부터 479년까지, 기원전 490~479년.
    pattern("기원전|bc|bce {+year:number} 년? 부터|에서|~|- 기원전|bc|bce? {+year:number} 년 까지?", "range", how="lasting", mark="first"),
    pattern("기원전|bc|bce {+year:number} 년? ,|·|과|와 {+year:number} 년 !>간|{back_or_on}", "list", how="and", mark="first"),
    pattern("기원전 {+century:number} 세기? 부터|에서|~|- 기원전? {+century:number} 세기 까지?", "range", how="lasting", mark="first"),
    pattern("기원전 {+century:number} 세기? ,|·|과|와 {+century:number} 세기", "list", how="and", mark="first"),
    pattern(f"( {SURE_YEAR} | {{year}} ) {{part:year_part}}", "part"),
    pattern(f"주체|juche {{era_year:number}} 년? \\( {{year}} 년? \\) 년? ( {MONTH} ( {_DAY} )? )?", "calendar", era="주체"),
    pattern(f"주체 {{era_year:number}} 년 ( \\( {{year}} 년? \\) )? ( {MONTH} ( {_DAY} )? )?", "calendar", era="주체"),
    pattern(f"{MONTH} {_DAY} !>간 {_WEEKDAY}", "calendar"),
    pattern(f"{MONTH} !>간", "calendar"),
    pattern("{month:month_number} {part:month_part}", "part"),
    pattern(f"!<제|총|약|주|{{number}} {_DAY} !>{{row}}|씩|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern(f"오는|다가오는|돌아오는 {MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", coming=1),
    pattern("오는|다가오는|돌아오는 {season}", "calendar", coming=1),
    pattern(f"{{shift:next_one}} {MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar"),
    pattern(f"{{shift:next_one}} {_DAY} !>{{row}}|씩|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern("<{edge} {year} >{edge}", "calendar"),
    pattern("일본 {fiscal:year} 년? 회계연도", "calendar"),
    pattern("{year} 년? 회계연도", "calendar"),
    # In figures, largest unit first.
    pattern("{year} / {month:month_number} / {day}", "calendar", "date figures", glued=True),
    pattern("{year} - {month:month_number} - {day}", "calendar", "date figures", glued=True),
    pattern(f"{{year}} . {{month:month_number}} . {{day}} .? {_WEEKDAY}", "calendar"),
    pattern("{first:day} / {second:day} / {third:year}", "numeric", glued=True),
    pattern("{yy} / {month:mm} / {day:dd}", "calendar", "date figures", glued=True),
    pattern("!<.|- {yy} . {month:mm} . {day:dd} !>.", "calendar", "date figures", glued=True),
    pattern("{year} / {month:month_number} !>/|{number}", "calendar", glued=True),
    pattern("<{edge}|\\(|{unknown}|~|부터 {month:month_number} / {day} >{edge}|\\(|{unknown}|에|의|부터|~|까지", "calendar", glued=True),
    # Decades, centuries, quarters, halves, seasons.
    pattern("{decade:decade_year} 년대", "calendar", "date halved"),
    pattern("{hundreds:hundreds_year} 년대", "calendar"),
    pattern("{short_decade} 년대", "calendar", "date halved"),
    pattern("{era} {era_decade:short_decade} 년대", "calendar"),
    pattern("기원전 {century:number} 세기", "calendar", bc=1),
    pattern("지난? {century:number} 세기", "calendar"),
    pattern(f"{YEAR} 의? 제? {{quarter:number|of_four}} 분기|사분기", "calendar"),
    pattern("제? {quarter:number|of_four} 분기|사분기", "calendar"),
    pattern(f"{SURE_YEAR} 의? {{half:half_year}}", "calendar"),
    pattern("{half:half_year}", "calendar"),
    pattern(f"{SURE_YEAR} 의? {{season}}", "calendar"),
    pattern("{year} -|~ {number} 년? 겨울", "calendar", season=4),
    pattern("{shift:next_one} {season}", "calendar"),
    pattern("{shift:this_year} {season}", "calendar", unit="year"),
    pattern("{shift:this_year} {half:half_year}", "calendar", unit="year"),
    pattern("{shift:this_year} {quarter:number|of_four} 분기", "calendar", unit="year"),
    pattern("{shift:next_one} {half:half_year}", "calendar"),
    pattern("{shift:next_one} {quarter:number|of_four} 분기", "calendar"),
    pattern(f"{{shift:this_year}} {MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="year"),
    pattern("{shift:this_year} {part}", "part", unit="year"),
    pattern("{shift:this_year} 연말", "part", unit="year", part="late"),
    # A named day.
    pattern(f"( {SURE_YEAR} )? {{name:feast}}", "named", "date feast"),
    pattern("{shift:next_one} {name:feast}", "named", "date feast"),
    # Counted from the anchor, or from the date read before.
    *(pattern(f"{{shift:{word}}}", "calendar", "date year_word", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{month:month_number}} {{part:month_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {YEAR} {MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {{season}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {{half:half_year}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{quarter:number|of_four}} 분기", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{part:year_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    pattern("작년|지난해|전년 {same_period}", "offset", unit="year", count=1, sign=-1, base="previous", compare=1),
    pattern("작년|지난해|전년 동월|{same_month}", "offset", unit="year", count=1, sign=-1, base="previous", compare="month"),
    pattern("작년|지난해|전년 동분기|{same_quarter}", "offset", unit="year", count=1, sign=-1, base="previous", compare="quarter"),
    pattern("( {shift:quarter_hang} | {shift:ago} 분기 )", "calendar", unit="quarter", base="previous"),
    pattern("{shift:this_year} 들어", "calendar", unit="year"),
    pattern("{shift:this_year} {count:number} 해", "calendar", unit="year"),
    *(
        pattern(f"{{shift:{word}}} 의? ( {_DAY} {_WEEKDAY} )?", "calendar", unit="month", base=base)
        for word, base in (("month_shift", "anchor"), ("month_hang", "previous"))
    ),
    *(
        pattern(f"{{shift:{word}}} 의? {{weekday}}?", "calendar", unit="week", base=base)
        for word, base in (("week_shift", "anchor"), ("week_hang", "previous"))
    ),
    pattern("<{edge} 전주 >{edge}|{weekday}", "calendar", unit="week", shift=-1),
    pattern("전주 >보다|대비|{weekday}", "calendar", unit="week", shift=-1, base="context"),
    pattern("{shift:weekend_shift}", "calendar", unit="weekend"),
    pattern("!<{number}|{nth_word}|{last_one}|째|번째 주말", "calendar", unit="weekend", undecided=1),
    pattern("연내 에?", "calendar", unit="year", shift=0, part="later", base="context"),
    *(pattern(f"{words} 안|내 에?", "calendar", unit=unit, shift=0, part="later") for words, unit in (("올해|금년", "year"), ("이달|이번달", "month"), ("이번주|금주", "week"))),
    pattern("{part:week_part}", "part", unit="week", shift=0, base="context"),
    pattern("지난 연말", "part", unit="year", shift=-1, part="late"),
    pattern("오는|다가오는|이번 {part:year_part}", "part", unit="year", shift=0),
    pattern("새해 {nth_word} 날", "named", name="new_year"),
    pattern("{part:year_part}", "part", unit="year", shift=0, base="context"),
    pattern("{part:month_part}", "part", unit="month", shift=0, base="context"),
    pattern("{shift:next_one} 분기", "calendar", unit="quarter"),
    pattern("{shift:next_one} 세기", "calendar", unit="century"),
    pattern(f"{{shift:day_shift}} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="day"),
    pattern("{shift:day_hang}", "calendar", "date hung", unit="day", base="previous"),
    pattern("{shift:night_shift}", "calendar", unit="day", daypart="night"),
    pattern("{shift:this_day}", "calendar", unit="day", daypart="morning"),
    pattern("!<{number}|{nth_word}|{last_one}|째|번째 {weekday}", "calendar", "date weekday_node"),
    pattern("{shift:next_one} {weekday}", "calendar"),
    # The next words name the day ("하루 전인 14일"), or what is compared has its own time ("4월 물가는 1년 전보다").
    pattern("{count:days_word} {sign:ago} >인", "offset", unit="day", base="previous"),
    pattern("{count:number} 년 {sign:ago} >보다|대비", "offset", unit="year", base="previous", compare=1),
    pattern("{count:number} 년 {sign:ago} {same_period}", "offset", unit="year", base="previous", compare=1),
    pattern("{count:number} 년 {sign:ago} {same_month}", "offset", unit="year", base="previous", compare="month"),
    pattern(f"{{shift:number}} 년 {{sign:ago}} ( {MONTH} ( {_DAY} )? | {{season}} )", "calendar", unit="year", base="context"),
    pattern(f"{{shift:number}} 년 {{sign:later}} ( {MONTH} ( {_DAY} )? | {{season}} )", "calendar", unit="year", base="previous"),
    pattern("{sign:ago} 거래일", "offset", unit="workday", count=1, base="context"),
    pattern("직전 거래일", "offset", unit="workday", count=1, sign=-1, base="context"),
    pattern("다음 거래일", "offset", unit="workday", count=1, sign=1, base="previous"),
    pattern("{count:number} {unit:plain_unit} {sign:ago} 오늘", "offset", base="context", exact=1),
    pattern("앞으로|향후 {count:number} {unit} {sign:later}", "offset"),
    pattern("앞으로|향후 {count:days_word} {sign:later}", "offset", unit="day"),
    # "2주 뒤 수요일" goes on with the weekday.
    *(
        Pattern(f"{start} ( 여|정도|가량|남짓|가까이|{{about}} )? {{sign:{sign}}}", "offset", {"base": base} | unit, gives)
        for sign, base in (("ago", "context"), ("later", "later"))
        for start, gives, unit in (
            ("{count:number} 주|주일", "date counted week_count", {"unit": "week"}),
            ("{count:one_week}", "date counted week_count", {"unit": "week"}),
            ("{count:one_year}", "date counted", {"unit": "year"}),
            ("약? {count:number} 여? {unit}", "date counted", {}),
            ("{count:days_word}", "date counted", {"unit": "day"}),
        )
    ),
    # "발병 후 3일 이내에", "계약일부터 2주 안에": counted from something else.
    pattern("<부터|{later} {count:number|vague_count} {unit} 안|내|이내 에?", "duration", "duration"),
    pattern("<부터|{later} {count:days_word} 안|내|이내 에?", "duration", "duration", unit="day"),
    pattern("<부터|{later} {count:one_week} 안|내|이내 에?", "duration", "duration", unit="week"),
    pattern("<부터|{later} {count:number} 영업일 안|내|이내 에?", "duration", "duration", unit="workday"),
    pattern("{count:one_week} 안|내|이내 에?", "within_length", unless_back=1, unit="week"),
    pattern("지난|최근 {count:one_week} ( 간|동안 )?", "span", "duration", unit="week", way=-1),
    pattern("{count:one_week} ( 만에|째 )?", "duration", "duration", unit="week"),
    pattern("{count:one_week} 간|동안", "duration", "duration length", unit="week"),
    pattern("반년 ( 여|정도|가량|{about} )? {sign:back_or_on}", "offset", unit="month", count=6, base="context"),
    pattern("{count:number} {unit:halved_unit} 반 ( 여|정도|가량|{about} )? {sign:back_or_on}", "offset", and_half=1, base="context"),
    pattern("{count:number} 년 {more_count:number} 개월 ( 여|정도|가량|{about} )? {sign:back_or_on}", "offset", unit="year", more_unit="month", base="context"),
    pattern("{count:number} {unit:halved_unit} 반 안|내|이내 에?", "within_length", unless_back=1, and_half=1),
    pattern("{count:one_year} ( 만에|째|간|동안 )?", "duration", "duration", unit="year"),
    pattern("{count:one_year} {sign:ago} 오늘", "offset", unit="year", base="context", exact=1),
    pattern("며칠 {sign:back_or_on}", "offset", unit="day", count="X", base="context"),
    pattern("며칠 ( 간|동안|째 )?", "duration", "duration", unit="day", count="X"),
    pattern("{count:number} 영업일 {sign:ago}", "offset", unit="workday", base="context"),
    pattern("{count:number} 영업일 {sign:later}", "offset", unit="workday", base="previous"),
    pattern("{count:number} 영업일 안|내|이내 에?", "within_length", unless_back=1, unit="workday"),
    pattern("그로부터|그 {count:number} {unit} {sign:back_or_on}", "offset", base="previous"),
    pattern("그로부터|그 {count:days_word} {sign:back_or_on}", "offset", unit="day", base="previous"),
    pattern("그로부터|그 {count:one_week} {sign:back_or_on}", "offset", unit="week", base="previous"),
    pattern("지금|오늘 로|으로? 부터 {count:number} {unit} {sign:back_or_on}", "offset", base="context"),
    pattern("{count:vague_count} {unit} {sign:back_or_on}", "offset", base="context"),
    pattern("{day} ~|-|, {day} {unit} {sign:back_or_on}", "offset", count="X", base="context"),
    pattern("{day} ~|-|, {day} {unit:length_unit}", "duration", "duration", count="X"),
    pattern("{day} ~|- {day} {unit:plain_unit} ( 안|내|이내 에? | {row} )?", "duration", "duration", count="X"),
    pattern("{day} ~|-|, {day} {unit} ( 안|내|이내 에? | {row}|동안 )", "duration", "duration", count="X"),
    # Stretches beside the anchor, lengths and repeated times.
    pattern("{count:number|vague_count} {unit} 안|내|이내 에? !>{unknown}", "within_length", unless_back=1),
    pattern("{count:days_word} 안|내|이내 에? !>{unknown}", "within_length", unless_back=1, unit="day"),
    pattern("지난|최근 {count:days_word} ( 간|동안 )?", "span", "duration", way=-1, unit="day"),
    pattern("앞으로|향후|다음|다가오는|오는 {count:days_word} ( 간|동안 )?", "span", "duration", way=1, unit="day"),
    # As 지난달 and 다음 달 are whole months, so are 지난 두 달 and 다음 3년; "동안" counts from the day.
    pattern("지난 {count:number} {unit:plain_unit}", "span", "duration", way=-1, whole=1),
    pattern("다음 {count:number} {unit:plain_unit}", "span", "duration", way=1, whole=1),
    pattern("지난|최근|과거 {count:number|vague_count} {unit:long_unit} ( 간|동안 )?", "span", "duration", way=-1),
    pattern("지난|최근 {count:number} 일간|일 동안", "span", "duration", way=-1, unit="day"),
    pattern("최근 {count:number} 일", "span", "duration", way=-1, unit="day"),
    pattern("앞으로|향후|다음 {count:number|vague_count} {unit:long_unit} ( 간|동안 )?", "span", "duration", way=1),
    pattern("앞으로|향후|다음 {count:number} 일간|일 동안", "span", "duration", way=1, unit="day"),
    pattern("{count:number} {unit:length_unit}", "duration", "duration length"),
    pattern("{count:number} {unit} 간|동안", "duration", "duration length"),
    pattern("( 약|총|제 )? {count:number|vague_count} {unit:long_unit} 반? ( 여|가량|정도|만에|이내|이상|연속|째 )?", "duration", "duration"),
    pattern("{count:number|vague_count} {unit} {row}|여", "duration", "duration"),
    pattern("{count:stay} 간?", "duration", "duration", unit="day"),
    pattern("{count:vague_count} {unit} 간|동안", "duration", "duration"),
    pattern("{count:days_word} ( 만에|째|이내|연속 )?", "duration", "duration", unit="day"),
    pattern("{count:days_word} 간|동안", "duration", "duration length", unit="day"),
    pattern("반년", "duration", "duration", unit="month", count=6),
    pattern("{unit:every} {weekday}?", "set", "set"),
    pattern(f"{{unit:every}} {NTH} 주? {{weekday}}?", "set", "set"),
    pattern("!<{number} {weekday_sign} ~|-|·|, {weekday}", "set", "set"),
    # "일주일에 세 번", "하루 두 차례", "4년에 한 번": so often in each.
    pattern("{one_week} 에 {number} {unit}|{times}", "set", "set", unit="week"),
    pattern("{one_year} 에 {number} {times}", "set", "set", unit="year"),
    pattern("{count:days_word} 에? {number} {times}", "set", "set", unit="day"),
    pattern("{count:day} {unit:plain_unit} 에 {number} {times}", "set", "set"),
    *(pattern(f"!<{{number}}|{{nth_word}}|째|번째 {word} {{number}} {{times}}", "set", "set", unit=unit) for word, unit in (("주", "week"), ("월", "month"), ("연", "year"))),
    pattern("{weekday} 마다", "set", "set"),
    pattern(f"{{unit:every}} ( {MONTH} )? {_DAY}", "set", "set"),
    pattern(f"{{unit:every}} {MONTH}", "set", "set"),
    pattern("{count:number} {unit} 마다", "set", "set"),
    # The clock.
    pattern("{meridiem}? {hour} : {minute} ( : {second:minute} )? {meridiem}? {zone}?", "time", "clock"),
    pattern("{meridiem}? {hour} 시 ( {minute:number} 분 ( {second:number} {second_sign}|{second_sign} )? )? {about}?", "time", "clock"),
    pattern("{meridiem}? {hour} 시 반 {about}?", "time", "clock", minute=30),
    pattern("{hour} {meridiem}", "time", "clock"),
    pattern("{hour:noon} {about}?", "time", "clock"),
    # Vague words.
    pattern("현재|지금|오늘날", "vague", "vague now", when="present"),
    pattern("{when:vague}", "vague", "vague"),
    # No dates: an issue, a fraction.
    pattern("( {year} 년 )? {month_number} 월 호", "none", "other", glued=True),
    pattern("{number} 분의 {number}", "none", "other"),
    pattern("{no_date}", "none", "other"),
    pattern("{month_number} 월 혁명|유신|항쟁", "none", "other"),
)  # fmt: skip
