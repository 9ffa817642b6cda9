"""Files to tables: encodings, line breaks, what is no table; and tables to files that no spreadsheet runs."""

import pytest

from timeline.transfer.formats import delimited
from timeline.transfer.formats.delimited import decode, escape, read_table, write_table
from timeline.transfer.formats.table import TableRefused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_are_read(encoding):
    text = "title,date\n拉致,平成14年\n"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(TableRefused, match="empty"):
        decode(content)


def test_another_encoding_is_refused_and_its_line_named():
    with pytest.raises(TableRefused, match="Line 3 is not UTF-8"):
        decode("title,date\nTalks,2002\n拉致,2002\n".encode("shift_jis"))


def test_a_broken_utf_16_file_is_refused():
    with pytest.raises(TableRefused, match="not UTF-8"):
        decode("title".encode("utf-16")[:-1])


def test_a_binary_file_is_refused():
    with pytest.raises(TableRefused, match="Line 2 holds bytes that are no text"):
        decode(b"title\nx\0y\n")


def test_a_spreadsheet_is_refused_with_what_to_do():
    with pytest.raises(TableRefused, match="Save the sheet as"):
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


@pytest.mark.parametrize("separator", [",", ";", "\t"])
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
