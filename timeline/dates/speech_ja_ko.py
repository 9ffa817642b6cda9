"""How Japanese and Korean say dates."""

import datetime

from timeline.dates.speech import Point, winter


class Japanese:
    """Japanese, largest unit first: 2019年4月26日(金)."""

    undated = "日付不明"
    seasons = ("春", "夏", "秋", "冬")
    parts = {"early": "初頭", "mid": "半ば", "late": "末", "first_half": "前半", "second_half": "後半"}
    weekdays = "月火水木金土日"

    def point(self, point: Point, weekday: int | None = None) -> str:
        day = f"({self.weekdays[weekday]})" if weekday is not None else ""
        return self.year(point.year) + self._below_year(point) + day

    def year(self, year: int) -> str:
        if year <= 0:
            return f"紀元前{1 - year}年"
        return f"西暦{year}年" if year < 1000 else f"{year}年"

    def _below_year(self, point: Point) -> str:
        return (f"{point.month}月" if point.month else "") + (f"{point.day}日" if point.day else "")

    def pair(self, first: Point, last: Point) -> tuple[str, str]:
        if first.day and first[:2] == last[:2]:
            return self.point(first), f"{last.day}日"
        if first.month and first.year == last.year:
            return self.point(first), self._below_year(last)
        return self.point(first), self.point(last)

    def clock(self, day: str, time: datetime.time, zone: str) -> str:
        return f"{day}{time.hour}時{time.minute:02d}分{f'({zone})' if zone else ''}"

    def season(self, year: int, season: int) -> str:
        if season == 4:
            return f"{winter(year, '～')}年の冬" if year > 0 else f"{self.year(year)}～{self.year(year + 1)}の冬"
        return f"{self._year_of_part(year)}{self.seasons[season - 1]}"

    def _year_of_part(self, year: int) -> str:
        return f"{year}年" if year > 0 else self.year(year)

    def quarter(self, year: int, quarter: int) -> str:
        return f"{self._year_of_part(year)}第{quarter}四半期"

    def half(self, year: int, half: int) -> str:
        return f"{self._year_of_part(year)}{'前半' if half == 1 else '後半'}"

    def fiscal(self, year: int) -> str:
        return f"{year}年度"

    def decade(self, year: int) -> str:
        return f"{year}年代"

    def hundreds(self, year: int) -> str:
        return f"{year}年代"

    def century(self, number: int) -> str:
        return f"{number}世紀"

    def part(self, part: str, unit: str) -> str:
        thirds = {"early": "上旬", "mid": "中旬", "late": "下旬"}
        names = self.parts | thirds if unit.endswith("月") else self.parts
        return f"{unit}{names[part]}"

    def between(self, first: str, last: str) -> str:
        return f"{first}から{last}の間のいつか"

    def lasted(self, first: str, last: str) -> str:
        return f"{first}から{last}まで"

    def stretch(self, first: str, last: str) -> str:
        return f"{first}～{last}"

    def inside(self, first: str, last: str) -> str:
        return f"{first}～{last}の間"

    def until(self, date: str) -> str:
        return f"{date}まで"

    def since(self, date: str) -> str:
        return f"{date}から"

    def by(self, date: str) -> str:
        return f"{date}以前"

    def after(self, date: str) -> str:
        return f"{date}より後"

    def about(self, date: str) -> str:
        return f"{date}ごろ"

    def perhaps(self, date: str) -> str:
        return f"おそらく{date}"

    def several(self, dates: list[str], every: bool) -> str:
        return ("と" if every else "または").join(dates)


class Korean:
    """Korean, largest unit first: 2019년 4월 26일 금요일."""

    undated = "날짜 미상"
    seasons = ("봄", "여름", "가을", "겨울")
    parts = {"early": "초", "mid": "중반", "late": "말", "first_half": "전반", "second_half": "후반"}
    weekdays = "월화수목금토일"

    def point(self, point: Point, weekday: int | None = None) -> str:
        day = [f"{self.weekdays[weekday]}요일"] if weekday is not None else []
        return " ".join([self.year(point.year), *self._below_year(point), *day])

    def year(self, year: int) -> str:
        if year <= 0:
            return f"기원전 {1 - year}년"
        return f"서기 {year}년" if year < 1000 else f"{year}년"

    def _below_year(self, point: Point) -> list[str]:
        month = [f"{point.month}월"] if point.month else []
        return [*month, f"{point.day}일"] if point.day else month

    def pair(self, first: Point, last: Point) -> tuple[str, str]:
        if first.day and first[:2] == last[:2]:
            return self.point(first), f"{last.day}일"
        if first.month and first.year == last.year:
            return self.point(first), " ".join(self._below_year(last))
        return self.point(first), self.point(last)

    def clock(self, day: str, time: datetime.time, zone: str) -> str:
        return f"{day} {time.hour}시 {time.minute:02d}분{f'({zone})' if zone else ''}"

    def season(self, year: int, season: int) -> str:
        if season == 4:
            return f"{winter(year, '~')}년 겨울" if year > 0 else f"{self.year(year)}~{self.year(year + 1)} 겨울"
        return f"{self._year_of_part(year)} {self.seasons[season - 1]}"

    def _year_of_part(self, year: int) -> str:
        return f"{year}년" if year > 0 else self.year(year)

    def quarter(self, year: int, quarter: int) -> str:
        return f"{self._year_of_part(year)} {quarter}분기"

    def half(self, year: int, half: int) -> str:
        return f"{self._year_of_part(year)} {'상반기' if half == 1 else '하반기'}"

    def fiscal(self, year: int) -> str:
        return f"일본 {year}회계연도"

    def decade(self, year: int) -> str:
        return f"{year}년대"

    def hundreds(self, year: int) -> str:
        return f"{year}년대"

    def century(self, number: int) -> str:
        return f"{number}세기"

    def part(self, part: str, unit: str) -> str:
        thirds = {"early": "초순", "mid": "중순", "late": "하순"}
        names = self.parts | thirds if unit.endswith("월") else self.parts
        return f"{unit} {names[part]}"

    def between(self, first: str, last: str) -> str:
        return f"{first}에서 {last} 사이"

    def lasted(self, first: str, last: str) -> str:
        return f"{first}부터 {last}까지"

    def stretch(self, first: str, last: str) -> str:
        return f"{first}~{last}"

    def inside(self, first: str, last: str) -> str:
        return f"{first}~{last} 사이"

    def until(self, date: str) -> str:
        return f"{date}까지"

    def since(self, date: str) -> str:
        return f"{date}부터"

    def by(self, date: str) -> str:
        return f"{date} 이전"

    def after(self, date: str) -> str:
        return f"{date}보다 뒤"

    def about(self, date: str) -> str:
        return f"{date}경"

    def perhaps(self, date: str) -> str:
        return f"아마 {date}"

    def several(self, dates: list[str], every: bool) -> str:
        if not every:
            return " 또는 ".join(dates)
        return f"{with_and(dates[0])} {dates[1]}" if len(dates) == 2 else ", ".join(dates)


def with_and(word: str) -> str:
    """A Korean word with 과 after a final consonant, else 와."""
    last = ord(word[-1]) - 0xAC00
    return f"{word}{'과' if 0 <= last < 11172 and last % 28 else '와'}"
