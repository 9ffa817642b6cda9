"""The rules of an import: what each row's date is, and what is said of a row that is not right."""

from functools import partial

import pytest

from timeline.dates import edtf
from timeline.transfer.columns import missing, suggest
from timeline.transfer.formats.delimited import read_table
from timeline.transfer.plan import among_all
from timeline.transfer.received import look_at
from timeline.transfer.tests.conftest import HEADER, as_csv, codes


@pytest.fixture
def read(db):
    """Read one row by itself."""

    def make(**values):
        text = as_csv(values).decode()
        table = read_table(text)
        reader = look_at(text, True, suggest(table.header), language="en").way.reader()
        return next(among_all([[reader.read(row) for row in table.rows]]))[0]

    return make


def found(row):
    return [finding.code for finding in row.findings]


def dated(**values):
    """Only the date columns that are given."""
    return {"date_phrase": "", "edtf": "", "lo": "", "hi": "", "certainty": ""} | values


def test_a_whole_row_has_nothing_to_look_at(read):
    row = read()
    assert not row.findings
    assert row.date == edtf.parse("2002-09-17")


def test_edtf_goes_before_the_days_and_says_so(read):
    row = read(**dated(edtf="1980-05~", lo="1980-05-01", hi="1980-06-01"))
    assert row.date.edtf == "1980-05~"
    assert found(row) == ["days-differ"]


def test_edtf_goes_before_the_words_and_says_so(read):
    row = read(**dated(edtf="2001-05-01", date_phrase="3 May 2001"))
    assert row.date.edtf == "2001-05-01"
    assert str(row.findings[0]) == "“3 May 2001” reads as 2001-05-03; 2001-05-01 goes before it."
    assert not row.is_refused


def test_the_days_go_before_the_words_and_say_so(read):
    row = read(**dated(lo="2001-05-01", hi="2001-05-01", date_phrase="3 May 2001"))
    assert row.date.edtf == "2001-05-01"
    assert found(row) == ["words-differ"]


def test_words_that_agree_with_the_days_say_that_it_lasted(read):
    row = read(**dated(lo="2014-05-26", hi="2014-05-28", date_phrase="26–28 May 2014"))
    assert row.date.edtf == "2014-05-26/2014-05-28"
    assert not row.findings


def test_days_alone_are_a_window(read):
    assert read(**dated(lo="2014-05-26", hi="2014-05-28")).date.edtf == "[2014-05-26..2014-05-28]"


def test_days_in_other_words_are_read_too(read):
    assert read(**dated(lo="17.9.2002", hi="18 September 2002")).date.edtf == "[2002-09-17..2002-09-18]"


def test_one_day_alone_leaves_the_other_side_open(read):
    assert read(**dated(lo="2014-05-26")).date.edtf == "[2014-05-26..]"


def test_words_alone_are_read(read):
    assert read(**dated(date_phrase="late 2017")).date.edtf == "[2017-09..2017-12]"


def test_words_that_need_an_anchor_take_the_day_of_the_source(read):
    row = read(**dated(date_phrase="Wednesday"), source_date="2019-05-02")
    assert row.date.edtf == "2019-05-01"


def test_words_that_cannot_be_read_are_kept_and_the_event_stays_undated(read):
    row = read(**dated(date_phrase="when the persimmons fell"))
    assert row.date is None
    assert row.values["date_phrase"] == "when the persimmons fell"
    assert found(row) == ["unread"]
    assert not row.is_refused


def test_a_row_without_a_date_is_undated(read):
    assert found(read(**dated())) == ["undated"]


