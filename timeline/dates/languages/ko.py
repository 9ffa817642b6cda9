"""Korean: the patterns in which the words of dates stand."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

from timeline.dates.languages import Language, Pattern, pattern
from timeline.dates.languages.ko_core import CORE, MONTH, NTH, SURE_YEAR, YEAR
from timeline.dates.languages.ko_words import (
    ABOUT,
    BEFORE_AFTER,
    FIRSTS,
    FOLLOWS,
    NATIVE,
    NUMBERS,
    PARTS,
    PLACED,
    SAMPLE,
    THIS,
    TIMES,
    WORDS,
    numeral,
)

# Two days or months of one unit: "26~28일", "5월 26, 27일", "5~7월".
_YEAR_OR_MONTH = f"( {YEAR} )? ( {MONTH} )?"
RANGES: tuple[Pattern, ...] = (
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일? ~|- {{+day}} 일 !>{{row}}|{{back_or_on}}|안|내|씩 까지?", "range", how="lasting"),
    pattern(f"{{shift:next_one}} ( {MONTH} )? {{+day}} 일? ~|- {{+day}} 일", "range", how="lasting"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일? ~|- {{+day}} 일 사이", "range", how="between"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} ,|· {{+day}} 일 !>{{row}}|{{back_or_on}}|안|내|씩", "list", how="and"),
    pattern(f"( {YEAR} )? {MONTH} {{+day}} 일 ,|· {{+day}} 일", "list", how="and"),
    pattern(f"{_YEAR_OR_MONTH} {{+day}} 일 부터 {{+day}} 일 까지?", "range", how="lasting"),
    pattern(f"( {YEAR} )? {{+month_number}} ~|- {{+month_number}} 월", "range", how="lasting"),
    pattern(f"( {SURE_YEAR} )? {{+quarter:number}} ~|- {{+quarter:number}} 분기", "range", how="lasting"),
    pattern(f"( {YEAR} )? {{+month_number}} ,|· {{+month_number}} 월", "list", how="and"),
    pattern("{+decade:decade_year} 년대? ~|- {+short_decade} 년대", "range", how="lasting"),
    pattern("{+decade:decade_year} 년대? ,|· {+short_decade} 년대", "list", how="and"),
    pattern("{+short_decade} 년대? ~|- {+short_decade} 년대", "range", how="lasting"),
    pattern("{+short_decade} 년대? ,|· {+short_decade} 년대", "list", how="and"),
    # The same of a year, month or week beside: "지난달 26~28일", "올해 1~3월", "이번 주 토·일요일".
    *(
        pattern(f"{{shift:{word}}} 의? {shape.replace('SIGN', sign)}", meaning, unit=unit, base=base, how=how)
        for unit, base, word in (
            ("year", "anchor", "year_shift|this_year"),
            ("year", "previous", "year_hang"),
            ("month", "anchor", "month_shift"),
            ("month", "previous", "month_hang"),
            ("week", "anchor", "week_shift"),
        )
        for sign, meaning, how in (("~|-", "range", "lasting"), (",|·", "list", "and"))
        for shape in {
            "year": ("{+month_number} SIGN {+month_number} 월", f"{MONTH} {{+day}} 일? SIGN {{+day}} 일", "{+quarter:number} SIGN {+quarter:number} 분기"),
            "month": ("{+day} 일? SIGN {+day} 일",),
            "week": ("{+weekday:weekday_sign|weekday} SIGN {+weekday}",),
        }[unit]
    ),
    pattern("{+year} ~|- {+year} 년? !>-", "range", how="lasting"),
    pattern("{+year} ~|- {+yy} 년", "range", how="lasting"),
)  # fmt: skip

PART: tuple[Pattern, ...] = (
    pattern("{+halved} 의? 초반", "part", part="first_half"),
    pattern("{+date} 의? {part}", "part"),
    pattern(f"{{+date}} 의? {NTH} 주", "nth", unit="week"),
    pattern(f"{{+date}} 의? {NTH} 주 의? {{+weekday_node}}", "within", unit="week"),
    pattern(f"{{+date}} 의? {NTH} {{weekday}}", "nth"),
    pattern(f"{{+date}} 의? {NTH} 날", "nth", unit="day"),
    pattern("{+date} 의? {nth:number} 주차", "nth", unit="week"),
    pattern("{+date} 의? {nth:number} 주차 의? {+weekday_node}", "within", unit="week"),
    pattern("{+date} 말일", "nth", nth=-1, unit="day"),
    pattern(f"{{+date}} 의? {NTH} 주말", "nth", unit="weekend"),
    pattern("{+year_word} 의? {+feast}", "named_in"),
    pattern("{+figures} {weekday}", "plain"),
    pattern("{+feast} 의? {+hung|counted}", "hung"),
    pattern("{+week_count} 의? {+weekday_node}", "near_weekday"),
    pattern("{+date} 로? 부터 {count:number} {unit} {sign:back_or_on}", "offset"),
)  # fmt: skip
TIME: tuple[Pattern, ...] = (
    pattern("{+date} 의? {daypart}", "time"),
    pattern("( {zone} )? {+date} 의? ( {daypart} )? {+clock}", "time"),
    pattern("{zone} {+date}", "zoned"),
    # "1일(현지시간) 오후 3시".
    pattern("{+date} \\( {place_time} \\) ( {daypart} )? {+clock}", "time"),
    pattern("{+date} \\( {place_time} \\) {daypart}", "time"),
    pattern("{+date} ( {daypart} )? {+clock} 부터|에서|~|- {clock} ( 까지 | 사이 에? )?", "time"),
    pattern("{daypart} {+clock}", "time", "time"),
    pattern("<{edge} {daypart} 에? >{edge}", "time", "time"),
    pattern("{+clock}", "time", "time"),
    pattern("{+clock} 부터|에서|~|- {clock} ( 까지 | 사이 에? )?", "time", "time"),
    pattern("{+date} {about}", "about", qualifier="approximate"),
    pattern("약|대략 {+date}", "about", qualifier="approximate"),
    pattern("아마 도? {+date}", "about", qualifier="uncertain"),
    pattern("아마 도? {+date} {about}", "about", qualifier="uncertain"),
)  # fmt: skip
JOIN: tuple[Pattern, ...] = (
    pattern("{+date} 부터 {+length}", "stretch"),
    pattern("{+date} 부터 {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} 에서 {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} 부터|이후|이래|에서|~|- {now} 까지", "range", how="to_anchor"),
    pattern("{+date} ~|- {+date} ( 까지 )?", "range", how="lasting"),
    pattern("{+date} 에서|부터|와|과|~ {+date} 사이", "range", how="between"),
    pattern("{+date} 와|과|및|· {+date}", "list", how="and"),
    pattern("{+date} 또는|혹은|이나|나 {+date}", "list", how="or"),
)  # fmt: skip
BOUND: tuple[Pattern, ...] = (
    pattern("{+date} 까지", "bound", bound="until"),
    pattern("{+date} 부터|이후|이래", "bound", bound="since"),
    pattern("{+date} 이전", "bound", bound="by"),
    pattern("{+date} 보다 {back_or_on}", "bound", bound="after"),
)  # fmt: skip

# Syllables of the plain present ("판다").
_PRESENT = "".join(chr(code) for code in range(0xAC04, 0xD7A4, 28))
# The polite present tells of what is arranged where the verb is one of going, opening, meeting or holding.
_ARRANGED = (
    r"(?:떠납|갑|옵|만납|엽|열립|모입|뵙|치릅|치러집|펼칩|펼쳐집|띄웁"
    r"|(?:시작|개최|개막|폐막|개장|개관|개봉|개통|출시|발매|시행|진행|방문|출발|도착|귀국|출국|입국|방한|방미|방북|방중|방일|순방|참석|참가|출전|회동|회담|공연|경기|결혼|이사|착공|발사|휴무|휴관)(?:합|됩))니다"
)
# Verbs of knowing and saying: a date before them is that of what is known or told.
_TOLD = "".join(
    f"(?<!{verb})"
    for verb in (
        "말한",
        "전한",
        "주장한",
        "기억한",
        "생각한",
        "설명한",
        "지적한",
        "회상한",
        "언급한",
        "강조한",
        "평가한",
        " 안",
    )
)

# Syllables of the past ("왔다"); 있 is "is", 겠 looks ahead.
_PAST = "".join(chr(code) for code in range(0xAC14, 0xD7A4, 28) if chr(code) not in "있겠")

LANGUAGE = Language(
    code="ko",
    spaced=False,
    words=WORDS,
    patterns={"core": CORE + RANGES, "part": PART, "time": TIME, "join": JOIN, "bound": BOUND},
    numbers=NUMBERS,
    numeral=numeral,
    letters="[가-힣]",
    namely=r" ?인 ",
    follows=FOLLOWS,
    samples=(*tuple(SAMPLE + word for word in (*PLACED, *PARTS, *ABOUT, *BEFORE_AFTER, *THIS, *TIMES, *FIRSTS, *NATIVE, *"이천십오 천구백 삼십 십오 이십사 사십 삼십일 오십 일 육 십 유 시 백".split())), "1900", "1980", "2000", "04", "80", *"11 30 32 40 41 65 100 1001".split()),
    ahead=(
        rf"{_ARRANGED}|"
        r"(?:줘|주세요|하자|합시다|할까|해야|하세요|십시오|줄래)(?=[\s.?!~요]|\Z)|\A(?:을|를|로|으로)[가-힣 ]{1,20}(?:잡|정해|지정|확정|연기|미[뤘뤄])|예약(?=[\s.?!]|\Z|해)|알람|(?:해|돼|어때|나요|인가요|니|래|자)\Z|예정|계획|방침|전망|보인다|[가-힣]기로|키로|겠|앞두|앞둔|다가오|[가-힣](?<=[할될올갈열볼릴칠낼설줄질킬를])\s?(?:것|예정|계획|방침|전망|듯)|기한|목표|" rf"[{_PRESENT}](?:다고|다는|{_TOLD}다(?=[.\s]|\Z))"
    ),
    # Not the verb of saying after what was said ("열린다고 밝혔다").
    back=rf"(?<![다라자냐]고 )(?<![다라자냐]고 [가-힣])(?<![다라자냐]고 [가-힣]{{2}})[{_PAST}](?:다|고|으[며나니로므]|지만|던|을 때|는데|습니다|어요|나요|니|지[?]|죠|네)|[한된온간연본린](?= (?:바|뒤|후|이후|것))|던 ",
    clause=r"[,()「」『』“”\"\n]",
    planning=r"(?:도록|라고|자고|[할될] 것을) ?(?:요청|요구|지시|촉구|제안|통보|명령|당부|권고)|[로까지] ?(?:연기|미[뤘루])",
    reporting=r"[가-힣]*(?:말했다|밝혔다|전했다|보도했다|설명했다|덧붙였다|발표했다)",
    nearer=r"\d일",
    verb="after",
)  # fmt: skip
