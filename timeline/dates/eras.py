"""Ways to count years before the western calendar: Japan's eras from Taika to the Edo period, Koki, Dangi.

Until 1872 Japan counted by a lunisolar calendar whose years began in late January or February. The convention of
Japanese histories is followed: year 1 of an era is the western year in which most of its lunisolar year lies (the
chronological tables of Japanese reference works, as in the National Diet Library's list of eras). So only the year is
given, approximately; a month or a day of that calendar is no month or day of ours.
"""

import re

_ERA, _ERA_OF_COURT = re.compile(r"(\w+?)(\d+)"), re.compile(r"(\w+?)(\d+)-(\d+)")
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
# The eras before, by name and year 1; their years have 645 to 1596.
_EARLIER = (
    "大化645 白雉650 朱鳥686 大宝701 慶雲704 和銅708 霊亀715 養老717 神亀724 天平729 天平勝宝749 天平宝字757 "
    "天平神護765 神護景雲767 宝亀770 天応781 延暦782 大同806 弘仁810 天長824 承和834 嘉祥848 仁寿851 斉衡854 "
    "天安857 貞観859 元慶877 仁和885 寛平889 昌泰898 延喜901 延長923 承平931 天慶938 天暦947 天徳957 応和961 "
    "康保964 安和968 天禄970 天延973 貞元976 天元978 永観983 寛和985 永延987 永祚989 正暦990 長徳995 長保999 "
    "寛弘1004 長和1012 寛仁1017 治安1021 万寿1024 長元1028 長暦1037 長久1040 寛徳1044 永承1046 天喜1053 "
    "康平1058 治暦1065 延久1069 承保1074 承暦1077 永保1081 応徳1084 寛治1087 嘉保1094 永長1096 承徳1097 "
    "康和1099 長治1104 嘉承1106 天仁1108 天永1110 永久1113 元永1118 保安1120 天治1124 大治1126 天承1131 "
    "長承1132 保延1135 永治1141 康治1142 天養1144 久安1145 仁平1151 久寿1154 保元1156 平治1159 永暦1160 "
    "応保1161 長寛1163 永万1165 仁安1166 嘉応1169 承安1171 安元1175 治承1177 養和1181 寿永1182 元暦1184 "
    "文治1185 建久1190 正治1199 建仁1201 元久1204 建永1206 承元1207 建暦1211 建保1213 承久1219 貞応1222 "
    "元仁1224 嘉禄1225 安貞1227 寛喜1229 貞永1232 天福1233 文暦1234 嘉禎1235 暦仁1238 延応1239 仁治1240 "
    "寛元1243 宝治1247 建長1249 康元1256 正嘉1257 正元1259 文応1260 弘長1261 文永1264 建治1275 弘安1278 "
    "正応1288 永仁1293 正安1299 乾元1302 嘉元1303 徳治1306 延慶1308 応長1311 正和1312 文保1317 元応1319 "
    "元亨1321 正中1324 嘉暦1326 元徳1329 応永1394 正長1428 永享1429 嘉吉1441 文安1444 "
    "宝徳1449 享徳1452 康正1455 長禄1457 寛正1460 文正1466 応仁1467 文明1469 長享1487 延徳1489 明応1492 "
    "文亀1501 永正1504 大永1521 享禄1528 天文1532 弘治1555 永禄1558 元亀1570 天正1573 文禄1592 "
)
_FIRST_OF_EDO = 1596
# Of the years in which two courts counted: name, year 1 and last year.
_OF_TWO_COURTS = (
    "元弘1331-1334 建武1334-1338 延元1336-1340 興国1340-1346 正平1346-1370 建徳1370-1372 文中1372-1375 天授1375-1381 "
    "弘和1381-1384 元中1384-1392 正慶1332-1333 暦応1338-1342 康永1342-1345 貞和1345-1350 "
    "観応1350-1352 文和1352-1356 延文1356-1361 康安1361-1362 貞治1362-1368 応安1368-1375 "
    "永和1375-1379 康暦1379-1381 永徳1381-1384 至徳1384-1387 嘉慶1387-1389 康応1389-1390 "
    "明徳1390-1394 "
)
# Years before Meiji: the last era ended in its fourth year.
_END = 1868
# Koki counts from the legendary first emperor (660 BC), Dangi from Dangun (2333 BC); Dangi was official 1948-1961.
KOKI, DANGI = 660, 2333
_NAMES = {name: japanese for japanese, (korean, _) in OLD_ERAS.items() for name in (japanese, korean)}


def _earlier() -> dict[str, tuple[int, int]]:
    """Name -> its years; an era ends in the year in which the next one begins."""
    alone = [(name, int(first)) for name, first in _ERA.findall(_EARLIER)]
    ends = [first for _, first in alone[1:]] + [_FIRST_OF_EDO]
    single = {name: (first, last) for (name, first), last in zip(alone, ends, strict=True)}
    return single | {name: (int(first), int(last)) for name, first, last in _ERA_OF_COURT.findall(_OF_TWO_COURTS)}


EARLIER_ERAS = _earlier()
_FIRSTS = [first for _, first in OLD_ERAS.values()]


def is_old(name: str) -> bool:
    """Whether a Japanese or Korean name is that of an era before Meiji."""
    return name in _NAMES or name in EARLIER_ERAS


def old_era_year(name: str, number: int) -> int | None:
    """The western year of an era's year, by the convention above; None where the era never had that year."""
    if name in EARLIER_ERAS:
        start, last = EARLIER_ERAS[name]
        return start + number - 1 if 1 <= number <= last - start + 1 else None
    japanese = _NAMES.get(name)
    if japanese is None or number < 1:
        return None
    first = OLD_ERAS[japanese][1]
    year = first + number - 1
    following = next((year for year in _FIRSTS if year > first), _END)
    return year if year <= following else None
