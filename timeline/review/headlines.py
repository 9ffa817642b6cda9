"""A first headline for an event: the sentence it is told in, without its date where that leaves it whole."""

import html
import re
from dataclasses import dataclass

LONGEST = 300
"""Characters of the field; a longer sentence ends with one of its clauses."""

_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"  # noqa: E501
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATED = re.compile(rf"(?:{_MONTHS}|{_WEEKDAYS}|today|yesterday|tomorrow)\b|\d", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:^|(?<=[\s(,]))(?:on|in|at|during)\s*$", re.IGNORECASE)
# A word that cannot end a clause: what it points at went with the date, or belongs to it.
_DANGLING = """
    a an the this that these those its his her their our of to for and or but with than as from since until till
    by before after between about around circa early late mid last next past per each every on in at during
    through over is are was were be been will would shall should can could may might must has have had not no
    hold held make made take took give gave bring brought fall falls fell
"""
# What may follow a date that is left out from the middle of a clause.
_GOES_ON = """
    to at in on with for from by after before when where while as that and but or so because near over under
    against into through during without within following amid if although though who which whether between
"""
_SUBJECT = """
    the a an he she it they we i you his her its their our this these there both all two three four five some
    many several no one
"""
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’-]{2,}|[A-Z]{2,})(?:[\s,/]+[\w.'’]+){0,6}?\s*(?:\([^()]{2,40}\)\s*)?[-–—]{1,2}\s+(?=\S)"
    r"|^[【［][^】］]{1,40}[】］]\s*"
    r"|^[(（][^()（）]{1,20}[=＝][^()（）]{1,20}[)）]\s*(?:[가-힣]{2,4}\s*(?:기자|특파원)\s*[=＝]\s*)?"
)
_SAID = re.compile(
    r",\s+(?:(?:he|she|they|it|(?:the|a|an)\s+[\w’'\s-]{2,40}|[A-Z][\w’'.]+(?:\s+[A-Z][\w’'.]+){0,3})\s+)"
    r"(?:said|says|added|told\s+(?:reporters|the\s+\w+))\.?$"
)
_CLAUSE = re.compile(r"[;；]\s|\s[–—]\s|,\s(?=(?:and|but|while|which|who|where|when|after|as|although|though|so)\s)")
_SENTENCE = re.compile(r"[。！？]|[.!?](?=\s+[A-Z“\"가-힣])")
_PAIRS = {"“": "”", '"': '"', "‘": "’", "「": "」", "『": "』"}
_BEFORE_JA = "、，はがもをにでへと」』）"
_BEFORE_KO = re.compile(r"(?:지난|오는|같은|매년|매달|매월|이달|지난달|다음\s?달|올해|내년|작년|[의월년\d])\s*$")
_AFTER_KO = re.compile(r"에?(?:,\s*|\s+)(?!오전|오후|밤|새벽|아침|저녁|낮|정오|자정|이후|이전|전후|\d)(?=\S)")


@dataclass(frozen=True)
class Told:
    """A sentence around its date phrase."""

    before: str
    words: str
    after: str

    @property
    def whole(self) -> str:
        """All of it."""
        return self.before + self.words + self.after


def suggest(before: str, words: str, after: str) -> str:
    """Return the sentence as a headline, whole; "" where it is too long and none of its clauses can stand alone.

    Dateline, "he said" and full stop go; the date goes where that breaks nothing, else it stays in.
    """
    told = _without_tail(_without_dateline(Told(*(_plain(part) for part in (before, words, after)))))
    left = _without_date(told)
    return _fit(_finish(told.whole if left is None else left))


def _plain(text: str) -> str:
    """Decode what an earlier import left encoded, and make one blank of many."""
    return re.sub(r"\s+", " ", html.unescape(text))


def _without_dateline(told: Told) -> Told:
    """Leave out the place and agency at the head; a date that stands in them goes with them."""
    found = _DATELINE.match(told.whole)
    if found is None:
        return told
    rest = len(told.before) - found.end()
    if rest >= 0:
        return Told(told.before[found.end() :], told.words, told.after)
    behind = found.end() - len(told.before) - len(told.words)
    return Told("", "", told.after[behind:]) if behind >= 0 else told


def _without_tail(told: Told) -> Told:
    """Leave out a closing "he said" that the date does not belong to."""
    after = told.after.rstrip(' .”"')
    found = _SAID.search(after)
    if found is None or "“" in told.whole or '"' in told.whole:
        return told
    return Told(told.before, told.words, after[: found.start()])


def _without_date(told: Told) -> str | None:
    """Return the sentence without its date; None where it would not be whole."""
    if not told.words or (re.search(r"[(（]$", told.before.rstrip()) and re.match(r"\s*[)）]", told.after)):
        return f"{told.before.rstrip()[:-1].rstrip()}{told.after.lstrip()[1:]}" if told.words else told.after
    if re.search(r"[\u3040-\u30ff]|[\u4e00-\u9fff]", told.whole) and not re.search(r"[\uac00-\ud7af]", told.whole):
        return _without_date_ja(told)
    return _without_date_ko(told) if re.search(r"[\uac00-\ud7af]", told.whole) else _without_date_en(told)


def _without_date_en(told: Told) -> str | None:
    before, after = _PREPOSITION.sub("", told.before).rstrip(), told.after
    with_preposition = len(before) < len(told.before.rstrip())
    following = re.findall(r"[\w’'-]+", after)[:2]
    close = re.match(r"\s*(?:(?:and|or|to|through|until)\b|[,–—-])?\s*(?:on\s+|in\s+)?", after)
    if _DATED.match(after, close.end() if close else 0) or re.match(r"[’'\w–-]", after):
        return None
    first = following[0] if following else ""
    if not before:
        rest = re.match(r"\s*,\s*|\s+", after)
        begins = first.casefold() in _SUBJECT.split() or first[:1].isupper() or "," in (rest[0] if rest else "")
        return after[rest.end() :] if rest and first and begins else None
    last = re.search(r"[\w’'-]+$", before.rstrip(","))
    if last is None or last[0].casefold() in _DANGLING.split() or _DATED.fullmatch(last[0]) or last[0].isdigit():
        return None
    if before.endswith(","):
        if _DATED.match(last[0]):
            return None
        if re.match(r"\s*,", after):
            # Between an adverbial and its clause one comma stays; between subject and verb none does.
            return f"{before if first.casefold() in _SUBJECT.split() else before[:-1]} {after.lstrip(' ,')}"
        return f"{before} {after.lstrip()}" if with_preposition and first else None
    if re.match(r"\s*(?:[.,;:!?]|$)", after):
        return before + after.lstrip()
    return f"{before}{after}" if first.casefold() in _GOES_ON.split() else None


def _without_date_ja(told: Told) -> str | None:
    before, after = told.before.rstrip(), told.after
    if before and before[-1] not in _BEFORE_JA:
        return None
    found = re.match(r"(?:に(?!は|も|か|お|つ|わ|よ|な|し)|には)?[、，]\s*|に(?=[一-龥])", after)
    return before + after[found.end() :] if found and after[found.end() :].strip("。") else None


def _without_date_ko(told: Told) -> str | None:
    found = _AFTER_KO.match(told.after)
    if found is None or _BEFORE_KO.search(told.before) or told.before.endswith("("):
        return None
    return told.before + told.after[found.end() :]


def _finish(text: str) -> str:
    """Take off what a headline does not end or begin with: full stop, the quotation marks around it, blanks."""
    plain = re.sub(r"\s+([,.;:!?])", r"\1", text).strip()
    for _time in range(2):
        plain = plain.rstrip("… ").rstrip(",、，;:").strip()
        if not re.search(r"\b(?:[A-Z]\.)+$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$", plain):
            plain = plain.rstrip(".。")
        plain = _unquoted(plain)
    return plain[:1].upper() + plain[1:]


def _unquoted(text: str) -> str:
    """Take off quotation marks that are around the whole or have no partner."""
    first, last = text[:1], text[-1:]
    if first in _PAIRS:
        inside = text[1:]
        if _PAIRS[first] not in inside:
            return inside.strip()
        if inside.find(_PAIRS[first]) == len(inside) - 1:
            return inside[:-1].strip()
    if last in _PAIRS.values() and not any(mark in text[:-1] for mark, closing in _PAIRS.items() if closing == last):
        return text[:-1].strip()
    return text


def _fit(text: str) -> str:
    """Return `text` where it fits, else its clauses that do; "" where it has none."""
    if len(text) <= LONGEST:
        return text
    ends = [found.start() for found in (*_SENTENCE.finditer(text), *_CLAUSE.finditer(text))]
    end = max((end for end in ends if 20 <= end <= LONGEST), default=0)
    return _finish(text[:end])
