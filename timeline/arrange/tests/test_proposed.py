"""Proposed citations: what a researcher adds to a checked event waits for a checker, and readers see none of it."""

import re

import pytest
from playwright.sync_api import expect

from timeline.arrange.actions import events
from timeline.conftest import NOW, signed_in
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import save, undo
from timeline.records.models import Change, Citation, Decision, Event, Verb, open_change

QUEUE = "/arrange/events/proposed/"
BLOG = {"source_title": "A blog nobody checked", "source_publisher": "Blogs", "locator": "paragraph 2"}


@pytest.fixture
def event(make_event, make_chronology, publish):
    """A checked event that readers see."""
    made = make_event(date="2002-09-17", checked=True)
    publish(made, make_chronology())
    return made


@pytest.fixture
def propose(researcher):
    """Propose a citation as a researcher."""

    def make(event, title="A blog nobody checked", date="2002-09-18", by=researcher, **fields):
        quotation = events.QuotationDraft(
            source=events.SourceDraft(title=title, publisher="Blogs"), locator="paragraph 2", words=date,
            date=edtf.parse(date) if date else None, **fields,
        )  # fmt: skip
        return events.cite(event=event, quotation=quotation, chosen=False, by=by, at=NOW)

    return make


def picked(*citations):
    return [f"{citation.pk}-{citation.version_read}" for citation in citations]


def public(client, event):
    """All that a visitor is told of an event."""
    addresses = [f"/events/{event.pk}/", "/chronologies/japan-north-korea/", "/"]
    addresses += [
        f"/chronologies/japan-north-korea/?{asked}" for asked in ("exactness=differ", "q=blog", "source=Blogs")
    ]
    return "\n".join(client.get(address).text for address in addresses)


def test_what_a_researcher_cites_is_no_readers_until_it_is_checked(event, as_researcher, as_checker, as_visitor):
    before = public(as_visitor, event)
    answer = as_researcher.post(f"/arrange/events/{event.pk}/cite/", {**BLOG, "date": "18 September 2002"})
    assert answer.status_code == 302
    assert public(as_visitor, event) == before
    assert "proposed" in as_researcher.get(f"/arrange/events/{event.pk}/").text

    page = as_checker.get(QUEUE)
    for words in ("A blog nobody checked", "paragraph 2", "18 September 2002", "readers will see “sources differ”"):
        assert words in page.text
    as_checker.post(QUEUE, {"pick": picked(Citation.objects.waiting().get()), "do": "check"})
    after = public(as_visitor, event)
    assert "sources differ" in after
    assert "A blog nobody checked" in after
    assert Event.objects.get().citation_count == 2
    assert "Nothing waits" in as_checker.get(QUEUE).text


@pytest.mark.parametrize("who", ["checker", "system"])
def test_what_who_may_check_cites_is_checked_by_that(who, event, propose, checker):
    assert propose(event, by=checker if who == "checker" else None).is_checked


def test_nobody_checks_what_they_proposed_where_a_second_reader_is_asked_for(
    event, propose, checker, as_checker, admin
):
    chronology = event.entries.get().chronology
    chronology.needs_second_reader = True
    with_change(chronology)
    citation = propose(event, by=checker)
    assert not citation.is_checked
    answer = as_checker.post(QUEUE, {"pick": picked(citation), "do": "check"})
    assert answer.status_code == 403
    assert "second reader" in answer.text
    assert signed_in(admin).post(QUEUE, {"pick": picked(citation), "do": "check"}).status_code == 302
    assert Citation.objects.get(pk=citation.pk).is_checked


def with_change(record):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        record.save()


def test_the_citations_of_a_draft_are_checked_with_it(make_event, propose, as_checker):
    draft = make_event(date="2002-09-17")
    propose(draft)
    assert not Citation.objects.waiting().exists()
    version = Event.objects.get().version
    as_checker.post(f"/arrange/events/{draft.pk}/check/", {"version": version})
    assert {citation.state for citation in draft.citations.all()} == {"checked"}


def test_a_citation_that_came_after_the_checker_looked_refuses_the_check(make_event, propose, as_checker):
    draft = make_event(date="2002-09-17")
    seen = Event.objects.get().version
    propose(draft)
    assert as_checker.post(f"/arrange/events/{draft.pk}/check/", {"version": seen}).status_code == 409
    assert {citation.state for citation in draft.citations.all()} == {"proposed"}


