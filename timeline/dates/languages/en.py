"""English: the patterns that join and bound dates, and what tells their direction."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

from timeline.dates.languages import Language, Pattern, en_days, en_notes, en_stories, en_tense, pattern
from timeline.dates.languages.en_core import ANY, CORE, TO
from timeline.dates.languages.en_numbers import NUMBERS, numeral
from timeline.dates.languages.en_talk import ASKING, TALK_CORE, TALK_PART
from timeline.dates.languages.en_words import WORDS

_OF = "-|in|of|on|during"
PART: tuple[Pattern, ...] = (
    pattern(f"very? {{part}} ( {_OF} )? the? {{+date|year|whole}}", "part"),
    pattern("mid -? ( to -? )? late {+date|year|whole}", "part", part="mid_late"),
    pattern("very? {part:part_noun} of the? {+date|year|whole}", "part"),
    pattern("{part:part_noun} of? {unit:one_unit}", "part", "date", base="context", shift=0),
    pattern("<by|before|until|till|around|since|after|at mid -? {unit:mid_unit}", "part", "date", part="mid", base="context", shift=0),
    pattern("<in|into|to|until|till|before|by|since|of|early the new {unit:year_word}", "calendar", base="context", shift=1, new=1),
    pattern("{unit:one_unit} 's {part:part_noun}", "part", "date", base="context", shift=0),
    pattern("{+whole} 's {part:part_noun}", "part"),
    pattern("{part:half_word} half|part of the? {+date|year|whole}", "part"),
    pattern("{part} part of the? {+date|year|whole}", "part"),
    pattern("{nth:ordinal|last} week of|in the? {+date|year|whole}", "nth", "date week_node", unit="week"),
    pattern("{nth:ordinal} {unit:one_unit} ( of|in|, ) the? {+date|year|whole}", "nth"),
    pattern("{nth:last} {unit:one_unit} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:ordinal} {+weekday_node} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:last} {+weekday_node} ( of|in ) the? {+date|year|whole}", "nth"),
    pattern("{nth:ordinal} {unit:one_unit} {+date}", "nth"),
    pattern("{nth:last} {unit:one_unit} {+date}", "nth"),
    pattern("{nth:ordinal|last} {+duration} ( of|in ) the? {+date|year|whole}", "nth", "date stretch_node"),
    pattern("{nth:ordinal} {nth_last:last} {unit:one_unit} of|in the? {+date|year|whole}", "nth"),
    pattern("{quarter:ordinal} quarter of the? {+date|year|whole}", "nth", unit="quarter"),
    pattern("!<for {+duration} {sign:after_word} !>{modifier} {+date|year} !>'s", "offset"),
    pattern("{+relation} the? {+date|year}", "offset"),
    pattern("{+duration} ,? starting|beginning|from on? {+date}", "stretch"),
    pattern("( from|between )? {+clock} -|to|and|until|untill|till|til|thru|through {+clock}", "time", "clock"),
    pattern("from|between {hour} -|to|and|until|till {+clock}", "time", "clock"),
    pattern("<the {unit:one_unit} {sign:beside} {+date|year}", "offset", count=1),
    pattern("{+clock} {zone:zone_time} time", "time", "clock sure_clock"),
    pattern("weekend of {+date}", "nth", nth=0, unit="weekend"),
    pattern("week of|beginning|starting|commencing on? {+date}", "nth", nth=0, unit="week"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+weekday_node} ( of|in|during )? the? {+week_node}", "within"),
    pattern("{+date} ,? ( early|late )? ( {daypart} )? ( ,? at|around|about|by|@|/|- )? about? {+clock}", "time"),
    pattern("at? about? {+clock} ,? ( in the {daypart} )? ( of|on )? {+date} {daypart}?", "time"),
    pattern("( early|late )? {daypart} ,? of|on the? {+date}", "time"),
    pattern("{daypart} {+date}", "time"),
    pattern("{+date} ,? ( early|late|in the )? {daypart}", "time"),
    pattern("{+date} ,? {hour} - {hour} !>{unknown}|-|/", "time"),
    pattern("{+date} at|@ {hour} !>{unknown}|-|/|,|{unit}|and|{month}|or|.", "time"),
    pattern("{+sure_clock}", "time", "time"),
    pattern("{+weekday_node} {daypart}? in {zone:zone_place}", "zoned"),
    pattern("<the {unit:day_only} {shift:beside} >.|,|{edge}|\\?", "calendar", base="previous"),
    pattern("<the {daypart} {shift:beside} >.|,|;|{edge}", "calendar", unit="day", base="previous"),
    pattern("<at|around|about|by|from|until|since|before|after|{edge} {+clock}", "time", "time"),
    pattern("about|around|circa|approximately|approx|roughly|~ .? {+date|year}", "about", qualifier="approximate"),
    pattern("c|ca .? {+date|year} \\??", "about", qualifier="approximate"),
    pattern("some time in {+date|year}", "about", qualifier="approximate"),
    pattern("perhaps|possibly|probably|maybe in? {+date|year}", "about", qualifier="uncertain"),
    pattern("{+date|year} approximately|approx|circa", "about", qualifier="approximate"),
    pattern("{+date|year} or so", "about", qualifier="approximate"),
    pattern("<{edge} {+date|year} \\? >{edge}", "about", qualifier="uncertain"),
    pattern("{+date|year} \\( uncertain \\)", "about", qualifier="uncertain"),
    pattern("uncertain : {+date|year}", "about", qualifier="uncertain"),
    pattern("{+date|year} guess", "about", qualifier="uncertain"),
)  # fmt: skip
JOIN: tuple[Pattern, ...] = (
    pattern(
        f"from {ANY} ,? {TO}|into|and|up to? ( well|about|around|the )? into? {ANY} ( of|in {{year}} )? !>{{counted}}",
        "range",
        how="lasting",
    ),
    pattern(f"between {ANY} and {ANY} ( of|in {{year}} )?", "range", how="between"),
    pattern(f"{{+date}} {TO} {ANY}", "range", how="lasting"),
    pattern(f"{{+year}} {TO} {{+date}}", "range", how="lasting"),
    pattern("{+date} , {+date} ,? and {+date}", "list", how="and"),
    pattern(
        "<in|of|during {+year} ( , {+year|date} )? ( , {+year|date} )? , {+year|date} ,? and {+date}", "list", how="and"
    ),
    pattern("<in|of|during {+year} , {+year|date} ,? and {+date}", "list", how="and"),
    pattern("{+date} and|& {+date}", "list", how="and"),
    pattern("{+date} and|& {+year} !>{counted}", "list", how="and"),
    pattern("<in|of|during|both {+year} and {+year}", "list", how="and"),
    # "In 1930, thirty years later, ..." tells one date twice.
    pattern("in|on {+date|year} , {+later_count} >,|.|;|{edge}", "plain"),
    # So does "on 4 May 1950, two days after the army crossed the river".
    pattern(
        "( in|on )? {+date} , ( {+duration} | the {+unit:one_unit} ) after|before !>which|whom >{unknown}|{holder}|he|she|it|they",
        "plain",
    ),
    pattern("in|on {+year} , {+duration} after|before >{unknown}|{holder}|he|she|it|they", "plain"),
    pattern("{+date} or {+date}", "list", how="or"),
    pattern("between the? {+day:day_figure|word_day} and the? {+date}", "range", how="between"),
    pattern("from the? {+day:day_figure|word_day} to the? {+date}", "range", how="lasting"),
    pattern("beginning|starting on? {+date} and ending on? {+date}", "range", how="lasting"),
    pattern("from|between|since {+date|year} to|until|till|and|- date|{now}|present|today", "range", how="to_anchor"),
    pattern("{+date|year} to|until|till|- date|{now}|present", "range", how="to_anchor"),
    pattern(
        "( from|since )? {+date|year} ,? up? to|until|till|- the present day|time? !>{unknown}",
        "range",
        how="to_anchor",
    ),
    pattern("between {+date|year} and the present day|time?", "range", how="to_anchor"),
    pattern("from|between {now} -|to|until|till|and {+date|year}", "range", how="from_anchor"),
)
_DATE = f"( on|in|at|the )? ( at least )? about? {ANY}"
BOUND: tuple[Pattern, ...] = (
    pattern("through the? {+stretch_node}", "plain"),
    pattern(f"until|till|til|through|thru {_DATE}", "bound", bound="until"),
    pattern(f"up to|until|till {_DATE}", "bound", bound="until"),
    pattern(f"all through {_DATE}", "plain"),
    pattern(f"ever? since {_DATE}", "bound", bound="since", past=1),
    pattern(f"from {ANY} ( on|onward|onwards )?", "bound", bound="from"),
    pattern("starting|beginning|effective ( on|in|from )? {+date}", "bound", bound="from"),
    # What stood so on a day, unless it takes effect then.
    pattern(f"<effective as of {ANY}", "bound", bound="from"),
    pattern(f"as of {ANY}", "plain"),
    pattern(f"{ANY} onward|onwards", "bound", bound="from"),
    pattern(f"by {ANY}", "bound", bound="by"),
    pattern(f"( in )? {ANY} or later|after|afterwards|thereafter !>than", "bound", bound="or_later"),
    pattern(f"( in )? {ANY} or earlier|before", "bound", bound="by"),
    pattern(f"( in )? {ANY} at the latest", "bound", bound="by"),
    pattern(f"( in )? {ANY} at the earliest", "bound", bound="or_later"),
    pattern(f"no later than {ANY}", "bound", bound="by"),
    pattern(f"no earlier|sooner than {ANY}", "bound", bound="or_later"),
    pattern(f"not before {_DATE}", "bound", bound="or_later"),
    pattern(f"on or before {_DATE}", "bound", bound="by"),
    pattern(f"on or after {_DATE}", "bound", bound="or_later"),
    pattern(f"before {_DATE}", "bound", bound="before"),
    pattern("before {+whole} is|was out|over|up", "bound", bound="before_end"),
    pattern("before {+whole} ends|ended|closes|closed", "bound", bound="before_end"),
    pattern(f"prior|earlier to|than {_DATE}", "bound", bound="before"),
    pattern("pre -? {+year}", "bound", bound="before"),
    pattern(f"after|following {_DATE}", "bound", bound="after"),
    pattern(f"later than {_DATE}", "bound", bound="after"),
    pattern("post -? {+year}", "bound", bound="after"),
    # A bare year is a date only by its neighbours.
    pattern("in {year}", "calendar"),
    pattern("<{before_year}|{part} {year} !>{counted}", "calendar"),
    pattern("<{holder} {year} >{unknown}|{day_of}|{day_alone} !>{counted}", "calendar"),
    pattern("<{life_word} {year} !>{counted}|{unknown}", "calendar"),
    pattern("<{holder} {year} >{part_noun}|{half_word}|{ordinal} !>{counted}", "calendar"),
    pattern("<{unknown}|{season}|'|'s day {year} !>{counted}", "calendar"),
    pattern("{year:odd_year} >{year_noun}", "calendar"),
    pattern("<.|;|) {year} >:", "calendar"),
    pattern("<{edge}|: {year} >{edge}|,|\\?|:|;|\\(", "calendar"),
    pattern("<\\( {year} >\\)|,", "calendar"),
    pattern("<, {year} >,|\\)|.", "calendar"),
    pattern("<{edge}|.|,|;|and|so {year} >{year_verb}", "calendar"),
)  # fmt: skip

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# What stands after a year that is no noun named by it.
_NO_NOUN = (
    "and|or|but|in|on|at|of|to|the|an?|by|for|from|with|as|when|where|while|after|before|until|till|through|onwards?|that|which|"
    "who|whose|was|were|is|are|had|has|have|did|would|could|saw|brought|marked|became|began|ended|he|she|it|they|his|her|"
    "its|their|this|there|under|over|because|if|although|though|so|then|alone|about|around|during|between|against|into|later"
)
# What puts something in a row; verbs that part it from a count after it.
_RANKS = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|worst|best|"
    r"(?!west|east|test|protest|guest|request|arrest|interest|priest|forest|contest|harvest|invest|suggest|rest\b)\w{2,}est"
)
_VERBS = r"(?:will|would|is|are|was|were|be|been|to|shall|should|can|could|may|might|must|has|have|had|not)\b"
_SURE_GAME = r"touchdowns?|TDs?|quarterback|half-?time|field goals?|free throws?|(?:3|three)-pointers?|layups?"

LANGUAGE = Language(
    code="en",
    spaced=True,
    words=WORDS | en_days.WORDS,
    patterns={
        "core": TALK_CORE + en_days.CORE + en_notes.CORE + en_stories.CORE + CORE,
        "part": en_days.PART + en_stories.PART + en_notes.PART + PART + TALK_PART,
        "time": en_stories.TIME + TIME + en_notes.TIME,
        "join": JOIN,
        "bound": BOUND,
    },
    numbers=NUMBERS,
    numeral=numeral,
    samples=(
        "7",
        "9",
        "11",
        "1st",
        "21st",
        "40th",
        "330",
        "0330",
        "1130",
        "2030",
        "1990",
        "0005",
        "thirty-one",
        "1970s",
        "1900s",
        "70s",
        "twenty-one",
        "two thousand",
        "twenty-first",
        "thirty-third",
        "8.30",
        "1.2.2003",
        "1.2.03",
        "1998's",
        "20190502",
        "2019.05.02",
    ),
    namely=r", on ",
    names=frozenset({"zone_place", "zone_time", "life_word", "newspaper"}),
    frequent=("the", "in", "on", "that", "for", "as", "by", "at", "from", "a", "to", "of", "and"),
    capitals=frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed"}),
    initials=frozenset({"bom", "boy"}),
    ahead=en_tense.AHEAD + ASKING,
    back=en_tense.BACK,
    sentence=en_tense.SENTENCE,
    infinitive=en_tense.INFINITIVE,
    intention=en_tense.INTENTION,
    weak_ahead=en_tense.WEAK_AHEAD,
    weak_back=en_tense.WEAK_BACK,
    cue_begins=r"\b(?=['’\w])",
    deferring=en_tense.DEFERRING,
    titled=r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Senator|Judge|Inspector|Aunt|Uncle|(?:Prime )?Minister|President)\.? \Z",
    first_name=r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Nn]ear )(?<!\b[Ff]rom )(?<=[a-z,.!?”\"] )((?!(?:In|On|At|By|For|To|From|Of|Since|Until|Till|Before|After|Between|Through|And|Or|Early|Late|Mid|"
    r"The|This|That|Last|Next|Every|Each|Its|His|Her|Their|When|While|As|But)\b|\w+day\b)[A-Z][a-z]+) \Z",
    met=r"\b(?:met|marri(?:ed|es)|kiss(?:ed|es)|hugg(?:ed|s)|phon(?:ed|es)|thank(?:ed|s)|lov(?:ed|es)) \Z",
    belongings=r"['’]s (?:house|home|flat|room|kitchen|garden|car|face|eyes|hair|hands?|arms?|voice|mother|father|husband|wife|sister|brother|parents|friends?|family)\b",
    before_month=r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hrough|throughout|"
    r"[Ff]or|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Bb]etween|[Oo]f|[Tt]o)\W*\Z",
    game=rf"\b(?:{_SURE_GAME}|rebounds|fumbl\w+|punt(?:s|ed)?|interceptions?|kickoff|yards?|\d+-\d+ (?:run|lead))\b",
    sure_game=rf"\b(?:{_SURE_GAME})\b",
    aside=r"\b(?:had|previously|earlier|originally|formerly|once|(?:planned|scheduled|intended) for)\b|(?<!was )(?<!were )(?<!been )(?<!and )\b(?:begun|born|written|(?:founded|built|designed|commissioned|composed|painted|established|granted|started|created) by)\b",
    foretold=r"\b(?:(?:until|till)\b(?=.*\|)|(?:planned|scheduled|intended) for|would|was to|were to|(?:promised|pledged|vowed|hoped|intended|expected) (?!in\b|on\b)(?=[^|])|to this day|is still|are still|remains?)\b",
    joined=r"\b(?:and|or|but)\s*\Z",
    denial=r"(?:\b(?:not|never|no|nor|neither|none|nothing|nobody|only)\b|n't\b)(?!.*[;:])",
    telling=r",? (?:when|in which|during which)\b",
    naming=rf"\b(?:the|an?|its|his|her|their|'s|of) (?:(?:{_MONTHS})[a-z]* )?\d{{4}} (?!(?:{_NO_NOUN})\b)(?=[A-Za-z])",
    ending=r"\b(?:end(?:ed|ing|s)?|last(?:ed|ing|s)?|finish(?:ed|ing)?|closed|conclud(?:ed|ing)|surrender(?:ed)?|died|until|till)\b",
    beside=r"(?:\b(?:which|who|whom|whose|where|since|(?:founded|born|acquired|established|elected|appointed|built|signed|dated)(?: in| on)?)\b|, (?:first |last |once )?(?:\w+ed|built|begun|sold|bought|set up|held|won|made|shown|written|published)\b)[^,;:()]*\Z",
    comparing=r"\b(?:from|against|versus|vs\.?|than|compared (?:with|to)) (?:[\w-]+ ){0,5}(?:[$£€¥]\d|\d[\d,.]*(?:%|p\b| (?:million|billion|percent|per cent|points?|cents|shares|contracts|yen|marks)\b))(?:[^;:().]|\.(?=\d))*\Z",
    before_figures=(" for ", " for the ", " in ", " in early ", " in late ", " in mid-"),
    figures=r"\b(?:figures?|data|statistics|results?|numbers|reports?) for (?:the )?\Z|, (?:at|against|versus|up from|down from) [$£€]?\d[\d,.]*[^,;\d]* in (?:early |mid-|late )?\Z",
    ranking=rf"\b(?:{_RANKS}|only|once|twice|times?|record|most|least)\b",
    ranked=rf"\b(?:{_RANKS})(?:[ -](?!{_VERBS})[\w'’]+){{0,4}}[ ]\Z",
    clause=r",(?!\d)|[;:()\[\]\"]|\s-+\s|[.!?](?=\s|\Z)(?!\s+[a-z\d])|\n|\b(?:who|which|when|that|where|while|as|because|but|and|after|before|although|though|whose)\b",
    appeal=r"\b(?:subscribe|register|sign up|donate|order|download|click|buy|join us)\b",
    planning=r"\b(?:call(?:s|ed)? for [^,;]{0,40}|(?:postpon|delay|mov|extend|push|reschedul)(?:ed|es|s)? [^,;]{0,40}(?:to|until)|"
    r"put (?:off|back) [^,;]{0,40}(?:to|until)|signed off on an?|approved an?)(?: (?:on|for|in))? \Z",
    reporting=r"\b(?:said|says|told|reported|announced|added|according|quoted|confirmed|stated|noted|wrote)\b",
)
