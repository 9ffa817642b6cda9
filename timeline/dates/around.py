"""What stands around a date that is typed: "about", "since", "the end of", BC, "from … to …", as each language says it.

Our grammars have all this for English, Japanese and Korean. In German, French, Spanish and others the text around a
date is not ours to judge (`foreign`); but of words that are meant as one date every one has to be told, so here are
those that change it. Each table is tried in turn; what is left is read by itself, and has to be read whole.
"""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from timeline.dates.absolute import DOUBTFUL, MOST_AFTER_CHRIST, check_weekday, in_year, other_winter
from timeline.dates.around_words import BEHIND, IN_FRONT
from timeline.dates.conventions import part_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.option import Option
from timeline.dates.record import replace
from timeline.dates.weekday_names import beside_weekday

Rest = Callable[[str], list[Option]]
"""Reads the rest of the words: [] unless all of it is a date."""

_SURE, _OTHER = 0.95, 0.4
# Of BC and AD: in front, behind.
_BC_BEFORE = r"(?:紀元前|西暦前|公元前|기원전|\bBCE?\b|前)"
BEFORE_CHRIST = (
    r"(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.?\s?(?:Chr\.?|d\.?\s?Z\.?|u\.?\s?Z\.?)|vor\s(?:Christus|Christi\sGeburt|unserer\sZeit\w*)"
    r"|av(?:\.|ant)?\s?J\.?-?\s?C\.?|avant\s(?:Jésus-Christ|notre\sère)|a\.\s?(?:de\s)?C\.?|antes\sde\s(?:Cristo|nuestra\sera)"
    r"|a\.\s?e\.\s?c\.?|до\s(?:н\.?\s?э\.?|нашей\sэры|Р\.?\s?Х\.?)|p\.\s?n\.\s?e\.)"
)
_AD = r"(?:A\.?\s?D\.?|C\.?\s?E\.?|n\.?\s?Chr\.?|ap(?:r)?\.?\s?J\.?-?C\.?|d\.\s?C\.?|н\.?\s?э\.?|nach\sChristus|después\sde\sCristo)"
_DASH = r"\s?[-–—−/~〜～]\s?"
_BC_YEARS = re.compile(
    r"(?:(?:from|von|de|du|del?|с)\s)?"
    rf"(?P<mark>{_BC_BEFORE}\s?)?(?P<first>\d{{1,5}})\s?[年년]?"
    rf"(?:(?P<dash>{_DASH}|\s(?:to|bis|à|au?|al|до|по)\s|から|부터\s?|[至到])(?P<again>{_BC_BEFORE}\s?)?(?P<last>\d{{1,5}})\s?[年년]?(?:まで|까지)?)?"
    rf"(?:\s?(?P<bc>{BEFORE_CHRIST}))?",
    re.IGNORECASE,
)
_SIGN_OF_BC = re.compile(rf"\A{_BC_BEFORE}|{BEFORE_CHRIST}\Z", re.IGNORECASE)
_AD_YEAR = re.compile(rf"(?:{_AD}\s?(?P<behind>\d{{1,4}})|(?P<before>\d{{1,4}})\s?{_AD})", re.IGNORECASE)
_CENTURY = re.compile(
    r"(?:(?:im|au|le|el|en el|nel)\s)?(?:(?P<figures>\d\d?)(?:\.|e|ème|º|°|-?[йгоме]{1,2})?\s(?:Jahrhundert|Jh\.?|Jhd\.?|siècle|siglo|secolo|век[ае]?|eeuw)"
    r"|(?P<roman>[IVX]{1,5})(?:e|ème|º|°)?\s(?:siècle|secolo|век[ае]?|s\.)|(?:siglo|século|s\.)\s(?P<last_roman>[IVX]{1,5}))",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:(?:die|in den|den|les|dans les|los|en los|la)\s)?(?:(?P<year>\d{3}0)er(?:[\s-]?Jahren?)?|(?:années|années-|años|anni|anos|década de(?:\slos)?)\s(?P<named>\d{3}0)"
    r"|(?P<russian>\d{3}0)-[ехы]+(?:\sгод[ыоаях]+)?)",
    re.IGNORECASE,
)
# Season (1 spring to 4 winter) or quarter, and a year.
_SEASONS = (
    re.compile(r"Frühjahr|Frühling|printemps|primavera|весн[аойы]{1,2}|lente", re.IGNORECASE),
    re.compile(r"Sommer|été|verano|лет[оам]{1,2}|estate|zomer", re.IGNORECASE),
    re.compile(r"Herbst|automne|otoño|осен[ьию]{1,2}|autunno|herfst", re.IGNORECASE),
    re.compile(r"Winter|hiver|invierno|зим[аойы]{1,2}|inverno", re.IGNORECASE),
)
_PART_OF_YEAR = re.compile(
    r"(?:(?:im|au|en|à l['’]|en el|la|el|le|l['’])\s?)?(?:(?P<season>[^\W\d_]{3,9})|(?P<quarter>[1-4])(?:\.|er|e|º|°|-й)?\s(?:Quartal|trimestre|квартал))"
    r"\s(?:de\s|del\s|des Jahres\s)?(?P<year>\d{4})(?:\s(?:года|г\.))?",
    re.IGNORECASE,
)
_ROMANS = {"I": 1, "V": 5, "X": 10}
_MAKERS: dict[str, Callable[[FuzzyDate], FuzzyDate | None]] = {
    "about": FuzzyDate.about,
    "perhaps": FuzzyDate.perhaps,
    "bound-or-later": FuzzyDate.starting,
    "bound-by": FuzzyDate.by,
    "bound-since": FuzzyDate.since,
    "bound-until": FuzzyDate.until,
    "bound-before": FuzzyDate.before,
    "bound-after": FuzzyDate.after,
    "early-part": lambda date: part_of(date, "early"),
    "mid-part": lambda date: part_of(date, "mid"),
    "late-part": lambda date: part_of(date, "late"),
}
# It lasts to this day, or nobody says until when.
_OPEN_END = re.compile(
    r"(?:\s?[-–—~〜～]\s?|\s(?:to|until|till|through|bis|à|jusqu['’]à|a|hasta|до|по)\s|から|부터\s?)(?:the\s|la\s)?"
    r"(?:present(?:\sday)?|today|now|date|ongoing|heute|jetzt|aujourd['’]hui|nos\sjours|présent|hoy|actualidad|presente|ahora"
    r"|настоящее\sвремя|現在|今日|今|현재|지금|오늘)(?:\s?まで|\s?까지)?\Z|(?<=[\d年月日号號년월일春夏秋冬봄름을울代頃대경紀기])\s?[–—~〜～-]\Z",
    re.IGNORECASE,
)
# "Between … and …" is some time in; "from … to …" lasted. The words between two dates, strongest first.
_BETWEEN = re.compile(
    r"(?:zwischen(?:\sdem)?\s(?P<de>.+?)\sund(?:\sdem)?\s(?P<de_end>.+)|entre(?:\sle|\sel|\sles)?\s(?P<fr>.+?)\s(?:et|y|e)(?:\sle|\sel)?\s(?P<fr_end>.+)"
    r"|между\s(?P<ru>.+?)\sи\s(?P<ru_end>.+)|bet\.?\s(?P<gedcom>.+?)\s(?:and|-)\s(?P<gedcom_end>.+))",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|von|vom|de|du|des|del|desde(?:\sel)?|с)\s", re.IGNORECASE)
