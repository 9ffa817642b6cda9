"""Where finished pages and parts of them are kept: the memory of each process, or one Redis for all.

Nothing kept is ever the only copy: a cache that is full, or away, makes pages slower and nothing else.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.redis import RedisCache

BESIDE = 250
"""Bytes that an entry takes in memory beside its key and its value."""
SECONDS_TO_ANSWER = 0.2
SECONDS_AWAY = 5
"""How long a Redis that did not answer is left alone."""
log = logging.getLogger(__name__)


class _Store:
    """Entries by key, the one asked for longest ago first."""

    def __init__(self) -> None:
        self.entries: OrderedDict[str, bytes] = OrderedDict()
        self.size = 0
        self.lock = Lock()


_stores: dict[str, _Store] = {}


class Memory(BaseCache):
    """Bytes in the memory of this process, at most MAX_BYTES of them: what was not asked for longest makes room.

    Django's own counts entries alone, 300 by default, and copies what it gives. Nothing here grows old by the clock:
    what is kept has a name that is not asked for any more once it is out of date.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        # Each thread has an object of this class; what they keep is one.
        self.store = _stores.setdefault(name, _Store())
        self.most = int(params["OPTIONS"]["MAX_BYTES"])

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept under a key."""
        key, store = self.make_key(key, version), self.store
        with store.lock:
            value = store.entries.get(key)
            if value is None:
                return default
            store.entries.move_to_end(key)
            return value

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep bytes under a key; what is larger than a sixteenth of all is not kept."""
        key, store = self.make_key(key, version), self.store
        with store.lock:
            self._forget(key)
            if _size(key, value) > self.most // 16:
                return
            store.entries[key] = value
            store.size += _size(key, value)
            while store.size > self.most:
                self._forget(next(iter(store.entries)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget what is kept under a key; return whether there was anything."""
        with self.store.lock:
            return self._forget(self.make_key(key, version))

    def clear(self) -> None:
        """Forget everything."""
        with self.store.lock:
            self.store.entries.clear()
            self.store.size = 0

    def _forget(self, key: str) -> bool:
        value = self.store.entries.pop(key, None)
        if value is not None:
            self.store.size -= _size(key, value)
        return value is not None


def _size(key: str, value: bytes) -> int:
    return len(key) + len(value) + BESIDE


class Plain:
    """Bytes go to Redis and come from there as they are: what somebody else puts there is read as text, never run."""

    def dumps(self, value: bytes) -> bytes:
        """Return what is stored for a value."""
        return value

    def loads(self, stored: bytes) -> bytes:
        """Return the value of what is stored."""
        return stored


class Redis(RedisCache):
    """Django's own, but a Redis that is away has nothing and takes nothing, and is asked again after a while."""

    asked_again = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        waiting = {"socket_connect_timeout": SECONDS_TO_ANSWER, "socket_timeout": SECONDS_TO_ANSWER}
        super().__init__(server, params | {"OPTIONS": {"serializer": Plain, **waiting, **params.get("OPTIONS", {})}})

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept under a key."""
        return self._try(default, super().get, key, default, version)

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """Return what is kept, by key."""
        found: dict[str, Any] = self._try({}, super().get_many, keys, version)
        return found

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep bytes under a key."""
        self._try(None, super().set, key, value, timeout, version)

    def set_many(
        self, data: Mapping[str, Any], timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> list[str]:
        """Keep bytes by key; return the keys of what was not kept."""
        refused: list[str] = self._try(list(data), super().set_many, data, timeout, version)
        return refused

    def _try(self, otherwise: Any, ask: Any, *given: Any) -> Any:
        if time.monotonic() < Redis.asked_again:
            return otherwise
        try:
            return ask(*given)
        # Whatever the client raises, pages do without.
        except Exception as error:
            Redis.asked_again = time.monotonic() + SECONDS_AWAY
            log.warning("The cache does not answer: %s", error)
            return otherwise
