"""Invented names and words in three languages; the same in every sample, whatever its seed."""

import random
from dataclasses import dataclass
from functools import cache

Spoken = tuple[str, str, str]
"""The same in English, Japanese and Korean."""

LANGUAGES = ("en", "ja", "ko")
ACTORS, PLACES, PUBLISHERS, VOCABULARY = 500, 24, 300, 9000
SYLLABLES: tuple[Spoken, ...] = (
    ("ka", "カ", "카"), ("mi", "ミ", "미"), ("ru", "ル", "루"), ("so", "ソ", "소"), ("ta", "タ", "타"),
    ("ne", "ネ", "네"), ("vo", "ヴォ", "보"), ("ri", "リ", "리"), ("den", "デン", "덴"), ("lor", "ロル", "로르"),
    ("ma", "マ", "마"), ("ki", "キ", "키"), ("za", "ザ", "자"), ("to", "ト", "토"), ("be", "ベ", "베"),
    ("nu", "ヌ", "누"), ("sha", "シャ", "샤"), ("gon", "ゴン", "곤"), ("pel", "ペル", "펠"), ("ya", "ヤ", "야"),
    ("tri", "トリ", "트리"), ("os", "オス", "오스"), ("an", "アン", "안"), ("el", "エル", "엘"), ("du", "ドゥ", "두"),
)  # fmt: skip
BODIES: tuple[Spoken, ...] = (
    ("Council", "評議会", "평의회"), ("Board of Works", "工務局", "공무국"),
    ("Union of Dockers", "港湾労組", "부두노조"),
    ("Academy", "学士院", "학술원"), ("Line", "汽船", "기선"), ("Relief Committee", "救援委員会", "구호위원회"),
    ("Assembly", "議会", "의회"), ("Surveyors", "測量隊", "측량대"),
)  # fmt: skip
GAZETTES = ("Gazette", "Courier", "Evening Post", "Observer", "Monthly Review", "Radio", "Public Record", "Telegraph")
THEMES: tuple[Spoken, ...] = (
    ("canal dues", "運河料", "운하 통행료"), ("night trains", "夜行列車", "야간열차"), ("salt tax", "塩税", "소금세"),
    ("lighthouses", "航路標識", "항로 표지"), ("fisheries", "漁業", "어업"),
    ("border posts", "国境検問", "국경 검문소"),
    ("missing persons", "行方不明者", "실종자"), ("letters", "書簡", "서한"), ("floods", "水害", "홍수"),
    ("grain", "穀物", "곡물"), ("schools", "学校", "학교"), ("telegraphy", "電信", "전신"),
    ("mining", "鉱業", "광업"), ("glassworks", "硝子工場", "유리 공장"), ("elections", "選挙", "선거"),
    ("treaties", "条約", "조약"), ("quarantine", "検疫", "검역"), ("shipwrecks", "海難", "해난"),
    ("maps", "地図", "지도"), ("censorship", "検閲", "검열"), ("strikes", "罷業", "파업"),
    ("coinage", "貨幣", "화폐"), ("observatories", "天文台", "천문대"), ("forests", "森林", "삼림"),
    ("bridges", "橋梁", "교량"), ("hospitals", "病院", "병원"), ("returnees", "帰還者", "귀환자"),
    ("weather", "気象", "기상"), ("museums", "博物館", "박물관"), ("dialects", "方言", "방언"),
    ("land reform", "土地改革", "토지 개혁"), ("airfields", "飛行場", "비행장"), ("printing", "印刷", "인쇄"),
    ("irrigation", "灌漑", "관개"), ("amnesties", "恩赦", "사면"), ("tariffs", "関税", "관세"),
    ("exhibitions", "博覧会", "박람회"), ("orphanages", "孤児院", "고아원"), ("tramways", "路面電車", "노면전차"),
    ("archives", "文書館", "문서관"),
)  # fmt: skip
LANES = (
    ("T", "Treaties"), ("A", "Absences"), ("W", "Works"), ("S", "Sea and sky"),
    ("R", "Returns"), ("C", "Courts"), ("N", "Nature"),
)  # fmt: skip
"""Letter, which small is the style, and name."""
SECTIONS = (
    ("Before the first ledger", -9999, 1944), ("The first ledgers", 1945, 1954), ("Slow boats", 1955, 1964),
    ("The long table", 1965, 1974), ("Lamps along the coast", 1975, 1984), ("New accounts", 1985, 1994),
    ("Two exchanges", 1995, 2004), ("The reckoning", 2005, 2014), ("Open drawers", 2015, 9999),
)  # fmt: skip
"""Title, first and last year."""
DEEDS: dict[str, tuple[str, ...]] = {
    "en": (
        "measures the old channel", "refuses the second ledger", "opens its reading room", "recounts the winter stores",
        "moves the boundary stones", "prints the sealed minutes", "closes the upper lock", "sends back the envoys",
        "lets the first boats pass", "buries the copper wire", "names a keeper of seals", "halves the toll",
        "finds the lost inventory", "swears in nine arbiters", "takes down the signal mast", "rents out the granary",
    ),
    "ja": (
        "が古い水路を測る", "が第二の帳簿を退ける", "が閲覧室を開く", "が冬の蓄えを数え直す", "が境界石を移す",
        "が封印された議事録を刷る", "が上の閘門を閉じる", "が使者を送り返す", "が最初の船を通す", "が通行料を半減する",
    ),
    "ko": (
        "이 옛 수로를 재다", "이 둘째 장부를 물리다", "이 열람실을 열다", "이 겨울 비축을 다시 세다",
        "이 경계석을 옮기다",
        "이 봉인된 의사록을 찍다", "이 위쪽 갑문을 닫다", "이 사절을 돌려보내다", "이 첫 배를 들이다",
        "이 통행료를 반으로 줄이다",
    ),
}  # fmt: skip
KNOWN: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (("harbour", 0.30), ("ferry", 0.08), ("quorum", 0.01), ("zeppelin", 0.0004)),
    "ja": (("会談", 0.30), ("拉致", 0.06), ("灯台", 0.002)),
    "ko": (("북한", 0.30), ("납치", 0.06), ("등대", 0.002)),
}
"""Words to search for, each with the share of the summaries in that language that have it; no other word holds one."""
NOTES = {"en": "A note on the {} is kept.", "ja": "{}についての控えが残る。", "ko": "{} 관련 기록이 남아 있다."}


