"""What a strip is to show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.public.loose import Loose, LooseEvent
from timeline.records.selection import Bars


@dataclass(frozen=True)
class Wanted:
    """What to draw: all events, those found, the years in view, those that no one year holds, addresses."""

    everything: Bars
    loose: Loose
    found: Bars | None = None
    styles: Mapping[int, str] = field(default_factory=dict)
    view: tuple[int, int] | None = None
    year_address: Callable[[int], str] = lambda year: f"#y{year}"
    cell_address: Callable[[int, int], str] = lambda first, step: f"#d{first}"
    event_address: Callable[[LooseEvent], str] = lambda one: f"#e{one.row.event}"
    more_address: str = ""
    small: bool = False
    axis: bool = False

    @property
    def shown(self) -> Bars:
        """The events that are drawn in colour."""
        return self.everything if self.found is None else self.found
