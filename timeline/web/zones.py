"""Where articles are written for: time zones by the name of a city, as a person looks for them."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Choice = tuple[str, str | Promise]

OFTEN: tuple[Choice, ...] = (
    ("Asia/Tokyo", _("Tokyo")),
    ("Asia/Seoul", _("Seoul")),
    ("Asia/Pyongyang", _("Pyongyang")),
    ("Asia/Shanghai", _("Beijing")),
    ("Europe/Moscow", _("Moscow")),
    ("Europe/London", _("London")),
    ("Europe/Paris", _("Paris")),
    ("America/New_York", _("New York, Washington")),
    ("UTC", _("UTC")),
)
_REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")


def choices() -> list[tuple[str | Promise, Iterable[Choice]]]:
    """Return the places for a select: those often used, then every city of the tz database by name."""
    often = {zone for zone, _name in OFTEN}
    cities = [
        (zone.rpartition("/")[2].replace("_", " "), zone)
        for zone in available_timezones() - often
        if zone.startswith(_REGIONS)
    ]
    return [(_("Often used"), OFTEN), (_("Every place"), [(zone, name) for name, zone in sorted(cities)])]


def city(zone: str) -> str:
    """Return the city of a time zone: "Tokyo" of Asia/Tokyo."""
    names = {key: str(name) for key, name in OFTEN}
    return names.get(zone) or zone.rpartition("/")[2].replace("_", " ")
