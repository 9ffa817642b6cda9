"""Django called as WSGI: one whole request in, one whole answer out, so that no slow reader ever holds a thread."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from typing import IO, Any, NamedTuple
from urllib.parse import unquote_to_bytes

IN_MEMORY = 1024 * 1024  # bytes of a body or an answer; what is longer goes to a temporary file without a name

Scope = dict[str, Any]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Answer(NamedTuple):
    """A whole answer; a long body that was made piece by piece is a file."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes | IO[bytes]


def environ_of(scope: Scope, body: IO[bytes], length: int, address: str) -> dict[str, Any]:
    """Return the WSGI environment of a request whose body is whole, and so has a length whatever way it came."""
    host, port = scope["server"]
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"].partition(b"?")[0]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": address,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        # An underscore would let a client pass for a proxy: X_Forwarded_Proto reads like X-Forwarded-Proto.
        if b"_" in raw_name or raw_name in (b"content-length", b"transfer-encoding"):
            continue
        value = raw_value.decode("latin-1")
        name = "HTTP_" + raw_name.decode("latin-1").upper().replace("-", "_")
        if name == "HTTP_CONTENT_TYPE":
            environ["CONTENT_TYPE"] = value
        elif name in environ:
            environ[name] += ("; " if name == "HTTP_COOKIE" else ",") + value
        else:
            environ[name] = value
    if length or scope["method"] not in ("GET", "HEAD"):
        environ["CONTENT_LENGTH"] = str(length)
    return environ


def answer_by(application: Application, environ: dict[str, Any]) -> Answer:
    """Run the application in this thread and collect what it answers."""
    begun: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        begun[:] = int(status[:3]), [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]

    parts = application(environ, start_response)
    try:
        body = _collect(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Answer(begun[0], begun[1], body)


def _collect(parts: Iterable[bytes]) -> bytes | IO[bytes]:
    """Return the parts as one: bytes if there is one of them, or few; else a file."""
    kept: list[bytes] = []
    size = 0
    each = iter(parts)
    for part in each:
        kept.append(part)
        size += len(part)
        if len(kept) > 1 and size > IN_MEMORY:
            break
    else:
        return kept[0] if len(kept) == 1 else b"".join(kept)
    file = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        file.writelines(kept)
        file.writelines(each)
        file.flush()
    except BaseException:
        file.close()
        raise
    return file
