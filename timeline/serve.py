"""The end of `bin/serve`: look whether the server can start, prepare the installation, keep the server running.

It is started twice: before anything is installed, by any Python (`--only-look`), and then by the one in `.venv`.
So nothing but the standard library is imported, here, in `timeline.processes` and in `timeline.web.disk`.
"""

import argparse
import errno
import http.client
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO, NamedTuple

from timeline.processes import SIGNALS_TO_STOP, Companion, Process, start, stop_all
from timeline.web.disk import CannotStart, check_room, explain_os_error

PROJECT = Path(__file__).resolve().parent.parent
INSTALL_MEGABYTES = 400  # .venv takes about 190, and pip unpacks beside it
RUN_MEGABYTES = 20
LOG_MEGABYTES = 10
CONNECTIONS = 4096  # that one process holds at once
LARGEST_HEAD = 64 * 1024  # bytes
SECONDS_TO_ANSWER = 60
SECONDS_BETWEEN_LOOKS = 0.5
SIGN_IN = "sign-in/"
# Commands of manage.py that run beside the web server, and again if they end.
COMPANIONS: tuple[tuple[str, ...], ...] = (("work",),)

EPILOG = """settings, from the environment:
  PORT, HOST     where to listen (8000 on 127.0.0.1)
  DATA_DIR       the folder of data, key and log (var)
  WORKERS        processes that answer (one a processor, at most 4)
  PATIENCE       seconds a connection may stand still (20)
  HTTPS=1        for use behind a server that speaks HTTPS
  CACHE_URL      a Redis in which pages are kept, for all processes together
README.md lists the others."""


class Stopped(BaseException):
    """Somebody asked the server to stop."""


class Address(NamedTuple):
    """Where the server listens."""

    host: str
    port: int

    @property
    def bracketed(self) -> str:
        """Return the host as an URL writes it."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def reachable(self) -> "Address":
        """Return the address under which this machine reaches the server, also if it listens everywhere."""
        return Address({"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host), self.port)  # noqa: S104

    @property
    def url(self) -> str:
        """Return the server's first page."""
        return f"http://{self.reachable.bracketed}:{self.port}/"


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return `new_password` and `only_look`; an unknown option prints the usage and exits 2."""
    parser = argparse.ArgumentParser(
        prog="bin/serve",
        description="Serve Nenpyo.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--new-password", action="store_true", help="make and print another password for admin")
    parser.add_argument("--only-look", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def read_address(environment: Mapping[str, str]) -> Address:
    """Return HOST and PORT of the environment, or say what is wrong with PORT."""
    port = environment.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise CannotStart(f"PORT={port} is no port: give a number from 1 to 65535.")
    return Address((environment.get("HOST") or "127.0.0.1").strip("[]"), int(port))


def check_address(address: Address) -> None:
    """Raise CannotStart if nobody could listen at the address now."""
    host, port = address
    try:
        family, kind, protocol, _name, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
    except socket.gaierror as error:
        raise CannotStart(f"HOST={host} is no address of this machine.") from error
    except OSError as error:
        raise CannotStart(_why_not_listen(address, error.errno)) from error


def _why_not_listen(address: Address, number: int | None) -> str:
    host, port = address
    if number == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken by another program: stop that one, "
            "or choose another port, as in PORT=8080 bin/serve."
        )
    if number == errno.EACCES:
        return f"Port {port} is reserved for the system: choose one above 1023, as in PORT=8080 bin/serve."
    if number == errno.EADDRNOTAVAIL:
        return f"HOST={host} is no address of this machine."
    return f"Nothing can listen at {host}, port {port}: {os.strerror(number or 0)}."


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of data, key and log: DATA_DIR, or `var` in the project."""
    return Path(environment.get("DATA_DIR") or PROJECT / "var")


def check_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone, and raise CannotStart unless it can be written and has room."""
    probe = folder / ".probe"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        probe.write_bytes(b"\0" * 4096)
        probe.unlink()
    except OSError as error:
        raise CannotStart(explain_os_error(error, folder)) from error
    check_room(folder, RUN_MEGABYTES)
    if not (PROJECT / ".venv" / "serve.stamp").exists():
        check_room(PROJECT, INSTALL_MEGABYTES)


def server_environment(environment: Mapping[str, str], address: Address) -> dict[str, str]:
    """Return the environment of the server: DEBUG off, and an answer to every name that HOST gives the machine."""
    names = {"localhost", "127.0.0.1", "[::1]", address.reachable.bracketed}
    if address.reachable != address:
        names |= _names_of_this_machine()
    changed = {"DEBUG": "0", "DATA_DIR": str(data_folder(environment).resolve())}
    return {"ALLOWED_HOSTS": ",".join(sorted(names)), **environment, **changed}


def _names_of_this_machine() -> set[str]:
    name = socket.gethostname()
    try:
        found = {str(place[0]) for *_rest, place in socket.getaddrinfo(name, None)}
    except OSError:
        found = set()
    return {name, *(f"[{each}]" if ":" in each else each for each in found)}


def server_command(address: Address, environment: Mapping[str, str]) -> list[str]:
    """Return granian's command line, or say what is wrong with WORKERS."""
    workers = environment.get("WORKERS") or str(min(4, os.cpu_count() or 1))
    if not (workers.isascii() and workers.isdigit() and int(workers) > 0):
        raise CannotStart(f"WORKERS={workers} is no number of processes: give 1 or more.")
    patience = environment.get("PATIENCE") or "20"
    if not (patience.isascii() and patience.isdigit() and 0 < int(patience) <= 60):
        raise CannotStart(f"PATIENCE={patience} is no number of seconds: give 1 to 60.")
    options = ["--interface", "asgi", "--no-ws", "--workers", workers, "--workers-kill-timeout", "10"]
    # A process that dies takes its own requests with it, not the site. Granian gives up if it dies again at once.
    options += ["--respawn-failed-workers"]
    # Without HTTP/2, whose preface is waited for without end. What granian calls backpressure counts connections.
    options += ["--http", "1", "--backlog", "4096", "--backpressure", str(room_for_connections())]
    options += ["--http1-header-read-timeout", f"{patience}000", "--http1-buffer-size", str(LARGEST_HEAD)]
    options += ["--host", address.host, "--port", str(address.port)]
    return [sys.executable, "-m", "granian", *options, "timeline.asgi:application"]


