"""The date engine: text to phrases to readings. No Django, no database, no clock."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline.dates.engine import find, read
from timeline.dates.explain import explain
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.order import order_key
from timeline.dates.result import Phrase, Reading

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    """The words of a date are needed by few programs: they load when first asked for."""
    if name in ("in_era", "in_short", "in_words"):
        return getattr(import_module("timeline.dates.wording"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
