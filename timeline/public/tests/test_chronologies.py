"""The list of chronologies."""


def test_each_shows_its_counts_and_a_strip(make_published, make_chronology, as_visitor):
    make_published("One", "1978-07-07")
    make_published("Two", "1980-06")
    make_chronology("Second", "second")
    text = as_visitor.get("/").text
    assert "Japan and North Korea" in text
    assert "2 events" in text
    assert "1978–1980" in text
    assert '<svg class="strip small"' in text
    assert text.index("Japan and North Korea") < text.index("Second")


def test_each_strip_stands_there_in_words_and_in_a_table_too(make_published, as_visitor):
    for name, date in (("One", "1978-07-07"), ("Two", "1980-06"), ("Three", "1980-07-01")):
        make_published(name, date)
    figures = as_visitor.get("/").text.partition('<details class="figures">')[2].partition("</details>")[0]
    assert "3 events, most in 1980 (2)." in figures
    assert '<th scope="row"><a href="/chronologies/japan-north-korea/1978/">1978</a><td>1' in figures


def test_an_empty_shelf_says_so(db, as_visitor):
    assert "Nothing is public yet" in as_visitor.get("/").text
