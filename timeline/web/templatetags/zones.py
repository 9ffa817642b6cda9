"""Time zones on pages."""

from django import template

from timeline.web import zones

register = template.Library()


@register.filter
def city(zone: str) -> str:
    """`{{ article.zone|city }}`: "Tokyo" of Asia/Tokyo."""
    return zones.city(zone)
