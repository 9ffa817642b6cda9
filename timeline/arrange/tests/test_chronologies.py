"""Chronologies: list, make, edit, make public."""

import pytest

from timeline.conftest import NOW
from timeline.records.changes import undo
from timeline.records.models import Change, Chronology, Verb, open_change


def sent(**changes):
    return {"title": "Japan and the two Koreas", "slug": "two-koreas", "language": "en", **changes}


def test_the_list_says_what_is_ready_to_be_published(as_researcher, at, make_chronology, make_event, place):
    chronology = make_chronology()
    place(chronology, make_event(checked=True), make_event("Another"))
    page = as_researcher.get(at("chronologies"))
    assert "Japan and North Korea" in page.text
    assert "2 entries" in page.text
    assert "1 ready to publish" in page.text


def test_a_researcher_makes_a_chronology_that_is_not_public_yet(as_researcher, at, db):
    answer = as_researcher.post(
        at("chronology_new"), sent(title_native="日本と朝鮮半島", title_native_language="ja", needs_second_reader="on")
    )
    made = Chronology.objects.get()
    assert answer.url == at("chronology", slug="two-koreas")
    assert (made.title_native, made.needs_second_reader, made.is_public) == ("日本と朝鮮半島", True, False)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "This field is required"),
        ({"slug": "events"}, "This short name is taken"),
        ({"slug": "two koreas"}, "valid “slug”"),
        ({"language": "xx"}, "Select a valid choice"),
        ({"title_native_language": "Japanese language"}, "short tag"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(wrong, told, as_researcher, at, db):
    answer = as_researcher.post(at("chronology_new"), sent(scope="From 1945 on", **wrong))
    assert answer.status_code == 422
    assert told in answer.text
    assert "From 1945 on" in answer.text
    assert not Chronology.objects.exists()


def test_the_same_form_twice_makes_one_chronology(as_researcher, at, db):
    as_researcher.post(at("chronology_new"), sent())
    answer = as_researcher.post(at("chronology_new"), sent())
    assert answer.status_code == 422
    assert "This short name is taken" in answer.text
    assert Chronology.objects.count() == 1


def test_what_stands_over_a_chronology_is_edited(as_checker, at, make_chronology, filled):
    chronology = make_chronology()
    page = as_checker.get(at("chronology_edit", slug=chronology.slug))
    answer = as_checker.post(at("chronology_edit", slug=chronology.slug), filled(page, scope="Since 1945"))
    assert answer.url == at("chronology", slug=chronology.slug)
    assert Chronology.objects.get().scope == "Since 1945"


def test_a_stale_form_shows_both_texts_and_stores_what_is_chosen(as_checker, checker, at, make_chronology, filled):
    address = at("chronology_edit", slug=make_chronology().slug)
    page = as_checker.get(address)
    as_checker.post(address, filled(as_checker.get(address), scope="theirs", intro="Only they wrote this."))
    answer = as_checker.post(address, filled(page, scope="mine", title="Only I wrote this"))
    assert answer.status_code == 409
    assert f"checker {checker.pk}" in answer.text
    states = {field.name: field.state for field in answer.context["fields"]}
    assert (states["scope"], states["intro"], states["title"], states["slug"]) == ("both", "theirs", "mine", "same")
    assert Chronology.objects.get().scope == "theirs"

    settled = {f"initial-{field.name}": field.theirs for field in answer.context["fields"]}
    settled |= {field.name: field.settled for field in answer.context["fields"] if field.state != "both"}
    settled |= {"version": answer.context["version"], "mine-scope": "mine", "theirs-scope": "theirs"}
    unchosen = as_checker.post(address, settled)
    assert unchosen.status_code == 409
    assert "Choose one side" in unchosen.text
    assert as_checker.post(address, {**settled, "choose-scope": "mine"}).status_code == 302
    stored = Chronology.objects.get()
    assert (stored.scope, stored.intro, stored.title) == ("mine", "Only they wrote this.", "Only I wrote this")


def test_a_checker_makes_a_chronology_public_and_withdraws_it(as_checker, at, make_chronology):
    chronology = make_chronology(is_public=False)
    as_checker.post(at("chronology_public", slug=chronology.slug), {"public": "on"})
    assert Chronology.objects.get().is_public
    as_checker.post(at("chronology_public", slug=chronology.slug), {"public": ""})
    assert not Chronology.objects.get().is_public


def test_a_researcher_does_not_make_a_chronology_public(as_researcher, at, make_chronology):
    chronology = make_chronology(is_public=False)
    answer = as_researcher.post(at("chronology_public", slug=chronology.slug), {"public": "on"})
    assert answer.status_code == 403
    assert "This needs the role: checker" in answer.text
    assert not Chronology.objects.get().is_public


def test_a_chronology_that_is_not_there_is_not_found(as_researcher, at, db):
    assert as_researcher.get(at("chronology", slug="none")).status_code == 404


def test_a_long_page_asks_the_database_no_more_often(
    as_checker, at, make_chronology, make_event, place, django_assert_max_num_queries
):
    chronology = make_chronology()
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        for day in range(30):
            place(chronology, make_event(f"Event {day}", date=f"2002-09-{day % 28 + 1:02d}"))
    with django_assert_max_num_queries(20):
        page = as_checker.get(at("chronology", slug=chronology.slug))
    assert "Same day, order is yours" in page.text


def test_licence_method_and_other_languages_are_edited_undone_and_told_in_the_history(
    as_checker, at, make_chronology, filled
):
    chronology = make_chronology()
    address = at("chronology_edit", slug=chronology.slug)
    typed = {"licence": "CC-BY-4.0", "method": "By two people.", "title_ja": "日本と北朝鮮", "scope_ko": "1945년부터"}
    page = as_checker.get(address)
    assert "title_en" not in page.context["form"].fields, "its own language needs no second field"
    assert as_checker.post(address, filled(page, **typed)).status_code == 302
    stored = Chronology.objects.get()
    assert {name: getattr(stored, name) for name in typed} == typed
    assert stored.told("title", "ja").text == "日本と北朝鮮"
    history = as_checker.get(at("chronology_history", slug=chronology.slug)).text
    for told in ("Licence", "CC BY 4.0", "By two people.", "Title in Japanese", "日本と北朝鮮"):
        assert told in history
    undo(change=Change.objects.latest("pk"), by=None, at=NOW)
    stored.refresh_from_db()
    assert (stored.licence, stored.method, stored.title_ja) == ("", "", "")


def test_two_people_on_another_languages_title_are_both_shown(as_checker, at, make_chronology, filled):
    address = at("chronology_edit", slug=make_chronology().slug)
    page = as_checker.get(address)
    as_checker.post(address, filled(as_checker.get(address), title_ja="甲"))
    answer = as_checker.post(address, filled(page, title_ja="乙", title_ko="을"))
    assert answer.status_code == 409
    states = {field.name: field.state for field in answer.context["fields"]}
    assert (states["title_ja"], states["title_ko"], states["scope_ja"]) == ("both", "mine", "same")


@pytest.mark.parametrize("wrong", [{"licence": "WTFPL"}, {"title_ja": "長" * 201}, {"method": "x" * 10_001}])
def test_a_licence_nobody_knows_or_a_text_too_long_is_refused(wrong, as_checker, at, make_chronology, filled):
    address = at("chronology_edit", slug=make_chronology().slug)
    answer = as_checker.post(address, filled(as_checker.get(address), **wrong))
    assert answer.status_code == 422
    assert Chronology.objects.get().version == 1


def test_a_language_that_becomes_its_own_keeps_what_was_told_in_it(as_checker, at, make_chronology, filled):
    chronology = make_chronology(title_ja="日本と北朝鮮")
    address = at("chronology_edit", slug=chronology.slug)
    as_checker.post(address, filled(as_checker.get(address), language="ja"))
    stored = Chronology.objects.get()
    assert (stored.language, stored.title_ja) == ("ja", "日本と北朝鮮")
    assert "title_en" in as_checker.get(address).context["form"].fields


def test_sections_and_lanes_are_told_in_other_languages_too(as_checker, at, make_chronology, filled):
    chronology = make_chronology()
    section, lane = chronology.sections.get(), chronology.lanes.get()
    for name, record, typed in (
        ("section_edit", section, {"title_ja": "船", "intro_ko": "배"}),
        ("lane_edit", lane, {"name_ja": "交渉", "name_ko": "회담"}),
    ):
        address = at(name, pk=record.pk)
        assert as_checker.post(address, filled(as_checker.get(address), **typed)).status_code == 302
        record.refresh_from_db()
        assert {name: getattr(record, name) for name in typed} == typed
