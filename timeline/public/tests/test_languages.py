"""Public pages in three languages: the address says which, the switch keeps the page, the desk stays English."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records.models import Chronology, Event, Lane, Section, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"
CODES = ("en", "ja", "ko")
PREFIXES = {"en": "", "ja": "/ja", "ko": "/ko"}


@pytest.fixture
def shown(make_published):
    return make_published("Talks are held", place="Pyongyang", actors=("Japan",), themes=("talks",))


def languages_of(answer):
    """The links of the switch by language."""
    switch = answer.text.partition('<nav class="languages"')[2].partition("</nav>")[0]
    return dict(re.findall('<a href="([^"]*)" lang="(..)" hreflang=', switch)), switch


@pytest.mark.parametrize("code", CODES)
def test_every_public_page_comes_in_each_language_and_keeps_to_it(shown, as_visitor, code):
    prefix = PREFIXES[code]
    for path in ("/", ADDRESS, f"{ADDRESS}2002/", f"/events/{shown.pk}/", "/how-dates-are-read/"):
        answer = as_visitor.get(f"{prefix}{path}")
        assert answer.status_code == 200
        assert answer["Content-Language"] == code
        assert f'<html lang="{code}"' in answer.text
        inner = set(
            re.findall('href="(/[^"#?]*)', re.sub('<nav class="languages".*?</nav>', "", answer.text, flags=re.S))
        )
        inner -= {path for path in inner if path.startswith(("/static/", "/sign-in/"))}
        assert inner
        assert all(re.match("/(ja|ko)/", one) if prefix else not re.match("/(ja|ko)/", one) for one in inner), inner
        assert all(one.startswith(f"{prefix}/") for one in inner), inner


def test_the_switch_keeps_path_and_query(shown, as_visitor):
    for code, prefix in PREFIXES.items():
        links, switch = languages_of(as_visitor.get(f"{prefix}{ADDRESS}?theme=talks&q=%E6%A8%AA&junk=1"))
        query = "?q=%E6%A8%AA&amp;theme=talks"
        assert links == {f"{PREFIXES[other]}{ADDRESS}{query}": other for other in CODES if other != code}
        assert f'<span lang="{code}" aria-current="true">' in switch


def test_a_signed_in_reader_finds_the_switch_too(shown, as_checker):
    links, _switch = languages_of(as_checker.get(f"/ja{ADDRESS}?preview=1"))
    assert links == {f"{ADDRESS}?preview=1": "en", f"/ko{ADDRESS}?preview=1": "ko"}


def test_the_head_names_the_page_in_each_language(shown, as_visitor):
    page = as_visitor.get(f"/ko{ADDRESS}?theme=talks").text
    host = "http://testserver"
    assert re.findall('<link rel="canonical" href="([^"]*)"', page) == [f"{host}/ko{ADDRESS}?theme=talks"]
    assert dict(re.findall('<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"', page)) == {
        "x-default": f"{host}{ADDRESS}?theme=talks",
        **{code: f"{host}{prefix}{ADDRESS}?theme=talks" for code, prefix in PREFIXES.items()},
    }


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_page_names_at_most_one_address_and_none_in_other_languages_where_it_is_not_to_be_found(
    shown, as_visitor, prefix
):
    event, version = f"{prefix}/events/{shown.pk}/", Event.objects.get(pk=shown.pk).version
    whole = f"{prefix}{ADDRESS}"
    named = {
        f"{prefix}/": [f"{prefix}/"], whole: [whole], f"{whole}2002/": [f"{whole}2002/"],
        f"{whole}table/?theme=talks": [f"{whole}table/?theme=talks"],
        event: [event], f"{event}?eras=juche": [event], f"{event}?preview=1": [event],
        f"{event}v/{version}/": [event], f"{event}v/{version}/?eras=ja": [event],
        f"{whole}embed/": [whole], f"{whole}embed/?theme=talks": [whole], f"{event}report/": [],
    }  # fmt: skip
    for address, canonical in named.items():
        page = as_visitor.get(address).text
        found = re.findall('<link rel="canonical" href="http://testserver([^"]*)"', page)
        assert found == canonical, address
        others = re.findall('<link rel="alternate" hreflang="[^"]*" href="http://testserver([^"]*)"', page)
        assert len(others) == (0 if 'content="noindex"' in page else 4), address
        assert (canonical[0] if canonical else "") in others or not others


def test_nobody_is_led_to_another_language_unasked_but_told_of_it_in_it(shown, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?theme=talks", headers={"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"})
    assert (answer.status_code, answer["Content-Language"]) == (200, "en")
    offer = f'<a href="/ko{ADDRESS}?theme=talks" lang="ko" hreflang="ko">'
    assert offer in answer.text
    answer = as_visitor.get(f"/ja{ADDRESS}", headers={"Accept-Language": "en"})
    assert f'<a href="{ADDRESS}" lang="en" hreflang="en">This page can also be read in English.</a>' in answer.text


def test_the_desk_has_one_address_and_speaks_english(shown, as_checker, as_visitor):
    for path in ("/articles/", "/arrange/", "/imports/", "/admin/", "/sign-in/", "/name/", "/password/"):
        for code in ("ja", "ko"):
            assert as_checker.get(f"/{code}{path}").status_code == 404
            answer = as_checker.get(path, headers={"Accept-Language": code})
            assert answer["Content-Language"] == "en"
            assert 'class="languages"' not in answer.text
            assert 'id="offer"' not in answer.text
    assert as_visitor.get("/en/").status_code == 404
    assert as_visitor.get("/ja-jp/").status_code == 404


def test_a_page_that_is_not_there_says_so_in_the_language_of_the_address(as_visitor):
    for code, prefix in PREFIXES.items():
        for path in ("/nothing/", "/events/99999999999999999999/", "/events/5/", "/chronologies/none/"):
            answer = as_visitor.get(f"{prefix}{path}", headers={"Accept-Language": "ja"})
            assert answer.status_code == 404
            assert f'<html lang="{code}"' in answer.text
            assert 'rel="canonical"' not in answer.text
            assert 'id="offer"' not in answer.text
            assert len(languages_of(answer)[0]) == 2


def test_an_event_without_words_in_the_page_s_language_shows_the_ones_it_has_and_says_whose(
    make_published, add_wording, as_visitor
):
    told, untold = make_published("Talks are held"), make_published("A ship sails", "2002-10-01")
    add_wording(told, "ja", "会談が行われた")
    page = as_visitor.get(f"/ja{ADDRESS}").text
    assert re.findall(f'<h4 lang="(..)"><a href="/ja/events/{told.pk}/">会談が行われた', page) == ["ja"]
    assert re.findall(f'<h4 lang="(..)"><a href="/ja/events/{untold.pk}/">A ship sails', page) == ["en"]
    drawn = as_visitor.get(f"/ja{ADDRESS}2002/").text
    assert '<title lang="en">A ship sails' in drawn
    assert "<title>会談が行われた" in drawn
    neighbours = as_visitor.get(f"/ja/events/{untold.pk}/").text
    assert '<b lang="ja">会談が行われた</b>' in neighbours
    assert '<b lang="en">A ship sails</b>' in as_visitor.get(f"/ja/events/{told.pk}/").text


def test_what_no_year_holds_is_named_in_the_page_s_language_too(make_published, add_wording, as_visitor):
    told = make_published("It goes on", "1990/2004")
    make_published("Something else goes on", "1991/2003")
    add_wording(told, "ko", "계속된다")
    page = as_visitor.get(f"/ko{ADDRESS}").text
    assert re.search(r'<a class="[^"]*" href="#e\d+" tabindex="-1"><title>계속된다', page)
    assert re.search(r'<a class="[^"]*" href="#e\d+" tabindex="-1" lang="en"><title>Something else', page)


def test_a_name_that_is_known_in_english_only_says_so(make_published, as_visitor):
    event = make_published("Talks are held", place="Pyongyang", actors=("Japan",), themes=("talks",))
    page = as_visitor.get(f"/ja/events/{event.pk}/").text
    assert ' lang="en">Pyongyang</a>' in page
    assert re.findall('<a href="[^"]*" lang="(..)">(Japan|talks)</a>', page) == [("en", "Japan"), ("en", "talks")]
    assert 'lang="en">Japan<' not in as_visitor.get(f"/events/{event.pk}/").text


@pytest.mark.parametrize(("code", "said"), [("ja", "「those days」"), ("ko", "“those days”")])
def test_words_that_are_no_date_stand_in_the_quotation_marks_of_the_language(code, said, make_published, as_visitor):
    event = make_published("A test", "", words="those days")
    paths = ADDRESS, f"{ADDRESS}table/", f"{ADDRESS}one/{event.pk}/", f"{ADDRESS}embed/", f"/events/{event.pk}/"
    for path in paths:
        assert said in as_visitor.get(f"/{code}{path}").text, path


def test_how_to_cite_is_one_sentence_of_the_language(make_published, add_wording, as_visitor):
    event = make_published("Talks are held", "2002-09-17")
    add_wording(event, "ja", "会談が行われた")
    page = as_visitor.get(f"/ja/events/{event.pk}/").text
    cited = page.partition('id="cite-text">')[2].partition("</p>")[0]
    assert re.sub("<[^>]*>", "", cited).startswith("「会談が行われた」、2002年9月17日。")
    assert f"、Nenpyo、第{event.version}版（" in cited


def test_more_wordings_cost_no_more_queries(
    make_published, add_wording, as_visitor, django_assert_num_queries, settings
):
    settings.CACHES = {name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"} for name in settings.CACHES}
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    events = [make_published(f"Event {number}", f"2002-0{number}-01") for number in range(1, 5)]
    as_visitor.get(ADDRESS)
    with CaptureQueriesContext(connection) as before:
        as_visitor.get(ADDRESS)
    for event in events:
        add_wording(event, "ja", "出来事")
    with django_assert_num_queries(len(before)):
        assert as_visitor.get(f"/ja{ADDRESS}").text.count(">出来事") >= 4


NAMES = {
    "Nenpyo", "English", "EDTF", "CSL", "JSON", "RIS", "BibTeX", "Atom", "iCalendar", "Natural", "Earth", "The",
    "Niigata", "Gazette", "page",
}  # fmt: skip
"""What stands in Latin letters in every language: names, formats, and the source that the tests cite with its place."""
WAYS = ("", "2002/", "2000s/", "2002/09/", "table/", "map/", "one/", "this-week/", "coverage/", "lag/", "compare/",
        "as-known-on/", "take-along/", "corrections/")  # fmt: skip


@pytest.mark.parametrize("way", [*(f"{ADDRESS}{way}" for way in WAYS), "/", "/no-such-page/", "event", "report"])
@pytest.mark.parametrize("code", ["ja", "ko"])
def test_no_word_of_a_page_is_left_in_english(make_published, as_visitor, code, way):
    words = {"ja": ("首脳会談", "平壌", "日本", "交渉"), "ko": ("정상 회담", "평양", "일본", "협상")}[code]
    event = make_published(words[0], language=code, place=words[1], actors=(words[2],), themes=(words[3],))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for noun in (*Chronology.objects.all(), *Section.objects.all()):
            noun.title = words[0]
            noun.save()
        for lane in Lane.objects.all():
            lane.name = words[3]
            lane.save()
    address = {"event": f"/events/{event.pk}/", "report": f"/events/{event.pk}/report/"}.get(way, way)
    page = as_visitor.get(f"/{code}{address}").text
    for left_out in (
        r"(script|style|code|textarea|head)\b.*?</\1",
        'nav class="languages".*?</nav',
        'p id="offer".*?</p',
    ):
        page = re.sub(f"(?s)<{left_out}>", " ", page)
    page = re.sub(r"https?://\S+", " ", page)
    told = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', page)
    said = re.sub(r"<[^>]*>", " ", page)
    left = [word for text in (said, *told) for word in re.findall(r"[A-Za-z]{3,}", text) if word not in NAMES]
    assert not left
