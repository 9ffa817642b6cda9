"""How many unfinished bodies one address, or one person, may have at once."""

from collections.abc import Callable


class Place:
    """Room for one unfinished body; `gave_way` says that its reading ended for a newcomer's sake."""

    def __init__(self, among: "dict[Place, None]", since: float, end: Callable[[], None]) -> None:
        self.among = among
        self.since = since
        self.end = end
        self.gave_way = False

    def give_way(self) -> None:
        """End the reading now."""
        self.gave_way = True
        self.leave()
        self.end()

    def leave(self) -> None:
        """Free the place; a second time changes nothing."""
        self.among.pop(self, None)


class Places:
    """At most so many places for each owner. One process has one, and uses it from its event loop alone."""

    def __init__(self, most: int, safe: float = 1.0) -> None:
        self.most = most
        self.safe = safe  # seconds in which nobody takes a place away
        self._held: dict[str, dict[Place, None]] = {}

    def take(self, owner: str, now: float, end: Callable[[], None]) -> Place | None:
        """Return a place, if need be that of the body that has waited longest, or None if all are fresh.

        `end` is called if the place has to be given up for another.
        """
        held = self._held.get(owner, {})
        if len(held) >= self.most:
            oldest = next(iter(held))
            if now - oldest.since < self.safe:
                return None
            oldest.give_way()
        if not held:
            # Nobody else remembers an address whose last body has come.
            self._held = {each: places for each, places in self._held.items() if places}
            held = self._held.setdefault(owner, {})
        place = Place(held, now, end)
        held[place] = None
        return place

    def __len__(self) -> int:
        return sum(map(len, self._held.values()))
