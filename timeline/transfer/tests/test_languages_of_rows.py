"""The language that the wording of a row is in: what its own words tell, unless the table or a person says it."""

import pytest
from django.urls import reverse

from timeline.records.models import Batch, Event
from timeline.transfer.columns import suggest
from timeline.transfer.findings import Finding
from timeline.transfer.tests.conftest import at, codes_of, columns_of, planned_rows, rows_of, send

pytestmark = pytest.mark.django_db
TABLES = {
    "de": ("Datum;Ereignis;Quelle\n1. März 1998;Der Hafen wurde gestern feierlich eröffnet;Anzeiger\n", "1998-03-01"),
    "ru": ("Дата;Событие;Источник\n1 марта 1998;В порту торжественно открыли новый маяк;Вестник\n", "1998-03-01"),
    "lv": ("date;event;source\n1998-03-01;Rīgas ostā svinīgi atklāja jauno bāku;Avīze\n", "1998-03-01"),
}


def bring_in(client, table, **said):
    """Send a table, take its suggested columns, apply it, and return its only event."""
    send(client, table.encode())
    batch = Batch.objects.get()
    client.post(at("import_columns", batch), columns_of(batch) | {"language_of_rows": ""} | said)
    client.post(at("import_apply", batch), {"as_checked": "on"})
    return Event.objects.get()


@pytest.mark.parametrize("language", TABLES)
def test_readers_meet_a_wording_in_the_language_that_it_was_imported_in(
    as_admin, as_visitor, make_chronology, publish, language
):
    table, edtf = TABLES[language]
    event = bring_in(as_admin, table)
    publish(event, make_chronology())
    assert (event.wording.language, event.edtf) == (language, edtf)
    page = as_visitor.get(reverse("public:event", args=[event.pk])).text
    assert f'<h1 lang="{language}">{event.headline}</h1>' in page


@pytest.mark.parametrize("language", TABLES)
def test_a_language_that_a_person_chooses_goes_before_what_the_words_tell(as_admin, language):
    event = bring_in(as_admin, TABLES[language][0], language_of_rows="en")
    assert event.wording.language == "en"
    assert Batch.objects.get().plan["notes"] == []


def test_a_language_that_the_table_names_goes_before_what_the_words_tell(plan):
    rows = rows_of(plan, "date,event,language\n1998-03-01,Rīgas ostā svinīgi atklāja jauno bāku,et\n")
    assert [row.values["language"] for row in rows] == ["et"]


def test_the_preview_counts_what_is_worded_in_other_languages(plan):
    table = (
        "date,event\n"
        "1998-05-07,Der Hafen wurde gestern feierlich eröffnet\n"
        "1998-05-08,Am Abend brannte der alte Speicher ab\n"
        "1998-05-09,The queen opened the new harbour and the light\n"
    )
    batch = plan(content=table.encode(), language="")
    assert [row.values["language"] for row in planned_rows(batch)] == ["de", "de", "en"]
    (note,) = [str(Finding(*note)) for note in batch.plan["notes"]]
    assert note.startswith("Headlines that seem to be in Deutsch: 2. These events are worded in it")


LATVIAN = "1998-05-07,Rīgas ostā svinīgi atklāja jauno bāku\n"
ENGLISH = "1998-05-07,The queen opened the new harbour and the light\n"


@pytest.mark.parametrize(
    ("rows", "languages"),
    [
        (LATVIAN + "1998-05-08,Osta\n", "lv lv"),
        ("1998-05-08,Osta\n", "en"),
        (ENGLISH + "1866,Battle of Königgrätz\n", "en en"),
        (ENGLISH + "1933,Reichstag fire\n", "en en"),
        (ENGLISH + "1962,Die Zeit and Der Spiegel banned\n", "en en"),
        (ENGLISH + LATVIAN, "en lv"),
        (ENGLISH + "1939,Der Krieg beginnt\n", "en de"),
        (ENGLISH + "1939,Договор подписан в Москве\n", "en ru"),
        (ENGLISH + "1939,港の開業\n", "en ja"),
    ],
)
def test_a_row_is_told_apart_from_its_table_only_where_its_words_are_sure(plan, rows, languages):
    # The first sentence, told thrice, is what the table is in.
    told = [row.values["language"] for row in rows_of(plan, f"date,event\n{rows}{ENGLISH * (ENGLISH in rows) * 2}")]
    assert told[: len(languages.split())] == languages.split()


@pytest.mark.parametrize("words", ["1 listopada 1998", "1 листопада 1998", "03/04/1998", "1. März 1998"])
def test_the_language_that_a_row_tells_is_not_what_its_date_is_read_in(plan, words):
    (told,) = rows_of(plan, f"date;event\n{words};Otwarto nowy most nad rzeką i nową drogę do portu\n")
    (open_one,) = rows_of(plan, f"date;event\n{words};Most\n")
    assert (told.values["language"], open_one.values["language"]) == ("pl", "en")
    assert told.date == open_one.date
    assert told.findings == open_one.findings


def test_a_row_brings_its_headline_in_other_languages_along(as_admin):
    event = bring_in(
        as_admin, 'date,title,headline_ja,summary_ja,title_ko,source\n2002,Talks,会談,"一行目\n二行目",회담,Annals\n'
    )
    worded = {one.language: (one.headline, one.summary) for one in event.wordings.order_by("pk")}
    assert list(worded) == ["en", "ja", "ko"], "the row's own first"
    assert (worded["ja"], worded["ko"]) == (("会談", "一行目\n二行目"), ("회담", ""))


def test_what_has_no_place_among_the_languages_is_told(plan):
    (row,) = rows_of(plan, "date,title,language,headline_en,summary_ko,source\n2002,Talks,en,Other talks,요약,Annals\n")
    assert codes_of(row) == "own-language no-headline"
    assert list(row.other_wordings()) == []


def test_a_headline_in_another_language_that_is_too_long_keeps_its_row_out(plan):
    (row,) = rows_of(plan, f"date,title,headline_ja,source\n2002,Talks,{'長' * 301},Annals\n")
    assert row.is_refused


def test_columns_for_other_languages_are_found_by_their_names():
    found = suggest(["title", "title_ja", "description_ko", "headline_ko", "summary"])
    assert (found["title"], found["headline_ja"], found["summary"]) == ("title", "title_ja", "summary")
    assert (found["headline_ko"], found["summary_ko"]) == ("headline_ko", "description_ko")
