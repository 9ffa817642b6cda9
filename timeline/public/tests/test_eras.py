"""Years of other calendars beside the dates: chosen in the address, kept by every link, in their own script."""

import re

import pytest
from django.core.cache import caches

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.dates.wording import in_juche
from timeline.records.changes import save
from timeline.records.models import Actor, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def event(make_published):
    return make_published("Talks are held", "1977-11-15")


def card_of(page):
    return page[page.index('<li class="event') :].partition("</li>\n")[0]


def heading_of(page):
    return page[page.index('<div class="year-head">') :].partition("</div>")[0]


@pytest.mark.parametrize(
    ("choice", "heading", "card"),
    [
        ("", '<span lang="ja">昭和52年</span>', ""),
        ("?eras=ja", '<span lang="ja">昭和52年</span>', 'lang="ja">昭和52年</span>'),
        ("?eras=juche", '<span lang="ko">주체66년</span>', 'lang="ko">주체66년</span>'),
        ("?eras=none", "", ""),
        ("?eras=maya", '<span lang="ja">昭和52年</span>', ""),
        ("?eras=" + "x" * 5_000, '<span lang="ja">昭和52年</span>', ""),
    ],
)
@pytest.mark.usefixtures("event")
def test_what_is_chosen_stands_beside_years_and_dates(choice, heading, card, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}{choice}")
    assert answer.status_code == 200
    assert heading in heading_of(answer.text)
    assert card in card_of(answer.text)
    for expected, found in ((heading, heading_of(answer.text)), (card, card_of(answer.text))):
        assert [said in expected for said in ("昭和", "주체")] == [said in found for said in ("昭和", "주체")]


@pytest.mark.parametrize(("choice", "said"), [("", "昭和52年"), ("?eras=juche", "주체66년"), ("?eras=none", "")])
def test_the_page_of_an_event_says_the_same(choice, said, event, as_visitor):
    page = as_visitor.get(f"/events/{event.pk}/{choice}").text
    when = page[page.index('<p class="when">') :].partition("</p>")[0]
    assert said in when
    assert not re.search("昭和|주체", when) or said


@pytest.mark.usefixtures("event")
def test_every_link_of_a_page_keeps_the_choice(as_visitor, make_published):
    make_published("Later talks", "1978-01-02")
    for path in (ADDRESS, f"{ADDRESS}1977/", f"{ADDRESS}1970s/", f"{ADDRESS}1977/11/"):
        page = as_visitor.get(f"{path}?eras=juche").text
        body = re.sub(r'<nav class="eras".*?</nav>', "", page, flags=re.DOTALL)
        links = re.findall(r'href="((?:/chronologies/japan-north-korea/|/events/\d+/)[^"]*)"', body)
        fixed = re.compile("take-along|corrections|feed|calendar|cite|sources|embed")
        dated = [link for link in links if not fixed.search(link)]
        assert dated
        assert [link for link in dated if "eras=juche" not in link] == []


WAYS = ("table/", "one/", "this-week/?on=11-15", "as-known-on/2026-11-23/")


@pytest.mark.parametrize("way", WAYS)
def test_the_other_ways_to_read_have_it_beside_dates_once_it_is_chosen(way, event, as_visitor):
    def main(query):
        page = as_visitor.get(f"{ADDRESS}{way}{'&' if '?' in way else '?'}{query}").text
        return re.sub(r'<nav class="eras".*?</nav>', "", page[page.index("<main") : page.index("</main>")], flags=re.S)

    assert '<span class="small era" lang="ko">주체66년</span>' in main("eras=juche")
    assert f"/events/{event.pk}/?eras=juche" in main("eras=juche") or "/v/" in main("eras=juche")
    assert '<span class="small era" lang="ja">昭和52年</span>' in main("eras=ja")
    assert not re.search("昭和|주체", main("eras=none") + main(""))
    assert f'href="{ADDRESS}{way.partition("?")[0]}' in as_visitor.get(f"{ADDRESS}{way}").text


