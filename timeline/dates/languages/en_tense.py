"""English: which verbs look back and which ahead, so that "Monday" and "in May" find their side of the anchor."""
# A list of words stands on few lines, however long.
# ruff: noqa: E501

from __future__ import annotations

# A full stop after these, after an initial or before a small letter or a figure ("Dec. 5") ends no sentence.
_NO_TITLE = r"(?<!\b(?:Mr|Ms|Dr|St|Lt).)(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt|Adm|Rev).)(?<!\b(?:Capt|Prof|Pres).)"
SENTENCE = rf"[.!?](?<![.\s][A-Z].){_NO_TITLE}(?=\s|\Z|[”\"])(?!\s+[a-z\d])|\n"


def _any(words: str) -> str:
    return "|".join(words.split())


_MODALS = r"will|wo(?=n['’]t)|would|shall|['’]ll|could|should|may|might|must|can|ca(?=n['’]t)|cannot"
# After these a modal or "to" has no verb, but a noun.
_NO_VERB = r"(?!(?:the|an?|their|his|its|her|our|my|your|this|that|these|those|each|all|some|any|no|more|most)\b|[A-Z])"
_SCHEDULED = _any(
    "plans? planned planning scheduled rescheduled slated due payable effective hoped hopes?(?=\\s(?:to|that)\\b) intends? intended wants? wanted prepar\\w+ arranged"
)
# Only what people arrange is told of a day ahead in this way: motion, meeting, opening, deeds.
_ARRANGING = _any(
    "go com leav arriv depart return head travel travell fly sail driv mov visit tour meet gather conven host hold receiv see attend join bring send "
    "open start begin launch clos end resum reopen releas publish unveil debut premier air marry gett play fac speak address perform appear testify "
    "vot tak hav giv stag runn present celebrat announc elect retir resign introduc offer sell show throw do mak plann prepar hop expect aim await "
    "wait look stay stepp cutt rais chang switch deliver ship battl compet return work sign reveal"
)
_ARRANGED_FOR = _any(
    "held opened flown taken brought transferred returned reopened moved launched released freed published staged sworn buried inaugurated shown sold offered unveiled closed sent "
    "deported honored honoured arraigned sentenced"
)
PROGRESSIVE = (
    rf"(?:is|are|['’]re|['’]m)(?: (?:not|also|now))* (?:being (?:{_ARRANGED_FOR})|(?:{_ARRANGING})ing(?! over\b))"
)
_VICTIMS = r"(?:\d|(?:at least|about|over|more than|up to|some|scores|dozens|hundreds|thousands|one|two|three|four|five|six|seven|eight|nine|ten|several|many|a trail)\b|(?:\w+ ){0,4}(?:dead|homeless|hurt|injured|wounded|missing|stranded|trapped|without)\b)"
# Past or present alike, these begin what is arranged; as nouns they are rare.
_SURE_PRESENT = _any("begins starts opens resumes meets departs arrives returns expires ends concludes")
AHEAD = (
    rf"\b(?:{_MODALS}|is to|are to|was to|were to|about to|due to|going to|set to|(?:['’]ve|have|has) got to)(?:n['’]t)?"
    rf"(?:\s+(?:not|also|be|then|again|likely|soon))*\s+{_NO_VERB}\w+"
    rf"|\b(?:{_SCHEDULED}|set for|(?<!than )(?<!-)expect(?:ed|s)?|(?i:ahead of)|upcoming|(?i:next up)|(?:put (?:off|back)|pushed back|postponed|moved|rescheduled) to(?=\s*\Z)|{_SURE_PRESENT}|leaves(?! {_VICTIMS})"
    r"|takes (?:effect|office|place|over|up)|goes (?:on|to|before)|aims?|aimed|calls? for|deadline of|propos\w+ (?:to|for)"
    r"|(?:call|set|book|fix|order)\w* [^,;.]{0,40}\bfor(?=\s*\Z)"
    r"|(?:anniversary|birthday|holiday|festival|deadline|day|date) falls"
    r"|(?:runs|lasts|continues|extends)(?=\s*\Z)"
    r"|(?:leaving|arriving|departing|heading)(?= (?:(?:for )?[A-Z]\w+ |home |on |there )*\Z)"
    rf"|{PROGRESSIVE}"
    r"|(?<=\A )(?:falls|begin|start|open|end|close|resume|meet|expire|return|conclude)|(?:is|are) (?:un)?(?:likely|certain|possible|forecast|back(?! (?:from|after))|available(?=(?:(?!\b(?:after|since|following)\b)[^,;])*\Z))"
    r"|(?:is|are)(?=(?: (?:on|in|not|until))*\s*\Z))\b"
)
_IRREGULAR = _any(
    "had did been went came met held took made said told began left gave saw fell led won(?!['’]t) lost sent built rebuilt paid bought "
    "sold grew ran drew struck caught stood heard knew threw withdrew chose drove felt spent sank swept thought brought sought "
    "found got became kept shot rose broke flew spoke wrote fought fired died killed was were wasn weren didn hadn "
    "slept ate drank sat sang swam shook blew froze dug slid clung hung rang sprang swung wore tore stole swore fled bled crept wept dwelt "
    "shone rode hid lent dealt leapt forgot forgave overcame understood undertook underwent overtook overthrew "
    "risen fallen taken given seen gone done shown known grown driven written spoken broken stolen chosen eaten beaten flown drawn thrown torn born"
)
# Participles that look like the present.
_PERFECT = r"(?:has|have|['’]ve) (?:\w+ly |not |also |already |never )?(?:run|come|become|set|put|cut|hit|read|let|cost|beat|split|spread|shed)"
BACK = rf"\b(?:{_IRREGULAR}|{_PERFECT}|(?!need|exceed|indeed|speed|feed|seed|breed|red\b|bed\b|hundred|sacred)\w{{2,}}ed)\b"
# "to meet Monday" is ahead, but "failed to meet Monday" is not: only these verbs leave it open.
INFINITIVE = (
    rf"\bto(?:\s+(?:not|also|be|then|again|soon))*\s+{_NO_VERB}"
    r"(?!(?:near|nearly|about|almost|around|as|at|him|them|us|me|it|both|another|one|two|nothing|zero|hospital|parliament|court|prison|jail|"
    r"war|trial|office|power|life|death|safety|reporters|market|north|south|east|west|yesterday|today|murder|within|over|under|back|"
    r"high|higher|low|lower|new|federal|local|state|police|congress|church|school|home)\b|\d|\w*[^\Ws]s\b)\w+"
)
INTENTION = (
    r"\b(?:agree|vow|threaten|order|promis|pledg|decid|hop|plan|propos|prepar|offer|arrang|schedul|expect|intend|want|ask|urg|invit|"
    r"summon|instruct|requir|tell|commit|consent)\w*|\b(?:told|chose|swore|set|called|is|are|has|have|had)\b"
)
_NOUN_BEFORE = (
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bno )(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\btheir )(?<!['’]s )(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bat )"
    r"(?<!\bfor )(?<!\bby )(?<!\bto )(?<!\band )(?<!\bwith )(?<!\bfrom )(?<!\bafter )(?<!\bbefore )(?<!-)"
)
_ARRANGED = _any(
    "votes visits gathers travels airs premieres debuts hosts faces plays runs turns elects decides holds launches streams hears considers "
    "flies heads testifies speaks addresses appears retires moves closes performs becomes unveils delivers remains stays continues comes goes "
    "joins takes gets marks celebrates receives"
)
_BASE = _any(
    "vote meet begin start open leave return arrive go host play face run hold gather resume expire end decide elect travel fly come take close convene conclude compete race speak testify launch release publish "
    "celebrate remain stay continue depart debut"
)
# Present tense for what is arranged; many are nouns too, so that any surer cue goes before.
WEAK_AHEAD = (
    rf"{_NOUN_BEFORE}\b(?:{_ARRANGED}|kicks off|wraps up|stands trial|reports? (?:earnings|results|quarterly|its)"
    rf"|(?:(?<=\bwe )|(?<=\bWe )|(?<=\bthey )|(?<=\bThey )|(?<=\bI )|(?<=\byou )|(?<=[a-z]s )|(?<=[a-z]n ))(?:{_BASE})|[A-Z][a-z]+ (?:host|face|play|meet|visit|(?!was\b|has\b|does\b)[a-z][a-z]+s(?<!ss)(?= (?:an?|the|his|her|its|their|into|[A-Z]\w+) )))\b"
)
# Verbs whose past looks like their present.
WEAK_BACK = rf"{_NOUN_BEFORE}\b(?:{_any('hit cut set put shut quit let hurt cost beat split spread burst cast shed bid upset forecast broadcast read overcame')})\b"
# Who gives these gives no time.
_GIVEN_OUT = (
    "interview|speech|talk|concert|lesson|lecture|performance|show|tour|order|evidence|testimony|support|help|aid"
)
# "postponed until Monday", "adjourned the case until 2 March": what is put off lies ahead, though the verb is past.
DEFERRING = (
    r"\b(?:(?:postpon|renew|adjourn|delay|extend|suspend|defer|remand|resched|recess|put off|hold off|held off|put back|push\w* back)\w*\b[^.;]{0,60}"
    r"|(?:was|were|been|be|is|are|being)(?: \w+){0,2} (?:clos|shut|jail|imprison|detain|held|bann|barr|halt|ground|push|mov|cancel|reserv|stay|lift|waiv|seal)\w*\b[^.;]{0,60}"
    rf"|(?:giv(?:en|e|es|ing)|grant\w*|gave(?![^.;]*\b(?:{_GIVEN_OUT})))\b[^.;]{{0,60}}|(?:has|have|had)\s*"
    r"|stay\w* (?:the|an?|his|her|its|their) (?:ruling|order|execution|decision|sentence|verdict)\w*\b[^.;]{0,40}"
    r"|(?:vow|pledg|promis|agree)\w* to\b[^.;]{0,60}"
    r"|(?<!stayed )(?<!remained )(?<!kept )(?:closed|shut|banned|barred|grounded|jailed|cancell?ed)\s*)\Z"
)
