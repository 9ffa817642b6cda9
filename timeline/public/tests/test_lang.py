"""Whose language a string is in: words of sources, names, notes of editors, each marked where it is not the page's."""

import re

import pytest

from timeline.conftest import NOW
from timeline.public.items import lang_of
from timeline.records.changes import save
from timeline.records.models import Lane, Source, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"
ONE = f"{ADDRESS}one/"


def change(record, **fields):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for name, value in fields.items():
            setattr(record, name, value)
        save(record)


@pytest.fixture
def quoted(make_published):
    """An event that a Japanese paper dates in its own words, with an English note in an English chronology."""
    event = make_published("Talks are held", "2002-09", words="昨年九月")
    citation = event.citations.get()
    change(citation, exact="昨年九月に会談が行われた。", language="ja", locator="page three", note="Read twice.")
    change(
        citation.source, language="ja", title="会談", publisher="朝日新聞", author="山田", url="https://example.org/1"
    )
    return event


def test_the_words_of_a_source_are_in_the_language_of_its_citation(quoted, as_visitor):
    for address in (ADDRESS, ONE, f"/events/{quoted.pk}/"):
        page = as_visitor.get(address).text
        assert page.count('“<span lang="ja">昨年九月</span>”') >= 2, address
        assert "“昨年九月”" not in page, address
        own = as_visitor.get(f"/ja{address}").text
        assert "昨年九月" in own
        assert '<span lang="ja">昨年九月' not in own


def test_words_that_are_no_date_are_marked_too(make_published, as_visitor):
    event = make_published("Talks are held", "", words="いつか")
    change(event.citations.get(), language="ja", words="いつか")
    version = f"{ADDRESS}as-known-on/2026-11-23/"
    for address in (ADDRESS, ONE, f"{ADDRESS}table/", f"{ADDRESS}embed/", f"/events/{event.pk}/", version):
        page = as_visitor.get(address).text
        assert '“<span lang="ja">いつか</span>”' in page, address
        assert "“いつか”" not in page.partition("<body")[2], address


def test_names_of_a_source_are_in_its_language_and_notes_in_that_of_the_chronology(quoted, as_visitor):
    for code, marks, notes in (("en", ' lang="ja"', ""), ("ja", "", ' lang="en"'), ("ko", ' lang="ja"', ' lang="en"')):
        prefix = "" if code == "en" else f"/{code}"
        page = as_visitor.get(f"{prefix}/events/{quoted.pk}/").text
        assert f"<bdi{marks}>朝日新聞</bdi>" in page
        assert f"<bdi{marks}>山田</bdi>" in page
        assert f"<bdi{notes}>Read twice.</bdi>" in page
        assert (f"<span{notes}>page three</span>" if notes else " page three.") in page
        assert f"<cite{marks}>朝日新聞</cite>" in as_visitor.get(f"{prefix}{ADDRESS}").text
        assert f"<cite{marks}>朝日新聞</cite>" in as_visitor.get(f"{prefix}{ADDRESS}table/").text
        assert f"<bdi{marks}>朝日新聞</bdi>" in as_visitor.get(f"{prefix}{ONE}").text


def test_the_reason_that_an_editor_gave_is_in_the_language_of_the_chronology(make_published, as_visitor):
    event = make_published()
    change(event, date_reason="The diary says so.")
    assert '<dd><span lang="en">The diary says so.</span></dd>' in as_visitor.get(f"/ko/events/{event.pk}/").text
    assert "<dd>The diary says so.</dd>" in as_visitor.get(f"/events/{event.pk}/").text


@pytest.mark.parametrize(
    ("language", "name", "marked"),
    [
        ("ja", "朝日新聞", "ja"), ("ja", "Kyodo", ""), ("ko", "연합뉴스", "ko"), ("fr", "Le Monde", "fr"),
        ("fr", "Édition", "fr"), ("fr", "朝日新聞", ""), ("ru", "ТАСС", "ru"), ("en", "BBC", ""), ("", "BBC", ""),
    ],
)  # fmt: skip
def test_a_name_in_other_letters_than_its_source_is_marked_as_nothing(language, name, marked):
    assert lang_of(Source(title="T", language=language), name) == (f' lang="{marked}"' if marked else "")


def test_lanes_are_named_in_their_language_in_drawings_tables_and_choices(make_published, as_visitor):
    make_published()
    page = as_visitor.get(f"/ja{ADDRESS}2002/09/").text
    assert '<tspan lang="en">Talks</tspan></text>' in page
    assert re.search(r'<abbr title="Talks" lang="en">', page)
    assert '<option value="T" lang="en">T Talks (1)</option>' in as_visitor.get(f"/ja{ADDRESS}").text
    change(Lane.objects.get(), name_ja="会談")
    page = as_visitor.get(f"/ja{ADDRESS}2002/09/").text
    assert "会談</text>" in page
    assert '<abbr title="会談">' in page
    assert '<option value="T">T 会談 (1)</option>' in as_visitor.get(f"/ja{ADDRESS}").text


def test_choices_that_have_no_name_in_the_page_s_language_say_so_also_once_chosen(make_published, as_visitor):
    make_published(themes=("talks",), actors=("Japan",))
    assert '<option value="talks">talks (1)</option>' in as_visitor.get(ADDRESS).text
    page = as_visitor.get(f"/ja{ADDRESS}?theme=talks").text
    assert '<option value="talks" lang="en" selected>talks (1)</option>' in page
    assert '<bdi lang="en">talks</bdi>' in page


def test_titles_inside_sentences_keep_their_language(make_published, make_chronology, publish, as_visitor):
    event = make_published()
    make_published("A second")
    publish(event, make_chronology("Weapons", "weapons"))
    page = as_visitor.get(f"/ja{ADDRESS}compare/?with=weapons").text
    told = page[page.index('<p class="told">') :].partition("</p>")[0]
    assert re.search('<span lang="en">[^<]+</span>', told)
    assert f'<a href="/ja/events/{event.pk}/">' in page
    home = as_visitor.get("/ja/").text
    assert 'id="strip-weapons" aria-labelledby="strip-weapons name-weapons"' in home
    assert '<h2 id="name-weapons"><a' in home
