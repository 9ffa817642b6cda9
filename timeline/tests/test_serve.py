"""bin/serve up to the point where it installs: real runs in a copy of the project."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import serve
from timeline.serve import Address
from timeline.tests.commands import Copy
from timeline.web.disk import CannotStart, check_room, explain_os_error

REAL = os.path.realpath(sys.executable)


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def test_it_refuses_a_python_that_is_too_old(copy):
    copy.use_python("exit 1")
    code, _output, complaints = copy.run("bin/serve")
    assert code == 2
    assert "needs Python 3.11 or newer" in complaints
    assert "apt-get install python3 python3-venv" in complaints


def test_it_passes_over_a_python_that_is_a_name_only(copy):
    copy.use_python("exit 127")
    copy.program("python3.11", f'exec "{REAL}" "$@"')
    code, output, _complaints = copy.run("bin/serve", "--help")
    assert code == 0
    assert "--new-password" in output


def test_it_refuses_an_unknown_option_and_says_which_there_are(copy):
    code, _output, complaints = copy.run("bin/serve", "--new-pasword")
    assert code == 2
    assert "usage: bin/serve" in complaints
    assert "--new-pasword" in complaints


def test_it_says_that_a_port_is_taken_before_it_installs_anything(copy, taken_port):
    code, _output, complaints = copy.run("bin/serve", PORT=str(taken_port))
    assert code == 2
    assert complaints.count("\n") == 1
    assert f"Port {taken_port} on 127.0.0.1 is taken" in complaints
    assert not copy.virtual.exists()


@pytest.mark.parametrize("port", ["0", "65536", "web", "-1", "８０００"])
def test_it_refuses_what_is_no_port(copy, port):
    code, _output, complaints = copy.run("bin/serve", PORT=port)
    assert code == 2
    assert complaints == f"PORT={port} is no port: give a number from 1 to 65535.\n"


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_it_refuses_a_host_that_is_not_this_machine(host, free_port):
    with pytest.raises(CannotStart, match=f"HOST={host} is no address of this machine"):
        serve.check_address(Address(host, free_port))


def test_it_refuses_a_number_of_workers_that_is_none(copy, free_port):
    code, _output, complaints = copy.run("bin/serve", PORT=str(free_port), WORKERS="many")
    assert (code, complaints) == (2, "WORKERS=many is no number of processes: give 1 or more.\n")


@pytest.mark.parametrize("patience", ["0", "61", "long", "2.5"])
def test_it_refuses_a_patience_that_is_none(copy, free_port, patience):
    code, _output, complaints = copy.run("bin/serve", PORT=str(free_port), PATIENCE=patience)
    assert (code, complaints) == (2, f"PATIENCE={patience} is no number of seconds: give 1 to 60.\n")


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="needs a folder that even root cannot write: /sys")
def test_it_says_that_the_data_folder_is_read_only(copy, free_port):
    code, _output, complaints = copy.run("bin/serve", PORT=str(free_port), DATA_DIR="/sys/nenpyo")
    assert code == 2
    assert complaints == "Nenpyo cannot write in /sys/nenpyo: it is read-only or belongs to somebody else.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_it_says_that_the_disk_is_full(tmp_path):
    (tmp_path / ".probe").symlink_to("/dev/full")
    with pytest.raises(CannotStart, match="is full: free some space"):
        serve.check_folder(tmp_path)


def test_it_says_how_much_room_is_missing(tmp_path):
    with pytest.raises(CannotStart, match="MB are free, Nenpyo needs 1000000000 MB to start"):
        check_room(tmp_path, 10**9)


def test_what_the_system_refuses_otherwise_keeps_the_system_s_words(tmp_path):
    words = explain_os_error(OSError(errno.EIO, "Input/output error"), tmp_path)
    assert words == f"Nenpyo cannot use {tmp_path} for its data: Input/output error."


def test_the_data_folder_is_for_its_owner_alone(tmp_path):
    serve.check_folder(tmp_path / "var")
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700
    assert not list((tmp_path / "var").iterdir())


def test_the_server_answers_to_the_host_it_was_given():
    environment = serve.server_environment({"DEBUG": "1", "PATH": "/bin"}, Address("example.org", 8000))
    assert "example.org" in environment["ALLOWED_HOSTS"].split(",")
    assert environment["DEBUG"] == "0"
    assert environment["PATH"] == "/bin"


def test_a_server_that_listens_everywhere_answers_to_the_machine_s_name():
    environment = serve.server_environment({}, Address("0.0.0.0", 8000))
    assert socket.gethostname() in environment["ALLOWED_HOSTS"].split(",")


def test_hosts_that_were_named_are_kept_as_they_are():
    environment = serve.server_environment({"ALLOWED_HOSTS": "nenpyo.example"}, Address("0.0.0.0", 8000))
    assert environment["ALLOWED_HOSTS"] == "nenpyo.example"


def test_an_address_is_written_as_browsers_want_it():
    assert Address("::", 8001).url == "http://[::1]:8001/"
    assert Address("0.0.0.0", 8000).url == "http://127.0.0.1:8000/"


@pytest.mark.parametrize(("soft", "hard", "room"), [(1024, 4096, 2048), (1024, 20_000, 4096), (256, 256, 128)])
def test_there_are_as_many_connections_as_files_may_be_open(soft, hard, room):
    run = (
        f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}));"
        "from timeline.serve import room_for_connections; print(room_for_connections());"
        "print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    )
    output = subprocess.run([sys.executable, "-c", run], cwd=serve.PROJECT, capture_output=True, text=True, check=True)
    assert output.stdout.split() == [str(room), str(min(hard, 8192))]


def test_a_long_log_is_put_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "LOG_MEGABYTES", 0)
    (tmp_path / "nenpyo.log").write_text("old")
    with serve.open_log(tmp_path) as log:
        log.write(b"new")
    assert (tmp_path / "nenpyo.log").read_text() == "new"
    assert (tmp_path / "nenpyo.log.1").read_text() == "old"


def test_a_long_log_that_finds_no_room_beside_it_is_emptied_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "LOG_MEGABYTES", 0)
    (tmp_path / "nenpyo.log").write_text("old")
    (tmp_path / "nenpyo.log.1").symlink_to("/dev/full")
    serve.keep_log_short(tmp_path)
    assert (tmp_path / "nenpyo.log").read_text() == ""
    assert not (tmp_path / "nenpyo.log.1").is_symlink()


def test_a_log_that_grows_long_while_the_server_runs_is_put_aside_and_written_on(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "LOG_MEGABYTES", 1)
    monkeypatch.setattr(serve, "SECONDS_BETWEEN_LOOKS", 0.05)
    lines = "import sys, time\nfor n in range(30):\n sys.stderr.write('x' * 100_000); time.sleep(0.05)\n"
    with serve.open_log(tmp_path) as log:
        server = serve.start([sys.executable, "-c", lines], os.environ, tmp_path, log)
        serve._watch(server, [], tmp_path)
    new, former = ((tmp_path / name).read_bytes() for name in ("nenpyo.log", "nenpyo.log.1"))
    assert len(former) > 1024 * 1024
    assert len(new) < 2_000_000
    # Emptied and written on from the beginning, with no hole before it.
    assert set(new) <= {ord("x")}
