"""The HTML of an event in a list: ready strings, joined, in a fraction of the time that a template takes.

Everything that somebody has written goes through `escape` here; what is only ours does not need to. What is said on
every card is translated once a language (`Said`).
"""

import unicodedata
from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from timeline.dates import FuzzyDate
from timeline.dates.wording import in_short, in_words
from timeline.public.eras import beside_date
from timeline.public.highlight import marked, spans
from timeline.public.items import Item, lang_of
from timeline.public.links import event_address
from timeline.public.said import Said, said
from timeline.records.models import Citation, Source
from timeline.web import joining
from timeline.web.languages import in_own_language
from timeline.web.marks import (
    Mark,
    day_with_weekday,
    day_words,
    days_without_year,
    duration_words,
    mark_shape,
    weekday_of,
    window_days,
    window_phrase,
)
from timeline.web.templatetags.dates import edtf_in_words

LONGEST_QUOTATION = 220
BEFORE_FOUND = 60
"""Letters of a quotation before the first word that was searched for, where the beginning is left out."""
HIDDEN = ' aria-hidden="true"'
Pieces = list[str | int]
"""HTML; in the place of a number on the page stands the key of its source."""


def card(item: Item, say: Said, words: str = "", why_found: str = "") -> Pieces:
    """Return an event of a list, the words of a search marked; `why_found` says where words stand that it hides."""
    style = f" l-{escape(item.style)}" if item.style else ""
    return [
        f'<li class="event{style}" id="e{item.entry.event_id}">\n{_headline(item, words)}\n{_when(item, say)}\n'
        f"{_summary(item, words)}\n{_meta(item, say, words, why_found)}\n",
        *_source(item, say, words),
        f'\n<details class="why"><summary>{say.why}</summary>\n{why(item, say)}\n</details>\n</li>\n',
    ]


def join(pieces: Pieces, numbers: dict[int, int]) -> SafeString:
    """Return a card with the numbers that its sources have on the page."""
    # Its text went through `escape` where it was made.
    return mark_safe("".join(str(numbers[one]) if isinstance(one, int) else one for one in pieces))  # noqa: S308


def _lang(item: Item) -> str:
    return escape(item.wording.language) if item.wording else ""


def _headline(item: Item, words: str) -> str:
    address = event_address(item.entry.event_id)
    return f'<h4 lang="{_lang(item)}"><a href="{address}">{marked(item.headline, words)}</a></h4>'


def _when(item: Item, say: Said) -> str:
    """Return the date as it is seen, in few words, and as it is read aloud, in sentences: nothing of it twice."""
    date = item.date
    hidden = HIDDEN if date or not item.entry.event.words else ""
    parts = [_seen(item, hidden)]
    if shown := escape(beside(item)):
        parts.append(f'<span class="small"{hidden}>{shown}</span>')
    if era := beside_date(date):
        parts.append(f'<span class="small era" lang="{era.language}">{era.text}</span>')
    if item.quoted and not (date and date.exact):
        parts.append(f'<span class="small"{hidden}>{say.quoted % {"words": _quoted(item)}}</span>')
    if item.rivals:
        parts.append(f'<span class="differ">{mark_shape(Mark.DISPUTED)} {say.differ}</span>')
    rivals = f"{rivals_said(item, say)} " if item.rivals else ""
    return (
        f'<p class="when">{mark_shape(item.mark)}{" ".join(parts)}'
        f'<span class="hidden-text">{" " if hidden and not item.rivals else ". "}'
        f"{_spoken(item, say)} {rivals}{_sources_said(item)}</span></p>"
    )


def beside(item: Item) -> str:
    """Return what stands small beside a date: its weekday or how wide it is, and the time of day."""
    return joining.timed(f"{weekday_of(item.date)}{item.detail}", item.time_words)


def undated(item: Item) -> str:
    """Return what stands in the place of a date where none can be read: the words of the source, if there are any."""
    words = item.entry.event.words
    return joining.quoted(in_own_language(words, item.words_language)) if words else said().undated


def _spoken(item: Item, say: Said) -> str:
    """Return the date in full sentences, how exactly it is known, and in which words its source says so."""
    date, phrase = item.date, window_phrase(item.date)
    if date is None:
        return escape(phrase)
    if date.exact and date.earliest:
        day = day_words(date.earliest)
        dated = say.sentence % {"date": joining.timed(day, item.time_words)}
        return escape(" ".join([dated, *item.elsewhere, str(phrase)]))
    if lasted := duration_words(date):
        return escape(f"{phrase} {say.sentence % {'date': lasted}}")
    if not item.quoted:
        return escape(phrase)
    return say.spoken_quoted % {"date": escape(capfirst(in_words(date, say.language))), "words": _quoted(item)}


