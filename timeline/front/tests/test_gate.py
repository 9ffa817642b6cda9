"""Who gets a thread: no address takes all of them."""

import asyncio
import threading

from timeline.front.gate import THREADS, Gate

SCOPE = {
    "type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "scheme": "http",
    "http_version": "1.1", "server": ("127.0.0.1", "8000"), "headers": [],
}  # fmt: skip


async def asked(gate, address):
    """The status that an address is answered."""
    sent = []

    async def send(message):
        sent.append(message)

    await gate({**SCOPE, "client": (address, 5000)}, None, send)
    return sent[0]["status"]


def test_who_asks_for_hundreds_of_pages_at_once_keeps_nobody_else_waiting():
    goes_on, busy = threading.Event(), []

    def application(environ, start_response):
        if environ["REMOTE_ADDR"] == "203.0.113.5":
            busy.append(environ)
            goes_on.wait(20)
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        many = [asyncio.create_task(asked(gate, "203.0.113.5")) for _number in range(10 * THREADS)]
        try:
            assert await asyncio.wait_for(asked(gate, "203.0.113.6"), 10) == 200
            assert 0 < len(busy) < THREADS
        finally:
            goes_on.set()
        assert set(await asyncio.gather(*many)) == {200}
        assert len(busy) == 10 * THREADS
        del many
        assert len(gate.turns) == 0

    asyncio.run(attempt())
