"""The day of publication: one, a choice for a person, or a contradiction."""

import pytest

from timeline.extract import publication, read_timestamp
from timeline.extract.tests.test_page_facts import DAY, TITLE, found_in, meta


@pytest.mark.parametrize(
    ("written", "zone", "lang", "days"),
    [
        ("2024-05-01T22:30:00Z", "Asia/Tokyo", "ja", ["2024-05-01", "2024-05-02"]),
        ("2024-05-01T22:30:00Z", "UTC", "ja", ["2024-05-01", "2024-05-02"]),
        ("2024-05-01T22:30:00Z", "Asia/Seoul", "en", ["2024-05-01", "2024-05-02"]),
        ("2024-05-01T22:30:00+00:00", "Asia/Tokyo", "ja", ["2024-05-01", "2024-05-02"]),
        ("1714602600", "Asia/Tokyo", "ja", ["2024-05-01", "2024-05-02"]),
        ("2024-05-02T02:30:00.000Z", "America/New_York", "en", ["2024-05-01", "2024-05-02"]),
        ("2024-05-02T00:00:00Z", "America/New_York", "en", ["2024-05-01", "2024-05-02"]),
        ("2024-05-02T00:00:00Z", "Asia/Tokyo", "ja", ["2024-05-02"]),
        ("2024-05-01T22:30:00Z", "Europe/London", "en", ["2024-05-01"]),
        ("2024-05-02T07:30:00+09:00", "America/New_York", "en", ["2024-05-02"]),
        ("2024-05-02T23:59:00-0700", "Asia/Tokyo", "en", ["2024-05-02"]),
        ("2024-05-02T07:30:00", "America/New_York", "ja", ["2024-05-02"]),
        ("2024-05-02", "Pacific/Auckland", "ja", ["2024-05-02"]),
        ("2024-05-01T24:00:00+09:00", "Asia/Tokyo", "ja", ["2024-05-02"]),
        ("03/05/2024", "Asia/Tokyo", "en", ["2024-03-05", "2024-05-03"]),
        ("25/05/2024", "Asia/Tokyo", "en", ["2024-05-25"]),
    ],
)
def test_a_moment_in_utc_is_a_day_only_where_both_zones_agree(written, zone, lang, days):
    found = found_in(TITLE + meta("article:published_time", written), lang=lang)
    offered = publication(found.published, zone, lang)
    assert [one.day.isoformat() for one in offered.days] == days
    assert not offered.contradicts
    assert (offered.day is None) == (len(days) > 1)


@pytest.mark.parametrize(
    ("first", "second", "days", "contradicts"),
    [
        ("2024-05-01T22:30:00Z", "2024-05-02T07:30:00+09:00", ["2024-05-02"], False),
        ("2024-05-01T22:30:00Z", "2024-05-02", ["2024-05-02"], False),
        ("2024-05-01T22:30:00Z", "2024-05-01", ["2024-05-01", "2024-05-02"], False),
        ("2024-05-02T09:00:00+09:00", "2024-05-03", ["2024-05-02", "2024-05-03"], True),
        ("2024-05-02T09:00:00+09:00", "03/05/2024", ["2024-03-05", "2024-05-02", "2024-05-03"], True),
        ("2024-05-03T09:00:00+09:00", "03/05/2024", ["2024-05-03"], False),
        ("2024-05-02", "2024-05-02T18:00:00+09:00", ["2024-05-02"], False),
        ("2024-05-02", "no date at all", ["2024-05-02"], False),
    ],
)
def test_two_statements_agree_or_are_both_shown(first, second, days, contradicts):
    found = found_in(TITLE + meta("article:published_time", first) + meta("date", second, "name"), lang="ja")
    offered = publication(found.published, "Asia/Tokyo", "ja")
    assert [one.day.isoformat() for one in offered.days] == days
    assert offered.contradicts == contradicts
    assert {ground.place for one in offered.days for ground in one.grounds} <= {"article:published_time", "date"}


def test_ten_days_of_publication_are_none():
    metas = "".join(meta("article:published_time", f"2024-05-{day:02}") for day in range(1, 11))
    offered = publication(found_in(TITLE + metas).published, "Asia/Tokyo")
    assert offered.contradicts
    assert offered.day is None
    assert len(offered.days) == 10


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-02",
        "2024/05/02",
        "2024.05.02",
        "2024. 5. 2.",
        "2024.5.2.",
        "20240502",
        "20240502093101",
        "2024-05-02 09:31",
        "2024-05-02 9:31 AM",
        "2024-05-02T09:31:01.123456+09:00",
        "2024-05-02 09:31:01 +0900",
        "2024-05-02T09:31:01JST",
        "Thu, 02 May 2024 09:31:01 +0900",
        "Thu May 02 2024 09:31:01 GMT+0900 (JST)",
        "May 2, 2024",
        "2 May 2024",
        "May 2nd, 2024 9:31 am",
        "2024年5月2日",
        "2024년 5월 2일 09:31",
        "2024年5月2日(木) 9時31分",
        "Thursday, May 2, 2024",
        "1714609861",
        "1714609861000",
        "2.5.2024",
        "Thu, 02 May 2024 01:31:01 GMT",
    ],
)
def test_a_timestamp_is_read_as_programs_write_it(written):
    assert read_timestamp(written).days == (DAY,)


@pytest.mark.parametrize(
    "written",
    [
        "", "2024", "2024-05", "202405", "2024502", "2024-13-01", "now", "2" * 50, "2024-05-02" * 9, "0000-00-00",
        "9999-12-31T23:59:59Z", "٢٠٢٤-٠٥-٠٢x", "Updated 2 May 2024", "Marchand 2, 2024", "Mayor 2 2024",
        "May 2, 2024 - June 3, 2024", "02/05/2024 - 03/06/2024", "2 May 2024, updated 3 May 2024",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(written):
    assert read_timestamp(written) is None


def test_ten_figures_may_be_an_hour_or_a_second():
    assert [day.isoformat() for day in read_timestamp("2024050209").days] == ["2024-05-02", "2034-02-20"]
