"""Why a reading is what it is: its rule and facts as sentences in English, Japanese or Korean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.dates.calendars import era
from timeline.dates.edtf import parse
from timeline.dates.languages import OWN_LANGUAGES, Value
from timeline.dates.reasons import (
    BASES,
    COUNTERS,
    CUES,
    FIGURES,
    MULTIPLES,
    NAMED_IN_KOREAN,
    ORDERS,
    REASONS,
    SCALES,
    SEASONS,
    UNITS,
    WAYS,
    WEEKDAYS,
)
from timeline.dates.speech import English, ordinal_ending
from timeline.dates.wording import in_short, in_words

# Facts that are dates, as EDTF; they are told in the language's own way.
_DATES = ("anchor", "previous_date", "edtf", "of", "day", "now")
_IN_WORDS = ("anchor", "day", "now")
# "And a half", after a count: 1か月半, 1개월 반.
_HALF = {"ja": "半", "ko": " 반"}


class _Said(dict[str, str]):
    """Facts as words; a fact that is not there is "?", so that an old record never breaks a page."""

    def __missing__(self, name: str) -> str:
        return "?"


def explain(rule: str, facts: Mapping[str, Value], language: str = "en") -> str:
    """The sentences of a stored rule (rules joined by "+") and its facts; languages without sentences get English."""
    language = language if language in OWN_LANGUAGES else "en"
    said = _said(facts, language)
    place = OWN_LANGUAGES.index(language)
    sentences = [REASONS[name][place].format_map(said) for name in rule.split("+") if name in REASONS]
    text = ("" if language == "ja" else " ").join(_capital(sentence) for sentence in sentences)
    return text + CUES[language].format_map(said) if "cue" in facts else text


def _said(facts: Mapping[str, Value], language: str) -> _Said:
    said = _Said({name: str(value) for name, value in facts.items()})
    for name in _DATES:
        if isinstance(written := facts.get(name), str):
            said[name] = _date(written, language, in_words if name in _IN_WORDS else in_short)
    for name in ("weekday", "is_weekday", "from_weekday", "near_weekday"):
        # Old records know one weekday only.
        number = facts.get(name, facts.get("weekday") if name == "near_weekday" else None)
        if isinstance(number, int) and 1 <= number <= 7:
            said[f"{name}_name"] = WEEKDAYS[language][number - 1]
    if isinstance(season := facts.get("season"), int) and 1 <= season <= 4:
        said["season_name"] = SEASONS[language][season - 1]
    if found := era(said["era"]):
        said["era"] = {"en": found.name, "ja": found.japanese, "ko": found.korean}[language]
    _say_base(said, facts, language)
    _say_units(said, facts, language)
    _say_counts(said, facts, language)
    _say_numbers(said, facts, language)
    return said


def _date(written: str, language: str, say: Callable[..., str]) -> str:
    """A stored date in the language's words; as it stands where it is no EDTF."""
    try:
        return say(parse(written), language)
    except ValueError:
        return written


