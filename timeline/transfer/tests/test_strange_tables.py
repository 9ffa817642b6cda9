"""Tables as people hold them: what each row must come to, and what must be said of it. Nothing wrong goes in silently.

Each case is a whole file that is planned with its suggested columns; a row is its date in EDTF, "" for none, and the
codes of what was found in it. "no-source" and "no-source-title" are not what these are about.
"""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest
import time_machine

from timeline.transfer.findings import Finding
from timeline.transfer.tests.conftest import codes_of, rows_of

pytestmark = pytest.mark.django_db


class Case(NamedTuple):
    table: str
    rows: list[tuple[str, str]]


DATED = {
    "dates of sources that a person has to look at": Case(
        "date,event,source,source_date\n"
        "1998,Light lit,The Buoy,Friday 22 May 2004\n"
        "1998,Mast fell,The Buoy,平成50年1月8日\n"
        "1998,Pier begun,The Buoy,2009/10\n",
        [("1998", "doubtful"), ("1998", "doubtful"), ("1998", "two-ways")],
    ),
    "weekdays of other days, in any language": Case(
        "date,event\n"
        "\"Montag, 17. September 2002\",Leuchtturm\nlundi 17 septembre 2002,Phare\n2002/09/17 (Mon),Light\n"
        "2002.9.17(月),灯台\nmardi 17 septembre 2002,Phare éteint\n",
        [("2002-09-17", "doubtful")] * 4 + [("2002-09-17", "")],
    ),
    "words that are two dates by themselves": Case(
        "date,event\n1900s,Light lit\nwinter 2018,Mast fell\nspring 2018,Pier begun\n1900年代,灯台\n",
        [("19XX", "two-ways"), ("[2018-12..2019-02]", "two-ways"), ("2018-21", ""), ("19XX", "two-ways")],
    ),
    "a day and a month without a year": Case(
        "date,event\n17 September,Light lit\n02-Sep,Mast fell\n17. augusti,Fyren\n", [("", "needs-day")] * 3
    ),
    "a day and a month whose year the source supplies": Case(
        "date,event,source,source_date\n"
        "15 Aug,Light lit,The Buoy,2019-05-02\n15. aug.,Mast fell,The Buoy,2019-05-02\n"
        "8月15日,灯台,The Buoy,2019-05-02\n"
        "August,Pier begun,The Buoy,2019-05-02\n15 August last year,Pier built,The Buoy,2019-05-02\n"
        "last August,Pier lost,The Buoy,2019-05-02\n15 August 2018,Vote,The Buoy,2019-05-02\n",
        [("2018-08-15", "year-supplied"), ("2019-08-15", "year-supplied"), ("2018-08-15", "year-supplied"),
         ("2018-08", "year-supplied"), ("2018-08-15", ""), ("2018-08", ""), ("2018-08-15", "")],
    ),
    "figures that a column of months settles": Case(
        "date,year,month,event\n04/05/2001,2001,5,Light lit\n04/05/2001,2001,4,Mast fell\n04/05/2001,2001,,Pier\n",
        [("2001-05-04", ""), ("2001-04-05", ""), ("2001-04-05", "two-ways")],
    ),
    "a column of months that settles the whole column": Case(
        "date,year,month,event\n04/05/2001,2001,,Light lit\n06/07/2001,2001,July,Mast fell\n08/09/2001,2001,,Pier\n",
        [("2001-05-04", ""), ("2001-07-06", ""), ("2001-09-08", "")],
    ),
    "a day in another column that settles the whole column": Case(
        "date,edtf,event\n04/05/2001,,Light lit\n06/07/2001,2001-07-06,Mast fell\n",
        [("2001-05-04", ""), ("2001-07-06", "")],
    ),
    "years of two figures whose century nothing shows": Case(
        "date,event,source,source_date\n24/08/79,Light lit,,\n24/08/79,Mast fell,The Buoy,1880-05-02\n"
        "Aug '79,Pier begun,The Buoy,2011-03-08\n24/08/79,Pier lost,The Buoy,25/08/79\n",
        [("1979-08-24", "century-taken"), ("1879-08-24", ""), ("1979-08", "century-taken"),
         ("1979-08-24", "century-taken century-taken")],
    ),
    "years of two figures beside a column of years": Case(
        "date,year,event\n24/08/79,1879,Light lit\n24/08/79,1979,Mast fell\n", [("1879-08-24", ""), ("1979-08-24", "")]
    ),
    "years of two figures in a column of one century": Case(
        "date,event\n24/08/79,Light lit\n24/08/1812,Mast fell\n1850,Pier\n",
        [("1879-08-24", ""), ("1812-08-24", ""), ("1850", "")],
    ),
    "years of two figures in a column of two centuries": Case(
        "date,event\n24/08/79,Light lit\n24/08/1812,Mast fell\n1950,Pier\n",
        [("1979-08-24", "century-taken"), ("1812-08-24", ""), ("1950", "")],
    ),
    "dates that are open or of no year": Case(
        "date,event\n29 May / 10 June 1850,Treaty\n0000-05-29,Light lit\n0000-00-00,Mast fell\n1850-2,Pier\n"
        "2026-02-28T14:30:00+25:00,Vote\n1998/05/0?,Storm\n",
        [("1850-05-29/1850-06-10", "two-ways"), ("0000-05-29", "year-zero"), ("", "unread"), ("1850-02", "two-ways"),
         ("", "half-read"), ("", "half-read")],
    ),
    "words that say nothing beside a date that does": Case(
        "date,start,event\nwhen the tide was low,1902-06-09,Landing\nwhen the tide was low,,Landing\n",
        [("1902-06-09", "unread-beside"), ("", "unread")],
    ),
    "words that count from the day of their source": Case(
        "date,event,source,source_date\n"
        "yesterday,Light lit,The Buoy,2011-03-08\n"
        "two weeks ago,Mast fell,The Buoy,2011-03-08\n"
        "last year,Pier begun,The Buoy,8 March 2011\n"
        "昨日,灯台,The Buoy,2011-03-08\n"
        "어제,등대,The Buoy,2011-03-08\n"
        "tomorrow,Vote,The Buoy,2011-03-08T09:00:00Z\n",
        [("2011-03-07", ""), ("2011-02-22~", ""), ("2010", ""), ("2011-03-07", ""), ("2011-03-07", ""),
         ("2011-03-09", "")],
    ),
    "words that count from a day nobody gives": Case(
        "date,event,source\n"
        "tomorrow,Light lit,The Buoy\nlast week,Mast fell,The Buoy\n来年,灯台,The Buoy\n어제,등대,The Buoy\n"
        "hier,Phare,The Buoy\n",
        [("", "needs-day")] * 5,
    ),
    "a source of a year gives no day to count from": Case(
        "date,event,source,source_date\nyesterday,Light lit,The Buoy,2011\nlast week,Mast fell,The Buoy,2011-03\n",
        [("", "needs-full-day"), ("", "needs-full-day")],
    ),
    "timestamps before Christ and at midnight": Case(
        "item,itemLabel,pointInTime\n"
        "http://example.org/q1,Wall built,-0220-05-01T00:00:00Z\n"
        "http://example.org/q2,Canal dug,-0001-01-01T00:00:00Z\n"
        "http://example.org/q3,Lamp lit,1925-02-03T00:00:00Z\n"
        "http://example.org/q4,Dome raised,0087-01-01T00:00:00Z\n",
        [("-0220-05-01", ""), ("-0001-01-01", ""), ("1925-02-03", ""), ("0087-01-01", "")],
    ),
    "columns of TimelineJS": Case(
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Type,Group\n"
        ",,,,,,,,,All about a lighthouse,<p>Hello.</p>,title,\n"
        "1790,3,4,,1861,10,21,,,Keeper Ben,<p>Kept the <i>light</i>.</p>,,Keepers\n"
        "1899,,,,,,,,,Fog horn,Loud.,,\n"
        "1958,11,,,,,,,November 1958,Electric,Bright.,,\n"
        "-279,,,,,,,,c. 279 BC,Old tower,Tall.,,\n"
        "-279,,,,,,,,,Older tower,Tall.,,\n"
        "1939,,,,1945,,,,,Dark years,Dim.,era,\n"
        "1950,6,25,,,7,27,,,Five weeks,Dim.,,\n"
        "1944,6,6,,,,9,,,Four days,Dim.,,\n"
        ",,,,,,,,June 1951,No year,Dim.,,\n",
        [("", "no-event"), ("1790-03-04/1861-10-21", "markup"), ("1899", ""), ("1958-11", ""), ("-0278", ""),
         ("-0279", "before-zero"), ("1939/1945", ""), ("1950-06-25/1950-07-27", ""), ("1944-06-06/1944-06-09", ""),
         ("1951-06", "")],
    ),
    "months by name, and parts with their signs": Case(
        "年,月,日,出来事\n1998年,5月,7日,開業\n平成10年,5月,7日,開業式\n1998,0,0,準備\n",
        [("1998-05-07", ""), ("1998-05-07", ""), ("1998", "")],
    ),
    "years of an era in a column of its own": Case(
        "元号,年,月,日,終了年,終了月,終了日,出来事\n昭和,20,8,15,,,,終戦\n昭和,15,11,10,,,14,式典\n平成,元,1,8,,,,改元\n"
        "昭和,1945,8,16,,,,翌日\n明治,5,12,2,,,,改暦\n紀元,20,8,15,,,,不明\n",
        [("1945-08-15", ""), ("1940-11-10/1940-11-14", ""), ("1989-01-08", ""), ("1945-08-16", ""),
         ("", "half-read"), ("", "half-read")],
    ),
    "years that another count than ours has": Case(
        "Year,Calendar Era,Month,Event\n1420,AH,3,Pilgrimage\n2560,B.E.,,Festival\n14,H,9,Talks\n44,B. C.,3,Murder\n"
        "44,v. u. Z.,,Death\n14,n. Chr.,8,Funeral\n1998,Edo,,Fair\n14,Heisei,,Summit\n,AH,,Nothing\n",
        [("", "half-read"), ("", "unread-cell"), ("", "unread-cell"), ("-0043-03", ""), ("-0043", ""), ("0014-08", ""),
         ("", "half-read"), ("2002", ""), ("", "undated")],
    ),
    "years of an eastern count that has hundreds": Case(
        "年号,年,月,出来事\n檀紀,4293,,革命\n民國,101,5,就任\n西暦,300,,古墳\n",
        [("1960", ""), ("", "half-read"), ("0300", "")],
    ),
    "an era in the cell of the year": Case(
        "年,月,日,出来事\n明治38,9,5,条約\n昭和20年,8,15,終戦\n평성14,9,17,회담\n",
        [("1905-09-05", ""), ("1945-08-15", ""), ("", "half-read")],
    ),
    "years before Christ that a column of its own says": Case(
        "Year,BC/AD,Month,Event\n44,BC,3,Murder\n14,AD,8,Death\n1,BCE,,Turn\nc. 300,BC,,Tower\n,BC,,Nothing\n",
        [("-0043-03", ""), ("0014-08", ""), ("0000", ""), ("-0299~", ""), ("", "undated")],
    ),
    "0000 in a cell of its own, beside BC": Case("start,era,event\n0000-03,BC,Murder\n", [("0000-03", "year-zero")]),
    "a month by its name": Case(
        "Year,Month,Day,Event\n1998,May,7,Opened\n1998,Sept.,,Closed\n1998,13,7,Never\n1998,,7,Some month\n",
        [("1998-05-07", ""), ("1998-09", ""), ("", "impossible"), ("1998-XX-07", "")],
    ),
    "a column that says the day comes first": Case(
        "date,event,source\n03/04/1987,Strike,The Buoy\n30/04/1987,Talks,The Buoy\n01/12/1987,End,The Buoy\n",
        [("1987-04-03", ""), ("1987-04-30", ""), ("1987-12-01", "")],
    ),
    "a column that says the month comes first": Case(
        "date,event,source\n03/04/1987,Strike,The Buoy\n04/30/1987,Talks,The Buoy\n",
        [("1987-03-04", ""), ("1987-04-30", "")],
    ),
    "a column that says neither": Case(
        "date,event,source\n03/04/1987,Strike,The Buoy\n05/05/1987,Talks,The Buoy\n1987-06-07,End,The Buoy\n",
        [("1987-03-04", "two-ways"), ("1987-05-05", ""), ("1987-06-07", "")],
    ),
    "a column that says both": Case(
        "date,event,source\n03/04/1987,Strike,The Buoy\n30/04/1987,Talks,The Buoy\n04/30/1987,End,The Buoy\n",
        [("1987-03-04", "two-ways"), ("1987-04-30", ""), ("1987-04-30", "")],
    ),
    "a start whose order its end tells": Case(
        "start,end,event\n03/04/1987,30/04/1987,Strike\n",
        [("1987-04-03/1987-04-30", "")],
    ),
    "Japanese and Korean rows": Case(
        "日付,見出し,出典\n1998年5月7日,港の開業,みなと新報\n平成18年10月9日,記念式典,みなと新報\n"
        "1998年5月7日（木）,港の祭り,みなと新報\n",
        [("1998-05-07", ""), ("2006-10-09", ""), ("1998-05-07", "")],
    ),
    "words of which only a part is read": Case(
        "date,event,source\n"
        "two springs before that date [1871],Fire,Annals\n"
        "7. Mai 1998,Hafenfest,Küstenbote\n"
        "H10.5.7,Opening,Annals\n"
        "7 mai 1998,Fête du port,La Bouée\n",
        [("", "half-read"), ("1998-05-07", ""), ("1998-05-07", ""), ("1998-05-07", "")],
    ),
    "start and end": Case(
        "start,end,event\n"
        "1914-07-28,1918-11-11,War\n1998-05-07,1998-05-08,Fair\n1998-06-01,,Storm\n,1999-02-03,Siege\n"
        "1300,1321,Exile\n,,Nothing\n44 BC,14,Rise\n1998-05,1999,Works\nc. 1300,1321,About\n1998-05-07,1998-05-07,Day\n"
        "1998-05-08,1998-05-07,Round\n2000 BC,2100 BC,Round again\n1300,some time later,Open\n",
        [("1914-07-28/1918-11-11", ""), ("1998-05-07/1998-05-08", ""), ("1998-06-01", ""), ("/1999-02-03", "no-start"),
         ("1300/1321", ""), ("", "undated"), ("-0043/0014", ""), ("1998-05/1999", ""), ("1300~/1321", ""),
         ("1998-05-07", ""), ("", "turned-round"), ("", "turned-round"), ("1300/", "unread-cell")],
    ),
    "earliest and latest": Case(
        "not before,not after,event\n1300,1321,Exile\n1998-05-07,,Storm\n44 BC,14,Rise\n,1321,Late\n",
        [("[1300..1321]", ""), ("[1998-05-07..]", ""), ("[-0043..0014]", ""), ("[..1321]", "")],
    ),
    "figures that are years, and signs": Case(
        "date,event,source\n64,Fire,Annals\n476,Fall,Annals\n-216,Battle,Annals\n"
        "−218,Crossing,Annals\n-1200,Fall,Annals\n-0216,Battle day,Annals\n"
        "1912-08-00,Race,Annals\n1912-00-00,Year,Annals\n",
        [("0064", ""), ("0476", ""), ("-0216", "before-zero"), ("-0218", "before-zero"), ("-1200", "before-zero"),
         ("-0216", ""),
         ("1912-08", ""), ("1912", "")],
    ),
    "EDTF in the column of words": Case(
        "date,event,source\n1990-05-01/1990-06-30,Fair,Annals\n1820~,Mill,Annals\n182X,Dam,Annals\n2019-03/2019-04,Tour,A\n"
        "[1820..1825],Gate,Annals\n1985/..,Ferry,Annals\n",
        [("1990-05-01/1990-06-30", ""), ("1820~", ""), ("182X", ""), ("2019-03/2019-04", ""),
         ("[1820..1825]", ""), ("1985/..", "")],
    ),
    "a year and an exact date": Case(
        "Year,Topic,Exact Date,Citation,Tags\n"
        '1871,Fire,,Annals 2,"fire, mills"\n1902,Founding,9 June 1902,Annals 3,people; mills\n'
        "1902,Wrong,9 June 1903,Annals,\n1902,Vague,1902,Annals 4,\n",
        [("1871", "themes-parted"), ("1902-06-09", ""), ("1902", "words-differ"), ("1902", "")],
    ),
    "two columns of words": Case(
        "Date,Exact Date,Event\n1902,9 June 1902,Founding\nsummer 1902,,Storm\n1902,when the tide was low,Landing\n"
        "1902,9 June 1903,Wrong\n",
        [("1902-06-09", ""), ("1902-22", ""), ("1902", "unread-beside"), ("1903-06-09", "words-differ")],
    ),
    "what the date box would warn of": Case(
        "date,event,source\nMonday 7 May 1998,Opening,Annals\nThursday 7 May 1998,Fair,Annals\n",
        [("1998-05-07", "doubtful"), ("1998-05-07", "")],
    ),
    "the same row twice": Case(
        "id,date,event,source\n1,1998-05-07,Opening,Annals\n2,1998-05-07,opening,Annals\n3,1998-05-07,Closing,Annals\n",
        [("1998-05-07", ""), ("1998-05-07", "same-row"), ("1998-05-07", "")],
    ),
    "five or six": Case(
        "date,event,source,source_date\n05/06,Opening,Annals,1998-07-01\n13/06,Fair,Annals,1998-07-01\n",
        [("1998-05-06", "two-ways year-supplied"), ("1998-06-13", "year-supplied")],
    ),
    "no line of names": Case(
        "1998-05-07,Opened,The port was opened\n1999-03-02,Closed,The port was closed\n",
        [("1998-05-07", ""), ("1999-03-02", "")],
    ),
    "ends that are not there, or not yet": Case(
        "start,end,event\n1953,present,Line\n1953,現在,Line 2\n1953,..,Line 3\n1953,?,Line 4\n1953,n/a,Line 5\n"
        "1953,NULL,Line 6\nunknown,1960,Line 7\n-,-,Line 8\n",
        [("1953/..", ""), ("1953/..", ""), ("1953/..", ""), ("1953/", ""), ("1953", ""), ("1953", ""),
         ("/1960", "unread-cell"), ("", "undated")],
    ),
    "a year beside a month and day": Case(
        "Year,Date,Event\n1998,7 May,Fair\n1998,May 13,Feast\n1998,5/13,Storm\n1998,5/7,Rain\n"
        "1998,yesterday,Wind\n1998,,Calm\n",
        [("1998-05-07", ""), ("1998-05-13", ""), ("1998-05-13", ""), ("1998-05-07", "two-ways"),
         ("1998", "needs-day"), ("1998", "")],
    ),
    "a year beside a month and day in Japanese": Case("年,月日,出来事\n1998,5月7日,開業\n", [("1998-05-07", "")]),
    "figures that a program took for decimals": Case(
        "Year,Month,Day,End Year,Headline\n1998.0,5.0,7.0,,Fair\n1998.0,,,1999.0,Works\n",
        [("1998-05-07", ""), ("1998/1999", "")],
    ),
    "the line that tells Excel its separator": Case("sep=;\ndate;event\n1998-05-07;Fair\n", [("1998-05-07", "")]),
    "figures that begin like a formula": Case(
        "date,event,notes\n-216,Battle,-12.5\n-0216-08-02,Battle day,=1+1\n",
        [("-0216", "before-zero"), ("-0216-08-02", "formula")],
    ),
}  # fmt: skip


