"""The page of one event, at the address that never changes."""

from timeline.conftest import NOW
from timeline.public.items import items
from timeline.records import actions
from timeline.records.models import Entry, Event, Verb, open_change


def test_it_shows_every_source_with_what_it_says(make_published, add_rival, as_visitor):
    event = make_published("Hwasong-14", "2017-07-28", place="Mupyong-ri", themes=("weapons",), actors=("North Korea",))
    add_rival(event, "2017-07-29", "The Evening Wire")
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert "The Niigata Gazette" in text
    assert "The Evening Wire" in text
    assert "29 July 2017" in text
    assert "sources differ" in text
    assert "2017-07-28" in text
    assert "Mupyong-ri" in text
    assert "?theme=weapons" in text
    assert "?actor=North+Korea" in text


def test_a_quotation_keeps_its_language_and_what_stands_around_it(make_published, make_article, as_visitor):
    event = make_published("首脳会談", "2002-09-17", language="ja")
    article = make_article("両首脳は2002年9月17日に平壌で会談した。", language="ja")
    draft = actions.CitationDraft(source=article.source, exact="2002年9月17日", words="2002年9月17日", date=event.date)
    actions.cite(event=event, draft=draft, by=None, at=NOW)
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert '<blockquote lang="ja">' in text
    assert "2002年9月17日" in text
    assert "両首脳は" in text


def test_an_archived_copy_is_linked_only_where_one_is_stored(make_published, as_visitor):
    event = make_published()
    assert ">archive<" not in as_visitor.get(f"/events/{event.pk}/").text
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = event.citations.get().source
        source.archive_url = "https://archive.example/1"
        source.save()
    assert "https://archive.example/1" in as_visitor.get(f"/events/{event.pk}/").text


def test_it_leads_to_its_neighbours(make_published, as_visitor):
    first, middle, last = (make_published(name, f"200{number}-01-01") for number, name in enumerate("ABC"))
    text = as_visitor.get(f"/events/{middle.pk}/").text
    assert f'rel="prev" href="/events/{first.pk}/"' in text
    assert f'rel="next" href="/events/{last.pk}/"' in text
    assert 'rel="prev"' not in as_visitor.get(f"/events/{first.pk}/").text


def test_a_date_read_from_an_article_says_how(make_article, make_event, publish, chronology, as_visitor):
    article = make_article()
    mention = article.mentions.get()
    event = make_event("The two sides meet", date="2019-05-01", checked=True)
    draft = actions.CitationDraft(
        source=article.source,
        mention=mention,
        exact="on Wednesday",
        words=mention.words,
        date=mention.date,
        chosen=True,
    )
    actions.cite(event=event, draft=draft, by=None, at=NOW)
    publish(event, chronology)
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert "“Wednesday”" in text
    assert "the article is dated Thursday 2 May 2019" in text
    (item,) = items(Entry.objects.filter(event=event))
    assert item.rule
    assert item.quoted == "Wednesday"


def test_a_checked_event_that_stands_nowhere_names_its_checker(make_event, checker, as_checker):
    event = make_event("Checked by hand")
    with open_change(by=checker, at=NOW, verb=Verb.CHECK):
        event.status = "checked"
        event.save()
    assert "by a checker" in as_checker.get(f"/events/{event.pk}/").text


def test_unknown_events_are_not_there(db, as_visitor):
    assert as_visitor.get("/events/999999/").status_code == 404
    assert as_visitor.get("/events/99999999999999999999999/").status_code == 404


def test_its_lane_and_its_place_lead_to_the_list_of_their_events(make_published, add_wording, as_visitor):
    event = make_published("Hwasong-14", "2017-07-28", place="Mupyong-ri, North Korea")
    lane, place = "?lane=T", "?place=Mupyong-ri%2C+North+Korea"
    base = "/chronologies/japan-north-korea/"
    for address in (f"/events/{event.pk}/", f"/events/{event.pk}/v/{Event.objects.get(pk=event.pk).version}/"):
        text = as_visitor.get(address).text
        assert f'<a href="{base}{lane}" lang="en">' in text
        assert f'<a href="{base}{place}">Mupyong-ri, North Korea</a>' in text
    for query in (lane, place):
        assert "1 of 1 events" in as_visitor.get(base + query).text


def test_an_event_of_no_chronology_has_a_place_that_leads_nowhere(make_event, as_checker):
    event = make_event("Hwasong-14", "2017-07-28", place="Mupyong-ri")
    assert "<span>Mupyong-ri</span>" in as_checker.get(f"/events/{event.pk}/").text


def test_an_event_that_has_lost_its_words_has_its_page_all_the_same(make_published, as_visitor):
    event = make_published()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        event.wordings.get().delete()
    for address in (f"/events/{event.pk}/", "/chronologies/japan-north-korea/", "/chronologies/japan-north-korea/one/"):
        assert as_visitor.get(address).status_code == 200, address
