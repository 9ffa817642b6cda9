"""What a cell says, without the markup, the entities and the odd addresses that tables carry along."""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import nh3
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from timeline.review import sentences

_TAG = re.compile(
    r"</?(?:a|abbr|acronym|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|dd|del|div|dl"
    r"|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link"
    r"|main|mark|meta|nav|noscript|object|ol|p|pre|q|rp|rt|ruby|s|samp|script|section|small|span|strike|strong|style"
    r"|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)"
    # "if a<b then c>d" is no tag: attributes have values, but for a few.
    r"(?:\s[^<>]*=[^<>]*|\s(?:allowfullscreen|checked|compact|controls|disabled|hidden|noshade|nowrap|selected)\s*|\s*)"
    r"/?>|<!--",
    re.IGNORECASE,
)
_LINE = re.compile(r"<(?:br|hr)\b[^<>]*>|</(?:p|div|h[1-6]|tr|ul|ol|dl|blockquote|section|article|dd|dt|li)\s*>", re.I)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DROPPED = {"script", "style", "rp", "rt", "noscript", "iframe", "object", "svg", "template"}

_START = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:/{1,3}|www\.)[^\s<>\"'「」『』“”|、，；]+", re.IGNORECASE)
# What has a host with a dot and letters, and a path: example.org/a
_BARE = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,24}/[^\s<>\"'|]*", re.IGNORECASE)
_PARTED = re.compile(r"[;,|](?=\s*(?:https?:/|www\.))", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "nan", "n.a.", "none", "null", "nil", "なし", "없음"})
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a cell of addresses holds: those that are some, and its other words; `as_written` if it is one and only."""

    found: tuple[str, ...]
    words: str
    as_written: bool


def has_markup(text: str) -> bool:
    """Return whether a cell holds HTML tags or entities."""
    return ("<" in text and bool(_TAG.search(text))) or ("&" in text and bool(_ENTITY.search(text)))


def without_markup(text: str) -> str:
    """Return the text that a cell of HTML shows: tags gone, paragraphs and list items on lines, entities as letters.

    A cell that shows nothing, as one that is a script, is returned as it is.
    """
    written = text
    for _again in range(2):  # "&lt;b&gt;" is a tag that was escaped once too often
        text = _shown(text) if _TAG.search(text) else _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if not has_markup(text):
            break
    lines = (line.strip() for line in text.replace("\xa0", " ").split("\n"))
    return "\n".join(line for line in lines if line) or written.strip()


def first_sentence(text: str, longest: int) -> str:
    """Return the first sentence of a text on one line; one that is longer is cut at a word and ends in "…"."""
    start, end = next(sentences.spans(text), (0, len(text)))
    sentence = " ".join(text[start:end].split())
    if len(sentence) <= longest:
        return sentence
    short = sentence[: longest - 1]
    at = short.rfind(" ")
    return (short[:at] if at > longest // 2 else short).rstrip(",;: ") + "…"


@lru_cache(maxsize=20_000)
def addresses_in(text: str) -> Addresses:
    """Return the web addresses of a cell, however they are written, each once, and what else it says."""
    if is_address(text) and "&amp;" not in text:
        parted = _PARTED.split(text)
        if len(parted) == 1:
            return Addresses((text,), "", as_written=True)
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    pieces = [piece for part in _PARTED.split(plain) for piece in _pieces(part)]
    found = dict.fromkeys(address for address, _written in pieces)
    words = " ".join(plain.split())
    if pieces:
        for _address, written in pieces:
            words = words.replace(written, " ", 1)
        words = re.sub(r"</?a\b[^<>]*>|[<>\[\]()]", " ", words)
        words = re.sub(r"\s+(?=[,;.])", "", " ".join(words.split())).strip(" ;,.|:\"'")
    return Addresses(tuple(found), "" if words.casefold() in {*_NOTHING, "?", "unknown"} else words, as_written=False)


def says_nothing(text: str) -> bool:
    """Return whether a cell only says that there is nothing, as "n/a" does."""
    return text.casefold().strip() in _NOTHING


@lru_cache(maxsize=20_000)
def is_address(text: str) -> bool:
    """Return whether a text is an http or https address."""
    try:
        _is_address(text)
    except ValidationError:
        return False
    return True


def _pieces(part: str) -> list[tuple[str, str]]:
    """Return each address of a text without line of addresses, with the words it was written in."""
    found = []
    for match in _ADDRESS.finditer(part) if _ADDRESS.search(part) else _BARE.finditer(part):
        written = _without_tail(match[0])
        address = re.sub(r"^(https?):/{1,3}", r"\1://", written, flags=re.IGNORECASE)
        address = address if re.match(r"https?://", address, re.IGNORECASE) else f"https://{address}"
        if is_address(address):
            found.append((address, written))
    return found


def _without_tail(address: str) -> str:
    """Return an address without the punctuation of the sentence that it stands in."""
    while address:
        last = address[-1]
        opening = {")": "(", "]": "[", "}": "{"}.get(last)
        if last in ".,;:!?…。" or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
        else:
            break
    return address


def _shown(text: str) -> str:
    marked = _ITEM.sub("\n· ", _LINE.sub("\n", _CELL.sub(" ", text)))
    # What only looks like a tag, as "<Smith>" or "a < b", is text.
    kept = re.sub(r"<(?!/?[a-zA-Z!])", "&lt;", marked)
    kept = "".join(
        piece if not piece.startswith("<") or _TAG.match(piece) or piece.startswith("<!") else f"&lt;{piece[1:]}"
        for piece in re.split(r"(<[^<>]*>?)", kept)
    )
    return html.unescape(nh3.clean(kept, tags=set(), clean_content_tags=_DROPPED))
