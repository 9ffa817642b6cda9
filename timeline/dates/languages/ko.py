"""Korean: the words of dates and the patterns they stand in."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates.languages import Fields, Language, Pattern, Value, pattern

_SINO = {sign: value for value, sign in enumerate("영일이삼사오육칠팔구")} | {"공": 0, "유": 6, "시": 10}
_PLACES = {"십": 10, "백": 100, "천": 1000}
_NATIVE = dict(zip("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), range(1, 13), strict=True))
_FIRSTS = {"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5}
# One-syllable words that begin many others (초청, 말레이시아, 경찰, 전국, 후보): only at the end of a word.
_PARTS = {"초": "early", "초쯤": "early", "말": "late", "말쯤": "late", "말께": "late", "초께": "early"}
_ABOUT = ("경", "쯤", "께", "무렵", "즈음", "전후")
_BEFORE_AFTER = {"전": -1, "후": 1, "뒤": 1}
_THIS = ("올",)
# Marks a sample, so that it is no word of the text by itself (한 is a number only before a counter).
_SAMPLE = "\0"
_PARTICLE = (
    "에|의|에는|에도|에만|에서|부터|까지|까지는|부터는|이전|이후|쯤|경|께|인|만|은|는|이|과|와|엔|로|도|이나|무렵|보다"
)
_END = rf"(?=(?:{_PARTICLE})?(?:[^가-힣]|\Z))"
_WORD_START = r"(?<![가-힣])"
_AFTER_DAYPART = r"(?:(?<![가-힣])|(?<=오전)|(?<=오후)|(?<=저녁)|(?<=아침)|(?<=새벽)|(?<=밤))"
_SINO_UNIT = r"(?:년|월|주|분|초|일|개월|시간|세기)"
_NUMBERS = "|".join(
    [
        r"\d+",
        rf"{_AFTER_DAYPART}[일이삼사오육칠팔구십백천영공]{{2,12}}(?= ?{_SINO_UNIT})",
        rf"{_WORD_START}(?:십일|십이|[일이삼사오유칠팔구시])(?=월(?:{_PARTICLE})?(?:[^가-힣]|\Z))",
        rf"{_WORD_START}[일이삼사오육칠팔구십](?={_SINO_UNIT}(?:내|안|간|전|후|뒤|이내|동안|반|{_PARTICLE})?(?:[^가-힣]|\Z))",
        rf"{_AFTER_DAYPART}(?:열한|열두|다섯|여섯|일곱|여덟|아홉|열|한|두|세|네)(?= ?(?:달|시간|시|주일|주|해|번째|번쨰))",
        rf"{_WORD_START}(?:첫|첫째|둘째|셋째|넷째|다섯째)(?= ?(?:번째|째|주|날|달|월요일|화요일|수요일|목요일|금요일|토요일|일요일))",
        rf"(?:{'|'.join(sorted([*_PARTS, *_ABOUT, *_BEFORE_AFTER], key=len, reverse=True))}){_END}",
        rf"{_WORD_START}올(?= ?(?:\d|봄|여름|가을|겨울|상반기|하반기|초|말|연말))",
    ]
)


def numeral(written: str) -> Fields:
    """Sino-Korean and native numbers, and the one-syllable words that count only at the end of a word."""
    written = written.removeprefix(_SAMPLE)
    if written == "초":
        return {"part": "early", "unit": "second", "long_unit": "second", "second_sign": 1}
    if written in _PARTS:
        return {"part": _PARTS[written]}
    if written in _ABOUT:
        return {"about": 1, "unsure_after": 1} if written == "전후" else {"about": 1}
    if written in _BEFORE_AFTER:
        sign = _BEFORE_AFTER[written]
        return {"back_or_on": sign, "ago" if sign < 0 else "later": sign}
    if written in _THIS:
        return {"this_year": 0}
    if written in _FIRSTS:
        return {"nth_word": _FIRSTS[written]}
    return _number(written)


def _number(written: str) -> Fields:
    if len(written) > 12:
        return {}
    if re.fullmatch(r"[0-9]+", written):
        return _figures(written) if len(written) <= 4 else {}
    value = _NATIVE.get(written) or _sino(written)
    if value is None:
        return {}
    tests = (
        ("number", 1 <= value <= 9999),
        ("count", 1 <= value <= 9999),
        ("year", 1000 <= value <= 2999),
        ("day", 1 <= value <= 31),
        ("month_number", 1 <= value <= 12),
        ("hour", value <= 24),
    )
    return {name: value for name, fits in tests if fits}


def _figures(written: str) -> Fields:
    """Years of two figures that are no length, and decades."""
    value = int(written)
    found: Fields = {"sure_yy": value} if len(written) == 2 and (value >= 40 or written[0] == "0") else {}
    if 1000 <= value <= 2990 and value % 10 == 0:
        found["hundreds_year" if value % 100 == 0 else "decade_year"] = value
    elif value < 100 and value % 10 == 0 and value:
        found["short_decade"] = value
    return found


def _sino(written: str) -> int | None:
    if not set(written) <= set(_SINO) | set(_PLACES):
        return None
    if not set(written) & set(_PLACES):
        return int("".join(str(_SINO[sign]) for sign in written)) if len(written) <= 4 else None
    total, last = 0, 0
    for sign in written:
        if sign in _PLACES:
            total, last = total + (last or 1) * _PLACES[sign], 0
        else:
            last = _SINO[sign]
    return total + last


_WEEKDAYS = "월화수목금토일"
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}


def _spaced(words: Mapping[str, Value]) -> dict[str, Value]:
    """The same words also without the space inside."""
    return {form: value for word, value in words.items() for form in (word, word.replace(" ", ""))}


WORDS: dict[str, Mapping[str, Value]] = {
    "era": {"메이지": "메이지", "다이쇼": "다이쇼", "쇼와": "쇼와", "헤이세이": "헤이세이", "레이와": "레이와"},
    "weekday": {f"{sign}요일": number for number, sign in enumerate(_WEEKDAYS, 1)},
    "weekday_sign": {sign: number for number, sign in enumerate(_WEEKDAYS, 1)},
    "year_shift": _spaced({"재작년": -2, "지지난해": -2, "작년": -1, "지난 해": -1, "올해": 0, "금년": 0, "내년": 1, "내후년": 2, "후년": 2}),
    "year_hang": _spaced({"전년": -1, "전해": -1, "같은 해": 0, "그 해": 0, "이 해": 0, "당해": 0, "동년": 0, "이듬해": 1, "다음 해": 1, "다음해": 1, "익년": 1}),
    "month_shift": _spaced({"지지난달": -2, "지난 달": -1, "저번 달": -1, "이번 달": 0, "이 달": 0, "금월": 0, "다음 달": 1, "내달": 1, "다다음 달": 2}),
    "month_hang": _spaced({"같은 달": 0, "그 달": 0, "동월": 0, "이듬달": 1}),
    "week_shift": _spaced({"지지난 주": -2, "지난 주": -1, "저번 주": -1, "이번 주": 0, "금주": 0, "다음 주": 1, "내주": 1, "차주": 1, "다다음 주": 2}),
    "week_hang": _spaced({"같은 주": 0, "그 주": 0}),
    "weekend_shift": _spaced({"지난 주말": -1, "이번 주말": 0, "다음 주말": 1, "오는 주말": 1}),
    "day_shift": {
        "그끄저께": -3, "그저께": -2, "그제": -2, "엊그제": -2, "엊그저께": -2, "어제": -1, "오늘": 0, "금일": 0,
        "내일": 1, "명일": 1, "모레": 2, "내일모레": 2, "내일 모레": 2, "글피": 3,
    },
    "day_hang": _spaced({"전날": -1, "전일": -1, "같은 날": 0, "이날": 0, "그날": 0, "당일": 0, "다음 날": 1, "이튿날": 1, "익일": 1}),
    "night_shift": _spaced({"어젯밤": -1, "간밤": -1, "지난 밤": -1, "오늘 밤": 0, "내일 밤": 1}),
    "this_day": _spaced({"이번 아침": 0, "이번 저녁": 0}),
    "next_one": {"지난": -1, "앞서": -1, "저번": -1, "다음": 1, "오는": 1, "다가오는": 1, "돌아오는": 1, "이번": 0},
    "season": {"봄": 1, "여름": 2, "가을": 3, "겨울": 4, "초봄": 1, "늦봄": 1, "초여름": 2, "한여름": 2, "늦여름": 2, "초가을": 3, "늦가을": 3, "초겨울": 4, "한겨울": 4},
    "part": {
        "초순": "early", "상순": "early", "초반": "early", "초엽": "early", "초기": "early", "중순": "mid", "중반": "mid", "중엽": "mid", "중기": "mid", "중턱": "mid",
        "하순": "late", "말엽": "late", "말기": "late", "후기": "late", "막바지": "late", "전반": "first_half", "전반기": "first_half", "후반": "second_half", "후반기": "second_half",
    },
    "year_part": {"연초": "early", "년초": "early", "연말": "late", "년말": "late", "세밑": "late"},
    "month_part": {"월초": "early", "월말": "late"},
    "half_year": {"상반기": 1, "하반기": 2},
    "unit": {
        "년": "year", "년간": "year", "해": "year", "개월": "month", "개월간": "month", "달": "month", "달간": "month", "주": "week", "주일": "week", "주간": "week", "주일간": "week",
        "일": "day", "일간": "day", "시간": "hour", "분": "minute", "분간": "minute", "초간": "second", "세기": "century",
    },
    "long_unit": {
        "년간": "year", "년": "year", "개월": "month", "개월간": "month", "달": "month", "달간": "month", "주": "week", "주일": "week", "주간": "week", "주일간": "week", "일간": "day",
        "시간": "hour", "분": "minute", "분간": "minute", "세기": "century", "분기": "quarter",
    },
    "days_word": dict(_DAYS),
    "every": {"매일": "day", "매주": "week", "매월": "month", "매달": "month", "매년": "year", "해마다": "year", "격주": "week", "연일": "day", "날마다": "day", "매시간": "hour"},
    "vague_count": {"몇": "X", "수": "X"},
    "meridiem": {"오전": "am", "오후": "pm", "am": "am", "pm": "pm"},
    "daypart": {
        "새벽": "morning", "아침": "morning", "오전": "morning", "점심": "midday", "정오": "midday", "낮": "midday", "한낮": "midday", "오후": "afternoon",
        "저녁": "evening", "밤": "night", "심야": "night", "한밤": "night", "자정": "night",
    },
    "noon": {"정오": 12, "자정": 0},
    "zone": {"gmt": "Etc/GMT", "utc": "Etc/UTC", "kst": "Asia/Seoul", "jst": "Asia/Tokyo", "한국시간": "Asia/Seoul", "평양시간": "Asia/Pyongyang"},
    "last_one": _spaced({"마지막": -1, "마지막 번째": -1}),
    "vague": {"최근": "past", "요즘": "present", "요즈음": "present", "오늘날": "present", "지금": "present", "현재": "present", "당시": "past", "앞으로": "future", "향후": "future", "조만간": "future", "얼마 전": "past", "과거": "past"},
    # Longer words that begin with one of ours: they keep their syllables to themselves.
    "no_date": dict.fromkeys(
        "그제서야 그제야 오늘내일 내일로 일본 일단 일제 일정 일반 일행 일대 일간지 월급 월드 월드컵 년도 주요 주민 주장 주변 주도 주석 주한 주미 주일미군 주재 주최 주체사상 주의 주제 분야 분석 분쟁 분위기 분명 분단 분기점 초청 초대 전국 전체 전화 "
        "시작 시장 시민 시간당 시진핑 시험 시대 시행 달러 달성 해외 해군 해결 해상 해당 해킹 해양 해제 수출 수입 수도 수교 수석 수사 수용 수감 수상 수색 수치 낮은 낮게 낮아 낮추 밤새 이번에 이날개 봄철 가을철".split(), 1),
    "row": dict.fromkeys(("째", "만에", "동안", "이내", "이상", "이하", "미만", "여", "연속", "간", "차"), 1),
}  # fmt: skip

_NAMED = {
    "설날": "seollal", "구정": "seollal", "정월대보름": "daeboreum", "정월 대보름": "daeboreum", "삼일절": "independence_movement_kr", "3 · 1절": "independence_movement_kr", "3 ・ 1절": "independence_movement_kr", "식목일": "arbor_kr",
    "어린이날": "children_kr", "어버이날": "parents_kr", "스승의날": "teachers_kr", "스승의 날": "teachers_kr", "석가탄신일": "buddha_kr", "부처님오신날": "buddha_kr", "부처님 오신 날": "buddha_kr", "현충일": "memorial_kr", "제헌절": "constitution_kr",
    "광복절": "liberation_day", "추석": "chuseok", "한가위": "chuseok", "국군의날": "armed_forces_kr", "국군의 날": "armed_forces_kr", "개천절": "foundation_kr", "한글날": "hangul", "단오": "dano", "성탄절": "christmas", "크리스마스": "christmas",
    "크리스마스이브": "christmas_eve", "크리스마스 이브": "christmas_eve", "성탄전야": "christmas_eve", "신정": "new_year", "새해 첫날": "new_year", "만우절": "april_fools", "발렌타인데이": "valentine", "밸런타인데이": "valentine", "할로윈": "halloween", "핼러윈": "halloween",
    "추수감사절": "thanksgiving", "부활절": "easter", "노동절": "may_day", "근로자의 날": "may_day", "태양절": "day_of_the_sun", "광명성절": "day_of_the_shining_star", "건군절": "army_day_kp", "전승절": "victory_kp", "선군절": "songun_kp",
    "정권수립일": "foundation_kp", "공화국 창건일": "foundation_kp", "당 창건일": "party_foundation_kp", "블랙프라이데이": "black_friday", "독립기념일": "independence_us", "독립 기념일": "independence_us",
}  # fmt: skip

_ERA = "{era} {era_year:number} 년"
_YEAR = f"( {{year}} 년 | {{yy}} 년 | {_ERA} | 서기 {{year:number}} 년 )"
_SURE_YEAR = f"( {{year}} 년 | {{yy:sure_yy}} 년 | {_ERA} | 서기 {{year:number}} 년 )"
_MONTH, _DAY = "{month:month_number} 월", "{day} 일"
_WEEKDAY = "( ,? {weekday} | \\( {weekday:weekday|weekday_sign} \\) )?"
_SHIFTS = (("year_shift", "anchor"), ("year_hang", "previous"))

CORE: tuple[Pattern, ...] = (
    # Year, month, day.
    pattern(f"{_YEAR} {_MONTH} {_DAY} {_WEEKDAY}", "calendar"),
    pattern(f"{_YEAR} {_MONTH} !>간", "calendar"),
    pattern(f"{_YEAR} {{month:month_number}} {{part:month_part}}", "part"),
    pattern(f"{_SURE_YEAR} !>{{back_or_on}}", "calendar"),
    pattern("기원전 {year:number} 년", "calendar", bc=1),
    pattern(f"( {{year}} 년? | {_ERA} ) {{part:year_part}}", "part"),
    pattern(f"주체 {{number}} \\( {{year}} \\) 년? ( {_MONTH} ( {_DAY} )? )?", "calendar"),
    pattern(f"주체 {{era_year:number}} 년 ( \\( {{year}} 년? \\) )? ( {_MONTH} ( {_DAY} )? )?", "calendar", era="주체"),
    pattern(f"{_MONTH} {_DAY} !>간 {_WEEKDAY}", "calendar"),
    pattern(f"{_MONTH} !>간", "calendar"),
    pattern("{month:month_number} {part:month_part}", "part"),
    pattern(f"!<제|총|약|{{number}} {_DAY} !>{{row}}|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern(f"{{shift:next_one}} {_MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar"),
    pattern(f"{{shift:next_one}} {_DAY} !>{{row}}|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern("<{edge} {year} >{edge}", "calendar"),
    pattern("일본 {fiscal:year} 년? 회계연도", "calendar"),
    # In figures, largest unit first.
    pattern("{year} / {month:month_number} / {day}", "calendar", glued=True),
    pattern("{year} - {month:month_number} - {day}", "calendar", glued=True),
    pattern("{year} . {month:month_number} . {day} .?", "calendar"),
    pattern("{year} / {month:month_number} !>/|{number}", "calendar", glued=True),
    pattern("<{edge}|\\(|{unknown}|~|부터 {month:month_number} / {day} >{edge}|\\(|{unknown}|에|의|부터|~|까지", "calendar", glued=True),
    # Decades, centuries, quarters, halves, seasons.
    pattern("{decade:decade_year} 년대", "calendar"),
    pattern("{hundreds:hundreds_year} 년대", "calendar"),
    pattern("{short_decade} 년대", "calendar"),
    pattern("기원전 {century:number} 세기", "calendar", bc=1),
    pattern("{century:number} 세기", "calendar"),
    pattern(f"{_SURE_YEAR} 의? 제? {{quarter:number}} ( / 4 )? 사?분기|분기", "calendar"),
    pattern("제? {quarter:number} ( / 4 )? 분기|사분기", "calendar"),
    pattern(f"{_SURE_YEAR} 의? {{half:half_year}}", "calendar"),
    pattern("{half:half_year}", "calendar"),
    pattern(f"{_SURE_YEAR} 의? {{season}}", "calendar"),
    pattern("{year} -|~ {number} 년? 겨울", "calendar", season=4),
    pattern("{shift:next_one} {season}", "calendar"),
    pattern("{shift:this_year} {season}", "calendar", unit="year"),
    pattern("{shift:this_year} {half:half_year}", "calendar", unit="year"),
    pattern(f"{{shift:this_year}} {_MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="year"),
    pattern("{shift:this_year} {part}", "part", unit="year"),
    pattern("{shift:this_year} 연말", "part", unit="year", part="late"),
    # A named day.
    *(pattern(f"( {_SURE_YEAR} )? {word}", "named", name=name) for word, name in _NAMED.items() if " · " not in word and "・" not in word),
    *(pattern(f"{{shift:year_shift|next_one}} {word}", "named", name=name) for word, name in _NAMED.items() if " · " not in word and "・" not in word),
    # Counted from the anchor, or from the date read before.
    *(pattern(f"{{shift:{word}}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {_MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{month:month_number}} {{part:month_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {_YEAR} {_MONTH} ( {_DAY} {_WEEKDAY} )?", "calendar", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {{season}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} 의? {{half:half_year}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{quarter:number}} 분기", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {{part:year_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    *(
        pattern(f"{{shift:{word}}} 의? ( {_DAY} {_WEEKDAY} )?", "calendar", unit="month", base=base)
        for word, base in (("month_shift", "anchor"), ("month_hang", "previous"))
    ),
    *(
        pattern(f"{{shift:{word}}} 의? {{weekday}}?", "calendar", unit="week", base=base)
        for word, base in (("week_shift", "anchor"), ("week_hang", "previous"))
    ),
    pattern("<{edge} 전주 >{edge}|{weekday}", "calendar", unit="week", shift=-1),
    pattern("{shift:weekend_shift}", "calendar", unit="weekend"),
    pattern("주말", "calendar", unit="weekend", shift=0),
    pattern("{part:year_part}", "part", unit="year", shift=0, base="context"),
    pattern("{part:month_part}", "part", unit="month", shift=0, base="context"),
    pattern("{shift:next_one} 분기", "calendar", unit="quarter"),
    pattern("{shift:next_one} 세기", "calendar", unit="century"),
    pattern("{shift:day_shift}", "calendar", unit="day"),
    pattern("{shift:day_hang}", "calendar", unit="day", base="previous"),
    pattern("{shift:night_shift}", "calendar", unit="day", daypart="night"),
    pattern("{shift:this_day}", "calendar", unit="day", daypart="morning"),
    pattern("!<{number}|{nth_word}|{last_one}|째|번째 {weekday}", "calendar"),
    pattern("{shift:next_one} {weekday}", "calendar"),
    pattern("약? {count:number} {unit} ( 여|정도|가량|{about} )? {sign:ago}", "offset", base="context"),
    pattern("약? {count:number} {unit} ( 여|정도|가량|{about} )? {sign:later}", "offset", base="previous"),
    pattern("{count:days_word} {sign:ago}", "offset", unit="day", base="context"),
    pattern("{count:days_word} {sign:later}", "offset", unit="day", base="previous"),
    pattern("( 그로부터|그 ) {count:number} {unit} {sign:back_or_on}", "offset", base="previous"),
    pattern("{count:vague_count} {unit} {sign:back_or_on}", "offset", base="context"),
    # Stretches beside the anchor, lengths and repeated times.
    pattern("{count:number} {unit} 안|내|이내 에? !>{unknown}", "offset", "within", sign=1),
    pattern("{count:days_word} 안|내|이내 에? !>{unknown}", "offset", "within", sign=1, unit="day"),
    pattern("지난|최근 {count:days_word} ( 간|동안 )?", "span", "duration", way=-1, unit="day"),
    pattern("앞으로|향후|다음|다가오는|오는 {count:days_word} ( 간|동안 )?", "span", "duration", way=1, unit="day"),
    pattern("지난|최근|과거 {count:number|vague_count} {unit:long_unit} ( 간|동안 )?", "span", "duration", way=-1),
    pattern("지난|최근 {count:number} 일간|일 동안", "span", "duration", way=-1, unit="day"),
    pattern("앞으로|향후|다음 {count:number|vague_count} {unit:long_unit} ( 간|동안 )?", "span", "duration", way=1),
    pattern("앞으로|향후|다음 {count:number} 일간|일 동안", "span", "duration", way=1, unit="day"),
    pattern("( 약|총|제 )? {count:number|vague_count} {unit:long_unit} 반? ( 여|가량|정도|동안|만에|이내|이상|연속|째|간 )?", "duration", "duration"),
    pattern("{count:number|vague_count} {unit} 간|째|만에|이내|연속|이상|이하|동안|여|차", "duration", "duration"),
    pattern("{count:days_word} ( 간|동안|만에|째|이내|연속 )?", "duration", "duration", unit="day"),
    pattern("반년", "duration", "duration", unit="month", count=6),
    pattern("{unit:every} {weekday}?", "set", "set"),
    pattern("{count:number} {unit} 마다", "set", "set"),
    # The clock.
    pattern("{meridiem}? {hour} : {minute} ( : {second:minute} )? {meridiem}? {zone}?", "time", "clock"),
    pattern("{meridiem}? {hour} 시 ( {minute:number} 분 ( {second:number} {second_sign}|{second_sign} )? )? {about}?", "time", "clock"),
    pattern("{meridiem}? {hour} 시 반 {about}?", "time", "clock", minute=30),
    pattern("{hour} {meridiem}", "time", "clock"),
    pattern("{hour:noon} {about}?", "time", "clock"),
    # Vague words.
    pattern("{when:vague}", "vague", "vague"),
    pattern("{no_date}", "none", "other"),
)  # fmt: skip
# Two days or months of one unit: "26~28일", "5월 26, 27일", "5~7월".
_YEAR_OR_MONTH = f"( {_YEAR} )? ( {_MONTH} )?"
CORE += (
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일? ~|- {{+day}} 일 까지?", "range", how="lasting"),
    pattern(f"{{shift:next_one}} ( {_MONTH} )? {{+day}} 일? ~|- {{+day}} 일", "range", how="lasting"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일? ~|- {{+day}} 일 사이", "range", how="between"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} ,|· {{+day}} 일", "list", how="and"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일 부터 {{+day}} 일 까지?", "range", how="lasting"),
    pattern(f"( {_YEAR} )? {{+month_number}} ~|- {{+month_number}} 월", "range", how="lasting"),
    pattern("{+year} ~|- {+year} 년? !>-", "range", how="lasting"),
    pattern("{+year} ~|- {+yy} 년", "range", how="lasting"),
)  # fmt: skip

_NTH = "( {nth:number|nth_word} 번째|째 | {nth:nth_word} | {nth:last_one} )"
PART: tuple[Pattern, ...] = (
    pattern("{+date} 의? {part}", "part"),
    pattern(f"{{+date}} 의? {_NTH} 주", "nth", unit="week"),
    pattern(f"{{+date}} 의? {_NTH} {{weekday}}", "nth"),
    pattern(f"{{+date}} 의? {_NTH} 날", "nth", unit="day"),
    pattern("{+date} {nth:number} 주차", "nth", unit="week"),
    pattern("{+date} 로? 부터 {count:number} {unit} {sign:back_or_on}", "offset"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+date} 의? {daypart}", "time"),
    pattern("{+date} 의? ( {daypart} )? {+clock}", "time"),
    pattern("{+date} ( {daypart} )? {+clock} 부터|에서|~|- {clock} ( 까지 | 사이 에? )?", "time"),
    pattern("{daypart} {+clock}", "time", "time"),
    pattern("{+clock}", "time", "time"),
    pattern("{+clock} 부터|에서|~|- {clock} ( 까지 | 사이 에? )?", "time", "time"),
    pattern("{+date} {about}", "about", qualifier="approximate"),
    pattern("약|대략 {+date}", "about", qualifier="approximate"),
    pattern("아마 도? {+date}", "about", qualifier="uncertain"),
    pattern("아마 도? {+date} {about}", "about", qualifier="uncertain"),
)  # fmt: skip
JOIN: tuple[Pattern, ...] = (
    pattern("{+date} 부터 {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} 에서 {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} ~|- {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} 에서|부터|와|과|~ {+date} 사이", "range", how="between"),
    pattern("{+date} 와|과|및|· {+date}", "list", how="and"),
    pattern("{+date} 또는|혹은|이나|나 {+date}", "list", how="or"),
)  # fmt: skip
BOUND: tuple[Pattern, ...] = (
    pattern("{+within}", "bound", bound="by"),
    pattern("{+date} 까지", "bound", bound="until"),
    pattern("{+date} 부터|이후|이래", "bound", bound="since"),
    pattern("{+date} 이전", "bound", bound="by"),
    pattern("{+date} 보다 {back_or_on}", "bound", bound="after"),
)  # fmt: skip

LANGUAGE = Language(
    code="ko",
    spaced=False,
    words=WORDS,
    patterns={"core": CORE, "part": PART, "time": TIME, "join": JOIN, "bound": BOUND},
    numbers=_NUMBERS,
    numeral=numeral,
    samples=(*tuple(_SAMPLE + word for word in (*_PARTS, *_ABOUT, *_BEFORE_AFTER, *_THIS, *_FIRSTS, *_NATIVE, *"이천십오 천구백 삼십 십오 이십사 사십 삼십일 오십 일 육 십 유 시 백".split())), "1900", "1980", "2000", "04", "80"),
    ahead=(
        r"예정|계획|방침|전망|보인다|하기로|겠|앞두|앞둔|다가오|[가-힣](?<=[할될올갈열볼릴칠낼설줄질킬를])\s?(?:것|예정|계획|방침|전망|듯)|기한|목표|[한된간온연난린친든준](?:다고|다는|(?<!말한)(?<!전한)(?<!주장한)다(?=[.\s]|\Z))"
    ),
    back=r"[했었았였됐났렸졌갔왔섰겼쳤켰냈혔컸셨봤줬썼](?:다|고|으며|으나|지만|던|을 때|는데|습니다)|[한된온간연본린](?= (?:바|뒤|후|이후|것))|던 ",
    clause=r"[,()「」『』“”\"\n]",
    reporting=r"[가-힣]*(?:말했다|밝혔다|전했다|보도했다|설명했다|덧붙였다|발표했다)",
    verb="after",
)  # fmt: skip
