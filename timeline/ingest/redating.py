"""Another publication date, place or language: what each phrase of the article would then mean, and doing it."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate, Phrase, Reading
from timeline.dates.article import Words
from timeline.dates.language_names import language_name
from timeline.ingest.days import in_full
from timeline.records.changes import create_all, save_all
from timeline.records.mentions import fill, find_phrases, new_mention, read_words
from timeline.records.models import Article, Decision, Mention

SETTLED = (Decision.ACCEPTED, Decision.CORRECTED)
CHANGED = (
    "start", "end", "words", "edtf", "earliest", "latest", "precision", "approximate", "uncertain", "lasting",
    "rule", "facts", "confidence", "alternatives", "engine_version", "decision", "note", "decided_words",
    "decided_edtf", "decided_earliest", "decided_latest", "decided_precision",
)  # fmt: skip
"""What reading an article again may change of a mention."""
CONTEXT = 300
"""Characters before and after a phrase that are read with it where the engine does not find it by itself."""


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """What the phrases of an article are read against."""

    published_on: date
    zone: str
    language: str

    @property
    def key(self) -> str:
        """The anchor as one word, to say which one a person has seen listed."""
        return f"{self.published_on.isoformat()} {self.zone} {self.language}"

    @classmethod
    def of(cls, article: Article) -> "Anchor":
        """Return what is stored."""
        return cls(published_on=article.published_on, zone=article.zone, language=article.source.language)


@dataclass(frozen=True)
class Redated:
    """A phrase, its date now and then; `asks_again`: a person had settled it, and it would change under them."""

    mention: Mention
    readings: list[Reading]
    old: FuzzyDate | None
    new: FuzzyDate | None
    asks_again: bool
    phrase: Phrase | None = None
    """Found instead of it, at another place: more or fewer words around the same ones."""

    @property
    def differs(self) -> bool:
        """Whether the date would be another one."""
        return (self.old.edtf if self.old else "") != (self.new.edtf if self.new else "")


class PlanIsOld(Exception):
    """A phrase was decided on, marked or taken back since the article was read: what was planned is not what stands."""


Place = tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """What an article's phrases would be against `anchor`, worked out before anything is written."""

    anchor: Anchor
    redated: list[Redated]
    fresh: list[Phrase]
    """Phrases found only then."""
    left_out: int
    versions: frozenset[tuple[int, int]]
    """Key and version of every mention that was looked at."""


class Spans:
    """Places of a text, asked how many of them meet another: a few steps a question, however many there are."""

    def __init__(self, places: Iterable[Place]) -> None:
        found = list(places)
        self._starts, self._ends = sorted(start for start, _end in found), sorted(end for _start, end in found)

    def meeting(self, place: Place) -> int:
        """Return how many meet a place: those that begin before its end, but for those that end before it."""
        return bisect_left(self._starts, place[1]) - bisect_right(self._ends, place[0])

    def move(self, old: Place, new: Place) -> None:
        """Put another place where `old` was."""
        for ordered, gone, come in ((self._starts, old[0], new[0]), (self._ends, old[1], new[1])):
            del ordered[bisect_left(ordered, gone)]
            insort(ordered, come)


def plan(article: Article, anchor: Anchor) -> Plan:
    """Read every phrase of an article against `anchor`; nothing is stored. LimitReached if a limit is passed."""
    found = find_phrases(article.text, anchor.published_on, language=anchor.language, zone=anchor.zone)
    mentions = list(article.mentions.all())
    taken = Spans((mention.start, mention.end) for mention in mentions)
    by_place, instead = _match(mentions, found.phrases, taken)
    read = _Read(article, anchor, [one for one in mentions if one.pk not in by_place], mentions)
    redated = []
    for mention in mentions:
        phrase = by_place.get(mention.pk)
        readings = list(phrase.readings) if phrase else read.own[mention.pk]
        if phrase and mention.pk in instead:
            redated.append(Redated(mention, readings, mention.date, _first(readings), asks_again=False, phrase=phrase))
        else:
            redated.append(_redated(mention, readings, read))
    used = {(phrase.start, phrase.end) for phrase in by_place.values()}
    fresh = [
        one for one in found.phrases if (one.start, one.end) not in used and not taken.meeting((one.start, one.end))
    ]
    return Plan(anchor, redated, fresh, found.left_out, _versions(mentions))


def _match(mentions: list[Mention], phrases: tuple[Phrase, ...], taken: Spans) -> tuple[dict[int, Phrase], set[int]]:
    """Return the phrase now found for each mention, by its key, and the keys of those found at another place.

    What is found in two languages overlaps: 2002 was found, and in Japanese it is 2002年9月17日. Where nobody has
    decided yet, what meets a mention and no other one stands in its stead.
    """
    found = {(phrase.start, phrase.end): phrase for phrase in phrases}
    starts, ends = [phrase.start for phrase in phrases], [phrase.end for phrase in phrases]
    by_place: dict[int, Phrase] = {}
    instead: set[int] = set()
    for mention in mentions:
        place = (mention.start, mention.end)
        if phrase := found.pop(place, None):
            by_place[mention.pk] = phrase
        elif mention.decision == Decision.WAITING and not mention.note:
            near = phrases[bisect_right(ends, mention.start) : bisect_left(starts, mention.end)]
            for one in near:
                new = (one.start, one.end)
                if new in found and taken.meeting(new) == 1:
                    by_place[mention.pk] = found.pop(new)
                    instead.add(mention.pk)
                    taken.move(place, new)
                    break
    return by_place, instead