def test_versions_and_corrections_keep_the_choice(event, as_visitor):
    page = as_visitor.get(f"/events/{event.pk}/?eras=juche").text
    version = re.search(rf"/events/{event.pk}/v/\d+/", page)[0]
    inner = as_visitor.get(f"{version}?eras=juche").text
    assert f'<a href="/events/{event.pk}/?eras=juche">The event as it stands now</a>' in inner
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording = event.wordings.get()
        wording.headline = "Other talks"
        save(wording)
        event.refresh_from_db()
        event.version += 1
        save(event)
    page = as_visitor.get(f"/events/{event.pk}/?eras=juche").text
    assert re.search(rf'<a href="/events/{event.pk}/v/\d+/\?eras=juche">', page)
    known = as_visitor.get(f"{ADDRESS}as-known-on/?day=2026-11-23&eras=juche")
    assert known.url == f"{ADDRESS}as-known-on/2026-11-23/?eras=juche"


@pytest.mark.usefixtures("event")
def test_the_search_keeps_the_choice_and_the_choice_keeps_the_search(as_visitor):
    page = as_visitor.get(f"{ADDRESS}?q=talks&eras=ja").text
    assert '<input type="hidden" name="eras" value="ja">' in page
    nav = page[page.index('<nav class="eras"') :].partition("</nav>")[0]
    assert f'href="{ADDRESS}?q=talks&amp;eras=juche"' in nav
    assert f'href="{ADDRESS}?q=talks"' in nav
    assert nav.count('aria-current="true"') == 1


@pytest.mark.usefixtures("event")
def test_pages_and_cards_of_one_choice_are_not_shown_for_another(as_visitor):
    for _ in range(2):
        for choice, said in (("juche", "주체66년"), ("ja", "昭和52年"), ("none", ""), ("juche", "주체66년")):
            card = card_of(as_visitor.get(f"{ADDRESS}?eras={choice}").text)
            assert said in card
            assert bool(re.search("昭和|주체", card)) == bool(said)
    caches["pages"].clear()
    caches["pages_asked_once"].clear()
    assert "주체" not in card_of(as_visitor.get(ADDRESS).text)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("1912", "주체1년"), ("1911", ""), ("1977-11-15", "주체66년"), ("2024-12-31", "주체113년"), ("2025", ""),
        ("1977/1978", ""), ("1977-11/1977-12", "주체66년"), ("../1977", ""), ("-0332", ""), ("0000", ""),
        ("Y17000", ""), ("197X", ""),
    ],
)  # fmt: skip
def test_juche_years_count_from_1912_until_the_north_gave_them_up(date, said):
    assert in_juche(edtf.parse(date)) == said


def test_years_far_away_have_no_era_and_break_nothing(make_published, as_visitor):
    for date in ("-0043-03-15", "0000", "9999-12-31", "Y17000", "1850"):
        make_published(f"Of {date}", date)
    for choice in ("ja", "juche", "none"):
        assert as_visitor.get(f"{ADDRESS}?eras={choice}").status_code == 200


@pytest.mark.parametrize(
    ("name", "native", "shown"),
    [
        ("Abe Shinzo", "安倍晋三", '<span class="own-script" lang="ja">安倍晋三</span>'),
        ("Kim Jong Il", "김정일", '<span class="own-script" lang="ko">김정일</span>'),
        ("IAEA", "", ""),
    ],
)
def test_a_romanised_name_has_its_own_script_beside_it(name, native, shown, make_published, as_visitor):
    event = make_published("Talks", "2002-09-17", actors=(name,))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        actor = Actor.objects.get(name=name)
        actor.name_ja = actor.name_native = native
        save(actor)
    page = as_visitor.get(f"/events/{event.pk}/").text
    assert shown in page
    assert ("own-script" in page) == bool(shown)
    assert "own-script" not in as_visitor.get(f"/ja/events/{event.pk}/").text or not native
