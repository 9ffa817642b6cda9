"""Read a page while 200 heads and 200 bodies stall, and compare how long it takes with how long it takes without.

bin/serve, then: .venv/bin/python benchmarks/stalled_connections.py [--seconds N] [--uploads PASSWORD] [ADDRESS]

What the server lets go of is opened again. A reader asks for the page on one connection, ten times a second, for half
the seconds without stalled connections, for all of them with, and for half of them without again.
With --uploads, the admin's password, two hostile files are also uploaded, over and over, at the same time.
Only this machine is asked, and the script ends by itself.
"""

import argparse
import http.client
import multiprocessing
import re
import selectors
import socket
import statistics
import time
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

ADDRESS = "http://127.0.0.1:8000/"
STALLED = 200
HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
# A form, with a token in the cookies, so that somebody would ask for the body.
BODY = (
    b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Cookie: csrftoken=%s\r\nContent-Length: 100\r\n\r\nabc"
) % (b"a" * 32)
HOSTILE = (b"<!---->" * 40 + b"x", b"<html " + b"a b=c " * 100_000 + b"><p>May 2019</p>")


def stall(place: tuple[str, int], ready: Any) -> None:
    """Hold so many stalled heads and bodies; open each again that the server ends."""
    chosen = selectors.DefaultSelector()

    def hold(sent: bytes) -> None:
        with suppress(OSError):
            connection = socket.create_connection(place, timeout=10)
            connection.sendall(sent)
            chosen.register(connection, selectors.EVENT_READ, sent)

    for sent in (HEAD, BODY) * STALLED:
        hold(sent)
    ready.set()
    while True:
        for key, _events in chosen.select(1):
            ended = True
            with suppress(OSError):
                ended = not key.fileobj.recv(65536)
            if ended:
                chosen.unregister(key.fileobj)
                key.fileobj.close()
                # Not faster than a machine far away could.
                time.sleep(0.002)
                hold(key.data)


class Admin:
    """The admin's browser, as far as an upload needs one."""

    def __init__(self, place: tuple[str, int], password: str) -> None:
        self.place = place
        self.cookies: dict[str, str] = {}
        form = {"username": "admin", "password": password, "csrfmiddlewaretoken": self.token("/sign-in/")}
        status = self.ask("POST", "/sign-in/", urlencode(form).encode(), "application/x-www-form-urlencoded")[0]
        if status != 302:
            raise SystemExit(f"Signing in as admin was answered with {status}.")

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str]:
        """Return status and page."""
        connection = http.client.HTTPConnection(*self.place, timeout=60)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body or None, {"Cookie": cookie, **({"Content-Type": kind} if kind else {})})
        answer = connection.getresponse()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, value = header.split(";")[0].split("=", 1)
            self.cookies[name] = value
        page = answer.read().decode()
        connection.close()
        return answer.status, page

    def token(self, path: str) -> str:
        """Return the token of the page's form."""
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", path)[1])[1]

    def upload(self, file: bytes) -> None:
        """Offer a file as an article."""
        part = b'--edge\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
        body = part % (b"csrfmiddlewaretoken", b"", self.token("/articles/new/").encode())
        body += part % (b"file", b'; filename="page.html"', file) + b"--edge--\r\n"
        self.ask("POST", "/articles/new/", body, "multipart/form-data; boundary=edge")


def upload(place: tuple[str, int], password: str, file: bytes) -> None:
    """Upload a hostile file over and over."""
    admin = Admin(place, password)
    while True:
        admin.upload(file)


def read(place: tuple[str, int], path: str, seconds: float) -> list[float]:
    """Return the milliseconds that each loading of the page took; an error ends the script."""
    connection = http.client.HTTPConnection(*place, timeout=30)
    last = time.monotonic() + seconds
    took = []
    while time.monotonic() < last:
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        took.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}.")
        time.sleep(0.1)
    return took


def describe(name: str, took: list[float]) -> float:
    """Print count, median and 99th of a hundred; return that."""
    parts = statistics.quantiles(took, n=100)
    print(
        f"{name:8} {len(took):5} pages, p50 {parts[49]:7.1f} ms, p99 {parts[98]:7.1f} ms, slowest {max(took):7.1f} ms"
    )
    return parts[98]


def main() -> None:
    """Measure without, with, and without again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--uploads", metavar="PASSWORD")
    parser.add_argument("address", nargs="?", default=ADDRESS)
    chosen = parser.parse_args()
    address = urlsplit(chosen.address)
    place = (address.hostname or "127.0.0.1", address.port or 80)
    if place[0] not in ("127.0.0.1", "::1", "localhost"):
        raise SystemExit("Only this machine is asked.")
    path = address.path or "/"
    read(place, path, 2)
    without = read(place, path, chosen.seconds / 2)
    ready = multiprocessing.Event()
    attackers = [multiprocessing.Process(target=stall, args=(place, ready), daemon=True)]
    if chosen.uploads:
        attackers += [
            multiprocessing.Process(target=upload, args=(place, chosen.uploads, file), daemon=True) for file in HOSTILE
        ]
    for attacker in attackers:
        attacker.start()
    ready.wait(60)
    attacked = read(place, path, chosen.seconds)
    for attacker in attackers:
        attacker.kill()
        attacker.join()
    without += read(place, path, chosen.seconds / 2)
    usual = describe("without", without)
    print(f"p99 with is {describe('with', attacked) / usual:.2f} times p99 without")


if __name__ == "__main__":
    main()
