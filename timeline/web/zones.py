"""Where articles are written for and events happened: time zones by the name of a city, as a person calls them."""

import datetime
import difflib
from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

OFTEN: dict[str, str | Promise] = {
    "Asia/Tokyo": lazy("Tokyo"),
    "Asia/Seoul": lazy("Seoul"),
    "Asia/Pyongyang": lazy("Pyongyang"),
    "Asia/Shanghai": lazy("Beijing"),
    "Europe/Moscow": lazy("Moscow"),
    "Europe/London": lazy("London"),
    "Europe/Paris": lazy("Paris"),
    "America/New_York": lazy("New York"),
    "UTC": lazy("UTC"),
}
"""Offered before anything is typed."""
_ALSO = {
    "Osaka": "Asia/Tokyo", "Busan": "Asia/Seoul", "Washington": "America/New_York", "Boston": "America/New_York",
    "San Francisco": "America/Los_Angeles", "Geneva": "Europe/Zurich", "Delhi": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata", "Hanoi": "Asia/Bangkok", "Canberra": "Australia/Sydney",
}  # fmt: skip
"""Large cities that the tz database calls by another one."""
_CODES = {"Australia/ACT": "Canberra", "Australia/NSW": "Sydney", "Australia/LHI": "Lord Howe"}
"""Former names of zones that are no names of places."""
_REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
LONGEST = 60


def city(zone: str) -> str:
    """Return what a time zone is called: "Tokyo" of Asia/Tokyo, in the language of the page where it is one of ours."""
    if zone in OFTEN:
        return str(OFTEN[zone])
    return _CODES.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def days_elsewhere(day: datetime.date, time: datetime.time, zone: str) -> dict[datetime.date, list[str]]:
    """Return which other days it was at that moment in the cities that are offered, each day with its cities in order.

    Nothing where the zone is not known, or the moment lies at an edge of the calendar.
    """
    if zone not in _known():
        return {}
    found: dict[datetime.date, list[str]] = {}
    moment = datetime.datetime.combine(day, time, ZoneInfo(zone))
    for other in OFTEN:
        try:
            there = moment.astimezone(ZoneInfo(other)).date()
        except OverflowError:
            continue
        if there != day and other != "UTC":
            found.setdefault(there, []).append(city(other))
    return dict(sorted(found.items()))


@cache
def _known() -> frozenset[str]:
    """Return the name of every zone; the system's folders are looked through for them once."""
    return frozenset(available_timezones())


def zone_of(text: str) -> str:
    """Return the time zone of a city as people write it, or of its own name; "" where none is known."""
    return text if text in _known() else _by_name().get(_plain(text), "")


def near(text: str) -> list[str]:
    """Return names of cities that are written much like this one, the likeliest first."""
    names = _by_name()
    return [city(names[found]) for found in difflib.get_close_matches(_plain(text)[:LONGEST], names, n=3, cutoff=0.75)]


@cache
def _by_name() -> dict[str, str]:
    """Return the zone by the name of each city, in all our languages where we have it, else as the tz database does."""
    found: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {_plain(str(name)): zone for zone, name in OFTEN.items()}
    found |= {_plain(name): zone for name, zone in _ALSO.items()}
    for zone in sorted(_known()):
        if zone.startswith(_REGIONS) and zone not in _CODES:
            found.setdefault(_plain(zone.rpartition("/")[2]), zone)
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())


class ZoneInput(forms.TextInput):
    """A line that offers the places often used while one types."""

    offered: Iterable[str] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw the line, and beside it the list that the browser offers."""
        listed = f"{(attrs or {}).get('id', name)}_places"
        line = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        options = format_html_join("", "<option>{}</option>", ((place,) for place in self.offered))
        return format_html('{}<datalist id="{}">{}</datalist>', line, listed, options)


class ZoneField(forms.CharField):
    """A time zone, typed as the name of a city; the answer is the name of the zone."""

    widget = ZoneInput

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)
        self.widget.attrs.update(autocomplete="off", spellcheck="false")
        self.offer(())

    def offer(self, used: Iterable[str]) -> None:
        """Offer the zones that are used, and after them those often used."""
        line: Any = self.widget
        line.offered = [city(zone) for zone in dict.fromkeys((*used, *OFTEN))]

    def clean(self, value: Any) -> Any:
        """Return the zone, or say which cities are meant perhaps."""
        typed: str = super().clean(value)
        if not typed or (zone := zone_of(typed)):
            return zone if typed else ""
        if alike := near(typed):
            said = _("“%(place)s” is not known here. Is it %(alike)s?")
            raise forms.ValidationError(said % {"place": typed, "alike": _(" or ").join(alike)})
        raise forms.ValidationError(
            _("“%(place)s” is not known here. Give a large city that has the same time.") % {"place": typed}
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a zone by its city, and what was typed as it was typed."""
        return city(value) if isinstance(value, str) and value in _known() else value
