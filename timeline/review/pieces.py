"""An article's text in pieces: paragraphs of text, marked phrases and the corners of the quotation."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate, Precision, in_short
from timeline.records.models import Article, Decision, Mention
from timeline.review.quotation import Quotation
from timeline.review.readings import SENTENCE
from timeline.web.date_box import page_language

SIGNS = {
    Decision.WAITING: "", Decision.ACCEPTED: "✓", Decision.CORRECTED: "✎", Decision.UNSURE: "?", Decision.REJECTED: "×",
}  # fmt: skip


Stretch = tuple[int, int]
LONGEST_SHOWN = 60_000
"""Most characters of a text on one page; of a longer one, the part around the current phrase."""
MOST_SHOWN = 400
"""Most phrases on one page, each of which is some 500 bytes of it."""


@dataclass(frozen=True)
class Piece:
    """Text, or a phrase with its gloss; `quoted`: it lies in the quotation, `opens` and `closes`: at its corners."""

    text: str
    mention: Mention | None = None
    number: int = 0
    gloss: str = ""
    is_current: bool = False
    quoted: bool = False
    opens: bool = False
    closes: bool = False
    is_sentence: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A line of the text: where it starts, and its pieces."""

    start: int
    pieces: tuple[Piece, ...]


def gloss(mention: Mention) -> str:
    """Return what stands above a phrase: the sign of its state, and its date in few words or the reason."""
    sign = SIGNS[Decision(mention.decision)]
    if mention.decision == Decision.REJECTED:
        return f"{sign} {mention.get_reason_display()}".strip()
    settled = mention.decision in (Decision.ACCEPTED, Decision.CORRECTED)
    value = mention.decided_date if settled else mention.date
    return f"{sign} {_brief(value, mention.article.published_on.year) if value else '–'}".strip()


def _brief(value: FuzzyDate, year: int) -> str:
    """A date in as few words as may stand above a phrase: the year only where it is not the article's own."""
    first, last = value.earliest, value.latest
    if first is None or last is None or first.year != last.year or first.year != year or value.approximate:
        return in_short(value, page_language())
    if first == last:
        return date_format(first, _("j M"))
    if value.precision == Precision.MONTH:
        return date_format(first, _("M Y"))
    if (last - first).days > 62 or value.parts:
        return in_short(value, page_language())
    begin = _("j") if first.month == last.month else _("j M")
    return f"{date_format(first, begin)}–{date_format(last, _('j M'))}"


def stretch(article: Article, mentions: Sequence[Mention], centre: int) -> Stretch:
    """Return the part of a text to be shown around a place: all of it where neither it nor its phrases are too many.

    Of a longer text whole lines; of one with more phrases than are shown, from the first of those shown to the last.
    """
    text = article.text
    if len(mentions) > MOST_SHOWN:
        return _stretch_of_phrases(text, mentions, centre)
    if len(text) <= LONGEST_SHOWN:
        return 0, len(text)
    first = max(0, min(centre - LONGEST_SHOWN // 2, len(text) - LONGEST_SHOWN))
    last = first + LONGEST_SHOWN
    line = text.rfind("\n", max(0, first - LONGEST_SHOWN // 4), first) + 1
    end = text.find("\n", last, last + LONGEST_SHOWN // 4)
    return (line if line or not first else first), (end if end >= 0 else last)


def _stretch_of_phrases(text: str, mentions: Sequence[Mention], centre: int) -> Stretch:
    starts = [mention.start for mention in mentions]
    here = bisect_left(starts, centre)
    first = max(0, min(here - MOST_SHOWN // 2, len(mentions) - MOST_SHOWN))
    after = first + MOST_SHOWN
    begin = starts[first] if first else 0
    end = starts[after] if after < len(mentions) else len(text)
    # Between the phrases may stand more text than is shown.
    return max(begin, min(centre, end) - LONGEST_SHOWN // 2), min(end, max(centre, begin) + LONGEST_SHOWN // 2)


def paragraphs(
    article: Article,
    mentions: Sequence[Mention],
    current: Mention | None,
    quotation: Quotation | None,
    shown: Stretch,
) -> list[Paragraph]:
    """Return the lines shown that are not empty, each cut where a phrase or the quotation begins or ends."""
    marks = [mark for mark in _marks(mentions, current) if shown[0] <= mark[0].start and mark[0].end <= shown[1]]
    found, at, start = [], 0, shown[0]
    for line in article.text[shown[0] : shown[1]].split("\n"):
        end = start + len(line)
        mine = []
        while at < len(marks) and marks[at][0].start < end:
            mine.append(marks[at])
            at += 1
        if line.strip():
            found.append(Paragraph(start, tuple(_pieces(article.text, start, end, mine, quotation))))
        start = end + 1
    return found


Marked = tuple[Mention, int, bool]


def _marks(mentions: Sequence[Mention], current: Mention | None) -> list[Marked]:
    """The mentions in order of text, numbered; a whole sentence has its sign alone, since phrases may stand in it."""
    return [
        (mention, number, bool(current and current.pk == mention.pk))
        for number, mention in enumerate(mentions, start=1)
    ]


def _pieces(text: str, start: int, end: int, marks: list[Marked], quotation: Quotation | None) -> Iterator[Piece]:
    phrases = [mark for mark in marks if mark[0].rule != SENTENCE]
    whole = {mark[0].start: mark for mark in marks if mark[0].rule == SENTENCE}
    begins = {mark[0].start: mark for mark in phrases}
    for left, right in pairwise(_cuts(start, end, phrases, whole, quotation)):
        if left in whole:
            yield _sentence(whole[left])
        yield _piece(text, left, right, begins.get(left), quotation)


def _cuts(
    start: int, end: int, phrases: list[Marked], whole: dict[int, Marked], quotation: Quotation | None
) -> list[int]:
    cuts = {start, end, *whole}
    for mention, _number, _current in phrases:
        cuts |= {mention.start, min(mention.end, end)}
    if quotation:
        cuts |= {place for place in (quotation.start, quotation.end) if start <= place <= end}
    return sorted(cuts)


def _sentence(mark: Marked) -> Piece:
    mention, number, is_current = mark
    return Piece("¶", mention, number, gloss(mention), is_current, is_sentence=True)


def _piece(text: str, left: int, right: int, mark: Marked | None, quotation: Quotation | None) -> Piece:
    quoted = quotation is not None and quotation.start <= left and right <= quotation.end
    opens = quoted and quotation is not None and left == quotation.start
    closes = quoted and quotation is not None and right == quotation.end
    if mark is None:
        return Piece(text[left:right], quoted=quoted, opens=opens, closes=closes)
    mention, number, is_current = mark
    return Piece(text[left:right], mention, number, gloss(mention), is_current, quoted, opens, closes)
