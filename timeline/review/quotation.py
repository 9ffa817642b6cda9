"""The quotation: whole sentences of the text around a phrase, grown and shrunk by sentence."""

from dataclasses import dataclass

from timeline.records.models import Article, Mention
from timeline.review import sentences

LONGEST = 2000
"""Most characters of a quotation."""


@dataclass(frozen=True)
class Quotation:
    """A stretch of an article's text with the phrase in it; places count code points."""

    start: int
    end: int
    before: str
    words: str
    after: str

    @property
    def exact(self) -> str:
        """The quotation as it stands in the text."""
        return self.before + self.words + self.after


def quotation(article: Article, mention: Mention, start: int | None = None, end: int | None = None) -> Quotation:
    """Return the quotation from `start` to `end`; the sentence of the phrase where they do not hold it."""
    text = article.text
    if start is None or end is None or not _holds(text, mention, start, end):
        start, end = sentences.around(text, mention.start, mention.end)
    if end - start > LONGEST:
        start, end = max(start, mention.start - LONGEST // 2), min(end, mention.end + LONGEST // 2)
    return Quotation(
        start, end, text[start : mention.start], text[mention.start : mention.end], text[mention.end : end]
    )


def grown(article: Article, mention: Mention, old: Quotation) -> Quotation:
    """Return it with the next sentence of the paragraph; with the one before where no next is left."""
    first, last = sentences.paragraph(article.text, mention.start, mention.end)
    spans = list(sentences.spans(article.text, first, last))
    later = [span for span in spans if span[0] >= old.end]
    earlier = [span for span in spans if span[1] <= old.start]
    if later:
        return quotation(article, mention, old.start, later[0][1])
    return quotation(article, mention, earlier[-1][0], old.end) if earlier else old


def shrunk(article: Article, mention: Mention, old: Quotation) -> Quotation:
    """Return it without its last sentence; without its first where the last holds the phrase."""
    spans = list(sentences.spans(article.text, old.start, old.end))
    if len(spans) < 2:
        return old
    if spans[-1][0] >= mention.end:
        return quotation(article, mention, old.start, spans[-2][1])
    if spans[0][1] <= mention.start:
        return quotation(article, mention, spans[1][0], old.end)
    return old


def _holds(text: str, mention: Mention, start: int, end: int) -> bool:
    return 0 <= start <= mention.start and mention.end <= end <= len(text) and end - start <= LONGEST
