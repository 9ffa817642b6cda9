"""What nobody would type, at every address of the public room: odd queries, parts, ends, heads and methods."""

from typing import Any, NamedTuple

from pages.ways import OTHER, SLUG

WORDS = {
    "10 kB of words": {"q": "missile " * 1250},
    "10 kB of one word": {"q": "x" * 10_000},
    "10 kB of kanji": {"q": "拉" * 3300},
    "wildcards": {"q": "* % _ ? " * 200},
    "beginnings of words": {"q": " ".join("abcdefghijklmnopqrst")},
    "the most frequent words": {"q": "the of in and to a is was"},
    "the index's own words": {"q": '"a NEAR/9 b" OR NOT (terms: a) ^ :* & | !'},
    "one letter": {"q": "e"},
    "all years and a word": {"from": "0001", "to": "9999", "q": "ferry"},
}
TIMES = {
    "year 0": {"from": "0", "to": "0000", "at": "0", "day": "0", "on": "0", "lag": "0"},
    "year 99999": {"from": "99999", "to": "-99999", "at": "99999", "day": "99999", "on": "99999"},
    "far years": {"from": "Y170000002", "to": "Y-170000002", "at": "-99999999999", "day": "9999-12-31"},
    "crossed ranges": {"from": "2010", "to": "1950"},
    "figures of other scripts": {"from": "٢٠٠٢", "to": "２００３", "at": "೨೦೦೨", "day": "٢٠٠٢-٠١-٠١", "after": "१"},
    "eras": {"eras": "juche", "from": "令和99年", "to": "平成0年", "at": "H14"},
}
VALUES = {
    "absurd keys": {"after": "9" * 5000, "before": "-1", "page": "1e9", "around": "x", "eras": "x" * 5000},
    "keys that are none": {"after": "0", "before": "00", "page": "0x1", "with": "-"},
    "everything unknown": dict.fromkeys(
        ("theme", "actor", "place", "lane", "source", "exactness", "order", "with", "eras", "bare", "lag"), "😀"
    ),
    "signs that are none": dict.fromkeys(
        ("q", "theme", "from", "at", "after", "day", "with", "eras"), "\x00\x1f\u202e"
    ),
    "with itself": {"with": SLUG},
    "with another": {"with": OTHER, "from": "-99999"},
    "everything at once": {
        "q": "the", "theme": "diplomacy", "exactness": "day", "from": "1950", "to": "2024", "all": "1",
        "order": "latest",
    },
}  # fmt: skip
QUERIES: dict[str, dict[str, str]] = {"nothing": {}, **WORDS, **TIMES, **VALUES}
CROWDS = {"1,500 fields": "f=1&" * 1500, "one field 1,500 times": "q=a&" * 1500, "signs between": ";&=&;=;&" * 100}
HALF = "q=%E5%B9&theme=%ED%A0%80&lane=%00&from=%ED%B0%80&after=%FF&day=%C0%80&with=%F5&eras=%00"
"""Half a letter, half a pair, a letter too long."""
HEADS: dict[str, dict[str, str]] = {
    "10 kB of copies": {"HTTP_IF_NONE_MATCH": ", ".join(f'W/"{number:032x}"' for number in range(280))},
    "a copy without end": {"HTTP_IF_NONE_MATCH": 'W/"' + "9" * 10_000},
    "days that are none": {"HTTP_IF_MODIFIED_SINCE": "Thu, 99 Foo 99999 99:99:99 GMT", "HTTP_IF_UNMODIFIED_SINCE": "x"},
    "ranges": {"HTTP_RANGE": "bytes=" + ",".join("0-" for _time in range(3000)), "HTTP_IF_RANGE": '"x"'},
    "languages": {"HTTP_ACCEPT_LANGUAGE": ",".join(f"{'x' * 8}-{number};q=0.{number}" for number in range(900))},
    "a language without end": {"HTTP_ACCEPT_LANGUAGE": "a-" * 5000},
    "codings": {"HTTP_ACCEPT_ENCODING": "br;q=0, gzip;q=99, *;q=-1, " + "br;q=x," * 1000},
    "cookies": {"HTTP_COOKIE": "; ".join(f"c{number}=%00{number}" for number in range(800))},
    "a session that is none": {"HTTP_COOKIE": f"sessionid={'x' * 4000}; messages=x; csrftoken={'%' * 100}"},
    "no such kind": {"HTTP_ACCEPT": "*/*;q=x," * 1000, "CONTENT_TYPE": "text/html; charset=none"},
    "parts by htmx": {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "x" * 5000, "HTTP_HX_CURRENT_URL": "javascript:1"},
}
METHODS = ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW")
HALVES = ("", "/ja", "/ko", "/ja/ko", "/en", "/JA", "/ja-JP")
JUNK = ("x", "/", "%00", "..%2f", "%ED%A0%80", "%F0%9F%98%80/", "-1/", "٣/", "'/", ";x=1", "." * 5000)
ODD_PARTS: dict[str, tuple[str, ...]] = {
    "slug": ("no-such", "x" * 5000, "-", SLUG.upper()),
    "year": ("0000", "0001", "9999", "99999", "-0001", "-9999", "٢٠٠٢", "1e3"),
    "decade": ("0000s", "9990s", "1955s", "-0010s", "99990s"),
    "month": ("00", "13", "1", "99"),
    "pk": ("0", "00", "-1", "9" * 20, "9" * 5000, "1.0", "٣"),
    "version": ("0", "9" * 20, "99999", "-1"),
    "number": ("0", "1", "99999", "9" * 20),
    "way": ("json", "ris", "bib", "exe", "JSON"),
    "day": ("0001-01-01", "9999-12-31", "2024-02-30", "today", "9" * 5000),
}
"""What stands in a part of an address that is no such part, or names nothing, or lies far away."""


