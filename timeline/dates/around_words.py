"""The words in front of a typed date and behind it that change it, by the rule that each stands for."""
# A pattern stands on one line, however long.
# ruff: noqa: E501

from __future__ import annotations

import re

# "Vor zwei Jahren" is two years ago.
_NO_LENGTH = r"(?!.*(?:Jahr|Monat|Woche|Tag|Stunde|Minute)(?:e|en|n)?\Z)"


def _words(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(ways)})\s*(?=\S)", re.IGNORECASE)


# Rule -> what in front of a date says so.
IN_FRONT: dict[str, re.Pattern[str]] = {
    "about": _words(
        r"ca?\.(?=\s?\d|\s)", r"circa\b", r"(?:um|etwa|gegen|ungefähr|rund)(?:\sum)?\s", r"(?:vers|environ|autour de)\s(?:le\s|la\s)?",
        r"(?:hacia|cerca de|alrededor de(?:l)?|aprox(?:\.|imadamente))\s(?:el\s)?", r"(?:около|ок\.|примерно)\s", r"(?:rond|omstreeks|verso il|intorno al)\s",
        r"abt\.?\s", r"(?-i:EST|CAL)\s", r"[~≈∼]", r"約", r"およそ", r"약\s",
    ),
    "perhaps": _words(
        r"(?:vielleicht|wohl|vermutlich|wahrscheinlich|möglicherweise)\s", r"(?:peut-être|probablement)\s(?:en\s|le\s)?",
        r"(?:quizás?|tal vez|probablemente|posiblemente)\s(?:en\s|el\s)?", r"(?:возможно|вероятно),?\s(?:в\s)?", r"おそらく", r"恐らく", r"아마도?\s",
    ),
    "bound-or-later": _words(r"(?:frühestens|nicht vor)\s", r"au plus tôt\s(?:en\s|le\s)?", r"no antes de(?:l)?\s", r"не ранее\s"),
    "bound-by": _words(
        r"(?:spätestens|nicht später als|bis spätestens)\s", r"au plus tard\s(?:en\s|le\s)?", r"(?:a más tardar(?:\sen)?|no más tarde de(?:l)?)\s", r"не позднее\s",
    ),
    # These of GEDCOM, the files of family trees, as ABT and BET are; "est. 1900" is a firm's founding.
    "bound-since": _words(r"(?:seit|ab)\s(?:dem\s)?", r"(?:depuis|dès|à partir d[eu])\s(?:le\s)?", r"(?:desde|a partir de(?:l)?)\s(?:el\s)?", r"(?:с|начиная с)\s", r"(?:sinds|vanaf)\s", r"dal\s"),
    "bound-until": _words(r"(?-i:TO)\s", r"bis\s(?:zum\s)?", r"jusqu(?:’|'|e\s)(?:en|au|à)\s", r"hasta\s(?:el\s)?", r"(?:до|по)\s", r"tot\s", r"fino al\s"),
    "bound-before": _words(r"bef\.?\s", rf"vor\s(?:dem\s)?{_NO_LENGTH}", r"avant\s(?:le\s)?", r"antes de(?:l)?\s", r"перед\s"),
    "bound-after": _words(r"aft\.?\s", rf"nach\s(?:dem\s)?{_NO_LENGTH}", r"après\s(?:le\s)?", r"(?:después|tras) (?:de(?:l)?|el)\s", r"tras\s", r"после\s"),
    "early-part": _words(r"(?:zu\s)?(?:Anfang|Beginn)\s(?:des\sJahres\s|von\s)?", r"(?:au\s)?début(?:\sd[eu])?\s", r"(?:a|en)?\s?(?:principios|comienzos|inicios) de(?:l)?\s", r"(?:в\s)?начал[оеа]\s"),
    "mid-part": _words(r"Mitte\s", r"(?:à la\s)?mi-", r"(?:à la\s)?(?:au\s)?milieu d[eu]\s", r"(?:a\s)?mediados de(?:l)?\s", r"(?:в\s)?середин[еау]\s"),
    "late-part": _words(r"Ende\s", r"(?:à la\s|la\s)?fin(?:\sd[eu])?\s", r"(?:a|en)?\s?(?:fines|finales) de(?:l)?\s", r"(?:в\s)?кон(?:це|ец|ца)\s"),
}  # fmt: skip
BEHIND: dict[str, re.Pattern[str]] = {
    "perhaps": re.compile(r"(?<=\w)\s*(?:\?{1,3}|？{1,3}|\(\?{1,3}\)|（？）|\[\?\])\Z"),
    "about": re.compile(r"(?<=\w)\s*(?:~|頃|ごろ|ころ|前後|경|쯤|께|\(?(?:circa|ca\.?|approx\.?)\)?)\Z", re.IGNORECASE),
}
