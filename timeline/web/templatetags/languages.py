"""Names of languages, each in itself."""

from itertools import islice

from django import template

from timeline.dates import language_names

register = template.Library()
register.filter("language_name", language_names.language_name)
MOST_LIKELY = 8


@register.simple_tag
def likely_languages() -> list[tuple[str, str]]:
    """Return code and own name of the languages met most."""
    return list(islice(language_names.LANGUAGE_NAMES.items(), MOST_LIKELY))
