"""Why a search found an event, where what a list shows of it does not say so: names, sources, other languages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from timeline.dates.detection import language_of
from timeline.public.card import passage, quotation
from timeline.public.highlight import holds, marked
from timeline.public.items import Item, lang_of, named
from timeline.records.models import Actor, Citation, Participation, Place, Subject, Theme
from timeline.records.models.names import NAME_FIELDS
from timeline.records.words import Wanted, wanted
from timeline.web import joining
from timeline.web.asked import search_in
from timeline.web.languages import lang_attribute

Noun = Actor | Theme | Place
MOST = 3
"""Places that are named; each word is found in one of them, and hardly anybody types more."""
FOUND: dict[bool, Promise] = {False: lazy("Found in: %(names)s"), True: lazy("Found in the source: %(names)s")}
"""What stands before the places that hold words: before names and other wordings, before sources."""


class _Held(NamedTuple):
    """A text that an event is found by: whether a source's, and how it is written with words marked."""

    text: str
    is_of_source: bool
    write: Callable[[str], str]


def on_card(item: Item, words: str) -> list[str]:
    """Return what a card shows with the words of a search marked."""
    quoted = passage(item.chosen, words) if item.chosen else ""
    return [item.headline, item.wording.summary if item.wording else "", item.place[0], quoted]


def why_found(items: Sequence[Item], words: str, shown: Callable[[Item, str], Iterable[str]]) -> dict[int, SafeString]:
    """Return by event where the words stand of which what is `shown` holds none marked, as HTML; two queries.

    None of what shows every word by itself.
    """
    asked = [(word, term) for word in search_in(words).words for term in wanted([word])]
    unseen = {item.entry.event_id: _unseen(asked, shown(item, words)) for item in items} if asked else {}
    missing = [item for item in items if unseen.get(item.entry.event_id)]
    if not missing:
        return {}
    nouns = _nouns_of([item.entry.event_id for item in missing])
    lines = {
        event: _line(_texts(one, nouns[event]), unseen[event]) for one in missing for event in [one.entry.event_id]
    }
    return {event: line for event, line in lines.items() if line}


def _unseen(asked: Sequence[tuple[str, Wanted]], shown: Iterable[str]) -> list[tuple[str, Wanted]]:
    texts = list(shown)
    return [(word, term) for word, term in asked if not any(holds(text, term) for text in texts)]


def _nouns_of(events: Sequence[int]) -> Mapping[int, list[Noun]]:
    """Return by event who took part in it, and its themes."""
    found: defaultdict[int, list[Noun]] = defaultdict(list)
    for one in Participation.objects.filter(event__in=events).select_related("actor").order_by("pk"):
        found[one.event_id].append(one.actor)
    for subject in Subject.objects.filter(event__in=events).select_related("theme").order_by("pk"):
        found[subject.event_id].append(subject.theme)
    return found


def _line(texts: Iterable[_Held], left: Sequence[tuple[str, Wanted]]) -> SafeString:
    """Return the first places that hold the words that are left, each word in one of them."""
    told: dict[bool, list[str]] = {False: [], True: []}
    for one in texts:
        here = [(word, term) for word, term in left if holds(one.text, term)]
        if here:
            told[one.is_of_source].append(one.write(" ".join(word for word, _term in here)))
            left = [pair for pair in left if pair not in here]
        if not left or sum(map(len, told.values())) == MOST:
            break
    said = [FOUND[kind] % {"names": joining.things_listed(some)} for kind, some in told.items() if some]
    # Its text went through `escape` where it was written.
    return mark_safe(" · ".join(said))  # noqa: S308


def _texts(item: Item, nouns: Sequence[Noun]) -> Iterator[_Held]:
    """Yield what an event is found by beside what every list shows: the names first, then the sources."""
    place = item.entry.event.place
    for noun in [*nouns, *([place] if place else [])]:
        for text, code in _names(noun).items():
            yield _Held(text, False, partial(_noun, noun, text, code))
    for wording in item.wordings:
        for text in (wording.headline, wording.summary):
            yield _Held(text, False, partial(_told, text, wording.language))
    yield _Held(item.entry.event.words, False, partial(_quoted, item.entry.event.words, item.words_language))
    for citation in item.citations:
        source = citation.source
        for name in (source.publisher, source.title):
            yield _Held(name, True, partial(_cited, citation, name))
        yield _Held(citation.exact, True, partial(_passage, citation))
        yield _Held(citation.words, True, partial(_quoted, citation.words, citation.language or source.language))


def _names(noun: Noun) -> dict[str, str]:
    """Return the names of a noun with the language of each, that of the page first."""
    own, foreign = named(noun)
    codes = {getattr(noun, field): code for code, field in NAME_FIELDS.items()}
    names = {own: foreign, **{name: code for name, code in codes.items() if name != own}}
    names.setdefault(noun.name_native, language_of(noun.name_native) if noun.name_native else "")
    return {name: code for name, code in names.items() if name}


def _noun(noun: Noun, text: str, code: str, words: str) -> str:
    own, foreign = named(noun)
    if text == own:
        return _told(text, foreign, words)
    both = pgettext("a name, and the same in another language", "%(name)s (%(other)s)")
    return both % {"name": _told(own, foreign, words), "other": _told(text, code, words)}


def _told(text: str, code: str, words: str) -> str:
    return f"<span{lang_attribute(code)}>{marked(text, words)}</span>"


def _quoted(text: str, code: str, words: str) -> str:
    return joining.quoted(_told(text, code, words))


def _cited(citation: Citation, name: str, words: str) -> str:
    return f"<cite{lang_of(citation.source, name)}>{marked(name, words)}</cite>"


def _passage(citation: Citation, words: str) -> str:
    name = citation.source.publisher or citation.source.title
    return f"<cite{lang_of(citation.source, name)}>{escape(name)}</cite> {quotation(citation, words)}"
