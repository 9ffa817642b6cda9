"""The ASGI application that stands before Django: it reads each request whole, within limits, and then hands it on."""

import asyncio
import logging
import math
import os
import tempfile
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from io import BytesIO
from typing import IO, Any

from django.conf import settings
from django.urls import reverse

from timeline.front import refusals
from timeline.front.answer import IN_MEMORY, Answer, Application, Scope, answer_by, environ_of
from timeline.front.connections import keep_watch
from timeline.front.people import Sessions, client_address, customer
from timeline.front.places import Place, Places, Turn, Turns
from timeline.front.refusals import Refused, Words
from timeline.transfer.formats.delimited import LARGEST_FILE
from timeline.web.languages import language_of

THREADS = 8
THREADS_PER_ADDRESS = 6  # the others are for everybody else; a whole office may be behind one address
PASSWORDS_AT_ONCE = 1  # each takes a processor for a second or so, whoever asks and whatever they type
ASKED_FOR_PASSWORDS = ("accounts:sign_in", "accounts:password")
STRANGER = 64 * 1024  # bytes of a body from who is not signed in: a sign-in, a search, the word on a date
AROUND_FILE = 2_000_000  # bytes of the form that holds the largest file
LARGE_AT_ONCE = 4  # bodies over the stranger's limit that one person may have under way in one process
AT_ONCE = 0.5  # seconds in which a body that comes whole needs no place among the unfinished ones
SLOWEST = 4096  # bytes a second on average, after the first seconds
DISCARDED = 32 * 1024 * 1024  # bytes that are thrown away after a refusal, so that a browser comes to read it
SECONDS_TO_DISCARD = 5
SECONDS_TO_OPEN = 10  # until whoever sends a file must have opened it

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
log = logging.getLogger(__name__)


class Gone(Exception):
    """Whoever sent the request left before it was whole, or had its turn, or sent what cannot be the rest of it."""


class Gate:
    """Reads, counts and refuses in the event loop; only what is whole goes to one of Django's threads."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="django")
        self.trusted = settings.TRUSTED_PROXIES
        self.sessions = Sessions()
        self.turns = Turns(THREADS, THREADS_PER_ADDRESS)
        self.passwords = Turns(PASSWORDS_AT_ONCE, PASSWORDS_AT_ONCE)
        self.asked_for_passwords = {reverse(name) for name in ASKED_FOR_PASSWORDS}
        self.by_address = Places(settings.BODIES_PER_ADDRESS)
        # Who is known is told to wait: no newcomer of theirs ends what they have been sending for minutes.
        self.by_person = Places(LARGE_AT_ONCE, safe=math.inf)
        self.tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or open and close with the process."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            try:
                await self._answer(scope, receive, send)
            except Gone:
                # Who has left gets nothing of it; who sent crooked chunks would be told of an error of ours.
                await send_answer(scope, send, _refusal(scope, refusals.broken_off))
            except Refused as refused:
                answer = _refusal(scope, refused.words, *refused.arguments)
                await send_answer(scope, send, answer)
                if answer.status == 413 and not joined(scope, b"expect"):
                    await discard(receive)
            except Exception:
                log.exception("The front failed at %s %s", scope["method"], scope["path"])
                await send_answer(scope, send, _refusal(scope, refusals.broken))

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                watch = asyncio.create_task(
                    keep_watch(settings.PATIENCE, settings.CONNECTIONS_PER_ADDRESS, self.trusted)
                )
                self.tasks.add(watch)
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                for task in self.tasks:
                    task.cancel()
                self.threads.shutdown(wait=False, cancel_futures=True)
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = scope["client"][0]
        if self.trusted or ":" in address:
            address = client_address(address, joined(scope, b"x-forwarded-for"), self.trusted)
        if has_body(scope):
            reading = Reading(self, scope, receive, address)
            try:
                await reading.read()
                answer = await self._ask_django(environ_of(scope, reading.file, reading.length, address), receive)
            finally:
                reading.close()
        else:
            answer = await self._ask_django(environ_of(scope, BytesIO(), 0, address), receive)
        await send_answer(scope, send, answer)

    async def _ask_django(self, environ: dict[str, Any], receive: Receive) -> Answer:
        """Return Django's answer; or raise Gone, with nothing begun. What has begun ends, whoever waits for it."""
        owner = customer(environ["REMOTE_ADDR"])
        async with AsyncExitStack() as taken:
            turn = self.turns.of(owner)
            if environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"] in self.asked_for_passwords:
                turn = self.passwords.of(owner).with_turn(turn)
            await take_in_turn(turn, receive, taken)
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self.threads, answer_by, self.application, environ)


