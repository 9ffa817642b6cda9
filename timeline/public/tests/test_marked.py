"""Found words are marked wherever events are listed."""

import pytest

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.mark.parametrize("way", ["table/", "one/"])
def test_found_words_are_marked_in_the_other_ways_to_read_too(way, make_published, chronology, as_visitor):
    make_published("<Zeppelins> fly", "1929-08-19", place="Niigata", themes=("zeppelins",))
    text = as_visitor.get(f"{ADDRESS}{way}?q=zeppelin+niigata").text
    assert "&lt;<mark>Zeppelin</mark>s&gt; fly" in text
    assert "<mark>Niigata</mark>" in text
    if way == "table/":
        assert "<mark>zeppelin</mark>s</span>" in text
        assert "The <mark>Niigata</mark> Gazette</cite>" in text
    assert "1 of 1 event" in text.partition('id="found"')[2].partition("</div>")[0]
    assert "<mark>" not in as_visitor.get(f"{ADDRESS}{way}").text
