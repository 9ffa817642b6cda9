"""What bin/serve does about .venv, with programs on PATH that note how they were called."""

import os
import signal
import socket
import sys
import time

import pytest

from timeline.tests.commands import Copy

REAL = os.path.realpath(sys.executable)

# A Python whose venv module fails, as Debian's does without python3-venv, until that package is "installed".
# What it makes is an environment of which every call is noted and nothing is done.
PYTHON = """
case "$*" in
  "-m venv"*)
    mkdir -p .venv/bin
    if [ ! -e "{notes}/venv-works" ]; then
      echo "The virtual environment was not created: ensurepip is not available."
      exit 1
    fi
    cp "{notes}/python" .venv/bin/python ;;
  *) exec "{real}" "$@" ;;
esac
"""
INSTALLED = """#!/bin/sh
echo "python $*" >>"{notes}/calls"
case "$*" in
  "-c"*) exec "{real}" "$@" ;;
  *"pip install"*)
    if [ -e "{notes}/pip-hangs" ]; then echo $$ >"{notes}/pip-hangs"; exec sleep 100; fi
    [ ! -e "{notes}/pip-fails" ] || {{ cat "{notes}/pip-fails"; exit 1; }} ;;
  *timeline.serve*) echo served ;;
esac
"""


@pytest.fixture
def notes(tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "calls").touch()
    (folder / "python").write_text(INSTALLED.format(notes=folder, real=REAL))
    (folder / "python").chmod(0o755)
    return folder


@pytest.fixture
def copy(tmp_path, notes):
    copy = Copy(tmp_path)
    copy.use_python(PYTHON.format(notes=notes, real=REAL))
    copy.program("apt-get", f'echo "apt-get $*" >>"{notes}/calls"; touch "{notes}/venv-works"')
    return copy


@pytest.fixture
def serve(copy):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return lambda **settings: copy.run("bin/serve", PORT=str(port), **settings)


def become(copy, number):
    copy.program("id", f"echo {number}")


def calls(notes):
    """Return the calls since the last time, without those that only look."""
    found = (notes / "calls").read_text().splitlines()
    (notes / "calls").write_text("")
    return [line for line in found if "--version" not in line and not line.startswith("python -c")]


PIP = "python -m pip install --disable-pip-version-check --no-input --progress-bar off"
INSTALL = f"{PIP} --require-hashes -r requirements.txt"
COMPILE = "python -m compileall -q timeline"


def test_without_venv_a_user_is_told_the_line_and_the_broken_one_is_removed(copy, notes, serve):
    become(copy, 1000)
    code, _output, complaints = serve()
    assert code == 2
    assert "apt-get install python3-venv" in complaints
    assert not copy.virtual.exists()
    assert calls(notes) == []


def test_without_venv_root_installs_it_and_tries_again(copy, notes, serve):
    become(copy, 0)
    code, output, complaints = serve()
    assert (code, output) == (0, "served\n"), complaints
    assert calls(notes) == [
        "apt-get update",
        "apt-get install --yes --no-install-recommends python3-venv",
        INSTALL,
        COMPILE,
        "python -m timeline.serve",
    ]


def test_root_tries_only_once(copy, notes, serve):
    become(copy, 0)
    copy.program("apt-get", "exit 0")
    code, _output, complaints = serve()
    assert code == 2
    assert "could not make a virtual environment" in complaints
    assert "ensurepip is not available" in complaints
    assert not copy.virtual.exists()


def test_the_second_start_installs_nothing(notes, serve):
    (notes / "venv-works").touch()
    serve()
    calls(notes)
    code, output, complaints = serve()
    assert (code, output, complaints) == (0, "served\n", "")
    assert calls(notes) == ["python -m timeline.serve"]


def test_who_keeps_pages_in_a_redis_gets_what_talks_to_it(notes, serve):
    (notes / "venv-works").touch()
    serve()
    calls(notes)
    for expected in ([f"{PIP} --require-hashes -r requirements-redis.txt", COMPILE], []):
        assert serve(CACHE_URL="redis://127.0.0.1:6379/0")[0] == 0
        assert calls(notes) == [*expected, "python -m timeline.serve"]


def test_changed_requirements_are_installed(copy, notes, serve):
    (notes / "venv-works").touch()
    serve()
    calls(notes)
    with (copy.folder / "requirements.txt").open("a") as requirements:
        requirements.write("# changed\n")
    assert serve()[0] == 0
    assert calls(notes) == [INSTALL, COMPILE, "python -m timeline.serve"]


def test_an_environment_without_its_stamp_is_made_again(copy, notes, serve):
    (notes / "venv-works").touch()
    serve()
    (copy.virtual / "serve.stamp").unlink()
    (copy.virtual / "half-installed").touch()
    assert serve()[0] == 0
    assert not (copy.virtual / "half-installed").exists()
    assert (copy.virtual / "serve.stamp").exists()


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("ERROR: hashes do not match", "packages in requirements.txt could not be installed. The whole log: "),
        ("OSError: [Errno 28] No space left on device", " is full: free some space and start this again."),
        ("OSError: [Errno 30] Read-only file system", "the folder is read-only or belongs to somebody else."),
    ],
)
def test_a_failed_installation_says_why_and_does_not_count(copy, notes, serve, cause, words):
    (notes / "venv-works").touch()
    (notes / "pip-fails").write_text(cause)
    code, _output, complaints = serve()
    assert code == 2
    assert words in complaints
    assert not (copy.virtual / "serve.stamp").exists()
    assert "python -m timeline.serve" not in calls(notes)


@pytest.mark.parametrize(("kind", "expected"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_stops_the_installation(copy, notes, kind, expected):
    (notes / "venv-works").touch()
    (notes / "pip-hangs").touch()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    process = copy.start("bin/serve", PORT=str(port))
    while not (pip := (notes / "pip-hangs").read_text().strip()):
        time.sleep(0.05)
    process.send_signal(kind)
    process.communicate(timeout=20)
    assert process.returncode == expected
    with pytest.raises(ProcessLookupError):
        os.kill(int(pip), 0)
    assert not (copy.virtual / "serve.stamp").exists()
