"""Why a reading is what it is: its rule and facts as sentences in English, Japanese or Korean."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.languages import Value
from timeline.dates.reasons import BASES, CUES, REASONS, SEASONS, UNITS, WEEKDAYS

LANGUAGES = ("en", "ja", "ko")


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
    for name in ("weekday", "is_weekday"):
        if isinstance(number := facts.get(name), int) and 1 <= number <= 7:
            said[f"{name}_name"] = WEEKDAYS[language][number - 1]
    if isinstance(season := facts.get("season"), int) and 1 <= season <= 4:
        said["season_name"] = SEASONS[language][season - 1]
    unit = str(facts.get("unit", ""))
    said["unit_name"] = UNITS[language].get(unit, unit)
    said["base"] = BASES[language]["previous" in facts].format_map(said)
    return said


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