def room_for_connections() -> int:
    """Return how many connections one process may hold: each is an open file, and files are needed beside them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return CONNECTIONS if soft == resource.RLIM_INFINITY else min(CONNECTIONS, soft // 2)


def open_log(folder: Path) -> IO[bytes]:
    """Open the server's log for its end; a long one is put aside first."""
    keep_log_short(folder)
    return log_in(folder).open("ab")


def keep_log_short(folder: Path) -> None:
    """Put a long log aside, and drop the one before it, so that no stranger's mistakes ever fill the disk.

    Copied and emptied, not moved: every process of the server goes on writing to the file that it has open.
    """
    path = log_in(folder)
    if path.exists() and path.stat().st_size > LOG_MEGABYTES * 1024 * 1024:
        aside = path.with_suffix(".log.1")
        try:
            shutil.copyfile(path, aside)
        except OSError:
            # On a full disk, room for what people write goes before what the log said.
            aside.unlink(missing_ok=True)
        os.truncate(path, 0)


def log_in(folder: Path) -> Path:
    """Return where the log stands."""
    return folder / "nenpyo.log"


def wait_for_answer(server: Process, address: Address) -> int | None:
    """Return the status of the server's first answer, or None if it died or the time was over before."""
    last = time.monotonic() + SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < last:
        connection = http.client.HTTPConnection(*address.reachable, timeout=10)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    return None


def run(command: list[str], environment: Mapping[str, str]) -> int:
    """Run a command to its end and return its exit code; if this program is stopped, so is the command."""
    process = start(command, environment, PROJECT)
    try:
        return process.wait()
    finally:
        stop_all()


def serve(address: Address, environment: Mapping[str, str]) -> int:
    """Start the server and its companions, print its addresses once it answers, and stay until it ends."""
    folder = data_folder(environment)
    with open_log(folder) as log:
        server = start(server_command(address, environment), environment, PROJECT, log)
        companions = [
            Companion([sys.executable, "manage.py", *command], environment, PROJECT, log) for command in COMPANIONS
        ]
        try:
            status = wait_for_answer(server, address)
            if status:
                _say(f"Nenpyo runs at  {address.url}\nSign in at      {address.url}{SIGN_IN}")
                _say(f"Log and data    {folder}\nCtrl-C stops it.")
                if status >= 500:
                    _say(f"Its first page answers with an error, {status}; the log says why.")
            elif server.poll() is None:
                raise CannotStart(
                    f"The server did not answer for {SECONDS_TO_ANSWER} s; {folder}/nenpyo.log says more."
                )
            _watch(server, companions, folder)
        finally:
            _hear_no_more()
            stop_all()
    raise CannotStart(f"The server ended by itself; the end of {folder}/nenpyo.log says why.")


def _watch(server: Process, companions: Sequence[Companion], folder: Path) -> None:
    """Keep the companions running and the log short until the server ends."""
    while server.poll() is None:
        with suppress(OSError):
            keep_log_short(folder)
        for companion in companions:
            companion.keep(time.monotonic())
        with suppress(subprocess.TimeoutExpired):
            server.wait(SECONDS_BETWEEN_LOOKS)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _stopped(_signal: int, _frame: FrameType | None) -> None:
    _hear_no_more()
    raise Stopped


def _hear_no_more() -> None:
    """Let no further signal break off the stop, which ends by itself."""
    for kind in SIGNALS_TO_STOP:
        signal.signal(kind, signal.SIG_IGN)


def main(arguments: Sequence[str]) -> int:
    """Look, prepare and serve; return the exit code: 0 when asked to stop, 2 when something has to be put right."""
    chosen = read_arguments(arguments)
    for kind in SIGNALS_TO_STOP:
        # Under nohup a closed terminal is to stop nothing.
        if kind != signal.SIGHUP or signal.getsignal(kind) != signal.SIG_IGN:
            signal.signal(kind, _stopped)
    try:
        address = read_address(os.environ)
        check_address(address)
        check_folder(data_folder(os.environ))
        environment = server_environment(os.environ, address)
        server_command(address, environment)
        if chosen.only_look:
            return 0
        prepare = [sys.executable, "manage.py", "prepare"]
        code = run(prepare + ["--new-password"] * chosen.new_password, environment)
        return code or serve(address, environment)
    except CannotStart as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except Stopped:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
