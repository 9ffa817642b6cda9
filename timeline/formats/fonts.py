"""Fonts of the machine that have the letters of a text: none is brought along, and no letter becomes an empty box."""

from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts")
SERIF = ("NotoSerif-Regular.ttf", "DejaVuSerif.ttf", "LiberationSerif-Regular.ttf")
SANS = ("NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf")
SERIF_CJK = ("NotoSerifCJK-Regular.ttc", "NotoSerifCJKjp-Regular.otf")
SANS_CJK = ("NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJKjp-Bold.otf")
_PLACES = {"ja": 0, "ko": 1, "zh": 2}
"""Where a language's own shapes stand in a collection."""
_IN_NO_FONT = "\U0010fffe"


def font_for(text: str, language: str, size: int, *, serif: bool) -> Any:
    """Return a font that has every letter of a text, those of its language's writing first; None if there is none."""
    latin, cjk = (SERIF, SERIF_CJK) if serif else (SANS, SANS_CJK)
    place = _PLACES.get(language.partition("-")[0])
    names = (*latin, *cjk) if place is None else (*cjk, *latin)
    letters = frozenset(letter for letter in text if not letter.isspace())
    for name in names:
        font = _font(name, size, place or 0)
        if font is not None and all(_has(font, letter) for letter in letters):
            return font
    own = _own(size)
    return own if all(_has(own, letter) for letter in letters) else None


@lru_cache(maxsize=64)
def _font(name: str, size: int, place: int) -> Any:
    from PIL import ImageFont

    file = _files().get(name)
    if file is None:
        return None
    try:
        return ImageFont.truetype(file, size, index=place if name.endswith(".ttc") else 0)
    except OSError:
        return None


@lru_cache(maxsize=8)
def _own(size: int) -> Any:
    """Return the font that comes with Pillow: Latin letters."""
    from PIL import ImageFont

    return ImageFont.load_default(size)


@lru_cache(maxsize=1)
def _files() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in FOLDERS:
        for file in Path(folder).rglob("*.*"):
            found.setdefault(file.name, str(file))
    return found


@lru_cache(maxsize=20_000)
def _has(font: Any, letter: str) -> bool:
    """Return whether a font has a letter: what it has not is drawn as what no font has."""
    return _drawn(font, letter) != _missing(font)


@lru_cache(maxsize=64)
def _missing(font: Any) -> bytes:
    return _drawn(font, _IN_NO_FONT)


def _drawn(font: Any, letter: str) -> bytes:
    mask = font.getmask(letter)
    return b"%d %d " % mask.size + bytes(mask)
