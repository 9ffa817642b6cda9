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


def test_an_empty_shelf_says_so(db, as_visitor):
    assert "Nothing is public yet" in as_visitor.get("/").text
