"""Ways to count years before the western calendar: Japan's eras of the Edo period, Koki, Dangi.

Until 1872 Japan counted by a lunisolar calendar whose years began in late January or February. The convention of
Japanese histories is followed: year 1 of an era is the western year in which most of its lunisolar year lies (the
chronological tables of Japanese reference works, as in the National Diet Library's list of eras). So only the year is
given, approximately; a month or a day of that calendar is no month or day of ours.
"""

# Japanese name -> (Korean name, year 1); an era ends in the year in which the next one begins.
OLD_ERAS: dict[str, tuple[str, int]] = {
    "慶長": ("게이초", 1596),
    "元和": ("겐나", 1615),
    "寛永": ("간에이", 1624),
    "正保": ("쇼호", 1644),
    "慶安": ("게이안", 1648),
    "承応": ("조오", 1652),
    "明暦": ("메이레키", 1655),
    "万治": ("만지", 1658),
    "寛文": ("간분", 1661),
    "延宝": ("엔포", 1673),
    "天和": ("덴나", 1681),
    "貞享": ("조쿄", 1684),
    "元禄": ("겐로쿠", 1688),
    "宝永": ("호에이", 1704),
    "正徳": ("쇼토쿠", 1711),
    "享保": ("교호", 1716),
    "元文": ("겐분", 1736),
    "寛保": ("간포", 1741),
    "延享": ("엔쿄", 1744),
    "寛延": ("간엔", 1748),
    "宝暦": ("호레키", 1751),
    "明和": ("메이와", 1764),
    "安永": ("안에이", 1772),
    "天明": ("덴메이", 1781),
    "寛政": ("간세이", 1789),
    "享和": ("교와", 1801),
    "文化": ("분카", 1804),
    "文政": ("분세이", 1818),
    "天保": ("덴포", 1830),
    "弘化": ("고카", 1844),
    "嘉永": ("가에이", 1848),
    "安政": ("안세이", 1854),
    "万延": ("만엔", 1860),
    "文久": ("분큐", 1861),
    "元治": ("겐지", 1864),
    "慶応": ("게이오", 1865),
}
# Years before Meiji: the last era ended in its fourth year.
_END = 1868
# Koki counts from the legendary first emperor (660 BC), Dangi from Dangun (2333 BC); Dangi was official 1948-1961.
KOKI, DANGI = 660, 2333
_NAMES = {name: japanese for japanese, (korean, _) in OLD_ERAS.items() for name in (japanese, korean)}
_FIRSTS = [first for _, first in OLD_ERAS.values()]


def is_old(name: str) -> bool:
    """Whether a Japanese or Korean name is that of an era before Meiji."""
    return name in _NAMES


def old_era_year(name: str, number: int) -> int | None:
    """The western year of an era's year, by the convention above; None where the era never had that year."""
    japanese = _NAMES.get(name)
    if japanese is None or number < 1:
        return None
    first = OLD_ERAS[japanese][1]
    year = first + number - 1
    following = next((year for year in _FIRSTS if year > first), _END)
    return year if year <= following else None
