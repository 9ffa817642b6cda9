"""Accepting and correcting a phrase."""

import re
from datetime import date

import pytest
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records.changes import save
from timeline.records.models import Change, Citation, Entry, Event, Mention, Verb, open_change


def address(mention):
    return reverse("review:accept", args=[mention.pk])


def test_accepting_drafts_an_event_with_the_sentence_as_quotation(as_researcher, researcher, mention, typed):
    answer = as_researcher.post(address(mention), typed(mention, themes="talks, abductions , talks", note="Seen"))
    event, citation = Event.objects.get(), Citation.objects.get()
    mention.refresh_from_db()
    assert (mention.decision, mention.decided_edtf, mention.decided_by) == ("accepted", "2019-05-01", researcher)
    assert (event.headline, event.words, event.edtf, event.status) == (
        "The two sides meet", "Wednesday", "2019-05-01", "draft",
    )  # fmt: skip
    assert (citation.exact, citation.chosen, citation.mention) == ("The two sides met on Wednesday.", True, mention)
    assert citation.prefix == "Snow fell. "
    assert citation.suffix.startswith(" He flew")
    assert sorted(theme.name for theme in event.themes.all()) == ["abductions", "talks"]
    assert event.citation_count == 1
    change = Change.objects.get(by=researcher)
    assert change.verb == Verb.ACCEPT
    following = mention.article.mentions.get(words="last week")
    assert answer.headers["Location"].endswith(f"?mention={following.pk}")


def test_a_pair_of_signs_around_several_themes_encloses_none_of_them(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention, themes="\u2067talks, abductions\u2069, talks"))
    event = Event.objects.get()
    assert sorted(theme.name for theme in event.themes.all()) == ["abductions", "talks"]


@pytest.mark.parametrize("deed", ["accept", "reject", "put_off", "draw"])
def test_the_address_of_a_deed_loaded_again_leads_back_to_its_phrase(as_researcher, last_week, deed):
    answer = as_researcher.get(reverse(f"review:{deed}", args=[last_week.pk]))
    assert answer["Location"] == f"{reverse('review:review', args=[last_week.article_id])}?mention={last_week.pk}"


def test_typing_another_date_corrects(as_researcher, last_week, typed):
    as_researcher.post(address(last_week), typed(last_week, date="25 April 2019", headline="He flies"))
    last_week.refresh_from_db()
    event = Event.objects.get()
    assert (last_week.decision, last_week.decided_words) == ("corrected", "25 April 2019")
    assert last_week.decided_earliest == last_week.decided_latest == date(2019, 4, 25)
    assert last_week.edtf == "[2019-04-22..2019-04-28]"
    assert (event.words, event.edtf) == ("last week", "2019-04-25")


def test_a_typed_date_with_one_reading_needs_no_second_look(as_researcher, last_week, typed):
    """Without script the reading was never shown: one sure reading is taken, anything else is shown first."""
    as_researcher.post(address(last_week), typed(last_week, date="25 April 2019", date_read="last week"))
    assert Event.objects.get().edtf == "2019-04-25"


@pytest.mark.parametrize("words", ["3/7/2000", "in the weeks after Hanoi", "31 June 2019", "Monday 25 April 2019"])
def test_a_reading_nobody_has_seen_is_shown_before_it_is_stored(as_researcher, last_week, typed, words):
    answer = as_researcher.post(address(last_week), typed(last_week, date=words, date_read="last week"))
    assert answer.status_code == 422
    assert words in answer.text
    assert "The two sides meet" in answer.text
    assert not Event.objects.exists()


def test_another_reading_chosen_by_its_number_corrects(as_researcher, mention, typed):
    other = mention.alternatives[0]["edtf"]
    as_researcher.post(address(mention), typed(mention, reading=other))
    mention.refresh_from_db()
    assert (mention.decision, mention.decided_edtf) == ("corrected", other)


def test_a_reading_of_former_words_is_not_taken_for_those_typed(as_researcher, last_week, typed):
    fields = typed(last_week, date="25 April 2019", date_read="last week", reading="[2019-04-22..2019-04-28]")
    as_researcher.post(address(last_week), fields)
    assert Event.objects.get().edtf == "2019-04-25"


