"""A copy of the project in which its shell commands run for real, and the faked programs that they meet there."""

import hashlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings

PROJECT = settings.BASE_DIR
COPIED = ("bin", "timeline", "templates", "static", "locale", "manage.py", "pyproject.toml")
REQUIREMENTS = {
    "serve.stamp": "requirements.txt",
    "redis.stamp": "requirements-redis.txt",
    "test.stamp": "requirements-dev.txt",
}
HANGS = 60
"""Seconds after which what is waited for will not come; no test is about them."""
PORTS_TRIED = 5
TAKEN = "is taken by another program"
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3")


def script(path, text):
    """Write a shell program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


class Copy:
    """A copy of the project, with a folder of programs that come first on PATH."""

    def __init__(self, folder: Path):
        self.folder = folder / "project"
        self.programs = folder / "programs"
        self.home = folder / "home"
        for name in COPIED:
            source = PROJECT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
                shutil.copytree(source, self.folder / name, ignore=ignored)
            elif source.exists():
                shutil.copy2(source, self.folder / name)
        for name in REQUIREMENTS.values():
            shutil.copy2(PROJECT / name, self.folder / name)
        self.programs.mkdir()
        self.home.mkdir()
        self.virtual = self.folder / ".venv"
        self.settings: dict[str, str] = {}

    def program(self, name, text):
        script(self.programs / name, text)

    def use_python(self, text):
        """Make every name that bin/serve tries the same program."""
        for name in PYTHONS:
            self.program(name, text)

    def link_environment(self):
        """Use the packages these tests run with, as if they had been installed here."""
        (self.virtual / "bin").mkdir(parents=True)
        real = Path(sys.prefix)
        (self.virtual / "bin" / "python").symlink_to(real / "bin" / "python")
        (self.virtual / "lib").symlink_to(real / "lib")
        shutil.copy2(real / "pyvenv.cfg", self.virtual)
        self.stamp()
        self._compile()

    def _compile(self):
        """Have the program compiled, as an installation has it: each process of a server would else do it anew."""
        for compiled in (PROJECT / "timeline").rglob("__pycache__"):
            if "tests" not in compiled.parts:
                # A module that another process compiles at this moment has a name of its own, and then none.
                unfinished = shutil.ignore_patterns("*.pyc.*")
                shutil.copytree(compiled, self.folder / compiled.relative_to(PROJECT), ignore=unfinished)
        python = self.virtual / "bin" / "python"
        subprocess.run([python, "-m", "compileall", "-q", "-x", "/tests/", "timeline"], cwd=self.folder, check=True)

    def prepare(self):
        """Migrate, collect and make the first admin."""
        python = self.virtual / "bin" / "python"
        command = [python, "manage.py", "prepare"]
        subprocess.run(command, cwd=self.folder, env=self.environment(), check=True, capture_output=True)

    def take(self, prepared):
        """Be prepared as the project in a folder is, with data of its own; static files are only read."""
        shutil.copytree(prepared / "var", self.folder / "var")
        self.settings["STATIC_ROOT"] = str(prepared / "staticfiles")

    def stamp(self):
        for stamp, name in REQUIREMENTS.items():
            (self.virtual / stamp).write_text(hashlib.sha256((self.folder / name).read_bytes()).hexdigest() + "\n")

    def environment(self, **variables):
        kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TMPDIR", "CHROMIUM") if name in os.environ}
        path = f"{self.programs}:{os.environ['PATH']}"
        own = {"PATH": path, "HOME": str(self.home), "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own, **self.settings, **variables}

    def start(self, command, *arguments, **variables):
        return subprocess.Popen(
            [self.folder / command, *arguments],
            env=self.environment(**variables), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=_hear,
        )  # fmt: skip

    def serve(self, *arguments, **variables):
        """Run bin/serve to its end as `run` does, at a port that nobody else has."""
        for _try in range(PORTS_TRIED):
            code, output, complaints = self.run("bin/serve", *arguments, **{"PORT": str(free_port()), **variables})
            if not lost_its_port(complaints):
                break
        return code, output, complaints

    def run(self, command, *arguments, **variables):
        """Run a command to its end and return its exit code, output and complaints."""
        process = self.start(command, *arguments, **variables)
        with process:
            try:
                output, complaints = process.communicate(timeout=120)
            finally:
                process.terminate()
        return process.returncode, output, complaints


def free_port():
    """Return a port that is free now; whoever is quicker may still take it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def lost_its_port(complaints):
    """Whether a server found its port taken, at once or when it began to listen."""
    log = re.search(r"the end of (.+) says why", complaints)
    return TAKEN in complaints or (log is not None and "in use" in Path(log[1]).read_text()[-2000:])


def answer(port, path, *, within=HANGS, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response.status, response.read().decode()


def _hear():
    # What runs in the background, or under nohup, inherits a deaf ear.
    for kind in (signal.SIGINT, signal.SIGHUP):
        signal.signal(kind, signal.SIG_DFL)


class Running:
    """A server started by bin/serve, from the line that says it can be stopped."""

    def __init__(self, copy, *arguments, **variables):
        for _try in range(PORTS_TRIED):
            self.port = free_port()
            self.process = copy.start("bin/serve", *arguments, **{"PORT": str(self.port), "WORKERS": "2", **variables})
            complaints = self._wait()
            if not lost_its_port(complaints):
                break
        assert not complaints, complaints

    def _wait(self):
        """Wait until it says that it can be stopped; return what it complains of if it ends before."""
        self.output = ""
        while "Ctrl-C" not in self.output:
            line = self.process.stdout.readline()
            if not line:
                return self.process.communicate()[1] or "It ended without a word."
            self.output += line
        return ""

    def __enter__(self):
        return self

    def __exit__(self, *_problem):
        self.process.terminate()
        self.process.communicate(timeout=HANGS)

    def children(self):
        return list(self._parents())

    def granian(self):
        """The process that starts those that answer."""
        parents = self._parents()
        return next(process for process, parent in parents.items() if parent not in parents)

    def _parents(self):
        """Each process of the server with the one that started it; numbers tell no order, as they begin anew."""
        command = ["ps", "-e", "-ww", "-o", "pid=,ppid=,args="]
        listed = subprocess.run(command, capture_output=True, text=True, check=True)
        lines = [line.split() for line in listed.stdout.splitlines() if f"--port {self.port} " in line]
        return {int(process): int(parent) for process, parent, *_words in lines}
