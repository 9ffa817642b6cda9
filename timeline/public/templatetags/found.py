"""What a list needs beside its events: the words that were searched for, and the numbers of sources."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from timeline.public.highlight import spans
from timeline.records.models import Citation

register = template.Library()


@register.filter
def found(text: str, words: str | None) -> SafeString:
    """`{{ headline|found:words }}`: the text, with the words that were searched for marked."""
    parts, at = [], 0
    for start, end in spans(text, words or ""):
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    # Every piece of the text went through `escape`; only our own tags are added.
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308


@register.filter
def number_in(citation: Citation, numbers: dict[int, int]) -> int | str:
    """`{{ citation|number_in:item.numbers }}`: the number of its source on this page."""
    return numbers.get(citation.source_id, "")
