"""Japanese: the words of dates, and what its numbers may be."""
# A line of words stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.eras import EARLIER_ERAS, OLD_ERAS
from timeline.dates.languages import Fields, Value

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
# Twenty and thirty in one sign, as older papers have them.
TENS = str.maketrans({"廿": "二十", "卅": "三十"})
# Words that begin as a number does.
NUMBERS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+|(?!一昨|四半|三一節|十分に|十分な|一日中|三日月|千秋|.日(?:市|町|酔|坊主|天下|大根|鼠)|二十日(?:大根|鼠)|五月(?:雨|病|晴|蝿|蠅|人形))[〇零一二三四五六七八九十廿卅百千]+?(?=四半期|半期|[^〇零一二三四五六七八九十廿卅百千]|\Z)"

# One of every kind of number.
SAMPLES = "一 十 二十 三十一 五十 六十四 〇八 九八 百 千九百八十 二〇一九 一九八〇 1900 1980 二〇〇〇 04 80 11 30 32 40 41 65 100 1001 01 001 010 1,000 十三 三十 一〇 一三 二〇 二五 三〇 四〇 〇〇 〇一 千 千十 20190501"


def numeral(written: str) -> Fields:
    """Kanji numbers as figures are (二〇一九, 十二, 千九百八十); years of two figures that are no length; decades."""
    if "," in written:
        return {"amount": 1}
    if len(written) > 8:
        return {}
    written = written.translate(TENS)
    value = int(written) if written.isascii() else _kanji(written)
    if value is None:
        return {}
    found: Fields = {} if written.isascii() else _as_figures(written, value)
    if len(written) == 2 and written.isascii() and (value >= 40 or written[0] == "0"):
        found["sure_yy"] = value
    if "sure_yy" in found and (value % 5 or written[0] == "0"):
        found["odd_yy"] = value
    if 100 <= value <= 999 and len(written) == 3:
        found["old_year"] = value
        found["odd_old_year" if value % 10 else "round_old_year"] = value
    if 1 <= value <= 99:
        found["below_100"] = value
    if value == 1:
        found["one"] = 1
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
        # 千年, 二千年 are lengths.
        ("year", 1000 <= value <= 2999 and len(written) > 2),
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
    "era": {name: name for name in ("明治", "大正", "昭和", "平成", "令和", *OLD_ERAS, *EARLIER_ERAS)}
    | {"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"},
    "era_short": {"昭": "昭和", "平": "平成", "令": "令和"},
    "month_name": {f"{kana}がつ": number for number, kana in enumerate(_months, 1)},
    "era_letter": {"m": "M", "t": "T", "s": "S", "h": "H", "r": "R"},
    "first_year": {"元": 1},
    "weekday": _weekdays,
    "weekday_sign": {sign: number for number, sign in enumerate(_WEEKDAYS, 1)},
    "year_shift": {"一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "昨季": -1, "今季": 0, "来季": 1, "先の年": -1, "今年": 0, "ことし": 0, "本年": 0, "当年": 0, "来年": 1, "明年": 1, "再来年": 2},
    "year_hang": {"前年": -1, "前の年": -1, "同年": 0, "その年": 0, "同じ年": 0, "この年": 0, "翌年": 1, "次の年": 1, "明くる年": 1, "翌々年": 2, "翌翌年": 2},
    "fiscal_shift": {"一昨年度": -2, "再来年度": 2, "昨年度": -1, "前年度": -1, "今年度": 0, "本年度": 0, "来年度": 1, "翌年度": 1},
    "month_shift": {"先々月": -2, "先月": -1, "今月": 0, "本月": 0, "当月": 0, "来月": 1, "再来月": 2},
    "month_hang": {"前月": -1, "前の月": -1, "同月": 0, "その月": 0, "同じ月": 0, "翌月": 1, "次の月": 1},
    "week_shift": {"先々週": -2, "先週": -1, "前の週": -1, "昨週": -1, "今週": 0, "本週": 0, "この週": 0, "来週": 1, "再来週": 2, "せんしゅう": -1, "こんしゅう": 0, "らいしゅう": 1, "さらいしゅう": 2},
    "quarter_shift": {"現行四半期": 0, "今qtr": 0, "当qtr": 0, "先qtr": -1, "前qtr": -1, "来qtr": 1, "翌qtr": 1, "前四半期": -1, "前の四半期": -1, "先四半期": -1, "今四半期": 0, "当四半期": 0, "現四半期": 0, "今の四半期": 0, "この四半期": 0, "来四半期": 1, "次の四半期": 1, "翌四半期": 1},
    # The same stretch of the year before.
    "compared": {"前年同月": "month", "昨年同月": "month", "前年同日": "day", "前年同期": "year", "昨年同期": "year", "前年同時期": "year", "前年の同じ時期": "year", "前年の同期": "year"},
    "week_hang": {"前週": -1, "同週": 0, "同じ週": 0, "その週": 0, "翌週": 1, "次の週": 1},
    "day_shift": {
        "一昨々日": -3, "さきおととい": -3, "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "きょう": 0, "本日": 0,
        "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2, "明々後日": 3, "しあさって": 3,
    },
    "day_hang": {"前日": -1, "前の日": -1, "同日": 0, "その日": 0, "当日": 0, "この日": 0, "同じ日": 0, "翌日": 1, "次の日": 1, "明くる日": 1, "翌々日": 2, "翌翌日": 2},
    # Words that are a day and a part of it.
    "night_shift": {"昨夜": -1, "昨晩": -1, "ゆうべ": -1, "今夜": 0, "今晩": 0, "今宵": 0, "明晩": 1},
    "night_hang": {"前夜": -1, "前晩": -1, "前の晩": -1, "同夜": 0, "その夜": 0, "その晩": 0, "翌晩": 1, "翌夜": 1},
    "morning_shift": {"今朝": 0, "けさ": 0, "明朝": 1},
    "morning_hang": {"翌朝": 1, "同朝": 0},
    "next_one": {"次の": 1, "今度の": 1, "来る": 1, "この前の": -1, "前回の": -1, "去る": -1, "さる": -1, "この": 0, "その": 0},
    "season": {"春": 1, "夏": 2, "秋": 3, "冬": 4, "春先": 1, "初夏": 2, "初秋": 3, "晩秋": 3, "真夏": 2, "真冬": 4},
    "season_shift": {"昨": -1, "今": 0, "来": 1},
    "part": {
        "上旬": "early", "初旬": "early", "初頭": "early", "初め": "early", "はじめ": "early", "始め": "early", "頭": "early", "序盤": "early", "早々": "early", "早く": "early", "早い時期": "early", "前期": "early",
        "中旬": "mid", "半ば": "mid", "なかば": "mid", "中頃": "mid", "中ごろ": "mid", "中盤": "mid", "中期": "mid",
        "下旬": "late", "末": "late", "終わり": "late", "終盤": "late", "暮れ": "late", "遅く": "late", "遅い時期": "late", "後期": "late",
        "前半": "first_half", "後半": "second_half", "中下旬": "mid_late", "中・下旬": "mid_late", "中後半": "mid_late", "中後期": "mid_late",
    },
    "year_part": {"年初": "early", "年初頭": "early", "年初め": "early", "年頭": "early", "年始": "early", "年央": "mid", "年末": "late"},
    "week_part": {"週初め": "early", "週初": "early", "週半ば": "mid", "週後半": "second_half", "週前半": "first_half"},
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
    # A length that, said after a date, tells how long it lasted from there.
    "length_unit": {"年間": "year", "か月間": "month", "ヶ月間": "month", "カ月間": "month", "ヵ月間": "month", "週間": "week", "日間": "day"},
    "vague_count": {"数": "X", "何": "X", "幾": "X"},
    "back_or_on": {"前": -1, "まえ": -1, "後": 1, "あと": 1},
    "ago": {"前": -1, "まえ": -1},
    "later": {"後": 1, "あと": 1},
    "meridiem": {"午前": "am", "午後": "pm", "am": "am", "pm": "pm"},
    "zone": {
        "日本時間": "Asia/Tokyo",
        "韓国時間": "Asia/Seoul",
        "北朝鮮時間": "Asia/Pyongyang",
        "平壌時間": "Asia/Pyongyang",
        "中国時間": "Asia/Shanghai",
        "北京時間": "Asia/Shanghai",
        "米東部時間": "America/New_York",
        "米国東部時間": "America/New_York",
        "協定世界時": "Etc/UTC",
    },
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
    "row": dict.fromkeys(("間", "目", "ぶり", "連続", "以内", "以上", "以下", "未満", "余り", "あまり", "分", "続き", "がかり", "早く", "遅く", "早い", "遅れ"), 1),
    # Longer words that end in one of ours, and words that are no date.
    "no_date": dict.fromkeys("戦後 直後 死後 背後 老後 青春 売春 思春 買春 新春 立春 立夏 立秋 立冬 小春 千秋 常夏 一日中 三日月 二日市 三日市 四日市 五日市 六日町 七日町 八日市 八日町 十日町 十日市 二十日大根 二十日鼠 三日坊主 三日天下 二日酔い 五月雨 五月病 五月晴れ 五月人形 前夜祭 前日譚".split(), 1),
}  # fmt: skip

