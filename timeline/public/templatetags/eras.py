"""Years of other calendars on pages, and the choice among them."""

from typing import Any

from django import template
from django.utils.http import urlencode

from timeline.dates import FuzzyDate
from timeline.public import eras
from timeline.public.links import event_address, version_address
from timeline.records.models import Told

register = template.Library()


@register.filter
def beside_year(year: int) -> Told | None:
    """`{% with era=year|beside_year %}`: the year as the chosen calendar counts it."""
    return eras.beside_year(year)


@register.filter
def beside_date(date: FuzzyDate | None) -> Told | None:
    """`{% with era=date|beside_date %}`: the same of a date under no heading of its year."""
    return eras.beside_date(date, alone=True)


@register.filter
def era_chosen(date: FuzzyDate | None) -> Told | None:
    """`{% with era=date|era_chosen %}`: the same in a list, where it stands only if it was chosen."""
    return eras.beside_date(date)


@register.inclusion_tag("public/_eras.html", takes_context=True)
def choose_eras(context: dict[str, Any]) -> dict[str, Any]:
    """`{% choose_eras %}`: the choice, as links to this very page."""
    request = context["request"]
    query = {name: value for name, value in request.GET.items() if name != eras.FIELD}
    choices = [
        {"label": label, "href": _address(request.path, query, value), "is_chosen": value == eras.chosen()}
        for value, label in eras.CHOICES.items()
    ]
    return {"choices": choices}


@register.filter
def event_href(event: int) -> str:
    """`{{ entry.event_id|event_href }}`: the page of an event, with the choice kept."""
    return event_address(event)


@register.filter
def version_href(event: int, version: int) -> str:
    """`{{ entry.event_id|version_href:version }}`: the page of an event at a version, with the choice kept."""
    return version_address(event, version)


@register.simple_tag
def chosen_eras() -> str:
    """`{% chosen_eras as eras %}`: the choice, for a form that keeps it."""
    return eras.chosen()


def _address(path: str, query: dict[str, str], value: str) -> str:
    whole = {**query, eras.FIELD: value} if value else query
    return f"{path}?{urlencode(whole)}" if whole else path
