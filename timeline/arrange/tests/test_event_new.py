"""An event made by hand, citing a book."""

import pytest

from timeline.records.models import Citation, Event, Source
from timeline.records.search import matching


def sent(**changes):
    return {
        "headline_en": "A ferry line opens", "summary_en": "It ran twice a month.", "date": "June 1978",
        "source_title": "Ferries of the Sea of Japan", "source_author": "A. Writer",
        "source_publisher": "Harbour Press",
        "source_published": "2004", "locator": "page 41", "actors": "Wonsan port\n\nNiigata port\nWonsan port",
        "themes": "ships", "place": "Niigata", **changes,
    }  # fmt: skip


def test_an_event_rests_on_a_book_and_has_the_date_it_gives(as_researcher, at, researcher, db):
    answer = as_researcher.post(at("event_new"), sent(headline_ja="航路が開く", exact="The line opened in June."))
    event = Event.objects.get()
    assert answer.url == at("event_edit", pk=event.pk)
    assert (event.status, event.words, event.edtf) == ("draft", "June 1978", "1978-06")
    assert {wording.language: wording.headline for wording in event.wordings.all()} == {
        "en": "A ferry line opens", "ja": "航路が開く",
    }  # fmt: skip
    citation = event.chosen_citation
    assert (citation.locator, citation.exact, citation.edtf) == ("page 41", "The line opened in June.", "1978-06")
    assert (citation.source.author, citation.source.published) == ("A. Writer", "2004")
    assert [actor.name for actor in event.actors.all()] == ["Niigata port", "Wonsan port"]
    assert event.history.order_by("history_id").first().history_user == researcher
    assert matching(Event.objects.all(), "航路").get() == event


def test_it_can_be_placed_at_once(as_researcher, at, make_chronology):
    chronology = make_chronology()
    as_researcher.post(at("event_new"), sent(chronology=chronology.slug))
    assert chronology.entries.get().event == Event.objects.get()


def test_the_same_form_twice_makes_one_event(as_researcher, at, db):
    for _time in range(2):
        answer = as_researcher.post(at("event_new"), sent(), follow=True)
    assert "You sent this form twice" in answer.text
    assert (Event.objects.count(), Citation.objects.count(), Source.objects.count()) == (1, 1, 1)


def test_a_book_cited_twice_is_one_source(as_researcher, at, db):
    as_researcher.post(at("event_new"), sent())
    as_researcher.post(at("event_new"), sent(headline_en="The line closes", locator="page 99"))
    assert Source.objects.count() == 1
    assert Citation.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "part", "unread", "edtf"),
    [
        ("two years before that date [1861]", "1861", "two years before that date", "1861"),
        ("4 May 1953, if one believes him", "4 May 1953", "if one believes him", "1953-05-04"),
    ],
)
def test_words_of_which_a_part_is_read_are_asked_about(as_researcher, at, db, words, part, unread, edtf):
    answer = as_researcher.post(at("event_new"), sent(date=words))
    assert answer.status_code == 422
    assert not Event.objects.exists()
    assert "Only a part of these words was read" in answer.text
    assert f"“{unread}” was not read" in answer.text
    assert f'value="{edtf}"' in answer.text
    as_researcher.post(at("event_new"), sent(date=words, date_read=words, reading="undated"))
    assert (Event.objects.get().words, Event.objects.get().edtf) == (words, "")


@pytest.mark.parametrize("words", ["yesterday", "next year", "Freitag", "hier", "3月"])
def test_words_that_count_from_a_day_nobody_gave_have_no_date(as_researcher, at, db, words):
    as_researcher.post(at("event_new"), sent(date=words))
    assert (Event.objects.get().words, Event.objects.get().edtf) == (words, "")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("2019-03/2019-04", "2019-03/2019-04"), ("1. März 1998", "1998-03-01"), ("H14.9.17", "2002-09-17")],
)
def test_a_date_is_read_whole_in_any_writing(as_researcher, at, db, words, edtf):
    as_researcher.post(at("event_new"), sent(date=words))
    assert Event.objects.get().edtf == edtf


def test_words_that_cannot_be_read_are_kept_undated(as_researcher, at, db):
    answer = as_researcher.post(at("event_new"), sent(date="when the plum trees bloomed"), follow=True)
    event = Event.objects.get()
    assert (event.words, event.edtf) == ("when the plum trees bloomed", "")
    assert "could not be read; they are kept" in answer.text


