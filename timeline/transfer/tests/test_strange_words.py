"""The words of tables as people hold them: addresses, tags, long texts, languages, themes."""

import pytest

from timeline.transfer.tests.conftest import codes_of, planned_rows, rows_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cell", "sources", "locator", "codes"),
    [
        ("https://example.org/a", [("The Buoy", "https://example.org/a")], "", ""),
        ("https://example.org/a;jsession=1", [("The Buoy", "https://example.org/a;jsession=1")], "", ""),
        ("https://example.org/A_(town)", [("The Buoy", "https://example.org/A_(town)")], "", ""),
        (
            "https://example.org/a; https://example.org/b",
            [("The Buoy", "https://example.org/a"), ("The Buoy", "https://example.org/b")], "", "two-addresses",
        ),
        (
            "https://example.org/a\nhttps://example.org/b, https://example.org/c",
            [("The Buoy", "https://example.org/a"), ("The Buoy", "https://example.org/b")], "", "addresses",
        ),
        (
            "https://example.org/?a=1&amp;b=2", [("The Buoy", "https://example.org/?a=1&b=2")], "", "address-mended",
        ),
        ("www.example.org/a.pdf", [("The Buoy", "https://www.example.org/a.pdf")], "", "address-mended"),
        ("example.org/a.pdf", [("The Buoy", "https://example.org/a.pdf")], "", "address-mended"),
        ("<https://example.org/a>.", [("The Buoy", "https://example.org/a")], "", "address-mended"),
        ("ｈｔｔｐｓ：／／example.org／a", [("The Buoy", "https://example.org/a")], "", "address-mended"),
        ("http:/example.org/a", [("The Buoy", "http://example.org/a")], "", "address-mended"),
        ("see https://example.org/a, p. 3", [("The Buoy", "https://example.org/a")], "see, p. 3", "address-words"),
        (
            '<a href="https://example.org/a">here</a>', [("The Buoy", "https://example.org/a")], "here",
            "address-words",
        ),
        ("Harbour Wars p. 3", [("The Buoy", "")], "Harbour Wars p. 3", "no-address"),
        ("mailto:ben@example.org", [("The Buoy", "")], "mailto:ben@example.org", "no-address"),
        ("ftp://example.org/a", [("The Buoy", "")], "ftp://example.org/a", "no-address"),
        ("javascript:alert(1)", [("The Buoy", "")], "javascript:alert(1)", "no-address"),
        ("https://", [("The Buoy", "")], "https://", "no-address"),
        ("n/a", [("The Buoy", "")], "", "nothing-said"),
        ("-", [("The Buoy", "")], "", "nothing-said"),
    ],
)  # fmt: skip
def test_an_address_in_whatever_shape_refuses_no_event(plan, cell, sources, locator, codes):
    quoted = cell.replace('"', '""')
    row = rows_of(plan, f'date,event,source,url\n1998-05-07,Opening,The Buoy,"{quoted}"\n')[0]
    assert not row.is_refused
    assert [(title, url) for title, _publisher, url, _published in row.sources()] == sources
    assert (row.values["quote_locator"], codes_of(row)) == (locator, codes)


@pytest.mark.parametrize(
    ("cell", "title", "url"),
    [
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
        ('"Annals, https://example.org/a"', "Annals", "https://example.org/a"),
        ("Annals 3", "Annals 3", ""),
        ("https://example.org/a https://example.org/b", "https://example.org/a https://example.org/b", ""),
    ],
)
def test_an_address_in_the_title_of_a_source_is_its_address(plan, cell, title, url):
    row = rows_of(plan, f"date,event,source\n1998-05-07,Opening,{cell}\n")[0]
    assert [(one[0], one[2]) for one in row.sources()] == [(title, url)]


def test_words_for_an_address_are_the_title_of_a_source_without_one(plan):
    row = rows_of(plan, "date,event,url\n1998-05-07,Opening,Harbour Wars p. 3\n")[0]
    assert [title for title, *_rest in row.sources()] == ["Harbour Wars p. 3"]


