"""The places of a chronology on a map, drawn here: a circle a place, larger for more events."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from math import cos, radians, sqrt

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from timeline.public.items import named
from timeline.public.links import Links
from timeline.public.scale import percent
from timeline.public.ways import land
from timeline.public.ways.labels import Circle, Label, labels_of
from timeline.public.ways.projection import (
    RADIUS,
    WORLD_HEIGHT,
    WORLD_WIDTH,
    Point,
    Projection,
    azimuthal,
    equal_earth,
    kilometres,
    middle_of,
)
from timeline.records import tallies
from timeline.records.models import Chronology, Place
from timeline.records.tallies import ALL
from timeline.web import joining
from timeline.web.asked import key_in

MOST = 200
"""Places that are drawn and listed, those with most events."""
MOST_NAMED = 3
"""Places that the summary names."""
MOST_MIDDLES = 30
"""Places around which it is tried how much lies near."""
WIDTH, HEIGHT = 2000, 1000
"""Units of the drawing, which is as wide as the page at every width."""
SMALLEST, LARGEST = 3.0, 22.0
"""px of a circle's radius."""
ACROSS: dict[str, float] = {"world": 0, "region": 4800, "near": 1200}
"""How much each zoom shows, in kilometres from west to east; 0: all there is."""
ZOOMS: dict[str, Promise] = {"world": lazy("The whole earth"), "region": lazy("The region"), "near": lazy("Close by")}
MOST_OF_ALL = 0.75
"""Share of the events that the region must hold to be shown first."""


@dataclass(frozen=True)
class Located:
    """A place with its number of events, and where its events are listed."""

    place: Place
    count: int
    href: str
    closer: str

    @property
    def name(self) -> str:
        """Its name in the page's language."""
        return named(self.place)[0]

    @property
    def foreign(self) -> str:
        """The language of that name, where it is in another."""
        return named(self.place)[1]

    @property
    def point(self) -> Point | None:
        """Longitude and latitude; None where they are not known."""
        place = self.place
        return None if place.longitude is None or place.latitude is None else (place.longitude, place.latitude)

    @property
    def coordinates(self) -> str:
        """The same in words."""
        if self.point is None:
            return ""
        lon, lat = self.point
        north = _("%(degrees)s° N") if lat >= 0 else _("%(degrees)s° S")
        east = _("%(degrees)s° E") if lon >= 0 else _("%(degrees)s° W")
        return f"{north % {'degrees': f'{abs(lat):.1f}'}} {east % {'degrees': f'{abs(lon):.1f}'}}"


