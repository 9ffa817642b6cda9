"""Rejecting, putting off, undoing, drawing the form again, the keys."""

import pytest
from django.urls import reverse

from timeline.records.models import Citation, Entry, Event, Mention, RejectReason


def post(client, name, mention, **fields):
    return client.post(reverse(f"review:{name}", args=[mention.pk]), fields)


def undo(client, article, change):
    return client.post(reverse("review:undo", args=[article.pk]), {"change": change}, follow=True)


def last_change(client, article):
    desk = client.get(reverse("review:review", args=[article.pk])).context["desk"]
    return desk.last.change.pk if desk.last else None


@pytest.mark.parametrize("reason", RejectReason.values)
def test_a_phrase_is_rejected_with_its_reason(as_researcher, mention, reason):
    assert post(as_researcher, "reject", mention, version=1, reason=reason).status_code == 302
    mention.refresh_from_db()
    assert (mention.decision, mention.reason) == ("rejected", reason)


def test_a_rejection_without_reason_is_asked_about_and_keeps_what_was_typed(as_researcher, mention, typed):
    answer = post(as_researcher, "reject", mention, **typed(mention, note="my note"))
    assert answer.status_code == 422
    assert "my note" in answer.text


def test_a_phrase_is_put_off_and_can_be_decided_later(as_researcher, mention, typed):
    post(as_researcher, "put_off", mention, version=1)
    mention.refresh_from_db()
    assert mention.decision == "unsure"
    post(as_researcher, "accept", mention, **typed(mention))
    mention.refresh_from_db()
    assert mention.decision == "accepted"


@pytest.mark.parametrize("deed", ["reject", "put_off"])
def test_an_accepted_phrase_is_not_rejected_over_it(as_researcher, as_checker, mention, typed, deed):
    post(as_checker, "accept", mention, **typed(mention))
    answer = post(as_researcher, deed, mention, version=1, reason="plan")
    assert answer.status_code == 409
    mention.refresh_from_db()
    assert mention.decision == "accepted"


def test_a_second_click_on_reject_leads_on(as_researcher, mention):
    post(as_researcher, "reject", mention, version=1, reason="plan")
    assert post(as_researcher, "reject", mention, version=1, reason="plan").status_code == 302
    assert Mention.objects.get(pk=mention.pk).version == 2


def test_undo_takes_an_acceptance_back_as_a_whole(as_researcher, mention, typed, make_chronology):
    chronology = make_chronology()
    post(as_researcher, "accept", mention, **typed(mention, chronology=chronology.pk, themes="talks"))
    change = last_change(as_researcher, mention.article)
    undo(as_researcher, mention.article, change)
    mention.refresh_from_db()
    assert mention.decision == "waiting"
    assert not Event.objects.exists()
    assert not Citation.objects.exists()
    assert not Entry.objects.exists()


def test_undo_twice_undoes_once(as_researcher, article):
    first, second, _third = article.mentions.all()
    post(as_researcher, "reject", first, version=1, reason="plan")
    post(as_researcher, "reject", second, version=1, reason="plan")
    change = last_change(as_researcher, article)
    undo(as_researcher, article, change)
    again = undo(as_researcher, article, change)
    assert "Nothing was undone" in again.text
    assert [one.decision for one in article.mentions.all()] == ["rejected", "waiting", "waiting"]


def test_undo_goes_back_step_by_step(as_researcher, article):
    for one in article.mentions.all():
        post(as_researcher, "reject", one, version=1, reason="plan")
    for _step in range(3):
        undo(as_researcher, article, last_change(as_researcher, article))
    assert {one.decision for one in article.mentions.all()} == {"waiting"}
    assert last_change(as_researcher, article) is None


def test_undo_goes_back_through_several_events_of_one_phrase(as_researcher, mention, typed):
    post(as_researcher, "accept", mention, **typed(mention))
    post(as_researcher, "accept", mention, **typed(mention, headline="They also dine", another="on"))
    seen = {Mention.objects.get(pk=mention.pk).version}
    for left in (1, 0):
        undo(as_researcher, mention.article, last_change(as_researcher, mention.article))
        assert Event.objects.count() == left
        version = Mention.objects.get(pk=mention.pk).version
        assert version not in seen
        seen.add(version)
    mention.refresh_from_db()
    assert mention.decision == "waiting"


def test_nobody_undoes_what_another_decided(as_researcher, as_checker, mention):
    post(as_checker, "reject", mention, version=1, reason="plan")
    undo(as_researcher, mention.article, last_change(as_checker, mention.article))
    mention.refresh_from_db()
    assert mention.decision == "rejected"


def test_undo_is_refused_where_the_event_was_changed_since(
    as_researcher, as_checker, mention, typed, make_chronology, publish
):
    post(as_researcher, "accept", mention, **typed(mention))
    change = last_change(as_researcher, mention.article)
    publish(Event.objects.get(), make_chronology())
    answer = undo(as_researcher, mention.article, change)
    assert "Not undone" in answer.text
    assert Event.objects.exists()


def test_the_form_is_drawn_again_with_a_longer_quotation_and_everything_typed(as_researcher, mention, typed):
    answer = post(as_researcher, "draw", mention, **typed(mention, deed="grow", note="my note", headline="My headline"))
    assert answer.status_code == 200
    candidate = answer.context["candidate"]
    assert candidate.quotation.exact == "The two sides met on Wednesday. He flew to Vladivostok last week."
    assert "my note" in answer.text
    assert "My headline" in answer.text
    assert Mention.objects.get(pk=mention.pk).version == 1


def test_another_chronology_shows_its_sections_and_lanes(as_researcher, mention, typed, make_chronology):
    other = make_chronology("Other", "other")
    answer = post(as_researcher, "draw", mention, **typed(mention, chronology=other.pk))
    assert "All of it" in answer.text
    assert "Talks" in answer.text


def test_the_keys_are_turned_off_and_on_for_one_person(as_researcher, researcher, article):
    as_researcher.post("/keys/", {"article": article.pk})
    researcher.refresh_from_db()
    assert researcher.single_keys is False
    as_researcher.post("/keys/", {"single_keys": "on"})
    researcher.refresh_from_db()
    assert researcher.single_keys is True
