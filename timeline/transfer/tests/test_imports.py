"""The pages of an import: who may, wrong method, bad input, and what each page says."""

import re

import pytest
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records import actions as records
from timeline.records.models import Batch, Event
from timeline.transfer import actions, views
from timeline.transfer.findings import ABOUT_THE_DATE, MESSAGES
from timeline.transfer.tests.conftest import as_csv, at, columns_of, send


@pytest.mark.parametrize("who", ["as_researcher", "as_checker"])
def test_only_admins_import(who, request):
    answer = send(request.getfixturevalue(who), as_csv({}))
    assert answer.status_code == 403
    assert not Batch.objects.exists()


def test_a_file_goes_by_its_columns_and_its_plan_to_events_and_back(as_admin, admin):
    answer = send(as_admin, as_csv({}, {"title": "Other talks"}))
    batch = Batch.objects.get()
    assert (answer.status_code, answer["Location"], batch.by) == (302, at("import_columns", batch), admin)
    answer = as_admin.post(at("import_columns", batch), columns_of(batch))
    assert answer["Location"] == at("import_plan", batch)
    assert "Import 2 rows" in as_admin.get(at("import_plan", batch)).text
    answer = as_admin.post(at("import_apply", batch), {"as_checked": "on"}, follow=True)
    assert "What this import did" in answer.text
    assert Event.objects.filter(status="checked").count() == 2
    answer = as_admin.post(at("import_undo", batch), follow=True)
    assert "This import was undone" in answer.text
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"title,date\n", "no rows below it"),
        (b"title\n\x81\xff\x8d\n", "Line 2 is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is a picture, not a table"),
        (b"PK\x03\x04", "Save the table as"),
        (b'title,date\n"open,2002\n', "a quotation mark is open"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(as_admin, content, words):
    answer = send(as_admin, content)
    assert answer.status_code == 422
    assert words in answer.text
    assert not Batch.objects.exists()


def test_no_file_is_refused(as_admin):
    answer = as_admin.post(at("import_new"), {})
    assert answer.status_code == 422
    assert "This field is required" in answer.text


def test_too_large_a_file_is_refused_before_it_is_read(as_admin, monkeypatch):
    monkeypatch.setattr("timeline.transfer.forms.LARGEST_FILE", 1_000_000)
    answer = send(as_admin, b"x" * 1_000_001)
    assert answer.status_code == 422
    assert "1 MB is the most" in answer.text


def test_the_same_file_twice_says_so_and_leads_to_the_earlier_import(as_admin):
    send(as_admin, as_csv({}))
    answer = send(as_admin, as_csv({}), name="again.csv")
    assert answer.status_code == 422
    assert "This very file was sent before" in answer.text
    assert at("import_plan", Batch.objects.get()) in answer.text


def test_missing_columns_are_named_and_the_choices_stay(as_admin):
    send(as_admin, b"x,when happened,about\nTalks,2002,a summary\n")
    batch = Batch.objects.get()
    answer = as_admin.post(at("import_columns", batch), {"notes": "about", "language_of_rows": "ja"})
    assert answer.status_code == 422
    assert "No column gives headline." in answer.text
    assert "No column gives the date" in answer.text
    assert '<option value="about" selected>' in answer.text
    assert '<option value="ja" selected>' in answer.text
    assert Batch.objects.get().plan == {}


def test_one_column_for_two_fields_is_refused(as_admin):
    send(as_admin, as_csv({}))
    batch = Batch.objects.get()
    answer = as_admin.post(at("import_columns", batch), columns_of(batch) | {"notes": "title"})
    assert answer.status_code == 422
    assert "Chosen twice: title." in answer.text


def test_a_column_that_the_file_does_not_have_is_refused(as_admin):
    send(as_admin, as_csv({}))
    batch = Batch.objects.get()
    assert as_admin.post(at("import_columns", batch), columns_of(batch) | {"notes": "nonsense"}).status_code == 422


def test_other_columns_than_the_suggested_may_be_chosen(as_admin):
    send(as_admin, b"a,b\nTalks are held,17 September 2002\n")
    batch = Batch.objects.get()
    as_admin.post(at("import_columns", batch), {"title": "a", "date_phrase": "b", "language_of_rows": "en"})
    as_admin.post(at("import_apply", batch), {})
    assert Event.objects.get().edtf == "2002-09-17"


def test_a_plan_without_chosen_columns_leads_to_the_columns(as_admin):
    send(as_admin, as_csv({}))
    batch = Batch.objects.get()
    assert as_admin.get(at("import_plan", batch))["Location"] == at("import_columns", batch)
    assert as_admin.post(at("import_apply", batch), {}).status_code == 302
    assert not Event.objects.exists()


def test_the_preview_shows_every_error_and_warning(as_admin, plan):
    batch = plan({"title": ""}, {"edtf": "2003-13"}, {"date_phrase": "18 September 2002"}, {"title": "=1+1"})
    page = as_admin.get(at("import_plan", batch)).text
    for words in ("headline: nothing is written here", "is no EDTF", "goes before it", "begins like a formula"):
        assert words in page
    only_warnings = as_admin.get(at("import_plan", batch), {"show": "warnings"}).text
    assert "begins like a formula" in only_warnings
    assert "nothing is written here" not in only_warnings


def test_rows_whose_date_needs_a_look_are_found_among_rows_that_only_name_no_source(as_admin, plan):
    dates = ("03/04/1991", "yesterday", "1 May 1990", "31 April 2011")
    batch = plan(content="\n".join(("title,date_phrase", *(f"Quay of {words},{words}" for words in dates))).encode())
    page = as_admin.get(at("import_plan", batch), {"show": "dates"}).text
    assert [words for words in dates if f"Quay of {words}<" in page] == ["03/04/1991", "yesterday", "31 April 2011"]
    assert re.search(r'show=dates" aria-current="true"><b>3</b>', page)
    assert set(MESSAGES) >= ABOUT_THE_DATE


def test_words_and_headlines_of_a_row_say_which_language_they_are_in(as_admin, plan):
    german = {"title": "Der Leuchtturm an der Mole wird eingeweiht", "date_phrase": "1. März 1998", "summary": ""}
    page = as_admin.get(at("import_plan", plan(german, language="")), {"show": "all"}).text
    assert '<span lang="de">“1. März 1998”' in page
    assert 'class="headline-cell" lang="de"' in page


def test_rows_are_paged_and_filtered_in_the_address(as_admin, plan):
    batch = plan(*({"title": f"Talks number {number}"} for number in range(120)), {"title": ""})
    page = as_admin.get(at("import_plan", batch), {"show": "all"}).text
    assert "Talks number 49<" in page
    assert "Talks number 50<" not in page
    assert "Page 1 of 3" in page
    assert "Talks number 119<" in as_admin.get(at("import_plan", batch), {"show": "all", "page": "3"}).text
    assert "Talks number" not in as_admin.get(at("import_plan", batch), {"show": "errors"}).text
    assert "There are none." in as_admin.get(at("import_plan", batch), {"show": "warnings"}).text
    assert as_admin.get(at("import_plan", batch), {"show": "nonsense", "page": "-9"}).status_code == 200


def test_rows_with_errors_ask_for_a_decision_and_what_was_ticked_stays(as_admin, plan):
    batch = plan({}, {"title": ""})
    answer = as_admin.post(at("import_apply", batch), {"as_checked": "on"})
    assert answer.status_code == 422
    assert "Some have errors now" in answer.text
    assert re.search(r'<input[^>]*name="as_checked"[^>]*checked>', answer.text)
    assert not Event.objects.exists()
    as_admin.post(at("import_apply", batch), {"leave_out": "on"})
    assert Event.objects.count() == 1


def test_a_doubled_submit_imports_once(as_admin, plan):
    batch = plan({})
    for _again in range(2):
        answer = as_admin.post(at("import_apply", batch), {}, follow=True)
    assert "There was nothing to apply" in answer.text
    assert Event.objects.count() == 1


def test_a_plan_that_no_longer_holds_is_shown_anew(as_admin, plan):
    first, second = plan({"id": "same"}), plan({"id": "same", "title": "Other talks"})
    as_admin.post(at("import_apply", first), {})
    answer = as_admin.post(at("import_apply", second), {}, follow=True)
    assert "what is stored has changed" in answer.text
    assert "was imported already" in answer.text


def test_undo_is_refused_with_the_list_of_what_is_in_the_way(as_admin, bring_in, make_chronology):
    batch = bring_in({})
    event = Event.objects.get()
    records.place(event=event, chronology=make_chronology(), section=None, lane=None, by=None, at=NOW)
    answer = as_admin.post(at("import_undo", batch))
    assert answer.status_code == 409
    assert "Not undone" in answer.text
    assert reverse("arrange:event_edit", args=[event.pk]) in answer.text
    assert Event.objects.exists()


def test_an_import_without_a_new_source_has_its_page_and_can_be_undone(as_admin, bring_in):
    batch = bring_in(dict.fromkeys(("source_title", "source_url", "source2_title", "source2_url"), ""))
    page = as_admin.get(at("import_plan", batch))
    assert "1 event, 0 citations, 0 new sources" in page.text
    as_admin.post(at("import_undo", batch))
    assert not Event.objects.exists()


def test_an_import_of_which_every_row_was_left_out_has_its_page(as_admin, plan):
    batch = plan({"title": ""})
    answer = as_admin.post(at("import_apply", batch), {"leave_out": "on"}, follow=True)
    assert "0 events, 0 citations, 0 new sources" in answer.text
    assert "0 events" in as_admin.get(at("imports")).text


def test_an_import_of_before_that_stored_no_zeros_has_its_page_too(as_admin, bring_in):
    batch = bring_in({})
    Batch.objects.filter(pk=batch.pk).update(result={"left_out": 0})
    assert "0 new sources" in as_admin.get(at("import_plan", batch)).text
    assert "0 events" in as_admin.get(at("imports")).text


def test_undoing_twice_says_that_there_is_nothing_to_undo(as_admin, bring_in):
    batch = bring_in({})
    as_admin.post(at("import_undo", batch))
    assert "There was nothing to undo" in as_admin.post(at("import_undo", batch), follow=True).text


def test_a_file_can_be_forgotten_until_it_is_applied(as_admin, plan):
    batch = plan({})
    as_admin.post(at("import_discard", batch))
    assert not Batch.objects.exists()
    batch = plan({})
    actions.apply_plan(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    assert "not forgotten" in as_admin.post(at("import_discard", batch), follow=True).text
    assert Batch.objects.exists()


def test_refused_rows_are_downloaded_with_reasons_and_no_formula_runs(as_admin, plan):
    batch = plan({}, {"title": "", "notes": "=1+1"})
    answer = as_admin.get(at("import_refused", batch))
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.text.count("\r\n") == 2
    assert "3,headline: nothing is written here." in answer.text
    assert "'=1+1" in answer.text


def test_the_list_is_paged_and_says_how_far_each_import_has_come(as_admin, bring_in, plan, monkeypatch):
    bring_in({})
    plan({"id": "b"})
    monkeypatch.setattr(views, "BATCHES_A_PAGE", 1)
    assert "planned" in as_admin.get(at("imports")).text
    assert "applied" in as_admin.get(at("imports"), {"page": "2"}).text


def test_no_imports_yet_says_so(as_admin):
    assert "Nothing was imported yet" in as_admin.get(at("imports")).text


def test_markup_in_a_table_is_shown_as_text(as_admin, plan):
    batch = plan({"title": "<script>alert(1)</script>", "date_phrase": "<b>2003</b>"})
    page = as_admin.get(at("import_plan", batch), {"show": "all"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


TOO_LONG = ({"seconds": 0.001}, 422, "longer than 0.001 seconds")
BUSY = ({"at_once": 0, "patience": 0}, 503, "Too much is being read")
LONG = as_csv(*[{"title": f"Talks {number}"} for number in range(300)])


@pytest.mark.parametrize(("limits", "status", "words"), [TOO_LONG, BUSY], ids=["too long", "busy"])
def test_a_table_that_cannot_be_read_within_the_limits_is_refused(as_admin, limit, limits, status, words):
    limit(**limits)
    answer = send(as_admin, LONG)
    assert answer.status_code == status
    assert words in answer.text
    assert not Batch.objects.exists()


@pytest.mark.parametrize("said", [None, {"first_line": "names"}])
def test_a_kept_table_that_cannot_be_read_now_stays_kept(as_admin, limit, said):
    send(as_admin, as_csv({}))
    batch = Batch.objects.get()
    limit(at_once=0, patience=0)
    page = at("import_columns", batch)
    answer = as_admin.post(page, said, follow=True) if said else as_admin.get(page, follow=True)
    assert answer.redirect_chain == [(at("imports"), 302)]
    assert "Too much is being read" in answer.text
    assert Batch.objects.get().mapping == batch.mapping


def test_a_table_of_twenty_thousand_columns_is_refused_in_words(as_admin):
    answer = send(as_admin, (",".join(f"c{number}" for number in range(20_000)) + "\na\n").encode())
    assert answer.status_code == 422
    assert "20000 columns; 300 is the most" in answer.text


def test_the_choice_among_as_many_columns_as_may_be_is_a_page_that_a_phone_can_load(as_admin):
    names = ["title", "date", *(f"{number} {'x' * 200}" for number in range(298))]
    send(as_admin, (",".join(names) + "\nTalks,2002\n").encode())
    answer = as_admin.get(at("import_columns", Batch.objects.get()))
    assert answer.status_code == 200
    assert len(answer.content) < 3_000_000
