"""How many unfinished bodies, and how many answers in the making, one address or one person may have at once."""

import asyncio
from collections.abc import Callable
from weakref import WeakValueDictionary


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


class Turns:
    """At most so many answers in the making for each owner; what more they ask for waits its turn, in order."""

    def __init__(self, most: int) -> None:
        self.most = most
        # Whoever waits or works holds it; with the last of them the owner is forgotten.
        self._held: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    def of(self, owner: str) -> asyncio.Semaphore:
        """Return what is entered with `async with` while an answer is made."""
        turn = self._held.get(owner)
        if turn is None:
            turn = self._held[owner] = asyncio.Semaphore(self.most)
        return turn

    def __len__(self) -> int:
        return len(self._held)
