"""The date engine: text to phrases to readings. No Django, no database, no clock."""

from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.order import order_key

__all__ = ["FuzzyDate", "Precision", "order_key"]
