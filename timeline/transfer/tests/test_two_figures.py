"""Which cells hold a year of two figures, whose century the column is asked for."""

import pytest

from timeline.transfer.survey import gives_two_figures


@pytest.mark.parametrize(
    ("cell", "is_so"),
    [
        ("24/08/79", True),
        ("79-08-24", True),
        ("'79", True),
        ("79年8月", True),
        ("24/08/1979", False),
        ("-0479-08-27T00:00:00Z", False),
        ("平成16年5月22日", False),
        ("令和 元年", False),
    ],
)
def test_a_year_of_an_era_or_before_christ_is_none_of_two_figures(cell, is_so):
    assert gives_two_figures(cell) == is_so
