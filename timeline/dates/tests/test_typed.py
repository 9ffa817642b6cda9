"""What a person or a table gives as one date is read whole, or it is said which part was not."""

import csv
import datetime
from pathlib import Path

import pytest

from timeline.dates import read_typed

ROWS = list(csv.DictReader((Path(__file__).parent / "typed.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['typed']} {row['anchor']}" for row in ROWS])
def test_a_date_is_read_as_the_table_says(row):
    anchor = datetime.date.fromisoformat(row["anchor"]) if row["anchor"] else None
    found = read_typed(row["typed"], anchor, language=row["told"] or None)
    read = found.reading.date.edtf if found.reading and found.reading.date else ""
    assert (read, found.unread, found.language) == (row["edtf"], row["unread"], row["language"])


def test_figures_that_can_be_read_two_ways_say_so_until_the_order_is_told():
    assert read_typed("05/04/2001", None).is_ambiguous
    for order, meant in (("dmy", "2001-04-05"), ("mdy", "2001-05-04")):
        found = read_typed("05/04/2001", None, order=order)
        assert [reading.date.edtf for reading in found.readings] == [meant]
        assert not found.is_ambiguous
    assert not read_typed("18/04/2001", None).is_ambiguous


def test_an_order_that_is_none_is_refused():
    with pytest.raises(ValueError, match="order must be one of"):
        read_typed("05/04/2001", None, order="ydm")