@dataclass(frozen=True)
class Name:
    """A name in three languages."""

    en: str
    ja: str
    ko: str


@cache
def actors() -> tuple[Name, ...]:
    """Return people and bodies."""
    chosen = random.Random(1871)
    named = _distinct(chosen, ACTORS, 2, 4)
    return tuple(
        _joined(name, chosen.choice(BODIES)) if chosen.random() < 0.6 else _joined(_spoken(chosen, 2, 2), name)
        for name in named
    )


@cache
def places() -> tuple[tuple[Name, float | None, float | None], ...]:
    """Return places with latitude and longitude in degrees, which every third does not have."""
    chosen = random.Random(1911)
    named = _distinct(chosen, PLACES, 2, 3)
    spots = [(round(chosen.uniform(-50, 65), 2), round(chosen.uniform(-170, 175), 2)) for _name in named]
    return tuple(
        (Name(*name), *((None, None) if number % 3 == 2 else spots[number])) for number, name in enumerate(named)
    )


@cache
def publishers() -> tuple[str, ...]:
    """Return the names of those who publish sources."""
    chosen = random.Random(1936)
    return tuple(f"{name[0]} {chosen.choice(GAZETTES)}" for name in _distinct(chosen, PUBLISHERS, 2, 4))


@cache
def vocabulary() -> tuple[str, ...]:
    """Return invented small words, none of which holds a word that is searched for."""
    chosen = random.Random(1959)
    known = {word for words in KNOWN.values() for word, _share in words}
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        word = _spoken(chosen, 1, 4)[0].lower() + chosen.choice(("", "", "m", "st", "ld", "r"))
        if len(word) > 2 and not any(one in word for one in known):
            found[word] = None
    return tuple(found)


def _spoken(chosen: random.Random, least: int, most: int) -> Spoken:
    syllables = [chosen.choice(SYLLABLES) for _syllable in range(chosen.randint(least, most))]
    english, japanese, korean = ("".join(parts) for parts in zip(*syllables, strict=True))
    return english.capitalize(), japanese, korean


def _distinct(chosen: random.Random, count: int, least: int, most: int) -> list[Spoken]:
    found: dict[str, Spoken] = {}
    while len(found) < count:
        name = _spoken(chosen, least, most)
        found.setdefault(name[0], name)
    return list(found.values())


def _joined(first: Spoken, second: Spoken) -> Name:
    english, japanese, korean = zip(first, second, strict=True)
    return Name(" ".join(english), "".join(japanese), " ".join(korean))