def retitle(source):
    """Change what a source is called, as a researcher may while nothing rests on it."""
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source.title = "What no checker has read"
        save(source)


def test_a_source_that_changed_after_the_checker_looked_refuses_the_check(event, propose, as_checker, as_visitor):
    citation = propose(event)
    seen = picked(citation)
    retitle(citation.source)
    assert as_checker.post(QUEUE, {"pick": seen, "do": "check"}).status_code == 409
    assert Citation.objects.waiting().get() == citation
    assert f'value="{picked(citation)[0]}"' in as_checker.get(QUEUE).text


def test_nor_is_a_draft_checked_whose_source_changed_after_the_checker_looked(make_event, propose, as_checker):
    draft = make_event(date="2002-09-17")
    citation = propose(draft)
    address = f"/arrange/events/{draft.pk}/"
    seen = dict(re.findall(r'name="(version|sources)" value="(\d+)">\n', as_checker.get(address).text))
    retitle(citation.source)
    assert as_checker.post(f"{address}check/", seen).status_code == 409
    assert as_checker.post(f"{address}check/", {**seen, "sources": int(seen["sources"]) + 1}).status_code == 302
    assert {citation.state for citation in draft.citations.all()} == {"checked"}


def test_several_are_checked_as_one_deed_that_can_be_undone(event, propose, as_checker, checker):
    citations = [propose(event, f"Blog {number}") for number in range(3)]
    as_checker.post(QUEUE, {"pick": picked(*citations[:2]), "do": "check"})
    assert list(Citation.objects.waiting()) == citations[2:]
    undo(change=Change.objects.order_by("-pk")[0], by=checker, at=NOW)
    assert Citation.objects.waiting().count() == 3
    assert Event.objects.get().citation_count == 1


def test_a_rejected_one_goes_with_its_reason_and_can_come_back(event, propose, as_checker, as_visitor, checker):
    citation, before = propose(event), public(as_visitor, event)
    as_checker.post(QUEUE, {"pick": picked(citation), "do": "reject", "why": "No source for this."})
    assert not Citation.objects.filter(pk=citation.pk).exists()
    assert public(as_visitor, event) == before
    history = as_checker.get(f"/arrange/events/{event.pk}/history/").text
    assert "No source for this." in history
    undo(change=Change.objects.order_by("-pk")[0], by=checker, at=NOW)
    assert Citation.objects.waiting().get() == citation


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"do": "check"}, "Select citations first"),
        ({"do": "check", "pick": ["x", "1", "9-9-9", "１-１", "-1-1"]}, "Select citations first"),
        ({"do": "reject", "pick": "own"}, "say why"),
        ({"do": "reject", "pick": "own", "why": "   "}, "say why"),
        ({"do": "burn", "pick": "own"}, "Nothing is changed"),
        ({"pick": "own"}, "Nothing is changed"),
    ],
)
def test_a_form_that_says_too_little_changes_nothing(sent, told, event, propose, as_checker):
    citation = propose(event)
    sent = {**sent, "pick": picked(citation)} if sent.get("pick") == "own" else sent
    answer = as_checker.post(QUEUE, sent)
    assert answer.status_code == 422
    assert told in answer.text
    assert Citation.objects.waiting().get() == citation


def test_what_changed_meanwhile_is_looked_at_again_and_the_reason_stays_typed(event, propose, as_checker):
    citation, other = propose(event), propose(event, "Another blog")
    stale = picked(citation, other)
    with_change(bumped(citation))
    answer = as_checker.post(QUEUE, {"pick": stale, "do": "reject", "why": "Not a paper"})
    assert answer.status_code == 409
    assert 'value="Not a paper"' in answer.text
    assert answer.text.count(" checked aria-label") == 2
    assert Citation.objects.waiting().count() == 2


def bumped(citation):
    citation.version += 1
    return citation


@pytest.mark.parametrize("key", ["999999-1", "9" * 18 + "-1"])
def test_one_that_is_gone_is_told_of(key, event, propose, as_checker):
    propose(event)
    assert as_checker.post(QUEUE, {"pick": key, "do": "check"}).status_code == 409


@pytest.mark.parametrize("asked", ["event=x", "event=999999", "page=x", "page=999", f"event={'9' * 25}"])
def test_an_odd_address_shows_the_queue(asked, event, propose, as_checker):
    propose(event)
    assert "A blog nobody checked" in as_checker.get(f"{QUEUE}?{asked}").text


