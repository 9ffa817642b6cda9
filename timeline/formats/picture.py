"""The picture that other sites show beside a link to an event (Open Graph): PNG, 1200 by 630."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore, Lock
from typing import Any

from timeline.formats.fonts import font_for
from timeline.formats.works import one_line

TYPE = "image/png"
WIDTH, HEIGHT = 1200, 630
EDGE = 72
PAPER, INK, QUIET, RULE, ACCENT = "#fbfaf7", "#1d1b18", "#5b564e", "#ddd8ce", "#b3361e"
MOST_LINES = 4
LONGEST = 300
"""Letters of a text that are looked at."""
# What may be parted from its neighbours: signs that are written without spaces (not those of Korean, which has them).
_UNITS = re.compile(r"[⺀-〿぀-ヿ㐀-鿿豈-﫿！-｠]|[^\s⺀-〿぀-ヿ㐀-鿿豈-﫿！-｠]+\s*|\s+")
PLACES = 2
"""Threads that pictures take at most: one draws and one waits for it, so that all the others serve pages."""
_PLACES = BoundedSemaphore(PLACES)
_AT_WORK = Lock()


class Busy(Exception):
    """As many as may are having pictures drawn just now."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is drawn. `window`: where the event lies in its year, as shares of it; None where no one year holds it."""

    date: str
    headline: str
    language: str
    page_language: str
    chronology: str = ""
    chronology_language: str = ""
    site: str = "Nenpyo"
    window: tuple[float, float] | None = None
    is_day: bool = False
    rights: str = ""
    """What may be done with it, for programs: it stands in the file and not in the drawing."""


def write(picture: Picture) -> bytes:
    """Return a picture; a text of which no font has every letter is left out of it. Busy where too many are asked for.

    One at a time: fonts are no two threads', and whoever asks for many pictures leaves the others their threads.
    """
    if not _PLACES.acquire(blocking=False):
        raise Busy
    try:
        with _AT_WORK:
            return _drawn(picture)
    finally:
        _PLACES.release()


def _drawn(picture: Picture) -> bytes:
    from PIL import Image, ImageDraw
    from PIL.PngImagePlugin import PngInfo

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    y = EDGE
    y += _text(draw, y, picture.date, picture.page_language, 44, QUIET, serif=False, most=1) + 20
    _text(draw, y, picture.headline, picture.language, 68, INK, serif=True, most=MOST_LINES)
    _year(draw, picture)
    _foot(draw, picture)
    kept = BytesIO()
    # Few colours, and no search for the best of them: a fifth of the time, a third of the bytes.
    few = image.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    said = PngInfo()
    if rights := one_line(picture.rights):
        said.add_itxt("Copyright", rights)
    few.save(kept, "PNG", compress_level=4, pnginfo=said)
    return kept.getvalue()


def _text(draw: Any, y: int, text: str, language: str, size: int, colour: str, *, serif: bool, most: int) -> int:
    """Draw lines and return how high they are; nothing where no font has the letters."""
    said = one_line(text)[:LONGEST]
    font = font_for(f"{said}…", language, size, serif=serif)
    if font is None:
        return 0
    lines = wrapped(said, font, WIDTH - 2 * EDGE, most)
    step = int(size * 1.22)
    for number, line in enumerate(lines):
        draw.text((EDGE, y + number * step), line, fill=colour, font=font)
    return len(lines) * step


def wrapped(text: str, font: Any, width: int, most: int) -> list[str]:
    """Return a text in at most so many lines, the last one cut where it is longer."""
    lines: list[str] = [""]
    for unit in _units(text, font, width):
        if lines[-1] and font.getlength((lines[-1] + unit).rstrip()) > width:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    kept = [line.rstrip() for line in lines if line.strip()]
    if len(kept) <= most:
        return kept
    last = kept[most - 1]
    while last and font.getlength(f"{last} …") > width:
        last = last[:-1]
    return [*kept[: most - 1], f"{last.rstrip()} …"]


def _units(text: str, font: Any, width: int) -> Iterator[str]:
    for unit in _UNITS.findall(text):
        yield from [unit] if font.getlength(unit) <= width else unit


def _year(draw: Any, picture: Picture) -> None:
    """Draw the twelve months of the year, and where in them the event lies."""
    if picture.window is None:
        return
    y, left, right = HEIGHT - 150, EDGE, WIDTH - EDGE
    draw.line((left, y, right, y), fill=INK, width=3)
    for month in range(13):
        x = left + (right - left) * month // 12
        draw.line((x, y, x, y + (14 if month % 3 == 0 else 8)), fill=INK, width=2)
    first, last = (left + (right - left) * share for share in picture.window)
    if picture.is_day:
        middle = (first + last) / 2
        draw.polygon(_lozenge(middle, y - 22, 14), fill=ACCENT)
    else:
        draw.rounded_rectangle((first, y - 32, max(last, first + 24), y - 12), 10, outline=ACCENT, width=4)


def _lozenge(x: float, y: float, half: float) -> Sequence[tuple[float, float]]:
    return [(x - half, y), (x, y - half), (x + half, y), (x, y + half)]


def _foot(draw: Any, picture: Picture) -> None:
    y = HEIGHT - 96
    seal = font_for("年表", "ja", 30, serif=True)
    x = EDGE
    if seal is not None:
        draw.rectangle((x, y, x + 76, y + 48), fill=ACCENT)
        draw.text((x + 8, y + 1), "年表", fill="#ffffff", font=seal)
        x += 96
    site = font_for(picture.site, "en", 30, serif=True)
    if site is not None:
        draw.text((x, y + 4), picture.site, fill=INK, font=site)
        x += int(site.getlength(picture.site)) + 28
    title = one_line(picture.chronology)[:LONGEST]
    font = font_for(f"{title}…", picture.chronology_language, 28, serif=True)
    if title and font is not None:
        for line in wrapped(title, font, WIDTH - EDGE - x, 1):
            draw.text((x, y + 6), line, fill=QUIET, font=font)
