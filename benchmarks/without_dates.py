"""Make text in which nothing is a date, and count the dates that the engine invents in it.

PYTHONPATH=. .venv/bin/python benchmarks/without_dates.py [CHARACTERS]    200,000 unless told; shows each invented date

Names, amounts, scores, versions, addresses, code, resolutions, flights; the words that are also months and days. The
text is the same on every run.
"""

import datetime
import random
import re
import sys
from collections.abc import Callable, Iterator

CHARACTERS = 200_000
_ANCHOR = datetime.date(2019, 5, 2)
_SHARES = {"en": 0.7, "ja": 0.15, "ko": 0.15}
_SLOT = re.compile(r"\{(\w+)\}")
_LIKE_A_YEAR = (1000, 2999)

ENGLISH = """
You may call {phone} or write to {name} at {number} {street}, suite {small}{letter}.
The draft may pass, or it may not; {name} may have the votes.
{name} may march with them, and they march {small} miles before they sit.
They marched on the palace, and the march on the port went on.
Theresa May spoke to {name} while Brian May played for {thousand} people.
May Lee, June Carter and April {surname} sat on the board beside Augusta {surname}.
April Jones told {name}: Summer {surname} and Autumn {surname} were sisters.
June Park, {small}, won by {small} points; August Wilson wrote the play.
August company kept him, an august body of {small} scholars.
Sat beside the window, she wrote {small} letters and a sonnet.
The sun rose over {place}, and the Sun ran the picture on page {small}.
He came second, then third; a second chance, a second look, a third party.
One second, please, said {name}, who finished fifth of {small}.
Our daily letter goes to {thousand} readers, and the weekly to {thousand} more.
Resolution {resolution} was adopted by {small} votes to {digit}, with {digit} abstaining.
It recalled resolutions {resolution} and {resolution}, and paragraph {small} ({letter}) of resolution {resolution}.
Document S/{like_a_year}/{number}, item {digit}, lists {small} ships and {small} banks.
Security Council Resolution {like_a_year} bars the sale of fuel.
Flight {number} carried {small} people; Flight {like_a_year} carried {number}.
Flight KE{number} left gate {small}{letter} on runway {small}L with {number} on board.
A Boeing 747, an Airbus A380, an F-15, a MiG-21 and an Il-62M stood on the apron.
The 7th Fleet and the 2nd Division crossed the 38th parallel near Route {small}.
The 1st Battalion, 31st Infantry, held Hill {number}; the 8th Army held Hill {like_a_year}.
It cost ${like_a_year}, or €{like_a_year}, or £{thousand}, or {thousand} yen.
They paid ${number} million for {like_a_year} shares at {decimal} each.
The fee is {like_a_year} won for {small} minutes, {thousand} dollars a head.
The index fell {decimal} points, or {decimal} percent, to {thousand}.
Shares closed at {decimal}, down {decimal}; the dollar bought {decimal} yen.
Sales of {decimal} million units made it the {small}th largest of {number} firms.
Some {like_a_year} people and {like_a_year} soldiers were fed from {small} kitchens.
About {thousand} Japanese and {small} Koreans were aboard; 13 Japanese were named.
The hall has {like_a_year} seats, a {like_a_year}-seat balcony and {small} doors.
The ridge is {like_a_year} metres high and {small} km long.
He ran the 1500 metres, then the 4x100; she swam the 200 in {digit}th place.
The score was {digit}-{digit}; they lost {small}-{small} and drew {digit}-{digit}.
She won 6-4, 3-6, 7-5 and he lost {small}-{small} before {thousand} fans.
The vote was {number}-{small} in the lower house and {small} to {small} in the upper.
Version {version} replaces {version}; upgrade from v{digit}.{digit} first.
Python {version} and PostgreSQL {digit}.{digit} are needed, with {small} GB free.
Build {number}.{small} (rev {letter}{number}) fixes bug #{number} and bug #{like_a_year}.
The address {ip} answered; {ip}:{number} did not, nor did fe80::{small}.
Call {phone}, fax {phone}, or dial +81-{digit}-{four}-{four}.
ISBN {isbn}; ISSN {four}-{four}; DOI 10.{four}/s{number}-{small}.
See pages {small}-{small}, table {digit}.{digit}, figure {digit}, note {small}, and pp. {number}-{number}.
Article {small}, paragraph {digit}, and section {digit}.{digit}.{digit} apply; see chapter {small}.
Room {like_a_year}, {number} {street}, {place} {five}.
P.O. Box {number}, {place} {five}-{four}; send {small} copies.
He lives at {like_a_year} {street}, {small} doors from the baker.
for (int i = {digit}; i < {like_a_year}; i++) {{ total[{number}] = {like_a_year}; }}
x = {like_a_year} + y[{small}]  # offset {hex}, mask {hex}
SELECT id FROM rows WHERE id > {like_a_year} LIMIT {small};
Error {number}: port {like_a_year} refused; retry {digit} of {digit}.
color: #{six}; margin: {small}px {small}px; width: {number}px;
The file is {like_a_year}x{like_a_year} pixels and {decimal} MB.
Mix 1/2 cup of rice with 3/4 cup of water, then {digit} 1/2 spoons of salt.
The desk is open 24/7, and 9 of 10 callers wait {small} seconds.
The ratio is {digit}/{small}, the odds {small}/1, the grade {small}/{small}.
A {small}-year-old man and his {small}-year-old aunt left with {small} bags.
Three of the {small} were hurt; {small} of {number} went home.
The {small}-member panel and the {number}-page report agree on {digit} points.
Model {letter}-{like_a_year} and model {like_a_year}{letter} weigh {decimal} kg.
The Windows {number} driver for the HP {like_a_year} printer failed.
Psalm {small}:{small} and John {digit}:{small} were read; verse {small} was sung.
Order No. {like_a_year}-{letter} was filed under case {number}/{small}.
Lot {like_a_year} sold for {thousand}; lots {small} to {small} did not.
Bus {small} runs to {place}; line {digit} does not, and tram {number} is full.
Spring water runs from a spring; a spring broke in the lock.
They fall, they spring up, and leaves fall on the summer house.
Winter coats cost more than winter boots in {place}.
The fall of {place} followed the fall of the fort.
She may be right; may he rest; come what may; maybe.
Mar the paint and you pay; the dec was short, the jan sen was not.
The minute hand, a minute amount, minute by minute notes of the session.
Mr. Friday met Ms. Sunday Okafor and Miss Wednesday Ito in the film.
Friday the robot, a toy, waved to {name}. Robinson taught his man Friday to read.
He read the Sunday Times and the Daily Mail on the train.
Ruby Tuesday has {number} tables; Friday Night Lights has {small} parts.
The band Bloody Sunday sold {thousand} records.
The Six-Day War and the Thirty Years' War fill {number} pages.
The May Fourth Movement and the March First Movement are taught in unit {small}.
The company Century {small} and the Decade Group hold {small} percent.
Catch-22, Apollo 13, Area 51, Route 66, Fahrenheit 451 and U-571 are titles.
The Expo line, the Olympic pool and the World Cup squad have {small} sponsors.
Number {small} shirt, size {small}, costs {small}.{small}.
Latitude {small}.{four}, longitude {number}.{four}, depth {like_a_year} m.
It weighs {decimal} kg, {small} lbs {small} oz, at {small} degrees.
The train does {number} km/h; the rocket did Mach {digit}.
The quake was a magnitude {digit}.{digit}, {small} km deep, {number} km off {place}.
Yields rose {small} basis points; the spread is {decimal}.
The G-20, the Group of 77, the P5+1 and the Five Eyes met {name}.
He scored {small} in {small} games, a record for number {small}.
One in {small} voters, two out of three, had no view on Question {digit}.
Take {digit} tablets, {digit} times, with {number} ml of water.
The dose was {decimal} mg, the pulse {small}, the pressure {number}/{small}.
Plate {number}-{letter}{letter}, engine {like_a_year} cc, {small} valves.
The motion passed {small}-{digit}-{digit}; clause {small}({digit}) was struck.
Her brother may, in time, march beside {name} in {place}.
The station ID is {letter}{letter}{four}; the frequency is {number}.{digit} MHz.
Hotel {like_a_year} stands on {number}th Street near {number} {street}.
"I may," said {name}. "You may not," said {name}, "at {place}."
The {ordinal} floor, the {ordinal} try, the {ordinal} man and the {ordinal} of {small} heirs.
Twenty-one guns, nineteen ships, two thousand men, a hundred and five horses.
Fifty-fifty, forty winks, seventh heaven, sixth sense, eleven players.
"""
JAPANESE = """
委員{small}人が第{small}条を審議し、賛成{small}、反対{digit}で可決した。
決議{resolution}号と決議第{resolution}号は燃料の輸出を禁じている。
{number}号室に{small}人が泊まり、{like_a_year}円を払った。
日本人13人、韓国人{small}人が乗っていた。
{thousand}人が集まり、{small}団体が署名した。
便名は全日空{number}便で、{small}番搭乗口から{number}人が乗った。
価格は{like_a_year}円、送料は{number}円、手数料は{decimal}パーセントである。
電話は{phone}、郵便番号は{three}-{four}である。
{small}対{small}で敗れ、順位は{small}位に下がった。
{like_a_year}メートルの山に{small}本の道がある。
第{small}回大会の参加は{small}か国、{number}人だった。
{small}階建ての{digit}階に{small}室ある。
版は{version}で、{version}から更新できる。
{small}ページの図{digit}と表{digit}を見よ。
震度{digit}、マグニチュード{digit}.{digit}、深さ{small}キロと推定される。
背番号{small}の選手が{small}本目の安打を放った。
火星と水星、木星と金星、土星と月を望遠鏡で見た。
水曜社の本を{small}冊、木曜会の会員{small}人に配った。
日本と日系の{small}社が、日用品を{number}点並べた。
月見うどんと月光の曲、月謝{like_a_year}円の教室。
一人が二度、三人が四回、五つの箱を運んだ。
春子さんと秋男さんと夏美さんが{small}分ほど話した。
北緯38度線の北に{small}個の部隊がいる。
型番は{letter}-{like_a_year}、重さは{decimal}キロ。
国道{small}号を{number}キロ走り、{small}番のバスに乗った。
議案第{small}号は{small}票差で否決された。
人口{thousand}人の町に学校が{digit}校ある。
気温は{small}度、湿度は{small}パーセント、風速は{small}メートル。
"""
KOREAN = """
위원 {small}명이 제{small}조를 심의하여 찬성 {small}표로 가결했다.
결의 {resolution}호와 결의 제{resolution}호는 연료 수출을 금지한다.
{number}호실에 {small}명이 묵고 {like_a_year}원을 냈다.
일본인 13명과 한국인 {small}명이 타고 있었다.
{thousand}명이 모였고 {small}개 단체가 서명했다.
대한항공 {number}편은 {small}번 탑승구에서 {number}명을 태웠다.
값은 {like_a_year}원, 배송비는 {number}원, 수수료는 {decimal}퍼센트이다.
전화는 {phone}, 우편번호는 {five}이다.
{small} 대 {small}로 져서 순위가 {small}위로 내려갔다.
{like_a_year}미터 높이의 산에 길이 {small}개 있다.
제{small}회 대회에 {small}개국 {number}명이 참가했다.
{small}층 건물의 {digit}층에 방이 {small}개 있다.
판은 {version}이고 {version}에서 올릴 수 있다.
{small}쪽의 그림 {digit}과 표 {digit}을 보라.
규모 {digit}.{digit}, 깊이 {small}킬로미터로 추정된다.
등번호 {small}번 선수가 {small}번째 안타를 쳤다.
일본과 일성, 월성과 화성, 수성과 금성을 배웠다.
일부는 일을 마치고 이리로 오고, 일행 {small}명은 갔다.
화요라는 술 {small}병과 금요회 회원 {small}명이 있다.
한 사람이 두 번, 세 사람이 네 번, 상자 다섯 개를 날랐다.
춘자와 추자와 하나가 이야기를 나눴다.
북위 38도선 북쪽에 {small}개 부대가 있다.
모델 {letter}-{like_a_year}, 무게 {decimal}킬로그램.
국도 {small}호선을 {number}킬로미터 달려 {small}번 버스를 탔다.
의안 제{small}호는 {small}표 차로 부결되었다.
인구 {thousand}명인 읍에 학교가 {digit}개 있다.
기온은 {small}도, 습도는 {small}퍼센트, 풍속은 {small}미터이다.
"""
_SENTENCES = {
    language: text.strip().splitlines() for language, text in (("en", ENGLISH), ("ja", JAPANESE), ("ko", KOREAN))
}
_NAMES = [
    "Ahn",
    "Becker",
    "Castro",
    "Dubois",
    "Ito",
    "Kimura",
    "Lindqvist",
    "Moreau",
    "Nakata",
    "Okafor",
    "Park",
    "Rossi",
    "Sato",
    "Tanaka",
    "Urban",
    "Yoon",
]
_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "Daniel",
    "Emi",
    "Felix",
    "Hana",
    "Ivan",
    "Jiro",
    "Karin",
    "Lena",
    "Minho",
    "Nora",
    "Oskar",
    "Petra",
    "Yuki",
]
_PLACES = [
    "Sapporo",
    "Busan",
    "Geneva",
    "Lima",
    "Oslo",
    "Nairobi",
    "Wonsan",
    "Chongjin",
    "Aarhus",
    "Leeds",
    "Tampa",
    "Quito",
    "Hue",
    "Kobe",
]
_STREETS = ("Pennsylvania Avenue", "Mill Lane", "March Road", "Station Square", "Augustine Street", "Summer Hill")
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"]
_COUNCIL = (1695, 1718, 1874, 1929, 2087, 2094, 2270, 2321, 2371, 2375, 2397)


