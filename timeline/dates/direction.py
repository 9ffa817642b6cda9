"""Which way a date's own clause looks: back (the default of news) or ahead."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial

from timeline.dates.context import Way
from timeline.dates.languages import NOTHING, OWN_LANGUAGES, Language, language

_SENTENCE_END = re.compile(r"[.!?。！？](?=\s|\Z|[」』”\"])|[\n。！？]")
_WIDTH, _CHINESE_WIDTH = 240, 60
_BLOCK, _FEW = 1000, 4
_LINE = 80
_FIGURES, _COMPARED = 32, 80
_BRACKET, _NAMING, _NEAR = 60, 12, 50
_PAUSE = re.compile(r"[.,;:!?]")
_OWNS = re.compile(r"['’]s\b")
_GOES_ON = re.compile(r"^(?:is|are|['’]re|['’]m)\b.*\w(?:ing|ed)\Z")
_CHINESE_AHEAD = re.compile("将|將|拟于|擬於|预计|預計|定于|定於|计划|計劃|预定|預定")


@cache
def _cues(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known: Language = language(code)
    kinds = ("ahead", "back", "infinitive", "weak_ahead", "weak_back")
    named = [f"(?P<{kind}>{marks})" for kind in kinds if (marks := getattr(known, kind)) != NOTHING]
    return re.compile(f"{known.cue_begins}(?:{'|'.join(named)})"), re.compile(known.clause), re.compile(known.reporting)


@cache
def _anywhere(code: str) -> re.Pattern[str]:
    """The cues of a language without what ties some of them to the place of a date: none of these, none of those."""
    return re.compile(_cues(code)[0].pattern.replace(r"\Z", "").replace(r"\A", ""))


@cache
def _nearer(code: str) -> re.Pattern[str]:
    return re.compile(language(code).nearer)


class Quiet:
    """Where a text has no cue at all, so that a thousand dates in a row do not search the same words a thousand times.

    A block of the text is searched as a whole once a few dates in it have asked.
    """

    def __init__(self, text: str, code: str) -> None:
        self._text, self._code = text, code
        self._asked: dict[int, int] = {}
        self._known: dict[int, bool] = {}

    def around(self, start: int, end: int) -> bool:
        """Whether no cue stands near a place; False also where that is not known yet."""
        blocks = range(max(0, start - _WIDTH) // _BLOCK, (end + _WIDTH) // _BLOCK + 1)
        asked = self._asked[blocks[0]] = self._asked.get(blocks[0], 0) + 1
        return asked > _FEW and all(map(self._is_quiet, blocks))

    def _is_quiet(self, block: int) -> bool:
        if block not in self._known:
            low, high = block * _BLOCK, (block + 1) * _BLOCK
            self._known[block] = _anywhere(self._code).search(self._text, max(0, low - _WIDTH), high + _WIDTH) is None
        return self._known[block]


def look(text: str, start: int, end: int, code: str, quiet: Quiet | None = None) -> Way:
    """-1 or 1 for the words at a place, and the words that decided; 0 and "" where nothing does.

    The nearest cue of the date's own clause decides: before the date in English, after it in Japanese and Korean.
    Only where the clause has none do its neighbours count, and then not those that merely report. A date that owns
    something ("Tuesday's vote could") is no part of what the verb after it says.
    """
    if code not in OWN_LANGUAGES:
        return _look_in_chinese(text, start, end) if code.partition("-")[0] == "zh" else (0, "")
    if quiet and quiet.around(start, end):
        return 0, ""
    both, clause, reporting = _cues(code)
    after = _until(text[end : end + _WIDTH], sentence_end(code))
    own_after = _until(after, clause)
    if text.endswith(language(code).before_figures, 0, start):
        figures = _marks(code, "figures")
        if figures and (told := figures.search(text, max(0, start - _FIGURES), start)):
            return -1, told[0].strip(" ,")
    verb_follows = language(code).verb == "after"
    if verb_follows and (cue := both.search(own_after)):
        # "7월 물가는 2일 발표된다": the verb tells of the day beside it, not of the month.
        nearer = cue["ahead"] and _nearer(code).search(own_after, 0, cue.start())
        return (0, "") if nearer else _way(cue)
    if not after.strip() and (
        last := next((word for word in language(code).closing if text.endswith(word, 0, end)), "")
    ):
        return 1, last
    before = _sentence_before(text, start, code)
    own_before = _since(before, clause)
    joined, head = _marks(code, "joined"), before[: len(before) - len(own_before)]
    link = joined.search(head) if joined else None
    owns = _OWNS.match(after)
    found = _decisive(both, (link[0] if link else "") + own_before, code)
    # "Police are meeting over Monday's attack": what goes on now says nothing of the day that owns something.
    if found and not (owns and _GOES_ON.search(found[1])):
        return found
    if owns:
        found = _first(both, own_after)
        return found if found and found[1].startswith("will") else (0, "")
    if not verb_follows and (found := _first(both, own_after)):
        return found
    rest_after, rest_before = after[len(own_after) :], _since_semicolon(head)
    next_clause = partial(_first, both, _next_clause(rest_after, clause))
    last_clause = partial(_decisive, both, rest_before, code)
    # "It will begin in May and expire on 4 June, unless extended": one verb with the one before it.
    for pick in (last_clause, next_clause) if link else (next_clause, last_clause):
        found = pick()
        if found and not reporting.fullmatch(found[1]):
            return found
    # "By June, a month before the union, it was larger."
    return (0, "") if verb_follows or rest_before.strip() else _first(both, rest_after) or (0, "")


def _look_in_chinese(text: str, start: int, end: int) -> Way:
    """Chinese verbs have no tense: its news looks back unless a word of the sentence says "will" or "plans to"."""
    before = _since(text[max(0, start - _CHINESE_WIDTH) : start], _SENTENCE_END)
    found = _CHINESE_AHEAD.search(before + _until(text[end : end + _CHINESE_WIDTH], _SENTENCE_END))
    return (1, found[0]) if found else (-1, "")


@cache
def sentence_end(code: str) -> re.Pattern[str]:
    """What ends a sentence of a language."""
    return re.compile(language(code).sentence) if code in OWN_LANGUAGES else _SENTENCE_END


@cache
def _marks(code: str, name: str) -> re.Pattern[str] | None:
    """A pattern of a language's `name`; None for a language without such marks, which then need not be looked for."""
    marks = getattr(language(code), name) if code in OWN_LANGUAGES else NOTHING
    return None if marks == NOTHING else re.compile(marks)