def _refusal(scope: Scope, words: Callable[..., Words], *arguments: int) -> Answer:
    return refusals.answer_for(words, *arguments, language=language_of(scope["path"]))


async def take_in_turn(turn: Turn, receive: Receive, taken: AsyncExitStack) -> None:
    """Take a turn, which is left with all that is `taken`; or raise Gone if whoever asked leaves before it comes."""
    if turn.is_free():
        await turn.take()
    else:
        await take_unless_gone(turn, receive)
    taken.callback(turn.leave)


async def take_unless_gone(turn: Turn, receive: Receive) -> None:
    """Wait for a turn, or raise Gone if whoever asked leaves before it comes."""
    taking, leaving = asyncio.create_task(turn.take()), asyncio.create_task(until_gone(receive))
    try:
        await asyncio.wait((taking, leaving), return_when=asyncio.FIRST_COMPLETED)
        if leaving.done():
            raise Gone
    except BaseException:
        # It may have come in the same moment.
        if not taking.cancel():
            turn.leave()
        raise
    finally:
        leaving.cancel()


async def until_gone(receive: Receive) -> None:
    """Wait until whoever sent a request, whose body has been read, closes the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass


class Reading:
    """One body as it comes in: how much of it is taken, how long, in whose place; in memory until it is long."""

    def __init__(self, gate: Gate, scope: Scope, receive: Receive, address: str) -> None:
        self.gate = gate
        self.scope = scope
        self.receive = receive
        self.address = address
        self.file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        self.length = 0
        self.limit = STRANGER
        self.place: Place | None = None
        self.waits: asyncio.Timeout | None = None
        self.is_turned_away = False

    async def read(self) -> None:
        """Read the body to its end, or raise Refused or Gone."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        late = loop.call_later(AT_ONCE, self._be_unfinished)
        try:
            await self._admit(declared_length(self.scope))
            async with asyncio.timeout_at(began + settings.PATIENCE) as self.waits:
                while await self._read_part():
                    fastest = began + self.length / SLOWEST
                    self.waits.reschedule(settings.PATIENCE + min(loop.time(), fastest))
        except TimeoutError as error:
            self._check_place()
            raise Refused(refusals.too_slow) from error
        finally:
            late.cancel()
            self.waits = None
        if self.limit == STRANGER and self.place:
            # It needs no place any more. A large one keeps its own until it has been dealt with.
            self.place.leave()
        self.file.seek(0)

    def _be_unfinished(self) -> None:
        """Take a place, now that the body has not come at once; who finds none is refused."""
        if not self.place:
            self.place = self.gate.by_address.take(customer(self.address), asyncio.get_running_loop().time(), self._end)
            self.is_turned_away = not self.place
        if self.is_turned_away:
            self._end()

    def _end(self) -> None:
        if self.waits:
            self.waits.reschedule(0)

    async def _read_part(self) -> bool:
        """Add what has come; return whether more is to come."""
        message = await self.receive()
        if message["type"] != "http.request":
            raise Gone
        part = message.get("body", b"")
        await self._admit(self.length + len(part))
        self._check_place()
        self.length += len(part)
        self.file.write(part)
        return bool(message.get("more_body"))

    async def _admit(self, length: int) -> None:
        """See that a body of this length may go on: a large one in its person's place; or raise Refused."""
        if length > STRANGER and self.limit == STRANGER:
            person = await self._person()
            if not person:
                raise Refused(refusals.too_large_for_a_stranger, STRANGER // 1024)
            self.limit = limit_of(self.scope)
            if self.place:
                self.place.leave()
            self.place = self.gate.by_person.take(person, asyncio.get_running_loop().time(), self._end)
            self.is_turned_away = not self.place
        if length > self.limit:
            raise Refused(refusals.too_large, self.limit // 1_000_000)
        self._check_place()

    def close(self) -> None:
        """Leave the place, and let the file go.

        The place knows this reading, so it is forgotten, too: the server closes the connection once nobody holds it.
        """
        self.file.close()
        if self.place:
            self.place.leave()
            self.place = None

    def _check_place(self) -> None:
        if self.is_turned_away or (self.place and self.place.gave_way):
            raise Refused(refusals.too_many, settings.PATIENCE)

    async def _person(self) -> str:
        """Return who is signed in, or nothing."""
        key = self.gate.sessions.key_in(joined(self.scope, b"cookie", "; "))
        if not key:
            return ""
        loop = asyncio.get_running_loop()
        sessions = self.gate.sessions
        person = sessions.remembered(key)
        if not person:
            person = await loop.run_in_executor(self.gate.threads, sessions.person_outside_a_request, key)
            if person:
                sessions.remember(key, person)
        return person


def has_body(scope: Scope) -> bool:
    """Return whether the head announces a body, of whatever length."""
    return any(name in (b"content-length", b"transfer-encoding") for name, _value in scope["headers"])


def joined(scope: Scope, name: bytes, between: str = ",") -> str:
    """Return the values of a header that may come more than once."""
    return between.join(value.decode("latin-1") for each, value in scope["headers"] if each == name)


def declared_length(scope: Scope) -> int:
    """Return the length that the head promises; none if the body comes in chunks. The server has checked the head."""
    # Python takes no number of thousands of digits, be they zeros.
    return int(joined(scope, b"content-length").lstrip("0") or 0)


def limit_of(scope: Scope) -> int:
    """Return how many bytes a signed-in person may send: more where there is a file among them."""
    if joined(scope, b"content-type").lower().startswith("multipart/form-data"):
        return LARGEST_FILE + AROUND_FILE
    return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


async def send_answer(scope: Scope, send: Send, answer: Answer) -> None:
    """Send a whole answer; what is a file goes by its name, so that none of it waits in memory."""
    status, headers, body = answer
    if not isinstance(body, bytes):
        length = str(os.fstat(body.fileno()).st_size).encode()
        headers = [*((name, value) for name, value in headers if name.lower() != b"content-length")]
        headers.append((b"Content-Length", length))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if scope["method"] == "HEAD" or isinstance(body, bytes):
        content = body if isinstance(body, bytes) and scope["method"] != "HEAD" else b""
        await send({"type": "http.response.body", "body": content})
    elif "http.response.pathsend" in scope.get("extensions", {}):
        await send({"type": "http.response.pathsend", "path": f"/dev/fd/{body.fileno()}"})
        # The server opens it by that name; the file has no other.
        asyncio.get_running_loop().call_later(SECONDS_TO_OPEN, body.close)
        return
    else:
        body.seek(0)
        await send({"type": "http.response.body", "body": body.read()})
    if not isinstance(body, bytes):
        body.close()


async def discard(receive: Receive) -> None:
    """Read on for a moment and keep nothing: a browser shows an answer only if it could send what it had to."""
    discarded = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_DISCARD):
            while discarded < DISCARDED:
                message = await receive()
                if message["type"] != "http.request" or not message.get("more_body"):
                    return
                discarded += len(message.get("body", b""))
