"""The date engine: text to phrases to readings. No Django, no database, no clock."""

from timeline.dates.fuzzy import FuzzyDate, Precision

__all__ = ["FuzzyDate", "Precision"]
