"""Japanese: the words of dates and the patterns they stand in."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.languages import Fields, Language, Pattern, Value, pattern

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
# Words that begin as a number does.
_NUMBERS = r"\d+|(?!一昨|四半|三一節|十分に|十分な)[〇零一二三四五六七八九十百千]+?(?=四半期|半期|[^〇零一二三四五六七八九十百千]|\Z)"


def numeral(written: str) -> Fields:
    """Kanji numbers as figures are (二〇一九, 十二, 千九百八十); years of two figures that are no length; decades."""
    if len(written) > 8:
        return {}
    value = int(written) if written.isascii() else _kanji(written)
    if value is None:
        return {}
    found: Fields = {} if written.isascii() else _as_figures(written, value)
    if len(written) == 2 and written.isascii() and (value >= 40 or written[0] == "0"):
        found["sure_yy"] = value
    if 1000 <= value <= 2990 and value % 10 == 0:
        found["hundreds_year" if value % 100 == 0 else "decade_year"] = value
    elif value < 100 and value % 10 == 0 and value:
        found["short_decade"] = value
    return found


def _kanji(written: str) -> int | None:
    if not set(written) & set(_PLACES):
        digits = [_DIGITS.get(sign) for sign in written]
        return None if None in digits or len(digits) > 4 else int("".join(str(digit) for digit in digits))
    total, last = 0, 0
    for sign in written:
        if sign in _PLACES:
            total += (last or 1) * _PLACES[sign]
            last = 0
        else:
            last = last * 10 + _DIGITS[sign]
    return total + last


def _as_figures(written: str, value: int) -> Fields:
    tests = (
        ("number", 1 <= value <= 9999),
        ("count", 1 <= value <= 9999),
        ("year", 1000 <= value <= 2999),
        ("day", 1 <= value <= 31),
        ("month_number", 1 <= value <= 12),
        ("hour", value <= 24),
        ("yy", len(written) == 2 and not set(written) & set(_PLACES)),
    )
    return {name: value for name, fits in tests if fits}


_WEEKDAYS = "月火水木金土日"
_weekdays: dict[str, Value] = {}
for _number, _sign in enumerate(_WEEKDAYS, 1):
    _weekdays |= {f"{_sign}曜日": _number, f"{_sign}曜": _number}
_weekdays |= {
    f"{kana}ようび": number for number, kana in enumerate(["げつ", "か", "すい", "もく", "きん", "ど", "にち"], 1)
}
_months = ["いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅう", "じゅういち", "じゅうに"]

WORDS: dict[str, Mapping[str, Value]] = {
    "era": {name: name for name in ("明治", "大正", "昭和", "平成", "令和")},
    "month_name": {f"{kana}がつ": number for number, kana in enumerate(_months, 1)},
    "era_letter": {"h": "H", "s": "S", "r": "R"},
    "first_year": {"元": 1},
    "weekday": _weekdays,
    "weekday_sign": {sign: number for number, sign in enumerate(_WEEKDAYS, 1)},
    "year_shift": {"一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "先の年": -1, "今年": 0, "ことし": 0, "本年": 0, "当年": 0, "来年": 1, "明年": 1, "再来年": 2},
    "year_hang": {"前年": -1, "前の年": -1, "同年": 0, "その年": 0, "同じ年": 0, "この年": 0, "翌年": 1, "次の年": 1, "明くる年": 1, "翌々年": 2, "翌翌年": 2},
    "fiscal_shift": {"昨年度": -1, "前年度": -1, "今年度": 0, "本年度": 0, "来年度": 1, "翌年度": 1},
    "month_shift": {"先々月": -2, "先月": -1, "今月": 0, "本月": 0, "当月": 0, "来月": 1, "再来月": 2},
    "month_hang": {"前月": -1, "前の月": -1, "同月": 0, "その月": 0, "同じ月": 0, "翌月": 1, "次の月": 1},
    "week_shift": {"先々週": -2, "先週": -1, "前の週": -1, "昨週": -1, "今週": 0, "本週": 0, "この週": 0, "来週": 1, "再来週": 2, "せんしゅう": -1, "こんしゅう": 0, "らいしゅう": 1, "さらいしゅう": 2},
    "quarter_shift": {"前四半期": -1, "前の四半期": -1, "先四半期": -1, "今四半期": 0, "当四半期": 0, "現四半期": 0, "今の四半期": 0, "この四半期": 0, "来四半期": 1, "次の四半期": 1, "翌四半期": 1},
    "week_hang": {"前週": -1, "同週": 0, "同じ週": 0, "その週": 0, "翌週": 1, "次の週": 1},
    "day_shift": {
        "一昨々日": -3, "さきおととい": -3, "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "きょう": 0, "本日": 0,
        "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2, "明々後日": 3, "しあさって": 3,
    },
    "day_hang": {"前日": -1, "前の日": -1, "同日": 0, "その日": 0, "当日": 0, "この日": 0, "同じ日": 0, "翌日": 1, "次の日": 1, "明くる日": 1, "翌々日": 2, "翌翌日": 2},
    # Words that are a day and a part of it.
    "night_shift": {"昨夜": -1, "昨晩": -1, "ゆうべ": -1, "今夜": 0, "今晩": 0, "今宵": 0, "明晩": 1},
    "morning_shift": {"今朝": 0, "けさ": 0, "明朝": 1},
    "morning_hang": {"翌朝": 1, "同朝": 0},
    "next_one": {"次の": 1, "今度の": 1, "来る": 1, "この前の": -1, "前回の": -1, "去る": -1, "さる": -1, "この": 0, "その": 0},
    "season": {"春": 1, "夏": 2, "秋": 3, "冬": 4, "春先": 1, "初夏": 2, "初秋": 3, "晩秋": 3, "真夏": 2, "真冬": 4},
    "season_shift": {"昨": -1, "今": 0, "来": 1},
    "part": {
        "上旬": "early", "初旬": "early", "初頭": "early", "初め": "early", "はじめ": "early", "始め": "early", "頭": "early", "序盤": "early", "早々": "early", "前期": "early",
        "中旬": "mid", "半ば": "mid", "なかば": "mid", "中頃": "mid", "中ごろ": "mid", "中盤": "mid", "中期": "mid",
        "下旬": "late", "末": "late", "終わり": "late", "終盤": "late", "暮れ": "late", "後期": "late",
        "前半": "first_half", "後半": "second_half",
    },
    "year_part": {"年初": "early", "年初頭": "early", "年初め": "early", "年頭": "early", "年始": "early", "年央": "mid", "年末": "late"},
    "month_part": {"月初": "early", "月初め": "early", "月初旬": "early", "月末": "late"},
    "half_year": {"上半期": 1, "上期": 1, "下半期": 2, "下期": 2},
    "unit": {
        "年間": "year", "年": "year", "か月間": "month", "ヶ月間": "month", "カ月間": "month", "ヵ月間": "month", "か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month", "ケ月": "month", "箇月": "month",
        "週間": "week", "週": "week", "日間": "day", "日": "day", "時間": "hour", "分間": "minute", "分": "minute", "秒間": "second", "秒": "second", "世紀": "century", "四半期": "quarter", "世代": "decade",
    },
    "long_unit": {
        "年間": "year", "か月間": "month", "ヶ月間": "month", "カ月間": "month", "ヵ月間": "month", "か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month", "ケ月": "month", "箇月": "month",
        "週間": "week", "日間": "day", "時間": "hour", "分間": "minute", "秒間": "second", "年": "year", "分": "minute", "秒": "second",
    },
    "every": {"毎日": "day", "毎週": "week", "毎月": "month", "毎年": "year", "毎朝": "day", "毎晩": "day", "毎時": "hour", "隔週": "week", "連日": "day", "例年": "year"},
    "vague_count": {"数": "X", "何": "X", "幾": "X"},
    "back_or_on": {"前": -1, "まえ": -1, "後": 1, "あと": 1},
    "ago": {"前": -1, "まえ": -1},
    "later": {"後": 1, "あと": 1},
    "meridiem": {"午前": "am", "午後": "pm", "am": "am", "pm": "pm"},
    "daypart": {
        "未明": "morning", "早朝": "morning", "明け方": "morning", "朝": "morning", "午前": "morning", "午前中": "morning", "昼前": "morning",
        "昼": "midday", "正午": "midday", "昼頃": "midday", "昼ごろ": "midday", "昼過ぎ": "afternoon", "午後": "afternoon",
        "夕方": "evening", "夕": "evening", "夜": "night", "晩": "night", "深夜": "night", "夜中": "night", "夜間": "night", "夜明け": "morning",
    },
    "noon": {"正午": 12, "零時": 0},
    "about": dict.fromkeys(("ごろ", "頃", "ころ", "前後", "あたり", "くらい", "ぐらい"), 1),
    "first_or_last": {"最初の": 1, "最初": 1, "初めの": 1, "最後の": -1, "最後": -1, "最終": -1},
    "vague": {"最近": "past", "近年": "past", "先日": "past", "先ごろ": "past", "このほど": "past", "かつて": "past", "当時": "past", "現在": "present", "目下": "present", "近く": "future", "近日": "future", "今後": "future", "将来": "future"},
    # After a number and 日 these make it a length or a place in a row.
    "row": dict.fromkeys(("間", "目", "ぶり", "連続", "以内", "以上", "以下", "未満", "余り", "あまり", "分", "続き", "がかり"), 1),
}  # fmt: skip

_NAMED = {
    "元日": "new_year", "元旦": "new_year", "大晦日": "new_year_eve", "大みそか": "new_year_eve", "成人の日": "coming_of_age_jp", "建国記念の日": "foundation_jp",
    "天皇誕生日": "emperor_jp", "春分の日": "vernal_equinox", "春分": "vernal_equinox", "昭和の日": "showa_jp", "憲法記念日": "constitution_jp", "みどりの日": "greenery_jp", "こどもの日": "children_jp", "子供の日": "children_jp",
    "海の日": "sea_jp", "山の日": "mountain_jp", "終戦記念日": "war_end_jp", "終戦の日": "war_end_jp", "敬老の日": "aged_jp", "秋分の日": "autumnal_equinox", "秋分": "autumnal_equinox", "体育の日": "sports_jp", "スポーツの日": "sports_jp",
    "文化の日": "culture_jp", "勤労感謝の日": "labour_thanksgiving_jp", "クリスマスイブ": "christmas_eve", "クリスマスイヴ": "christmas_eve", "クリスマス": "christmas", "バレンタインデー": "valentine", "バレンタイン": "valentine", "ハロウィン": "halloween",
    "光復節": "liberation_day", "三一節": "independence_movement_kr", "太陽節": "day_of_the_sun", "光明星節": "day_of_the_shining_star", "旧正月": "seollal", "ソルラル": "seollal", "秋夕": "chuseok", "チュソク": "chuseok", "エイプリルフール": "april_fools", "メーデー": "may_day", "感謝祭": "thanksgiving", "イースター": "easter", "復活祭": "easter",
}  # fmt: skip

_ERA = "{era} {era_year:number|first_year} 年"
_YEAR = f"( {{year}} 年 | {{yy}} 年 | {_ERA} | 西暦 {{year:number}} 年 | 紀元前 {{year:number}} 年 )"
_SURE_YEAR = f"( {{year}} 年 | {{yy:sure_yy}} 年 | {_ERA} | 西暦 {{year:number}} 年 )"
_MONTH, _DAY = "{month:month_number} 月", "{day} 日"
_WEEKDAY = "( ( の|、 )? {weekday} | \\( {weekday:weekday|weekday_sign} ( ・|、 祝|休 )? \\) )?"
_SHIFTS = (("year_shift", "anchor"), ("year_hang", "previous"))

CORE: tuple[Pattern, ...] = (
    # Year, month, day.
    pattern(f"{_YEAR} の? {_MONTH} の? {_DAY} {_WEEKDAY}", "calendar"),
    pattern(f"{_YEAR} の? {_MONTH}", "calendar"),
    pattern(f"{_YEAR} の? {{month:month_number}} {{part:month_part}}", "part"),
    pattern(f"{_SURE_YEAR}", "calendar"),
    pattern("紀元前 {year:number} 年", "calendar", bc=1),
    pattern("{year} {part:year_part}", "part"),
    pattern("{era} {era_year:number|first_year} {part:year_part}", "part"),
    pattern("{era:era_letter} {era_year:number} ( 年 | . ) {month:month_number} ( 月 | . ) {day} 日?", "calendar", glued=True),
    pattern(f"{_MONTH} の? {_DAY} !>間|ぶり {_WEEKDAY}", "calendar"),
    pattern(f"翌? {_MONTH} !>間", "calendar"),
    pattern(f"翌 {_DAY} {_WEEKDAY}", "calendar", base="previous"),
    pattern("{month:month_name}", "calendar"),
    pattern("{era} {era_year:number} .|-|・|/ {month:month_number} ( .|-|・|/ {day} )?", "calendar", glued=True),
    pattern("{month:month_number} {part:month_part}", "part"),
    pattern(f"!<第|計|約|延べ|わずか|{{number}} {_DAY} !>{{row}}|{{back_or_on}} {_WEEKDAY}", "calendar"),
    pattern("<{edge} {year} >{edge}", "calendar"),
    # In figures, largest unit first.
    pattern("{year} / {month:month_number} / {day}", "calendar", glued=True),
    pattern("{year} - {month:month_number} - {day}", "calendar", glued=True),
    pattern("{year} . {month:month_number} . {day}", "calendar"),
    pattern("{year} / {month:month_number} !>/|{number}", "calendar", glued=True),
    pattern("{year} 年 / {month:month_number} 月?", "calendar", glued=True),
    pattern("{year} / {month:month_number} 月", "calendar", glued=True),
    pattern("<{edge}|\\(|{unknown}|~|から {month:month_number} / {day} >{edge}|\\(|{unknown}|の|に|から|~|まで ( \\( {weekday:weekday_sign} \\) )?", "calendar", glued=True),
    # Decades, centuries, fiscal years, quarters, halves, seasons.
    pattern("{decade:decade_year} 年代", "calendar"),
    pattern("{hundreds:hundreds_year} 年代", "calendar"),
    pattern("{short_decade} 年代", "calendar"),
    pattern("紀元前 {century:number} 世紀", "calendar", bc=1),
    pattern("{century:number} 世紀", "calendar"),
    pattern("( {fiscal:year|sure_yy} | {era} {era_year:number|first_year} ) 年度", "calendar", fiscal_word=1),
    pattern("{shift:fiscal_shift}", "calendar", unit="fiscal"),
    pattern(f"{_SURE_YEAR} の? 第? {{quarter:number}} 四半期", "calendar"),
    pattern("第 {quarter:number} 四半期", "calendar"),
    pattern(f"{_SURE_YEAR} の? {{half:half_year}}", "calendar"),
    pattern("{half:half_year}", "calendar"),
    pattern(f"{_SURE_YEAR} の? {{season}}", "calendar"),
    pattern("{year} ( -|~ ) {number} 年? の? 冬", "calendar", season=4),
    pattern("{year} {season}", "calendar", glued=True),
    pattern("{shift:quarter_shift}", "calendar", unit="quarter"),
    pattern("{shift:season_shift} {season}", "calendar", unit="year"),
    pattern("この {season}", "calendar", unit="year", shift=0),
    # A named day.
    *(pattern(f"( {_SURE_YEAR} の? )? {word}", "named", name=name) for word, name in _NAMED.items()),
    *(pattern(f"{{shift:year_shift}} の? {word}", "named", name=name) for word, name in _NAMED.items()),
    # Counted from the anchor, or from the date read before.
    *(pattern(f"{{shift:{word}}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {_MONTH} ( の? {_DAY} {_WEEKDAY} )?", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{month:month_number}} {{part:month_part}}", "part", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} {_YEAR} の? {_MONTH} ( の? {_DAY} {_WEEKDAY} )?", "calendar", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{season}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? {{half:half_year}}", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(pattern(f"{{shift:{word}}} の? 第 {{quarter:number}} 四半期", "calendar", unit="year", base=base) for word, base in _SHIFTS),
    *(
        pattern(f"{{shift:{word}}} ( の? {_DAY} {_WEEKDAY} )?", "calendar", unit="month", base=base)
        for word, base in (("month_shift", "anchor"), ("month_hang", "previous"))
    ),
    *(
        pattern(f"{{shift:{word}}} の? ( {_DAY} の? )? {{weekday}}? ( {_DAY} )?", "calendar", unit="week", base=base)
        for word, base in (("week_shift", "anchor"), ("week_hang", "previous"))
    ),
    pattern(f"{{shift:week_shift}} の? {{weekday}} の? {_MONTH} の? {_DAY}", "calendar"),
    pattern("{shift:week_shift} の? 末|週末", "calendar", unit="weekend"),
    pattern("週末", "calendar", unit="weekend", shift=0),
    pattern("{part:year_part}", "part", unit="year", shift=0, base="context"),
    pattern("{part:month_part}", "part", unit="month", shift=0, base="context"),
    *(pattern(f"{word} の {{part}}", "part", unit=unit, shift=0, base="context") for word, unit in (("年", "year"), ("月", "month"))),
    pattern("<{edge} \\( {weekday:weekday_sign} \\)", "calendar"),
    pattern("{shift:day_shift}", "calendar", unit="day"),
    pattern("{shift:day_hang}", "calendar", unit="day", base="previous"),
    pattern("{shift:night_shift}", "calendar", unit="day", daypart="night"),
    pattern("{shift:morning_shift}", "calendar", unit="day", daypart="morning"),
    pattern("{shift:morning_hang}", "calendar", unit="day", daypart="morning", base="previous"),
    pattern("!<{number}|{first_or_last} {weekday}", "calendar"),
    pattern("{shift:next_one} {weekday}", "calendar"),
    pattern(f"来る ( {_MONTH} )? {_DAY} {_WEEKDAY}", "calendar", shift=1),
    pattern(f"去る|さる ( {_MONTH} )? {_DAY} {_WEEKDAY}", "calendar", shift=-1),
    pattern("{count:number} {unit} ( で | 経ったら | たったら | 経過 後|したら|してから に? | 過ぎたら )", "offset", sign=1, way="in"),
    pattern("!<の 約? {count:number} {unit} ( ほど|くらい|ぐらい|以上|余り )? {sign:ago}", "offset", base="context"),
    pattern("!<の 約? {count:number} {unit} ( ほど|くらい|ぐらい|以上|余り )? {sign:later}", "offset", base="previous"),
    pattern("{count:number} {unit} 以内 に?", "offset", "within", sign=1),
    pattern("{count:number} 営業日 {sign:back_or_on}", "duration", "duration", unit="day"),
    pattern("( その|それから|の ) {count:number} {unit} {sign:back_or_on}", "offset", base="previous"),
    pattern("今から|いまから {count:number} {unit} {sign:back_or_on}", "offset"),
    pattern("{count:vague_count} {unit} {sign:back_or_on}", "offset", base="context"),
    # Stretches beside the anchor, lengths and repeated times.
    pattern("過去|直近|ここ|この|これまで|前の|最後の の? {count:number|vague_count} {unit:long_unit}", "span", "duration", way=-1),
    pattern("今後|向こう|これから|次の|後|あと|今|いま の? {count:number|vague_count} {unit:long_unit}", "span", "duration", way=1),
    pattern("( 約|まる|丸|第|延べ )? {count:number|vague_count} {unit:long_unit} 半? ( ほど|以上|余り|ぶり|以内|連続|目|後半 )?", "duration", "duration"),
    pattern("{count:number|vague_count} {unit} 間|目|ぶり|以内|連続|以上|以下|余り", "duration", "duration"),
    pattern("数 {unit}", "duration", "duration", count="X"),
    pattern("半年|半世紀", "duration", "duration", unit="month", count=6),
    pattern("半日", "duration", "duration", unit="hour", count=12),
    pattern("{unit:every} の? {weekday}?", "set", "set"),
    pattern("{count:number} {unit} ごと|おき|毎 に?", "set", "set"),
    # The clock.
    pattern("{hour} : {minute} ( : {second:minute} )?", "time", "clock"),
    pattern("{meridiem} の? {hour} : {minute} ( : {second:minute} )?", "time", "clock"),
    pattern("{meridiem}? の? {hour} 時 ( {minute:number} 分 ( {second:number} 秒 )? )? {about}?", "time", "clock"),
    pattern("{meridiem}? の? {hour} 時 半 {about}?", "time", "clock", minute=30),
    pattern("{hour:noon} {about}?", "time", "clock"),
    # Vague words.
    pattern("{when:vague}", "vague", "vague"),
)  # fmt: skip

PART: tuple[Pattern, ...] = (
    pattern("{+date} の? {part}", "part"),
    pattern("{+date} の? ( の {part} )", "part"),
    pattern("{+date} の? 第? {nth:number} 週 目?", "nth", unit="week"),
    pattern("{+date} の? {nth:first_or_last} の? 週", "nth", unit="week"),
    pattern("{+date} の? {nth:first_or_last} の? {weekday}", "nth"),
    pattern("{+date} の? 第 {nth:number} {weekday}", "nth"),
    pattern("{+date} の? 第 {nth:number} {weekday:weekday_sign} !>{unknown}", "nth"),
    pattern("{+date} の {count:number} {unit} {sign:back_or_on}", "offset"),
    pattern("{+date} から {count:number} {unit} {sign:back_or_on}", "offset"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+date} の? {daypart}", "time"),
    pattern("{+date} の? ( {daypart} の? )? {+clock}", "time"),
    pattern("{+date} の? {+clock} から|~|- {clock} まで?", "time"),
    pattern("{daypart} の? {+clock}", "time", "time"),
    pattern("{+clock}", "time", "time"),
    pattern("{+date} の? {about}", "about", qualifier="approximate"),
    pattern("約|およそ|おおよそ {+date}", "about", qualifier="approximate"),
    pattern("おそらく|多分|たぶん {+date}", "about", qualifier="uncertain"),
    pattern("おそらく|多分|たぶん {+date} の? {about}", "about", qualifier="uncertain"),
)  # fmt: skip
_TO = "( から | ~ | - | より )"
JOIN: tuple[Pattern, ...] = (
    pattern(f"{{+date}} {_TO} {{+date}} ( まで | にかけて | いっぱい )?", "range", how="lasting"),
    pattern("{+date} 以降 {+date} まで|にかけて|いっぱい", "range", how="lasting"),
    pattern("{+date} から|~ {+date} ( まで )? の間 ( のいつか )?", "range", how="between"),
    pattern("{+date} と|や|及び|および|・ {+date}", "list", how="and"),
    pattern("{+date} か|または|あるいは|もしくは {+date}", "list", how="or"),
)  # fmt: skip
# Two days or months of one unit: "26~28日", "5月26、27日", "5~7月".
_YEAR_OR_MONTH = f"( {_YEAR} )? ( {_MONTH} )?"
CORE += (
    pattern(f"{_YEAR_OR_MONTH} {{+day}} ~|- {{+day}} 日 まで?", "range", how="lasting"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 、|・|と {{+day}} 日|両日|の両日", "list", how="and"),
    pattern(f"( {_YEAR} )? {{+month_number}} ~|- {{+month_number}} 月", "range", how="lasting"),
    pattern("{+year} ~|- {+year} 年? !>-", "range", how="lasting"),
    pattern("{+year} から {+year} 年 まで?", "range", how="lasting"),
    pattern("{+year} ・|、 {+year} 年", "list", how="and"),
    pattern("{+year} ~|- {+yy} 年", "range", how="lasting"),
)  # fmt: skip
BOUND: tuple[Pattern, ...] = (
    pattern("{+within}", "bound", bound="by"),
    pattern("{+date} までに", "bound", bound="by"),
    pattern("{+date} まで", "bound", bound="until"),
    pattern("{+date} から|以降|以来|以後", "bound", bound="since"),
    pattern("{+date} 以前", "bound", bound="by"),
    pattern("{+date} より前|より以前", "bound", bound="before"),
    pattern("{+date} より後|より以後", "bound", bound="after"),
)  # fmt: skip

LANGUAGE = Language(
    code="ja",
    spaced=False,
    words=WORDS,
    patterns={"core": CORE, "part": PART, "time": TIME, "join": JOIN, "bound": BOUND},
    numbers=_NUMBERS,
    numeral=numeral,
    samples=(
        "一",
        "十",
        "二十",
        "三十一",
        "五十",
        "六十四",
        "〇八",
        "九八",
        "百",
        "千九百八十",
        "二〇一九",
        "一九八〇",
        "1900",
        "1980",
        "二〇〇〇",
        "04",
        "80",
    ),
    ahead=r"予定|方針|見通し|見込み|見込む|計画|つもり|期限|だろう|でしょう|ましょう|ください|べき|向け|目指|めど|控え|迎える|開かれる|開催する|(?:する|なる|行う|れる)(?:こと|方向|考え)|(?<!い)(?:る|す|う|く|む)(?=。|\Z)|(?<=[一-龠])へ(?=。|\Z)",
    back=r"(?:[しっいんきれめけえげせてねべりちじびみ]|かっ)[ただ](?![ちけめいくさ])|(?<=[一-龠])た(?![ちけめいくさり])|だった|いた(?=。|、|\Z)",
    clause=r"[、。()「」『』\n]",
    reporting=r"述べた|語った|話した|発表した|明らかにした|伝えた|報じた|説明した",
    verb="after",
)
