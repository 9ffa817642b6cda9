"""Where pages are kept: bounded in memory, in a Redis that may go away."""

import shutil
import socket
import subprocess
import time

import pytest
from django.core.cache import caches
from django.test import override_settings

from timeline.web import caches as stores
from timeline.web.caches import BESIDE, Memory, Redis

PAGE = b"p" * 1000
SIZE = len(PAGE) + BESIDE


@pytest.fixture
def memory():
    made = Memory("tried", {"OPTIONS": {"MAX_BYTES": 20 * SIZE}})
    made.clear()
    return made


def kept(memory, numbers):
    return [number for number in numbers if memory.get(str(number)) is not None]


def test_memory_keeps_what_it_is_given(memory):
    assert memory.get("a") is None
    assert memory.get("a", b"other") == b"other"
    memory.set_many({"a": b"1", "b": b"2"})
    memory.set("a", b"3")
    assert memory.get_many(["a", "b", "c"]) == {"a": b"3", "b": b"2"}
    assert (memory.delete("a"), memory.delete("a")) == (True, False)
    assert memory.get("a") is None


def test_memory_holds_so_many_bytes_and_what_was_asked_for_last(memory):
    for number in range(100):
        memory.set(str(number), PAGE)
        memory.get("3")
        assert memory.store.size <= memory.most
    found = kept(memory, range(100))
    assert 3 in found
    assert 15 <= len(found) < 20
    assert found[1:] == list(range(100 - len(found) + 1, 100))


def test_memory_takes_nothing_that_would_leave_no_room_for_others(memory):
    memory.set("small", PAGE)
    memory.set("large", b"p" * (2 * SIZE))
    memory.set("small", b"p" * (2 * SIZE))
    assert kept(memory, ["small", "large"]) == []
    assert memory.store.size == 0


def test_every_thread_of_a_process_has_the_same_memory(memory):
    memory.set("a", b"1")
    assert Memory("tried", {"OPTIONS": {"MAX_BYTES": 20 * SIZE}}).get("a") == b"1"
    assert Memory("other", {"OPTIONS": {"MAX_BYTES": 20 * SIZE}}).get("a") is None


def of_redis(url):
    backend = {"BACKEND": "timeline.web.caches.Redis", "LOCATION": url}
    return override_settings(
        CACHES={
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
            **{name: backend | {"KEY_PREFIX": name} for name in ("pages", "pages_asked_once", "parts")},
        }
    )


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def redis(tmp_path, free_port, monkeypatch):
    """A Redis of its own, and pages kept there; call it to stop it."""
    pytest.importorskip("redis", reason="the package redis is not installed: requirements-redis.txt")
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("there is no redis-server on this machine")
    monkeypatch.setattr(Redis, "asked_again", 0.0)
    options = ["--port", str(free_port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    with subprocess.Popen([program, *options], stdout=subprocess.DEVNULL) as server:
        _wait_for(free_port)
        with of_redis(f"redis://127.0.0.1:{free_port}/0"):

            def stop():
                server.terminate()
                server.wait()

            yield stop
            for cache in caches.all():
                _let_go(cache)
        server.terminate()


def _let_go(cache):
    for pool in getattr(getattr(cache, "_cache", None), "_pools", {}).values():
        pool.disconnect()


def _wait_for(port):
    last = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert time.monotonic() < last, "redis-server does not listen"
            time.sleep(0.05)
        else:
            return


def names():
    return caches["pages"]._cache.get_client().execute_command("KEYS", "*")


ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def shown(make_event, make_chronology, publish):
    publish(make_event("Talks are held", checked=True), make_chronology())


def test_redis_keeps_what_it_is_given(redis):
    store = caches["pages"]
    store.set_many({"a": b"1", "b": b"2"})
    store.set("a", b"\x00\xff")
    assert store.get("a") == b"\x00\xff"
    assert store.get_many(["a", "b", "c"]) == {"a": b"\x00\xff", "b": b"2"}
    assert caches["parts"].get("a") is None


def test_pages_are_kept_in_redis(redis, shown, as_visitor):
    first = as_visitor.get(ADDRESS).text
    keys = names()
    assert [key.startswith(b"pages_asked_once:") for key in keys if b"pages" in key] == [True]
    for _ in range(2):
        assert as_visitor.get(ADDRESS).text == first
    assert any(key.startswith(b"pages:") for key in names())


def test_without_its_redis_the_site_goes_on(redis, shown, as_visitor, caplog):
    first = as_visitor.get(ADDRESS).text
    redis()
    for _ in range(3):
        answer = as_visitor.get(ADDRESS)
        assert (answer.status_code, answer.text) == (200, first)
    told = [record for record in caplog.records if record.name == stores.__name__]
    assert len(told) == 1, "it is left alone for a while, and said once"


def test_a_redis_that_never_was_there_harms_nothing(free_port, shown, as_visitor, monkeypatch):
    pytest.importorskip("redis")
    monkeypatch.setattr(Redis, "asked_again", 0.0)
    with of_redis(f"redis://127.0.0.1:{free_port}/0"):
        assert as_visitor.get(ADDRESS).status_code == 200
        assert as_visitor.get(ADDRESS, headers={"Accept-Encoding": "br"})["Content-Encoding"] == "br"