def _digits(count: int) -> Callable[[random.Random], str]:
    return lambda dice: "".join(dice.choice("0123456789") for _ in range(count))


def _within(first: int, last: int) -> Callable[[random.Random], str]:
    return lambda dice: str(dice.randint(first, last))


_FILLERS: dict[str, Callable[[random.Random], str]] = {
    "digit": _within(1, 9),
    "small": _within(2, 99),
    "number": _within(100, 999),
    "like_a_year": _within(*_LIKE_A_YEAR),
    "thousand": lambda dice: f"{dice.randint(1, 899)},{dice.randint(0, 999):03d}",
    "decimal": lambda dice: f"{dice.randint(0, 199)}.{dice.randint(1, 99):02d}",
    "version": lambda dice: f"{dice.randint(0, 9)}.{dice.randint(0, 30)}.{dice.randint(0, 20)}",
    "ip": lambda dice: ".".join(str(dice.randint(1, 254)) for _ in range(4)),
    "phone": lambda dice: f"{dice.randint(100, 999)}-{dice.randint(100, 999)}-{dice.randint(1000, 9999)}",
    "isbn": lambda dice: (
        f"978-{dice.randint(0, 9)}-{dice.randint(10, 99)}-{dice.randint(100000, 999999)}-{dice.randint(0, 9)}"
    ),
    "three": _digits(3),
    "four": _digits(4),
    "five": _digits(5),
    "six": _digits(6),
    "hex": lambda dice: hex(dice.randint(0, 1 << 24)),
    "letter": lambda dice: dice.choice("ABCDEFGHKLMNPRSTVX"),
    "resolution": lambda dice: str(dice.choice(_COUNCIL)),
    "surname": lambda dice: dice.choice(_NAMES),
    "name": lambda dice: f"{dice.choice(_FIRST)} {dice.choice(_NAMES)}",
    "place": lambda dice: dice.choice(_PLACES),
    "street": lambda dice: dice.choice(_STREETS),
    "ordinal": lambda dice: dice.choice(_ORDINALS),
}


