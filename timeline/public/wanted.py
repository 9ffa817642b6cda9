"""What a strip is to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from timeline.public.outline import Outline


@dataclass(frozen=True)
class Wanted:
    """What to draw: all events, those found, the years in view, headlines of loose ones, addresses."""

    everything: Sequence[Outline]
    found: Sequence[Outline] | None = None
    view: tuple[int, int] | None = None
    headlines: dict[int, str] = field(default_factory=dict)
    year_address: Callable[[int], str] = lambda year: f"#y{year}"
    cell_address: Callable[[int, int], str] = lambda first, step: f"#d{first}"
    event_address: Callable[[Outline], str] = lambda row: f"#e{row.event}"
    small: bool = False
    axis: bool = False

    @property
    def shown(self) -> Sequence[Outline]:
        """The events that are drawn in colour."""
        return self.everything if self.found is None else self.found