def came_to(plan, table, **choices):
    found = rows_of(plan, table, **choices)
    return [(row.date.edtf if row.date else "", codes_of(row)) for row in found]


@pytest.mark.parametrize("name", DATED)
def test_each_row_comes_to_its_date_or_says_why_not(plan, name):
    assert came_to(plan, DATED[name].table) == DATED[name].rows


@pytest.mark.parametrize("now", [datetime(2024, 2, 29, 23, 30, tzinfo=UTC), datetime(1999, 12, 31, tzinfo=UTC)])
def test_no_table_is_read_from_the_clock_of_the_machine(plan, now):
    with time_machine.travel(now):
        found = {name: came_to(plan, case.table) for name, case in DATED.items()}
    assert found == {name: case.rows for name, case in DATED.items()}


@pytest.mark.parametrize(
    ("order", "row"), [("dmy", ("1987-04-03", "")), ("mdy", ("1987-03-04", "")), ("", ("1987-03-04", "two-ways"))]
)
def test_what_the_person_says_of_day_and_month_goes_before_the_column(plan, order, row):
    assert came_to(plan, DATED["a column that says neither"].table, order=order)[0] == row


@pytest.mark.parametrize(
    ("name", "note"),
    [
        (
            "a column that says the day comes first",
            "“date”: the day stands before the month, as “30/04/1987” on line 3",
        ),
        (
            "a column that says the month comes first",
            "“date”: the month stands before the day, as “04/30/1987” on line",
        ),
        ("a column that says neither", "“date”: nothing tells whether day or month stands first, as in “03/04/1987”. "),
        (
            "a column that says both",
            "“date”: “30/04/1987” on line 3 has the day first, “04/30/1987” on line 4 the month",
        ),
        (
            "a column of months that settles the whole column",
            "“date”: the day stands before the month, as “06/07/2001” on line 3 shows.",
        ),
        (
            "a day in another column that settles the whole column",
            "“date”: the day stands before the month, as “06/07/2001” on line 3 shows.",
        ),
        (
            "years of two figures in a column of one century",
            "“date”: years of two figures are of the years 1800 to 1899, as “24/08/1812” on line 3 shows: ",
        ),
        ("no line of names", "The first line looks like a row"),
    ],
)
def test_what_the_whole_table_tells_is_said_once(plan, name, note):
    notes = [str(Finding(*stored)) for stored in plan(content=DATED[name].table.encode()).plan["notes"]]
    assert len(notes) == 1
    assert notes[0].startswith(note)


def test_a_half_read_row_names_what_was_read_and_what_was_not(plan):
    row = rows_of(plan, DATED["words of which only a part is read"].table)[0]
    assert str(row.findings[0]) == (
        "Of “two springs before that date [1871]” only “1871” is read (1871), not “two springs before that date”: "
        "it gives no date, the words are kept."
    )
    assert row.words == "two springs before that date [1871]"
