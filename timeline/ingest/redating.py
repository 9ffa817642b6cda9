"""Another publication date, place or language: what each phrase of the article would then mean, and doing it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from timeline import dates
from timeline.dates import FuzzyDate, Phrase, Reading
from timeline.dates.language_names import language_name
from timeline.ingest.days import in_full
from timeline.records.changes import create_all, save
from timeline.records.mentions import fill, is_for_review, new_mention
from timeline.records.models import Article, Decision, Mention

SETTLED = (Decision.ACCEPTED, Decision.CORRECTED)
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


def plan(article: Article, anchor: Anchor) -> tuple[list[Redated], list[Mention]]:
    """Return every phrase read against `anchor`, and phrases found only then; nothing is stored."""
    phrases = dates.find(article.text, anchor.published_on, language=anchor.language or None, zone=anchor.zone)
    found = {(phrase.start, phrase.end): phrase for phrase in phrases if is_for_review(phrase)}
    mentions = list(article.mentions.all())
    redated = []
    taken = {(mention.start, mention.end) for mention in mentions}
    for mention in mentions:
        phrase = found.pop((mention.start, mention.end), None)
        if phrase is None and (moved := _found_instead(mention, found, taken)):
            del found[moved.start, moved.end]
            taken = taken - {(mention.start, mention.end)} | {(moved.start, moved.end)}
            new = _first(list(moved.readings))
            redated.append(Redated(mention, list(moved.readings), mention.date, new, asks_again=False, phrase=moved))
            continue
        readings = list(phrase.readings) if phrase else _read(article, mention, mention.words, anchor)
        redated.append(_redated(article, mention, readings, anchor))
    fresh = [phrase for place, phrase in found.items() if not _meets(place, taken)]
    return redated, [new_mention(article, phrase) for phrase in fresh]


Place = tuple[int, int]


def _found_instead(mention: Mention, found: dict[Place, Phrase], taken: set[Place]) -> Phrase | None:
    """What stands where nobody has decided yet on a phrase: 2002 was found, and in Japanese it is 2002年9月17日."""
    if mention.decision != Decision.WAITING or mention.note:
        return None
    others = taken - {(mention.start, mention.end)}
    meeting = (
        phrase
        for place, phrase in found.items()
        if _meets(place, {(mention.start, mention.end)}) and not _meets(place, others)
    )
    return next(meeting, None)


def _meets(place: Place, others: set[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def redate(article: Article, anchor: Anchor) -> list[Redated]:
    """Read every phrase again under the open change; settled ones that differ go back to waiting, with a note."""
    redated, fresh = plan(article, anchor)
    for one in redated:
        before = (one.mention.edtf, one.mention.rule, one.mention.facts, one.mention.alternatives)
        mention = fill(one.mention, one.readings)
        if one.phrase:
            mention.start, mention.end, mention.words = one.phrase.start, one.phrase.end, one.phrase.words[:300]
        if one.asks_again:
            _ask_again(mention, Anchor.of(article), anchor)
        if one.asks_again or one.phrase or before != (mention.edtf, mention.rule, mention.facts, mention.alternatives):
            save(mention)
    create_all(Mention, fresh)
    return redated


def _redated(article: Article, mention: Mention, readings: list[Reading], anchor: Anchor) -> Redated:
    new = readings[0].date if readings else None
    if mention.decision not in SETTLED:
        return Redated(mention, readings, mention.date, new, asks_again=False)
    typed = mention.decided_words or mention.words
    if typed == mention.words:
        return _settled(mention, readings, new)
    # A person typed another date: it stands, unless what was typed hangs on the publication date too.
    now = _first(_read(article, mention, typed, Anchor.of(article)))
    then = _first(_read(article, mention, typed, anchor))
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


def _read(article: Article, mention: Mention, words: str, anchor: Anchor) -> list[Reading]:
    around = article.text[max(0, mention.start - CONTEXT) : mention.end + CONTEXT]
    return dates.read(words, anchor.published_on, language=anchor.language or None, zone=anchor.zone, context=around)


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
