"""BibTeX, in UTF-8: titles in double braces, so that no style lowers their capitals."""

import re
from collections.abc import Iterable, Iterator

from timeline.formats.works import Kind, Work, figures, one_line

TYPE = "application/x-bibtex"
TYPES = {Kind.PAGE: "online", Kind.NEWS: "misc", Kind.OTHER: "misc"}
"""What BibLaTeX calls them; BibTeX's own styles, which know no `online`, print it as they print `misc`."""
# BibTeX counts braces even behind a backslash: one that stands alone would swallow all that follows.
_SIGNS = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", " ": "%20"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(works: Iterable[Work]) -> bytes:
    """Return works one after the other."""
    return "\n".join(f"@{TYPES[work.kind]}{{{_key(work.key)},\n{''.join(_lines(work))}}}\n" for work in works).encode()


def _lines(work: Work) -> Iterator[str]:
    is_page, whole = work.kind is Kind.PAGE, work.container if work.container != work.publisher else ""
    texts = [
        ("title", work.title), ("author", work.author), ("howpublished", work.container or work.publisher),
        # Of a page, what it is part of and who publishes it stand here for BibLaTeX, and above for BibTeX.
        ("titleaddon", whole if is_page else ""), ("organization", work.publisher if is_page else ""),
        ("publisher", work.publisher),
        ("version", work.version), ("langid", work.language), ("note", work.note),
    ]  # fmt: skip
    # A second pair of braces keeps capitals, and an "and" within a name from making two names of it.
    yield from (f"  {name} = {{{{{_escaped(kept)}}}}},\n" for name, text in texts if (kept := one_line(text)))
    if work.issued:
        yield f"  date = {{{figures(work.issued)}}},\n  year = {{{figures(work.issued[:1])}}},\n"
        yield from (f"  month = {_MONTHS[month - 1]},\n" for month in work.issued[1:2])
    if work.url:
        yield f"  url = {{{one_line(work.url).translate(_IN_ADDRESS)}}},\n"
    if work.accessed:
        yield f"  urldate = {{{figures(work.accessed)}}},\n"


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(letter, letter) for letter in text)


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9:.-]", "-", text)
