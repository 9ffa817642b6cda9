"""What must always hold is refused by the database itself, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from timeline.accounts.models import User
from timeline.conftest import NOW
from timeline.records.models import (
    Article,
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Mention,
    Participation,
    Place,
    Subject,
    Verb,
    Wording,
    open_change,
)


def refused(name, write):
    with pytest.raises(IntegrityError) as failure, transaction.atomic(), open_change(by=None, at=NOW, verb=Verb.EDIT):
        write()
    # SQLite tells the columns of a unique constraint instead of its name.
    assert name in str(failure.value) or "UNIQUE constraint failed" in str(failure.value)


@pytest.fixture
def event(make_event):
    return make_event()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("event_earliest_not_after_latest", {"earliest": date(2019, 5, 2), "latest": date(2019, 5, 1)}),
        ("event_checked_has_a_citation", {"status": "checked", "citation_count": 0}),
    ],
)
def test_an_event_that_contradicts_itself_is_refused(name, change, event):
    refused(name, lambda: Event.objects.filter(pk=event.pk).update(**change))


def test_an_event_is_not_merged_into_itself(event):
    refused("event_not_merged_into_itself", lambda: Event.objects.filter(pk=event.pk).update(merged_into=event.pk))


def test_an_event_has_one_chosen_citation(event):
    former = event.citations.get()
    another = Citation(event=event, source=former.source, chosen=True)
    refused("one_chosen_citation_per_event", another.save)


def test_an_event_has_one_wording_a_language(event):
    refused("one_wording_per_event_and_language", Wording(event=event, language="en", headline="Twice").save)


def test_an_event_stands_in_a_chronology_once(event, make_chronology, publish):
    entry = publish(event, make_chronology())
    refused("one_entry_per_event_and_chronology", Entry(event=event, chronology=entry.chronology).save)


def test_letters_of_lanes_and_short_names_are_not_given_twice(make_chronology):
    chronology = make_chronology()
    refused("one_lane_per_chronology_and_letter", Lane(chronology=chronology, position=2, letter="T", name="x").save)
    refused("slug", Chronology(title="Again", slug=chronology.slug).save)


def test_people_and_themes_are_linked_once(make_event):
    event = make_event(actors=("Kim Jong Un",), themes=("talks",))
    refused("participation", Participation(event=event, actor=event.actors.get()).save)
    refused("subject", Subject(event=event, theme=event.themes.get()).save)


def test_a_place_lies_on_earth(db):
    refused("place_coordinates_on_earth", Place(name="Nowhere", latitude=91.0, longitude=0.0).save)
    refused("place_coordinates_on_earth", Place(name="Half", latitude=1.0, longitude=200.0).save)


def test_a_text_is_stored_once(make_source, db):
    def article():
        return Article(source=make_source(), text="One.", text_hash="0" * 64, published_on=date(2019, 5, 2))

    with open_change(by=None, at=NOW, verb=Verb.ADD):
        article().save()
    refused("one_article_per_text", article().save)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("mention_ends_after_start", {"start": 4, "end": 4}),
        ("mention_decided_has_an_instant", {"start": 0, "end": 3, "decision": "accepted"}),
    ],
)
def test_a_mention_has_a_place_and_a_decision_its_instant(name, columns, make_source):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        article = Article(source=make_source(), text="One.", text_hash="0" * 64, published_on=date(2019, 5, 2))
        article.save()
    refused(name, Mention(article=article, words="One", **columns).save)


def test_a_person_has_a_known_role(researcher):
    refused("user_has_a_known_role", lambda: User.objects.filter(pk=researcher.pk).update(role="owner"))


def test_a_change_is_undone_once(event, researcher):
    change = Change.objects.get()
    with open_change(by=researcher, at=NOW, verb=Verb.UNDO, undoes=change):
        pass
    refused("undoes", lambda: Change.objects.create(at=NOW, verb=Verb.UNDO, undoes=change))


def test_a_long_list_of_days_and_the_chain_of_its_rules_find_room(make_article):
    days = ", ".join(str(day) for day in range(1, 28))
    article = make_article(f"In short, {days} and 28 May 2004 were holidays until about late 2017 or early 1998.")
    for mention in article.mentions.all():
        mention.full_clean()
