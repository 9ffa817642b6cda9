"""A decade, a year or a month by its parts, where it holds too many events for marks: a stacked bar a part, by lane.

x and width are in percent, y and height in px, as in the strip.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.public.figures import Slot
from timeline.public.scale import percent
from timeline.public.strip import FILLED, HEAD, TALLEST, UNIT, Bar, Stack, events, stacked
from timeline.records.selection import Parts
from timeline.web import joining


@dataclass(frozen=True)
class Columns:
    """The whole drawing: a bar and a name for each part, and for what has none."""

    height: int
    base: int
    bars: list[Bar]
    names: list[tuple[str, str, str]]


def draw_columns(slots: Sequence[Slot], parts: Parts, styles: Mapping[int, str]) -> Columns:
    """Draw how many events stand under each part of a time; each bar leads to its own."""
    stacks: dict[int, Stack] = {}
    for (number, lane, is_known), count in parts.items():
        stacks.setdefault(number, Counter())[not is_known, styles.get(lane, "")] += count
    shown = [slot for slot in slots if slot.number or slot.number in stacks]
    peak = max((stack.total() for stack in stacks.values()), default=1)
    unit = min(UNIT, TALLEST / peak)
    base = int(HEAD + peak * unit)
    width = 100 / len(shown)
    bars = [
        Bar(
            year=slot.number, left=percent(at * width), width=percent(width),
            x=percent(at * width + width * (1 - FILLED) / 2), brick=percent(width * FILLED),
            title=joining.dated(slot.name, events(stacks[slot.number].total())), href=slot.href,
            pieces=stacked(stacks[slot.number], base, unit),
        )
        for at, slot in enumerate(shown)
        if slot.number in stacks
    ]  # fmt: skip
    labels = [(percent((at + 0.5) * width), slot.label, slot.short) for at, slot in enumerate(shown)]
    return Columns(base + 20, base, bars, labels)
