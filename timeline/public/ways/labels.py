"""Names beside the circles of a map that never lie over each other, at whatever width it is shown.

Circles move apart as the drawing grows, while their names and radii keep their size. So it is tried at the narrowest
and the widest: what lies beside or above another at both does so at every width between.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.public.labels import width_of

NARROW, MEDIUM, WIDEST = 320.0, 700.0, 1160.0
"""px of the drawing: on a phone, on a tablet, on the widest page."""
SHAPE = 0.5
"""Its height, as a share of its width."""
LINE = 14.0
"""px that a name is high, with something over."""
SIZE = 13.0
"""px that a sign of a name is high, and one of Chinese or Japanese wide, with something over."""
GAP = 4.0
MOST = 40
"""Names that are tried, of the largest circles."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Circle:
    """A circle: its middle as shares of width and height, its radius in px, its name."""

    x: float
    y: float
    radius: float
    name: str
    language: str = ""
    """The language of the name, where it is another than the page's."""


@dataclass(frozen=True)
class Label:
    """A name that has room."""

    x: str
    y: str
    dx: str
    ends: bool
    text: str
    is_roomy: bool
    """Whether it has room on wide pages only."""
    language: str = ""


@dataclass(frozen=True)
class _Placed:
    circle: Circle
    ends: bool

    def box(self, width: float) -> Box:
        """Where the name lies in a drawing of this width."""
        x, y = self.circle.x * width, self.circle.y * width * SHAPE
        away, long = self.circle.radius + GAP, width_of(self.circle.name, SIZE)
        left = x - away - long if self.ends else x + away
        return left, y - LINE / 2, left + long, y + LINE / 2


def labels_of(circles: Sequence[Circle]) -> list[Label]:
    """Return the names that have room: the circles come with the smallest first, the largest is named first."""
    wanted = sorted(circles, key=lambda one: -one.radius)
    labels: list[Label] = []
    placed: list[_Placed] = []
    for narrowest, some in ((NARROW, wanted[:12]), (MEDIUM, wanted[:MOST])):
        for circle in some:
            if any(one.circle is circle for one in placed):
                continue
            for ends in (False, True):
                one = _Placed(circle, ends)
                if _has_room(one, placed, wanted, narrowest):
                    placed.append(one)
                    labels.append(_label(one, is_roomy=narrowest != NARROW))
                    break
    return labels


def _label(one: _Placed, *, is_roomy: bool) -> Label:
    away = one.circle.radius + GAP
    dx = f"{-away if one.ends else away:.1f}"
    return Label(
        f"{one.circle.x * 100:.3f}%",
        f"{one.circle.y * 100:.3f}%",
        dx,
        one.ends,
        one.circle.name,
        is_roomy,
        one.circle.language,
    )


def _has_room(one: _Placed, placed: Sequence[_Placed], circles: Sequence[Circle], narrowest: float) -> bool:
    for width in (narrowest, WIDEST):
        left, top, right, bottom = one.box(width)
        if left < 0 or right > width or top < 0 or bottom > width * SHAPE:
            return False
    ends = narrowest, WIDEST
    others = [[other.box(width) for width in ends] for other in placed]
    larger = [circle for circle in circles if circle is not one.circle and circle.radius >= LINE / 2]
    others += [[_square(circle, width) for width in ends] for circle in larger]
    own = [one.box(width) for width in ends]
    return all(_sides(own[0], other[0]) & _sides(own[1], other[1]) for other in others)


def _square(circle: Circle, width: float) -> Box:
    x, y = circle.x * width, circle.y * width * SHAPE
    return x - circle.radius, y - circle.radius, x + circle.radius, y + circle.radius


def _sides(one: Box, other: Box) -> set[str]:
    """Return on which sides of another box one lies wholly."""
    sides = {"left": one[2] <= other[0], "right": one[0] >= other[2], "above": one[3] <= other[1]}
    return {side for side, holds in {**sides, "below": one[1] >= other[3]}.items() if holds}
