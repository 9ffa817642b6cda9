"""Two events become one: every citation kept, the merged one leads to the other, and it can be undone."""

import pytest
from django.urls import reverse

from timeline.records.models import Change, Entry, Event
from timeline.records.search import matching


@pytest.fixture
def pair(make_event):
    """Two events a day apart."""
    kept = make_event(
        "Missile is launched", "2017-11-29", summary="It fell at sea.", place="Pyongsong", actors=("KPA",)
    )
    gone = make_event("North fires missile", "2017-11-28", summary="It could reach far.", themes=("missiles",))
    return kept, gone


@pytest.fixture
def choices(at):
    """The form of a merge as it is drawn, with some choices."""

    def fields(client, kept, gone, **changes):
        form = client.get(at("merge", pk=kept.pk, other=gone.pk)).context["form"]
        drawn = {bound.html_name: bound.value() or "" for bound in form}
        return {**drawn, "why": "The 29th in Korea.", **changes}

    return fields


def merge(client, at, kept, gone, sent):
    return client.post(at("merge", pk=kept.pk, other=gone.pk), sent)


def test_the_page_puts_both_side_by_side(as_researcher, at, pair):
    page = as_researcher.get(at("merge", pk=pair[0].pk, other=pair[1].pk)).text
    for words in ("Missile is launched", "North fires missile", "The sources differ about the date", "All 2 are kept"):
        assert words in page


def test_field_by_field_and_nothing_cited_is_lost(as_researcher, at, pair, choices):
    kept, gone = pair
    sent = choices(as_researcher, kept, gone, headline_en="theirs", summary_en="both")
    answer = merge(as_researcher, at, kept, gone, sent)
    assert answer.url == at("event_edit", pk=kept.pk)
    kept, gone = Event.objects.get(pk=kept.pk), Event.objects.get(pk=gone.pk)
    assert (kept.headline, kept.wording.summary) == ("North fires missile", "It fell at sea.\nIt could reach far.")
    assert (kept.citation_count, kept.citations.count(), gone.citations.count()) == (2, 2, 0)
    assert (kept.edtf, kept.place.name) == ("2017-11-29", "Pyongsong")
    assert [theme.name for theme in kept.themes.all()] == ["missiles"]
    assert (gone.merged_into, gone.settled) == (kept, kept)
    assert kept in matching(Event.objects.all(), "could reach far")


def test_the_other_sources_date_is_chosen_with_a_reason(as_researcher, at, pair, choices):
    kept, gone = pair
    other = gone.citations.get()
    sent = choices(as_researcher, kept, gone, date=f"citation-{other.pk}", why="")
    refused = merge(as_researcher, at, kept, gone, sent)
    assert refused.status_code == 422
    assert Event.objects.get(pk=gone.pk).merged_into is None
    merge(as_researcher, at, kept, gone, {**sent, "why": "Nearer to the event."})
    kept = Event.objects.get(pk=kept.pk)
    assert (kept.edtf, kept.date_reason, kept.chosen_citation) == ("2017-11-28", "Nearer to the event.", other)


def test_the_date_can_be_left_open_between_the_sources(as_researcher, at, pair, choices, rivals_of):
    kept, gone = pair
    merge(as_researcher, at, kept, gone, choices(as_researcher, kept, gone, date="open"))
    kept = Event.objects.get(pk=kept.pk)
    assert kept.edtf == "[2017-11-29,2017-11-28]" or kept.edtf == "[2017-11-28,2017-11-29]"
    assert (str(kept.earliest), str(kept.latest)) == ("2017-11-28", "2017-11-29")
    assert kept.chosen_citation is None
    assert len(rivals_of(kept)) == 2


@pytest.mark.parametrize("date", ["", "open", "theirs"])
def test_a_merge_is_undone_as_a_whole(date, as_checker, checker, at, pair, choices, make_chronology, place):
    kept, gone = pair
    first, second = make_chronology(), make_chronology(slug="second")
    place(first, kept, gone)
    moved = place(second, gone)
    changes = {"date": f"citation-{gone.citations.get().pk}" if date == "theirs" else date} if date else {}
    merge(as_checker, at, kept, gone, choices(as_checker, kept, gone, **changes))
    assert Entry.objects.filter(event=kept).count() == 2
    assert not Entry.objects.filter(event=gone).exists()
    change = Change.objects.filter(verb="merge").get()
    as_checker.post(at("undo", pk=change.pk), {"next": at("event_history", pk=kept.pk)})
    kept, gone = Event.objects.get(pk=kept.pk), Event.objects.get(pk=gone.pk)
    assert (kept.edtf, kept.headline, kept.citations.count()) == ("2017-11-29", "Missile is launched", 1)
    assert (gone.edtf, gone.status, gone.merged_into, gone.citations.count()) == ("2017-11-28", "draft", None, 1)
    assert kept.chosen_citation
    assert gone.chosen_citation
    assert Entry.objects.get(pk=moved.pk).event == gone
    assert Entry.objects.filter(chronology=first).count() == 2
    assert not kept.themes.exists()


