"""Parts of a line are put together as the page's language does it."""

import pytest
from django.utils import translation

from timeline.dates import edtf
from timeline.web import joining
from timeline.web.marks import day_with_weekday, days_without_year, years_words

WHOLE = {"author": "A. Writer", "publisher": "The Gazette", "published": "2002", "place": "page 3"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Talks held, A. Writer. The Gazette, 2002 — page 3."),
        ("ja", "Talks held、A. Writer、The Gazette、2002、page 3。"),
        ("ko", "Talks held, A. Writer, The Gazette, 2002, page 3."),
    ],
)
def test_a_source_is_named_with_the_marks_of_the_language(code, said):
    with translation.override(code):
        assert joining.source("Talks held", **WHOLE) == said
        assert joining.source("50 %s") == f"50 %s{said[-1]}"


@pytest.mark.parametrize(("code", "said"), [("en", "“late 2017”"), ("ja", "「late 2017」"), ("ko", "“late 2017”")])
def test_words_stand_in_the_quotation_marks_of_the_language(code, said):
    with translation.override(code):
        assert joining.quoted("late 2017") == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", ("2002: Talks", "Sunday, 23:41", "a, b", "a; b")), ("ja", ("2002：Talks", "Sunday 23:41", "a、b", "a、b"))],
)
def test_dates_times_and_lists_have_the_marks_of_the_language(code, said):
    with translation.override(code):
        row = joining.words_listed(["a", "b"]), joining.things_listed(["a", "b"])
        assert (joining.dated("2002", "Talks"), joining.timed("Sunday", "23:41"), *row) == said


def test_what_is_not_there_leaves_no_mark():
    assert joining.dated("", "Talks") == joining.noted("Talks", "") == "Talks"
    assert joining.timed("", "23:41") == "23:41"
    assert joining.timed("Sunday", "") == "Sunday"


@pytest.mark.parametrize(
    ("code", "stretch", "days", "weekday"),
    [
        ("ja", "1945～2025年", "7月26日～8月7日", "2005年7月26日（火）"),
        ("ko", "1945~2025년", "7월 26일~8월 7일", "2005년 7월 26일 화요일"),
    ],
)
def test_stretches_and_weekdays_are_written_as_in_the_language(code, stretch, days, weekday):
    date = edtf.parse("2005-07-26/2005-08-07")
    with translation.override(code):
        assert years_words(1945, 2025) == stretch
        assert days_without_year(date) == days
        assert day_with_weekday(date.earliest) == weekday
