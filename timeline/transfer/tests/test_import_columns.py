"""The page of the columns: what a table as it is found comes to, and what is asked about it."""

import re
from itertools import chain

import pytest

from timeline.records.models import Batch, Event
from timeline.transfer import columns
from timeline.transfer.tests.conftest import at, columns_of, send


def bring(client, table, **said):
    """Send a table, take its suggested columns, and return the answer and the batch."""
    answer = send(client, table if isinstance(table, bytes) else table.encode())
    assert answer.status_code == 302
    batch = Batch.objects.latest("pk")
    chosen = columns_of(batch) | {"language_of_rows": ""} | said
    return client.post(at("import_columns", batch), chosen), Batch.objects.get(pk=batch.pk)


def test_a_table_as_it_is_found_becomes_events_that_say_what_it_says(as_admin):
    table = (
        "Start,End,Event,Text,Source,URL\n"
        "1914-07-28,1918-11-11,<b>War</b> &amp; want,<p>Long.</p>,Annals,www.example.org/a\n"
        "1200,,町の始まり,,年代記,p. 3\n"
    )
    _answer, batch = bring(as_admin, table)
    as_admin.post(at("import_apply", batch), {"as_checked": "on"})
    war, town = Event.objects.order_by("pk")
    assert (war.edtf, war.headline, war.wording.summary) == ("1914-07-28/1918-11-11", "War & want", "Long.")
    assert (town.edtf, town.precision, town.wording.language) == ("1200", "year", "ja")
    assert [citation.locator for event in (war, town) for citation in event.citations.all()] == ["", "p. 3"]
    assert war.citations.get().source.url == "https://www.example.org/a"


def test_a_row_about_the_whole_table_is_no_event_and_nothing_to_decide(as_admin):
    _answer, batch = bring(as_admin, "Year,Headline,Text,Type\n,All of it,x,title\n1899,Horn,Loud.,\n")
    page = as_admin.get(at("import_plan", batch), {"show": "all"}).text
    assert "no event is made of it" in page
    assert "<td>1899</td>" in page
    assert "Import 1 row<" in page
    as_admin.post(at("import_apply", batch), {})
    assert Event.objects.get().headline == "Horn"


def test_figures_that_can_be_read_two_ways_are_asked_about_and_planned_again(as_admin):
    answer, batch = bring(as_admin, "date,event\n03/04/1987,Strike\n05/06/1987,Talks\n")
    page = as_admin.get(answer["Location"]).text
    assert "nothing tells whether day or month stands first" in page
    assert "Say it on the page of the columns" in page
    assert "can be read two ways: taken as 1987-03-04, it may be 1987-04-03" in page
    asked = as_admin.get(at("import_columns", batch)).text
    assert asked.index("What the table does not tell") < asked.index("Which stands first in") < asked.index("<table>")
    answer = as_admin.post(at("import_columns", batch), columns_of(batch) | {"order": "dmy"})
    page = as_admin.get(answer["Location"], {"show": "all"}).text
    assert "can be read two ways" not in page
    assert "1987-04-03" in page
    assert re.search(r'value="dmy"[^>]*checked', as_admin.get(at("import_columns", batch)).text)


@pytest.mark.parametrize(("said", "date"), [("lasted", "1300/1321"), ("within", "[1300..1321]")])
def test_two_columns_that_do_not_say_how_they_bound_the_date_are_asked_about(as_admin, said, date):
    answer, batch = bring(as_admin, "first,last,event\n1300,1321,Exile\n")
    assert answer.status_code == 422
    assert "What do “first” and “last” say?" in answer.text
    assert "Choose what the two columns say." in answer.text
    as_admin.post(at("import_columns", batch), columns_of(batch) | {"pair": said})
    # What was answered once is not asked again.
    assert "What do “first”" not in as_admin.get(at("import_columns", batch)).text
    as_admin.post(at("import_apply", batch), {})
    assert Event.objects.get().edtf == date


def test_two_such_columns_can_be_left_out_where_another_gives_the_date(as_admin):
    answer, _batch = bring(as_admin, "first,last,date,event\n1,2,1998-05-07,Fair\n", pair="nothing")
    assert answer.status_code == 302


def test_a_table_without_names_says_so_and_the_person_may_say_otherwise(as_admin):
    send(as_admin, b"1998-05-07,Fair\n1998-05-08,Storm\n")
    batch = Batch.objects.get()
    page = as_admin.get(at("import_columns", batch)).text
    assert "The first line looks like a row" in page
    assert "2 rows." in page
    as_admin.post(at("import_columns", batch), {"first_line": "names"})
    page = as_admin.get(at("import_columns", batch)).text
    assert "1 row." in page
    assert "The first line holds the names of the columns." in page
    as_admin.post(at("import_columns", batch), {"first_line": "row"})
    assert "2 rows." in as_admin.get(at("import_columns", batch)).text


def test_a_first_line_that_cannot_be_names_stays_a_row(as_admin):
    send(as_admin, b"1998-05-07,Fair,Fair\n1998-05-08,Storm,x\n")
    batch = Batch.objects.get()
    answer = as_admin.post(at("import_columns", batch), {"first_line": "names"}, follow=True)
    assert "Two columns have the same name" in answer.text
    assert "2 rows." in answer.text


def test_a_file_in_an_old_encoding_is_read_and_says_in_which(as_admin):
    answer, batch = bring(as_admin, "日付,出来事\n1998年5月7日,港の開業\n".encode("shift_jis"))
    assert "read as Shift_JIS" in as_admin.get(answer["Location"]).text
    assert "read as Shift_JIS" in as_admin.get(at("import_columns", batch)).text


def test_one_column_may_be_headline_and_summary(as_admin):
    table = f"date,text\n1998-05-07,{'The port was closed. ' * 20}\n"
    answer, batch = bring(as_admin, table, title="text", summary="text")
    assert answer.status_code == 302
    as_admin.post(at("import_apply", batch), {})
    assert Event.objects.get().headline == "The port was closed."


def test_every_field_stands_in_one_named_group_of_its_kind(as_admin):
    _answer, batch = bring(as_admin, "date,event,place,source,id\n1987,Strike,Wuhan,Annals,7\n")
    page = as_admin.get(at("import_columns", batch)).text
    groups = re.findall(r"<fieldset class=\"group\">\s*<legend>([^<]+)</legend>(.*?)</fieldset>", page, re.DOTALL)
    named = ["Headline and words", "Date", "In other languages", "Place", "Source", "Other columns"]
    assert [name for name, _fields in groups] == named
    in_groups = [re.findall(r'<select name="(\w+)"', fields) for _name, fields in groups]
    assert sorted(chain.from_iterable(in_groups)) == sorted(columns.BY_NAME)
    for at_group, name in enumerate(("title", "date_phrase", "headline_ja", "place", "source_title", "id")):
        assert name in in_groups[at_group]
    assert groups[1][1].count("1987</td>") == 1
