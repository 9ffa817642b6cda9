"""The desk: everything that the review page shows of one article and its current phrase."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.accounts.models import User
from timeline.dates import FuzzyDate, explain, read_typed
from timeline.dates.article import MOST_PHRASES
from timeline.records.models import Article, Chronology, Decision, Event, Mention, Theme
from timeline.review import actions, neighbours, queries, readings
from timeline.review.actions import SETTLED
from timeline.review.forms import CandidateForm, first_values
from timeline.review.neighbours import Likely
from timeline.review.pieces import SIGNS, Paragraph, Stretch, paragraphs, stretch
from timeline.review.quotation import Quotation, quotation
from timeline.web.asked import number_in, record_in
from timeline.web.date_box import UNDATED, DateBox, make_box, page_language

LONGEST_TRACK = 24
"""Most phrases drawn as squares; above it, a bar with counts."""


@dataclass
class Candidate:
    """The right side: the current phrase, its form, and what is offered beside it."""

    mention: Mention
    form: CandidateForm
    box: DateBox
    quotation: Quotation
    likely: list[Likely]
    events: list[Event]
    chronology: Chronology | None
    target: str
    language: str
    is_sent: bool = False
    """Whether the form came back with what was typed, which is stored nowhere."""

    @property
    def is_settled(self) -> bool:
        """Whether a person accepted or corrected it."""
        return self.mention.decision in SETTLED

    @property
    def is_decided(self) -> bool:
        """Whether it is decided, either way: Enter decides nothing here again."""
        return self.is_settled or self.mention.decision == Decision.REJECTED

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence without a date."""
        return self.mention.rule == readings.SENTENCE

    @property
    def cited(self) -> Event | None:
        """The event that accepting would cite; None for a new one."""
        return next((one.event for one in self.likely if str(one.event.pk) == self.target), None)

    @property
    def box_of(self) -> dict[str, int]:
        """What the date box sends along, so that the server knows what it reads."""
        return {"mention": self.mention.pk}

    @property
    def why(self) -> str:
        """Why the machine reads the phrase as it does."""
        return explain(self.mention.rule, self.mention.facts, page_language())

    @property
    def asks_again(self) -> bool:
        """Whether it waits with a note, since the article's date was changed under a decision."""
        return self.mention.decision == Decision.WAITING and bool(self.mention.note)


@dataclass
class Desk:
    """The whole page."""

    article: Article
    mentions: list[Mention]
    candidate: Candidate | None
    paragraphs: list[Paragraph]
    shown: Stretch
    counts: dict[str, int]
    show: str
    last: queries.Last | None
    chronologies: list[Chronology] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)

    @property
    def most_phrases(self) -> int:
        """How many phrases of one article are kept."""
        return MOST_PHRASES

    @property
    def earlier(self) -> int | None:
        """A place in the part of the text before the one shown; None where there is none."""
        return max(0, self.shown[0] - 1) if self.shown[0] else None

    @property
    def later(self) -> int | None:
        """A place in the part of the text after the one shown; None where there is none."""
        return self.shown[1] + 1 if self.shown[1] < len(self.article.text) else None

    @property
    def number(self) -> int:
        """The place of the current phrase among all, from 1; 0 where there is none."""
        return self._place(self.mentions) + 1

    @property
    def track(self) -> list[dict[str, Any]]:
        """Every phrase with its number and sign; empty where there are too many to draw."""
        if len(self.mentions) > LONGEST_TRACK:
            return []
        return [
            {"mention": mention, "number": number, "sign": SIGNS[Decision(mention.decision)] or str(number)}
            for number, mention in enumerate(self.mentions, start=1)
        ]

    @property
    def checked(self) -> int:
        """How many phrases are decided for good."""
        return len(self.mentions) - self.counts["waiting"] - self.counts["unsure"]

    @property
    def previous(self) -> Mention | None:
        """The phrase before the current one, of those shown."""
        return self._beside(-1)

    @property
    def next(self) -> Mention | None:
        """The phrase after the current one, of those shown."""
        return self._beside(1)

    @property
    def said(self) -> str:
        """Where one is, for the live region."""
        if self.candidate is None:
            return _("No phrases.")
        place = {"number": self.number, "total": len(self.mentions), "words": self.candidate.mention.words}
        told = _("Phrase %(number)s of %(total)s, %(words)s.") % place
        return f"{told} {_('No phrase of this article waits any more.')}" if self.is_done else told

    @property
    def is_done(self) -> bool:
        """Whether no phrase waits any more."""
        return bool(self.mentions) and not self.counts["waiting"]

    @property
    def waits_next(self) -> Mention | None:
        """The next phrase that waits after the current one, going round."""
        return queries.following(self.mentions, self.candidate.mention) if self.candidate else None

    def _beside(self, step: int) -> Mention | None:
        shown = queries.shown(self.mentions, self.show)
        if self.candidate is None:
            return None
        here = (self.candidate.mention.start, self.candidate.mention.end)
        if step > 0:
            return next((one for one in shown if (one.start, one.end) > here), None)
        return next((one for one in reversed(shown) if (one.start, one.end) < here), None)

    def _place(self, mentions: list[Mention]) -> int:
        keys = [mention.pk for mention in mentions]
        return keys.index(self.candidate.mention.pk) if self.candidate else -1