def _say_base(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """What the reading hangs on, by itself and as the day that it is."""
    origin = str(facts.get("origin") or ("previous" if "previous" in facts else "publication"))
    said["base"] = base = BASES[language].get(origin, "?").format_map(said)
    day = {"en": f"the day of {base}", "ja": f"{base}の日", "ko": f"{base}의 날"}[language]
    said["base_day"] = base if origin in NAMED_IN_KOREAN else day
    if language == "ko":
        named = NAMED_IN_KOREAN.get(origin) or str(facts.get("previous", "?"))
        said["base_i"] = base + ("이" if _closed(named) else "가")
        said["base_gwa"] = base + ("과" if _closed(named) else "와")
        said["of_i"] = said["of"] + ("이" if _closed(said["of"]) else "가")
        said["cue_called"] = "이라는" if _closed(said["cue"]) else "라는"


def _say_units(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """The unit of the reading, and how many of it lie between the base and the date."""
    unit = str(facts.get("unit", ""))
    said["unit_name"] = name = UNITS[language].get(unit, unit)
    shift = abs(steps) if isinstance(steps := facts.get("shift"), int) else 1
    base = said["base"]
    fine = unit == "day"
    if language == "en":
        said["steps"] = f"The {name}" if shift == 1 else _counted(str(shift), unit, language)
        around = f"the {name} of {base}"
        said["unit_of"] = f"it is {said['base_day']}" if fine else around
    elif language == "ja":
        said["steps"] = f"{shift}日" if fine else f"{shift}つ"
        around = f"{base}を含む{name}"
        said["unit_after_no"] = "" if fine else f"の{name}"
        said["unit_of"] = said["base_day"] if fine else around
    else:
        said["steps"] = _counted(str(shift), unit, language)
        around = f"{said['base_i']} 속한 {name}"
        said["unit_of"] = said["base_day"] if fine else around
    said["whole"] = base if fine else around


def _say_counts(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """How many of a unit are counted, of a finer one beside it, and what unit the date is in."""
    unit = str(facts.get("unit", ""))
    said["counted"] = _counted(said["count"], unit, language, "half" in facts)
    if "more_count" in facts:
        more = _counted(said["more_count"], said["more_unit"], language)
        said["counted"] += {"en": " and ", "ja": "と", "ko": " "}[language] + more
    counted = {name.removeprefix("from_"): value for name, value in facts.items() if name.startswith("from_")}
    if counted:
        # What was counted from the date before it.
        of_count = _Said({name: str(value) for name, value in counted.items()})
        of_count.setdefault("count", of_count.get("shift", "?").lstrip("-"))
        _say_counts(of_count, counted, language)
        said["from_counted"] = of_count["counted"]
    said["towards"] = WAYS[language][(facts.get("from_sign") or facts.get("sign")) != -1]
    date_unit = str(facts.get("date_unit", unit))
    said["date_unit"] = SCALES[language].get(date_unit) or UNITS[language].get(date_unit, date_unit)


def _counted(count: str, unit: str, language: str, half: bool = False) -> str:
    if language == "en":
        name = UNITS["en"].get(unit, unit)
        return f"{count}{'½' if half else ''} {name if count == '1' and not half else _several(name)}"
    if unit in MULTIPLES:
        size, unit = MULTIPLES[unit]
        count = str(int(count) * size) if count.isdecimal() else count
    return f"{count}{COUNTERS[language].get(unit, unit)}{_HALF[language] if half else ''}"


def _several(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("ury") else f"{name}s"


def _say_numbers(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """Places in a row, centuries, and days and months that cannot be."""
    century, month = facts.get("century"), facts.get("month")
    _say_place(said, facts, language)
    said["first_figure"] = FIGURES[language][facts.get("month_first") == 1]
    said["order_told"] = ORDERS[language]["zoned" in facts]
    if isinstance(century, int):
        _say_century(said, century, language)
    if isinstance(hundreds := facts.get("hundreds"), int):
        said["hundreds_end"] = str(hundreds + 99)
    if isinstance(year := facts.get("year"), int) and year <= 0:
        said["year"] = {"en": f"{1 - year} BC", "ja": f"紀元前{1 - year}", "ko": f"기원전 {1 - year}"}[language]
    if isinstance(count := facts.get("era_year"), int):
        said["era_end"] = str(count + 9)
    said["month_name"] = English.months[month - 1] if isinstance(month, int) and 1 <= month <= 12 else said["month"]
    said["day_name"] = f"{said['day']} {said['month_name']} {said['year']}"


def _say_century(said: _Said, century: int, language: str) -> None:
    """Its name, its first year and its last; before Christ the years run down."""
    first, last = 100 * (century - 1) + 1, 100 * century
    number = century if century > 0 else 1 - century
    years = (first, last) if century > 0 else (1 - first, 1 - last)
    if language == "en":
        era = "" if century > 0 else " BC"
        names = [f"{number}{ordinal_ending(number)} century{era}", *(f"{year}{era}" for year in years)]
    else:
        era = "" if century > 0 else {"ja": "紀元前", "ko": "기원전 "}[language]
        unit, whole = {"ja": ("年", "世紀"), "ko": ("년", "세기")}[language]
        names = [f"{era}{number}{whole}", *(f"{era}{year}{unit}" for year in years)]
    said["century_name"], said["century_first"], said["century_last"] = names


def _say_place(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """ "The last Friday", "the first 10 days": which of what units within another."""
    unit, nth, weekday = (
        str(facts.get("place_unit", facts.get("unit", ""))),
        facts.get("nth"),
        facts.get("place_weekday"),
    )
    name = UNITS[language].get(unit, unit)
    if isinstance(weekday, int) and 1 <= weekday <= 7:
        name = WEEKDAYS[language][weekday - 1]
    said["place_unit"] = name
    if isinstance(nth, int):
        count = facts.get("place_count")
        counted = _counted(str(count), unit, language) if isinstance(count, int) else ""
        said["place"] = {"en": _english_place, "ja": _japanese_place, "ko": _korean_place}[language](nth, name, counted)


def _english_place(nth: int, name: str, counted: str) -> str:
    number = abs(nth)
    if number == 1:
        return f"the {'first' if nth > 0 else 'last'} {counted or name}"
    return f"the {number}{ordinal_ending(number)} {counted or name}{'' if nth > 0 else ' from the end'}"


def _japanese_place(nth: int, name: str, counted: str) -> str:
    # A stretch of days or years is 10日間, 3年間.
    what = f"{counted}{'間' if counted[-1:] in ('日', '年', '月') else ''}" or name
    if abs(nth) == 1:
        return f"{'最初' if nth > 0 else '最後'}の{what}"
    return f"{'' if nth > 0 else '後ろから'}{abs(nth)}番目の{what}"


def _korean_place(nth: int, name: str, counted: str) -> str:
    if abs(nth) == 1:
        return f"{'처음' if counted else '첫 번째'} {counted or name}" if nth > 0 else f"마지막 {counted or name}"
    return f"{'' if nth > 0 else '뒤에서 '}{abs(nth)}번째 {counted or name}"


def _closed(word: str) -> bool:
    """Whether a Korean word ends in a consonant, which decides its particle; figures count as read aloud."""
    last = word.rstrip("’')] ")[-1:]
    if last.isdecimal():
        return last in "013678"
    code = ord(last) - 0xAC00 if last else -1
    return 0 <= code < 11172 and code % 28 > 0


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