def sentences(language: str, seed: int = 7) -> Iterator[str]:
    """Sentences without a date, in every order and with every number; without end, and the same on every run."""
    dice = random.Random(f"{language}{seed}")
    while True:
        for shape in dice.sample(_SENTENCES[language], len(_SENTENCES[language])):
            filled = _SLOT.sub(lambda slot: _FILLERS[slot[1]](dice), shape.replace("{{", "\0").replace("}}", "\1"))
            yield filled.replace("\0", "{").replace("\1", "}")


def text_without_dates(language: str, characters: int, seed: int = 7) -> str:
    """Paragraphs of such sentences, of at least so many characters."""
    dice = random.Random(f"{language}{seed}")
    gap = " " if language != "ja" else ""
    made: list[str] = []
    length = 0
    for sentence in sentences(language, seed):
        made.append(sentence + (gap if dice.random() < 0.8 else "\n\n"))
        length += len(made[-1])
        if length >= characters:
            return "".join(made)
    return ""


def invented(characters: int = CHARACTERS, seed: int = 7) -> dict[str, list[str]]:
    """The dates found where there are none, each with the words around it, by language."""
    from timeline.dates import find

    found: dict[str, list[str]] = {}
    for language, share in _SHARES.items():
        text = text_without_dates(language, int(characters * share), seed)
        found[language] = [
            f"[{phrase.words}] in …{text[max(0, phrase.start - 40) : phrase.end + 30]!r}"
            for style in ("news", "narrative")
            for phrase in find(text, _ANCHOR, language=language, style=style)
            if phrase.counts
        ]
    return found


def main(characters: int) -> None:
    """Show every invented date, and how many there are in so many characters."""
    found = invented(characters)
    for language, places in found.items():
        print(language, len(places), *sorted(places), sep="\n  ")
    # Each text is read twice, in both styles.
    count = sum(map(len, found.values())) / 2
    print(f"{count:g} in {characters:,} characters; one in 20,000 would be {characters / 20_000:g}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS)
