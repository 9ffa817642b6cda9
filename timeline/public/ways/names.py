"""All names of a kind that a chronology has, the most frequent first: what the closed fields of filters cannot hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from timeline.dates.detection import language_of
from timeline.public.filters import LONGEST_SOURCE, Filters, read
from timeline.public.items import named, native
from timeline.public.links import Links
from timeline.public.offered import NOUNS
from timeline.public.reading import Narrowed
from timeline.public.ways.finding import lost_here
from timeline.records import tallies
from timeline.records.models import Chronology, Told
from timeline.web.asked import key_in
from timeline.web.languages import in_latin_letters
from timeline.web.marks import language

MOST = 200
"""Names on a page."""
HEADINGS: dict[str, Promise] = {
    "theme": lazy("All themes"),
    "actor": lazy("All people and bodies"),
    "place": lazy("All places"),
    "source": lazy("All publishers"),
}


@dataclass(frozen=True)
class Name:
    """One name: its language where it is not the page's, its own script, how many events have it, and their list."""

    text: str
    foreign: str
    native: Told | None
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class Names(Narrowed):
    """Everything that templates/public/names.html shows."""

    heading: Promise
    filters: Filters
    links: Links
    names: list[Name]
    more: int
    more_href: str
    beginning_href: str
    """Where the list begins, where this page does not show that."""
    problems: list[str]


def read_names(chronology: Chronology, kind: str, query: QueryDict, *, preview: bool) -> Names:
    """Read one page of all names of a kind from its address."""
    filters = read(query, chronology, language(), preview=preview)
    links = replace(Links.of(chronology, preview=preview, query=filters.query, page="public:names"), args=(kind,))
    audiences = (True, False) if preview else (True,)
    begun = _begun(chronology, kind, query.get("after", ""), audiences)
    if begun:
        counts, following = tallies.frequent_after(chronology.pk, kind, begun, audiences, MOST)
    else:
        found, all_of = tallies.ranked(chronology.pk, (kind,), audiences, MOST)
        counts, following = found[kind], all_of[kind]
    more = max(following - len(counts), 0)
    return Names(
        heading=HEADINGS[kind], filters=filters, links=links,
        names=_of_sources(counts, links) if kind == "source" else _of_nouns(kind, counts, links), more=more,
        more_href=links.to(after=list(counts)[-1]) if more else "", beginning_href=links.to() if begun else "",
        problems=[one.error for one in filters.wrong] + ([lost_here()] if "after" in query and not begun else []),
    )  # fmt: skip


def _begun(chronology: Chronology, kind: str, typed: str, audiences: Sequence[bool]) -> str:
    """Return the value after which an address goes on; "" for the beginning, or one that is not here."""
    # PostgreSQL takes no NUL in a text.
    value = typed.replace("\x00", "")[:LONGEST_SOURCE] if kind == "source" else str(key_in(typed) or "")
    return value if value and tallies.whole(chronology.pk, f"{kind}:{value}", audiences) else ""


def _of_nouns(kind: str, counts: Mapping[str, int], links: Links) -> list[Name]:
    nouns = NOUNS[kind].objects.in_bulk([int(key) for key in counts])
    return [
        Name(*named(noun), native(noun), count, _list_of(kind, noun.name, links), links.query.get(kind) == noun.name)
        for key, count in counts.items()
        if (noun := nouns.get(int(key)))
    ]


def _of_sources(counts: Mapping[str, int], links: Links) -> list[Name]:
    # Those of many sources come together here: letters alone tell their language, and Latin ones do not.
    codes = {name: "" if in_latin_letters(name) else language_of(name) for name in counts}
    return [
        Name(name, codes[name] if codes[name] != language() else "", None, count, _list_of("source", name, links),
             links.query.get("source") == name)
        for name, count in counts.items()
    ]  # fmt: skip


def _list_of(kind: str, name: str, links: Links) -> str:
    """Return the list of the events that have a name, with the other filters kept."""
    return replace(links, page="public:timeline", args=()).to("events", **{kind: name})