def is_aside(text: str, start: int, end: int, code: str) -> bool:
    """Whether the clause around a place looks back from the story's own time ("had been killed in", "in 1911 had")."""
    marks = _marks(code, "aside")
    if marks is None:
        return False
    return looks_back(text, start, code) or marks.search(_until(text[end : end + _NEAR], _PAUSE)) is not None


def looks_back(text: str, start: int, code: str) -> bool:
    """Whether the words before a place look back from the story's own time."""
    marks = _marks(code, "aside")
    if marks is None:
        return False
    before, clause = _sentence_before(text, start, code), _cues(code)[1]
    own = _since(before, clause)
    if marks.search(own):
        return True
    # "He had bought it and spent": the verb after "and" has the same "had".
    joined = _marks(code, "joined")
    rest = before[: len(before) - len(own)]
    link = joined.search(rest) if joined else None
    if link is None or not _cues(code)[0].match(own.lstrip()):
        return False
    return marks.search(_since(rest[: link.start()], clause)) is not None


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether a place stands within brackets of its own line, with words after them."""
    before, after = text[max(0, start - _BRACKET) : start], text[end : end + _BRACKET]
    opened, closed = before.rfind("("), after.find(")")
    if opened <= before.rfind(")") or closed < 0 or 0 <= after.find("(") < closed:
        return False
    return "\n" not in before[opened:] + after[: closed + 1] and not after[closed + 1 :].startswith("\n")


def denies(text: str, start: int, end: int, code: str) -> bool:
    """Whether an "until" tells when something did happen: "not ... until", "until X, when ..."."""
    marks = _marks(code, "denial")
    denied = marks is not None and marks.search(_sentence_before(text, start, code)) is not None
    return denied or tells_on(text, end, code)


def tells_on(text: str, end: int, code: str) -> bool:
    """Whether the sentence goes on about a date right after it ("in 1704, when")."""
    marks = _marks(code, "telling")
    return marks is not None and marks.match(text, end) is not None


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a place stands in a short line of its own that is no sentence."""
    first, last = text.rfind("\n", max(0, start - _LINE), start), text.find("\n", end, end + _LINE)
    if last < 0 or (first < 0 and start > _LINE):
        return False
    line = text[first + 1 : last].rstrip()
    return len(line) < _LINE and line[-1:] not in ".!?:;,"


def names(text: str, start: int, end: int, code: str) -> bool:
    """Whether a month or year only names a thing ("the August 1792 uprising")."""
    marks = _marks(code, "naming")
    found = marks.search(text, max(0, start - _NAMING), end + _NAMING) if marks else None
    return found is not None and found.start() <= start + _NAMING and found.end() > end


