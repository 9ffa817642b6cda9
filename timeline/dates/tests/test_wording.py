"""Every kind of date can be said in three languages, in full and short."""

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import conventions, read
from timeline.dates.edtf import parse
from timeline.dates.fuzzy import UNDATED, FuzzyDate
from timeline.dates.tests.strategies import every_kind
from timeline.dates.tests.told import told
from timeline.dates.wording import in_era, in_short, in_words

F = FuzzyDate
ROWS = list(csv.DictReader((Path(__file__).parent / "wording.csv").read_text(encoding="utf-8").splitlines()))
LANGUAGES = ("en", "ja", "ko")


@pytest.mark.parametrize("row", ROWS, ids=[row["edtf"] for row in ROWS])
def test_a_date_is_said_as_the_table_has_it(row):
    date = parse(row["edtf"])
    said = {code: in_words(date, code) for code in LANGUAGES}
    said |= {f"{code}_short": in_short(date, code) for code in LANGUAGES}
    assert said == {name: row[name] for name in said}


def test_an_extent_keeps_the_part_of_its_end():
    until = F.until(F.months_window(2017, 9, 12))
    assert [in_words(until, code) for code in LANGUAGES] == ["until late 2017", "2017年末まで", "2017년 말까지"]


def test_about_on_a_window_is_said():
    assert in_words(F.season(2018, 1).about()) == "around spring 2018"
    assert in_words(F.months_window(2017, 9, 12).about(), "ko") == "2017년 말경"


def test_about_stands_at_the_only_end_of_a_window():
    window = F.before(F.year(1760).about())
    assert [in_words(window, code) for code in LANGUAGES] == [
        "no later than around 1759",
        "1759年ごろ以前",
        "1759년경 이전",
    ]
    assert in_words(F.after(F.year(1760).about()).perhaps()) == "perhaps after around 1760"
    assert in_words(F.before(F.year(-429).about())) == "no later than around 431 BC"
    assert in_words(F.between(F.year(1760).about(), F.year(1765))) == "around 1760–1765"


def test_a_zone_is_said():
    date = F.day(datetime.date(2017, 11, 29)).at(datetime.time(3, 17), "Asia/Pyongyang")
    assert in_words(date) == "Wednesday 29 November 2017 at 03:17 (Asia/Pyongyang)"


def test_the_undated_is_said_to_be_undated():
    assert [in_words(UNDATED, code) for code in LANGUAGES] == ["date not known", "日付不明", "날짜 미상"]


def test_other_languages_get_english():
    assert in_words(F.month(1978, 6), "fr") == "June 1978"
    assert in_words(F.month(1978, 6), "ja-JP") == "1978年6月"


@pytest.mark.parametrize(
    ("text", "japanese", "english"),
    [
        ("1989-01-07", "昭和64年", "Showa 64"),
        ("1989-01-08", "平成元年", "Heisei 1"),
        ("2019-05", "令和元年", "Reiwa 1"),
        ("2019", "", ""),
        ("1978-06", "昭和53年", "Showa 53"),
        ("1860", "", ""),
        ("1970/..", "", ""),
    ],
)
def test_the_era_year_is_said_only_where_there_is_one(text, japanese, english):
    assert (in_era(parse(text)), in_era(parse(text), "en")) == (japanese, english)


@given(every_kind, st.sampled_from(LANGUAGES))
def test_every_kind_of_date_has_words(date, language):
    assert in_words(date, language).strip()
    assert in_short(date, language).strip()


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (F.month(2019, 5), conventions.PARTS_OF_MONTH),
        (F.month(2019, 2), conventions.PARTS_OF_MONTH),
        (F.year(2017), conventions.PARTS_OF_YEAR),
        (F.decade(1970), conventions.PARTS_OF_DECADE),
        (F.nth_century(20), conventions.PARTS_OF_CENTURY),
        (F.century(1800), conventions.PARTS_OF_CENTURY),
    ],
    ids=str,
)
def test_every_part_of_the_house_table_tells_its_precision_by_its_bounds(whole, parts):
    for part in parts:
        window = conventions.part_of(whole, part)
        assert parse(window.edtf) == window
        assert str(window.precision).startswith("part-of-")


# Words that no other text would use so: a list with a range inside, and a year of five figures.
NOT_READ_BACK = {"{1667,1668,1670..1672}", "Y12345", "{1960,1961-12}"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("edtf", [row["edtf"] for row in ROWS if row["edtf"] not in NOT_READ_BACK])
def test_the_engine_reads_its_own_words(edtf, code):
    date = parse(edtf)
    for words in (in_words(date, code), in_short(date, code)):
        again = read(words, None, language=code)[0].date
        assert (again.earliest, again.latest, again.years) == (date.earliest, date.latest, date.years)
        assert again.lasting == date.lasting
        # Of "perhaps around" the engine keeps one.
        assert (again.approximate or again.uncertain) == (date.approximate or date.uncertain)


@given(told, st.sampled_from(LANGUAGES), st.sampled_from([in_words, in_short]))
def test_what_is_told_of_a_date_is_read_as_the_same_date(date, language, say):
    again = read(say(date, language), None, language=language)[0].date
    assert (again.earliest, again.latest, again.lasting) == (date.earliest, date.latest, date.lasting)


def test_a_winter_before_christ_is_said_with_both_its_years():
    said = [in_words(parse(text), code) for text in ("-0429-24", "0000-24") for code in LANGUAGES]
    assert said[:3] == ["winter 430 BC–429 BC", "紀元前430年～紀元前429年の冬", "기원전 430년~기원전 429년 겨울"]
    assert said[3:] == ["winter 1 BC–AD 1", "紀元前1年～西暦1年の冬", "기원전 1년~서기 1년 겨울"]
