"""The drawing beside "why this date": the event's year, with its mark at its own place."""

from timeline.public.homes import home_of
from timeline.public.items import Item
from timeline.public.zoom import Zoom, draw_year


def figure_of(item: Item) -> Zoom | None:
    """Draw one event in its year; None where no one year holds it."""
    year = year_of(item)
    if year is None or item.date is None or item.date.year_span != (year, year):
        return None
    return draw_year(year, [item], [])


def year_of(item: Item) -> int | None:
    """Return the year that an event stands under, if it has a page."""
    place = home_of(item.date)
    year = place.year_span[0] if place and place.precision == "year" else None
    return year if year and 1 <= year <= 9999 else None