_TO = re.compile(
    r"\s?[–—~〜～]\s?|\s-\s|(?<=\d\.)-(?=\d)|(?<=\.\d{4})-(?=\d)|\s/\s|\s(?:to|until|till|bis(?:\szum)?|à|au|a|al|hasta(?:\sel)?|по|до)\s|から|부터\s?",
    re.IGNORECASE,
)
_TO_END = re.compile(r"\s?(?:まで|까지)\Z")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)\d{1,2}\.?")
_MONTH_AND_DAY = re.compile(r"(?:(?P<month>\d{1,2})\s?(?P<sign>[./-])\s?)?(?P<day>\d{1,2})\.?")
_LONE_DAY = re.compile(r"(\d{1,2})(?:\.|er|º)?")
_BARE_DAY = re.compile(r"\d{1,2}\s?[日号號일]")
_YEAR_AT_END = re.compile(r"[\s.]\d{4}\Z")
# GEDCOM: a date that somebody made of the words in brackets, which stand as they were.
_INTERPRETED = re.compile(r"(?:@#DGREGORIAN@\s)?INT\s(?P<date>[^()]+?)\s?\(.+\)", re.DOTALL)
_OR_COUNT = re.compile(
    r"(?:some\s)?(?P<one>\d{1,3}|two|three|four|five|six)\s?(?:or|to|-|–)\s?(?P<other>\d{1,3}|two|three|four|five|six|seven)"
    r"\s(?P<rest>(?:day|week|month|year|decade)s?\s(?:after|before|later than|earlier than)\s.+)",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(r"(?:day|week|month|year|decade)\s(?:after|before|following)\s", re.IGNORECASE)
# "199-" and "199?" are the 1990s to libraries, "19--" and "19??" the century, and no year of three or two figures.
_DECADE_OR_YEAR = re.compile(r"(?:1[4-9]|20)\d\s?[-–?]\s?\??|(?:1\d|20)\s?[-–?_]{1,2}\s?\??")


def around(text: str, rest: Rest) -> list[Option]:
    """The readings of a date with such words around it, best first; [] for others. `rest` reads what is left."""
    if _DECADE_OR_YEAR.fullmatch(text):
        return []
    for reader in (_weekday, _interpreted, _counted, _bc, _ad, _unit, _open_end, _behind, _in_front, _between):
        if found := reader(text, rest):
            return found
    return []


def between_dates(text: str, rest: Rest) -> list[Option]:
    """The readings of two dates with "to" or a dash between them: it lasted; [] for others."""
    start_at = found.end() if (found := _FROM.match(text)) else 0
    whole = _TO_END.sub("", text[start_at:])
    for found in _TO.finditer(whole):
        start, end = whole[: found.start()].strip(), whole[found.end() :].strip()
        if start and end and (made := _range(start, end, rest)):
            return made
    return []


def _named(date: FuzzyDate, rule: str = "named-in-full") -> Option:
    return Option(date, rule, {"edtf": date.edtf}, _SURE, named_year=True)


def _weekday(text: str, rest: Rest) -> list[Option]:
    """A day with its weekday, which settles figures that can be read two ways, and is flagged where none fits."""
    weekday, without = beside_weekday(text)
    options = rest(without) if weekday else []
    if not all(option.date and option.date.is_day and not option.anchor for option in options):
        return []
    checked = [check_weekday(option, weekday) for option in options]
    return [one for one, option in zip(checked, options, strict=True) if one is option] or checked


def _interpreted(text: str, rest: Rest) -> list[Option]:
    found = _INTERPRETED.fullmatch(text)
    return _made(rest(found["date"]), "perhaps") if found else []


def _counted(text: str, rest: Rest) -> list[Option]:
    """ "2 or 3 years after 1953": some time from the one to the other; "day after 5 May" is the day after."""
    if _UNIT_AFTER.match(text):
        return rest(f"the {text}")
    found = _OR_COUNT.fullmatch(text)
    if found is None:
        return []
    ends = [rest(f"{found[count]} {found['rest']}") for count in ("one", "other")]
    dates = [options[0].date for options in ends if options]
    first, last = dates if len(dates) == 2 else (None, None)
    if first is None or last is None or first.earliest is None or last.latest is None:
        return []
    start, end = min(first.earliest, last.earliest or first.earliest), max(last.latest, first.latest or last.latest)
    return [ends[0][0].then("range-between", date=FuzzyDate.window(start, end), value="", mod="")]


def _bc(text: str, rest: Rest) -> list[Option]:
    """490 BC, 490-489 BC, 紀元前490-489年; "490/489" is one year of another calendar, some time in the two."""
    found = _BC_YEARS.fullmatch(text) if _SIGN_OF_BC.search(text) else None
    if found is None:
        if (sign := re.search(rf"\s?{BEFORE_CHRIST}\Z", text, re.IGNORECASE)) and (
            century := _century(text[: sign.start()])
        ):
            date = FuzzyDate.nth_century(1 - century)
            return [Option(date, "century-by-number", {"century": 1 - century}, _SURE, named_year=True)]
        return []
    if 0 in (int(found["first"]), int(found["last"] or 1)):
        # The year before 1 AD is 1 BC.
        return []
    first = FuzzyDate.year(1 - int(found["first"]))
    if found["last"] is None:
        return [_named(first)]
    if int(found["last"]) > int(found["first"]):
        return []
    if found["mark"] and not (found["again"] or found["bc"]):
        return _marked_once(first, int(found["last"]))
    last = FuzzyDate.year(1 - int(found["last"]))
    if "/" in found["dash"]:
        return [_named(FuzzyDate.between(first, last), "named-in-full+range-between")]
    return [_named(FuzzyDate.extent(first, last), "named-in-full+range-lasting")]


def _marked_once(first: FuzzyDate, year: int) -> list[Option]:
    """紀元前490-479年: the mark holds for both; behind a small number it may also stand for the first alone."""
    marked = _named(FuzzyDate.extent(first, FuzzyDate.year(1 - year)), "named-in-full+mark-shared+range-lasting")
    if year > MOST_AFTER_CHRIST:
        return [marked]
    unmarked = _named(FuzzyDate.extent(first, FuzzyDate.year(year)), "named-in-full+mark-not-shared+range-lasting")
    return [replace(option, confidence=DOUBTFUL) for option in (marked, unmarked)]


def _ad(text: str, rest: Rest) -> list[Option]:
    found = _AD_YEAR.fullmatch(text)
    year = int(found["behind"] or found["before"]) if found else 0
    return [_named(FuzzyDate.year(year))] if year else []


def _unit(text: str, rest: Rest) -> list[Option]:
    """Centuries and decades."""
    if number := _century(text):
        return [Option(FuzzyDate.nth_century(number), "century-by-number", {"century": number}, _SURE, named_year=True)]
    if (found := _PART_OF_YEAR.fullmatch(text)) and (part := _part_of_year(found)):
        return part
    found = _DECADE.fullmatch(text)
    year = next((said for said in found.groups() if said), "") if found else ""
    return [_named(FuzzyDate.decade(int(year)))] if year else []


def _part_of_year(found: re.Match[str]) -> list[Option]:
    """A season or quarter of a year; a winter may also be the one that ends in it."""
    year = int(found["year"])
    if found["quarter"]:
        return [in_year({"quarter": int(found["quarter"])}, year)]
    season = next((place for place, said in enumerate(_SEASONS, 1) if said.fullmatch(found["season"])), 0)
    return [in_year({"season": season}, year), *other_winter({"season": season}, year)] if season else []


def _century(text: str) -> int:
    """The number of a century; 0 for none."""
    found = _CENTURY.fullmatch(text.strip())
    if found is None:
        return 0
    if found["figures"]:
        return int(found["figures"])
    digits = [_ROMANS[sign] for sign in (found["roman"] or found["last_roman"]).upper()]
    following = [*digits[1:], 0]
    return sum(-one if one < after else one for one, after in zip(digits, following, strict=True))


def _open_end(text: str, rest: Rest) -> list[Option]:
    found = _OPEN_END.search(text)
    if found is None:
        return []
    start_at = start.end() if (start := _FROM.match(text)) else 0
    return _made(rest(text[start_at : found.start()].strip()), "bound-since")


def _behind(text: str, rest: Rest) -> list[Option]:
    for rule, said in BEHIND.items():
        if found := said.search(text):
            return _made(rest(text[: found.start()]), rule)
    return []


def _in_front(text: str, rest: Rest) -> list[Option]:
    for rule, said in IN_FRONT.items():
        if (found := said.match(text)) and (made := _made(rest(text[found.end() :]), rule)):
            return made
    return []


def _made(options: list[Option], rule: str) -> list[Option]:
    """The same with one more rule; [] where the dates are no plain ones."""
    made = []
    for option in options:
        plain = (
            option.date
            and not option.date.parts
            and (option.date.years or (option.date.earliest and option.date.latest))
        )
        date = _MAKERS[rule](option.date) if option.date and (plain or rule in ("about", "perhaps")) else None
        if date is None:
            return []
        made.append(option.then(rule, date=date, value="", mod=""))
    return made


def _between(text: str, rest: Rest) -> list[Option]:
    found = _BETWEEN.fullmatch(text)
    if found is None:
        return []
    start, end = (said for said in found.groups() if said)
    return _range(start, end, rest, lasting=False)


def _range(start: str, end: str, rest: Rest, *, lasting: bool = True) -> list[Option]:
    """Two ends that are each read whole; the first may leave month and year, or the year, to the second."""
    # "1993年5月17~15日": a day without a month is no end of a day that has one.
    lasts = _end_of_same_year(start, end, rest) or rest(end) if not _BARE_DAY.fullmatch(end) else []
    if not lasts:
        return []
    if day := _LONE_DAY.fullmatch(start):
        firsts = [first for last in lasts for first in _same_month(int(day[1]), last)]
    else:
        firsts = rest(start)
        if (year := _YEAR_AT_END.search(end)) and not firsts:
            firsts = rest(start.rstrip(".") + year[0])
    pairs = (
        zip(firsts, lasts, strict=True)
        if len(firsts) == len(lasts)
        else iter([(firsts[0], lasts[0])] if firsts else [])
    )
    return list(_extents(pairs, lasting))


def _end_of_same_year(start: str, end: str, rest: Rest) -> list[Option]:
    """2001.5.1 ~ 5.3: the end of figures that begin with the year leaves it out."""
    first = _YEAR_FIRST.fullmatch(start)
    last = _MONTH_AND_DAY.fullmatch(end) if first else None
    if first is None or last is None or last["sign"] not in (None, first["sign"]):
        return []
    sign = first["sign"]
    return rest(f"{first['year']}{sign}{last['month'] or first['month']}{sign}{last['day']}")


def _same_month(day: int, last: Option) -> list[Option]:
    if last.date is None or not last.date.is_day or last.date.earliest is None:
        return []
    try:
        return [last.then_date(FuzzyDate.day(last.date.earliest.replace(day=day)))]
    except ValueError:
        return []


def _extents(pairs: Iterator[tuple[Option, Option]], lasting: bool) -> Iterator[Option]:
    for first, last in pairs:
        start, end = first.date, last.date
        if start is None or end is None or start.parts or end.parts or not _in_order(start, end):
            continue
        if lasting:
            yield first.then("range-lasting", date=FuzzyDate.extent(start, end), value="", mod="")
        else:
            yield first.then("range-between", date=FuzzyDate.between(start, end), value="", mod="")


def _in_order(start: FuzzyDate, end: FuzzyDate) -> bool:
    first: tuple[datetime.date | None, int | None] = start.earliest, start.year_span[0]
    last = end.latest, end.year_span[1]
    if first[0] and last[0]:
        return first[0] <= last[0]
    return first[1] is not None and last[1] is not None and first[1] <= last[1]
