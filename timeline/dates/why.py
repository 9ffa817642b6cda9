"""Why a reading is what it is: its rule and facts as sentences in English, Japanese or Korean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.dates.calendars import era
from timeline.dates.edtf import parse
from timeline.dates.languages import Value
from timeline.dates.reasons import BASES, COUNTERS, CUES, NAMED_IN_KOREAN, REASONS, SEASONS, UNITS, WEEKDAYS
from timeline.dates.speech import English, ordinal_ending
from timeline.dates.wording import in_short, in_words

LANGUAGES = ("en", "ja", "ko")
# Facts that are dates, as EDTF; they are told in the language's own way.
_DATES = ("anchor", "previous_date", "edtf", "of", "day")

_HALF = {"ja": "半", "ko": " 반"}


class _Said(dict[str, str]):
    """Facts as words; a fact that is not there is "?", so that an old record never breaks a page."""

    def __missing__(self, name: str) -> str:
        return "?"


def explain(rule: str, facts: Mapping[str, Value], language: str = "en") -> str:
    """The sentences of a stored rule (rules joined by "+") and its facts; languages without sentences get English."""
    language = language if language in LANGUAGES else "en"
    said = _said(facts, language)
    place = LANGUAGES.index(language)
    sentences = [REASONS[name][place].format_map(said) for name in rule.split("+") if name in REASONS]
    text = ("" if language == "ja" else " ").join(_capital(sentence) for sentence in sentences)
    return text + CUES[language].format_map(said) if "cue" in facts else text


def _said(facts: Mapping[str, Value], language: str) -> _Said:
    said = _Said({name: str(value) for name, value in facts.items()})
    for name in _DATES:
        if isinstance(written := facts.get(name), str):
            said[name] = _date(written, language, in_words if name in ("anchor", "day") else in_short)
    for name in ("weekday", "is_weekday"):
        if isinstance(number := facts.get(name), int) and 1 <= number <= 7:
            said[f"{name}_name"] = WEEKDAYS[language][number - 1]
    if isinstance(season := facts.get("season"), int) and 1 <= season <= 4:
        said["season_name"] = SEASONS[language][season - 1]
    if found := era(said["era"]):
        said["era"] = {"en": found.name, "ja": found.japanese, "ko": found.korean}[language]
    _say_units(said, facts, language)
    _say_numbers(said, facts, language)
    return said


def _date(written: str, language: str, say: Callable[..., str]) -> str:
    """A stored date in the language's words; as it stands where it is no EDTF."""
    try:
        return say(parse(written), language)
    except ValueError:
        return written


def _say_units(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """The base, and how many units lie between it and the date."""
    origin = str(facts.get("origin") or ("previous" if "previous" in facts else "publication"))
    said["base"] = BASES[language].get(origin, "?").format_map(said)
    if language == "ko":
        named = NAMED_IN_KOREAN.get(origin) or str(facts.get("previous", "?"))
        said["base_i"] = said["base"] + ("이" if _closed(named) else "가")
        said["base_gwa"] = said["base"] + ("과" if _closed(named) else "와")
    unit = str(facts.get("unit", ""))
    said["unit_name"] = name = UNITS[language].get(unit, unit)
    shift = abs(steps) if isinstance(steps := facts.get("shift"), int) else 1
    said["counted"] = _counted(said["count"], unit, language, "half" in facts)
    fine = unit == "day"
    if language == "en":
        said["steps"] = f"The {name}" if shift == 1 else _counted(str(shift), unit, language)
        said["whole"] = said["base"] if fine else f"the {name} of {said['base']}"
    elif language == "ja":
        said["steps"] = f"{shift}日" if fine else f"{shift}つ"
        said["whole"] = said["base"] if fine else f"{said['base']}を含む{name}"
        said["unit_after_no"] = "" if fine else f"の{name}"
    else:
        said["steps"] = _counted(str(shift), unit, language)
        said["whole"] = said["base"] if fine else f"{said['base_i']} 속한 {name}"


def _counted(count: str, unit: str, language: str, half: bool = False) -> str:
    if language == "en":
        name = "working day" if unit == "workday" else unit
        return f"{count}{'½' if half else ''} {name}{'' if count == '1' and not half else 's'}"
    return f"{count}{COUNTERS[language].get(unit, unit)}{_HALF[language] if half else ''}"


def _say_numbers(said: _Said, facts: Mapping[str, Value], language: str) -> None:
    """Places in a row, and days and months that cannot be."""
    nth, century, month = facts.get("nth"), facts.get("century"), facts.get("month")
    if isinstance(nth, int):
        said["place"] = _place(nth, language)
    if isinstance(century, int):
        said["century_name"] = f"{century}{ordinal_ending(century)}"
    if isinstance(count := facts.get("era_year"), int):
        said["era_end"] = str(count + 9)
    said["month_name"] = English.months[month - 1] if isinstance(month, int) and 1 <= month <= 12 else said["month"]
    said["day_name"] = f"{said['day']} {said['month_name']} {said['year']}"


def _place(nth: int, language: str) -> str:
    number = abs(nth)
    if language == "en":
        ending = f"the {number}{ordinal_ending(number)}"
        return "the one that holds it" if nth == 0 else ending if nth > 0 else f"{ending} from the end"
    if language == "ja":
        return "それを含むもの" if nth == 0 else f"{number}番目" if nth > 0 else f"後ろから{number}番目"
    return "그것을 포함한 것" if nth == 0 else f"{number}번째" if nth > 0 else f"뒤에서 {number}번째"


def _closed(word: str) -> bool:
    """Whether a Korean word ends in a consonant, which decides its particle; figures count as read aloud."""
    last = word.rstrip("’')] ")[-1:]
    if last.isdecimal():
        return last in "013678"
    code = ord(last) - 0xAC00 if last else -1
    return 0 <= code < 11172 and code % 28 > 0


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