# "3年前の年末", "5年前日本で" count back; "革命前夜" and "今日本では" are no day.
# Sign by sign: a set of such signs takes long to compile.
_UNITS_BEFORE = "".join(f"(?<!{sign})" for sign in "年月日週間分秒時")
GUARDS = (
    (("前の年", "前の月", "前の週", "前の日", "前の", "前年", "前月", "前週"), _UNITS_BEFORE, "(?!曜)"),
    # 前日本代表, 元日本銀行総裁: of Japan; 前日本社で, 前日本番: of 本.
    (("前日",), _UNITS_BEFORE, "(?!曜)(?!本(?!社(?!会)|紙|番|店|部|堂))"),
    (("元日",), "", "(?!本)"),
    (("次の月", "その月", "同じ月", "次の日", "その日", "この日", "同じ日"), "", "(?!曜)"),
    (("前夜",), "".join(f"(?<!{sign})" for sign in "命戦争変ス"), ""),
    (("今日",), "", "".join(f"(?!本{sign})" for sign in "はがのでにをとも人")),
    (("明日",), "", "(?!香)(?!葉)"),
)

NAMED = {
    "元日": "new_year", "元旦": "new_year", "大晦日": "new_year_eve", "大みそか": "new_year_eve", "成人の日": "coming_of_age_jp", "建国記念の日": "foundation_jp",
    "天皇誕生日": "emperor_jp", "春分の日": "vernal_equinox", "春分": "vernal_equinox", "昭和の日": "showa_jp", "憲法記念日": "constitution_jp", "みどりの日": "greenery_jp", "こどもの日": "children_jp", "子供の日": "children_jp",
    "海の日": "sea_jp", "山の日": "mountain_jp", "終戦記念日": "war_end_jp", "終戦の日": "war_end_jp", "敬老の日": "aged_jp", "秋分の日": "autumnal_equinox", "秋分": "autumnal_equinox", "体育の日": "sports_jp", "スポーツの日": "sports_jp",
    "文化の日": "culture_jp", "勤労感謝の日": "labour_thanksgiving_jp", "クリスマスイブ": "christmas_eve", "クリスマスイヴ": "christmas_eve", "クリスマス": "christmas", "バレンタインデー": "valentine", "バレンタイン": "valentine", "ハロウィン": "halloween",
    "光復節": "liberation_day", "三一節": "independence_movement_kr", "太陽節": "day_of_the_sun", "光明星節": "day_of_the_shining_star", "旧正月": "seollal", "旧暦の正月": "seollal", "ソルラル": "seollal", "秋夕": "chuseok", "チュソク": "chuseok", "エイプリルフール": "april_fools", "メーデー": "may_day", "感謝祭": "thanksgiving", "イースター": "easter", "復活祭": "easter",
}  # fmt: skip
