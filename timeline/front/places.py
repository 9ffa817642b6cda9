"""How many unfinished bodies, and how many answers in the making, one address or one person may have at once."""

import asyncio
from collections.abc import Callable, Sequence
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


class Turn:
    """A turn to have an answer made: one of its owner's, and one of all there are. Whoever takes it leaves it."""

    def __init__(self, own: Sequence[asyncio.Semaphore], of_all: Sequence[asyncio.Semaphore]) -> None:
        self._own, self._of_all = own, of_all
        # Who held one of all while waiting for one of their own would keep everybody waiting for what they began.
        self._parts = (*own, *of_all)

    def with_turn(self, other: "Turn") -> "Turn":
        """Return one that is this and another."""
        return Turn((*self._own, *other._own), (*self._of_all, *other._of_all))

    def is_free(self) -> bool:
        """Return whether it can be taken at once."""
        return not any(part.locked() for part in self._parts)

    async def take(self) -> None:
        """Wait for it; whoever is cancelled while waiting holds nothing."""
        taken: list[asyncio.Semaphore] = []
        try:
            for part in self._parts:
                await part.acquire()
                taken.append(part)
        except BaseException:
            for part in reversed(taken):
                part.release()
            raise

    def leave(self) -> None:
        """Let the next one have it."""
        for part in reversed(self._parts):
            part.release()


class Turns:
    """So many answers in the making at once, and fewer for each owner; what more is asked for waits, in order."""

    def __init__(self, most: int, of_one_owner: int) -> None:
        self.of_one_owner = of_one_owner
        self._of_all = asyncio.Semaphore(most)
        # Whoever waits or works holds it; with the last of them the owner is forgotten.
        self._held: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    def of(self, owner: str) -> Turn:
        """Return a turn of that owner, not yet taken."""
        own = self._held.get(owner)
        if own is None:
            own = self._held[owner] = asyncio.Semaphore(self.of_one_owner)
        return Turn((own,), (self._of_all,))

    def __len__(self) -> int:
        return len(self._held)
