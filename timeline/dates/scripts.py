"""The scripts that languages are written in, and their letters; what only texts in several need is made for them."""

from __future__ import annotations

import re
from functools import cache

LATIN, EAST, HANGUL, CYRILLIC, OTHER = "latin", "east", "hangul", "cyrillic", "other"
KANA, HAN = "ぁ-ゖゝ-ゟァ-ヺー-ヿｦ-ﾝ", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇"
LETTERS = {
    LATIN: "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿＡ-Ｚａ-ｚ",
    EAST: KANA + HAN,
    HANGUL: "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f",
    CYRILLIC: "Ѐ-ԯ",
}
WEIGHTS = {EAST: 3, HANGUL: 3}
"""A sign of Chinese, Japanese or Korean says about as much as three letters."""
# The scripts that a language is written in, where that is not Latin; the first is its own.
_SCRIPTS = {
    **dict.fromkeys(("ja", "zh"), (EAST,)),
    "ko": (HANGUL, EAST),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mn", "kk"), (CYRILLIC,)),
    **dict.fromkeys(("ar", "el", "fa", "he", "hi", "ka", "th", "ur"), (OTHER,)),
}


@cache
def runs() -> re.Pattern[str]:
    """Letters of one script in a row; the group that matched is the script."""
    named = "|".join(f"(?P<{script}>[{letters}]+)" for script, letters in LETTERS.items())
    return re.compile(rf"{named}|(?P<{OTHER}>[^\W\d_]+)")


@cache
def _foreign(own: tuple[str, ...]) -> re.Pattern[str]:
    letters = "".join(LETTERS.get(script, "") for script in own)
    return re.compile(rf"[^\W\d_{letters}]") if letters else re.compile(f"[{''.join(LETTERS.values())}]")


def is_all_in(own: tuple[str, ...], line: str) -> bool:
    """Whether every letter of a line is of these scripts."""
    return (own == (LATIN,) and line.isascii()) or _foreign(own).search(line) is None


def scripts_of(code: str) -> tuple[str, ...]:
    """The scripts that a language is written in, its own first."""
    return _SCRIPTS.get(code.partition("-")[0], (LATIN,))
