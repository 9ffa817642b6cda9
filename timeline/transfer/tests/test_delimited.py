"""Files to tables: encodings, line breaks, what is no table; and tables to files that no spreadsheet runs."""

import io
import pickle
import zipfile

import pytest

from timeline.extract import Decoded
from timeline.transfer.formats import delimited
from timeline.transfer.formats.delimited import decode, escape, read_table, write_table
from timeline.transfer.formats.table import TableRefused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_are_read(encoding):
    text = "title,date\n拉致,平成14年\n"
    assert decode(text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (",".join(f"c{number}" for number in range(20_000)) + "\na,b\n", 1),
        ("title,date\nTalks,2002\n" + "," * 20_000 + "\n", 3),
    ],
    ids=["names", "cells"],
)
def test_a_table_of_too_many_columns_is_refused(text, line):
    with pytest.raises(TableRefused, match=f"line {line} has 2000[01] columns; 300 is the most"):
        read_table(text)


def test_a_table_of_as_many_columns_as_may_be_is_read():
    names = [f"c{number}" for number in range(delimited.MOST_COLUMNS)]
    assert len(read_table(",".join(names) + "\na\n").header) == delimited.MOST_COLUMNS


def test_long_names_of_columns_are_cut_and_stay_different():
    header = read_table(",".join(("x" * 5000 + "1", "x" * 5000 + "2", "y" * 80)) + "\na,b,c\n").header
    assert header == ("x" * 80 + "… (column 1)", "x" * 80 + "… (column 2)", "y" * 80)


def test_a_refusal_crosses_from_a_worker_with_its_words():
    refused = pickle.loads(pickle.dumps(TableRefused("Line %(line)d is odd.", {"line": 3})))
    assert str(refused) == "Line 3 is odd."


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(TableRefused, match="empty"):
        decode(content)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("日付,出来事\n1998年5月7日,港の開業\n", "cp932", "Shift_JIS"),
        ("年月日,出来事,出典\n平成10年5月7日,開業式,みなと新報\n", "euc_jp", "EUC-JP"),
        ("날짜,사건\n1998년 5월 7일,개항식\n", "cp949", "EUC-KR"),
        ("日期,事件\n1998年5月7日,港口开业\n", "gb18030", "GB 18030"),
        ("Datum,Ereignis\n7. März 1998,Größeres Fest am Hafen eröffnet\n", "cp1252", "Windows-1252"),
        ("дата,событие\n7 мая 1998,Открытие нового порта\n", "cp1251", "Windows-1251"),
    ],
)
def test_an_old_encoding_is_told_by_its_letters_and_named(text, encoding, name):
    assert decode(text.encode(encoding)) == Decoded(text, name)


def test_bytes_of_no_encoding_are_refused_and_their_line_named():
    with pytest.raises(TableRefused, match="Line 3 is not UTF-8"):
        decode(b"title,date\nTalks,2002\n\x81\xff\x8d\x00,2002\n")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'{\n "events": [{"year": 1815}]}', "JSON"),
        (b'[{"year": 1815}]', "JSON"),
        (b'\xef\xbb\xbf {"a": 1}\n{"a": 2}\n', "JSON"),
        ('{"a": 1}'.encode("utf-16"), "JSON"),
        (b"<!DOCTYPE html>\n<html><table><tr><td>1815</td></tr></table>", "web page"),
        (b"<table><tr><td>1815</td></tr></table>", "web page"),
        (b'<?xml version="1.0"?><events/>', "XML"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "calendar"),
        (b"@book{ada1815, year = 1815}", "BibTeX"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"),
        (b"\x1f\x8b\x08\x00", "compressed"),
    ],
)
def test_what_is_no_table_is_refused_at_once_for_what_it_is(content, what):
    with pytest.raises(TableRefused, match=f"This is .*{what}.*, not a table"):
        decode(content)


@pytest.mark.parametrize(
    ("entry", "what"),
    [("xl/workbook.xml", "XLSX"), ("content.xml", "ODS"), ("word/document.xml", "DOCX"), ("events.csv", "ZIP")],
)
def test_a_zipped_file_is_refused_for_what_it_holds(entry, what):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(entry, "x")
    with pytest.raises(TableRefused, match=what):
        decode(content.getvalue())


@pytest.mark.parametrize("content", [b"[date],event\n1815,Talks\n", b"{no},event\n1,Talks\n", b"<1815,event\n1,x\n"])
def test_a_table_whose_first_name_stands_in_brackets_is_one(content):
    assert decode(content).text


def test_a_broken_utf_16_file_is_refused():
    with pytest.raises(TableRefused, match="not UTF-8"):
        decode("title".encode("utf-16")[:-1])


def test_a_binary_file_is_refused():
    with pytest.raises(TableRefused, match="Line 2 holds bytes that are no text"):
        decode(b"title\nx\0y\n")


def test_a_spreadsheet_is_refused_with_what_to_do():
    with pytest.raises(TableRefused, match="Save the table as"):
        decode(b"PK\x03\x04rest")


def test_too_large_a_file_is_refused_and_the_limit_named(monkeypatch):
    monkeypatch.setattr(delimited, "LARGEST_FILE", 2_000_000)
    with pytest.raises(TableRefused, match="2 MB is the most"):
        decode(b"x" * 2_000_001)


def test_too_many_rows_are_refused_and_the_limit_named(monkeypatch):
    monkeypatch.setattr(delimited, "MOST_ROWS", 2)
    with pytest.raises(TableRefused, match="3 rows; 2 is the most"):
        read_table("title\na\nb\nc\n")


def test_a_header_without_rows_is_refused():
    with pytest.raises(TableRefused, match="no rows below it"):
        read_table("title,date\n\n")


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(TableRefused, match="same name: title"):
        read_table("title,title\na,b\n")


def test_a_column_without_a_name_is_called_by_its_number():
    assert read_table("title,\na,b\n").header == ("title", "column 2")


def test_line_breaks_inside_cells_stay_and_lines_are_counted():
    table = read_table('title,summary\r\n"Talks","one\ntwo"\r\nLater,x\r\n')
    assert table.rows[0].cells == ("Talks", "one\ntwo")
    assert [row.line for row in table.rows] == [2, 4]


def test_an_open_quotation_mark_is_refused_and_its_row_named():
    with pytest.raises(TableRefused, match="begins on line 3"):
        read_table('title,date\na,2002\n"b,2003\nc,2004\n')


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_from_the_header(separator):
    table = read_table(separator.join(("title", "date")) + "\n" + separator.join(("Talks", "2002")) + "\n")
    assert table.header == ("title", "date")


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx"])
def test_a_formula_is_escaped_on_the_way_out(cell):
    assert escape(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-73.97", "+1", "Talks", "", "2002-09-17"])
def test_numbers_and_words_go_out_as_they_are(cell):
    assert escape(cell) == cell


def test_what_is_written_is_read_again():
    rows = [("Talks, in “Pyongyang”", 'say "so"'), ("two\nlines", "x")]
    assert [row.cells for row in read_table(write_table(("a", "b"), rows)).rows] == rows
