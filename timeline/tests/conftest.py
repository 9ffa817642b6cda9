"""A server with little patience, started once by bin/serve for all tests that try it from outside."""

import re

import pytest

from timeline.tests.commands import Copy, Running
from timeline.tests.sockets import Browser

PASSWORD = re.compile(r"Password +(\S+)")
LIMITS = {"PATIENCE": 3, "BODIES_PER_ADDRESS": 24, "CONNECTIONS_PER_ADDRESS": 160}


@pytest.fixture(scope="session")
def served_copy(tmp_path_factory):
    """The project that this server runs from."""
    copy = Copy(tmp_path_factory.mktemp("impatient"))
    copy.link_environment()
    return copy


@pytest.fixture(scope="session")
def server(served_copy, tmp_path_factory):
    """The server; `scratch` is its folder of temporary files, `password` its admin's."""
    scratch = tmp_path_factory.mktemp("scratch")
    limits = {name: str(limit) for name, limit in LIMITS.items()}
    with Running(served_copy, WORKERS="1", TMPDIR=str(scratch), **limits) as server:
        server.scratch = scratch
        server.password = PASSWORD.search(server.output)[1]
        yield server


@pytest.fixture(scope="session")
def admin_browser(server):
    """The admin, signed in by the form."""
    browser = Browser(server)
    assert browser.send("/sign-in/", browser.form("/sign-in/", username="admin", password=server.password))[0] == 302
    return browser
