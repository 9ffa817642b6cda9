"""bin/test: the browser and the database it finds, and what it hands on to pytest; real runs on a tiny suite."""

import os
import signal
import subprocess
import sys
import time

import pytest

from timeline.tests.commands import PROJECT, Copy

REAL = os.path.realpath(sys.executable)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

TINY = """
import os

import pytest
from django.db import connection


def test_arithmetic():
    assert 1 + 1 == 2


def test_it_sees_no_setting_of_an_installation():
    assert not {"DEBUG", "HTTPS", "SECRET_KEY"} & set(os.environ)
    assert "nowhere.example" not in os.environ.get("DATABASE_URL", "")


def test_the_database_is_the_one_asked_for(db):
    assert connection.vendor == os.environ.get("EXPECTED", "sqlite")


@pytest.mark.browser
def test_the_browser_is_named():
    assert os.environ["CHROMIUM"]


@pytest.mark.browser
def test_a_second_one_in_the_browser():
    pass
"""

# An environment's Python that only notes how it was called, and whose Playwright has no browser.
NOTING = """#!/bin/sh
case "$*" in
  "-m pytest"*) echo "CHROMIUM=$CHROMIUM $*" ;;
  "-m playwright"*) echo "$*" >>"{notes}"; exit 1 ;;
  "-c"*playwright*) echo /nowhere/chrome ;;
  *) exec "{real}" "$@" ;;
esac
"""


@pytest.fixture
def copy(tmp_path):
    """A copy whose .venv holds the real packages, and whose only tests are the tiny ones."""
    copy = Copy(tmp_path)
    copy.link_environment()
    (copy.folder / "timeline" / "tests" / "test_tiny.py").write_text(TINY)
    return copy


@pytest.fixture
def noting(tmp_path):
    """A copy in which pytest is not run: what it would have been told is printed."""
    copy = Copy(tmp_path)
    (copy.virtual / "bin").mkdir(parents=True)
    python = copy.virtual / "bin" / "python"
    python.write_text(NOTING.format(real=REAL, notes=tmp_path / "notes"))
    python.chmod(0o755)
    copy.stamp()
    copy.use_python(f'exec "{REAL}" "$@"')
    for name in BROWSERS:
        copy.program(name, "exit 1")
    return copy


def without_chromium(copy, *arguments, **variables):
    environment = {"CHROMIUM": "", **variables}
    return copy.run("bin/test", *arguments, **environment)


def test_it_says_how_it_is_used(noting):
    code, output, _complaints = noting.run("bin/test", "--help")
    assert code == 0
    assert "--no-browser" in output
    assert "--postgres" in output


def test_a_browser_that_does_not_run_is_refused_by_name(noting):
    code, _output, complaints = noting.run("bin/test", CHROMIUM="/nowhere/chrome")
    assert code == 2
    assert complaints.startswith("CHROMIUM=/nowhere/chrome does not run")


def test_the_browser_named_comes_first(noting):
    noting.program("my-browser", "exit 0")
    noting.program("chromium", "exit 0")
    chosen = str(noting.programs / "my-browser")
    assert f"CHROMIUM={chosen} -m pytest" in noting.run("bin/test", CHROMIUM=chosen)[1]


@pytest.mark.parametrize("name", BROWSERS)
def test_it_finds_a_browser_on_the_path(noting, name):
    noting.program(name, "exit 0")
    assert f"CHROMIUM={noting.programs / name} -m pytest" in without_chromium(noting)[1]


def test_without_a_browser_a_user_gets_playwright_s_or_is_told_of_both(noting, tmp_path):
    noting.program("id", "echo 1000")
    code, output, complaints = without_chromium(noting)
    assert code == 2
    assert "pytest" not in output
    assert "apt-get install chromium" in complaints
    assert "playwright install --with-deps chromium" in complaints
    assert "bin/test --no-browser" in complaints
    assert (tmp_path / "notes").read_text() == "-m playwright install chromium\n"


def test_without_a_browser_root_installs_debian_s(noting):
    noting.program("id", "echo 0")
    there = noting.programs / "chromium"
    noting.program("apt-get", f'case "$*" in *"install"*chromium) printf "#!/bin/sh\\nexit 0\\n" >"{there}" ;; esac')
    code, output, complaints = without_chromium(noting)
    assert code == 0, complaints
    assert f"CHROMIUM={there} -m pytest" in output


