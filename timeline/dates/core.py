"""What our grammar does not cover: one expression at a time to dateparser. The only module that imports it."""

from __future__ import annotations

import datetime
import re

from timeline.dates.result import Phrase, Reading

_KANA, _HANGUL = re.compile(r"[぀-ヿ]"), re.compile(r"[가-힣]")
_HAN, _CYRILLIC = re.compile(r"[一-鿿]"), re.compile(r"[Ѐ-ӿ]")


def language_of(text: str) -> str:
    """The language of a text by its script: ja, ko, zh, ru, else en."""
    sample = text[:20_000]
    if _HANGUL.search(sample) and len(_HANGUL.findall(sample)) > len(_KANA.findall(sample)):
        return "ko"
    if _KANA.search(sample):
        return "ja"
    if _HAN.search(sample):
        return "zh" if len(_HAN.findall(sample)) > 8 else "ja"
    return "ru" if _CYRILLIC.search(sample) else "en"


def find_foreign(text: str, anchor: datetime.date | None, code: str) -> list[Phrase]:
    """Explicit dates of a language that has no grammar of ours."""
    return []


def read_foreign(words: str, anchor: datetime.date | None, code: str, direction: str | None) -> list[Reading]:
    """One expression as dateparser reads it."""
    return []
