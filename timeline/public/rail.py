"""The rail under a strip: what lasted longer than a year, and what no one year holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.public.labels import Packer, shorten, width_of
from timeline.public.outline import Outline
from timeline.public.scale import Scale, percent
from timeline.public.wanted import Wanted

RAIL_STEP = 14
"""px from one row to the next."""
MOST_ROWS = 8
OPEN_LENGTH = 5.0
"""Percent; how far the line of an open side is drawn before its arrow."""
WIDTH = 1000
"""px of the strip for which labels are laid out; in a narrower one they are left out."""


@dataclass(frozen=True)
class Bar:
    """One event: solid where it lasted, a bracket where it lies somewhere within."""

    kind: str
    style: str
    row: int
    y: int
    left: str
    right: str
    width: str
    is_cut_left: bool
    is_cut_right: bool
    title: str
    label: str
    label_x: str
    label_ends: bool
    href: str

    @property
    def foot(self) -> int:
        """Where the feet of a bracket end."""
        return self.y + 7

    @property
    def label_y(self) -> int:
        """Baseline of the label."""
        return self.y + 7 if self.kind == "span" else self.y + 4


def rail_of(wanted: Wanted, scale: Scale, top: int) -> list[Bar]:
    """Place the loose events in as few rows as hold them without overlap."""
    packer = Packer(MOST_ROWS)
    rows = [row for row in wanted.shown if row.is_loose]
    return [bar for row in rows if (bar := _bar(wanted, scale, packer, row, top))]


def _bar(wanted: Wanted, scale: Scale, packer: Packer, row: Outline, top: int) -> Bar | None:
    left, right = _ends(row, scale)
    if right <= 0 or left >= 100:
        return None
    title = wanted.headlines.get(row.event, "")
    label = "" if wanted.small else shorten(title, 44)
    start, end = max(left, 0.0), min(right, 100.0)
    room = width_of(label, 11) / WIDTH * 100 + 1
    ends = end + room > 100
    level = packer.place(start - room if ends else start, end if ends else end + room)
    return Bar(
        kind=_kind(row), style=row.style or "", row=level, y=top + level * RAIL_STEP,
        left=percent(start), right=percent(end), width=percent(end - start),
        is_cut_left=left < 0 and row.years[0] is not None, is_cut_right=right > 100 and row.years[1] is not None,
        title=title, label=label, label_x=percent(start if ends else end), label_ends=ends,
        href=wanted.event_address(row),
    )  # fmt: skip


def _kind(row: Outline) -> str:
    if row.years[0] is None:
        return "until"
    if row.years[1] is None:
        return "since"
    within_decades = "X" in row.edtf
    return "span" if row.lasting and not within_decades else "decade"


def _ends(row: Outline, scale: Scale) -> tuple[float, float]:
    first, last = row.years
    left = scale.at_day(row.earliest) if row.earliest else None if first is None else scale.at(first)
    right = scale.at_day(row.latest) if row.latest else None if last is None else scale.at(last + 1)
    if left is None and right is not None:
        left = right - OPEN_LENGTH
    if right is None and left is not None:
        right = left + OPEN_LENGTH
    assert left is not None
    assert right is not None
    return left, right


def loose(rows: Sequence[Outline]) -> list[int]:
    """Return the events that stand in a rail, whose headlines are wanted."""
    return [row.event for row in rows if row.is_loose]
