"""The strip in the date box draws what has days, and no short time for years that have none."""

import pytest

from timeline.dates import read_typed
from timeline.web.date_strip import draw


def dates(*typed):
    return [read_typed(words, None).reading.date for words in typed]


@pytest.mark.parametrize("typed", ["44 BC", "490-479 BC", "27 BC to AD 14", "[-0026..0014]", "5th century BC"])
def test_years_before_christ_have_no_strip(typed):
    (date,) = dates(typed)
    assert draw(date, [(1, date)], None, []) is None


def test_a_reading_before_christ_lies_beyond_the_strip_of_another():
    day, reign = dates("0014-05-03", "27 BC to AD 14")
    strip = draw(day, [(1, day), (2, reign)], None, [])
    assert [shape.label for shape in strip.readings] == ["1"]
    assert [(shape.side, shape.label) for shape in strip.beyond] == [("<", "2 → 27 BC – AD 14")]
