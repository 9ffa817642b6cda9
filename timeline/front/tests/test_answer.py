"""One whole request in, one whole answer out."""

import io

import pytest

from timeline.front.answer import IN_MEMORY, answer_by, environ_of

SCOPE = {
    "method": "POST",
    "raw_path": "/日本/%E6%97%A5%2F%FF".encode(),
    "query_string": b"q=%20a",
    "server": ("127.0.0.1", "8000"),
    "scheme": "http",
    "http_version": "1.1",
    "headers": [
        (b"host", b"localhost"),
        (b"content-type", b"text/plain"),
        (b"content-length", b"3"),
        (b"transfer-encoding", b"chunked"),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"accept", b"a"),
        (b"accept", b"b"),
        (b"x_forwarded_proto", b"https"),
        (b"x-words", "日".encode()),
    ],
}


def environ(**changed):
    return environ_of({**SCOPE, **changed}, io.BytesIO(b"12345"), 5, "203.0.113.5")


def test_the_environment_is_what_wsgi_asks_for():
    made = environ()
    assert made["PATH_INFO"].encode("latin-1") == "/日本/日/".encode() + b"\xff"
    assert (made["QUERY_STRING"], made["REMOTE_ADDR"]) == ("q=%20a", "203.0.113.5")
    assert made["HTTP_COOKIE"] == "a=1; b=2"
    assert made["HTTP_ACCEPT"] == "a,b"
    assert made["CONTENT_TYPE"] == "text/plain"
    assert made["HTTP_X_WORDS"].encode("latin-1") == "日".encode()


def test_the_length_is_that_of_the_body_that_was_read():
    made = environ()
    assert made["CONTENT_LENGTH"] == "5"
    assert not {"HTTP_CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING"} & set(made)


def test_an_underscore_makes_no_header_of_a_proxy():
    assert "HTTP_X_FORWARDED_PROTO" not in environ()


class Parts:
    """An answer in parts that notes its end."""

    closed = False

    def __init__(self, *parts):
        self.parts = parts

    def __iter__(self):
        for part in self.parts:
            if isinstance(part, Exception):
                raise part
            yield part

    def close(self):
        self.closed = True


def answered(parts):
    def application(_environ, start_response):
        start_response("200 OK", [("X-Words", "é")])
        return parts

    return answer_by(application, {})


def test_a_short_answer_is_bytes_and_is_closed():
    parts = Parts(b"one", b"two")
    answer = answered(parts)
    assert answer == (200, [(b"X-Words", "é".encode("latin-1"))], b"onetwo")
    assert parts.closed


def test_one_large_part_is_not_copied():
    part = b"x" * (2 * IN_MEMORY)
    assert answered([part]).body is part


def test_an_answer_in_many_parts_becomes_a_file():
    answer = answered(Parts(*[b"x" * IN_MEMORY] * 3, b"end"))
    answer.body.seek(0)
    content = answer.body.read()
    answer.body.close()
    assert content == b"x" * IN_MEMORY * 3 + b"end"


@pytest.mark.parametrize("before", [0, 3])
def test_an_answer_that_breaks_off_is_closed_and_no_answer(before):
    parts = Parts(*[b"x" * IN_MEMORY] * before, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        answered(parts)
    assert parts.closed
