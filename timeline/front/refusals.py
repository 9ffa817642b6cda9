"""The front's own answers, in the words and the look of the site: 400, 408, 413, 429 and 500."""

from collections.abc import Callable
from functools import lru_cache

from csp.utils import build_policy
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from timeline.front.answer import Answer


class Refused(Exception):
    """A request that goes no further: a function that gives the words, and its arguments."""

    def __init__(self, words: "Callable[..., Words]", *arguments: int) -> None:
        super().__init__(words.__name__, *arguments)
        self.words = words
        self.arguments = arguments


Words = tuple[int, str, tuple[str, ...]]  # status, heading, paragraphs


def broken_off() -> Words:
    """The rest of it did not come, or made no sense."""
    return (
        400,
        _("This did not arrive whole"),
        (
            _("What was sent broke off, or was garbled on its way. Nothing was changed."),
            _("Go back: your browser should still have what you typed. Send it again."),
        ),
    )


def too_slow() -> Words:
    """Nothing came for too long, or too little."""
    return (
        408,
        _("This came too slowly"),
        (
            _("What was sent came too slowly, or stopped half-way; the connection may be weak. Nothing was changed."),
            _("Go back: your browser should still have what you typed. Send it again."),
        ),
    )


def too_large_for_a_stranger(kilobytes: int) -> Words:
    """More than is taken from who is not signed in."""
    return (
        413,
        _("Too much for somebody who is not signed in"),
        (
            _("You are not signed in, or your session has ended; at most %(limit)d kB are taken then.")
            % {"limit": kilobytes}
            + " "
            + _("Nothing was changed."),
            _("Go back: your browser should still have what you typed. Sign in in another tab, then send it again."),
        ),
    )


def too_large(megabytes: int) -> Words:
    """More than is taken from anybody."""
    return (
        413,
        _("This is too large"),
        (
            _("At most %(limit)d MB are taken here at once.") % {"limit": megabytes} + " " + _("Nothing was changed."),
            _("Go back: your browser should still have what you typed. Send it in parts; split a file in two."),
        ),
    )


def too_many(seconds: int) -> Words:
    """More unfinished requests than one address, or one person, may have."""
    return (
        429,
        _("Too much is under way"),
        (
            _("More is being sent from your address, or under your name, than is taken at once. Nothing was changed."),
            _("Go back: your browser should still have what you typed. Send it again in %(seconds)d seconds.")
            % {"seconds": seconds},
        ),
    )


def broken() -> Words:
    """Something failed before a page could be made."""
    return (
        500,
        _("Something broke on our side"),
        (
            _("The error is written down in the log. Nothing was stored."),
            _("Go back: your browser should still have what you typed. Send it again."),
        ),
    )


@lru_cache(maxsize=64)
def answer_for(words: Callable[..., Words], *arguments: int, language: str) -> Answer:
    """Return the whole answer in a language; it closes the connection, whose rest nobody reads."""
    with override(language):
        status, heading, paragraphs = words(*arguments)
        page = render_to_string(
            "front/refused.html",
            {"heading": heading, "paragraphs": paragraphs, "stranger": words is too_large_for_a_stranger},
        ).encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(page))),
        ("Connection", "close"),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", build_policy()),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
    ]
    if words is too_many:
        headers.append(("Retry-After", str(arguments[0])))
    return Answer(status, [(name.encode(), value.encode()) for name, value in headers], page)
