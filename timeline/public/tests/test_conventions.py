"""How dates are read, shown to the public and worked out by the engine."""

import pytest

from timeline.public.house_table import house_table


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("early 2017", "[2017-01..2017-04]"),
        ("late May 2019", "[2019-05-21..2019-05-31]"),
        ("the third quarter of 2016", "2016-35"),
        ("the winter of 2017-18", "[2017-12..2018-02]"),
        ("last week", "[2019-04-22..2019-04-28]"),
        ("2018年度", "[2018-04..2019-03]"),
        ("around May 1980", "1980-05~"),
        ("the 1970s", "197X"),
        ("until late 2017", "../2017-12"),
    ],
)
def test_the_table_holds_what_the_house_has_agreed(words, edtf):
    rows = {row.words: row for group in house_table() for row in group.rows}
    assert rows[words].date.edtf == edtf


def test_every_example_but_the_last_group_has_a_date():
    *groups, no_date = house_table()
    assert [row.words for group in groups for row in group.rows if row.date is None] == []
    assert all(row.date is None for row in no_date.rows)


def test_the_page_shows_words_meaning_and_notation(as_visitor, db):
    text = as_visitor.get("/how-dates-are-read/").text
    assert "some time between September and December 2017" in text
    assert "[2017-09..2017-12]" in text
    assert '<q lang="ja">' in text
