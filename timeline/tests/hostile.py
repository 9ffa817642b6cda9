"""Strings that are made to be slow for one pattern: each of its parts again and again, behind what stands before it."""

import importlib
import inspect
import pkgutil
import re
import signal
from itertools import islice, product
from pathlib import Path
from re import _constants as of
from re import _parser as parser

REPEATS = (of.MAX_REPEAT, of.MIN_REPEAT, of.POSSESSIVE_REPEAT)
SAMPLE = "a 1\n.,-<>\"'年(あ가"
OF_CATEGORY = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda sign: sign.isalnum() or sign == "_",
}
END = "\0"
USUAL = (" ", "a", "1", "\n", "1月")
MOST_PIECES = 24
WIDE = 60
"""A pattern that matches fewer letters has nothing to go back over."""


# A function that compiles one pattern, when it is first asked for it.
COMPILES_LATE = inspect.Signature(return_annotation="re.Pattern[str]")


def patterns_of(package):
    """Yield the name and the pattern of every compiled pattern that a module of a package holds, however deep."""
    seen = set()
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not re.search(r"\.(tests|migrations|management)(\.|$)|__main__|examples", module.name):
            held = importlib.import_module(module.name)
            for name, value in list(vars(held).items()):
                for where, pattern in _within(f"{module.name}.{name}", value, 4):
                    if (key := (pattern.pattern, pattern.flags)) not in seen:
                        seen.add(key)
                        yield where, pattern


def is_searched_for(name):
    """Whether a pattern is looked for anywhere in a text: its module uses it in another way than to match a place."""
    module, _dot, variable = name.rpartition(".")
    if not variable.isidentifier():
        return True
    source = Path(importlib.import_module(module).__file__).read_text(encoding="utf-8")
    uses = re.findall(rf"(?<![\w.]){variable}\b(?! = )(\.\w+)?", source)
    return not uses or bool(set(uses) - {".match", ".fullmatch"})


def _within(name, value, depth):
    if isinstance(value, re.Pattern):
        yield name, value
    elif hasattr(value, "cache_info") and inspect.signature(value) == COMPILES_LATE:
        yield f"{name}()", value()
    elif depth and isinstance(value, dict):
        for key, one in value.items():
            yield from _within(f"{name}[{key!r}]", one, depth - 1)
            yield from _within(f"{name} key", key, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for at, one in enumerate(value):
            yield from _within(f"{name}[{at}]", one, depth - 1)


def pieces(pattern):
    """Yield (what stands before, what is repeated) for each repetition of a pattern, and each beginning repeated."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    if tree.getwidth()[1] < WIDE:
        return
    found = dict.fromkeys(islice(_pieces(tree), 400))
    repeated = list(dict.fromkeys(piece for _before, piece in found))
    pairs = [("", one + other) for one, other in product(repeated[:3], repeat=2) if one != other]
    yield from [*islice(found, MOST_PIECES), *pairs, *(("", piece) for piece in USUAL)]


def hostile(pattern, size):
    """Yield strings of about `size` letters that are made to be slow for a pattern."""
    for before, piece in pieces(pattern):
        text = before + piece * (size // len(piece)) + END
        yield text.encode() if isinstance(pattern.pattern, bytes) else text


def _pieces(tree, before=("",)):
    before = list(before)
    for kind, value in tree:
        if kind in REPEATS:
            if value[1] > 20:
                yield from ((begin, piece) for begin in before[:2] for piece in _texts(value[2]) if piece)
            yield from _pieces(value[2], before[:2])
        for inner in _inner(kind, value):
            yield from _pieces(inner, before[:2])
        before = [begin + more for begin in before for more in _of(kind, value)[:2] or [""]][:3]
        yield from (("", begin) for begin in before[:2] if begin)


def _inner(kind, value):
    if kind is of.SUBPATTERN:
        return [value[3]]
    if kind is of.ATOMIC_GROUP:
        return [value]
    if kind in (of.ASSERT, of.ASSERT_NOT):
        return [value[1]]
    return value[1] if kind is of.BRANCH else []


def _texts(tree):
    """Return a few texts that a parsed pattern matches, or nearly."""
    texts = [""]
    for kind, value in tree:
        texts = [text + more for text in texts for more in _of(kind, value)[:3] or [""]][:6]
    return texts


def _of(kind, value):
    if kind is of.LITERAL:
        return [chr(value)]
    if kind is of.NOT_LITERAL:
        return [sign for sign in SAMPLE if ord(sign) != value][:2]
    if kind is of.ANY:
        return ["a", " "]
    if kind is of.IN:
        return [sign for sign in _candidates(value) if _is_in(sign, value)][:3]
    if kind in REPEATS:
        least = max(value[0], 1) if value[1] else 0
        return [text * least for text in _texts(value[2])] + [""] * (value[0] == 0)
    if kind in (of.ASSERT, of.ASSERT_NOT):
        return [""]
    return [text for inner in _inner(kind, value) for text in _texts(inner)[:2]][:8]


def _candidates(ranges):
    ends = [
        chr(value[0]) if kind is of.RANGE else chr(value) for kind, value in ranges if kind in (of.RANGE, of.LITERAL)
    ]
    return [*ends, *SAMPLE]


def _is_in(sign, ranges):
    inside = any(_holds(sign, kind, value) for kind, value in ranges)
    return inside != (ranges[0][0] is of.NEGATE)


def _holds(sign, kind, value):
    if kind is of.LITERAL:
        return ord(sign) == value
    if kind is of.RANGE:
        return value[0] <= ord(sign) <= value[1]
    if kind is of.CATEGORY:
        name = str(value).replace("_NOT_", "_")
        return OF_CATEGORY[name](sign) != ("_NOT_" in str(value))
    return False


def try_all(package, bounds, size, seconds, note):
    """Let each pattern of a package find its hostile strings; the system ends the process at one that takes too long.

    `bounds`: the most letters that the patterns of a module ever meet; `note`: a file that names the one being tried.
    Returns how many strings were tried.
    """
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    django.setup()
    tried = 0
    for name, pattern in patterns_of(package):
        longest = next((most for module, most in bounds.items() if name.startswith(module)), size)
        tried += try_one(name, pattern, is_searched_for(name), longest, seconds, note)
    return tried


def try_one(name, pattern, is_searched, size, seconds, note):
    """Let one pattern find its hostile strings, and return how many there are."""
    tried = 0
    for text in hostile(pattern, size):
        Path(note).write_text(f"{name} on {text[:80]!r}", encoding="utf-8")
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        if is_searched:
            for _found in pattern.finditer(text):
                pass
        pattern.match(text)
        pattern.fullmatch(text)
        tried += 1
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return tried
