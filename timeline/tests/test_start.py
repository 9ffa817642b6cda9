"""bin/serve to its end: a real server, started twice, and stopped."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.urls import reverse

from timeline import serve
from timeline.tests import commands
from timeline.tests.commands import Copy, Running, answer

PASSWORD = re.compile(r"Password +(\S+)")


def what_was_done(copy):
    """What a start writes when it has something to do: each step applied, with its instant, and each file, with its."""
    with closing(sqlite3.connect(f"file:{copy.folder}/var/nenpyo.sqlite3?mode=ro", uri=True)) as database:
        applied = database.execute("SELECT app, name, applied FROM django_migrations").fetchall()
        people = database.execute("SELECT id, username, password FROM accounts_user").fetchall()
    collected = (path for path in (copy.folder / "staticfiles").rglob("*") if path.is_file())
    stamps = (copy.folder / "var").glob("*.stamp")
    return applied, people, {path: path.stat().st_mtime_ns for path in (*collected, *stamps)}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    copy = Copy(tmp_path_factory.mktemp("start"))
    copy.link_environment()
    return copy


@pytest.fixture(scope="module")
def first_output(copy):
    with Running(copy) as server:
        status, page = answer(server.port, "/no-such-page")
        assert status == 404
        assert "Traceback" not in page
        assert "DEBUG" not in page
        assert answer(server.port, reverse("accounts:sign_in"))[0] == 200
        assert answer(server.port, "/", Host="elsewhere.example")[0] == 400
        return server.output


def test_the_first_start_prints_the_password_and_the_addresses(first_output):
    assert PASSWORD.search(first_output)
    assert "Nenpyo runs at  http://127.0.0.1:" in first_output
    assert serve.SIGN_IN in first_output
    assert reverse("accounts:sign_in") == f"/{serve.SIGN_IN}"


def test_data_key_and_log_are_for_their_owner_alone(copy, first_output):
    folder = copy.folder / "var"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600
    assert {"nenpyo.sqlite3", "nenpyo.log", "secret_key"} <= {path.name for path in folder.iterdir()}
    assert PASSWORD.search(first_output)[1] not in (folder / "nenpyo.log").read_text()


def test_the_second_start_does_nothing_twice_and_keeps_everything(copy, first_output):
    key = (copy.folder / "var" / "secret_key").read_bytes()
    before = what_was_done(copy)
    assert all(before)
    with Running(copy, WORKERS="1") as server:
        assert not PASSWORD.search(server.output)
    assert what_was_done(copy) == before
    assert (copy.folder / "var" / "secret_key").read_bytes() == key


def test_another_password_can_be_had(copy, first_output):
    with Running(copy, "--new-password", WORKERS="1") as server:
        new = PASSWORD.search(server.output)[1]
    assert new != PASSWORD.search(first_output)[1]


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_every_process(copy, first_output, kind):
    with Running(copy) as server:
        assert server.children()
        os.kill(server.process.pid, kind)
        assert server.process.wait(20) == 0
        assert server.children() == []


def test_under_nohup_it_outlives_the_terminal(copy, first_output):
    with subprocess.Popen(
        ["nohup", copy.folder / "bin/serve"], env=copy.environment(PORT=str(commands.free_port()), WORKERS="1"),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        while "Ctrl-C" not in (line := process.stdout.readline()):
            assert line, "it ended before it served"
        os.kill(process.pid, signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.terminate()
        assert process.wait(20) == 0


def test_a_server_that_dies_is_not_passed_over(copy, first_output):
    with Running(copy) as server:
        os.kill(server.granian(), signal.SIGKILL)
        _output, complaints = server.process.communicate(timeout=30)
        assert server.process.returncode == 2
        assert complaints == f"The server ended by itself; the end of {copy.folder}/var/nenpyo.log says why.\n"
        assert server.children() == []


@pytest.fixture
def with_companion(copy, first_output):
    """The server's program with one companion in its list."""
    path = copy.folder / "timeline" / "serve.py"
    text = path.read_text()
    line = 'COMPANIONS: tuple[tuple[str, ...], ...] = (("shell", "-c", "import time; time.sleep(600)"),)'
    changed = re.sub(r"COMPANIONS: .*", lambda _found: line, text)
    assert changed != text
    path.write_text(changed)
    yield copy
    path.write_text(text)


