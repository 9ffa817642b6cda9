"""What stands on a page many times, as ready strings, in a fraction of the time that a template takes.

Everything that somebody has written goes through `escape`; numbers, addresses and styles are ours, but for the `&` of
an address.
"""

from html import escape

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.formats import text_fragment
from timeline.public import card, drawn
from timeline.public.card import beside, undated, why
from timeline.public.cards import apart
from timeline.public.eras import beside_year
from timeline.public.filters import Filter
from timeline.public.headings import Group, Heading
from timeline.public.highlight import marked
from timeline.public.items import Item, lang_of
from timeline.public.links import Links
from timeline.public.said import said
from timeline.records.models import Citation, Source
from timeline.web import joining
from timeline.web.languages import in_own_language, lang_attribute
from timeline.web.templatetags.dates import edtf_in_words, in_words_short

register = template.Library()
register.filter("bars", drawn.bars)
register.filter("figures", drawn.figures)
register.filter("lang_of", lang_of)


@register.filter
def why_date(item: Item) -> SafeString:
    """`{{ item|why_date }}`: the way from the words to the date, without the other sources."""
    return why(item, said(), with_others=False)


@register.filter
def rivals_said(item: Item) -> SafeString:
    """`{{ item|rivals_said }}`: what other sources say of its date, in sentences for who hears the page."""
    return mark_safe(card.rivals_said(item, said()))  # noqa: S308


@register.filter
def options(field: Filter) -> SafeString:
    """`{{ field|options }}`: what may be chosen in a field."""
    parts = []
    for value, label in field.choices:
        selected = " selected" if value == field.value else ""
        # What was typed into the address, and is not among the most frequent, is not counted.
        count = f" ({field.counts[value]})" if value in field.counts else ""
        lang = lang_attribute(field.foreign.get(value, ""))
        parts.append(f'<option value="{escape(value)}"{lang}{selected}>{escape(label)}{count}</option>')
    return mark_safe("".join(parts))  # noqa: S308


@register.filter
def names_of(links: Links, kind: str) -> str:
    """`{{ page.links|names_of:"actor" }}`: the page of all names of a kind, with the filters that are in use."""
    return links.names(kind)


@register.filter
def found_in(words: str, text: str) -> SafeString:
    """`{{ page.words|found_in:item.headline }}`: a text with the words of a search marked, where there are any."""
    return mark_safe(marked(text, words))  # noqa: S308  it escapes the text


@register.simple_tag
def cited(
    source: Source,
    *,
    href: str = "",
    place: str = "",
    place_language: str = "",
    with_author: bool = True,
    aside: bool = False,
) -> SafeString:
    """`{% cited source place=citation.locator %}`: a source in a line; `aside`: its link opens beside this page.

    `href`: where in the source it leads to; `place_language`: the language in which `place` is written.
    """
    named = f'<cite lang="{escape(source.language)}">{escape(source.title)}</cite>'
    if source.link:
        target = ' target="_blank"' if aside else ""
        named = f'<a href="{escape(href or source.link)}" rel="noopener"{target}>{named}</a>'
    published = f'<span class="num">{escape(edtf_in_words(source.published))}</span>' if source.published else ""
    line = joining.source(
        named, author=apart(source, source.author) if with_author else "",
        publisher=apart(source, source.publisher), published=published, place=in_own_language(place, place_language),
    )  # fmt: skip
    return mark_safe(line)  # noqa: S308  its text went through `escape` above


@register.filter
def date_said(item: Item) -> SafeString:
    """`{{ item|date_said }}`: the date in few words; where none can be read the words of the source, or "Undated"."""
    return mark_safe(escape(in_words_short(item.date)) or undated(item))  # noqa: S308


@register.filter
def beside_its_date(item: Item) -> str:
    """`{{ item|beside_its_date }}`: the weekday or how wide the date is, and the time of day."""
    return beside(item)


@register.filter
def with_date(what: str, item: Item) -> str:
    """`{{ item.headline|with_date:item }}`: "17 September 2002: Talks are held"."""
    return joining.dated(in_words_short(item.date), what)


@register.filter
def in_quotation_marks(words: str) -> SafeString:
    """`{{ citation.words|in_quotation_marks }}`: words of a source, in the marks of the page's language."""
    return mark_safe(joining.quoted(conditional_escape(words)))  # noqa: S308


@register.filter
def words_listed(words: list[str]) -> SafeString:
    """`{{ one.differs|words_listed }}`: words in a row, each kept together."""
    return mark_safe(joining.words_listed(f"<span>{escape(one)}</span>" for one in words))  # noqa: S308


@register.filter
def year_of_list(heading: Heading) -> SafeString:
    """`{{ heading|year_of_list }}`: a year of the list, or what no year holds, with its events."""
    anchor, name, year = heading.anchor, escape(heading.name), heading.year
    linked = f'<a href="{escape(heading.href)}">{name}</a>' if heading.href else name
    wide, of_year = (" wide", "") if year is None else ("", f' data-year="{year}"')
    era = None if year is None else beside_year(year)
    in_era = f'<span lang="{era.language}">{era.text}</span>' if era else ""
    count = len(heading.cards)
    if heading.continued:
        said_count = ngettext("%(events)s event, continued", "%(events)s events, continued", count)
    else:
        said_count = ngettext("%(events)s event", "%(events)s events", count)
    told = escape(said_count % {"events": count})
    return mark_safe(  # noqa: S308
        f'<section class="year{wide}" id="{anchor}" aria-labelledby="h-{anchor}"{of_year}><div class="year-head">'
        f'<h3 id="h-{anchor}">{linked}</h3>\n<p>{in_era}\n<span>{told}</span></p></div>\n'
        f'<div class="year-body">{event_groups(heading)}</div></section>\n'
    )


@register.filter
def event_groups(heading: Heading) -> SafeString:
    """`{{ heading|event_groups }}`: its events in a row, and those of a time of it whose exact date is not known."""
    return mark_safe("".join(_group(group, heading.is_dated) for group in heading.groups))  # noqa: S308


def _group(group: Group, is_dated: bool) -> str:
    events = "".join(one.html for one in group.cards)
    if not group.anchor:
        return f'<ol class="events">{events}</ol>\n'
    if not is_dated:
        words = _("No date can be read")
    elif group.span:
        words = _("In %(span)s, exact date not known") % {"span": group.span}
    else:
        words = _("Exact date not known")
    return (
        f'<div class="unknown"><p class="unknown-head" id="{group.anchor}">{escape(words)}</p>\n'
        f'<ol class="events" aria-labelledby="{group.anchor}">{events}</ol></div>\n'
    )


@register.filter
def passage_link(citation: Citation) -> str:
    """`{{ citation|passage_link }}`: the address of a source, with the passage that is quoted from it."""
    return text_fragment.link(citation.source.link, citation.exact)
