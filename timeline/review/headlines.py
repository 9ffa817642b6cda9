"""A first headline for an event, from the sentence it is told in; a person makes it good."""

import re

LONGEST = 110
_QUOTES = '“”"‘’「」『』 '
_BEFORE_DATE = re.compile(r"[\s,]*\b(?:on|in|since|until|by|from|during)\s*$", re.IGNORECASE)


def suggest(before: str, words: str, after: str) -> str:
    """Return the sentence without its date phrase, its quotation marks and its full stop, cut at a word."""
    ascii_only = before.isascii() or " " in before
    left = _BEFORE_DATE.sub("", before) if ascii_only else before
    right = after
    if left != before or not right[:1].isalpha():
        sentence = f"{left} {right}" if right[:1].isalnum() else f"{left}{right}"
    else:
        sentence = f"{before}{words}{after}"
    plain = re.sub(r"\s+", " ", sentence).strip(_QUOTES).rstrip(".。").strip(_QUOTES + ",、")
    plain = re.sub(r"\s+([,.;:!?])", r"\1", plain)
    return _cut(plain[:1].upper() + plain[1:])


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    short = text[: LONGEST - 1]
    at = short.rfind(" ")
    return (short[:at] if at > LONGEST // 2 else short).rstrip(",;: ") + "…"