def test_without_postgres_a_user_is_told_the_line(noting):
    for name in ("initdb", "postgres"):
        noting.program(name, "exit 1")
    noting.program("id", "echo 1000")
    noting.program("sort", "cat >/dev/null")  # no version of it under /usr/lib
    noting.program("readlink", "echo /nowhere/initdb")
    code, _output, complaints = noting.run("bin/test", "--no-browser", "--postgres")
    assert code == 2
    assert "apt-get install postgresql" in complaints


def test_other_arguments_go_to_pytest(noting):
    noting.program("chromium", "exit 0")
    noting.program("getconf", "echo 4")
    output = without_chromium(noting, "-k", "two words", "timeline/dates", "-m", "slow")[1]
    assert output.rstrip().endswith("-m pytest -n 5 --dist worksteal -k two words timeline/dates -m slow")


def test_without_a_browser_the_rest_runs_and_those_left_out_are_counted(copy):
    code, output, complaints = copy.run(
        "bin/test", "--no-browser", "-n", "0", "timeline/tests/test_tiny.py",
        CHROMIUM="", DEBUG="1", HTTPS="1", SECRET_KEY="secret", DATABASE_URL="postgres://nowhere.example/x",
    )  # fmt: skip
    assert code == 0, output + complaints
    assert "3 passed, 2 deselected" in output
    assert output.endswith("2 browser tests did not run, because of --no-browser.\n")
    assert not (copy.folder / "var" / "secret_key").exists()


def test_marks_given_and_no_browser_hold_together(copy):
    code, output, _complaints = copy.run(
        "bin/test", "--no-browser", "-n", "0", "-m", "browser", "timeline/tests/test_tiny.py"
    )
    assert code == 5  # pytest's word for "nothing to run"
    assert "2 browser tests did not run" in output


def test_a_failing_test_fails_the_command(copy):
    (copy.folder / "timeline" / "tests" / "test_tiny.py").write_text("def test_wrong():\n    assert False\n")
    code, output, _complaints = copy.run("bin/test", "--no-browser", "-n", "0", "timeline/tests/test_tiny.py")
    assert code == 1
    assert "1 failed" in output


def clusters():
    listed = subprocess.run(["ps", "-e", "-ww", "-o", "args="], capture_output=True, text=True, check=True).stdout
    return {line.split("/data")[0] for line in listed.splitlines() if "/nenpyo-postgres." in line and "-D" in line}


def postgres_is_here():
    find = ". bin/_python; . bin/_postgres; find_postgres"
    return subprocess.run(["bash", "-c", find], cwd=PROJECT, capture_output=True).returncode == 0


needs_postgres = pytest.mark.skipif(not postgres_is_here(), reason="PostgreSQL is not installed")


@needs_postgres
def test_the_suite_runs_on_a_postgres_of_its_own_that_is_gone_afterwards(copy):
    before = clusters()
    code, output, complaints = copy.run(
        "bin/test", "--postgres", "--no-browser", "-n", "0", "timeline/tests/test_tiny.py", EXPECTED="postgresql"
    )
    assert code == 0, output + complaints
    assert "3 passed" in output
    assert clusters() <= before


@needs_postgres
def test_a_signal_stops_the_postgres_too(copy, tmp_path):
    began = tmp_path / "began"
    sleeping = (
        f"import pathlib, time\n\ndef test_long(db):\n    pathlib.Path({str(began)!r}).touch()\n    time.sleep(600)\n"
    )
    (copy.folder / "timeline" / "tests" / "test_tiny.py").write_text(sleeping)
    before = clusters()
    process = copy.start("bin/test", "--postgres", "--no-browser", "-n", "0", "timeline/tests/test_tiny.py")
    last = time.monotonic() + 120
    while not began.exists():
        assert time.monotonic() < last
        assert process.poll() is None, process.stdout.read() + process.stderr.read()
        time.sleep(0.1)
    assert clusters() - before
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=120)
    assert process.returncode == 143
    assert clusters() <= before