def test_a_place_in_both_is_chosen_and_what_was_published_stays_so(
    as_checker, at, make_event, make_chronology, publish, choices, place
):
    kept, gone = make_event("Kept", checked=True), make_event("Gone", checked=True)
    chronology = make_chronology()
    place(chronology, kept)
    published = publish(gone, chronology)
    sent = choices(as_checker, kept, gone)
    merge(as_checker, at, kept, gone, sent)
    assert Entry.objects.get().published_since == published.published_since
    assert Entry.objects.get().event == kept


def test_the_address_of_the_merged_event_leads_to_the_other(
    as_checker, as_visitor, at, make_event, make_chronology, publish, choices
):
    kept, gone = make_event("Kept", checked=True), make_event("Gone", checked=True)
    publish(kept, make_chronology())
    merge(as_checker, at, kept, gone, choices(as_checker, kept, gone))
    answer = as_visitor.get(reverse("public:event", args=[gone.pk]))
    assert answer.status_code in (301, 302, 200)
    assert answer.status_code == 200 or reverse("public:event", args=[kept.pk]) in answer.url


def test_merging_twice_or_with_itself_changes_nothing(as_researcher, at, pair, choices):
    kept, gone = pair
    sent = choices(as_researcher, kept, gone)
    merge(as_researcher, at, kept, gone, sent)
    changes = Change.objects.count()
    for one, other in ((kept, gone), (gone, kept), (kept, kept)):
        assert merge(as_researcher, at, one, other, sent).url == at("event_edit", pk=kept.pk)
    assert Change.objects.count() == changes


def test_a_stale_page_is_refused_and_keeps_the_choices(as_researcher, at, pair, choices, filled):
    kept, gone = pair
    sent = choices(as_researcher, kept, gone, headline_en="theirs")
    page = as_researcher.get(at("event_edit", pk=gone.pk))
    as_researcher.post(at("event_edit", pk=gone.pk), filled(page, summary_en="Changed meanwhile."))
    answer = merge(as_researcher, at, kept, gone, sent)
    assert answer.status_code == 409
    assert "Changed meanwhile." in answer.text
    assert answer.context["form"]["headline_en"].value() == "theirs"
    again = {bound.html_name: bound.value() or "" for bound in answer.context["form"]}
    assert merge(as_researcher, at, kept, gone, again).status_code == 302


def test_what_is_checked_is_merged_by_a_checker(as_researcher, at, make_event, choices):
    kept, gone = make_event("Kept"), make_event("Gone", checked=True)
    answer = merge(as_researcher, at, kept, gone, choices(as_researcher, kept, gone))
    assert answer.status_code == 403


def test_events_of_about_the_same_time_are_offered_first(as_researcher, at, make_event):
    event = make_event("One", "2017-11")
    near, far = make_event("Near", "2017-11-28"), make_event("Far", "1999")
    page = as_researcher.get(at("merge_with", pk=event.pk))
    assert [one.pk for one in page.context["others"]] == [near.pk]
    page = as_researcher.get(at("merge_with", pk=event.pk) + "?q=far")
    assert [one.pk for one in page.context["others"]] == [far.pk]


def test_a_wording_in_another_language_comes_along(as_researcher, at, make_event, choices):
    kept, gone = (
        make_event("Talks begin", "2017-11-29"),
        make_event("Die Gespräche beginnen", "2017-11-29", language="de"),
    )
    merge(as_researcher, at, kept, gone, choices(as_researcher, kept, gone))
    assert {one.language: one.headline for one in Event.objects.get(pk=kept.pk).wordings.all()} == {
        "en": "Talks begin", "de": "Die Gespräche beginnen",
    }  # fmt: skip
