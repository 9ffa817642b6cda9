"""Search and filters: the address is the state."""

import html
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.public.highlight import spans
from timeline.public.tests.conftest import headlines
from timeline.records import search
from timeline.records.changes import save
from timeline.records.models import Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"
SUMMIT = "Summit in Pyongyang"
RETURN = "拉致被害者五人が帰国"
REUNION = "납치 피해자 가족 상봉"
MISSILE = "Ｍｉｓｓｉｌｅ over Hokkaido"
MISSING = "Disappearances"


@pytest.fixture
def events(make_published, make_source, add_rival, second_lane):
    """Five events that differ in everything that can be asked for."""
    make_published(
        "Summit in Pyongyang", "2002-09-17", place="Pyongyang", actors=("Koizumi Junichiro",), themes=("talks",)
    )
    make_published(RETURN, "2002-10-15", language="ja", place="Tokyo", themes=("abductions",))
    make_published(REUNION, "2004-05", language="ko", themes=("abductions",))
    missile = make_published(MISSILE, "2017-08-29", themes=("weapons",))
    add_rival(make_published(MISSING, "197X/198X", themes=("abductions",)), "[1977..1983]")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        entry = missile.entries.get()
        entry.lane = second_lane
        entry.save()
        source = missile.citations.get().source
        source.publisher = "The Northern Post"
        source.save()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=summit", [SUMMIT]),
        ("q=SUMMIT+pyong", [SUMMIT]),
        ("q=拉致", [RETURN]),
        ("q=帰国", [RETURN]),
        ("q=납치", [REUNION]),
        ("q=상봉", [REUNION]),
        ("q=missile", [MISSILE]),
        ("q=koizumi", [SUMMIT]),
        ("theme=abductions", [MISSING, RETURN, REUNION]),
        ("actor=Koizumi+Junichiro", [SUMMIT]),
        ("place=Tokyo", [RETURN]),
        ("lane=W", [MISSILE]),
        ("source=The+Northern+Post", [MISSILE]),
        ("exactness=day", [SUMMIT, RETURN, MISSILE]),
        ("exactness=month", [REUNION]),
        ("exactness=lasted", [MISSING]),
        ("exactness=differ", [MISSING]),
        ("differ=yes", [MISSING]),
        ("differ=yes&exactness=lasted", [MISSING]),
        ("differ=yes&exactness=day", []),
        ("exactness=about", []),
        ("exactness=unsourced", []),
        ("from=2004", [REUNION, MISSILE]),
        ("to=1975", [MISSING]),
        ("from=2002-10&to=2004-05-31", [RETURN, REUNION]),
        ("theme=abductions&from=2003", [REUNION]),
    ],
)
def test_each_field_narrows_the_list(query, found, events, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert headlines(answer) == found


@pytest.mark.parametrize(
    ("query", "clean"),
    [("q=&theme=&from=", ""), ("q=talks&theme=&to=+", "?q=talks"), ("lane=&at=1990&theme=a", "?at=1990&theme=a")],
)
@pytest.mark.parametrize("who", ["as_visitor", "as_researcher"])
@pytest.mark.parametrize("page", ["", "table/"])
def test_what_a_form_sends_empty_does_not_stay_in_the_address(query, clean, who, page, events, request):
    answer = request.getfixturevalue(who).get(f"{ADDRESS}{page}?{query}")
    assert (answer.status_code, answer["Location"]) == (302, f"{ADDRESS}{page}{clean}")


def test_choices_say_how_many_events_have_them_in_one_question(events, as_visitor):
    with CaptureQueriesContext(connection) as asked:
        page = as_visitor.get(ADDRESS).text
    for field, choice in [("theme", "abductions (3)"), ("theme", "talks (1)"), ("place", "Tokyo (1)"),
                          ("actor", "Koizumi Junichiro (1)"), ("source", "The Northern Post (1)"),
                          ("exactness", "exact day (3)"), ("differ", "yes (1)"),
                          ("lane", "W Weapons (1)")]:  # fmt: skip
        select = re.search(f'<select name="{field}".*?</select>', page, re.DOTALL)[0]
        assert f">{choice}</option>" in select
    assert sum("ROW_NUMBER()" in one["sql"] for one in asked) == 1


def test_found_words_are_marked_in_quotations_and_places_too(events, make_published, as_visitor):
    event = make_published("Something else", "2009-01-01", place="Hokkaido")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation = event.citations.get()
        citation.exact = f"{'Words that say little. ' * 20}A Ｚｅｐｐｅｌｉｎ came to Hokkaido and left again."
        save(citation)
    page = as_visitor.get(f"{ADDRESS}?q=zeppelin+hokkaido").text
    assert "<mark>Ｚｅｐｐｅｌｉｎ</mark> came to <mark>Hokkaido</mark>" in page
    assert re.search(r"<q [^>]*>… ", page)
    assert '<p class="meta">' in page
    assert "· <mark>Hokkaido</mark>" in page


def test_what_was_found_is_counted_and_marked(events, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?q=hokkaido")
    assert "1 of 5 events" in answer.text
    assert "<mark>Hokkaido</mark>" in answer.text
    assert 'class="ghost"' in answer.text


def test_nothing_found_offers_a_way_on(events, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?q=zeppelin&theme=talks")
    assert answer.status_code == 200
    assert "No event is left" in answer.text
    assert f'href="{ADDRESS}?theme=talks"' in answer.text
    assert 'value="zeppelin"' in answer.text


@pytest.mark.parametrize(
    ("query", "said", "kept"),
    [
        ("from=abc", "“abc” is no date", 'value="abc"'),
        ("to=31+June", "“31 June” is no date", 'value="31 June"'),
        ("from=2024-02-30", "is no date", 'value="2024-02-30"'),
        ("from=2010&to=2005", "lies before", 'value="2010"'),
        ("theme=zeppelins", "nothing here has “zeppelins”", "<option selected>zeppelins</option>"),
        ("differ=no", "nothing here has “no”", "<option selected>no</option>"),
        ("exactness=very", "nothing here has “very”", "<option selected>very</option>"),
        ("lane=Q", "nothing here has “Q”", "<option selected>Q</option>"),
        ("q=" + "x" * 300, "at most 200 characters", "x" * 200),
    ],
)
def test_a_bad_value_is_named_and_kept_and_narrows_nothing(query, said, kept, events, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert said in answer.text
    assert kept in answer.text
    assert len(headlines(answer)) == 5


def test_what_is_typed_cannot_become_markup(events, as_visitor):
    answer = as_visitor.get(ADDRESS, {"q": "<script>alert(1)</script>", "from": '"><u>'})
    assert "<script>alert" not in answer.text
    assert "><u>" not in answer.text


def test_a_nul_is_no_matter(events, as_visitor):
    assert as_visitor.get(f"{ADDRESS}?q=summit%00").status_code == 200


def test_pages_keep_the_filters(many, as_visitor):
    many(130)
    page = as_visitor.get(f"{ADDRESS}?q=event&from=1991").context["page"]
    assert "q=event" in page.later_href
    assert "from=1991" in page.later_href


def test_too_much_is_found_in_pieces_that_follow_each_other_to_and_fro(many, as_visitor, monkeypatch):
    many(130)
    monkeypatch.setattr(search, "MOST", 60)
    address, forth = f"{ADDRESS}?q=event", []
    while address:
        answer = as_visitor.get(address)
        assert "More than" in answer.text
        forth.append(headlines(answer))
        address = answer.context["page"].later_href
    assert [name for names in forth for name in names] == [f"Event {number}" for number in range(130)]
    address, back = answer.context["page"].earlier_href, []
    while address:
        answer = as_visitor.get(address)
        back = headlines(answer) + back
        address = answer.context["page"].earlier_href
    assert back == [f"Event {number}" for number in range(130 - len(forth[-1]))]


@pytest.mark.parametrize(
    ("first", "hidden"),
    [("1975-01-01", [f"1960-01-{day:02d}" for day in range(1, 6)]), ("1950-01-01", ["1960-01-01"] * 5)],
)
def test_what_is_not_published_keeps_nothing_from_a_visitor(
    first, hidden, chronology, make_event, publish, publish_all, as_visitor, monkeypatch
):
    publish_all([("War begins", first), ("War ends", "1980-01-01")])
    for day in hidden:
        publish(make_event("War drafted", day), chronology)
    monkeypatch.setattr(search, "MOST", 3)
    page = as_visitor.get(f"{ADDRESS}?q=war")
    assert headlines(page) == ["War begins", "War ends"]
    assert "More than" not in page.text
    assert 'rel="next"' not in page.text


@pytest.mark.parametrize("is_preview", [True, False])
def test_a_day_that_holds_too_many_is_gone_past(
    is_preview, chronology, make_event, publish, publish_all, as_checker, as_visitor, monkeypatch
):
    publish_all([("War begins", "1950-01-01"), ("War ends", "1980-01-01")])
    for _number in range(5):
        publish(make_event("War on", "1960-01-01", checked=not is_preview), chronology)
    monkeypatch.setattr(search, "MOST", 3)
    said, seen, address = False, [], f"{ADDRESS}?q=war{'&preview=1' if is_preview else ''}"
    for _page in range(9):
        page = (as_checker if is_preview else as_visitor).get(address)
        seen += headlines(page)
        said |= "some of them are left out" in page.text
        address = page.context["page"].later_href
        if not address:
            break
    # Of a day that holds too many some are left out, and it says so.
    assert said
    assert seen == ["War begins", *["War on"] * 3, "War ends"]


def test_of_too_much_what_lies_before_the_days_asked_for_takes_no_place(many, as_visitor, monkeypatch):
    many(130)
    monkeypatch.setattr(search, "MOST", 20)
    assert headlines(as_visitor.get(f"{ADDRESS}?q=event&from=1999-03&to=1999-04")) == ["Event 110", "Event 111"]


def test_of_too_much_what_began_before_the_days_asked_for_and_goes_on_is_found_first(
    many, publish_all, as_visitor, monkeypatch
):
    many(130)
    publish_all([("Event of all years", "1960/2010"), ("Ended event", "1960/1970"), ("Other", "1961/2010")])
    monkeypatch.setattr(search, "MOST", 20)
    first = as_visitor.get(f"{ADDRESS}?q=event&from=1995")
    assert headlines(first)[:2] == ["Event of all years", "Event 60"]
    second = as_visitor.get(first.context["page"].later_href)
    assert "Event of all years" not in headlines(second)
    assert headlines(second)[0] == f"Event {60 + len(headlines(first)) - 1}"


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("from=2002&to=2004", ["from=1999&to=2001", "from=2005&to=2007"]),
        ("from=200X&to=2009&theme=talks", ["theme=talks&from=1990&to=1999", "theme=talks&from=2010&to=2019"]),
        ("from=-0099&to=0000", ["from=-0199&to=-0100", "from=0001&to=0100"]),
        ("from=2002-02&to=2004", []),
        ("from=2002", []),
        ("from=2004&to=2002", []),
    ],
)
def test_the_years_before_and_after_those_chosen_are_a_link_away(query, spans, events, as_visitor):
    page = as_visitor.get(f"{ADDRESS}?{query}").text
    turn = re.search(r'<nav class="turn".*?</nav>', page)
    links = re.findall(r'href="[^"?]*\?([^"#]*)#events"', turn[0]) if turn else []
    assert [html.unescape(link) for link in links] == spans


def test_a_lane_in_use_lets_one_go_to_another(events, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?lane=W")
    assert f'href="{ADDRESS}?lane=T"' in answer.text
    assert f'href="{ADDRESS}" aria-current="true"' in answer.text


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Over Hokkaido", "hokkaido", [(5, 13)]),
        ("ＨＯＫＫＡＩＤＯ", "hokkaido", [(0, 8)]),
        ("拉致被害者", "被害", [(2, 4)]),
        ("拉致被害者", "拉 害", [(0, 1), (3, 4)]),
        ("拉致被害者", "致被 被害", [(1, 4)]),
        ("北朝鮮のICBM級", "のicbm", [(3, 8)]),
        ("北朝鮮のICBM級", "icbm級", [(4, 9)]),
        ("aaaa aaaab", "aaaa", [(0, 4), (5, 9)]),
        ("missile, misses", "issile miss mis", [(0, 4), (9, 13)]),
        ("UN unites", "un", [(0, 2)]),
        ("Hwasong-15, Hwasong 150, Hwasong", "hwasong-15", [(0, 10)]),
        ("O’Brien’s", "o'brien", [(0, 7)]),
        ("cafe\u0301s e\u0301", "café é", [(0, 5), (7, 9)]),
        ("Do\u00adnau", "donau", [(0, 6)]),
        ("ﾊﾞｽ停", "バス", [(0, 3)]),
        ("가\u1102\u1161", "가나", [(0, 3)]),
        ("Straße", "strasse", [(0, 6)]),
        ("Straßen", "strass", [(0, 5)]),
        ('(!) * "', '! * "', []),
        ("", "x", []),
        ("x", "", []),
    ],
)
def test_found_words_are_marked_as_the_search_compares(text, words, found):
    assert spans(text, words) == found


def test_what_is_too_much_to_look_through_at_once_is_looked_through_in_pieces(as_visitor, publish_all, monkeypatch):
    monkeypatch.setattr("timeline.records.selection.gathered.MOST", 4)
    publish_all([(f"Event {number}", f"{1950 + number}-01-0{number % 3 + 1}") for number in range(12)])
    add = {"lane": "T", "exactness": "day"}
    seen, address = [], f"{ADDRESS}?{urlencode(add)}"
    for _page in range(12):
        page = as_visitor.get(address)
        seen += headlines(page)
        later = re.search(r'<a rel="next" href="([^"]+)"', page.text)
        if later is None:
            break
        assert "More than" in page.text
        assert f"Not everything was looked through: {len(headlines(page))} event" in page.text
        address = html.unescape(later[1])
    assert seen == [f"Event {number}" for number in range(12)]


def test_a_piece_that_finds_nothing_leads_on(as_visitor, publish_all, make_published, monkeypatch):
    monkeypatch.setattr("timeline.records.selection.gathered.MOST", 4)
    publish_all([(f"Event {number}", f"{1950 + number}-01-01") for number in range(12)])
    for number in range(12):
        make_published(f"Month {number}", f"{1990 + number}-05")
    page = as_visitor.get(f"{ADDRESS}?lane=T&exactness=month&from=1995")
    assert headlines(page) == []
    assert "Not everything was looked through" in page.text
    for _page in range(9):
        page = as_visitor.get(html.unescape(re.search(r'<a rel="next" href="([^"]+)"', page.text)[1]))
        if headlines(page):
            break
    assert headlines(page)[0] == "Month 5"


def test_a_field_offers_the_most_frequent_values_and_takes_the_others(as_visitor, make_published, monkeypatch):
    monkeypatch.setattr("timeline.public.offered.MOST_CHOICES", 1)
    for number in range(2):
        make_published(f"Often {number}", themes=("often",))
    make_published("Seldom", themes=("seldom",))
    assert ">seldom" not in as_visitor.get(ADDRESS).text
    page = as_visitor.get(f"{ADDRESS}?theme=seldom")
    assert headlines(page) == ["Seldom"]
    assert '<option value="seldom" selected>seldom</option>' in page.text


def test_what_is_wider_than_a_year_can_be_chosen(as_visitor, events):
    assert headlines(as_visitor.get(f"{ADDRESS}?exactness=wide")) == [MISSING]


def test_a_decade_behind_all_that_was_found_shows_the_last_of_it(as_visitor, publish_all, monkeypatch):
    monkeypatch.setattr("timeline.records.selection.gathered.MOST", 4)
    publish_all([(f"Event {number}", f"{1950 + number}-01-01") for number in range(12)])
    assert headlines(as_visitor.get(f"{ADDRESS}?lane=T&exactness=day&at=1990"))[-1] == "Event 11"
