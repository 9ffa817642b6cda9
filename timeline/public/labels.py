"""Labels in a drawing: how wide they are, how they are shortened, how they keep out of each other's way."""

from unicodedata import east_asian_width

GAP = 0.8
"""Percent of the drawing that stays free between two things in one row."""
LETTER = 0.61
"""Width of a letter by its size, as the widest of the usual fonts has it on average."""


def width_of(text: str, size: float) -> float:
    """Return about how many px a text takes at a type size in px; the server knows no fonts, so a little more."""
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return (len(text) - wide) * size * LETTER + wide * size


def shorten(text: str, most: int) -> str:
    """Return a text of at most `most` letters (Chinese characters and the like count double), cut between words."""
    if width_of(text, 1) <= most * LETTER:
        return text
    kept = text
    while kept and width_of(kept, 1) > (most - 1) * LETTER:
        at = kept.rfind(" ")
        kept = kept[:at] if at > most // 3 else kept[:-1]
    return f"{kept.rstrip(' ,;:–—')} …"


class Packer:
    """Puts spans into the first row where they touch nothing."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.rows: list[list[tuple[float, float]]] = []

    def place(self, start: float, end: float) -> int:
        """Return the row for a span, in percent; the last row takes what fits nowhere."""
        found = self.place_if_free(start, end)
        if found is None:
            self.rows[-1].append((start, end))
            return self.most - 1
        return found

    def place_if_free(self, start: float, end: float) -> int | None:
        """Return the row for a span, in percent; None where it fits nowhere."""
        for number, row in enumerate(self.rows):
            if all(end + GAP <= left or right + GAP <= start for left, right in row):
                row.append((start, end))
                return number
        if len(self.rows) == self.most:
            return None
        self.rows.append([(start, end)])
        return len(self.rows) - 1