@pytest.mark.parametrize(
    ("headline", "summary", "title", "text", "codes"),
    [
        ("<b>Fair</b> &amp; feast", "<p class='x'>It <i>rained</i>.<br>All day.</p><p>Then not.</p>", "Fair & feast",
         "It rained.\nAll day.\nThen not.", "markup"),
        ("Fair &amp; feast", "Tom &#8212; &quot;Ben&quot;", "Fair & feast", 'Tom — "Ben"', ""),
        ("&lt;b&gt;Fair&lt;/b&gt;", "x", "Fair", "x", ""),
        ("Fair", "<ul><li>Corn</li><li>Wine</li></ul>", "Fair", "· Corn\n· Wine", "markup"),
        ("Fair", "<script>alert(1)</script>Corn", "Fair", "Corn", "markup"),
        ("Fair", "a < b and c > d", "Fair", "a < b and c > d", ""),
        ("Fair", "by <Ben> and <i>Tom</i>", "Fair", "by <Ben> and Tom", "markup"),
        ("Fair", "if a<b then c>d, p<q and s>t", "Fair", "if a<b then c>d, p<q and s>t", ""),
        ("Fair", "<table><tr><td nowrap>Corn</td></tr></table>", "Fair", "Corn", "markup"),
        ("Fair", "R&D; AT&T; x=1&copy=2", "Fair", "R&D; AT&T; x=1&copy=2", ""),
        ("Fair", 'see <a href="https://example.org/">there</a>', "Fair", "see there", "markup"),
        ("Fair <3", "<!-- hidden -->Corn", "Fair <3", "Corn", "markup"),
    ],
)  # fmt: skip
def test_readers_see_no_tags_and_no_entities(plan, headline, summary, title, text, codes):
    cells = ",".join('"' + cell.replace('"', '""') + '"' for cell in ("1998-05-07", headline, summary))
    row = rows_of(plan, f"date,event,text\n{cells}\n")[0]
    assert (row.values["title"], row.values["summary"], codes_of(row)) == (title, text, codes)


LONG = "The port was closed on the orders of Dr. Ben. All ships were sent away. " + "The search went on. " * 20


def test_of_a_long_text_the_first_sentence_is_the_headline_and_all_is_kept(plan):
    row = rows_of(plan, f"date,event,source\n1998-05-07,{LONG},Annals\n")[0]
    assert row.values["title"] == "The port was closed on the orders of Dr. Ben."
    assert row.values["summary"] == LONG.strip()
    assert codes_of(row) == "headline-cut"


def test_a_long_headline_beside_a_summary_goes_before_it(plan):
    row = rows_of(plan, f"date,event,text\n1998-05-07,{LONG},More.\n")[0]
    assert row.values["summary"] == f"{LONG.strip()}\n\nMore."


def test_a_table_of_days_and_texts_needs_no_column_of_headlines(plan):
    row = rows_of(plan, "date,text\n1998-05-07,港が閉鎖された。船は去った。\n")[0]
    assert (row.values["title"], row.values["summary"]) == ("港が閉鎖された。", "港が閉鎖された。船は去った。")
    assert row.values["language"] == "ja"


def test_a_sentence_that_is_longer_than_a_headline_is_cut_at_a_word(plan):
    row = rows_of(plan, f"date,event\n1998-05-07,{'very long ' * 40}\n")[0]
    assert len(row.values["title"]) <= 300
    assert row.values["title"].endswith("long…") or row.values["title"].endswith("very…")


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("港の開業", "ja"), ("首脳会談", "ja"), ("항구가 문을 열다", "ko"),
        ("The harbour was opened by the queen", "en"),
        ("Fair", "en"),
    ],
)  # fmt: skip
def test_a_row_tells_its_language_itself(plan, headline, language):
    assert rows_of(plan, f"date,event\n1998-05-07,{headline}\n")[0].values["language"] == language


def test_a_language_column_and_a_choice_go_before_what_is_told(plan):
    batch = plan(content=b"date,event,lang\n1998-05-07,Fair,ko\n1998-05-08,Fair 2,\n", language="ja")
    assert [row.values["language"] for row in planned_rows(batch)] == ["ko", "ja"]


def test_themes_are_parted_by_commas_where_no_semicolon_stands(plan):
    rows = rows_of(
        plan, 'date,event,tags,actors\n1998-05-07,Fair,"fire, mills","Seoul, Korea"\n1998-05-08,Fair,"a, b; c",\n'
    )
    assert [row.names("tags") for row in rows] == [["fire", "mills"], ["a, b", "c"]]
    assert rows[0].names("actors") == ["Seoul, Korea"]


def test_one_event_on_one_day_in_other_words_is_the_same_row(plan):
    table = "date,event\n2002-09-17,Talks\n17 September 2002,Talks\n18 September 2002,Talks\n,Talks\n"
    assert [("same-row" in codes_of(row)) for row in rows_of(plan, table)] == [False, True, False, False]


def test_the_name_of_a_conflict_is_a_headline(plan):
    assert [row.values["title"] for row in rows_of(plan, "conflict_name,date\nThe salt war,1998-05-07\n")] == [
        "The salt war"
    ]
