"""Under which heading of a list a date stands."""

from timeline.dates import FuzzyDate
from timeline.dates.order import home


def home_of(date: FuzzyDate | None) -> FuzzyDate | None:
    """Return the year, decade or century that a date stands under; None for undated."""
    place = home(date) if date else None
    if place is None:
        return None
    if place.precision in ("decade", "century"):
        return place
    year = place.year_span[0]
    return None if year is None else FuzzyDate.year(year)


def anchor_of(date: FuzzyDate | None) -> str:
    """Return the id of the heading that a date stands under: y1977, d1970, c1900, undated."""
    place = home_of(date)
    return "undated" if place is None else f"{str(place.precision)[0]}{place.year_span[0]}"
