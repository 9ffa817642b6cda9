"""Texts in more than one language: a name or quotation costs no date, and each paragraph is read in its own."""

import csv
import datetime
from pathlib import Path

import pytest

from timeline.dates import find, read
from timeline.dates.detection import language_of
from timeline.dates.passages import Passages

ROWS = list(csv.DictReader((Path(__file__).parent / "mixed.csv").read_text(encoding="utf-8").splitlines()))
ANCHOR = datetime.date(2019, 5, 2)
ENGLISH = "The two sides met in the port on Monday and agreed to talk again next month."
JAPANESE = "両国の代表は先週金曜日に港で会談し、来月また協議することで一致した。"
KOREAN = "양측 대표는 지난주 금요일 항구에서 만나 다음 달 다시 협의하기로 했다."
GERMAN = "Die Vertreter beider Länder trafen sich am 3. März 1998 im Hafen und unterzeichneten einen Vertrag."
RUSSIAN = "Стороны встретились в порту 12 июня 2018 года и подписали договор о дружбе."


def said(text, **known):
    return [(one.words, one.reading.date.edtf) for one in find(text, ANCHOR, **known)]


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"] for row in ROWS])
@pytest.mark.parametrize("is_told", [True, False])
def test_a_name_or_quotation_of_another_language_costs_no_date(row, is_told):
    found = find(row["sentence"], ANCHOR, language=row["language"] if is_told else None)
    means = (f"{one.words} = {one.reading.date.edtf if one.reading.date else one.reading.rule}" for one in found)
    assert "; ".join(means) == row["phrases"]
    assert language_of(row["sentence"]) == row["language"]


@pytest.mark.parametrize("told", [None, "en", "ja", "ko", "de", "ru"])
def test_each_paragraph_is_read_in_its_own_script_whatever_is_told(told):
    text = f"{ENGLISH}\n\n{JAPANESE}\n\n{KOREAN}\n\n{RUSSIAN}"
    found = said(text, language=told)
    own = [("先週金曜日", "2019-04-26"), ("来月", "2019-06"), ("지난주 금요일", "2019-04-26"), ("다음 달", "2019-06")]
    assert [one for one in found if one in own] == own
    assert ("12 июня 2018", "2018-06-12") in found
    if told != "de":
        assert found[:2] == [("Monday", "2019-04-29"), ("next month", "2019-06")]
    assert [text.index(words) for words, _edtf in found] == sorted(text.index(words) for words, _edtf in found)


def test_a_long_paragraph_in_the_same_script_is_told_apart_where_no_language_is_told():
    assert said(f"{ENGLISH}\n{GERMAN}\n{ENGLISH}")[2:3] == [("3. März 1998", "1998-03-03")]


def test_a_language_told_is_that_of_every_paragraph_in_its_script():
    assert ("3. März 1998", "1998-03-03") not in said(f"{ENGLISH}\n{GERMAN}", language="en")


def test_what_is_counted_from_a_date_may_stand_in_the_next_paragraph_in_another_language():
    text = "The ship sank on 3 March 1946 in the strait.\n翌日、乗組員は港に着き、当局に事情を説明した。"
    assert said(text) == [("3 March 1946", "1946-03-03"), ("翌日", "1946-03-04")]


def test_a_name_in_brackets_does_not_part_the_words_of_a_date():
    assert said("They met on Monday (月曜), 29 April 2019.")[-1][1] == "2019-04-29"
    assert said("It was in the spring (봄) of 1927.") == [("the spring (봄) of 1927", "1927-21")]


def test_a_date_in_figures_of_another_script_is_read_under_a_language_told():
    assert said("Dated 2002年9月17日.", language="en") == [("2002年9月17日", "2002-09-17")]
    assert said("文書は May 26, 2019 に署名された。", language="ja") == [("May 26, 2019", "2019-05-26")]
    assert [one.date.edtf for one in read("2002年9月17日", ANCHOR, language="en")] == ["2002-09-17"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2021.7.18", "2021-07-18"),
        ("5/2", "2019-05-02"),
        ("late 2017", "[2017-09..2017-12]"),
        ("1. März 1998", "1998-03-01"),
        ("lundi 5 mai 2014", "2014-05-05"),
        ("5 de mayo de 2014", "2014-05-05"),
        ("Den kom 5 maj 2014.", "2014-05-05"),
    ],
)
def test_few_words_are_read_in_the_language_that_reads_most_of_them(words, edtf):
    assert [one for _words, one in said(words)] == [edtf]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Così fan tutte, yesterday", ["yesterday"]),
        ("von Wilhelm Tell, in 1976", ["in 1976"]),
        ("by 1937 박서준", ["by 1937"]),
        ("La sera del dì di festa", []),
        ("Die Zeitschrift May and June erschien nie", []),
        ("Il film è uscito il 3 maggio 1974 a Roma.", ["3 maggio 1974"]),
    ],
)
def test_an_english_date_is_found_in_a_text_of_foreign_names_that_has_no_other(text, words):
    assert [one for one, _edtf in said(text)] == words


def test_long_letters_of_many_scripts_take_time_in_proportion(in_time):
    text = "漢字 kana かな 한글 Київ (Ελλάδα) 5月3日 " * 6_000
    assert len(in_time(find, text, ANCHOR)) > 1


def test_three_languages_in_one_line_keep_the_dates_of_each():
    text = "They met on 5 May 2018. 会談は2018年5月6日にも続いた。그들은 2018년 5월 7일에 떠났다."
    assert [edtf for _words, edtf in said(text)] == ["2018-05-05", "2018-05-06", "2018-05-07"]


def test_a_text_in_a_dozen_languages_is_read_in_those_that_most_of_it_is_in():
    languages = Path(__file__).parent / "languages.csv"
    rows = [row for row in csv.DictReader(languages.read_text(encoding="utf-8").splitlines()) if row["language"]]
    text = "\n".join([*(row["text"] for row in rows), *[JAPANESE] * 9, *[KOREAN] * 9])
    views = Passages(text, "en").views
    assert len(views) == 7
    assert {"ja", "ko"} < views.keys()
    assert {len(view) for view in views.values()} == {len(text)}
