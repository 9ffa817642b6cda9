"""Fractional keys: text that sorts between two others, so that moving one entry writes one row.

Keys are small letters only, since databases agree on their order whatever the collation, and none ends in "a",
so that there is always room before it.
"""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
BASE = len(LETTERS)
LONGEST = 60
"""Most letters that the column holds; `between` may exceed it, then the whole group is spread anew."""


def between(lower: str, upper: str) -> str:
    """Return a key after `lower` and before `upper`; "" leaves a side open. ValueError if there is no room."""
    if _ill_formed(lower) or _ill_formed(upper) or (upper and lower >= upper):
        raise ValueError(f"no key between {lower!r} and {upper!r}")
    key = ""
    bounded = bool(upper)
    while True:
        low = LETTERS.index(lower[len(key)]) if len(key) < len(lower) else 0
        high = LETTERS.index(upper[len(key)]) if bounded else BASE
        middle = (low + high) // 2
        if middle > low:
            return key + LETTERS[middle]
        key += LETTERS[low]
        bounded = bounded and low == high


def spread(count: int) -> list[str]:
    """Return `count` keys in order, evenly apart and as short as that allows."""
    width = 1
    while BASE**width <= count:
        width += 1
    return [_letters((place + 1) * BASE**width // (count + 1), width) for place in range(count)]


def _letters(number: int, width: int) -> str:
    digits = []
    for _place in range(width):
        number, digit = divmod(number, BASE)
        digits.append(LETTERS[digit])
    return "".join(reversed(digits)).rstrip("a")


def _ill_formed(key: str) -> bool:
    return key.endswith("a") or not set(key) <= set(LETTERS)
