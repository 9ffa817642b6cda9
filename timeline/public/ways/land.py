"""The coasts of the earth as one path of a drawing, from land.json.gz (README.md says where that comes from)."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from timeline.public.ways.projection import Point, Projection

FINEST = 3
"""Units of the drawing that two points of a coast lie apart, at least; smaller islands are left out."""
Ring = list[Point]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; the east may lie beyond 180."""


@cache
def rings() -> list[tuple[Ring, Box]]:
    """Return every coast, with the box that it lies in."""
    steps = json.loads(gzip.decompress(Path(__file__).with_name("land.json.gz").read_bytes()))
    found = []
    for flat in steps:
        x, y = flat[0], flat[1]
        ring = [(x / 100, y / 100)]
        for dx, dy in zip(flat[2::2], flat[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / 100, y / 100))
        found.append((ring, _box(ring)))
    return found


def within(box: Box) -> Iterator[Ring]:
    """Yield the land of a box, cut at its sides."""
    west, south, east, north = box
    for ring, (left, low, right, high) in rings():
        for turn in (-360, 0, 360):
            if left + turn > east or right + turn < west or low > north or high < south:
                continue
            turned = [(x + turn, y) for x, y in ring] if turn else ring
            inside = left + turn >= west and right + turn <= east and low >= south and high <= north
            if cut := turned if inside else _cut(turned, box):
                yield cut


def path_of(box: Box, project: Projection, scale: float, middle: Point) -> str:
    """Return the land of a box as a path: `scale` units a radius, the middle of the projection at `middle`."""
    return "".join(_drawn([_at(project(*point), scale, middle) for point in ring]) for ring in within(box))


def _at(point: Point, scale: float, middle: Point) -> tuple[int, int]:
    return round(middle[0] + point[0] * scale), round(middle[1] - point[1] * scale)


def _drawn(points: Sequence[tuple[int, int]]) -> str:
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINEST:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    steps = (f"{x - was_x} {y - was_y}" for (was_x, was_y), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _box(ring: Ring) -> Box:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _cut(ring: Ring, box: Box) -> Ring:
    """Cut a ring at the four sides of a box, one after the other (Sutherland and Hodgman)."""
    for axis, edge, keeps_above in ((0, box[0], True), (1, box[1], True), (0, box[2], False), (1, box[3], False)):
        ring = _cut_at(ring, axis, edge, keeps_above=keeps_above)
    return ring


def _cut_at(ring: Ring, axis: int, edge: float, *, keeps_above: bool) -> Ring:
    found: Ring = []
    for number, point in enumerate(ring):
        before = ring[number - 1]
        inside = (point[axis] >= edge) == keeps_above or point[axis] == edge
        was_inside = (before[axis] >= edge) == keeps_above or before[axis] == edge
        if inside != was_inside:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            found.append(point)
    return found