class _Read:
    """Readings of words that the engine does not find by itself, all asked for at once."""

    def __init__(self, article: Article, anchor: Anchor, lost: list[Mention], mentions: list[Mention]) -> None:
        old = Anchor.of(article)
        typed = [one for one in mentions if one.decision in SETTLED and (one.decided_words or one.words) != one.words]
        now = [_words(article, one, one.words) for one in lost]
        asked = [_words(article, one, one.decided_words) for one in typed]
        then = _read(now + asked, anchor)
        self.own = {one.pk: readings for one, readings in zip(lost, then, strict=False)}
        self.typed_then = {one.pk: readings for one, readings in zip(typed, then[len(lost) :], strict=True)}
        self.typed_now = {one.pk: readings for one, readings in zip(typed, _read(asked, old), strict=True)}


def _words(article: Article, mention: Mention, words: str) -> Words:
    return Words(words, article.text[max(0, mention.start - CONTEXT) : mention.end + CONTEXT])


def _read(asked: list[Words], anchor: Anchor) -> list[list[Reading]]:
    return read_words(asked, anchor.published_on, language=anchor.language, zone=anchor.zone)


def _versions(mentions: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    return frozenset((mention.pk, mention.version) for mention in mentions)


def redate(article: Article, planned: Plan) -> list[Redated]:
    """Store a plan under the open change; settled phrases that differ go back to waiting, with a note.

    PlanIsOld if the mentions are not those that were looked at.
    """
    stored = article.mentions.select_for_update(of=("self",)).values_list("pk", "version")
    if frozenset(stored) != planned.versions:
        raise PlanIsOld
    changed = []
    for one in planned.redated:
        before = (one.mention.edtf, one.mention.rule, one.mention.facts, one.mention.alternatives)
        mention = fill(one.mention, one.readings)
        if one.phrase:
            mention.start, mention.end, mention.words = one.phrase.start, one.phrase.end, one.phrase.words[:300]
        if one.asks_again:
            _ask_again(mention, Anchor.of(article), planned.anchor)
        if one.asks_again or one.phrase or before != (mention.edtf, mention.rule, mention.facts, mention.alternatives):
            changed.append(mention)
    save_all(Mention, changed, CHANGED)
    create_all(Mention, [new_mention(article, phrase) for phrase in planned.fresh])
    return planned.redated


def _redated(mention: Mention, readings: list[Reading], read: _Read) -> Redated:
    new = readings[0].date if readings else None
    if mention.decision not in SETTLED:
        return Redated(mention, readings, mention.date, new, asks_again=False)
    typed = mention.decided_words or mention.words
    if typed == mention.words:
        return _settled(mention, readings, new)
    # A person typed another date: it stands, unless what was typed hangs on the publication date too.
    now, then = _first(read.typed_now[mention.pk]), _first(read.typed_then[mention.pk])
    same = (now.edtf if now else "") == (then.edtf if then else "")
    decided = mention.decided_date
    return Redated(mention, readings, decided, decided if same else then, asks_again=not same)


def _settled(mention: Mention, readings: list[Reading], new: FuzzyDate | None) -> Redated:
    """A phrase accepted in its own words: the reading of the same rank is what it would mean now."""
    old = [mention.edtf, *(one["edtf"] for one in mention.alternatives)]
    rank = old.index(mention.decided_edtf) if mention.decided_edtf in old else 0
    then = readings[rank].date if rank < len(readings) else new
    changed = (then.edtf if then else "") != mention.decided_edtf
    return Redated(mention, readings, mention.decided_date, then, asks_again=changed and bool(mention.decided_edtf))


def _first(readings: list[Reading]) -> FuzzyDate | None:
    return readings[0].date if readings else None


def _ask_again(mention: Mention, old: Anchor, new: Anchor) -> None:
    mention.decision = Decision.WAITING
    was = mention.decided_edtf or _("undated")
    if old.published_on != new.published_on:
        changed = _("The article’s date was changed from %(old)s to %(new)s") % {
            "old": in_full(old.published_on), "new": in_full(new.published_on),
        }  # fmt: skip
    elif old.language != new.language:
        changed = _("The article’s language was changed from %(old)s to %(new)s") % {
            "old": language_name(old.language) or _("open"), "new": language_name(new.language) or _("open"),
        }  # fmt: skip
    else:
        changed = _("The place the article was written for was changed")
    note = _("%(changed)s; before, this was settled as %(was)s. Confirm again.")
    mention.note = (note % {"changed": changed, "was": was})[:500]
    mention.decided_date = None
    mention.decided_words = ""


def changed_only(redated: list[Redated]) -> list[Redated]:
    """Leave out phrases whose date stays."""
    return [one for one in redated if one.differs]
