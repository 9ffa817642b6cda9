"""Korean: the words of dates, and what its numbers may be."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates.eras import OLD_ERAS
from timeline.dates.languages import Fields, Value

_SINO = {sign: value for value, sign in enumerate("영일이삼사오육칠팔구")} | {"공": 0, "유": 6, "시": 10}
_PLACES = {"십": 10, "백": 100, "천": 1000}
NATIVE = dict(zip("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), range(1, 13), strict=True)) | {
    "석": 3,
    "넉": 4,
}
FIRSTS = {"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5}
# One-syllable words that begin many others (초청, 말레이시아, 경찰, 전국, 후보): only at the end of a word.
PARTS = {
    "초·중반": "early_mid",
    "초중반": "early_mid",
    "초·중순": "early_mid",
    "초중순": "early_mid",
    "중·하순": "mid_late",
    "초": "early",
    "초쯤": "early",
    "말": "late",
    "말쯤": "late",
    "말께": "late",
    "초께": "early",
}
ABOUT = ("경", "쯤", "께", "무렵", "즈음", "전후")
BEFORE_AFTER = {"전": -1, "후": 1, "뒤": 1}
THIS = ("올",)
TIMES = ("회", "번", "차례")
# Words with another, commoner meaning (이해 "understanding", 전해 "told"): dates only before what NUMBERS asks for.
_PLACED: dict[str, Fields] = {
    "이해": {"year_hang": 0},
    "지난 한 해": {"year_shift": -1},
    "지난 한해": {"year_shift": -1},
    "전기": {"quarter_hang": -1},
    "치": {"row": 1},
    "장": {"row": 1},
    "천하": {"row": 1},
    "설": {"feast": "seollal"},
    "일 년": {"one_year": 1},
    "일년": {"one_year": 1},
    "일월": {"month_name": 1},
    "전해": {"year_hang": -1},
    "전달": {"month_hang": -1},
    "차주": {"week_shift": 1},
    "주 초": {"week_part": "early"},
}
PLACED = (*_PLACED, "2박3일", "3.1절", "1/4")
# Marks a sample, so that it is no word of the text by itself (한 is a number only before a counter).
SAMPLE = "\0"
_PARTICLE = "에|의|가|에는|에도|에만|에서|에야|에선|에서는|까지도|부터|까지|까지는|부터는|이전|이후|쯤|경|께|인|만|은|는|이|과|와|엔|로|도|이나|무렵|보다|보다는|보다도"
# "3년 전이다", "석 달 뒤였다".
_COPULA = "이[다며고었라던자지]|였|입니|인데"
_END = rf"(?=(?:{_PARTICLE})?(?:[^가-힣]|\Z)|{_COPULA}|다(?![가-힣])|(?<=뒤)면(?![가-힣]))"
# What may follow a word that is a date by itself: particles, and words that go on with it ("오늘밤", but no "모레노").
FOLLOWS = (
    r"(?:에게서|에게|에서|에|엔|의|은|는|이|가|을|를|과|와|도|만|만큼|으로|로|로서|로써|부터|까지|보다|처럼|마다|마저|조차|밖에|나|야|이나|라도|이라도"
    r"|든|이든|란|이란|인|라는|이라는|께|쯤|경|무렵|즈음|자|분|치|껏|간|째|중|여|들){0,3}"
    r"(?:[^가-힣]|\Z|이[가-힣]|였|입니|인데|면|같|따라|부로|하고|랑|치고|한테|다(?![가-힣])|초|말|전|후|뒤|날|때|밤|낮|봄|새벽|아침|오전|오후|저녁|여름|가을|겨울|상반기|하반기"
    r"|연말|연초|추석|중순|하순|상순|초순|[월화수목금토일]요일|만에|동안|연속|이내|이상|이하|이후|이전|정도|가량|무렵)"
)
_WORD_START = r"(?<![가-힣])"
_AFTER_DAYPART = r"(?:(?<![가-힣])|(?<=오전)|(?<=오후)|(?<=저녁)|(?<=아침)|(?<=새벽)|(?<=밤))"
_AFTER_UNIT = rf"(?:내|안|간|이내|동안|반|째|여|만에| ?전| ?후| ?뒤)?{_END}"
_SINO_UNIT = r"(?:년|월|주일|주|분|초|일|개월|시간|세기)"
# What may stand after a year, so that it is one: a month, season or part of it.
_FINER = r"(?:\d{1,2}월|봄|여름|가을|겨울|상반기|하반기|연말|[초말](?![가-힣]))"
_NATIVE_NUMBER = "열한|열두|다섯|여섯|일곱|여덟|아홉|열|한|두|세|네"
# "3회", "세 번", "두 차례": how often, at the end of a word.
_TIMES = r"(?:씩|꼴|만|이상|정도|가|을|를|은|는|의|에|로|으로|이나)?(?![가-힣])"
_HOW_OFTEN = "(?:회|번|차례)"
NUMBERS = "|".join(
    [
        rf"(?:(?<=\d)|(?<=\d )|(?<=[한두세네섯곱덟홉열])|(?<=[한두세네섯곱덟홉열] )){_HOW_OFTEN}(?={_TIMES})",
        rf"{_AFTER_DAYPART}(?:{_NATIVE_NUMBER})(?= ?{_HOW_OFTEN}{_TIMES})",
        r"3 ?[·・ㆍ.‧] ?1절|[1-4] ?[·・ㆍ/] ?4(?= ?분기)|\d{1,2}박 ?\d{1,2}일",
        rf"{_WORD_START}일 ?년(?={_AFTER_UNIT})|{_WORD_START}일월{_END}",
        r"\d+",
        rf"{_AFTER_DAYPART}[일이삼사오육칠팔구십백천영공]{{2,12}}(?= ?{_SINO_UNIT})",
        rf"{_WORD_START}(?:십일|십이|[일이삼사오유칠팔구시])(?=월(?:{_PARTICLE})?(?:[^가-힣]|\Z))",
        rf"{_WORD_START}(?!일주[일간])(?:[일이삼사오육칠팔구십](?={_SINO_UNIT}{_AFTER_UNIT})|[일삼사오육칠팔구십](?= {_SINO_UNIT}{_AFTER_UNIT}))",
        rf"(?<=\d)초(?=(?:안|내|이내|간|동안|뒤|후|전){_END})",
        r"(?<=\d일)(?:치|장|천하)(?=(?:의|를|을|가|이|은|는|에|만)?(?![가-힣]))",
        rf"{_AFTER_DAYPART}(?:열한|열두|다섯|여섯|일곱|여덟|아홉|열|한|두|세|네|석|넉)(?= ?(?:달|시간|시|주일|주|해|번째|번쨰))",
        rf"{_WORD_START}(?:첫|첫째|둘째|셋째|넷째|다섯째)(?= ?(?:번째|째|주|날|달|월요일|화요일|수요일|목요일|금요일|토요일|일요일))",
        rf"(?:{'|'.join(sorted([*PARTS, *ABOUT, *BEFORE_AFTER], key=len, reverse=True))}){_END}",
        rf"{_WORD_START}올(?= ?(?:\d|봄|여름|가을|겨울|상반기|하반기|초|말|연말|들어|한 ?해))",
        rf"{_WORD_START}이해(?= ?{_FINER})",
        rf"{_WORD_START}전해(?=에는?[^가-힣]|의|인 |보다| ?{_FINER})",
        rf"{_WORD_START}지난 한 ?해(?![가-힣]*[ ]?동안)",
        rf"{_WORD_START}설(?= ?(?:연휴|명절|당일|전날|다음 ?날|이튿날|대목|차례|특집))",
        rf"(?:(?<=올해 )|(?<=지난 )|(?<=이번 )|(?<=내년 )|(?<=작년 )|(?<=지난해 ))설{_END}",
        rf"{_WORD_START}전기(?= ?대비)",
        rf"{_WORD_START}전달(?=보다| 대비|에 비해)",
        rf"{_WORD_START}차주(?= ?(?:[월화수목금토일]요일|초|중|말|에(?!게)|부터|까지))",
        rf"{_WORD_START}주 초{_END}",
    ]
)


def numeral(written: str) -> Fields:
    """Sino-Korean and native numbers, and the one-syllable words that count only at the end of a word."""
    written = written.removeprefix(SAMPLE)
    if written == "초":
        return {"part": "early", "unit": "second", "long_unit": "second", "second_sign": 1}
    if written in TIMES:
        return {"times": 1}
    if written in PARTS:
        return {"part": PARTS[written]}
    if written in ABOUT:
        return {"about": 1, "unsure_after": 1} if written == "전후" else {"about": 1}
    if written in BEFORE_AFTER:
        sign = BEFORE_AFTER[written]
        return {"back_or_on": sign, "ago" if sign < 0 else "later": sign}
    if written in THIS:
        return {"this_year": 0}
    if written in FIRSTS:
        return {"nth_word": FIRSTS[written]}
    if written in _PLACED:
        return dict(_PLACED[written])
    if "박" in written:
        return {"stay": int(written.partition("박")[2].strip(" 일"))}
    if written[:1].isdigit() and written.endswith("4") and len(written) > 2 and not written.isdigit():
        return {"of_four": int(written[0])}
    if written.endswith("1절"):
        return {"feast": "independence_movement_kr"}
    return _number(written)


def _number(written: str) -> Fields:
    if len(written) > 12:
        return {}
    if re.fullmatch(r"[0-9]+", written):
        return _figures(written) if len(written) <= 4 else {}
    value = NATIVE.get(written) or _sino(written)
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
    if "sure_yy" in found and (value % 5 or written[0] == "0"):
        found["odd_yy"] = value
    if len(written) == 3 and written[0] != "0":
        # 676년 is a year, 300년 a length until a month follows.
        found |= {"early_year": value} | ({"odd_early_year": value} if value % 10 else {})
    if 3000 <= value < 5000:
        found["dangi_year"] = value
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
_DAYS: dict[str, Value] = {
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


# Named days, by the names of the tables in calendars.py.
_NAMED: dict[str, Value] = {
    "설날": "seollal", "구정": "seollal", "정월대보름": "daeboreum", "정월 대보름": "daeboreum", "삼일절": "independence_movement_kr", "식목일": "arbor_kr",
    "어린이날": "children_kr", "어버이날": "parents_kr", "스승의날": "teachers_kr", "스승의 날": "teachers_kr", "석가탄신일": "buddha_kr", "초파일": "buddha_kr", "사월 초파일": "buddha_kr", "부처님오신날": "buddha_kr", "부처님 오신 날": "buddha_kr", "현충일": "memorial_kr", "제헌절": "constitution_kr",
    "광복절": "liberation_day", "추석": "chuseok", "한가위": "chuseok", "국군의날": "armed_forces_kr", "국군의 날": "armed_forces_kr", "개천절": "foundation_kr", "한글날": "hangul", "단오": "dano", "성탄절": "christmas", "크리스마스": "christmas",
    "크리스마스이브": "christmas_eve", "크리스마스 이브": "christmas_eve", "성탄전야": "christmas_eve", "신정": "new_year", "새해 첫날": "new_year", "만우절": "april_fools", "발렌타인데이": "valentine", "밸런타인데이": "valentine", "할로윈": "halloween", "핼러윈": "halloween",
    "추수감사절": "thanksgiving", "부활절": "easter", "노동절": "may_day", "근로자의 날": "may_day", "태양절": "day_of_the_sun", "광명성절": "day_of_the_shining_star", "건군절": "army_day_kp", "전승절": "victory_kp", "선군절": "songun_kp",
    "정권수립일": "foundation_kp", "공화국 창건일": "foundation_kp", "당 창건일": "party_foundation_kp", "노동당 창건일": "party_foundation_kp", "로동당 창건일": "party_foundation_kp", "블랙프라이데이": "black_friday", "독립기념일": "independence_us", "독립 기념일": "independence_us",
}  # fmt: skip


def _place_times() -> dict[str, Value]:
    """ "현지시간", "이하 한국 시각": what is noted after a day, before its hour."""
    named = [
        f"{place}{gap}{word}"
        for place in ("현지", "한국", "미국", "일본")
        for gap in ("", " ")
        for word in ("시간", "시각")
    ]
    return dict.fromkeys([*named, *(f"이하 {name}" for name in named)], 1)


WORDS: dict[str, Mapping[str, Value]] = {
    "era": {"메이지": "메이지", "다이쇼": "다이쇼", "쇼와": "쇼와", "헤이세이": "헤이세이", "레이와": "레이와"} | {name: name for name, _ in OLD_ERAS.values()},
    "first_year": {"원년": 1},
    # 이전 is "before", and "to move" as a verb.
    "moved": {f"이전{ending}": 1 for ending in "하 했 한 할 함 해 되 됐 된 될 됨 돼 시키 시켰 시킨 시킬".split()},
    "weekday": {f"{sign}요일": number for number, sign in enumerate(_WEEKDAYS, 1)},
    "weekday_sign": {sign: number for number, sign in enumerate(_WEEKDAYS, 1)},
    "year_shift": _spaced({"재작년": -2, "지지난해": -2, "작년": -1, "지난 해": -1, "올해": 0, "금년": 0, "내년": 1, "내년도": 1, "금년도": 0, "작년도": -1, "내후년": 2, "후년": 2}),
    "year_hang": _spaced({"전년": -1, "그 전해": -1, "전년도": -1, "같은 해": 0, "그 해": 0, "당해 연도": 0, "당해 년도": 0, "동년": 0, "이듬해": 1, "다음 해": 1, "다음해": 1, "익년": 1}) | {"이 해": 0},
    "month_shift": _spaced({"지지난달": -2, "지난 달": -1, "저번 달": -1, "이번 달": 0, "이 달": 0, "금월": 0, "다음 달": 1, "내달": 1, "다다음 달": 2}),
    "month_hang": _spaced({"같은 달": 0, "그 달": 0, "동월": 0, "당월": 0, "전월": -1, "그 전 달": -1, "그 다음 달": 1, "이듬달": 1, "익월": 1}),
    "week_shift": _spaced({"지지난 주": -2, "지난 주": -1, "저번 주": -1, "이번 주": 0, "금주": 0, "다음 주": 1, "내주": 1, "다다음 주": 2}),
    "week_hang": _spaced({"같은 주": 0, "그 주": 0}),
    "weekend_shift": _spaced({"지난 주말": -1, "이번 주말": 0, "다음 주말": 1, "오는 주말": 1}),
    "day_shift": {
        "그끄저께": -3, "그저께": -2, "그제": -2, "엊그제": -2, "엊그저께": -2, "어제": -1, "오늘": 0, "금일": 0,
        "내일": 1, "명일": 1, "모레": 2, "내일모레": 2, "내일 모레": 2, "글피": 3, "그글피": 4,
    },
    "quarter_hang": _spaced({"전 분기": -1, "직전 분기": -1, "같은 분기": 0}),
    "day_hang": _spaced({"전날": -1, "전일": -1, "같은 날": 0, "이 날": 0, "그 날": 0, "당일": 0, "다음 날": 1, "이튿날": 1, "익일": 1}),
    "night_shift": _spaced({"어젯밤": -1, "간밤": -1, "지난 밤": -1, "오늘 밤": 0, "내일 밤": 1}),
    "this_day": _spaced({"이번 아침": 0, "이번 저녁": 0}),
    "next_one": {"지난": -1, "앞서": -1, "저번": -1, "다음": 1, "오는": 1, "다가오는": 1, "돌아오는": 1, "이번": 0},
    "feast": _NAMED,
    "season": {"봄": 1, "여름": 2, "가을": 3, "겨울": 4, "초봄": 1, "늦봄": 1, "초여름": 2, "한여름": 2, "늦여름": 2, "초가을": 3, "늦가을": 3, "초겨울": 4, "한겨울": 4},
    "part": {
        "초순": "early", "상순": "early", "초반": "early", "초엽": "early", "초기": "early", "중순": "mid", "중반": "mid", "중엽": "mid", "중기": "mid", "중턱": "mid",
        "중하순": "mid_late", "중후반": "mid_late", "하순": "late", "말엽": "late", "말기": "late", "후기": "late", "막바지": "late", "전반": "first_half", "전반기": "first_half", "후반": "second_half", "후반기": "second_half",
    },
    "year_part": {"연초": "early", "년초": "early", "연말": "late", "년말": "late", "세밑": "late"},
    "week_part": {"주초": "early", "주중반": "mid", "주후반": "second_half", "주 후반": "second_half", "주 중반": "mid"},
    "month_name": {"정월": 1, "동짓달": 11, "섣달": 12},
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
    # A length that, said after a date, tells how long it lasted from there.
    "length_unit": {"년간": "year", "개월간": "month", "달간": "month", "주간": "week", "주일간": "week", "일간": "day"},
    "halved_unit": {"년": "year", "달": "month", "개월": "month", "시간": "hour"},
    "same_period": _spaced({"동기": 1, "같은 기간": 1, "같은 시기": 1, "동 기간": 1}),
    "same_month": _spaced({"동월": 1, "같은 달": 1}),
    "same_quarter": _spaced({"동 분기": 1, "같은 분기": 1}),
    "plain_unit": {"년": "year", "개월": "month", "달": "month", "주": "week"},
    "days_word": _DAYS | dict.fromkeys(("하루이틀", "하루 이틀", "이삼일", "사나흘", "너댓새", "대엿새"), "X"),
    "one_week": {"일주일": 1, "일주간": 1},
    "every": {"매일": "day", "매주": "week", "매월": "month", "매달": "month", "매년": "year", "해마다": "year", "격주": "week", "연일": "day", "날마다": "day", "매시간": "hour"},
    "vague_count": {"두세": "X", "두서너": "X", "서너": "X", "대여섯": "X", "예닐곱": "X", "수십": "X", "수백": "X", "몇십": "X", "십여": "X", "몇": "X", "수": "X"},
    "meridiem": {"오전": "am", "오후": "pm", "상오": "am", "하오": "pm", "am": "am", "pm": "pm"},
    "daypart": {
        "새벽": "morning", "이른 새벽": "morning", "이른 아침": "morning", "늦은 아침": "morning", "늦은 오후": "afternoon", "늦은 저녁": "evening", "늦은 밤": "night", "아침": "morning", "오전": "morning", "점심": "midday", "정오": "midday", "낮": "midday", "한낮": "midday", "오후": "afternoon", "상오": "morning", "하오": "afternoon",
        "저녁": "evening", "밤": "night", "심야": "night", "한밤": "night", "자정": "night",
    },
    "noon": {"정오": 12, "자정": 0},
    "place_time": _place_times(),
    "zone": {"gmt": "Etc/GMT", "utc": "Etc/UTC", "kst": "Asia/Seoul", "jst": "Asia/Tokyo", "한국시간": "Asia/Seoul", "평양시간": "Asia/Pyongyang"},
    "last_one": _spaced({"마지막": -1, "마지막 번째": -1}),
    "vague": {"최근": "past", "요즘": "present", "요즈음": "present", "오늘날": "present", "지금": "present", "현재": "present", "당시": "past", "앞으로": "future", "향후": "future", "조만간": "future", "얼마 전": "past", "과거": "past"},
    # Longer words that begin with one of ours: they keep their syllables to themselves.
    "no_date": dict.fromkeys(
        "그제서야 그제야 오늘내일 내일로 일본 일단 일제 일정 일반 일행 일대 일간지 월급 월드 월드컵 년도 주요 주민 주장 주변 주도 주석 주한 주미 주일미군 주재 주최 주체사상 주의 주제 분야 분석 분쟁 분위기 분명 분단 분기점 초청 초대 전국 전체 전화 "
        "시작 시장 시민 시간당 시진핑 시험 시대 시행 달러 달성 해외 해군 해결 해상 해당 해킹 해양 해제 수출 수입 수도 수교 수석 수사 수용 수감 수상 수색 수치 낮은 낮게 낮아 낮추 밤새 이번에 이날개 봄철 가을철".split(), 1),
    "row": dict.fromkeys(("만의", "만인", "만이", "앞두", "앞둔", "앞선", "앞섰", "앞으로 다가", "째", "만에", "동안", "이내", "이상", "이하", "미만", "여", "연속", "간", "차", "넘게", "넘는", "넘은", "넘도록", "가까이", "남짓", "내내", "남은", "남았", "남겨", "걸려", "걸리", "걸렸", "걸린", "밖에", "정도", "가량", "짜리"), 1),
}  # fmt: skip
