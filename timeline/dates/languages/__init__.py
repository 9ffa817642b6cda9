"""What a language says about dates: its words and its patterns, as data, in one shape for all languages.

How text becomes phrases
    1. The text is cut into tokens: words, numbers, signs. Each token known to the language carries *classes*
       ("May": month), each with a *value* (5). Unknown words are one class, and nothing matches across them.
    2. Patterns run over the classes, stage by stage. What a pattern matches becomes one *node* (a token of the
       next stage) of the classes that the pattern `gives`, so that later stages can build on it:
           core    one expression that is a date by itself: "5 May 2019", "last week", "three days ago", "昨年10月"
           part    a part of a date, or its place in one: "late May", "the second week of October", "5月下旬"
           time    a clock or part of day with its date: "Tuesday morning", "5 May at 06:00 JST"
           join    ranges and lists: "26 May to 2 June", "the 1970s and 1980s"
           bound   open sides, about, and what only its neighbours make a date: "until late 2017", "in 2002"
    3. Of the patterns that fit at a place, the longest wins; of equally long ones, the first written.

A pattern's shape is a line of elements separated by spaces
    {month}        a token or node of that class; its value goes into the fields under the name "month"
    {first:day}    the same, under the name "first"
    {day|ordinal}  any of these classes; the field is named after the first
    {+date|year}   the same, as a child: a plain token becomes a "calendar" node of its own, with its
                   class (or the name before a colon) as field
    of             that very word (in lower case)
    of|in|{sign}   any one of these; a class named in such a list gives no field
    ... ?  ... *   the element, or the group, is optional / repeated
    ( a b | c )    a group with choices; brackets and bars stand alone, between spaces
    <of|in         must stand before (one element, not part of the words);  !<of must not
    >of|in         must follow;                                             !>of must not
A node (made by an earlier stage) that a pattern captures becomes a child of the new node, in text order.

Signs that are also notation are written with a backslash: \\? \\( \\| .
Words of the class `article` ("the") are taken into the phrase when they stand right before a core.

Classes of numbers come with every language: number and count (1-9999), day (1-31), month_number (1-12), hour (0-24),
minute (two digits, 0-59), dd, mm, yy (two digits), year (1000-2999, four digits). `numeral` adds what the language
writes its own way: kanji numbers, "21st", "1970s".
Always there: unknown (words that are none of ours), edge (beginning or end of the text or of a paragraph).

What a pattern means: `meaning` names the resolver (timeline/dates/reading.py), the fields are its arguments:
    calendar   any sensible choice of
                 year | yy | fiscal | era + era_year | decade | hundreds (1800s) | short_decade (70) | word_decade |
                 century; bc 1; half 1-2; quarter 1-4; season 1-4; month | month_number; day; weekday; daypart
                 unit + shift: that unit before (-1), of (0), after (1) the base: "last week", 昨年 (year, -1); with
                   other fields, the year, month, week or day that those are in: 昨年10月, 先週の金曜日, 同月5日
                 shift alone, with weekday, month or season: "last Friday", "next October"
                 part (earlier, later): "earlier this month"
    numeric    first, second, third? | dotted: order by zone and anchor  3/7/2000
    event      month, day; event: the year of the day known by these figures; sure?   "9/11"
    named      name (timeline/dates/calendars.py), year?, shift?         "Christmas Eve 2018"
    offset     count ("X" = a few), unit, sign (-1, 1); base; a child    "two days later", "a week after 5 May"
    part       part: early mid late first_half second_half; a child      "late May", 5月下旬
    nth        nth (-1 last; 0 that holds it), unit | weekday, count?; a child   "the second week of October 2002"
    apposed    two children: one date told twice, the wider first     "two days later, on the 9th" (3日後の9日)
    within     two children: the first, a weekday, in the second         "Friday of the first week of May"
               nth, unit: that unit of the other child                   "5월 둘째 주 금요일"
    hung       two children: the second hangs on the first               "추석 다음 날", "설날 사흘 전"
    time       hour, minute, second, meridiem, daypart, zone; a child?   "Tuesday morning", 午前5時58分ごろ
    zoned      zone (tz database), daypart?; a child                     "Tuesday in Washington"
    range      how: lasting, between, to_anchor; two children            "from A to B", "between A and B"
    list       how: and, or; children                                    "5 and 7 May"
    bound      bound: until since from by before after or_later; a child          "until late 2017", 5月から
    about      qualifier: approximate, uncertain; a child                "about 1860", 1980年頃
    span       way (-1 past, 1 coming), count?, unit                     "the past three years"
    within_length  count, unit; way 1: whatever the verb says, unless_back: unless it looks back   "within five days"
    duration   count, unit              set   unit | weekday ..., count  vague   when (past, present, future)
    none       no date: it only keeps its words from other patterns
A month, year and the like that a range or list holds itself are shared by its children ("26-28 May").
What a pattern `gives`: date; whole ("the year", a date only inside others);
  clock (sure_clock: one that needs no "at"); duration; set; vague; other.
`base`: "anchor" (default; in a narrative the story's date), "today" (the anchor in any style: "two years ago"),
"previous" (the date read before it in the text: "the following day", 翌日, 同年), "later" (the same, or the anchor
where its clause looks ahead: 사흘 뒤), or "context" (the story's date in a narrative, the anchor in news: "the end of
the year"); "summed": in the past tense what was just spoken of, else the anchor ("for the year").
Units: second minute hour day week fortnight weekend month quarter half season year decade century.
Values: Monday is 1 (ISO 8601); seasons spring 1, summer 2, autumn 3, winter 4; a decade is its first year.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from timeline.dates.record import record

Value = int | str
Fields = dict[str, Value]
NO_FIELDS: Fields = {}
# The regular expression that nothing matches.
NOTHING = r"(?!)"
STAGES = ("core", "part", "time", "join", "bound")
# Each has a file of its name; what is long stands in files beside it (en_words, ...).
OWN_LANGUAGES = ("en", "ja", "ko")


@record
class Pattern:
    """One shape of words and what it means; `fields` holds what the shape itself says ("last" is shift -1)."""

    shape: str
    meaning: str
    fields: Mapping[str, Value] = NO_FIELDS
    gives: str = "date"
    glued: bool = False


def pattern(shape: str, meaning: str, gives: str = "date", glued: bool = False, **fields: Value) -> Pattern:
    """One pattern, with its own fields as keyword arguments."""
    return Pattern(shape, meaning, fields, gives, glued)


@record
class Language:
    """Everything the engine knows about one language."""

    code: str
    # Words stand between spaces (English), or run on (Japanese; Korean, whose particles hang on the word).
    spaced: bool
    # class -> {word in lower case: value}. Words of several classes stand in each of them.
    words: Mapping[str, Mapping[str, Value]]
    # stage -> patterns
    patterns: Mapping[str, tuple[Pattern, ...]]
    # One regular expression for the numbers as this language writes them (no capturing group).
    numbers: str = r"\d+"
    # A number as written -> its further classes and values, {} for none.
    numeral: Callable[[str], Fields] = lambda written: {}
    # Numbers in this language's own writing, so that their classes are known from the start.
    samples: tuple[str, ...] = ()
    # Classes of words that are names, and unknown words to patterns that do not ask for them.
    names: frozenset[str] = frozenset()
    # Words that are dates only with a capital letter ("May", "March", "Sun").
    capitals: frozenset[str] = frozenset()
    # Words that are dates only in capitals throughout ("BOY", the beginning of the year).
    initials: frozenset[str] = frozenset()
    # Where words run on: words, longest first, with what must stand before and after lest they be pieces of others.
    guards: tuple[tuple[tuple[str, ...], str, str], ...] = ()
    # Words that stand everywhere and begin patterns: what may follow them is looked at before all else.
    frequent: tuple[str, ...] = ()
    # What in a date's own clause looks ahead, or back; regular expressions over lower-case text.
    ahead: str = NOTHING
    back: str = NOTHING
    # Where every cue begins, so that no other place is tried: a word, in a language that puts spaces between them.
    cue_begins: str = ""
    # "to meet": ahead, but not after "failed"; `intention`: the past verbs after which it is ("agreed").
    infinitive: str = NOTHING
    intention: str = NOTHING
    # Cues that count only where a clause has no other; of these the first decides, since it is the verb.
    weak_ahead: str = NOTHING
    weak_back: str = NOTHING
    # What stands before "until Monday" when it lies ahead ("postponed").
    deferring: str = NOTHING
    # What ends a clause, and words whose clause does not count ("said").
    clause: str = r"[.;:!?\n]"
    # What ends a sentence.
    sentence: str = r"[.!?。！？](?=\s|\Z|[」』”\"])|[\n。！？]"
    reporting: str = NOTHING
    # What sets, asks for or puts off something: its date may well lie ahead of the verb.
    planning: str = NOTHING
    # What marks a clause as looking back from the story's own time ("had"): its date does not carry the story on.
    aside: str = NOTHING
    # What marks a clause as looking ahead of the story's own time ("would"): its date does not carry the story on.
    foretold: str = NOTHING
    # What joins a verb to another that says so for both ("had bought it and spent").
    joined: str = NOTHING
    # What makes an "until" the day of a step ("did not return until"), before it in the sentence.
    denial: str = NOTHING
    # What goes on about a date right after it (", when").
    telling: str = NOTHING
    # A month or year that only names a thing ("the August 1792 uprising"), with a word before it and one after it.
    naming: str = NOTHING
    # What tells of an end in the first sentence of a history, which then goes on before it.
    ending: str = NOTHING
    # What ends a sentence so far in a clause that only explains ("which was sold in").
    beside: str = NOTHING
    # What ends a sentence so far in what a figure is compared with ("up from $5 million in").
    comparing: str = NOTHING
    # What reports a figure ("the data for"): the month after it has come, whatever the verb.
    figures: str = NOTHING
    # The ends of that, so that it is not sought everywhere.
    before_figures: tuple[str, ...] = ()
    # What ranks a thing among others ("the first", "the worst"): "in three years" after it is a length.
    ranking: str = NOTHING
    # The same at the end of what stands before a count, no verb between ("the first congress in 36 years").
    ranked: str = NOTHING
    # What, as the end of a sentence without a verb, looks ahead ("会期は9月27日まで。").
    closing: tuple[str, ...] = ()
    # What after a date makes it the mark of a noun ("の"): the verb is then that of the noun.
    modifying: str = NOTHING
    # What stands before a name that is also a month: a title; a first name, which counts where it comes twice; what
    # is done to people; and what makes it a month all the same.
    titled: str = NOTHING
    first_name: str = NOTHING
    met: str = NOTHING
    before_month: str = NOTHING
    # What stands after such a name and belongs to people ("'s house").
    belongings: str = NOTHING
    # Words of games that are played in quarters; those that are of nothing else.
    game: str = NOTHING
    sure_game: str = NOTHING
    # Words that ask the reader to do something: their "today" is no date.
    appeal: str = NOTHING
    # What stands between a date and another name for it ("다음 날인 13일").
    namely: str = NOTHING
    # Where words run on: the letters that words are of (a phrase begins in the middle of none, but after one that is
    # known), and what may follow a word that is a phrase by itself.
    letters: str = NOTHING
    follows: str = ""
    # Where the verb stands after its date: another date, which a verb that looks ahead then tells of.
    nearer: str = NOTHING
    # Where the verb that decides stands: "before" the date first (English), or "after" it (Japanese, Korean).
    verb: str = "before"


@cache
def language(code: str) -> Language:
    """The language of that code; KeyError where it is none of ours (dateparser reads those)."""
    if code not in OWN_LANGUAGES:
        raise KeyError(code)
    found: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return found