def test_31_june_is_kept_undated(as_researcher, at, db):
    as_researcher.post(at("event_new"), sent(date="31 June 1978"))
    assert (Event.objects.get().words, Event.objects.get().edtf) == ("31 June 1978", "")


def test_edtf_is_read_too(as_researcher, at, db):
    as_researcher.post(at("event_new"), sent(date="1978-06/1979"))
    assert Event.objects.get().edtf == "1978-06/1979"
    assert Event.objects.get().lasting


def test_words_with_several_readings_ask_which_is_meant(as_researcher, at, db):
    answer = as_researcher.post(at("event_new"), sent(date="3/7/2000"))
    assert answer.status_code == 422
    assert "more than one way" in answer.text
    assert 'value="2000-07-03"' in answer.text
    assert "A ferry line opens" in answer.text
    as_researcher.post(at("event_new"), sent(date="3/7/2000", date_read="3/7/2000", reading="2000-07-03"))
    assert Event.objects.get().edtf == "2000-07-03"


def test_a_reading_that_was_chosen_for_other_words_does_not_count(as_researcher, at, db):
    as_researcher.post(at("event_new"), sent(date="May 1979", date_read="June 1978", reading="1978-06"))
    assert Event.objects.get().edtf == "1979-05"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2004", "2004"),
        ("2004-05", "2004-05"),
        ("22 May 2004", "2004-05-22"),
        ("平成16年5月", "2004-05"),
        ("c. 1850", "1850~"),
    ],
)
def test_a_source_is_published_when_it_says_in_any_writing(as_researcher, at, db, typed, edtf):
    as_researcher.post(at("event_new"), sent(source_published=typed))
    assert Source.objects.get().published == edtf


def test_a_date_can_be_left_open_by_choice(as_researcher, at, db):
    as_researcher.post(at("event_new"), sent(date="3/7/2000", date_read="3/7/2000", reading="undated"))
    assert (Event.objects.get().words, Event.objects.get().edtf) == ("3/7/2000", "")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"headline_en": ""}, "Give a headline in at least one language"),
        ({"headline_en": "", "headline_ko": "배가 떠난다"}, "A summary needs a headline in the same language"),
        ({"locator": ""}, "Say where in the source it stands"),
        ({"source_title": ""}, "Give the title of the source"),
        ({"source_published": "last year"}, "Write a year, a month or a day"),
        ({"source_published": "2004, revised"}, "Write a year, a month or a day"),
        ({"source_published": "05/04/2004"}, "Write a year, a month or a day"),
        ({"source_published": "Friday 22 May 2004"}, "Write a year, a month or a day"),
        ({"source_published": "昭和65年1月8日"}, "Write a year, a month or a day"),
        ({"source_published": "1, 3, 5 and 7 May 1993"}, "Write a year, a month or a day"),
        ({"source_url": "not an address"}, "Give an address of the web"),
        ({"actors": "x" * 201}, "at most 200 characters"),
        ({"headline_en": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(wrong, told, as_researcher, at, db):
    answer = as_researcher.post(at("event_new"), sent(note="typed with care", **wrong))
    assert answer.status_code == 422
    assert told in answer.text
    assert "typed with care" in answer.text
    assert not Event.objects.exists()


def test_a_quotation_that_the_stored_text_does_not_hold_is_refused(as_researcher, at, make_article):
    article = make_article("The line opened in June 1978.", title="A stored article")
    source = {"source_title": "A stored article", "source_author": "", "source_publisher": "", "source_published": ""}
    wrong = sent(**source, source_language="en", exact="The line opened in July 1978.")
    answer = as_researcher.post(at("event_new"), wrong)
    assert answer.status_code == 422
    assert "does not hold these words" in answer.text
    assert not Event.objects.exists()
    as_researcher.post(at("event_new"), {**wrong, "exact": "The line opened in June 1978"})
    assert Event.objects.get().chosen_citation.source == article.source


def test_without_a_source_it_is_a_draft_that_cannot_be_checked(as_researcher, as_checker, at, db):
    as_researcher.post(at("event_new"), sent(source_title="", locator=""))
    event = Event.objects.get()
    assert event.words == "June 1978"
    answer = as_checker.post(at("check", pk=event.pk))
    assert answer.status_code == 422
    assert "it cites no source yet" in answer.text