def ends(text: str, start: int, code: str) -> bool:
    """Whether the words before a place tell of an end ("and ended on")."""
    marks = _marks(code, "ending")
    return marks is not None and marks.search(_since(_sentence_before(text, start, code), _cues(code)[1])) is not None


def is_foretold(text: str, start: int, end: int, code: str) -> bool:
    """Whether the clause around a place looks ahead from the story's own time ("would recall in")."""
    marks = _marks(code, "foretold")
    if marks is None:
        return False
    clause = _cues(code)[1]
    before = _since(_sentence_before(text, start, code), clause)
    after = _until(_until(text[end : end + _WIDTH], sentence_end(code)), clause)
    return marks.search(f"{before}|{after}") is not None


def is_beside(text: str, start: int, code: str) -> bool:
    """Whether a place stands in a clause that only explains a name ("which was sold in")."""
    return _sentence_has("beside", text, start, code)


def compares(text: str, start: int, code: str) -> bool:
    """Whether a place tells what a figure is compared with ("up from $5 million in")."""
    marks = _marks(code, "comparing")
    return marks is not None and marks.search(text, max(0, start - _COMPARED), start) is not None


def modifies(text: str, end: int, code: str) -> bool:
    """Whether what follows makes a date the mark of a noun (4月の統計), so that the verb is that of the noun."""
    marks = _marks(code, "modifying")
    return marks is not None and marks.match(text, end) is not None


def ranks(text: str, start: int, code: str) -> bool:
    """Whether the sentence before a place puts something first, worst or so ("the second raid in three days")."""
    return _sentence_has("ranking", text, start, code)


def plans(text: str, start: int, end: int, code: str) -> bool:
    """Whether the clause of a place sets, asks for or puts off what is to be then ("called for a strike on")."""
    marks = _marks(code, "planning")
    if marks is None:
        return False
    if language(code).verb == "after":
        return marks.search(_until(text[end : end + _WIDTH], _cues(code)[1])) is not None
    return marks.search(_sentence_before(text, start, code)) is not None


def is_ranked(text: str, start: int, code: str) -> bool:
    """Whether what stands right before a place is put first, worst or so ("the first congress in 36 years")."""
    return _sentence_has("ranked", text, start, code)


def defers(text: str, start: int, code: str) -> bool:
    """Whether what stands before a place puts something off ("postponed until")."""
    marks = _marks(code, "deferring")
    return marks is not None and marks.search(_since(_sentence_before(text, start, code), _cues(code)[1])) is not None


def appeals(text: str, start: int, code: str) -> bool:
    """Whether the sentence up to a place asks its reader to do something ("register here today")."""
    return _sentence_has("appeal", text, start, code)


def _sentence_has(name: str, text: str, start: int, code: str) -> bool:
    marks = _marks(code, name)
    return marks is not None and marks.search(_sentence_before(text, start, code).lower()) is not None


@lru_cache(maxsize=4)
def _sentence_before(text: str, start: int, code: str) -> str:
    return _since(text[max(0, start - _WIDTH) : start], sentence_end(code))


def _since(text: str, sign: re.Pattern[str]) -> str:
    """What stands after the last sign."""
    last = 0
    for found in sign.finditer(text):
        last = found.end()
    return text[last:]


def _since_semicolon(text: str) -> str:
    """What stands before a clause in the same part of its sentence."""
    return "" if text.endswith(";") else text.rpartition(";")[2]


def _until(text: str, sign: re.Pattern[str]) -> str:
    found = sign.search(text)
    return text[: found.start()] if found else text


def _next_clause(text: str, clause: re.Pattern[str]) -> str:
    found = clause.match(text)
    return _until(text[found.end() :], clause) if found and found[0] != ";" else ""


def _first(both: re.Pattern[str], text: str) -> Way | None:
    """The first sure cue, else the first weak one; what is merely meant ("to sign") decides nothing behind a date."""
    weak = None
    for found in both.finditer(text):
        if found.lastgroup in ("ahead", "back"):
            return _way(found)
        weak = weak or (None if found.lastgroup == "infinitive" else found)
    return _way(weak) if weak else None


def _decisive(both: re.Pattern[str], text: str, code: str) -> Way | None:
    """The last sure cue, else the first weak one."""
    last = weak = None
    for found in both.finditer(text):
        if found.lastgroup in ("ahead", "back"):
            last = found
        elif found.lastgroup == "infinitive":
            intention = _marks(code, "intention")
            if last is None or last.lastgroup != "back" or (intention and intention.match(last[0])):
                last = found
        else:
            weak = weak or found
    decides = last or weak
    return _way(decides) if decides else None


def _way(found: re.Match[str]) -> Way:
    return (-1 if found.lastgroup in ("back", "weak_back") else 1), found[0].strip()
