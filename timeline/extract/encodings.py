"""Bytes to text: marked, declared, or told without guessing; else refused."""

import codecs
import re
import unicodedata

from timeline.extract.refusals import CannotExtract, Reason

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# PDF, ZIP (Word), PNG, JPEG, GIF, gzip, programs, old Word, RTF.
_BINARY = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"{\\rtf",
)  # fmt: skip
# What pages call an encoding, and the one they are written in (WHATWG Encoding Standard).
_MEANT = {"shift_jis": "cp932", "euc_kr": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_USUAL_IN_KOREAN = frozenset("이다는의을에가하고은지한를기로사도인서자대해리어정일시나그아")
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


def decode(content: bytes, *, is_html: bool = False) -> str:
    """Return the text of a file.

    UTF-8, and UTF-16 with its mark or plainly so, are told by themselves; an HTML page may declare its encoding;
    Japanese and Korean encodings are told by their scripts. CannotExtract for anything else: no guess is made.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    if content.startswith(_BINARY):
        raise CannotExtract(Reason.NOT_TEXT)
    unmarked = _unmarked_utf16(content)
    if unmarked:
        return _strict(content, unmarked)
    if _is_binary(content):
        raise CannotExtract(Reason.NOT_TEXT)
    declared = _declared(content) if is_html else ""
    if declared:
        return _strict(content, declared)
    return _told_by_itself(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
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
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    # A page that can be read as ASCII up to its declaration is no UTF-16, whatever it says.
    return "utf-8" if name.startswith("utf-16") else _MEANT.get(name, name)


def _told_by_itself(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    texts = []
    for encoding in ("cp932", "euc_jp", "euc_kr"):
        try:
            texts.append((encoding, content.decode(encoding)))
        except UnicodeDecodeError:
            continue
    plausible = [text for encoding, text in texts if _is_plausible(encoding, text)]
    if len(plausible) != 1:
        raise CannotExtract(Reason.UNKNOWN_ENCODING)
    return plausible[0]


def _is_plausible(encoding: str, text: str) -> bool:
    """Whether the letters beyond ASCII are those of the language that the encoding was made for."""
    kinds = [unicodedata.name(char, "").split(" ")[0] for char in text if ord(char) > 127]
    if not kinds:
        return False
    share = {kind: kinds.count(kind) / len(kinds) for kind in ("HIRAGANA", "KATAKANA", "HALFWIDTH", "HANGUL")}
    jamo = sum("\u3130" <= char <= "\u318f" for char in text) / len(kinds)
    if encoding == "euc_kr":
        # The bytes of Chinese make Hangul of any kind; of what is Korean a large part are a few syllables.
        hangul = [char for char in text if "가" <= char <= "힣"]
        usual = sum(char in _USUAL_IN_KOREAN for char in hangul)
        return share["HANGUL"] > 0.5 and jamo < 0.02 and usual > 0.1 * len(hangul)
    return share["HIRAGANA"] + share["KATAKANA"] > 0.2 and share["HALFWIDTH"] < 0.05