def companions_of(copy):
    listed = subprocess.run(["ps", "-e", "-ww", "-o", "pid=,args="], capture_output=True, text=True, check=True)
    found = [int(line.split()[0]) for line in listed.stdout.splitlines() if "time.sleep(600)" in line]
    running = []
    for each in found:
        # It may have ended since it was listed.
        with suppress(OSError):
            running += [each] * (Path(f"/proc/{each}/cwd").readlink() == copy.folder)
    return running


def wait_for(true):
    last = time.monotonic() + 30
    while not true():
        assert time.monotonic() < last
        time.sleep(0.1)


def test_one_line_is_all_that_a_companion_of_the_server_needs(with_companion):
    with Running(with_companion, WORKERS="1") as server:
        wait_for(lambda: companions_of(with_companion))
        first = companions_of(with_companion)
        os.kill(first[0], signal.SIGKILL)
        wait_for(lambda: set(companions_of(with_companion)) - set(first))
        server.process.terminate()
        assert server.process.wait(20) == 0
        assert companions_of(with_companion) == []


def test_a_process_that_dies_takes_its_own_requests_along_and_no_others(copy, first_output):
    with Running(copy) as server:
        before, granian = set(server.children()), server.granian()
        os.kill(next(process for process in before if process != granian), signal.SIGKILL)
        wait_for(lambda: len(set(server.children()) - before) == 1)
        for _try in range(5):
            assert answer(server.port, "/")[0] == 200


@pytest.mark.parametrize(
    ("name", "word", "complaint"),
    [
        ("HTTPS", "perhaps", "says neither yes nor no: give 1 or 0."),
        ("BODIES_PER_ADDRESS", "0", "is no whole number above 0."),
        ("TRUSTED_PROXIES", "nginx", "names no address or network: give such as 127.0.0.1 or 10.0.0.0/8, by comma."),
        ("CACHE_URL", "memcached:11211", "names no Redis: give such as redis://127.0.0.1:6379/0."),
    ],
)
def test_a_setting_that_cannot_be_read_is_refused(copy, first_output, name, word, complaint):
    code, _output, complaints = copy.serve(**{name: word})
    assert (code, complaints) == (2, f"{name}={word} {complaint}\n")


@pytest.fixture
def first_port_lost(monkeypatch):
    """Somebody is quicker at the port that is chosen first."""
    with socket.create_server(("127.0.0.1", 0)) as quicker:
        ports = iter([quicker.getsockname()[1], *(commands.free_port() for _number in range(4))])
        monkeypatch.setattr(commands, "free_port", lambda: next(ports))
        yield


def test_a_port_that_somebody_else_took_is_no_failure_of_these_tests(copy, first_output, first_port_lost):
    with Running(copy, WORKERS="1") as server:
        assert answer(server.port, "/")[0] == 200


def test_what_ends_at_once_is_tried_at_another_port_too(copy, first_output, first_port_lost):
    code, _output, complaints = copy.serve(HTTPS="perhaps")
    assert (code, complaints) == (2, "HTTPS=perhaps says neither yes nor no: give 1 or 0.\n")


@pytest.mark.parametrize(("said", "lost"), [("Address already in use (os error 98)", True), ("No such table", False)])
def test_a_port_lost_while_the_server_starts_is_told_by_its_log(tmp_path, said, lost):
    log = tmp_path / "nenpyo.log"
    log.write_text(f"Starting\n{said}\n")
    assert commands.lost_its_port(f"The server ended by itself; the end of {log} says why.\n") is lost


def test_https_sends_to_the_secure_address(copy, first_output):
    with Running(copy, WORKERS="1", HTTPS="1") as server:
        assert answer(server.port, "/")[0] == 301
        assert answer(server.port, "/", **{"X-Forwarded-Proto": "https"})[0] == 200


def test_a_database_that_cannot_be_written_is_named_in_one_sentence(copy, first_output, tmp_path):
    data = tmp_path / "data"
    (data / "nenpyo.sqlite3").mkdir(parents=True)
    code, _output, complaints = copy.serve(DATA_DIR=str(data))
    assert code == 2
    assert "cannot write its database" in complaints
    assert "Traceback" not in complaints


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root can mount a disk of 1 MB")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_named_in_one_sentence(copy, small_disk):
    code, _output, complaints = copy.serve(DATA_DIR=str(small_disk))
    assert code == 2
    assert re.fullmatch(
        rf"The disk that holds {small_disk} is full: [01] MB are free, Nenpyo needs 20 MB to start.\n", complaints
    )
