"""The table of a chronology, and the menu of the ways to read."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records.models import Verb, open_change

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/table/"
TIMELINE = "/chronologies/japan-north-korea/"


def rows(answer):
    """The headlines of the table, in order."""
    return re.findall(r'<th scope="row"[^>]*><a[^>]*>(.*?)</a>', answer.text)


def links(answer, rel):
    return [href.replace("&amp;", "&") for href in re.findall(rf'<a rel="{rel}" href="([^"]*)"', answer.text)]


def cells(answer):
    """The first row of the table, without its tags."""
    row = re.search(r"<tbody>\s*<tr[^>]*>(.*?)</tr>", answer.text, re.DOTALL)[1]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
    ]


def test_a_row_says_date_event_lane_place_sources_and_exactness(make_published, add_rival, as_visitor):
    event = make_published("Talks are held", "2002-09-17", place="Pyongyang", themes=("talks", "abduction"))
    add_rival(event, "2002-09-18")
    assert cells(as_visitor.get(ADDRESS)) == [
        "17 September 2002 2002-09-17", "Talks are held", "T Talks talks , abduction", "Pyongyang",
        "The Niigata Gazette ; The other paper", "exact day ; sources differ: the date chosen, and the other",
    ]  # fmt: skip


def test_it_is_a_table_that_says_what_it_holds(make_published, as_visitor):
    make_published()
    page = as_visitor.get(ADDRESS).text
    assert "<caption" in page
    assert page.count('scope="col"') == 6
    assert 'aria-sort="ascending"' in page
    assert 'role="region" aria-labelledby="caption" tabindex="0"' in page


def test_only_what_is_published_stands_in_it(make_published, make_event, as_visitor, as_checker, chronology, publish):
    make_published("Seen by all")
    draft = publish(make_event("A draft", "2003", checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        draft.published_since = None
        draft.save()
    assert rows(as_visitor.get(f"{ADDRESS}?preview=1")) == ["Seen by all"]
    assert rows(as_checker.get(f"{ADDRESS}?preview=1")) == ["Seen by all", "A draft"]


def test_a_chronology_that_is_not_public_has_no_table(make_chronology, as_visitor):
    make_chronology(is_public=False)
    assert as_visitor.get(ADDRESS).status_code == 404


def test_it_is_searched_and_narrowed_like_the_timeline(make_published, as_visitor):
    make_published("Talks are held", "2002-09-17", place="Pyongyang")
    make_published("A ferry sails", "1971", place="Niigata")
    assert rows(as_visitor.get(f"{ADDRESS}?place=Niigata")) == ["A ferry sails"]
    assert rows(as_visitor.get(f"{ADDRESS}?q=talks")) == ["<mark>Talks</mark> are held"]
    assert rows(as_visitor.get(f"{ADDRESS}?from=2000")) == ["Talks are held"]
    wrong = as_visitor.get(f"{ADDRESS}?place=Nowhere")
    assert "nothing here has “Nowhere”" in wrong.text
    assert len(rows(wrong)) == 2


def test_its_form_and_its_chips_stay_on_the_table(make_published, as_visitor):
    make_published(place="Pyongyang")
    page = as_visitor.get(f"{ADDRESS}?place=Pyongyang&order=latest").text
    assert f'action="{ADDRESS}"' in page
    assert 'name="order" value="latest"' in page
    assert f'class="chip" href="{ADDRESS}?order=latest"' in page


def test_fifty_stand_on_a_page_and_keys_lead_on(many, as_visitor):
    many(120)
    seen, address = [], ADDRESS
    while address:
        answer = as_visitor.get(address)
        assert len(rows(answer)) <= 50
        seen += rows(answer)
        address = next((ADDRESS + href.removeprefix(ADDRESS) for href in links(answer, "next")), "")
    assert seen == [f"Event {number}" for number in range(120)]
    assert links(answer, "prev")


def test_the_other_order_shows_the_latest_first_and_goes_back_in_time(many, as_visitor):
    many(120)
    seen, address = [], f"{ADDRESS}?order=latest"
    while address:
        answer = as_visitor.get(address)
        seen += rows(answer)
        assert 'aria-sort="descending"' in answer.text
        address = next(iter(links(answer, "next")), "")
    assert seen == [f"Event {number}" for number in reversed(range(120))]


def test_the_menu_marks_its_page_and_keeps_what_was_chosen(make_published, as_visitor):
    make_published(place="Pyongyang")
    table = as_visitor.get(f"{ADDRESS}?place=Pyongyang").text
    assert f'<a href="{ADDRESS}?place=Pyongyang" aria-current="page">Table</a>' in table
    assert f'<a href="{TIMELINE}?place=Pyongyang">Timeline</a>' in table
    timeline = as_visitor.get(f"{TIMELINE}?place=Pyongyang").text
    assert f'<a href="{ADDRESS}?place=Pyongyang">Table</a>' in timeline


@pytest.mark.parametrize("query", ["after=0", "after=99999999999999999999", "before=x", "order=sideways", "at=0",
                                   "from=0&to=99999", "q=" + "%25" * 3000])  # fmt: skip
def test_odd_questions_get_a_page(query, make_published, as_visitor):
    make_published()
    assert as_visitor.get(f"{ADDRESS}?{query}").status_code == 200


def test_a_place_that_is_not_there_is_said(make_published, as_visitor):
    make_published()
    assert "The place that the address names is not in this chronology" in as_visitor.get(f"{ADDRESS}?after=9999").text


def test_it_asks_no_more_of_the_database_for_more_events(many, as_visitor, django_assert_max_num_queries, nothing_kept):
    many(60)
    with django_assert_max_num_queries(40) as few:
        as_visitor.get(ADDRESS)
    many(300, first=2000)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(ADDRESS)


def test_it_is_kept_and_asked_with_head(make_published, as_visitor):
    make_published()
    first = as_visitor.get(ADDRESS)
    assert as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert as_visitor.head(f"{ADDRESS}?order=latest").status_code == 200


def test_what_somebody_has_written_is_no_markup(make_published, make_source, as_visitor):
    make_published("<i>A</i> & B", "2002", words="<u>then</u>", place="<b>Tokyo</b>", themes=("<s>talks</s>",))
    make_published("Undated", "", words="<u>then</u>")
    page = as_visitor.get(ADDRESS).text
    for text in ("<i>A</i>", "<u>then", "<b>Tokyo", "<s>talks"):
        assert text not in page
    assert "&lt;i&gt;A&lt;/i&gt; &amp; B" in page
    assert "“&lt;u&gt;then&lt;/u&gt;”" in page
