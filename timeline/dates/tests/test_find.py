"""What `find` promises on any text at all: no exception, phrases in order, time that grows with the text."""

import datetime
import itertools
import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find, read
from timeline.dates.__main__ import phrase_record

ANCHOR = datetime.date(2019, 5, 2)
LANGUAGES = ["en", "ja", "ko", "ru", None]
PIECES = [
    *(
        "5",
        "May",
        "2019",
        "late",
        "31",
        "June",
        "the",
        "of",
        "Q3",
        "1970s",
        "until",
        "from",
        "between",
        "and",
        "-",
        "–",
    ),
    *(
        "/",
        ".",
        ",",
        "2019-05-02",
        "10:30",
        "a.m.",
        "昭和64年",
        "前年",
        "10月",
        "下旬",
        "지난",
        "26일",
        "오후",
        "３",
        "0",
        "00",
    ),
    *("January", "9999", "99999999999", "last", "week", "ago", "three", "later", "BC", "century", "(", ")", "'", "s"),
    *("twenty-first", "the 21st", "1.1.1", "\n\n", "Christmas", "Juche", "明治", "元年", "year", "first", "half", "to"),
]
HOSTILE = {
    "digits": "1" * 20_000,
    "dotted": "1.1." * 5_000,
    "dashes": "5-" * 10_000,
    "slashes": "1/1/" * 5_000,
    "brackets": "(" * 20_000,
    "commas": "," * 20_000,
    "kanji digits": "一二三" * 7_000,
    "zero width": "5\u200b May\u200b" * 3_000,
    "bidi": "\u202e2019\u202c" * 3_000,
    "lone surrogates": "\ud800 5 May \udfff" * 1_500,
    "words of dates": "the last of the first week of May and " * 600,
    "ranges": "from 5 to 7 May to " * 1_200,
    "newlines": "\n \n" * 7_000,
    "spaces": " " * 20_000,
    "capital i": "İ 5 May İ" * 2_000,
}


@settings(deadline=None)
@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_text_makes_it_fail(text, language):
    in_order(text, find(text, ANCHOR, language=language))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.sampled_from(["en", "ja", "ko"]))
def test_no_heap_of_date_words_makes_it_fail(text, language):
    phrases = find(text, ANCHOR, language=language)
    in_order(text, phrases)
    json.dumps([phrase_record(phrase) for phrase in phrases])


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), st.dates())
def test_no_words_and_no_anchor_make_reading_fail(words, anchor):
    for day in (anchor, None):
        read(words, day, language="en")
        find(words, day, language="en", style="narrative")


def in_order(text, phrases):
    for phrase in phrases:
        assert phrase.words == text[phrase.start : phrase.end]
        assert phrase.readings
    assert all(first.end <= second.start for first, second in itertools.pairwise(phrases))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_hostile_text_makes_work_in_proportion_to_its_length(name, language, in_time, work_of):
    find("5 May", ANCHOR, language=language)
    text = HOSTILE[name]
    half, whole = (work_of(partial(find, part, ANCHOR, language=language)) for part in (text[: len(text) // 2], text))
    assert whole < 2.5 * half + 1000
    in_time(partial(find, text, ANCHOR, language=language))


def test_twice_the_text_makes_about_twice_the_work(work_of):
    text = "On 5 May 2004 the envoy left; two days later, in the spring of that year, he wrote again. " * 100
    find(text, ANCHOR, language="en")
    once, twice = (work_of(partial(find, text * times, ANCHOR, language="en", style="news")) for times in (1, 2))
    assert twice < 2.2 * once


def test_without_an_anchor_only_full_dates_are_read():
    found = find("On 5 May 2004 he left; last week he came back; on Friday he wrote.", None, language="en")
    assert [phrase.words for phrase in found] == ["5 May 2004"]


def test_without_an_anchor_figures_without_a_year_are_no_date():
    assert find("It came on 3/25 and from 12/5-12/9.", None, language="en") == []
    assert find("It came on 25/25/2019.", None, language="en")[0].reading.rule == "impossible-figures"


NO_DATES = """You may call 555-0123-4567. The March of Dimes will march on. She sat in the sun for a second.
May I help you? Theresa May spoke. Resolution 1718 was adopted. Flight 858, a Boeing 747, an F-15. It cost $1999 or
1,500 yen. The score was 3-2. Version 1.2.3, address 192.168.1.10. Room 1205, 1600 Pennsylvania Avenue. The 7th Fleet
crossed the 38th parallel. for (i = 0; i < 2010; i++) { x[1990] = 2020; } 1/2 cup, 24/7. A 12-year-old. 13 Japanese.
They march 10 miles. The Sun reported it. Our daily letter. You May Also Like this. Article 9, paragraph 5."""


def test_numbers_names_and_small_words_are_no_dates():
    assert [phrase.words for phrase in find(NO_DATES, ANCHOR, language="en") if phrase.counts] == []


def test_an_alternative_is_always_offered_where_tense_decided():
    for sentence in ("He came on Wednesday.", "He came in December.", "He came on 5 December.", "He came on the 21st."):
        (phrase,) = find(sentence, ANCHOR, language="en")
        assert len(phrase.readings) > 1, sentence


def test_the_style_is_judged_from_the_text():
    history = "In 1904 war broke out. In 1905 it ended. In 1910 came the treaty. In August the state was gone."
    assert find(history, ANCHOR, language="en")[-1].reading.date.edtf == "1910-08"


def test_other_languages_give_their_explicit_dates():
    found = find("Встреча прошла 12 июня 2018 года в Сингапуре.", ANCHOR)
    assert [(phrase.words, phrase.reading.date.edtf) for phrase in found] == [("12 июня 2018", "2018-06-12")]


def test_a_word_cut_at_the_end_of_a_line_is_not_read_as_what_is_left_of_it():
    assert [phrase.words for phrase in find("On 17 Sep-\ntember 2002 they met.", ANCHOR, language="en")] == []
    assert [phrase.words for phrase in find("On Thursday-\nFriday they met.", ANCHOR, language="en")] != []


def test_the_zone_of_the_place_named_is_kept():
    (phrase,) = find("The envoy spoke on Tuesday in Washington.", ANCHOR, language="en")
    assert phrase.reading.date.zone == "America/New_York"


def test_the_sixth_date_of_a_text_finds_its_cue_as_the_first_does():
    days = ["Sunday", "Saturday", "Tuesday", "Friday", "Monday", "Wednesday", "Sunday", "Saturday"]
    text = " ".join(f"The fair is on {day}." for day in days)
    assert all(phrase.reading.date.earliest > ANCHOR for phrase in find(text, ANCHOR, language="en"))
    text = "금요일로 연기. " * 9
    assert len({phrase.reading.date.earliest for phrase in find(text, ANCHOR, language="ko")}) == 1


@pytest.mark.parametrize(
    "unit", ["second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter"]
)
def test_no_count_of_any_unit_makes_it_fail(unit):
    for count in ("two or three", "a few", "some", "the last few", "five", "1.5", "half a"):
        find(f"It took {count} {unit}s. It came {count} {unit}s ago.", ANCHOR, language="en")


def test_another_reading_of_a_range_has_both_its_ends():
    (phrase,) = find("The talks ran from 26-28 May.", ANCHOR, language="en")
    assert [reading.date.edtf for reading in phrase.readings] == ["2018-05-26/2018-05-28", "2019-05-26/2019-05-28"]
    assert phrase.reading.why.count("No year is said") == 1
