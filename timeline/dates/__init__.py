"""The date engine: text to phrases to readings. No Django, no database, no clock."""

from timeline.dates.engine import find, read
from timeline.dates.explain import explain
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.order import order_key
from timeline.dates.result import Phrase, Reading
from timeline.dates.wording import in_era, in_short, in_words

__all__ = [
    "FuzzyDate",
    "Phrase",
    "Precision",
    "Reading",
    "explain",
    "find",
    "in_era",
    "in_short",
    "in_words",
    "order_key",
    "read",
]
