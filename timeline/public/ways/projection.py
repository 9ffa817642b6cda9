"""From places on the earth to places on paper, equal in area: no country looks larger here than it is.

The whole earth is drawn in Equal Earth (Šavrič, Patterson and Jenny: The Equal Earth map projection, 2018), a part of
it in Lambert's azimuthal equal-area projection around its middle (Snyder: Map Projections, 1987). The earth is a
sphere here; coordinates in degrees, results in radii of it, north up.
"""

from collections.abc import Callable
from math import acos, asin, atan2, cos, degrees, hypot, isclose, radians, sin, sqrt

Point = tuple[float, float]
Projection = Callable[[float, float], Point]
RADIUS = 6371.0
"""Kilometres."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2
WORLD_WIDTH, WORLD_HEIGHT = 2 * 2.7066299836, 2 * 1.3173627592
"""Radii across the whole earth, in Equal Earth."""


def equal_earth(longitude: float) -> Projection:
    """Return the projection of the whole earth with this meridian in the middle."""

    def project(lon: float, lat: float) -> Point:
        theta = asin(_M * sin(radians(lat)))
        squared = theta * theta
        sixth = squared**3
        x = radians(lon - longitude) * cos(theta)
        x /= _M * (_A[0] + 3 * _A[1] * squared + sixth * (7 * _A[2] + 9 * _A[3] * squared))
        return x, theta * (_A[0] + _A[1] * squared + sixth * (_A[2] + _A[3] * squared))

    return project


def azimuthal(longitude: float, latitude: float) -> Projection:
    """Return Lambert's azimuthal equal-area projection with this place in the middle."""
    sine, cosine = sin(radians(latitude)), cos(radians(latitude))

    def project(lon: float, lat: float) -> Point:
        east, north = radians(lon - longitude), radians(lat)
        across, up = cos(north) * sin(east), cos(north) * cos(east)
        near = 1 + sine * sin(north) + cosine * up
        # The place right opposite lies on the whole rim at once.
        k = sqrt(2 / near) if near > 1e-12 else 0.0
        return k * across, k * (cosine * sin(north) - sine * up)

    return project


def kilometres(one: Point, other: Point) -> float:
    """Return how far two places, as longitude and latitude, lie apart."""
    (east, north), (east_too, north_too) = one, other
    turn = sin(radians(north)) * sin(radians(north_too))
    turn += cos(radians(north)) * cos(radians(north_too)) * cos(radians(east - east_too))
    return RADIUS * acos(max(-1.0, min(turn, 1.0)))


def middle_of(places: list[tuple[Point, int]]) -> Point:
    """Return the middle of some places by their weights, as longitude and latitude; (0, 0) where there is none."""
    x = y = z = 0.0
    for (lon, lat), weight in places:
        x += weight * cos(radians(lat)) * cos(radians(lon))
        y += weight * cos(radians(lat)) * sin(radians(lon))
        z += weight * sin(radians(lat))
    if isclose(hypot(x, y, z), 0, abs_tol=1e-9):
        return 0.0, 0.0
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))
