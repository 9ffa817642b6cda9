"""Reports of readers: anybody may send one, checkers alone read them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records.models import Event, Report, Verb, Wording, open_change
from timeline.review.reports import actions


@pytest.fixture
def event(make_event, publish, make_chronology):
    made = make_event("Talks are held", checked=True)
    publish(made, make_chronology())
    return Event.objects.get(pk=made.pk)


@pytest.fixture
def address(event):
    return f"/events/{event.pk}/report/"


def send(client, address, message="It was a day later, says the Gazette.", **fields):
    return client.post(address, {"message": message, **fields})


def test_the_page_of_an_event_leads_to_the_form(event, address, as_visitor):
    assert f'href="{address}"' in as_visitor.get(f"/events/{event.pk}/").text
    text = as_visitor.get(address).text
    assert "Talks are held" in text
    assert 'name="message"' in text


def test_the_form_names_the_event_in_the_language_of_the_page(event, address, as_visitor):
    assert f'lang="en">{event.headline}<' in as_visitor.get(f"/ja{address}").text
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        Wording(event=event, language="ja", headline="会談が行われた").save()
    assert as_visitor.get(f"/ja{address}").text.count('lang="ja">会談が行われた<') == 2
    assert f'lang="en">{event.headline}<' in as_visitor.get(f"/ko{address}").text


def test_what_a_reader_writes_waits_for_checkers(event, address, as_visitor, as_checker):
    answer = send(as_visitor, address, contact="reader@a.example", version="3")
    assert answer.status_code == 302
    assert "Thank you" in as_visitor.get(answer["Location"]).text
    kept = Report.objects.get()
    assert (kept.event, kept.version, kept.contact) == (event, 3, "reader@a.example")
    text = as_checker.get(reverse("review:reports")).text
    assert "It was a day later, says the Gazette." in text
    assert "reader@a.example" in text
    assert "1 report<" in as_checker.get(reverse("ingest:articles")).text


def test_nobody_else_reads_them(address, as_visitor, as_researcher):
    send(as_visitor, address, "A secret for checkers")
    assert as_visitor.get(reverse("review:reports")).status_code == 302
    assert as_researcher.get(reverse("review:reports")).status_code == 403
    assert "A secret" not in as_visitor.get(address).text
    assert "report<" not in as_researcher.get(reverse("ingest:articles")).text


@pytest.mark.parametrize("message", ["", "  ", "no", "x" * 4001])
def test_what_cannot_be_taken_is_still_there(message, address, as_visitor):
    answer = send(as_visitor, address, message, contact="kept@a.example")
    assert answer.status_code == 422
    assert "Not sent. Please look at this:" in answer.text
    assert "kept@a.example" in answer.text
    assert message.strip() in answer.text
    assert not Report.objects.exists()


@pytest.mark.parametrize("version", ["x", "-1", "99999999999999999999", "9" * 400, "\0"])
def test_a_crooked_version_is_no_error_of_ours(version, address, as_visitor):
    assert send(as_visitor, address, version=version).status_code in (302, 422)


def test_markup_is_shown_as_it_was_typed(address, as_visitor, as_checker):
    send(as_visitor, address, "<script>alert(1)</script>", contact="<b>")
    text = as_checker.get(reverse("review:reports")).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_what_a_program_fills_in_is_thanked_for_and_forgotten(address, as_visitor):
    assert send(as_visitor, address, website="https://spam.example").status_code == 302
    assert not Report.objects.exists()


def test_one_address_sends_so_many_and_keeps_what_it_typed(address, as_visitor):
    for number in range(actions.MOST_OF_ONE):
        assert send(as_visitor, address, f"Mistake {number}").status_code == 302
    answer = send(as_visitor, address, "One mistake too many")
    assert answer.status_code == 429
    assert "One mistake too many" in answer.text
    assert send(Client(REMOTE_ADDR="192.0.2.7"), address).status_code == 302


def test_a_customer_of_ipv6_is_one_whatever_addresses_it_takes(address, db):
    for number in range(actions.MOST_OF_ONE):
        send(Client(REMOTE_ADDR=f"2001:db8::{number}"), address, f"Mistake {number}")
    assert send(Client(REMOTE_ADDR="2001:db8::ffff"), address, "Another").status_code == 429
    assert send(Client(REMOTE_ADDR="2001:db8:1::1"), address, "Another").status_code == 302


@pytest.mark.parametrize("limit", ["MOST_OF_ALL", "MOST_WAITING"])
def test_all_together_send_so_many(limit, address, monkeypatch):
    monkeypatch.setattr(actions, limit, 3)
    answers = [send(Client(REMOTE_ADDR=f"192.0.2.{number}"), address).status_code for number in range(5)]
    assert answers == [302, 302, 302, 429, 429]


@pytest.mark.django_db(transaction=True)
def test_many_sent_at_once_pass_no_limit(event, monkeypatch):
    monkeypatch.setattr(actions, "MOST_OF_ONE", 2)
    together = Barrier(6)

    def send_one(number):
        try:
            together.wait()
            return actions.report(
                event=event, version=1, message=f"Mistake {number}", contact="", language="en",
                address="192.0.2.7", at=NOW,
            )  # fmt: skip
        except actions.TooMany:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        taken = [one for one in threads.map(send_one, range(6)) if one]
    assert len(taken) == Report.objects.count() == 2


def test_the_form_says_that_the_contact_is_deleted(address, as_visitor):
    assert "deleted when your report is closed" in as_visitor.get(address).text


def test_a_second_click_sends_nothing_twice(address, as_visitor):
    for _time in range(3):
        assert send(as_visitor, address).status_code == 302
    assert Report.objects.count() == 1


def test_no_address_is_kept(address, as_visitor):
    send(as_visitor, address)
    kept = Report.objects.get()
    assert "127.0.0.1" not in str(vars(kept))
    assert len(kept.sender) == 64


def test_what_is_not_public_takes_no_reports(make_event, as_visitor):
    draft = make_event("A draft")
    for answer in (as_visitor.get(f"/events/{draft.pk}/report/"), send(as_visitor, f"/events/{draft.pk}/report/")):
        assert answer.status_code == 404


def test_without_a_token_nothing_is_taken(address):
    assert Client(enforce_csrf_checks=True).post(address, {"message": "From another site"}).status_code == 403


def test_the_form_is_kept_by_nobody(address, as_visitor):
    first, second = as_visitor.get(address), Client().get(address)
    assert "no-store" in first["Cache-Control"]
    assert "ETag" not in first
    assert first.context["csrf_token"] != second.context["csrf_token"]


def test_the_form_is_in_the_language_of_its_address(address, as_visitor):
    assert '<html lang="ja"' in as_visitor.get(f"/ja{address}").text
    send(as_visitor, f"/ja{address}")
    assert Report.objects.get().language == "ja"


def test_a_checker_closes_a_report_and_says_what_was_done(address, as_visitor, as_checker, checker):
    send(as_visitor, address, contact="reader@a.example")
    kept = Report.objects.get()
    assert as_checker.post(reverse("review:report_close", args=[kept.pk]), {"answer": "Corrected."}).status_code == 302
    kept.refresh_from_db()
    assert (kept.answer, kept.closed_by, kept.sender, kept.contact) == ("Corrected.", checker, "", "")
    assert "It was a day later" not in as_checker.get(reverse("review:reports")).text
    closed = as_checker.get(reverse("review:reports"), {"show": "closed"}).text
    assert "Corrected." in closed


def test_a_report_is_not_closed_without_a_word(address, as_visitor, as_checker):
    send(as_visitor, address)
    answer = as_checker.post(reverse("review:report_close", args=[Report.objects.get().pk]), {"answer": " "})
    assert answer.status_code == 422
    assert "Say what was done, or why nothing was." in answer.text
    assert Report.objects.waiting().exists()


def test_of_two_who_close_a_report_the_second_keeps_what_he_typed(address, as_visitor, as_checker, admin):
    send(as_visitor, address)
    kept = Report.objects.get()
    actions.close(report=kept, answer="Mine", by=admin, at=NOW)
    answer = as_checker.post(reverse("review:report_close", args=[kept.pk]), {"answer": "What I did"})
    assert answer.status_code == 409
    assert "What I did" in answer.text
    assert "Mine" in answer.text
    kept.refresh_from_db()
    assert kept.answer == "Mine"


def test_a_researcher_closes_nothing(address, as_visitor, as_researcher):
    send(as_visitor, address)
    kept = Report.objects.get()
    assert as_researcher.post(reverse("review:report_close", args=[kept.pk]), {"answer": "x"}).status_code == 403
    assert Report.objects.waiting().exists()


def test_the_list_goes_on_by_key(event, as_checker):
    for number in range(60):
        Report.objects.create(event=event, version=1, message=f"Mistake {number:02d}", sent_at=NOW)
    first = as_checker.get(reverse("review:reports")).text
    assert "Mistake 59" in first
    assert "Mistake 09" not in first
    later = first.partition('href="?before=')[2].partition('"')[0]
    assert "Mistake 09" in as_checker.get(reverse("review:reports"), {"before": later}).text
    assert as_checker.get(reverse("review:reports"), {"before": "x" * 5000}).status_code == 200