@dataclass(frozen=True)
class Zoomed:
    """One of the zooms, and where it stands."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class Drawn:
    """A place in the drawing."""

    located: Located
    x: str
    y: str
    radius: str


@dataclass(frozen=True)
class View:
    """What part of the earth is drawn."""

    zoom: str
    middle: Point

    @property
    def projection(self) -> Projection:
        """How the earth comes on paper."""
        return equal_earth(self.middle[0]) if self.zoom == "world" else azimuthal(*self.middle)

    @property
    def scale(self) -> float:
        """Units of the drawing that a radius of the earth takes."""
        if self.zoom == "world":
            return min(WIDTH / WORLD_WIDTH, HEIGHT / WORLD_HEIGHT)
        return WIDTH * RADIUS / ACROSS[self.zoom]

    @property
    def box(self) -> land.Box:
        """Degrees around all that is drawn, with something over."""
        lon, lat = self.middle
        if self.zoom == "world":
            return lon - 180, -90, lon + 180, 90
        high = ACROSS[self.zoom] / 2 / 111 * HEIGHT / WIDTH * 1.25 + 1
        south, north = max(lat - high, -90), min(lat + high, 90)
        widest = max(abs(south), abs(north))
        wide = min(ACROSS[self.zoom] / 2 / 111 / max(cos(radians(min(widest, 89))), 0.02) * 1.1, 180)
        return lon - wide, south, lon + wide, north

    def at(self, point: Point) -> Point:
        """Return where a place lies, as shares of the width and the height."""
        lon, lat = point
        x, y = self.projection((lon - self.middle[0] + 180) % 360 - 180 + self.middle[0], lat)
        return 0.5 + x * self.scale / WIDTH, 0.5 - y * self.scale / HEIGHT


@dataclass(frozen=True)
class Map:
    """Everything that templates/public/map.html shows."""

    links: Links
    zooms: list[Zoomed]
    path: str
    drawn: list[Drawn]
    labels: list[Label]
    listed: list[Located]
    is_begun: bool
    """Whether places with more events stand on a page before."""
    outside: int
    unlocated: int
    more: int
    placed_events: int
    seen_events: int
    placeless: int
    problems: list[str]

    @property
    def first(self) -> list[Located]:
        """The places with most events, of those in view."""
        return [one.located for one in self.drawn[:MOST_NAMED]]

    @property
    def most(self) -> SafeString:
        """Their names, each with its number of events, in a row."""
        told = pgettext("a place, and how many events it has", "%(place)s (%(events)s)")
        named = [told % {"place": _in_its_language(one), "events": one.count} for one in self.first]
        return mark_safe(joining.things_listed(named))  # noqa: S308  the names went through `escape`

    @property
    def first_href(self) -> str:
        """The places with most events of all; "" where they are here."""
        return self.links.all if self.is_begun else ""

    @property
    def more_href(self) -> str:
        """The places that follow; "" where there are none."""
        if not (self.more and self.listed):
            return ""
        return replace(self.links, query={**self.links.query, "after": str(self.listed[-1].place.pk)}).to("places")

    @property
    def width(self) -> int:
        """Units of the drawing across."""
        return WIDTH

    @property
    def height(self) -> int:
        """And down."""
        return HEIGHT


def _in_its_language(one: Located) -> str:
    name = escape(one.name)
    return f'<span lang="{escape(one.foreign)}">{name}</span>' if one.foreign else f"<span>{name}</span>"


def read_map(chronology: Chronology, query: QueryDict, *, preview: bool) -> Map:
    """Read the map from its address."""
    audiences = (True, False) if preview else (True,)
    places, placed = tallies.values_of_kind(chronology.pk, "place", audiences)
    after, begun = query.get("after", ""), _begun(chronology, query, audiences)
    links = Links.of(chronology, preview=preview, page="public:map", query={"after": begun} if begun else None)
    listed, more = _listed(chronology, links, audiences, begun, places)
    asked = query.get("around", "")
    around = next((one for one in listed if one.place.pk == key_in(asked) and one.point), None)
    problems = []
    if (asked and around is None) or (after and not begun):
        problems.append(_("The place that the address names is not on this map."))
    zoom = query.get("zoom", "")
    if zoom and zoom not in ACROSS:
        problems.append(_("There is no such part of the map; here is the one that shows most."))
    view = view_of(listed, zoom, around)
    drawn = _drawn(listed, view)
    return Map(
        links=links, zooms=_zooms(links, view, around), path=_path(view), drawn=drawn,
        labels=labels_of([_circle(one) for one in drawn[::-1]]), listed=listed, is_begun=bool(begun),
        outside=sum(one.point is not None for one in listed) - len(drawn),
        unlocated=sum(one.point is None for one in listed), more=more,
        placed_events=placed, seen_events=sum(one.located.count for one in drawn),
        placeless=tallies.whole(chronology.pk, ALL, audiences) - placed, problems=problems,
    )  # fmt: skip


def _begun(chronology: Chronology, query: QueryDict, audiences: Sequence[bool]) -> str:
    """Return the key of the place after which an address goes on; "" for the beginning, or one that is not here."""
    key = key_in(query.get("after", ""))
    return str(key) if key and tallies.whole(chronology.pk, f"place:{key}", audiences) else ""


def _listed(
    chronology: Chronology, links: Links, audiences: Sequence[bool], begun: str, places: int
) -> tuple[list[Located], int]:
    """Return the places with most events, of those after one where it is given, and how many follow."""
    if begun:
        counts, remaining = tallies.frequent_after(chronology.pk, "place", begun, audiences, MOST)
    else:
        counts, remaining = tallies.most_frequent(chronology.pk, ["place"], audiences, MOST)["place"], places
    found = Place.objects.in_bulk([int(key) for key in counts])
    timeline = replace(links, page="public:timeline", query={k: v for k, v in links.query.items() if k != "after"})
    return [
        Located(place, count, timeline.to(place=place.name), links.to(zoom="near", around=place.pk))
        for key, count in counts.items()
        if (place := found.get(int(key)))
    ], max(remaining - len(counts), 0)


def view_of(listed: Sequence[Located], zoom: str, around: Located | None) -> View:
    """Return the part of the earth that is asked for; else the region where most lies, if it holds most of all."""
    placed = [(one.point, one.count) for one in listed if one.point]
    if zoom in ACROSS:
        return _view(placed, zoom, around)
    region = _view(placed, "region", around)
    held = sum(count for point, count in placed if _is_seen(region.at(point)))
    return region if held >= MOST_OF_ALL * sum(count for _point, count in placed) else _view(placed, "world", around)


def _view(placed: list[tuple[Point, int]], zoom: str, around: Located | None) -> View:
    if around is not None and around.point is not None:
        return View(zoom, around.point if zoom != "world" else (_meridian(around.point[0]), 0))
    if zoom == "world":
        return View(zoom, (_meridian(middle_of(placed)[0]), 0))
    reach = ACROSS[zoom] / 4
    near = [
        [(point, count) for point, count in placed if kilometres(point, middle) <= reach]
        for middle, _count in placed[:MOST_MIDDLES]
    ]
    return View(zoom, middle_of(max(near, key=lambda some: sum(count for _point, count in some), default=[])))


def _meridian(longitude: float) -> float:
    """Return the meridian in the middle of the whole earth: the earth is cut in the Atlantic, or in the Pacific."""
    return 150.0 if abs((longitude - 150 + 180) % 360 - 180) < 90 else 10.0


@lru_cache(maxsize=64)
def _path(view: View) -> str:
    return land.path_of(view.box, view.projection, view.scale, (WIDTH / 2, HEIGHT / 2))


def _is_seen(share: Point) -> bool:
    return 0 <= share[0] <= 1 and 0 <= share[1] <= 1


def _drawn(listed: Sequence[Located], view: View) -> list[Drawn]:
    """Return the circles that lie in view, the largest first, so that no smaller one is covered."""
    most = max((one.count for one in listed), default=1)
    found = []
    for one in listed:
        if one.point and _is_seen(share := view.at(one.point)):
            radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(one.count / most)
            found.append(Drawn(one, percent(share[0] * 100), percent(share[1] * 100), f"{radius:.1f}"))
    return found


def _circle(one: Drawn) -> Circle:
    x, y = (float(share.removesuffix("%")) / 100 for share in (one.x, one.y))
    # "Mano, Sado Island, Niigata, Japan" is told from others by its first name; the whole one stands in the table.
    return Circle(x, y, float(one.radius), one.located.name.partition(",")[0], one.located.foreign)


def _zooms(links: Links, view: View, around: Located | None) -> list[Zoomed]:
    state = {"around": str(around.place.pk)} if around else {}
    kept = replace(links, query={**links.query, **state})
    return [Zoomed(str(label), kept.to(zoom=zoom), zoom == view.zoom) for zoom, label in ZOOMS.items()]