def _quoted(item: Item) -> str:
    return in_own_language(item.quoted, item.words_language)


def rivals_said(item: Item, say: Said) -> str:
    """Return a sentence for each other date that a source gives, for who hears the page."""
    dates = {citation.edtf: citation.date for citation in item.rivals}
    return " ".join(escape(say.rival % {"date": in_words(date, say.language)}) for date in dates.values() if date)


def _sources_said(item: Item) -> str:
    sources, date = len({citation.source_id for citation in item.citations}), item.entry.event.edtf
    # One that does not give the date yet says nothing for it.
    if date and sources > 1 and all(one.gives_date and one.edtf == date for one in item.citations):
        said_of = ngettext("%(sources)s source, which agrees.", "%(sources)s sources, all agree.", sources)
    else:
        said_of = ngettext("%(sources)s source.", "%(sources)s sources.", sources)
    return said_of % {"sources": sources}


def _seen(item: Item, hidden: str) -> str:
    date = item.date
    if date is None:
        return f'<span class="date"{hidden}>{undated(item)}</span>'
    words = escape(days_without_year(date))
    if not date.is_day or date.earliest is None:
        return f'<span class="date"{hidden}>{words}</span>'
    return f'<time class="date" datetime="{date.earliest.isoformat()}"{hidden}>{words}</time>'


def _summary(item: Item, words: str) -> str:
    if not item.wording or not item.wording.summary:
        return ""
    return f'<p class="summary" lang="{_lang(item)}">{marked(item.wording.summary, words)}</p>'


def _meta(item: Item, say: Said, words: str, why_found: str) -> str:
    lane = item.entry.lane
    parts = []
    if lane:
        letter = f'<b class="letter" aria-hidden="true">{escape(lane.letter)}</b>'
        name, language = lane.name_in(say.language)
        parts.append(f"{letter} {in_own_language(name, language)}")
    if item.place[0]:
        place, foreign = item.place
        parts.append(f'<span lang="{foreign}">{marked(place, words)}</span>' if foreign else marked(place, words))
    badge = "" if item.is_public else f' <span class="badge badge-warn">{say.not_public}</span>'
    found = f"<br>{why_found}" if why_found else ""
    return f'<p class="meta">{" · ".join(parts)}{badge}{found}</p>'


def _source(item: Item, say: Said, words: str) -> Iterator[str | int]:
    """The first citation in a line or two, and the numbers of the others."""
    if item.chosen is None:
        return
    yield f'<div class="source">{quotation(item.chosen, words)}{_publication(item, item.chosen, say)}'
    yield from _number(item.chosen.source_id, say, before=" ")
    if item.other_sources:
        yield ' <span class="refs">'
        for source in item.other_sources:
            yield from _number(source, say)
        yield "</span>"
    yield ("" if item.is_sourced else f'\n<span class="unchecked">{say.not_sourced}</span>') + "</div>"


def first_source(item: Item, say: Said) -> str:
    """Return the words of the first source and what names it, for what stands alone: no number leads to a list."""
    if item.chosen is None:
        return ""
    quoted, publication = quotation(item.chosen, ""), _publication(item, item.chosen, say)
    return f"<p>{quoted}</p>\n<p>{publication}</p>" if quoted else f"<p>{publication}</p>"


def _number(source: int, say: Said, before: str = "") -> Iterator[str | int]:
    named, _number, after = say.source.partition("%(number)s")
    yield f'{before}<a class="ref" href="#s{source}" aria-label="{named}'
    yield source
    yield f'{after}">'
    yield source
    yield "</a>"


def passage(citation: Citation, words: str) -> str:
    """Return as much of a quotation as a card shows, so that what was searched for can be seen in it."""
    text = unicodedata.normalize("NFC", citation.exact)
    if len(text) <= LONGEST_QUOTATION:
        return text
    begin = _begin(text, words)
    shown = Truncator(text[begin:]).chars(LONGEST_QUOTATION)
    return f"… {shown}" if begin else shown


def quotation(citation: Citation, words: str) -> str:
    """Return that as HTML, the words of a search marked; "" where nothing is quoted."""
    if not citation.exact:
        return ""
    return f'<q lang="{escape(citation.language)}">{marked(passage(citation, words), words)}</q>'


def _begin(text: str, words: str) -> int:
    """Return where to begin a quotation that is cut off, so that what was searched for can be seen in it."""
    found = spans(text, words) if words else []
    if not found or found[0][1] < LONGEST_QUOTATION:
        return 0
    return text.rfind(" ", 0, max(found[0][0] - BEFORE_FOUND, 1)) + 1 or max(found[0][0] - BEFORE_FOUND, 0)


