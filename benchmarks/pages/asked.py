"""Ask Nenpyo for a page in this very process, through all its middleware, and count what that takes."""

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory

BROWSER = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br", "HTTP_ACCEPT_LANGUAGE": "en", "SERVER_NAME": "localhost"}


@dataclass
class Answer:
    """What came, and what it took: milliseconds of the processor and in the database, queries, bytes on the wire."""

    status: int
    body: bytes
    etag: str
    processor: float
    in_database: float
    queries: int


class Asker:
    """One handler, which has loaded its middleware."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()
        self.requests = RequestFactory()

    def ask(self, path: str, query: dict[str, str] | str | None = None, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to a request; a query that is a text is sent as it is."""
        written = query if isinstance(query, str) else urlencode(query or {})
        environ = self.requests.generic(method, path, **{**BROWSER, "QUERY_STRING": written, **headers}).environ
        # Django puts the path it has read there; a server would put its bytes.
        environ["PATH_INFO"] = environ["PATH_INFO"].encode().decode("latin-1")
        told: dict[str, Any] = {}
        spent = Spent()

        def start(status: str, sent: list[tuple[str, str]], _error: Any = None) -> None:
            told.update(status=int(status[:3]), headers=dict(sent))

        with connection.execute_wrapper(spent):
            began = time.process_time()
            answer = self.handler(environ, start)
            body = b"".join(answer)
            if hasattr(answer, "close"):
                answer.close()
            took = (time.process_time() - began) * 1000
        return Answer(told["status"], body, told["headers"].get("ETag", ""), took, spent.seconds * 1000, spent.queries)


class Spent:
    """Counts queries and the time by the clock that they take."""

    def __init__(self) -> None:
        self.seconds, self.queries = 0.0, 0

    def __call__(self, execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, values, many, context)
        finally:
            self.seconds += time.perf_counter() - began
            self.queries += 1


def clear_caches() -> None:
    """Empty every cache of pages and of parts of them."""
    for cache in caches.all():
        cache.clear()
    for name in caches:
        caches[name].clear()
