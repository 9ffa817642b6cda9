"""Links that lead to the very passage of a page: `#:~:text=` (WICG, URL Fragment Text Directives)."""

import re
from urllib.parse import quote

LONGEST = 300
"""Characters of a passage that are named whole; of a longer one, or one of several lines, its two ends are."""
WORDS_OF_AN_END = 6
_STOP = re.compile(r"(?<=[。、．，！？」』])")


def link(address: str, passage: str, longest: int = LONGEST) -> str:
    """Return the address of a page with a passage of it, named by its ends where it is longer than `longest`.

    Browsers that know no passages show the page.
    """
    lines = [" ".join(line.split()) for line in passage.splitlines() if line.strip()]
    if not address or not lines:
        return address
    is_whole = len(lines) == 1 and (len(lines[0]) <= longest or not _has_two_ends(lines[0]))
    if is_whole and len(lines[0]) > LONGEST:
        return address
    ends = lines if is_whole else [_beginning(lines[0]), _end(lines[-1])]
    page, _mark, fragment = address.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={','.join(map(_encoded, ends))}"


def _has_two_ends(line: str) -> bool:
    """Whether its ends are two: what they would share stands only once in the page, which then has no such passage."""
    words = len(line.split())
    return words > 2 * WORDS_OF_AN_END or (words <= WORDS_OF_AN_END and len(_pieces(line)) > 1)


def _encoded(text: str) -> str:
    """Percent-encode a text; a hyphen, a comma and an ampersand have a meaning of their own in the directive."""
    return quote(text, safe="").replace("-", "%2D")


def _beginning(line: str) -> str:
    """Return the first words: whole ones, as browsers match no others."""
    words = line.split()
    return " ".join(words[:WORDS_OF_AN_END]) if len(words) > WORDS_OF_AN_END else _pieces(line)[0]


def _end(line: str) -> str:
    words = line.split()
    return " ".join(words[-WORDS_OF_AN_END:]) if len(words) > WORDS_OF_AN_END else _pieces(line)[-1]


def _pieces(line: str) -> list[str]:
    """Split a line that is written without spaces where its signs part it."""
    return [piece for piece in _STOP.split(line) if piece.strip()] or [line]