def _publication(item: Item, citation: Citation, say: Said) -> str:
    source = citation.source
    name = source.publisher or source.title
    cited = f"<cite{lang_of(source, name)}>{escape(name)}</cite>"
    if source.link:
        # To its passage leads the page of the event: fifty of them would be a twentieth of all that a list weighs.
        cited = f'<a href="{escape(source.link)}" rel="noopener">{cited}</a>'
    published = escape(edtf_in_words(source.published))
    place = in_own_language(citation.locator, item.editors_language)
    archive = ""
    if source.archive_link:
        archive = f' <a class="quiet" href="{escape(source.archive_link)}" rel="noopener">{say.archive}</a>'
    return f"{joining.source(cited, published=published, place=place)}{archive}"


def why(item: Item, say: Said, *, with_others: bool = True) -> SafeString:
    """Return the way from the words to the date, step by step; `with_others` names the other sources at its end."""
    rows = [
        *_words(item, say),
        *_reading(item, say),
        *_not_chosen(item, say),
        _row(say.checked, _check(item, say) + _history(item, say, asked=with_others)),
    ]
    if with_others and item.others:
        others = "".join(f"<li>{_other(citation.source)}</li>" for citation in item.others)
        rows.append(_row(say.also, f"<ul>{others}</ul>"))
    return mark_safe("\n".join(["<dl>", *rows, "</dl>"]))  # noqa: S308  its text went through `escape` above


def _row(name: str, html: str) -> str:
    return f"<dt>{name}</dt><dd>{html}</dd>"


def _words(item: Item, say: Said) -> Iterator[str]:
    words, place = item.quoted or item.entry.event.words, item.chosen.locator if item.chosen else ""
    if not words:
        return
    name, with_place = (say.words, say.words_at) if item.quoted else (say.recorded, say.recorded_from)
    told = in_own_language(words, item.words_language)
    at = in_own_language(place, item.editors_language)
    yield _row(name, with_place % {"words": told, "place": at} if place else joining.quoted(told))


def _reading(item: Item, say: Said) -> Iterator[str]:
    if item.anchor:
        yield _row(say.anchor, say.dated % {"day": day_with_weekday(item.anchor)})
    reason = item.entry.event.date_reason
    yield _row(say.rule, in_own_language(reason, item.editors_language) if reason else escape(item.rule))
    if item.date:
        code = f'<code class="edtf">{escape(item.entry.event.edtf)}</code>'
        yield _row(say.window, f"{escape(window_days(item.date))} {code}")


def _not_chosen(item: Item, say: Said) -> Iterator[str]:
    others = [_against(other.date, other.date.edtf, escape(other.why), say) for other in item.alternatives]
    others += [_rival(item, citation, say) for citation in item.rivals]
    if others:
        yield _row(say.not_chosen, f"<ul>{''.join(others)}</ul>")


def _rival(item: Item, citation: Citation, say: Said) -> str:
    name = citation.source.publisher or citation.source.title
    source = f"<span{lang_of(citation.source, name)}>{escape(name)}</span>"
    note = in_own_language(citation.note, item.editors_language)
    return _against(citation.date, citation.edtf, joining.noted(source, note), say)


def _against(date: FuzzyDate | None, code: str, html: str, say: Said) -> str:
    """Return a date that was not chosen, and what speaks for it."""
    words = escape(in_short(date, say.language)) if date else ""
    dated = f'{words} <code class="edtf">{escape(code)}</code>'
    return f"<li>{joining.dated(dated, html)}</li>"


def _check(item: Item, say: Said) -> str:
    if not item.is_sourced:
        return say.not_against_source
    if item.check is None:
        return say.not_yet
    day = day_words(localtime(item.check.at).date())
    if item.check.by is None:
        return say.with_data % {"day": day}
    return say.by % {"person": escape(item.check.by.name_as_checker), "day": day}


def _history(item: Item, say: Said, *, asked: bool) -> str:
    """Return the way to who changed what, and when; the event's own page has it on itself."""
    return f' · <a href="{event_address(item.entry.event_id)}#history">{say.history}</a>' if asked else ""


def _other(source: Source) -> str:
    lang, title = escape(source.language), escape(source.title)
    named = f'<a href="{escape(source.link)}" rel="noopener" lang="{lang}">{title}</a>'
    if not source.link:
        named = f'<span lang="{lang}">{title}</span>'
    return joining.words_listed(
        [named, f"<bdi{lang_of(source, source.publisher)}>{escape(source.publisher)}</bdi>"]
        if source.publisher
        else [named]
    )
