"""Signs that turn the direction of writing, in what is written on one line. No Django: workers use it."""

_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_SIGNS = frozenset([*_CLOSED_BY, *_CLOSED_BY.values()])


def straight(text: str) -> str:
    """Return a line without the signs that turn figures and letters round, and those that nothing opens or closes.

    What Arabic and Hebrew need stays: pairs that set a part apart, and the marks that show nothing (U+200E, U+200F).
    """
    if _SIGNS.isdisjoint(text):
        return text
    kept, opened = list(text), []
    for at, sign in enumerate(text):
        if sign in _CLOSED_BY:
            opened.append(at)
        elif sign in _SIGNS and opened and _CLOSED_BY[text[opened[-1]]] == sign:
            if text[opened[-1]] in _OVERRIDES:
                kept[opened[-1]] = kept[at] = ""
            opened.pop()
        elif sign in _SIGNS:
            kept[at] = ""
    for at in opened:
        kept[at] = ""
    return "".join(kept)
