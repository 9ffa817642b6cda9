"""Names of languages, each in itself."""

from itertools import islice

from django import template

from timeline.dates import language_names
from timeline.dates.detection import language_of

register = template.Library()
register.filter("language_name", language_names.language_name)
MOST_LIKELY = 8


@register.simple_tag
def likely_languages(text: str) -> list[tuple[str, str]]:
    """Return code and own name of the language that a text's letters tell, then of the languages met most."""
    codes = [language_of(text), *islice(language_names.LANGUAGE_NAMES, MOST_LIKELY)]
    return [(code, language_names.language_name(code)) for code in dict.fromkeys(codes) if code]
