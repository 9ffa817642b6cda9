"""The menu of the ways to read a chronology, on each of these pages."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from timeline.public.filters import LABELS
from timeline.public.links import Links


@dataclass(frozen=True)
class Way:
    """One page of the menu."""

    name: str
    label: str
    href: str
    is_current: bool
    shows_all: bool
    """Whether it knows nothing of the search and filters that are in use on the page."""


WAYS: dict[str, Promise] = {
    "timeline": lazy("Timeline"),
    "table": lazy("Table"),
    "map": lazy("Map"),
    "one": lazy("One by one"),
    "this_week": lazy("This week in"),
    "coverage": lazy("Coverage"),
    "lag": lazy("Reporting lag"),
    "compare": lazy("Compare"),
    "as_known_on": lazy("As known on"),
}
"""The pages by the name of their address, in the order of the menu."""
NARROWED = ("timeline", "table", "one", "names")
"""Those that search and filters narrow: what is chosen on one of them is chosen on the others."""


def ways_of(links: Links, current: str) -> list[Way]:
    """Return the menu as the page named `current` shows it."""
    preview = {name: value for name, value in links.query.items() if name == "preview"}
    is_narrowed = current in NARROWED and not LABELS.keys().isdisjoint(links.query)
    return [
        Way(
            name, str(label), _address(links, name, preview, current), name == current,
            is_narrowed and name not in NARROWED,
        )
        for name, label in WAYS.items()
    ]  # fmt: skip


def _address(links: Links, name: str, preview: dict[str, str], current: str) -> str:
    kept = links.query if name in NARROWED and current in NARROWED else preview
    return replace(links, query=kept, page=f"public:{name}", args=()).to()
