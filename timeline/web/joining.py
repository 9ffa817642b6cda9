"""Parts of a line put together as each language does it: quotation marks, lists, dates, what names a source.

What is given may be HTML that is ready, or text; what comes back is of the same kind.
"""

from collections.abc import Iterable
from functools import cache

from django.utils.translation import get_language, pgettext


class _Ways:
    """How one language puts parts together; looked up once, since cards and rows of tables ask for it many times."""

    def __init__(self) -> None:
        self.quoted = pgettext("words of a source", "“%(words)s”")
        self.dated = pgettext("a date, and what is of it", "%(date)s: %(what)s")
        self.timed = pgettext("a day, and a time of it", "%(day)s, %(time)s")
        self.noted = pgettext("what is said, and a note to it", "%(said)s. %(note)s")
        self.between_words = pgettext("between the words of a list", ", ")
        self.between_things = pgettext("between the things of a list", "; ")
        self.author = pgettext("a source and its author", "%(source)s, %(author)s")
        self.publisher = pgettext("a source and its publisher", "%(source)s. %(publisher)s")
        self.published = pgettext("a source and its date", "%(source)s, %(date)s")
        self.place = pgettext("a source and the place in it", "%(source)s — %(place)s")
        self.end = pgettext("all that names a source", "%(source)s.")


@cache
def _ways_in(_language: str | None) -> _Ways:
    return _Ways()


def _ways() -> _Ways:
    return _ways_in(get_language())


def quoted(words: str) -> str:
    """Return words in the quotation marks of the page's language: “late 2017”, 「2017年末」."""
    return _ways().quoted % {"words": words}


def dated(date: str, what: str) -> str:
    """Return what is of a date with the date before it, "17 September 2002: Talks are held"; `date` may be ""."""
    return _ways().dated % {"date": date, "what": what} if date else what


def timed(day: str, time: str) -> str:
    """Return a day with its time, "Wednesday, 23:41 (Seoul)"; either may be ""."""
    return _ways().timed % {"day": day, "time": time} if day and time else day or time


def noted(said: str, note: str) -> str:
    """Return what is said with a note to it, which may be ""."""
    return _ways().noted % {"said": said, "note": note} if note else said


def words_listed(words: Iterable[str]) -> str:
    """Return single words in a row: "talks, weapons"."""
    return _ways().between_words.join(words)


def things_listed(things: Iterable[str]) -> str:
    """Return what may hold commas itself in a row: "Kyodo; The Niigata Gazette"."""
    return _ways().between_things.join(things)


def source(title: str, *, author: str = "", publisher: str = "", published: str = "", place: str = "") -> str:
    """Return what names a source, as a line of its own: "Talks held, A. Writer. The Gazette, 2002 — page 3."."""
    ways, line = _ways(), title
    if author:
        line = ways.author % {"source": line, "author": author}
    if publisher:
        line = ways.publisher % {"source": line, "publisher": publisher}
    if published:
        line = ways.published % {"source": line, "date": published}
    if place:
        line = ways.place % {"source": line, "place": place}
    return ways.end % {"source": line}