def test_certainty_qualifies_words_but_not_edtf(read):
    assert read(**dated(date_phrase="May 1980", certainty="approximate")).date.edtf == "1980-05~"
    assert read(**dated(edtf="1980-05", certainty="approximate")).date.edtf == "1980-05"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (dated(edtf="2003-13"), "no-edtf"),
        (dated(edtf="when?"), "no-edtf"),
        (dated(hi="2023-02-29"), "impossible"),
        (dated(start="2023-02-29"), "impossible"),
        (dated(lo="2002-09-18", hi="2002-09-17"), "turned-round"),
        (dated(lo="2002", hi="2001-12"), "turned-round"),
        (dated(date_phrase="31 June 2024"), "impossible"),
        ({"title": ""}, "empty"),
        ({"summary": "x" * 20_001}, "too-long"),
        ({"notes": "x" * 1001}, "too-long"),
        ({"actors": "Japan; " + "x" * 201}, "too-long"),
        (dated(date_phrase="1 May " * 20_000), "too-long"),
        (dated(start="1月" * 60_000), "too-long"),
        ({"source_url": "https://example.org/a " * 5_000}, "too-long"),
        ({"source_title": "https://example.org/a " * 5_000}, "too-long"),
        ({"source_date": "1 May " * 20_000}, "too-long"),
        ({"lat": "north"}, "no-number"),
        ({"lat": "nan"}, "no-number"),
        ({"lat": "91"}, "off-earth"),
        ({"lat": ""}, "half-a-place"),
        ({"source_date": "last year"}, "no-publication-date"),
        ({"source_date": "early, or 1999"}, "no-publication-date"),
        ({"source_date": "31 June 2024"}, "no-publication-date"),
    ],
)
def test_an_error_keeps_its_row_out(read, values, code):
    row = read(**values)
    assert code in found(row)
    assert row.is_refused
    assert all(str(finding) for finding in row.findings)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title": "=HYPERLINK(1)"}, "formula"),
        ({"summary": "+1 for talks"}, "formula"),
        ({"notes": "\tcmd"}, "formula"),
        ({"source_url": "javascript:alert(1)"}, "no-address"),
        ({"source2_url": "example"}, "no-address"),
        ({"title": "x" * 301}, "headline-cut"),
        ({"certainty": "sure"}, "certainty"),
        ({"certainty": "approximate"}, "certainty-differs"),
        ({"verified": "perhaps"}, "verified"),
        ({"source_title": ""}, "no-source-title"),
        (dict.fromkeys(("source_title", "source_url", "source2_title", "source2_url"), ""), "no-source"),
    ],
)
def test_a_warning_does_not(read, values, code):
    row = read(**values)
    assert code in found(row)
    assert not row.is_refused


def test_a_cell_of_a_hundred_thousand_letters_keeps_nobody_waiting(read, work_of):
    def row(times):
        dates, addresses = "1 May " * 2 * times, "https://example.org/a " * times
        return read(**dated(date_phrase=dates), source_url=addresses, summary="<a " * 8 * times)

    row(10)
    few, many = (work_of(partial(row, times)) for times in (1_000, 4_000))
    assert many < 4.5 * few + 1000


def test_a_negative_number_of_degrees_is_no_formula(read):
    row = read(lat="40.75", lon="-73.97")
    assert not row.findings
    assert row.coordinates == (40.75, -73.97)


def test_a_row_with_too_few_or_too_many_cells_is_refused(plan):
    whole = as_csv({}).decode()
    batch = plan(content=(whole + "b,Short\r\n" + whole.splitlines()[1].replace("a1", "c") + ",more\r\n").encode())
    assert codes(batch) == [["ragged"], ["ragged"]]


def test_an_identifier_twice_in_the_file_is_refused_and_the_first_line_named(plan):
    batch = plan({"id": "same"}, {"id": "same", "title": "Other talks"})
    assert batch.plan["findings"] == {"3": [["doubled", {"id": "same", "line": "2"}, True]]}


def test_an_identifier_of_an_earlier_import_is_refused(bring_in, plan):
    bring_in({"id": "kept"})
    assert codes(plan({"id": "kept", "title": "Other talks"})) == [["imported"]]


def test_the_same_headline_and_date_as_a_stored_event_is_a_warning(bring_in, plan):
    bring_in({})
    assert codes(plan({"id": "other"})) == [["like"]]