def lay_out(
    article: Article, person: User, *, asked: str = "", show: str = "", sent: CandidateForm | None = None,
    chronology: Chronology | None = None, around: int | None = None,
) -> Desk:  # fmt: skip
    """Return the desk of an article at the phrase `asked` for (its key); `sent` is a form that came back."""
    mentions = queries.mentions(article)
    mention = queries.current(mentions, asked)
    candidate = lay_out_candidate(mention, sent, chronology) if mention else None
    shown = stretch(article, mentions, around if around is not None else mention.start if mention else 0)
    return Desk(
        article=article,
        mentions=mentions,
        candidate=candidate,
        paragraphs=paragraphs(article, mentions, mention, candidate.quotation if candidate else None, shown),
        shown=shown,
        counts=queries.counts(article),
        show=show if show in queries.SHOWN else "all",
        last=queries.last_decision(article, person),
        chronologies=list(Chronology.objects.all()),
        themes=list(Theme.objects.all()),
    )


def lay_out_candidate(mention: Mention, sent: CandidateForm | None, chronology: Chronology | None) -> Candidate:
    """Return the right side for a phrase: as it first stands, or with what was typed."""
    chosen = quotation(mention.article, mention, *_places(sent))
    form = sent or CandidateForm(first_values(mention, chosen, chronology))
    value = form.data.get("date", "")
    box = box_for(mention, value, form.data.get("reading", ""), form.data.get("date_read", value))
    events = list(queries.dated_by(mention))
    likely = neighbours.likely_same(box.chosen.date if box.chosen else None, chosen.exact, first=events)
    return Candidate(
        mention=mention, form=form, box=box, quotation=chosen, likely=likely, events=events,
        chronology=_chronology(form), target=_target(form, mention, events, sent),
        language=mention.article.source.language, is_sent=sent is not None,
    )  # fmt: skip


def box_for(mention: Mention, typed: str, reading: str, read: str) -> DateBox:
    """Return the date box of a phrase; a reading chosen for other words than those typed is not taken over."""
    found = readings.of(mention, typed)
    chosen = reading if typed.strip() == read.strip() else ""
    if not chosen and typed == (mention.decided_words or mention.words):
        chosen = _decided(mention)
    plain = make_box(words=typed, found=found, chosen=chosen)
    return make_box(
        words=typed,
        found=found,
        chosen=chosen,
        published=mention.article.published_on,
        zone=mention.article.zone,
        neighbours=neighbours.near(plain.chosen.date if plain.chosen else _first(plain)),
        written="" if mention.rule == readings.SENTENCE else mention.words,
    )


def address(mention: Mention, show: str = "") -> str:
    """Return the address of the desk at a phrase."""
    place = f"{reverse('review:review', args=[mention.article_id])}?mention={mention.pk}"
    return f"{place}&show={show}" if show in queries.SHOWN and show != "all" else place


def _decided(mention: Mention) -> str:
    return (mention.decided_edtf or UNDATED) if mention.decision in SETTLED else ""


def _first(box: DateBox) -> FuzzyDate | None:
    return box.choices[0].date


def _places(sent: CandidateForm | None) -> tuple[int | None, int | None]:
    data = sent.data if sent else QueryDict()
    start, end = data.get("quote_start", ""), data.get("quote_end", "")
    first, last = number_in(start), number_in(end)
    return (first, last) if first is not None and last is not None else (None, None)


def _chronology(form: CandidateForm) -> Chronology | None:
    return record_in(Chronology.objects.prefetch_related("sections", "lanes"), form.data.get("chronology"))


def _target(form: CandidateForm, mention: Mention, events: list[Event], sent: CandidateForm | None) -> str:
    """The key of the event chosen as the same; a phrase that was read again keeps its event."""
    if sent is not None:
        return str(form.data.get("target", ""))
    return str(events[0].pk) if events and mention.decision == Decision.WAITING else ""


def said(mention: Mention, form: CandidateForm, box: DateBox) -> actions.Candidate:
    """Return what a valid form says of a phrase, with the reading chosen in its date box."""
    given = form.cleaned_data
    return actions.Candidate(
        words=box.words.strip(), date=box.chosen.date if box.chosen else None,
        quotation=quotation(mention.article, mention, given["quote_start"], given["quote_end"]),
        headline=given["headline"], summary=given["summary"], themes=form.theme_names, target=given["target"],
        chronology=given["chronology"], section=given["section"], lane=given["lane"], note=given["note"],
        another=given["another"],
    )  # fmt: skip


def read_alone(typed: str, asked: QueryDict) -> DateBox:
    """Return the date box for words that belong to no phrase, read against `published_on` where it is given."""
    try:
        anchor = date.fromisoformat(asked.get("published_on", ""))
    except ValueError:
        anchor = None
    found = read_typed(typed, anchor, language=asked.get("language", ""))
    chosen = asked.get("reading", "") if typed == asked.get("date_read", "") else ""
    plain = make_box(words=typed, found=found, chosen=chosen)
    near = neighbours.near(plain.chosen.date if plain.chosen else None)
    return make_box(words=typed, found=found, chosen=chosen, published=anchor, neighbours=near)
