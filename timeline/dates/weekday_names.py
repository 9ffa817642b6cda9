"""The days of the week by name in many languages, for one that stands before or behind a typed date.

Our grammars know those of English, Japanese and Korean where a date is spelled out; here are the others, and those
beside figures, so that a weekday which is not that of the day is never passed over.
"""

import re

# A day stands on one line, however long.
# ruff: noqa: E501
# Monday to Sunday: full names, then what they are shortened to. Short forms of two meanings ("ma") are left out.
_NAMES = (
    "monday mon montag mo lundi lun lunes lunedì lunedi maandag segunda segunda-feira понедельник пн poniedziałek pondělí "
    "måndag mandag pazartesi 月曜日 月曜 月 월요일 월 星期一 周一 週一 礼拜一",
    "tuesday tues tue dienstag di mardi mar martes martedì martedi dinsdag terça terça-feira вторник вт wtorek úterý "
    "tisdag tirsdag salı 火曜日 火曜 火 화요일 화 星期二 周二 週二 礼拜二",
    "wednesday wed mittwoch mi mercredi mer miércoles mié mercoledì mercoledi woensdag quarta quarta-feira среда ср środa "
    "středa onsdag çarşamba 水曜日 水曜 水 수요일 수 星期三 周三 週三 礼拜三",
    "thursday thurs thur thu donnerstag do jeudi jeu jueves jue giovedì giovedi donderdag quinta quinta-feira четверг чт "
    "czwartek čtvrtek torsdag perşembe 木曜日 木曜 木 목요일 목 星期四 周四 週四 礼拜四",
    "friday fri freitag fr vendredi ven viernes vie venerdì venerdi vrijdag sexta sexta-feira пятница пт piątek pátek "
    "fredag cuma 金曜日 金曜 金 금요일 금 星期五 周五 週五 礼拜五",
    "saturday sat samstag sonnabend sa samedi sam sábado sabato zaterdag суббота сб sobota lördag lørdag cumartesi "
    "土曜日 土曜 土 토요일 토 星期六 周六 週六 礼拜六",
    "sunday sun sonntag so dimanche dim domingo dom domenica zondag воскресенье вс niedziela neděle söndag søndag pazar "
    "日曜日 日曜 日 일요일 일 星期日 星期天 周日 週日 礼拜日",
)
_NUMBER = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
# One sign alone is a weekday only in brackets: 2002年9月17日 does not end in a Sunday.
_IN_FRONT = re.compile(
    r"[(（]?(?P<name>[^\W\d_]{2,}(?:-feira)?)\.?[)）]?(?:\s?[,、，]\s?|\s+|(?<=[日요曜一二三四五六天])(?=\d))"
)
_BEHIND = re.compile(
    r"(?:\s?[,、，]\s?|\s+|(?<=[日일]))(?P<name>[^\W\d_]{2,}(?:-feira)?)\.?\Z"
    r"|\.?\s?[(（\[](?P<bracketed>[^\W\d_]+(?:-feira)?)\.?[)）\]]\Z"
)


_IN_TEXT = re.compile(
    r"(?<![^\W_])(?P<name>[^\W\d_]{4,14}(?:-feira)?)\.?,?\s(?:(?:dem|den|der|le|el|il|o)\s)?\Z", re.IGNORECASE
)
_LONGEST = 32


def weekday_before(text: str, start: int) -> int:
    """The weekday (1 Monday to 7 Sunday) that a text names in full right before a date that starts there; 0 for none.

    Short names are words of their own in a text: "so", "mar", "sol".
    """
    found = _IN_TEXT.search(text[max(0, start - _LONGEST) : start])
    return _NUMBER.get(found["name"].casefold(), 0) if found else 0


def beside_weekday(text: str) -> tuple[int, str]:
    """The weekday (1 Monday to 7 Sunday) before or behind a date and the text without it; 0 and the text for none."""
    if (found := _IN_FRONT.match(text)) and (number := _NUMBER.get(found["name"].casefold())):
        return number, text[found.end() :].strip()
    if (found := _BEHIND.search(text)) and (number := _NUMBER.get((found["name"] or found["bracketed"]).casefold())):
        return number, text[: found.start()].strip()
    return 0, text
