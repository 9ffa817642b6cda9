"""The HTML of a row of the table: ready strings, as cards of events are, in a fraction of the time of a template.

Everything that somebody has written goes through `escape`.
"""

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates.wording import in_short
from timeline.public.card import undated
from timeline.public.eras import beside_date
from timeline.public.highlight import marked
from timeline.public.items import lang_of
from timeline.public.links import event_address
from timeline.public.ways.table import Row
from timeline.web import joining
from timeline.web.marks import language, mark_shape


def row_html(row: Row, words: str) -> SafeString:
    """Return a row with all its cells, the words of a search marked."""
    item = row.item
    style = f' class="l-{escape(item.style)}"' if item.style else ""
    others = (_lane(row, words), _told(*item.place, words), _sources(row, words), _exactness(row))
    cells = "".join(f"<td>{one}</td>" for one in others)
    return mark_safe(f"<tr{style}>{_date(row)}{_headline(row, words)}{cells}</tr>")  # noqa: S308


def _date(row: Row) -> str:
    item, event = row.item, row.item.entry.event
    told = escape(in_short(item.date, language())) if item.date else undated(item)
    time = f' <span class="small">{escape(item.time_words)}</span>' if item.time_words else ""
    code = f' <code class="edtf">{escape(event.edtf)}</code>' if event.edtf else ""
    era = beside_date(item.date)
    beside = f' <span class="small era" lang="{era.language}">{era.text}</span>' if era else ""
    return f'<td class="num"><span class="date">{told}</span>{time}{beside}{code}</td>'


def _headline(row: Row, words: str) -> str:
    item = row.item
    badge = ""
    if not item.is_public:
        badge = f' <span class="badge badge-warn" lang="{language()}">{_("not public")}</span>'
    linked = f'<a href="{event_address(item.entry.event_id)}">{marked(item.headline, words)}</a>'
    lang = escape(item.wording.language) if item.wording else ""
    return f'<th scope="row" lang="{lang}">{linked}{badge}{_why_found(row)}</th>'


def _why_found(row: Row) -> str:
    """Return where words of a search stand that the row does not show."""
    return f'<p class="meta" lang="{language()}">{row.why_found}</p>' if row.why_found else ""


def _lane(row: Row, words: str) -> str:
    lane = row.item.entry.lane
    parts = []
    if lane:
        name = lane.name_in(language())
        letter = f'<b class="letter" aria-hidden="true">{escape(lane.letter)}</b>'
        parts.append(f'<span class="lane">{letter} {_told(name.text, name.language)}</span>')
    if row.themes:
        parts.append(f'<span class="quiet">{joining.words_listed(_told(*theme, words) for theme in row.themes)}</span>')
    return " ".join(parts)


def _told(text: str, foreign: str, words: str = "") -> str:
    lang = f' lang="{escape(foreign)}"' if foreign else ""
    return f"<span{lang}>{marked(text, words)}</span>"


def _sources(row: Row, words: str) -> str:
    named = joining.things_listed(
        f"<cite{lang_of(source, name)}>{marked(name, words)}</cite>"
        for source in row.sources
        for name in (source.publisher or source.title,)
    )
    if not row.more_sources:
        return named
    more = ngettext("and %(more)s more", "and %(more)s more", row.more_sources) % {"more": row.more_sources}
    return f'{named} <span class="quiet">{more}</span>'


def _exactness(row: Row) -> str:
    words = joining.things_listed(f"<span>{escape(one)}</span>" for one in row.exactness)
    return f"{mark_shape(row.item.mark, row.item.style)} {words}"
