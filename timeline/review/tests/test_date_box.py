"""The date box at the desk: what is typed, read by the server."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from timeline.records.models import Event

TEMPLATE = settings.BASE_DIR / "templates" / "web" / "_date_box.html"
# Of each level: a day and its time, a month, a year, an extent; seasons, signs, unknown and open sides, years of five
# figures; sets, parts in doubt, digits not known, significant digits, other groups of months.
EDTF_LEVELS = [
    "1985-04-12",
    "1985-04",
    "1985",
    "2014-05-26/2014-05-28",
    "2019-03/2019-04",
    "1964/2008",
    "Y170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-04-12/..",
    "../1985-04-12",
    "1985/",
    "/1985",
    "-1985",
    "Y-170000002",
    "Y-17E7",
    "1950S2",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "{1960,1961-12}",
    "2004-06~-11",
    "?2004-06-~11",
    "156X-12-25",
    "2001-34",
    "2004-06-01/2004-06-XX",
]


class TestDateBox:
    """What is typed, read by the server."""

    @pytest.fixture
    def box(self, as_researcher, mention):
        def get(date, **asked):
            return as_researcher.get("/date-box/", {"mention": mention.pk, "date": date, **asked})

        return get

    @pytest.mark.parametrize(
        ("date", "words", "edtf"),
        [
            ("Friday", "Friday 26 April 2019", "2019-04-26"),
            ("25 April 2019", "Thursday 25 April 2019", "2019-04-25"),
            ("late April", "late April 2019", "[2019-04-21..2019-04-30]"),
            ("2019-04", "April 2019", "2019-04"),
        ],
    )
    def test_it_reads_what_is_typed_against_the_article_s_date(self, box, date, words, edtf):
        answer = box(date)
        assert words in answer.text
        assert edtf in answer.text

    @pytest.mark.parametrize(
        ("typed", "value"),
        [
            ("25 April 2019", "2019-04-25"),
            ("late April", "[2019-04-21..2019-04-30]"),
            ("平成31年4月25日", "2019-04-25"),
            ("昨年5月", "2018-05"),
        ],
    )
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_a_date_may_be_typed_in_another_language_than_the_article_s(
        self, as_researcher, make_article, typed, value, language
    ):
        text = "首相は5月1日に会見した。" if language == "ja" else "They met on 1 May."
        mention = make_article(text, language=language).mentions.get()
        answer = as_researcher.get("/date-box/", {"mention": mention.pk, "date": typed})
        assert answer.context["box"].choices[0].value == value

    def test_the_phrase_s_own_words_keep_the_reading_they_got_in_their_place(self, box, mention):
        assert [one.value for one in box("Wednesday").context["box"].choices] == ["2019-05-01", "2019-05-08", "undated"]

    def test_a_reading_chosen_is_shown(self, box):
        answer = box("Wednesday", date_read="Wednesday", reading="2019-05-08")
        assert answer.context["box"].chosen.value == "2019-05-08"
        assert "After publication." in answer.text

    @pytest.mark.parametrize("date", ["in the weeks after Hanoi", "", "<b>", "9" * 300, "\ud800"[:0] + "家" * 300])
    def test_what_cannot_be_read_is_kept_as_undated(self, box, date):
        answer = box(date)
        assert answer.context["box"].is_unread
        assert "Not read as a date" in answer.text
        assert "<b></b>" not in answer.text

    def test_every_example_that_the_box_shows_is_read_whole_by_it(self, box, desk):
        tried = re.search("Try:(.*?)</p>", box("no date at all").text)[1]
        examples = set(re.findall(r"<span[^>]*>([^<]*\d[^<]*)</span>", tried))
        for hint in re.findall('or type (.*?){%|translate "([^"]*1970s)', TEMPLATE.read_text(encoding="utf-8")):
            examples.update("".join(hint).split(", "))
        assert {"2019-03/2019-04", "after 28 February 2019", "late April", "the 1970s"} <= examples
        for example in examples:
            found = box(example).context["box"]
            assert found.chosen, example
            assert found.chosen.date, example

    @pytest.mark.parametrize("edtf", EDTF_LEVELS)
    def test_every_level_of_edtf_is_taken(self, box, edtf):
        shown = box(edtf).context["box"]
        assert shown.chosen.value == edtf

    def test_words_of_which_a_part_is_read_choose_nothing_and_say_what_was_not_read(self, box):
        found = box("4 May 1953, if one believes him")
        assert found.context["box"].chosen is None
        assert "Read in part." in found.text
        assert "“if one believes him” was not read" in found.text
        assert "Read in part." in found.context["box"].said
        picked = {"date_read": "4 May 1953, if one believes him", "reading": "1953-05-04"}
        assert box("4 May 1953, if one believes him", **picked).context["box"].chosen.value == "1953-05-04"

    def test_words_alone_are_read_from_no_clock(self, as_researcher):
        for words in ("yesterday", "next year", "Freitag", "hier", "3月"):
            assert as_researcher.get("/date-box/", {"date": words}).context["box"].is_unread

    def test_an_impossible_day_says_why(self, box):
        answer = box("31 June 2019")
        assert "Not in the calendar." in answer.text

    def test_a_weekday_mismatch_chooses_nothing_and_offers_the_days_of_that_weekday(self, box):
        found = box("Thursday 26 April 2019").context["box"]
        assert found.chosen is None
        assert {"2019-04-26", "2019-04-25"} <= {one.value for one in found.choices}

    @pytest.mark.parametrize(
        ("date", "warned", "values"),
        [
            ("05/04/2001", "Can be read in two ways.", ["2001-04-05", "2001-05-04"]),
            ("紀元前27年から14年", "Can be read in two ways.", ["-0026/-0013", "-0026/0014"]),
            ("1939-40", "Can be read in two ways.", ["1939-40", "1939/1940"]),
            ("平成14年(2003年)", "Outside the era.", ["2002", "2003"]),
            ("平成31年5月2日", "Outside the era.", ["2019-05-02"]),
        ],
    )
    def test_words_that_nothing_decides_choose_nothing_and_say_so(self, box, date, warned, values):
        answer = box(date)
        shown = answer.context["box"]
        assert shown.needs_choice
        assert warned in answer.text
        assert [choice.value for choice in shown.choices][:-1] == values

    @pytest.mark.parametrize(
        ("date", "published_on", "warned", "values"),
        [
            ("24/08/79", "", "those of 1900 to 1999 are taken", ["1979-08-24", "1879-08-24"]),
            ("24/08/79", "1880-05-02", "", ["1879-08-24"]),
            ("0000-05-29", "", "Many databases write 0000", ["0000-05-29"]),
            ("1998-05-29", "", "", ["1998-05-29"]),
        ],
    )
    def test_a_century_that_we_supply_and_a_year_0000_are_said(self, as_researcher, date, published_on, warned, values):
        box = as_researcher.get("/date-box/", {"date": date, "published_on": published_on}).context["box"]
        assert (box.chosen.value, [one.value for one in box.choices][:-1]) == (values[0], values)
        assert [one.sentence for one in box.warnings if warned and warned in one.sentence] or not warned
        assert bool(box.warnings) is bool(warned)

    def test_words_of_no_phrase_are_read_too(self, as_researcher):
        answer = as_researcher.get("/date-box/", {"date": "17 September 2002"})
        assert answer.context["box"].chosen.value == "2002-09-17"

    @pytest.mark.parametrize("published_on", ["2019-05-02", "", "x", "2019-02-31"])
    def test_a_day_to_read_against_may_be_given(self, as_researcher, published_on):
        answer = as_researcher.get("/date-box/", {"date": "Friday", "published_on": published_on})
        assert answer.status_code == 200
        assert ("2019-04-26" in answer.text) is (published_on == "2019-05-02")

    @pytest.mark.parametrize("date", ["05/04/2001", "2009/10", "2001–02", "12 listopada 1998", "平成14年(2003年)"])
    def test_of_two_readings_that_nothing_tells_apart_none_is_chosen(self, box, date):
        answer = box(date)
        assert answer.context["box"].needs_choice
        assert any(said in answer.text for said in ("Can be read in two ways.", "Outside the era."))
        second = answer.context["box"].choices[1].value
        assert box(date, date_read=date, reading=second).context["box"].chosen.value == second

    def test_a_phrase_that_can_be_read_in_two_ways_is_not_accepted_without_a_choice(self, as_researcher, make_article):
        article = make_article("The pact of 05/04/2001 was signed in Oslo.")
        mention = article.mentions.get()
        form = {"version": 1, "headline": "A pact", "date": mention.words, "date_read": mention.words}
        accept = reverse("review:accept", args=[mention.pk])
        answer = as_researcher.post(accept, form)
        assert answer.status_code == 422
        assert "Can be read in two ways." in answer.text
        assert not Event.objects.exists()
        as_researcher.post(accept, form | {"reading": "2001-04-05"})
        assert Event.objects.get().edtf == "2001-04-05"
