"""The date engine: text to phrases to readings. No Django, no database, no clock."""

from __future__ import annotations

from importlib import import_module

from timeline.dates.engine import find, read
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.result import Phrase, Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from timeline.dates.order import order_key
    from timeline.dates.typed import read_typed
    from timeline.dates.typed_result import Typed
    from timeline.dates.why import explain
    from timeline.dates.wording import in_era, in_short, in_words

__all__ = [
    "FuzzyDate",
    "Phrase",
    "Precision",
    "Reading",
    "Typed",
    "explain",
    "find",
    "in_era",
    "in_short",
    "in_words",
    "order_key",
    "read",
    "read_typed",
]
# What few programs need loads when it is first asked for: name -> its module.
_LATE = {
    "Typed": "typed_result",
    "explain": "why",
    "in_era": "wording",
    "in_short": "wording",
    "in_words": "wording",
    "order_key": "order",
    "read_typed": "typed",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    return found