class Asked(NamedTuple):
    """What is asked for: the path as it is written, the query, and what else the request says."""

    path: str
    query: dict[str, str] | str = {}
    heads: dict[str, str] = {}
    method: str = "GET"


def hostile() -> dict[str, list[Asked]]:
    """Return what is asked for, by what is odd about it; inside an installation with both samples."""
    parts = _parts()
    pages = [_written(route, parts) for route in _routes()]
    found = {f"query: {name}": [Asked(page, query) for page in pages] for name, query in QUERIES.items()}
    found |= {f"query: {name}": [Asked(page, query) for page in pages] for name, query in CROWDS.items()}
    found["query: half letters"] = [Asked(page, HALF) for page in pages]
    found |= {f"heads: {name}": [Asked(page, {}, heads) for page in pages] for name, heads in HEADS.items()}
    found |= {f"method: {method}": [Asked(page, {}, {}, method) for page in pages] for method in METHODS}
    found |= {f"before it: {before}": [Asked(before + page) for page in pages] for before in HALVES}
    found |= {f"behind it: {junk[:20]}": [Asked(page + junk) for page in pages] for junk in JUNK}
    for name, odd in ODD_PARTS.items():
        routes = [route for route in _routes() if f":{name}>" in route]
        found[f"part: {name}"] = [Asked(_written(route, parts | {name: one})) for route in routes for one in odd]
    return found


def _routes() -> list[str]:
    """Return every address of the public room, as it is written there."""
    from timeline.public.urls import urlpatterns

    return [str(pattern.pattern) for pattern in urlpatterns]


def _written(route: str, parts: dict[str, str]) -> str:
    """Return an address with its parts; one that has a part unknown here is a fault of this file."""
    pieces = route.split("<")
    filled = [parts[piece.split(">")[0].split(":")[-1]] + piece.split(">")[1] for piece in pieces[1:]]
    return "/" + pieces[0] + "".join(filled)


def _parts() -> dict[str, Any]:
    """Return what stands in the parts: the first event of the sample, a year that has events, this day."""
    from django.utils import timezone

    from timeline.records.models import Event, Listing

    listed = Listing.objects.filter(chronology__slug=SLUG, is_public=True, year__isnull=False).order_by("sort_key")
    first = listed[listed.count() // 2]
    assert first.year is not None
    return {
        "slug": SLUG, "year": f"{first.year:04}", "month": "05", "decade": f"{first.year // 10}0s",
        "pk": str(first.event_id), "version": str(Event.objects.get(pk=first.event_id).version), "number": "0",
        "way": "json", "day": timezone.localdate().isoformat(),
    }  # fmt: skip