def test_a_place_that_is_known_elsewhere_is_a_warning(bring_in, plan):
    bring_in({})
    assert codes(plan({"id": "b", "title": "Other", "lat": "1"})) == [["place-differs"]]
    assert "place-differs" in codes(plan({"id": "c", "place": "X"}, {"id": "d", "place": "X", "lat": "1"}))[-1]


def test_columns_are_suggested_by_name_whatever_their_order_and_case():
    assert suggest(("Headline", "When", "Source Title", "Latitude")) == {
        "title": "Headline", "date_phrase": "When", "source_title": "Source Title", "lat": "Latitude",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("event_id_cnty,event_date,event_type,actor1,location", "id date_phrase title actors place"),
        ("日付,出来事,出典", "date_phrase title source_title"),
        ("年,月,日,内容", "year month day title"),
        ("日付,見出し,内容", "date_phrase title summary"),
        ("일자,사건,출처", "date_phrase title source_title"),
        ("Datum,Ereignis,Quelle", "date_phrase title source_title"),
        ("Jahr,Monat,Tag,Titel", "year month day title"),
        ("von,bis,Titel", "start end title"),
        ("Datum von,Datum bis,Titel", "start end title"),
        ("début,fin,événement", "start end title"),
        ("Date début,Date fin,Titre", "start end title"),
        ("fecha inicio,fecha fin,título", "start end title"),
        ("開始,終了,出来事", "start end title"),
        ("시작,끝,사건", "start end title"),
        ("開始年,開始月,開始日,終了年,終了月,終了日,件名", "year month day end_year end_month end_day title"),
        ("開始日,終了日,件名", "start end title"),
        ("元号,年,月,日,件名", "era year month day title"),
        ("Year,BC/AD,Event", "year era title"),
        ("startDate,endDate,label", "start end title"),
        ("Event Date Start,Event Date End,Event Name", "start end title"),
        ("notBefore,notAfter,itemLabel", "lo hi title"),
        ("Terminus post quem,Terminus ante quem,Name", "lo hi title"),
        ("iyear,imonth,iday,summary,gname", "year month day summary actors"),
        ("Year,Month,Day,Time,Headline,Text", "year month day - title summary"),
        ("Start Year,End Year,Title", "year end_year title"),
        ("date,start time,end time,event", "date_phrase - - title"),
        ("startTime,endTime,eventLabel", "start end title"),
        ("Date,Exact Date,Event", "date_phrase date_exact title"),
        ("Year,Exact Date,Topic", "year date_phrase title"),
        ("day,event", "date_phrase title"),
        ("Start,Headline,Type,Tag", "start title kind tags"),
        ("first,last,event", "- - title"),
        ("Date 1,Date 2,Event", "- - title"),
        ("Date of event,Title of event,Whatever", "date_phrase title -"),
        ("date of the thing,Event,x", "date_phrase title -"),
    ],
)
def test_columns_are_known_by_what_they_are_called_elsewhere(header, fields):
    columns = header.split(",")
    wanted = {field: column for field, column in zip(fields.split(), columns, strict=True) if field != "-"}
    assert suggest(columns) == wanted


@pytest.mark.parametrize(("cell", "field"), [("http://example.org/q1", "source_url"), ("Fair", None)])
def test_what_stands_in_a_column_called_item_tells_whether_it_is_an_address(cell, field):
    found = suggest(["item", "itemLabel", "date"], [cell, "Fair", "1998"])
    assert next((name for name, column in found.items() if column == "item"), None) == field


def test_every_column_of_a_full_table_is_suggested():
    assert set(suggest(HEADER).items()) == {(name, name) for name in HEADER}


def test_missing_columns_are_named():
    assert [str(label).partition(" (")[0] for label in missing({"notes": "a"})] == ["headline", "the date"]
    assert [str(label).partition(" (")[0] for label in missing({"summary": "a"})] == ["the date"]
    assert not missing({"title": "a", "lo": "b"})
