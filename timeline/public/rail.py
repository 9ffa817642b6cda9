"""The rail under a strip: what lasted longer than a year, and what no one year holds."""

from dataclasses import dataclass

from timeline.public.items import other_than_page
from timeline.public.labels import Packer, shorten, width_of
from timeline.public.loose import LooseEvent
from timeline.public.scale import Scale, percent
from timeline.public.wanted import Wanted
from timeline.records.spans import BEGINNING, END

RAIL_STEP = 14
"""px from one row to the next."""
MOST_ROWS = 8
OPEN_LENGTH = 5.0
"""Percent; how far the line of an open side is drawn before its arrow."""
WIDTH = 880
"""px of the narrowest strip that has labels, for which they are laid out."""


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
    foreign: str = ""

    @property
    def foot(self) -> int:
        """Where the feet of a bracket end."""
        return self.y + 7

    @property
    def label_y(self) -> int:
        """Baseline of the label."""
        return self.y + 5


def rail_of(wanted: Wanted, scale: Scale, top: int) -> list[Bar]:
    """Place the loose events in as few rows as hold them without overlap; those that fit nowhere are left out."""
    packer = Packer(MOST_ROWS)
    return [bar for one in wanted.loose.events if (bar := _bar(wanted, scale, packer, one, top))]


def _bar(wanted: Wanted, scale: Scale, packer: Packer, one: LooseEvent, top: int) -> Bar | None:
    left, right = _ends(one, scale)
    if right <= 0 or left >= 100:
        return None
    label = "" if wanted.small else shorten(one.headline, 44)
    start, end = max(left, 0.0), min(right, 100.0)
    room = width_of(label, 11) / WIDTH * 100 + 1
    ends = end + room > 100
    level = packer.place_if_free(start - room if ends else start, end if ends else end + room)
    if level is None:
        label, level = "", packer.place_if_free(start, end)
    if level is None:
        return None
    return Bar(
        kind=_kind(one), style=wanted.styles.get(one.row.lane or 0, ""), row=level, y=top + level * RAIL_STEP,
        left=percent(start), right=percent(end), width=percent(end - start),
        is_cut_left=left < 0 and one.years[0] is not None, is_cut_right=right > 100 and one.years[1] is not None,
        title=one.headline, label=label, label_x=percent(start if ends else end), label_ends=ends,
        href=wanted.event_address(one), foreign=other_than_page(one.language) if one.language else "",
    )  # fmt: skip


def _kind(one: LooseEvent) -> str:
    if one.years[0] is None:
        return "until"
    if one.years[1] is None:
        return "since"
    within_decades = "X" in one.edtf
    return "span" if one.lasting and not within_decades else "decade"


def _ends(one: LooseEvent, scale: Scale) -> tuple[float, float]:
    first, last = one.row.first, one.row.last
    assert first is not None
    assert last is not None
    left = None if first == BEGINNING else scale.at_number(first)
    right = None if last == END else scale.at_number(last)
    if left is None and right is not None:
        left = right - OPEN_LENGTH
    if right is None and left is not None:
        right = left + OPEN_LENGTH
    assert left is not None
    assert right is not None
    return left, right
