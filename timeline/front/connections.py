"""What the server does not look after by itself: readers who stop reading, and one address that holds every connection.

Both are seen from outside, at the process's own sockets, and on Linux alone; elsewhere nothing is watched.
"""

import asyncio
import os
import socket
import struct
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from timeline.front.people import Network, customer, plain_address

OPEN_FILES = Path("/proc/self/fd")
SECONDS_BETWEEN = 1
LAST_DATA_RECEIVED = 52  # where Linux puts the milliseconds since then in its tcp_info


def own_sockets() -> Iterator[socket.socket]:
    """Give each TCP socket of this process, as a second handle that is closed again."""
    for path in OPEN_FILES.iterdir():
        with suppress(OSError):
            if not str(path.readlink()).startswith("socket:"):
                continue
            with socket.socket(fileno=os.dup(int(path.name))) as found:
                if found.type == socket.SOCK_STREAM and found.family in (socket.AF_INET, socket.AF_INET6):
                    yield found


def is_listening(one: socket.socket) -> bool:
    """Return whether a socket takes connections."""
    return bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def let_go_of_stalled_readers(seconds: int) -> set[int]:
    """Have the system end a connection whose reader takes nothing for so long; return the ports listened at."""
    ports = set()
    for one in own_sockets():
        if is_listening(one):
            # Every connection that comes in from now on inherits it.
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, seconds * 1000)
            ports.add(one.getsockname()[1])
    return ports


def silent_for(one: socket.socket) -> int:
    """Return the milliseconds since anything came in."""
    told: int = struct.unpack_from("I", one.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 128), LAST_DATA_RECEIVED)[0]
    return told


def close_surplus(ports: set[int], most: int, trusted: list[Network]) -> int:
    """Close what an address holds above its share, the longest silent first; return how many."""
    if sum(1 for _path in OPEN_FILES.iterdir()) <= most:
        return 0
    silent: dict[str, list[tuple[int, tuple[object, ...]]]] = defaultdict(list)
    for one in own_sockets():
        with suppress(OSError):
            if not is_listening(one) and one.getsockname()[1] in ports:
                peer = plain_address(one.getpeername()[0])
                if not any(peer in network for network in trusted):
                    silent[customer(str(peer))].append((silent_for(one), one.getpeername()))
    surplus = {
        who
        for held in silent.values()
        if len(held) > most
        for _silent, who in sorted(held, reverse=True)[: len(held) - most]
    }
    closed = 0
    if surplus:
        for one in own_sockets():
            with suppress(OSError):
                if one.getpeername() in surplus:
                    one.shutdown(socket.SHUT_RDWR)
                    closed += 1
    return closed


async def keep_watch(patience: int, most: int, trusted: list[Network]) -> None:
    """Look every second, as long as the process lives."""
    if not OPEN_FILES.exists() or not hasattr(socket, "TCP_USER_TIMEOUT"):
        return
    ports: set[int] = set()
    while True:
        await asyncio.sleep(SECONDS_BETWEEN if ports else SECONDS_BETWEEN / 20)
        # Where no file can be opened any more, the next second may tell.
        with suppress(OSError):
            ports = ports or let_go_of_stalled_readers(patience)
            await asyncio.to_thread(close_surplus, ports, most, trusted)
