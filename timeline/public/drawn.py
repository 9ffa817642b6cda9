"""Drawings and their numbers as HTML: ready strings, since a template takes many times as long for so many parts."""

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from timeline.public.columns import Columns
from timeline.public.figures import Figures
from timeline.public.strip import Bar, Piece, Strip
from timeline.web.languages import lang_attribute
from timeline.web.marks import language


def figures(told: Figures | None) -> SafeString:
    """Return what a drawing shows, in sentences and in a table that opens below them; `{{ page.figures|figures }}`."""
    if told is None:
        return mark_safe("")
    if not told.rows:
        return mark_safe(f'<p class="figures">{escape(" ".join(told.sentences))}</p>')  # noqa: S308
    lanes = "".join(
        f'<th scope="col"><abbr title="{escape(name.text)}"{lang_attribute(name.language)}>{escape(lane.letter)}</abbr>'
        for lane in told.lanes
        for name in (lane.name_in(language()),)
    )
    rows = []
    for row in told.rows:
        name = escape(row.slot.name)
        linked = f'<a href="{escape(row.slot.href)}">{name}</a>' if row.slot.href else name
        numbers = "".join(f"<td>{number or ''}" for number in (row.count, *row.by_lane, row.unknown))
        rows.append(f'<tr><th scope="row">{linked}{numbers}')
    # What collects the words to be translated does not look into the braces of such texts.
    events, unknown, opens = _("Events"), _("No exact date"), _("In a table")
    head = f'<th scope="col">{escape(told.part)}<th scope="col">{events}{lanes}<th scope="col">{unknown}'
    return mark_safe(  # noqa: S308
        f'<details class="figures"><summary>{escape(" ".join(told.sentences))} <span>{opens}</span></summary>'
        f'<div class="wide-table"><table><thead><tr>{head}<tbody>{"".join(rows)}</table></div></details>'
    )


def bars(strip: Strip | Columns) -> SafeString:
    """Return the bars of a strip, or of the parts of a time; `{{ strip|bars }}`."""
    kept = strip.html if isinstance(strip, Strip) else ""
    return mark_safe(kept or "".join(_bar(bar, strip.base) for bar in strip.bars))  # noqa: S308


def _bar(bar: Bar, base: int) -> str:
    at = f'x="{bar.x}" '
    ghost = _brick("ghost", at, bar, bar.ghost) if bar.ghost else ""
    pieces = "".join(_piece(at, bar, piece) for piece in bar.pieces)
    gaps = ""
    if bar.gaps:
        y, height = bar.gaps
        gaps = f'<rect {at}y="{y}" width="{bar.brick}" height="{height}" fill="url(#gaps)"/>'
    return (
        f'<a href="{escape(bar.href)}" tabindex="-1"><title>{escape(bar.title)}</title>'
        f'<rect class="hit" x="{bar.left}" y="0" width="{bar.width}" height="{base}"/>{ghost}{pieces}{gaps}</a>'
    )


def _piece(at: str, bar: Bar, piece: Piece) -> str:
    name = "cap" if piece.hatched else "brick" if piece.style else "count"
    style = f" l-{piece.style}" if piece.style else ""
    pattern = f"h-{piece.style or 'ink'}" if piece.hatched else f"p-{piece.style}"
    fill = f' fill="url(#{pattern})"' if piece.hatched or piece.style else ""
    return _brick(f"{name}{style}", at, bar, piece, fill)


def _brick(name: str, at: str, bar: Bar, piece: Piece, fill: str = "") -> str:
    return f'<rect class="{name}" {at}y="{piece.y}" width="{bar.brick}" height="{piece.height}"{fill}/>'
