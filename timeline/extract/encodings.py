"""Bytes to text: marked, declared, told by its letters, or refused; the encoding taken is named."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.extract.refusals import CannotExtract, Reason

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# PDF, ZIP (Word), PNG, JPEG, GIF, gzip, programs, old Word, RTF.
_BINARY = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"{\\rtf",
)  # fmt: skip
# What pages call an encoding, and the one they are written in (WHATWG Encoding Standard).
_MEANT = {"shift_jis": "cp932", "euc_kr": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
# Mails and old pages change their letters by escapes, all in bytes of ASCII: no other text has these.
_ESCAPED = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b\$\([OPQ]"), "iso2022_jp_2004"),
    (re.compile(rb"\x1b\(I"), "iso2022_jp_ext"),
    (re.compile(rb"\x1b\$(?:[@AB]|\([CD])"), "iso2022_jp_2"),
)
_GUESSED = ("cp932", "euc_jp", "cp949", "gb18030", "big5", "cp1252", "cp1251")
_NAMES = {
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "iso2022_jp": "ISO-2022-JP",
    "iso2022_jp_2": "ISO-2022-JP",
    "iso2022_jp_2004": "ISO-2022-JP",
    "iso2022_jp_ext": "ISO-2022-JP",
    "iso2022_kr": "ISO-2022-KR",
}
"""What people call the old encodings that are met most."""
_WESTERN = ("cp1252", "cp1251")
# A day or a month in ideographs or Hangul: no other encoding makes these letters of its bytes.
_DATED = re.compile(r"\d ?[年년] ?\d{1,2} ?[月월]")
_SAMPLE = 200_000
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_USUAL_IN_KOREAN = frozenset("이다는의을에가하고은지한를기로사도인서자대해리어정일시나그아")
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `encoding` is what people call the encoding, as "Shift_JIS", and "" for Unicode."""

    text: str
    encoding: str = ""


def decode(content: bytes, *, is_html: bool = False, guess: bool = False) -> Decoded:
    """Return the text of a file with the encoding that it was taken for.

    UTF-8, and UTF-16 with its mark or plainly so, are told by themselves; an HTML page may declare its encoding;
    Japanese and Korean encodings are told by their escapes or their scripts. Only with `guess`, where a person sees
    the letters before anything is stored, the likeliest of the other old encodings is taken. CannotExtract names the
    line for the rest.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strict(content, encoding))
    if content.startswith(_BINARY):
        raise CannotExtract(Reason.NOT_TEXT)
    unmarked = _unmarked_utf16(content)
    if unmarked:
        return Decoded(_strict(content, unmarked))
    for escapes, encoding in _ESCAPED:
        if escapes.search(content):
            return Decoded(_strict(content, encoding), _name_of(encoding))
    if _is_binary(content):
        raise CannotExtract(Reason.NOT_TEXT, _line_of_first(content, _CONTROL))
    declared = _declared(content) if is_html else ""
    if declared:
        return Decoded(_strict(content, declared), _name_of(declared))
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        encoding = _told_by_letters(content) or (_guessed(content) if guess else "")
        if not encoding:
            raise _unknown(content, error) from error
        return Decoded(content.decode(encoding), _name_of(encoding))


def _name_of(encoding: str) -> str:
    """Return what people call an encoding; "" for Unicode, which needs no word."""
    return "" if encoding.startswith(("utf-8", "utf_8")) else _NAMES.get(encoding, encoding.replace("_", "-").upper())


def _unknown(content: bytes, error: UnicodeDecodeError) -> CannotExtract:
    return CannotExtract(Reason.UNKNOWN_ENCODING, content.count(b"\n", 0, error.start) + 1)


def _line_of_first(content: bytes, bytes_of_no_text: frozenset[int]) -> int:
    at = next(at for at, byte in enumerate(content) if byte in bytes_of_no_text)
    return content.count(b"\n", 0, at) + 1


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(content, error) from error
    except LookupError as error:
        raise CannotExtract(Reason.UNKNOWN_ENCODING) from error


def _unmarked_utf16(content: bytes) -> str:
    """Return the encoding if every second byte of the line ends and spaces is zero, as in UTF-16 without its mark."""
    little = content.count(b" \x00") + content.count(b"\n\x00")
    big = content.count(b"\x00 ") + content.count(b"\x00\n")
    if len(content) % 2 or b"\x00" not in content or not little + big:
        return ""
    encoding = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return encoding if all(char.isprintable() or char.isspace() for char in text) else ""


def _is_binary(content: bytes) -> bool:
    """Whether it holds a NUL, or so many control characters that it is no text in any encoding."""
    sample = content[:65536]
    return b"\x00" in content or sum(byte in _CONTROL for byte in sample) * 50 > len(sample)


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:4096])
    if not found:
        return ""
    try:
        # Names that begin with x- are those of before there was a list: x-sjis, x-euc-jp.
        name = codecs.lookup(found[1].decode("ascii").lower().removeprefix("x-")).name
    except LookupError:
        return ""
    # A page that can be read as ASCII up to its declaration is no UTF-16, whatever it says.
    return "utf-8" if name.startswith("utf-16") else _MEANT.get(name, name)


def _decoded_as(content: bytes, encodings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each encoding that all the bytes are of, with its text."""
    for encoding in encodings:
        try:
            yield encoding, content.decode(encoding)
        except UnicodeDecodeError:
            continue


def _told_by_letters(content: bytes) -> str:
    """Return the one encoding of Japan or Korea in which the letters are those of its language; "" for none."""
    texts = _decoded_as(content, ("cp932", "euc_jp", "cp949"))
    plausible = [encoding for encoding, text in texts if _is_plausible(encoding, text)]
    return plausible[0] if len(plausible) == 1 else ""


def _guessed(content: bytes) -> str:
    """Return the old encoding that dates or the look of the letters make the likeliest; "" for none."""
    for encoding, text in _decoded_as(content, _GUESSED):
        if encoding not in _WESTERN and _DATED.search(text):
            return encoding
    # Loaded by the first file that needs it: it takes longer to load than a table takes to read.
    from charset_normalizer import from_bytes

    # Its own sample is a few pieces of the file; the letters beyond ASCII are what tells, so it gets their lines.
    telling = b"\n".join(line for line in content.splitlines() if not line.isascii())[:_SAMPLE]
    best = from_bytes(telling, cp_isolation=list(_GUESSED)).best()
    return next((encoding for encoding, _text in _decoded_as(content, [best.encoding] if best else [])), "")


def _is_plausible(encoding: str, text: str) -> bool:
    """Whether the letters beyond ASCII are those of the language that the encoding was made for."""
    text = "".join(islice((char for char in text if ord(char) > 127), _SAMPLE))
    kinds = [unicodedata.name(char, "").split(" ")[0] for char in text]
    if not kinds:
        return False
    share = {kind: kinds.count(kind) / len(kinds) for kind in ("HIRAGANA", "KATAKANA", "HALFWIDTH", "HANGUL")}
    jamo = sum("\u3130" <= char <= "\u318f" for char in text) / len(kinds)
    if encoding == "cp949":
        # The bytes of Chinese make Hangul of any kind; of what is Korean a large part are a few syllables.
        hangul = [char for char in text if "가" <= char <= "힣"]
        usual = sum(char in _USUAL_IN_KOREAN for char in hangul)
        return share["HANGUL"] > 0.5 and jamo < 0.02 and usual > 0.1 * len(hangul)
    return share["HIRAGANA"] + share["KATAKANA"] > 0.2 and share["HALFWIDTH"] < 0.05
