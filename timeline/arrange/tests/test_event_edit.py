"""An event is edited, cited, dated by one of its citations, checked and withdrawn."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Entry, Event


@pytest.fixture
def edit(at, filled):
    """Open the form of an event, change some fields, send it."""

    def make(client, event, **changes):
        page = client.get(at("event_edit", pk=event.pk))
        return client.post(at("event_edit", pk=event.pk), filled(page, **changes))

    return make


def rival(event, make_source, date="2002-09-18"):
    from timeline.dates import edtf

    draft = actions.CitationDraft(source=make_source("A rival"), locator="p. 2", words=date, date=edtf.parse(date))
    return actions.cite(event=event, draft=draft, by=None, at=NOW)


def test_wording_place_people_and_themes_change_and_the_date_stays(as_researcher, at, make_event, edit):
    event = make_event(date="2002-09-17", words="Tuesday", actors=("Kim Jong Il", "Koizumi"))
    edit(as_researcher, event, headline_en="A summit", headline_ko="회담", place="Pyongyang", actors="Koizumi\nPress")
    now = Event.objects.get()
    assert (now.headline, now.place.name, now.words, now.edtf) == ("A summit", "Pyongyang", "Tuesday", "2002-09-17")
    assert {actor.name for actor in now.actors.all()} == {"Koizumi", "Press"}
    assert now.chosen_citation is not None
    edit(as_researcher, event, headline_ko="")
    assert [wording.language for wording in Event.objects.get().wordings.all()] == ["en"]


def test_a_date_that_no_source_gives_needs_a_reason(as_researcher, make_event, edit):
    event = make_event(date="2002-09-17")
    answer = edit(as_researcher, event, date="18 September 2002", note="typed with care")
    assert answer.status_code == 422
    assert "Say why this one is right" in answer.text
    assert "typed with care" in answer.text
    edit(as_researcher, event, date="18 September 2002", date_reason="The 18th in Pyongyang.")
    now = Event.objects.get()
    assert (now.words, now.edtf, now.date_reason) == ("18 September 2002", "2002-09-18", "The 18th in Pyongyang.")
    assert now.chosen_citation is None
    assert now.citations.get().edtf == "2002-09-17"


def test_a_stale_form_is_not_stored_and_shows_both_field_by_field(
    as_researcher, as_checker, at, make_event, filled, edit
):
    event = make_event("Talks are held", summary="Both sides met.")
    page = as_researcher.get(at("event_edit", pk=event.pk))
    edit(as_checker, event, summary_en="Both sides met in Pyongyang.", place="Pyongyang")
    mine = filled(page, summary_en="Both delegations met.", headline_en="Talks", themes="talks")
    answer = as_researcher.post(at("event_edit", pk=event.pk), mine)
    assert answer.status_code == 409
    assert "<ins>delegations</ins>" in answer.text
    assert "<ins> in Pyongyang</ins>" in answer.text
    fields = {field.name: field for field in answer.context["fields"]}
    assert fields["summary_en"].state == "both"
    assert fields["headline_en"].settled == "Talks"
    assert fields["place"].settled == "Pyongyang"
    assert Event.objects.get().wording.summary == "Both sides met in Pyongyang."


def settled(answer, **choices):
    data = {"version": answer.context["version"]}
    for field in answer.context["fields"]:
        data[f"initial-{field.name}"] = field.theirs
        if field.state == "both":
            data |= {f"mine-{field.name}": field.mine, f"theirs-{field.name}": field.theirs}
        else:
            data[field.name] = field.settled
    return {**data, **{f"choose-{name}": choice for name, choice in choices.items()}}


def test_what_was_chosen_in_a_conflict_is_stored(as_researcher, as_checker, at, make_event, filled, edit):
    event = make_event(date="")
    address = at("event_edit", pk=event.pk)
    page = as_researcher.get(address)
    edit(as_checker, event, date="3 July 2000", headline_en="Theirs")
    mine = filled(page, date="3/7/2000", date_read="3/7/2000", reading="2000-03-07", headline_en="Mine")
    answer = as_researcher.post(address, mine)
    assert {field.name for field in answer.context["fields"] if field.state == "both"} == {"headline_en", "date"}
    stored = as_researcher.post(address, settled(answer, headline_en="theirs", date="mine"))
    assert stored.status_code == 302
    now = Event.objects.get()
    assert (now.headline, now.words, now.edtf) == ("Theirs", "3/7/2000", "2000-03-07")


def test_both_texts_come_back_to_be_edited_into_one(as_researcher, as_checker, at, make_event, filled, edit):
    event = make_event(summary="One.")
    page = as_researcher.get(at("event_edit", pk=event.pk))
    edit(as_checker, event, summary_en="Theirs.")
    answer = as_researcher.post(at("event_edit", pk=event.pk), filled(page, summary_en="Mine."))
    joined = as_researcher.post(at("event_edit", pk=event.pk), settled(answer, summary_en="both"))
    assert joined.status_code == 422
    assert "Mine.\nTheirs." in joined.text
    assert Event.objects.get().wording.summary == "Theirs."


def test_what_is_checked_is_changed_by_a_checker_only(as_researcher, as_checker, at, make_event, filled, edit):
    event = make_event(checked=True)
    page = as_researcher.get(at("event_edit", pk=event.pk))
    assert "what it says is changed by a checker" in page.text
    answer = as_researcher.post(at("event_edit", pk=event.pk), filled(page, headline_en="Other"))
    assert answer.status_code == 403
    edit(as_checker, event, headline_en="Other")
    assert (Event.objects.get().headline, Event.objects.get().status) == ("Other", "checked")


def test_a_citation_is_added_once_and_says_its_own_date(as_checker, at, make_event, rivals_of):
    event = make_event(date="2002-09-17", checked=True)
    sent = {"source_title": "Another book", "locator": "page 3", "date": "18 September 2002"}
    for _time in range(2):
        answer = as_checker.post(at("citation_new", pk=event.pk), sent)
    assert answer.url == at("event_edit", pk=event.pk) + "#citations"
    now = Event.objects.get()
    assert (now.citation_count, now.edtf) == (2, "2002-09-17")
    assert rivals_of(now) == ["2002-09-18"]
    assert "differs" in as_checker.get(at("event_edit", pk=event.pk)).text


def test_the_first_citation_of_an_undated_event_dates_it(as_researcher, at, researcher):
    event = actions.draft_event(draft=actions.EventDraft(headline="Some time", language="en"), by=researcher, at=NOW)
    sent = {"source_title": "A book", "locator": "page 1", "date": "18 September 2002"}
    as_researcher.post(at("citation_new", pk=event.pk), sent)
    assert (Event.objects.get().edtf, Event.objects.get().words) == ("2002-09-18", "18 September 2002")


def test_a_citation_without_its_place_is_refused(as_researcher, at, make_event):
    event = make_event()
    answer = as_researcher.post(at("citation_new", pk=event.pk), {"source_title": "A book", "date": "2002"})
    assert answer.status_code == 422
    assert "Say where in the source it stands" in answer.text
    assert "A book" in answer.text


def test_which_citation_gives_the_date_is_chosen_with_a_reason(as_researcher, at, make_event, make_source):
    event = make_event(date="2002-09-17")
    other, address = rival(event, make_source), at("date_choose", pk=event.pk)
    version = Event.objects.get().version
    without = as_researcher.post(address, {"version": version, "citation": other.pk})
    assert without.status_code == 422
    assert "say why" in without.text
    as_researcher.post(address, {"version": version, "citation": other.pk, "date_reason": "Nearer to the event."})
    now = Event.objects.get()
    assert (now.edtf, now.date_reason, now.chosen_citation) == ("2002-09-18", "Nearer to the event.", other)
    assert now.sort_key > event.sort_key


def test_a_choice_made_on_an_old_page_is_refused_and_kept(as_researcher, at, make_event, make_source):
    event = make_event(date="2002-09-17")
    other = rival(event, make_source)
    sent = {"version": 1, "citation": other.pk, "date_reason": "Typed with care."}
    answer = as_researcher.post(at("date_choose", pk=event.pk), sent)
    assert answer.status_code == 409
    assert "Typed with care." in answer.text
    assert Event.objects.get().edtf == "2002-09-17"


def test_a_citation_of_another_event_is_not_taken(as_researcher, at, make_event):
    event, other = make_event("One"), make_event("Other", date="2003")
    sent = {"version": event.version, "citation": other.citations.get().pk, "date_reason": "Because."}
    assert as_researcher.post(at("date_choose", pk=event.pk), sent).status_code == 422


def test_a_checker_checks(as_checker, as_researcher, at, make_event, researcher):
    event = make_event(by=researcher)
    assert as_researcher.post(at("check", pk=event.pk)).status_code == 403
    as_checker.post(at("check", pk=event.pk))
    assert Event.objects.get().status == "checked"
    version = Event.objects.get().version
    as_checker.post(at("check", pk=event.pk))
    assert Event.objects.get().version == version


def test_its_drafter_does_not_check_where_a_second_reader_is_asked_for(
    as_checker, as_admin, checker, at, make_event, make_chronology, place
):
    event = make_event(by=checker)
    place(make_chronology(needs_second_reader=True), event)
    answer = as_checker.post(at("check", pk=event.pk))
    assert answer.status_code == 403
    assert "you drafted it" in answer.text
    assert Event.objects.get().status == "draft"
    as_admin.post(at("check", pk=event.pk))
    assert Event.objects.get().status == "checked"


def test_its_drafter_checks_where_no_second_reader_is_asked_for(as_checker, checker, at, make_event):
    event = make_event(by=checker)
    as_checker.post(at("check", pk=event.pk))
    assert Event.objects.get().status == "checked"


def test_a_withdrawn_event_is_gone_from_the_public_and_says_why(
    as_checker, as_visitor, at, make_event, make_chronology, publish
):
    event = make_event(checked=True)
    publish(event, make_chronology())
    assert as_checker.post(at("event_withdraw", pk=event.pk), {"why": " "}).status_code == 422
    as_checker.post(at("event_withdraw", pk=event.pk), {"why": "The source took it back."})
    assert Event.objects.get().status == "withdrawn"
    assert Entry.objects.get().published_since is None
    assert "The source took it back." in as_checker.get(at("event_history", pk=event.pk)).text
    assert as_visitor.get(f"/events/{event.pk}/").status_code == 404


def test_events_are_found_by_words_and_status(as_researcher, at, make_event):
    make_event("A ferry sails"), make_event("Talks are held", checked=True)
    page = as_researcher.get(at("events_list") + "?q=ferry&status=draft")
    assert [event.headline for event in page.context["found"]] == ["A ferry sails"]
    assert not as_researcher.get(at("events_list") + "?q=ferry&status=checked").context["found"].object_list


def test_what_was_changed_while_it_was_read_is_not_checked(as_checker, as_researcher, at, make_event, filled):
    event = make_event()
    version = Event.objects.get(pk=event.pk).version
    page = as_researcher.get(at("event_edit", pk=event.pk))
    as_researcher.post(at("event_edit", pk=event.pk), filled(page, headline_en="Swapped"))
    answer = as_checker.post(at("check", pk=event.pk), {"version": version})
    assert answer.status_code == 409
    assert "Swapped" in answer.text
    assert Event.objects.get(pk=event.pk).status == "draft"


def test_a_wording_in_another_language_is_shown_edited_and_never_lost(as_researcher, at, make_event, edit):
    event = make_event("Die Gespräche beginnen", language="de", summary="In Berlin.")
    page = as_researcher.get(at("event_edit", pk=event.pk)).text
    assert '<summary lang="de">Deutsch</summary>' in page
    assert re.search(r'name="headline_de" value="Die Gespräche beginnen"[^>]*lang="de"', page)
    edit(as_researcher, event, note="Only a note.", headline_de="Gespräche in Berlin")
    now = Event.objects.get()
    assert now.note == "Only a note."
    assert [(one.language, one.headline, one.summary) for one in now.wordings.all()] == [
        ("de", "Gespräche in Berlin", "In Berlin.")
    ]
    edit(as_researcher, event, headline_en="Talks begin")
    assert {one.language for one in Event.objects.get().wordings.all()} == {"de", "en"}