def test_the_queue_of_one_event_shows_only_its_own(event, make_event, propose, as_checker):
    propose(event)
    propose(make_event("Another", "1999-01-01", checked=True), "A second blog")
    page = as_checker.get(f"{QUEUE}?event={event.pk}").text
    assert "A blog nobody checked" in page
    assert "A second blog" not in page


def test_its_queries_do_not_grow_with_it(event, propose, as_checker, django_assert_max_num_queries):
    for number in range(12):
        propose(event, f"Blog {number}")
    as_checker.get(QUEUE)
    with django_assert_max_num_queries(13):
        as_checker.get(QUEUE)


@pytest.mark.parametrize("address", ["/arrange/", "/arrange/events/", "/articles/"])
def test_a_checker_is_told_how_many_wait_and_nobody_else(address, event, propose, as_checker, as_researcher):
    assert "to check" not in as_checker.get(address).text
    propose(event)
    assert "1 citation to check" in as_checker.get(address).text
    assert "to check" not in as_researcher.get(address).text


@pytest.fixture
def phrase(make_article, event):
    """A phrase of an article that a checked and published event cites."""
    mention = make_article().mentions.get()
    cite_phrase(mention, event, "2019-05-01", by=None)
    return mention


def cite_phrase(mention, event, date, *, by):
    cited = actions.CitationDraft(
        source=mention.article.source, mention=mention, words=mention.words, date=edtf.parse(date)
    )
    citation = actions.cite(event=event, draft=cited, by=by, at=NOW)
    mention.refresh_from_db()
    mention.decision, mention.decided_at = Decision.ACCEPTED, NOW
    with_change(mention)
    return citation


def test_what_a_phrase_is_read_as_anew_takes_the_place_of_what_it_was(
    phrase, event, researcher, as_checker, as_visitor
):
    with_change(chosen(event.citations.get(mention=phrase)))
    cite_phrase(phrase, event, "2019-05-08", by=researcher)
    assert "becomes the event’s date" in as_checker.get(QUEUE).text
    as_checker.post(QUEUE, {"pick": picked(Citation.objects.waiting().get()), "do": "check"})
    assert Event.objects.get().edtf == "2019-05-08"
    assert event.citations.get(mention=phrase).chosen
    assert Event.objects.get().citation_count == 2


def chosen(citation):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        actions.choose(citation=citation, by=None, at=NOW)
    return citation


def test_a_phrase_whose_only_citation_is_rejected_goes_back_to_the_desk(make_article, event, researcher, as_checker):
    mention = make_article().mentions.get()
    citation = cite_phrase(mention, event, "2019-05-01", by=researcher)
    as_checker.post(QUEUE, {"pick": picked(citation), "do": "reject", "why": "Another meeting"})
    mention.refresh_from_db()
    assert (mention.decision, mention.note) == (Decision.UNSURE, "Another meeting")


def test_a_checked_undated_event_gets_its_date_when_the_first_dated_source_is_checked(make_event, propose, as_checker):
    event = make_event("Some time", date="", words="in those days", checked=True)
    propose(event)
    as_checker.post(QUEUE, {"pick": picked(Citation.objects.waiting().get()), "do": "check"})
    now = Event.objects.get()
    assert now.edtf == ("" if now.citations.filter(chosen=True, edtf="").exists() else "2002-09-18")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_queue_is_worked_by_keyboard_alone(width, page, live_server, sign_in, axe, event, propose, checker):
    for number in range(3):
        propose(event, f"Blog {number}")
    sign_in(checker)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}{QUEUE}")
    axe(page)
    expect(page.locator("html")).to_have_js_property("scrollWidth", width)
    page.get_by_label("Select Blog 0").focus()
    page.keyboard.press("Space")
    page.get_by_label("Why the selected ones are rejected").focus()
    page.keyboard.type("Nobody knows who writes it")
    page.keyboard.press("Enter")
    page.get_by_text("1 citation is rejected.").wait_for()
    page.get_by_role("button", name="Check Blog 1").focus()
    page.keyboard.press("Enter")
    page.get_by_text("1 citation is checked.").wait_for()
    page.goto(f"{live_server.url}/events/{event.pk}/")
    assert "Blog 1" in page.content()
    assert "Blog 2" not in page.content()