def test_words_that_cannot_be_read_are_kept_undated(as_researcher, last_week, typed):
    as_researcher.post(address(last_week), typed(last_week, date="in the weeks after Hanoi", reading="undated"))
    last_week.refresh_from_db()
    event = Event.objects.get()
    assert (last_week.decision, last_week.decided_words) == ("corrected", "in the weeks after Hanoi")
    assert event.edtf == ""
    assert event.words == "last week"


def test_a_weekday_that_does_not_match_asks_until_a_reading_is_chosen(as_researcher, last_week, typed):
    words = "Thursday 26 April 2019"
    answer = as_researcher.post(address(last_week), typed(last_week, date=words))
    assert answer.status_code == 422
    assert "The weekday does not match" in answer.text
    assert as_researcher.post(address(last_week), typed(last_week, date=words, reading="2019-04-25")).status_code == 302
    assert Event.objects.get().edtf == "2019-04-25"


def test_the_same_event_is_cited_instead_of_drafted(as_researcher, mention, typed, make_event):
    event = make_event("Talks are held", "2019-05-01")
    as_researcher.post(address(mention), typed(mention, target=event.pk, headline=""))
    assert Event.objects.count() == 1
    assert event.citations.count() == 2
    assert event.citations.get(mention=mention).chosen is False


def test_a_headline_is_asked_for_and_all_typed_stays(as_researcher, mention, typed):
    answer = as_researcher.post(address(mention), typed(mention, headline=" ", themes="talks", note="Keep me"))
    assert answer.status_code == 422
    assert "Give the event a headline" in answer.text
    assert "Keep me" in answer.text
    assert not Event.objects.exists()


def test_it_is_placed_where_the_form_says(as_researcher, mention, typed, make_chronology):
    chronology = make_chronology()
    section, lane = chronology.sections.get(), chronology.lanes.get()
    as_researcher.post(address(mention), typed(mention, chronology=chronology.pk, section=section.pk, lane=lane.pk))
    entry = Entry.objects.get()
    assert (entry.section, entry.lane, entry.published_since) == (section, lane, None)


def test_a_section_of_another_chronology_is_not_taken(as_researcher, mention, typed, make_chronology):
    chronology, other = make_chronology(), make_chronology("Other", "other")
    as_researcher.post(address(mention), typed(mention, chronology=chronology.pk, section=other.sections.get().pk))
    assert Entry.objects.get().section is None


def test_a_grown_quotation_is_stored_as_it_stands(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention, quote_start="0", quote_end="42"))
    assert Citation.objects.get().exact == "Snow fell. The two sides met on Wednesday."


def test_one_phrase_may_date_several_events(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention))
    as_researcher.post(address(mention), typed(mention, headline="They also dine", another="on"))
    assert [event.headline for event in Event.objects.order_by("pk")] == ["The two sides meet", "They also dine"]
    assert Citation.objects.filter(mention=mention).count() == 2
    mention.refresh_from_db()
    assert mention.decision == "accepted"


def test_a_second_click_makes_nothing_twice_and_leads_on(as_researcher, mention, typed):
    form = typed(mention)
    first = as_researcher.post(address(mention), form)
    second = as_researcher.post(address(mention), form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Event.objects.count() == Citation.objects.count() == 1


def test_a_settled_phrase_is_not_settled_again(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention))
    answer = as_researcher.post(address(mention), typed(mention, headline="Something else"))
    assert answer.status_code == 409
    assert Event.objects.count() == 1


def test_a_stale_form_answers_with_both_texts_field_by_field(as_researcher, as_checker, mention, typed):
    form = typed(mention, headline="Mine", reading="2019-05-08", note="my note")
    as_checker.post(address(mention), typed(mention, headline="Theirs"))
    answer = as_researcher.post(address(mention), form)
    assert answer.status_code == 409
    for words in ("Mine", "Theirs", "Wednesday 8 May 2019", "Wednesday 1 May 2019", "my note", "checker "):
        assert words in answer.text
    assert re.search(r"\(accepted, \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d\)", answer.text)
    assert Event.objects.count() == 1


