"""EDTF is read whole, printed back, and agrees with two other programs wherever they are right."""

import csv
import datetime
import warnings
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import find, read_typed
from timeline.dates.edtf import EdtfError, parse
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.record import replace
from timeline.dates.tests.strategies import every_kind

with warnings.catch_warnings():
    # Both write in a way that today's pyparsing warns of.
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid


def _rows(name):
    return list(csv.DictReader((Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()))


TABLE = _rows("edtf.csv")
MAY = datetime.date(2019, 5, 2)
SHARED = Path(__file__).parents[4] / "shared" / "data"

BAD = [
    ("", "a date, as 2019-05-02"),
    ("2019-13", "a month 01-12"),
    ("2019-02-29", "a day that month has, 01-28"),
    ("2019-06-31", "a day that month has, 01-30"),
    ("31/12/2019", "a year of four digits"),
    ("{1960,1961-12", "a comma or “}”"),
    ("[1984..1980]", "an end that is not before its start"),
    ("1984/1980", "an end that is not before its start"),
    ("2019-5", "a month"),
    ("2019-5-2", "a month"),
    ("2004-06-11T25:00:00", "a time from 00:00:00"),
    ("2004-06-11T06:00", "a time as T06:00:00"),
    ("2004-06T06:00:00", "after a full day"),
    ("../..", "a date on at least one side"),
    ("/", "a date on at least one side"),
    ("[..]", "a date before or after"),
    ("{}", "a year of four digits"),
    ("Y123", "more than four digits after Y"),
    ("Y1E99", "a long year"),
    ("XXXX-02-30", "digits that some date can have"),
    ("-0000", "a year other than -0000"),
    ("1950S0", "a number of significant digits"),
    ("[1667~..1668]", "ends of a window without"),
    ("2019 ", None),
    ("2019-05-02 or so", "the end of the text"),
    ("２０１９", "a year of four digits"),
    ("2019/2020/2021", "the end of the text"),
    ("[2019-05-02", "a comma or “]”"),
    ("{" + "1960," * 1000 + "1961}", "at most 2000 characters"),
]

# Where the oracles are wrong, or where the house has decided: text -> why ours stands.
NOT_VALID_FOR_EDTF_VALIDATE = {
    "2001-29~": "a sign is allowed on every season",
}
VALID_FOR_EDTF_VALIDATE = {
    "2019-02-29": "that year has no such day",
    "[1984..1980]": "the end comes before the start",
    "../..": "says nothing",
    "2004-06T06:00:00": "a time belongs to a day",
    "Y1E99": "more zeros than a year can have",
}
BOUNDS_DIFFER_FROM_EDTF = {
    "1985-04-12/": "it gives an unknown end ten years",
    "/1985": "it gives an unknown start ten years",
    "1950S2": "it ignores the significant digits",
    "1984-1X": "it fails on a half-known month",
    "2017-24": "our winter runs to the end of February",
    "2001-29~": "it fails on qualified seasons",
    "2001-21~": "it fails on qualified seasons",
    "000X": "it has days in the year 0",
}


@pytest.mark.parametrize("row", TABLE, ids=[row["edtf"] for row in TABLE])
def test_every_feature_of_the_three_levels_is_read(row):
    date = parse(row["edtf"])
    first, last = date.year_span
    found = {
        "earliest": date.earliest,
        "latest": date.latest,
        "first_year": first,
        "last_year": last,
        "precision": date.precision,
        "lasting": "yes" if date.lasting else None,
        "prints_as": date.edtf,
    }
    assert {name: "" if value is None else str(value) for name, value in found.items()} == {
        name: row[name] for name in found
    }


@pytest.mark.parametrize(("text", "expected"), BAD, ids=[text[:30] or "empty" for text, _ in BAD])
def test_bad_text_is_refused_with_the_place_and_what_was_expected(text, expected):
    if expected is None:
        assert parse(text).edtf == text.strip()
        return
    with pytest.raises(EdtfError, match=r"character [0-9]+: expected") as error:
        parse(text)
    assert expected in str(error.value)


def test_the_message_points_at_the_character():
    with pytest.raises(EdtfError) as error:
        parse("2004-06-01/2004-1")
    assert error.value.at == 16
    assert "“2004-06-01/2004-1”, character 17" in str(error.value)


def test_of_every_date_of_the_tables_its_text_says_about_and_perhaps():
    dates = list(dates_of_the_tables())
    assert sum(date.approximate or date.uncertain for date in dates) > 100
    for date in dates:
        again = parse(date.edtf)
        assert (again.earliest, again.latest, again.years, again.lasting) == (
            date.earliest, date.latest, date.years, date.lasting,
        )  # fmt: skip
        # EDTF has no sign for a window, nor beside a time of day.
        if date.time is None and (date.parts or not date.edtf.startswith("[")):
            assert (date.edtf, again.approximate, again.uncertain) == (date.edtf, date.approximate, date.uncertain)


def dates_of_the_tables():
    for row in _rows("typed.csv"):
        anchor = datetime.date.fromisoformat(row["anchor"]) if row["anchor"] else None
        readings = read_typed(row["typed"], anchor, language=row["told"] or None).readings
        yield from (reading.date for reading in readings if reading.date)
    for language in ("en", "ja", "ko"):
        for row in _rows(f"sentences_{language}.csv"):
            found = find(row["sentence"], datetime.date.fromisoformat(row["anchor"]), language=language)
            yield from (reading.date for phrase in found for reading in phrase.readings if reading.date)


@given(every_kind)
def test_what_is_printed_is_read_back_the_same(date):
    assert parse(date.edtf) == date


@given(st.sampled_from([FuzzyDate.nth_century(19), FuzzyDate.years_window(1970, 1973), FuzzyDate.week(MAY)]))
def test_about_on_a_window_is_said_by_the_field_alone(date):
    assert parse(date.about().edtf) == replace(date, precision=parse(date.about().edtf).precision)


def test_about_beside_significant_digits_is_said_by_the_field_alone():
    date = parse("1950S2").about()
    assert date.approximate
    assert parse(date.edtf) == parse("1950S2")


@given(st.text(alphabet="0123456789X-/.[]{},?~%YSET:Z+ ", max_size=30))
def test_no_text_raises_anything_but_the_error_that_explains(text):
    with suppress(EdtfError):
        date = parse(text)
        assert parse(date.edtf).edtf == date.edtf


@pytest.mark.parametrize("text", [row["edtf"] for row in TABLE] + [text for text, _ in BAD if len(text) < 99])
def test_edtf_validate_calls_valid_what_we_read(text):
    try:
        parse(text)
        ours = True
    except EdtfError:
        ours = False
    if text in NOT_VALID_FOR_EDTF_VALIDATE | VALID_FOR_EDTF_VALIDATE:
        assert ours == (text in NOT_VALID_FOR_EDTF_VALIDATE)
        return
    if text.strip() == text and text.isascii():
        assert ours == is_valid(text)


@pytest.mark.parametrize("text", [row["edtf"] for row in TABLE if row["earliest"] or row["latest"]])
def test_edtf_finds_the_same_bounds(text):
    if text in BOUNDS_DIFFER_FROM_EDTF:
        return
    ours, theirs = parse(text), parse_edtf(text)
    assert [_iso(day) for day in (theirs.lower_strict(), theirs.upper_strict())] == [
        str(day) if day else None for day in (ours.earliest, ours.latest)
    ]


def _iso(day) -> str | None:
    return f"{day.tm_year:04d}-{day.tm_mon:02d}-{day.tm_mday:02d}" if hasattr(day, "tm_year") else None


@pytest.mark.parametrize("name", ["events.csv", "events_extra.csv"])
def test_the_columns_of_the_first_chronology_agree(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("../shared/data is not here")
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            date = parse(row["edtf"])
            assert (str(date.earliest), str(date.latest), date.edtf) == (row["lo"], row["hi"], row["edtf"])


def test_the_rival_dates_of_the_first_chronology_are_read():
    path = SHARED / "source_conflicts.csv"
    if not path.exists():
        pytest.skip("../shared/data is not here")
    with path.open(encoding="utf-8") as file:
        texts = [row[side] for row in csv.DictReader(file) for side in ("edtf_preferred", "edtf_other")]
    assert all(parse(text).edtf == text for text in texts if text)
