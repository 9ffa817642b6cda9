"""A server with little patience, started once by bin/serve for all tests that try it from outside."""

import fcntl
import os
import re
import tempfile
from pathlib import Path

import pytest

from timeline.tests.commands import Copy, Running
from timeline.tests.sockets import Browser

PASSWORD = re.compile(r"Password +(\S+)")
LIMITS = {"PATIENCE": 3, "BODIES_PER_ADDRESS": 24, "CONNECTIONS_PER_ADDRESS": 160}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A project that is prepared: once for all processes of this run of the tests, by the first that needs it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "prepared"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "copy").exists():
            return Path((folder / "copy").read_text())
        made = Path(tempfile.mkdtemp(dir=folder))
        copy = Copy(made)
        copy.link_environment()
        copy.prepare()
        (folder / "copy").write_text(str(copy.folder))
        return copy.folder


@pytest.fixture(scope="session")
def served_copy(tmp_path_factory, prepared):
    """The project that this server runs from."""
    copy = Copy(tmp_path_factory.mktemp("impatient"))
    copy.link_environment()
    copy.take(prepared)
    return copy


@pytest.fixture(scope="session")
def server(served_copy, tmp_path_factory):
    """The server; `scratch` is its folder of temporary files, `password` its admin's."""
    scratch = tmp_path_factory.mktemp("scratch")
    limits = {name: str(limit) for name, limit in LIMITS.items()}
    with Running(served_copy, "--new-password", WORKERS="1", TMPDIR=str(scratch), **limits) as server:
        server.scratch = scratch
        server.password = PASSWORD.search(server.output)[1]
        yield server


@pytest.fixture(scope="session")
def admin_browser(server):
    """The admin, signed in by the form."""
    browser = Browser(server)
    assert browser.send("/sign-in/", browser.form("/sign-in/", username="admin", password=server.password))[0] == 302
    return browser