def test_a_phrase_read_again_gives_its_event_the_new_date(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention))
    edit = {
        "title": "T", "published_on": "2019-05-16", "zone": "Asia/Tokyo", "language": "en", "version": 1,
        "source_version": 1, "confirm": "2019-05-16 Asia/Tokyo en",
    }  # fmt: skip
    as_researcher.post(reverse("ingest:article_edit", args=[mention.article_id]), edit)
    mention.refresh_from_db()
    assert mention.decision == "waiting"
    page = as_researcher.get(reverse("review:review", args=[mention.article_id]), {"mention": mention.pk}).text
    event = Event.objects.get()
    assert f"Cite event {event.pk}" in page
    as_researcher.post(address(mention), typed(mention, target=event.pk))
    event.refresh_from_db()
    assert (event.edtf, event.citations.get().edtf) == ("2019-05-15", "2019-05-15")
    assert Citation.objects.count() == 1


@pytest.mark.parametrize("field", ["target", "chronology", "section", "lane", "version", "quote_start"])
@pytest.mark.parametrize("value", ["99999", "x", "-1", "", "9" * 30])
def test_broken_fields_never_break_the_page(as_researcher, mention, typed, field, value):
    answer = as_researcher.post(address(mention), typed(mention, **{field: value}))
    assert answer.status_code in (302, 409, 422)


def test_a_phrase_that_is_not_there_is_not_found(as_researcher):
    assert as_researcher.post("/mentions/99999/accept/").status_code == 404


def test_the_words_as_written_are_never_changed(as_researcher, last_week, typed):
    as_researcher.post(address(last_week), typed(last_week, date="25 April 2019"))
    assert Mention.objects.get(pk=last_week.pk).words == "last week"


def test_a_day_that_narrows_the_source_s_words_is_not_the_source_s_date(as_researcher, last_week, typed):
    as_researcher.post(address(last_week), typed(last_week, date="25 April 2019"))
    assert not Citation.objects.get().gives_date


def test_a_date_that_corrects_a_misreading_is_the_source_s(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention, date="30 April 2019"))
    assert Citation.objects.get().gives_date


def test_a_note_of_the_desk_stays_with_the_phrase(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention, note="Ask Mika"))
    mention.refresh_from_db()
    assert (mention.note, Citation.objects.get().note) == ("Ask Mika", "")


def test_only_a_checker_gives_a_checked_event_another_date(as_researcher, as_checker, last_week, typed):
    as_researcher.post(address(last_week), typed(last_week))
    event = Event.objects.get()
    Event.objects.update(status="checked")
    sent = {"another": "on", "target": event.pk, "date": "3 March 1999", "date_read": "3 March 1999"}
    assert as_researcher.post(address(last_week), typed(last_week, **sent)).status_code == 403
    assert Event.objects.get().edtf == event.edtf
    as_checker.post(address(last_week), typed(last_week, **sent))
    assert Event.objects.get().edtf == "1999-03-03"


def test_a_theme_has_no_longer_name_than_a_name_may_be(as_researcher, mention, typed):
    answer = as_researcher.post(address(mention), typed(mention, themes="talks, " + "x" * 201))
    assert answer.status_code == 422
    assert "at most 200 characters" in answer.text
    assert not Event.objects.exists()


def test_another_event_sent_twice_is_drafted_once(as_researcher, mention, typed):
    as_researcher.post(address(mention), typed(mention))
    form = typed(mention, headline="They also dine", another="on")
    for _click in range(2):
        as_researcher.post(address(mention), form)
    assert [event.headline for event in Event.objects.order_by("pk")] == ["The two sides meet", "They also dine"]


