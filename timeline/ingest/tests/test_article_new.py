"""Adding an article: by paste, by file; what is refused keeps what was typed."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from timeline.conftest import NOW
from timeline.ingest.actions import TextRefused, add_article
from timeline.ingest.forms import ArticleNewForm
from timeline.records.models import LONGEST_TEXT, Article, Change, Mention, Source

ADDRESS = "/articles/new/"
TEXT = "The two sides met on Wednesday.\r\n\r\nThey will meet again in late May."
PAGE = b"""<!doctype html><html lang="en"><head><title>Ferry plan shelved</title>
<meta property="og:site_name" content="The Niigata Gazette">
<meta property="article:published_time" content="2019-05-02T08:00:00+09:00"></head>
<body><article><h1>Ferry plan shelved</h1><p>The two sides met on Wednesday and agreed to put the ferry plan off.</p>
<p>Talks will go on in late May, an official said.</p></article></body></html>"""


def typed(**fields):
    return {"text": TEXT, "title": "The two sides meet", "published_on": "2 May 2019", "zone": "Asia/Tokyo"} | fields


def test_a_pasted_article_is_stored_with_its_phrases_and_leads_to_review(as_researcher, researcher):
    answer = as_researcher.post(ADDRESS, typed(publisher="Gazette", language="en"))
    article = Article.objects.get()
    assert answer.headers["Location"] == reverse("review:review", args=[article.pk])
    assert article.text == "The two sides met on Wednesday.\n\nThey will meet again in late May."
    assert article.published_on == date(2019, 5, 2)
    assert [(mention.words, mention.edtf) for mention in article.mentions.all()] == [
        ("Wednesday", "2019-05-01"),
        ("late May", "[2019-05-21..2019-05-31]"),
    ]
    assert Change.objects.get().by == researcher


@pytest.mark.parametrize(
    "day", ["2019-05-02", "2 May 2019", "May 2, 2019", "Thursday 2 May 2019", "2019/5/2", " 2019-05-02 "]
)
def test_the_day_is_read_as_people_type_it(as_researcher, day):
    as_researcher.post(ADDRESS, typed(published_on=day))
    assert Article.objects.get().published_on == date(2019, 5, 2)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("", "It is never guessed"),
        ("31 June 2019", "is not in the calendar"),
        ("May 2019", "not one full day"),
        ("yesterday", "not one full day"),
        ("Freitag", "not one full day"),
        ("hier", "not one full day"),
        ("2 weeks ago", "not one full day"),
        ("2 May 2019, they say", "“they say” was not"),
        ("some day", "cannot be read as a date"),
        ("Thursday 3 May 2019", "The weekday does not match"),
        ("lundi 3 mai 2019", "The weekday does not match"),
        ("平成33年5月2日", "The era does not hold this day"),
        ("2.5.2019", "more than one way"),
        ("2 May 3019", "has not come yet"),
    ],
)
def test_a_day_that_is_none_gets_a_message_and_all_typed_stays(as_researcher, day, message):
    answer = as_researcher.post(ADDRESS, typed(published_on=day, publisher="Gazette", author="A. Writer"))
    assert answer.status_code == 422
    assert message in answer.text
    for kept in ("They will meet again in late May.", "The two sides meet", "Gazette", "A. Writer", day):
        assert kept in answer.text
    assert not Article.objects.exists()


def test_a_day_with_two_readings_offers_both(as_researcher):
    answer = as_researcher.post(ADDRESS, typed(published_on="2.5.2019"))
    assert 'value="2019-05-02"' in answer.text
    assert 'value="2019-02-05"' in answer.text


def test_a_time_in_a_zone_offers_the_days_beside_it(as_researcher):
    answer = as_researcher.post(ADDRESS, typed(published_on="2019-05-01T22:30:00Z"))
    assert answer.status_code == 422
    for day in ("2019-04-30", "2019-05-01", "2019-05-02"):
        assert f'value="{day}"' in answer.text


def test_the_days_that_the_help_beside_the_field_shows_are_taken(as_researcher):
    shown = ArticleNewForm(today=date(2019, 6, 1)).fields["published_on"].help_text
    days = re.search("As printed: (.*?)\\. Every", str(shown))[1].split(", ")
    assert len(days) == 3
    for number, day in enumerate(days):
        as_researcher.post(ADDRESS, typed(published_on=day, text=f"The two sides met on day {number}."))
    assert Article.objects.count() == 3


def test_the_button_of_a_day_meant_wins_over_what_was_typed(as_researcher):
    as_researcher.post(ADDRESS, typed(published_on=["2.5.2019", "2019-02-05"]))
    assert Article.objects.get().published_on == date(2019, 2, 5)


def test_the_same_text_twice_leads_to_the_article_that_exists(as_researcher):
    as_researcher.post(ADDRESS, typed())
    answer = as_researcher.post(ADDRESS, typed(text=f"{TEXT}\n", title="Another title"), follow=True)
    assert Article.objects.count() == Source.objects.count() == 1
    assert "stored already" in answer.text


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_an_empty_text_is_refused(as_researcher, text):
    answer = as_researcher.post(ADDRESS, typed(text=text))
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_a_text_over_the_limit_is_refused_naming_it_and_kept(as_researcher):
    answer = as_researcher.post(ADDRESS, typed(text="家" * (LONGEST_TEXT // 3 + 1)))
    assert answer.status_code == 422
    assert "1,000,000 (1 MB)" in answer.text
    assert "家家家" in answer.text


def test_a_nul_byte_and_control_characters_are_left_out(as_researcher):
    as_researcher.post(ADDRESS, typed(text="They met\x00 on\x07 Wednesday."))
    assert Article.objects.get().text == "They met on Wednesday."


def test_a_page_fills_the_form_and_nothing_is_stored_before_it_is_confirmed(as_researcher):
    file = SimpleUploadedFile("ferry.html", PAGE)
    answer = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    assert answer.status_code == 200
    assert not Article.objects.exists()
    assert "confirm it" in answer.text
    for filled in ("Ferry plan shelved", "The Niigata Gazette", "2019-05-02", "Talks will go on in late May"):
        assert filled in answer.text


def test_what_the_person_typed_wins_over_the_page(as_researcher):
    file = SimpleUploadedFile("ferry.html", PAGE)
    answer = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo", "title": "My own title"})
    assert "My own title" in answer.text
    assert 'value="Ferry plan shelved"' not in answer.text


def test_a_plain_file_with_all_else_typed_is_stored_at_once(as_researcher):
    as_researcher.post(ADDRESS, typed(text="", file=SimpleUploadedFile("met.txt", TEXT.encode("utf-16"))))
    assert Article.objects.get().mentions.count() == 2


def test_a_file_in_an_old_encoding_says_which_it_was_taken_for(as_researcher):
    content = "家族会は五日、東京で首相と面会した。".encode("cp932")
    file = SimpleUploadedFile("met.txt", content)
    answer = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    assert "Its letters are read as Shift_JIS: look whether they are right." in answer.text
    answer = as_researcher.post(ADDRESS, typed(text="", file=SimpleUploadedFile("met.txt", content)), follow=True)
    assert "Its letters are read as Shift_JIS" in answer.text
    assert Article.objects.get().text == content.decode("cp932")
    page = '<meta charset="windows-1252"><h1>Bientôt</h1><p>Les deux côtés se rencontrent en mai.'
    answer = as_researcher.post(ADDRESS, {"file": SimpleUploadedFile("a.html", page.encode("cp1252"))})
    assert "Its letters are read as Windows-1252" in answer.text


def test_a_file_in_unicode_says_nothing_of_it(as_researcher):
    file = SimpleUploadedFile("met.txt", TEXT.encode("utf-16"))
    assert "Its letters are read as" not in as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"}).text


def test_a_plain_file_alone_comes_back_with_its_text_and_what_is_missing(as_researcher):
    answer = as_researcher.post(ADDRESS, {"file": SimpleUploadedFile("met.txt", TEXT.encode()), "zone": "Asia/Tokyo"})
    assert answer.status_code == 422
    assert "They will meet again in late May." in answer.text
    assert "It is never guessed" in answer.text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "not a text or HTML file"),
        ("déjà vu".encode("cp1252"), "encoding"),
        (b"", "holds no text"),
        (b"a" * 5_000_001, "at most"),
    ],
    ids=["binary", "encoding", "empty", "large"],
)
def test_a_file_that_cannot_be_read_is_refused_and_all_typed_stays(as_researcher, content, message):
    answer = as_researcher.post(ADDRESS, typed(text="", file=SimpleUploadedFile("met.txt", content)))
    assert answer.status_code == 422
    assert message in answer.text
    assert "The two sides meet" in answer.text


def test_text_and_file_together_are_asked_about(as_researcher):
    answer = as_researcher.post(ADDRESS, typed(file=SimpleUploadedFile("met.txt", b"Something else on Friday.")))
    assert answer.status_code == 422
    assert "not both" in answer.text
    assert "They will meet again in late May." in answer.text


def test_a_javascript_address_is_refused(as_researcher):
    assert as_researcher.post(ADDRESS, typed(url="javascript:alert(1)")).status_code == 422


def test_an_article_that_fails_half_way_leaves_nothing(db, monkeypatch):
    def fail(article, phrases):
        raise RuntimeError

    monkeypatch.setattr("timeline.ingest.actions.store_mentions", fail)
    with pytest.raises(RuntimeError):
        add_article(text=TEXT, title="T", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert not Source.objects.exists()
    assert not Change.objects.exists()


def test_the_action_tells_the_language_from_the_text(db):
    article, new = add_article(
        text="首相は5月2日に会見した。", title="会見", published_on=date(2019, 5, 2), by=None, at=NOW
    )
    assert new
    assert article.source.language == "ja"


def test_the_action_refuses_an_empty_text(db):
    with pytest.raises(TextRefused):
        add_article(text=" ", title="T", published_on=date(2019, 5, 2), by=None, at=NOW)


def test_each_mention_s_words_stand_at_its_place(as_researcher):
    as_researcher.post(ADDRESS, typed(text="𝔘nd 家族 met on Wednesday and will in late May."))
    for mention in Mention.objects.select_related("article"):
        assert mention.article.text[mention.start : mention.end] == mention.words


def test_the_letters_of_a_page_win_over_the_language_it_says_and_both_are_told(as_researcher):
    text = "<body><article><p>両国の代表は先週、港で会談した。</p></article>"
    page = f'<html lang="en"><head><title>会談</title></head>{text}'
    answer = as_researcher.post(ADDRESS, {"file": SimpleUploadedFile("talks.html", page.encode())})
    assert '<option value="ja" selected>' in answer.text
    assert "The page says English; its letters are 日本語." in answer.text
    assert "Told from the text (日本語)" in answer.text


def test_a_text_in_a_language_of_few_is_not_stored_as_english(db):
    text = "Osta ceturtdien atkal atvērta, un kuģi gaida jau kopš pagājušā gada rudens."
    article, _new = add_article(text=text, title="Osta", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert article.source.language == "lv"


def test_a_language_that_nothing_tells_is_left_open(db):
    article, _new = add_article(text="Kim Jong Il", title="Name", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert article.source.language == ""


def test_an_english_article_with_one_name_in_its_own_script_is_english_and_keeps_its_dates(db):
    text = "The town of Wuhan (武汉) was taken on 25 October 1938."
    article, _new = add_article(text=text, title="Wuhan", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert article.source.language == "en"
    assert [mention.edtf for mention in article.mentions.all()] == ["1938-10-25"]


def page_of(*metas, lang="ja"):
    head = "".join(f'<meta {kind}="{name}" content="{content}">' for kind, name, content in metas)
    body = "<article><h1>Ferry plan shelved</h1><p>They met on Wednesday and put the plan off.</p></article>"
    return SimpleUploadedFile(
        "ferry.html", f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()
    )


PUBLISHED = ("property", "article:published_time")


def test_each_suggestion_says_where_on_the_page_it_was_found(as_researcher):
    file = page_of((*PUBLISHED, "2019-05-02T08:00:00+09:00"), ("property", "og:site_name", "The Niigata Gazette"))
    answer = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    assert "from the page’s article:published_time: 2019-05-02T08:00:00+09:00" in answer.text
    assert "from the page’s og:site_name" in answer.text
    assert "from the page’s &lt;h1&gt;" in answer.text


def test_where_it_was_found_stays_with_the_value_when_the_form_is_refused_again_and_goes_with_it(as_researcher):
    file = page_of((*PUBLISHED, "2019-05-02T08:00:00+09:00"), ("property", "og:site_name", "The Niigata Gazette"))
    first = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    filled = first.context["form"].data | {"title": "", "published_on": "2019-05-03"}
    answer = as_researcher.post(ADDRESS, {name: value for name, value in filled.items() if value is not None})
    assert answer.status_code == 422
    assert "from the page’s og:site_name" in answer.text
    assert "from the page’s article:published_time" not in answer.text


def test_a_moment_in_utc_that_is_two_days_is_asked_and_neither_is_filled_in(as_researcher):
    answer = as_researcher.post(ADDRESS, {"file": page_of((*PUBLISHED, "2024-05-01T22:30:00Z")), "zone": "Asia/Tokyo"})
    assert answer.status_code == 422
    assert not Article.objects.exists()
    assert "falls on different days" in answer.text
    assert 'value="2024-05-01"' in answer.text
    assert 'value="2024-05-02"' in answer.text
    assert "counted in UTC" in answer.text
    assert "counted in Tokyo" in answer.text
    assert not answer.context["form"]["published_on"].value()


def test_the_day_chosen_is_stored(as_researcher):
    first = as_researcher.post(ADDRESS, {"file": page_of((*PUBLISHED, "2024-05-01T22:30:00Z")), "zone": "Asia/Tokyo"})
    filled = {name: value for name, value in first.context["form"].data.items() if value}
    as_researcher.post(ADDRESS, filled | {"published_on": ["", "2024-05-02"]})
    assert Article.objects.get().published_on == date(2024, 5, 2)


def test_the_days_to_choose_from_follow_the_place_and_stay_until_one_is_chosen(as_researcher):
    file = page_of((*PUBLISHED, "2024-05-02T02:30:00Z"), lang="en")
    first = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    assert 'value="2024-05-02"' in first.text
    filled = {name: value for name, value in first.context["form"].data.items() if value}
    second = as_researcher.post(ADDRESS, filled | {"published_on": "", "zone": "America/New_York"})
    assert 'value="2024-05-01"' in second.text
    assert "counted in New York" in second.text


def test_a_page_that_contradicts_itself_gets_no_day_and_shows_what_stands_where(as_researcher):
    file = page_of((*PUBLISHED, "2024-05-02T09:00:00+09:00"), ("name", "dcterms.issued", "2024-05-03"))
    answer = as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"})
    assert "contradicts itself" in answer.text
    assert "from the page’s dcterms.issued: 2024-05-03" in answer.text
    assert "from the page’s article:published_time: 2024-05-02T09:00:00+09:00" in answer.text
    assert not answer.context["form"]["published_on"].value()


def test_a_page_with_more_days_than_can_be_shown_says_how_many(as_researcher):
    file = page_of(*((*PUBLISHED, f"2024-05-{day:02}") for day in range(1, 21)))
    assert "gives 20 different days" in as_researcher.post(ADDRESS, {"file": file, "zone": "Asia/Tokyo"}).text


def test_a_page_without_a_day_gets_none(as_researcher):
    answer = as_researcher.post(
        ADDRESS, {"file": page_of(("property", "og:updated_time", "2024-05-02")), "zone": "UTC"}
    )
    assert "It is never guessed" in answer.text
    assert "2024-05-02" not in answer.text


@pytest.mark.parametrize(
    "packed", ["", "no json", "[1]", "[[],{}]", "null", '[{"title":1},[[1]]]', "[" * 9000, '[{"x":["",""]},[]]']
)
def test_what_a_page_says_may_be_broken_on_its_way_and_then_says_nothing(as_researcher, packed):
    answer = as_researcher.post(ADDRESS, typed(published_on="", page_says=packed))
    assert answer.status_code == 422
    assert "from the page" not in answer.text
