"""Nothing is read from today: with the machine's clock on another day the engine and every form say the same.

The tables of the import are moved through the same days in `timeline/transfer/tests/test_strange_tables.py`.
"""

import csv
import datetime
from pathlib import Path

import pytest
import time_machine
from django.http import QueryDict

from timeline.arrange.forms.events import CitationForm, NewEventForm
from timeline.dates import core, find, read, read_typed, typed
from timeline.ingest.days import NotOneDay, read_day
from timeline.public import filters
from timeline.records.models import Chronology
from timeline.review.desk import read_alone

TABLES = Path(__file__).parents[1] / "dates" / "tests"
DAYS = ("2028-02-29T00:30:00Z", "2019-05-03T12:00:00Z", "1999-12-31T23:59:59Z")
CACHES = (core._ask, core._reader, core.month_of, typed._read_typed)
# Words that count from a day which nobody gives here.
WAITING = (
    "yesterday", "today", "tomorrow", "next year", "last week", "2 weeks ago", "in 3 days", "March", "Friday",
    "the 21st", "May 2", "5/3", "this morning", "recently", "Freitag", "gestern", "nächstes Jahr", "vor zwei Jahren",
    "1. März", "hier", "l'année prochaine", "il y a deux ans", "vendredi", "ayer", "hace 3 días", "el viernes",
    "вчера", "3 дня назад",
    "昨日", "来年", "先週の金曜日", "3月", "29日", "어제", "내년", "지난주", "3월", "昨天", "去年", "ieri", "ontem",
)  # fmt: skip


def rows(table):
    return list(csv.DictReader((TABLES / table).read_text(encoding="utf-8").splitlines()))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def sentences(language):
    return lambda: [
        find(row["sentence"], anchor, language=language)
        for row in rows(f"sentences_{language}.csv")
        for anchor in (day(row["anchor"]), None)
    ]


def stories():
    return [
        find(row["passage"], day(row["anchor"]), language="en", style=row["style"] or None)
        for row in rows("stories.csv")
    ]


def foreign():
    return [find(row["sentence"], None) for row in rows("foreign.csv")]


def typed_dates():
    return [read_typed(row["typed"], day(row["anchor"]), language=row["told"] or None) for row in rows("typed.csv")]


def waiting_words():
    return [
        [read(words, None, language=code) for code in ("en", "de", "fr", "es", "ru", "ja", "ko", "zh")]
        for words in WAITING
    ]


def publication_dates():
    said = []
    for words in WAITING:
        try:
            said.append(read_day(words))
        except NotOneDay as refused:
            said.append((refused.message, refused.meant))
    return said


def forms_of_events():
    return [form({"date": words}).box for form in (NewEventForm, CitationForm) for words in WAITING]


def date_box_alone():
    return [read_alone(words, QueryDict()) for words in WAITING]


def filters_of_a_page():
    asked = [QueryDict(f"from={words}&to={words}") for words in WAITING]
    return [filters.read(query, Chronology(pk=0), "en", preview=False) for query in asked]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "answers",
    [
        sentences("en"), sentences("ja"), sentences("ko"), stories, foreign, typed_dates, waiting_words,
        publication_dates, forms_of_events, date_box_alone, filters_of_a_page,
    ],
)  # fmt: skip
def test_the_clock_of_the_machine_changes_no_answer(answers):
    said = []
    for now in DAYS:
        for cache in CACHES:
            cache.cache_clear()
        with time_machine.travel(now, tick=False):
            said.append(answers())
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("words", WAITING)
def test_words_that_count_from_a_day_have_none_until_one_is_given(words):
    assert not read_typed(words, None).is_read
    assert all(reading.date is None for reading in read_typed(words, None).readings)
    with pytest.raises(NotOneDay):
        read_day(words)


@pytest.mark.django_db
@pytest.mark.parametrize("words", WAITING)
def test_no_form_gives_such_words_a_date(words):
    for form in (NewEventForm({"date": words}), CitationForm({"date": words})):
        form.is_valid()
        assert form.cleaned_data["value"] is None
    assert read_alone(words, QueryDict()).is_unread
