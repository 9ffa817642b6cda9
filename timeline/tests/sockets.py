"""Talking to a server by hand: what no browser would send, and as much of a browser as a sign-in needs."""

import http.client
import re
import socket
from contextlib import closing
from urllib.parse import urlencode

from timeline.tests.commands import HANGS

HOST = b"Host: localhost\r\n"
SIGN_IN = b"POST /sign-in/ HTTP/1.1\r\n" + HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
# Without a token in the cookies too, the form is refused before anybody asks for its body.
STALLED = SIGN_IN + b"Cookie: csrftoken=" + b"a" * 32 + b"\r\nContent-Length: 100\r\n\r\nabc"


def connect(server, sent=b"", within=HANGS):
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=within)
    connection.sendall(sent)
    return connection


def read_to_end(connection):
    """Return all that comes until the server closes the connection."""
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except ConnectionResetError:
        pass
    return received


def exchange(server, sent, within=HANGS):
    """Send what may be no proper request, and return all that comes back until the server closes."""
    with closing(connect(server, sent, within)) as connection:
        return read_to_end(connection)


def status(received):
    return int(received.split(b" ", 2)[1]) if received else None


class Browser:
    """As much of a browser as a sign-in needs: cookies, the token of the form."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=HANGS)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(connection):
            connection.request(method, path, body, {"Cookie": cookie, **named})
            response = connection.getresponse()
            for name, value in re.findall(r"(\w+)=([^;\n]*)", "\n".join(response.headers.get_all("Set-Cookie") or [])):
                if name in ("csrftoken", "sessionid"):
                    self.cookies[name] = value
            return response.status, response.read().decode()

    def form(self, path, **fields):
        """Return a form's body with the token that it wants."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", path)[1])[1]
        return urlencode({"csrfmiddlewaretoken": token, **fields})

    def send(self, path, body):
        return self.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded")


def ask(server, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HANGS)
    with closing(connection):
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response, response.read()
