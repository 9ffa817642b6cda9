"""Every rule has its sentence in three languages, and stored facts are enough to say it."""

import csv
import datetime
import json
import re
from pathlib import Path

import pytest

from timeline.dates import explain, find
from timeline.dates.reasons import REASONS

HERE = Path(__file__).parent
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in HERE.parent.glob("*.py"))
SENTENCES = [
    (path.stem[-2:], row["sentence"], row["anchor"])
    for path in sorted(HERE.glob("sentences_*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]

STORIES = [
    ("en", row["passage"], row["anchor"], row["style"] or None)
    for row in csv.DictReader((HERE / "stories.csv").read_text(encoding="utf-8").splitlines())
]

# Best or other readings (`at`) of phrases of 28 November 2026, and their reasons.
REASONS_SAID = list(csv.DictReader((HERE / "reasons.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("rule", REASONS)
def test_a_rule_has_a_sentence_in_each_language(rule):
    assert len({sentence for sentence in REASONS[rule] if sentence.strip()}) == 3


@pytest.mark.parametrize(("language", "sentence", "anchor"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_every_reading_says_why_from_its_stored_facts(language, sentence, anchor):
    for phrase in find(sentence, datetime.date.fromisoformat(anchor), language=language):
        for reading in phrase.readings:
            assert set(reading.rule.split("+")) <= set(REASONS)
            stored = json.loads(json.dumps(reading.facts))
            for told in ("en", "ja", "ko"):
                why = explain(reading.rule, stored, told)
                assert why
                assert not re.search(r"[{}?]", why), why


@pytest.mark.parametrize(("language", "text", "anchor", "style"), [*((*row, None) for row in SENTENCES), *STORIES])
def test_what_is_said_to_be_read_before_stands_in_the_text(language, text, anchor, style):
    for phrase in find(text, datetime.date.fromisoformat(anchor), language=language, style=style):
        for reading in phrase.readings:
            why = explain(reading.rule, reading.facts, "en")
            for words in re.findall(r"“([^”]*)” \([^“”]*\), read before it", why):
                assert words
                assert words in text


@pytest.mark.parametrize(("language", "text", "anchor", "style"), [*((*row, None) for row in SENTENCES), *STORIES])
def test_no_two_readings_of_a_phrase_share_a_reason(language, text, anchor, style):
    for phrase in find(text, datetime.date.fromisoformat(anchor), language=language, style=style):
        for told in ("en", "ja", "ko"):
            said = [explain(reading.rule, reading.facts, told) for reading in phrase.readings]
            assert len(set(said)) == len(said), said


@pytest.mark.parametrize("row", REASONS_SAID, ids=[f"{row['words']} {row['at']}" for row in REASONS_SAID])
def test_a_reason_is_said_in_each_language(row):
    found = find(row["text"], datetime.date(2026, 11, 28), language=row["language"], style=row["style"] or None)
    readings = next(phrase.readings for phrase in found if phrase.words == row["words"])
    reading = readings[int(row["at"])]
    assert reading.date.edtf == row["means"]
    for told in ("en", "ja", "ko"):
        assert explain(reading.rule, reading.facts, told) == row[told]


def test_a_word_for_the_past_has_no_reading_ahead():
    assert [reading.date.edtf for reading in find("지난 26일 만났다.", datetime.date(2026, 11, 28))[0].readings] == [
        "2026-11-26"
    ]


def test_a_length_beside_nothing_is_a_length():
    assert find("The past three years were good.", None)[0].reading.why == "A length of time, not a date."


def test_nothing_is_counted_to_the_day_from_a_year():
    last = find("In 1763 he came. Two years later he left.", datetime.date(2026, 11, 28), style="narrative")[-1]
    assert [reading.date.edtf for reading in last.readings] == ["1765~"]


def test_figures_say_what_told_their_order():
    anchor = datetime.date(2026, 11, 28)
    told = [
        find("It came on 3/7/2000.", anchor, zone=zone)[0].reading.why for zone in (None, "Asia/Seoul", "US/Eastern")
    ]
    assert told == [
        "Written in figures: of two orders the one with the month first, as no zone says otherwise.",
        "Written in figures: of two orders the one with the day first, as is usual in the zone.",
        "Written in figures: of two orders the one with the month first, as is usual in the zone.",
    ]


def test_an_older_record_of_a_place_in_a_unit_is_still_told():
    facts = {"unit": "week", "nth": 2, "of": "2002-10", "edtf": "2002-10"}
    assert explain("place-in-unit", facts) == "Counted within October 2002: the 2nd week."


def test_a_count_of_whole_years_is_told_in_years():
    best = find("10年前の今日、橋が落ちた。", datetime.date(2019, 5, 2))[0].reading
    assert explain(best.rule, best.facts, "en") == "10 years before the day of publication, Thursday 2 May 2019."


def test_an_unknown_language_is_told_in_english():
    assert explain("about", {}, "fr") == explain("about", {}, "en")


def test_facts_that_are_missing_do_not_break_a_page():
    assert "?" in explain("weekday-before", {})


def test_days_are_told_in_the_language_s_own_way():
    best = find("그제 배가 도착했다.", datetime.date(2019, 5, 2), language="ko")[0].reading
    assert explain(best.rule, best.facts, "en") == "2 days before the day of publication, Thursday 2 May 2019."
    assert explain(best.rule, best.facts, "ja") == "発行日（2019年5月2日(木)）の2日前である。"
    assert explain(best.rule, best.facts, "ko") == "발행일(2019년 5월 2일 목요일)보다 2일 앞선 날이다."


def test_no_sentence_holds_a_day_as_computers_write_it():
    for language, sentence, anchor in SENTENCES:
        for phrase in find(sentence, datetime.date.fromisoformat(anchor), language=language):
            for told in ("en", "ja", "ko"):
                why = explain(phrase.reading.rule, phrase.reading.facts, told).replace(phrase.words, "")
                assert not re.search(r"\d{4}-\d\d-\d\d|[\[{]\d", why), why


@pytest.mark.parametrize(
    ("facts", "begins"),
    [
        ({"unit": "week", "previous": "작년", "previous_date": "2018"}, "앞에 나온 ‘작년’(2018년)이 속한 주"),
        ({"unit": "week", "previous": "지난주", "previous_date": "2018"}, "앞에 나온 ‘지난주’(2018년)가 속한 주"),
    ],
)
def test_korean_particles_follow_the_word_before_them(facts, begins):
    assert explain("story-unit-of", facts, "ko").startswith(begins)


def test_an_era_is_named_in_the_reader_s_language():
    facts = {"era": "쇼와", "era_year": 53, "year": 1978}
    assert explain("era-year", facts, "en") == "Year 53 of Showa is 1978."
    assert explain("era-year", facts, "ja") == "昭和53年は1978年である。"


@pytest.mark.parametrize(("language", "text", "anchor", "style"), [*((*row, None) for row in SENTENCES), *STORIES])
def test_the_best_reading_is_the_surest(language, text, anchor, style):
    for phrase in find(text, datetime.date.fromisoformat(anchor), language=language, style=style):
        assert phrase.reading.confidence == max(reading.confidence for reading in phrase.readings), phrase.words
