"""Explicit dates in texts of languages without a grammar of ours: Russian, German, French, Spanish, Chinese and others.

dateparser is asked what a word beside a number means (which month is "сентября"?), once for each word; it never sees
the text. Chinese writes its dates in signs that we know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.dates.around import BEFORE_CHRIST
from timeline.dates.core import month_of
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.weekday_names import weekday_before

_WORD = r"[^\W\d_]{3,14}"
# What stands between day, month and year: "17 de septiembre de 2002", "17. September 2002", "17-го сентября".
_AFTER_DAY, _BEFORE_YEAR = r"(?:\.|er|º|ª|-го|-е)?\s(?:de\s)?", r"\.?,?\s(?:de\s|del\s)?"
_YEAR = r"(?:1\d|20)\d\d"
# "490 v. Chr.", "de 490 à 479 av. J.-C.", "15 de marzo de 44 a. C."; of a range the mark stands at the end, for both.
_MARK = re.compile(rf"\s?(?P<mark>{BEFORE_CHRIST})(?!\w)", re.IGNORECASE)
_MARKED = rf"(?=\s?{BEFORE_CHRIST}(?!\w))"
_MARKED_YEARS = re.compile(
    rf"(?<![\d.,/-])(?:(?:zwischen|entre|tra|между)\s(?P<between>\d{{1,4}})\s(?:und|et|y|e|и)\s"
    rf"|(?P<from>\d{{1,4}})(?:\s?[-–—]\s?|\s(?:bis|à|au|al?|до|по)\s))?(?P<year>\d{{1,4}}){_MARKED}",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<![\d.,/-])(?:"
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})\.\s(?P<m3>\d{1,2})\.\s(?P<y3>\d{4})"
    rf"|(?P<d5>\d{{1,2}}){_AFTER_DAY}(?P<w5>{_WORD})(?:{_BEFORE_YEAR}(?P<y5>\d{{4}}(?!\d)|\d{{1,3}}{_MARKED}))?"
    rf"|(?P<y8>{_YEAR})(?=\s(?:года|году|год|г\.)(?!\w))"
    r")(?![\d%])"
    rf"|\b(?:im jahre?|seit|en|em|nel|en el año|depuis|desde)\s(?P<y7>{_YEAR})(?![\d%]|[.,-]\d)"
    rf"|\b(?P<w6>{_WORD})\.?\s(?:de\s|del\s)?(?P<y6>\d{{4}}(?![\d%])|\d{{1,3}}{_MARKED})",
    re.IGNORECASE,
)
_CHINESE_MARK = r"(?:公元前|西元前|纪元前|紀元前|(?<![\u4e00-\u9fff])前)"
_CHINESE_MARKED = re.compile(rf"{_CHINESE_MARK}(?P<first>\d{{1,4}})\s?年?\s?[至到—–~～-]\s?(?P<last>\d{{1,4}})\s?年")
_DIGITS = "〇○零一二三四五六七八九"
_SIGNS = str.maketrans({"两": "二", "兩": "二", "廿": "二十", "卅": "三十"})
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_NOT_IN_NUMBER = rf"(?<![\d.{_DIGITS}十廿卅百第])"
_CHINESE = re.compile(
    rf"{_NOT_IN_NUMBER}(?:"
    rf"(?:(?P<bc>公元前|西元前|纪元前|紀元前|前)(?P<y6>\d{{1,4}}|[{_DIGITS}]{{1,4}})\s?年(?!代|度|间|間|后|後|前)"
    rf"|(?P<y>\d{{4}}|[{_DIGITS}]{{4}})\s?年(?!代|度)|(?P<year_word>去年|今年|明年|前年|同年|当年|當年|次年|翌年))"
    rf"(?:\s?(?P<m>{_SMALL})\s?月份?(?:\s?(?P<d>{_SMALL})\s?[日号號])?|(?P<season>[春夏秋冬])[天季]?"
    r"|\s?第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<new_year>元旦))?"
    rf"|(?P<m2>{_SMALL})\s?月(?:\s?(?P<d2>{_SMALL})\s?[日号號]|份|(?![球亮薪饼餅刊票租费費]))"
    rf"|(?P<month_word>上个?月|上個月|本月|下个?月|下個月|同月|当月|當月|次月)(?:\s?(?P<d3>{_SMALL})\s?[日号號])?"
    rf"|(?P<decade>\d{{3}}0)\s?年代|(?P<bc_century>公元前|西元前|纪元前|紀元前|前)?(?P<century>{_SMALL}|[上本])\s?世[纪紀](?:\s?(?P<tens>\d0|[二三四五六七八九]十)\s?年代)?"
    rf"|(?P<count>\d{{1,3}}|[一二两兩三四五六七八九十]{{1,3}})\s?(?P<unit>天|周|週|[个個]星期|[个個]月|年)[之以]?(?P<side>[前后後])"
    r"|(?P<alone>元旦)|[昨今明]\s?[(（](?P<d5>\d{1,2})[)）]日"
    r"|(?P<day_word>前天|昨天|昨日|今天|今日|明天|明日|后天|後天|次日|翌日)"
    r"|(?P<week_word>上周|上週|本周|本週|下周|下週)(?P<weekday>[一二三四五六日天])?"
    r"|(?P<d4>\d{1,2})日(?![本元间間内內后後前均夜益程间]|[报報](?![道导導]))"
    r")(?P<part>上旬|中旬|下旬|初|底|末|中期|中叶|中葉|早期|后期|後期|晚期)?"
)
# Word -> unit, how many units on, and what it hangs on.
_HANGING: dict[str, tuple[str, int, str]] = {
    **dict.fromkeys(("前年",), ("year", -2, "")),
    **dict.fromkeys(("去年",), ("year", -1, "")),
    **dict.fromkeys(("今年",), ("year", 0, "")),
    **dict.fromkeys(("明年",), ("year", 1, "")),
    **dict.fromkeys(("同年", "当年", "當年"), ("year", 0, "previous")),
    **dict.fromkeys(("次年", "翌年"), ("year", 1, "previous")),
    **dict.fromkeys(("上月", "上个月", "上個月"), ("month", -1, "")),
    **dict.fromkeys(("本月",), ("month", 0, "")),
    **dict.fromkeys(("下月", "下个月", "下個月"), ("month", 1, "")),
    **dict.fromkeys(("同月", "当月", "當月"), ("month", 0, "previous")),
    **dict.fromkeys(("次月",), ("month", 1, "previous")),
    **dict.fromkeys(("前天",), ("day", -2, "")),
    **dict.fromkeys(("昨天", "昨日"), ("day", -1, "")),
    **dict.fromkeys(("今天", "今日"), ("day", 0, "")),
    **dict.fromkeys(("明天", "明日"), ("day", 1, "")),
    **dict.fromkeys(("后天", "後天"), ("day", 2, "")),
    **dict.fromkeys(("次日", "翌日"), ("day", 1, "previous")),
    **dict.fromkeys(("上周", "上週"), ("week", -1, "")),
    **dict.fromkeys(("本周", "本週"), ("week", 0, "")),
    **dict.fromkeys(("下周", "下週"), ("week", 1, "")),
}
_PARTS = {
    **dict.fromkeys(("上旬", "初", "早期"), "early"),
    **dict.fromkeys(("中旬", "中期", "中叶", "中葉"), "mid"),
    **dict.fromkeys(("下旬", "底", "末", "后期", "後期", "晚期"), "late"),
}
_UNITS = {"天": "day", "周": "week", "週": "week", "期": "week", "月": "month", "年": "year"}
_TO = re.compile(r"\s?(?:至|到|—|–|-|~|～)\s?")
_MOST_WORDS = 3_000
# Thai counts by the Buddhist era: 2541 is 1998 there, and in no text the year 2541.
_BUDDHIST_FROM = 2300
_NAMES = (("year", "y"), ("month", "m"), ("day", "d"))


def foreign_nodes(text: str, code: str) -> Iterator[Node]:
    """The explicit dates of a text in a language without a grammar of ours, in text order."""
    if code.partition("-")[0] == "zh":
        return _longest([*_ranges(text, _chinese(text)), *_chinese_marked(text)])
    return _longest([*_spelled(text, code), *_marked_years(text)])


def _chinese_marked(text: str) -> Iterator[Node]:
    """公元前490年至479年: the mark stands once, in front."""
    for found in _CHINESE_MARKED.finditer(text):
        years = (Node(*found.span(name), "calendar", {"year": int(found[name])}) for name in ("first", "last"))
        yield Node(found.start(), found.end(), "range", {"how": "lasting", "mark": "first"}, tuple(years))


def _longest(nodes: list[Node]) -> Iterator[Node]:
    """In text order; of two at one place the longer."""
    end = 0
    for node in sorted(nodes, key=lambda node: (node.start, -node.end)):
        if node.start >= end and not _names_no_year(node):
            yield node
            end = node.end


def _names_no_year(node: Node) -> bool:
    """Whether it counts from the year 0 before Christ, which is none: the year before 1 AD is 1 BC."""
    is_zero = "bc" in node.fields and node.fields.get("year") == 0
    return is_zero or any(_names_no_year(child) for child in node.children)


def _spelled(text: str, code: str) -> Iterator[Node]:
    asked: set[str] = set()
    for found in _SPELLED.finditer(text):
        parts = {name[0]: value for name, value in found.groupdict().items() if value}
        fields = _fields(parts, code, asked)
        if "day" in fields and "year" in fields and (weekday := weekday_before(text, found.start())):
            fields = fields | {"weekday": weekday}
        mark = _MARK.match(text, found.end()) if "year" in fields else None
        if fields and (mark is None or "month" in fields):
            yield Node(
                found.start(), mark.end() if mark else found.end(), "calendar", fields | ({"bc": 1} if mark else {})
            )


def _marked_years(text: str) -> Iterator[Node]:
    """Years before Christ, alone or two of them with the mark at the end."""
    for found in _MARKED_YEARS.finditer(text):
        mark = _MARK.match(text, found.end())
        first, place = next(((found[name], name) for name in ("between", "from") if found[name]), ("", ""))
        end = mark.end() if mark else found.end()
        last = Node(found.start("year"), end, "calendar", {"year": int(found["year"]), "bc": 1})
        if first:
            start = Node(found.start(place), found.end(place), "calendar", {"year": int(first), "bc": 1})
            how = "between" if place == "between" else "lasting"
            yield Node(found.start(), end, "range", {"how": how, "bc": 1}, (start, last))
        else:
            yield last


def _fields(parts: dict[str, str], code: str, asked: set[str]) -> Fields:
    fields: Fields = {name: int(parts[sign]) for name, sign in _NAMES if sign in parts}
    if code == "th" and int(fields.get("year", 0)) > _BUDDHIST_FROM:
        return {}
    if "w" in parts:
        word = parts["w"].lower()
        asked.add(word)
        month = month_of(word, code) if len(asked) < _MOST_WORDS else 0
        return fields | {"month": month} if month else {}
    return fields if 1 <= int(fields.get("month", 1)) <= 12 else {}


def _chinese(text: str) -> Iterator[Node]:
    for found in _CHINESE.finditer(text):
        said = {name: value for name, value in found.groupdict().items() if value}
        if "count" in said:
            sign, unit = (-1 if said["side"] == "前" else 1), _UNITS[said["unit"][-1]]
            counted: Fields = {"count": _number(said["count"]), "unit": unit, "sign": sign}
            yield Node(found.start(), found.end(), "offset", counted | ({"base": "previous"} if sign > 0 else {}))
            continue
        fields = _chinese_fields(said)
        if not fields:
            continue
        node = Node(found.start(), found.end(), "calendar", fields)
        part = said.get("part")
        if part and ("day" in fields or "season" in fields):
            node = Node(node.start, node.end - len(part), "calendar", fields)
        elif part:
            inner = Node(found.start(), found.end() - len(part), "calendar", fields)
            node = Node(found.start(), found.end(), "part", {"part": _PARTS[part]}, (inner,))
        yield node


def _chinese_fields(said: dict[str, str]) -> Fields:
    fields: Fields = {}
    for name, sign in _NAMES:
        written = next((said[key] for key in said if key.rstrip("23456") == sign), "")
        if written:
            fields[name] = _number(written)
    if "season" in said:
        fields["season"] = "春夏秋冬".index(said["season"]) + 1
    if "quarter" in said:
        fields["quarter"] = _number(said["quarter"])
    if "half" in said:
        fields["half"] = 1 if said["half"] == "上" else 2
    if "new_year" in said or "alone" in said:
        fields |= {"month": 1, "day": 1}
    if "decade" in said:
        fields["decade"] = int(said["decade"])
    if "century" in said:
        fields |= _chinese_century(said["century"], said.get("tens", ""))
    if any(name in said for name in ("bc", "bc_century")):
        fields["bc"] = 1
    if "weekday" in said:
        fields["weekday"] = "一二三四五六日".find(said["weekday"].replace("天", "日")) + 1
    for word in (said[name] for name in ("year_word", "month_word", "day_word", "week_word") if name in said):
        unit, shift, base = _HANGING[word]
        fields.update(unit=unit, shift=shift)
        if base:
            fields["base"] = base
    right = 1 <= int(fields.get("month", 1)) <= 12 and 1 <= int(fields.get("day", 1)) <= 31
    return fields if right else {}


def _chinese_century(century: str, tens: str) -> Fields:
    """20世纪, 上世纪 (of today's readers: the twentieth), 20世纪70年代."""
    named = {"上": 20, "本": 21}.get(century) or _number(century)
    return {"decade": 100 * named - 100 + _number(tens)} if tens else {"century": named}


def _number(written: str) -> int:
    """A number in figures, in signs one by one (二〇〇二), or up to 99 (十七, 三十一)."""
    if written.isdecimal():
        return int(written)
    written = written.translate(_SIGNS)
    if "十" in written:
        tens, _, ones = written.partition("十")
        return 10 * (_digit(tens) or 1) + _digit(ones)
    return int("".join(str(_digit(sign)) for sign in written))


def _digit(sign: str) -> int:
    return max(0, _DIGITS.find(sign[:1]) - 2) if sign else 0


def _ranges(text: str, nodes: Iterator[Node]) -> Iterator[Node]:
    """Two dates with "to" between them are one range."""
    last: Node | None = None
    for node in nodes:
        if last and last.meaning != "range" and _TO.fullmatch(text, last.end, node.start):
            last = Node(last.start, node.end, "range", {"how": "lasting"}, (last, node))
            continue
        if last:
            yield last
        last = node
    if last:
        yield last
