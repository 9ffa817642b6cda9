"""How many citations and reports wait for a checker."""

from django import template

from timeline.records.models import Citation, Report

register = template.Library()


@register.simple_tag
def proposal_count(event: int | None = None) -> int:
    """`{% proposal_count as waiting %}`: proposed citations of checked events, of one event if its key is given."""
    found = Citation.objects.waiting()
    return (found if event is None else found.filter(event=event)).count()


@register.simple_tag
def report_count() -> int:
    """`{% report_count as reported %}`: reports of readers that nobody has closed."""
    return Report.objects.waiting().count()