@pytest.mark.parametrize("deed", ["accept", "reject"])
def test_the_form_of_a_decided_phrase_asks_for_nothing_more_by_itself(as_researcher, mention, typed, deed):
    extra = {"reason": "plan"} if deed == "reject" else {}
    as_researcher.post(reverse(f"review:{deed}", args=[mention.pk]), typed(mention, **extra))
    page = as_researcher.get(reverse("review:review", args=[mention.article_id]), {"mention": mention.pk}).text
    form = page[page.index('id="candidate"') :]
    assert 'type="hidden" name="another"' not in form
    first = form[form.index("<button") : form.index("</button>")]
    assert reverse("review:draw", args=[mention.pk]) in first
    enter = form[: form.index('aria-keyshortcuts="Enter"')].rpartition("<")[2]
    assert enter.startswith("a ")


def test_where_nothing_waits_the_desk_says_where_to_go(as_researcher, article, typed):
    for one in article.mentions.all():
        as_researcher.post(reverse("review:put_off", args=[one.pk]), {"version": 1})
    page = as_researcher.get(reverse("review:review", args=[article.pk])).text
    assert "No phrase of this article waits any more." in page
    assert "3 are put off as not sure" in page
    assert reverse("arrange:chronologies") in page


def test_a_published_entry_is_not_moved_by_citing_its_event(
    as_researcher, mention, typed, make_event, make_chronology, publish, as_checker
):
    event, chronology = make_event(checked=True), make_chronology()
    entry = publish(event, chronology)
    as_checker.post(f"/arrange/{chronology.slug}/sections/new/", {"title": "Elsewhere", "intro": ""})
    elsewhere = chronology.sections.get(title="Elsewhere")
    sent = typed(
        mention, target=event.pk, headline="Typed with care", chronology=chronology.pk, section=elsewhere.pk,
        lane=entry.lane_id,
    )  # fmt: skip
    answer = as_researcher.post(address(mention), sent)
    assert answer.status_code == 403
    assert "only a checker changes what is checked or public" in answer.text
    assert "Typed with care" in answer.text
    assert Entry.objects.get(pk=entry.pk).section != elsewhere
    where_it_stands = {**sent, "section": entry.section_id, "version": mention.version}
    assert as_researcher.post(address(mention), where_it_stands).status_code == 302
    assert Entry.objects.get(pk=entry.pk).version == entry.version


def test_citing_a_checked_event_proposes_and_leaves_it_as_it_was(as_researcher, mention, typed, make_event):
    event = make_event(checked=True)
    answer = as_researcher.post(address(mention), typed(mention, target=event.pk))
    assert answer.status_code == 302
    assert Citation.objects.waiting().get().mention == mention
    assert (Event.objects.get().version, Event.objects.get().citation_count) == (event.version, 1)


def test_a_phrase_read_again_proposes_beside_what_is_checked(as_researcher, as_checker, mention, typed):
    as_researcher.post(address(mention), typed(mention))
    event = Event.objects.get()
    as_checker.post(f"/arrange/events/{event.pk}/check/", {"version": event.version})
    for day in ("8 May 2019", "9 May 2019"):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            again = Mention.objects.get(pk=mention.pk)
            again.decision = "waiting"
            save(again)
        answer = as_researcher.post(address(mention), typed(mention, date=day, target=event.pk))
        assert answer.status_code == 302
    checked, proposed = Citation.objects.order_by("pk")
    assert (checked.state, checked.edtf, checked.chosen) == ("checked", "2019-05-01", True)
    assert (proposed.state, proposed.edtf, proposed.chosen) == ("proposed", "2019-05-09", False)
    assert Event.objects.get().edtf == "2019-05-01"


def test_figures_that_can_be_read_two_ways_are_accepted_only_when_one_was_chosen(as_researcher, make_article, typed):
    article = make_article("The bridge opened on 05/04/2001.")
    mention = article.mentions.get()
    box = as_researcher.get(reverse("review:review", args=[article.pk])).context["candidate"].box
    assert (box.chosen, box.warnings[0].title) == (None, "Can be read in two ways.")
    refused = as_researcher.post(address(mention), typed(mention))
    assert refused.status_code == 422
    assert "Can be read in two ways." in refused.text
    answer = as_researcher.post(address(mention), typed(mention, reading="2001-05-04"))
    assert answer.status_code == 302, [one.value for one in answer.context["candidate"].box.choices]
    assert Event.objects.get().edtf == "2001-05-04"
