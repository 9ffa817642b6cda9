"""Feeds, calendars and sitemaps: whatever stands in them, they can be read."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from timeline.formats import atom, icalendar, sitemap

AT = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.date(2017, 7, 28)
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HOSTILE = [
    "<b>&amp;]]>",
    "\x00\x0b\ufffe",
    "\ud800",
    "日本と北朝鮮",
    "a\"b'c",
    "a\r\nEND:VEVENT\r\nb",
    "\u2028",
    "x" * 500,
]


def feed(title):
    entry = atom.Entry(
        id="tag:a.example,2026:events/1", title=title, address="https://a.example/events/1/?a=1&b=2", updated=AT,
        published=AT, summary=title, language="en",
        categories=(atom.Category(title, title, "ja"), atom.Category("alone")),
        content=f"<p>{title}</p>",
        content_language="ja", via="https://a.example/?a=1&b=2",
    )  # fmt: skip
    return atom.Feed(
        id="tag:a.example,2026:c", title=title, address="https://a.example/feed", page="https://a.example/", updated=AT,
        author="Nenpyo", language="ja", rights=title, entries=(entry,),
    )  # fmt: skip


def check_feed(title):
    root = etree.fromstring(atom.write(feed(title)))
    for element in (root, root.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "link"):
            assert element.find(f"{ATOM}{name}") is not None or not title.strip(), name
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Nenpyo"
    assert root.find(f"{ATOM}entry/{ATOM}summary") is not None
    return root


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_words_break_no_feed(title):
    check_feed(f"A {title}")


@given(st.text())
def test_no_text_breaks_a_feed(title):
    check_feed(title)


def test_a_feed_says_what_it_must():
    root = check_feed("News & views")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T12:00:00Z"
    assert root.find(f"{ATOM}link[@rel='alternate']").get("hreflang") == "ja"
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == "https://a.example/events/1/?a=1&b=2"
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "News & views"


def test_an_entry_says_what_it_is_about_and_where_it_was_read():
    entry = check_feed("News & views").find(f"{ATOM}entry")
    first, second = entry.findall(f"{ATOM}category")
    assert (first.get("term"), first.get("label"), first.get(LANG)) == ("News & views", "News & views", "ja")
    assert dict(second.attrib) == {"term": "alone"}
    content = entry.find(f"{ATOM}content")
    assert (content.get("type"), content.get(LANG), content.text) == ("html", "ja", "<p>News & views</p>")
    assert entry.find(f"{ATOM}link[@rel='via']").get("href") == "https://a.example/?a=1&b=2"


def calendar(*days, **fields):
    said = {"name": "Days", "description": "All of them", "stamp": AT, **fields}
    return icalendar.write(icalendar.Calendar(days=days, **said))


def day(**fields):
    return icalendar.Day(**{"uid": "event-1@a.example", "first": DAY, "summary": "A launch", **fields})


def unfolded(written):
    return written.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_day_ends_with_the_next():
    lines = unfolded(calendar(day(version=3, address="https://a.example/events/1/")))
    assert "DTSTART;VALUE=DATE:20170728" in lines
    assert "DTEND;VALUE=DATE:20170729" in lines
    assert "DTSTAMP:20261123T120000Z" in lines
    assert "UID:event-1@a.example" in lines
    assert "SEQUENCE:3" in lines


def test_words_say_their_language():
    lines = unfolded(calendar(language="ja", name_language="en"))
    assert "NAME;LANGUAGE=en:Days" in lines
    assert "DESCRIPTION;LANGUAGE=ja:All of them" in lines
    assert "NAME:Days" in unfolded(calendar(name_language=";:"))


def test_what_lasted_ends_with_the_day_after_its_last():
    assert "DTEND;VALUE=DATE:20170803" in unfolded(calendar(day(last=datetime.date(2017, 8, 2))))


def test_the_ends_of_the_calendar_have_their_days():
    written = calendar(day(first=datetime.date.min), day(first=datetime.date.max)).decode()
    assert "DTSTART;VALUE=DATE:00010101" in written
    assert "DTSTART;VALUE=DATE:99991231" in written
    assert written.count("DTEND") == 1


def test_signs_of_the_format_are_escaped():
    lines = unfolded(calendar(day(summary="a,b;c\\d", description="one\ntwo")))
    assert "SUMMARY:a\\,b\\;c\\\\d" in lines
    assert "DESCRIPTION:one\\ntwo" in lines


def check_calendar(text):
    written = calendar(day(summary=text, description=text, uid="u"), name=text, description=text)
    assert written.endswith(b"END:VCALENDAR\r\n")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is split
        assert b"\n" not in line
        assert b"\r" not in line
    lines = unfolded(written)
    assert [line for line in lines if line.startswith(("BEGIN:", "END:"))] == [
        "BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [*HOSTILE, "語" * 200, "a" * 74 + "語", ""])
def test_hostile_words_break_no_calendar(text):
    check_calendar(text)


@given(st.text())
def test_no_text_breaks_a_calendar(text):
    check_calendar(text)


PAGE = sitemap.Page(
    "https://a.example/?a=1&b=2", AT, [("en", "https://a.example/?a=1&b=2"), ("ja", "https://a.example/ja/")]
)


def test_a_sitemap_names_each_page_in_each_of_its_languages_and_all_of_them_beside_it():
    urls = [*etree.fromstring(sitemap.write([PAGE]))]
    assert [url[0].text for url in urls] == ["https://a.example/?a=1&b=2", "https://a.example/ja/"]
    for url in urls:
        assert url[1].text == "2026-11-23T12:00:00+00:00"
        assert [(link.get("hreflang"), link.get("href")) for link in url[2:]] == [
            ("en", "https://a.example/?a=1&b=2"), ("ja", "https://a.example/ja/"),
            ("x-default", "https://a.example/?a=1&b=2"),
        ]  # fmt: skip
    (listed,) = etree.fromstring(sitemap.write_index([PAGE]))
    assert listed[0].text == "https://a.example/?a=1&b=2"


def test_a_page_in_one_language_stands_alone():
    (url,) = etree.fromstring(sitemap.write([sitemap.Page("https://a.example/")]))
    assert [one.text for one in url] == ["https://a.example/"]


@pytest.mark.parametrize(("name", "most"), [("MOST", 5), ("MOST_BYTES", 1800)])
def test_a_sitemap_holds_no_more_than_one_may(name, most, monkeypatch):
    monkeypatch.setattr(sitemap, name, most)
    written = sitemap.write([PAGE] * 9)
    assert 1 <= len(etree.fromstring(written)) < 6
    assert len(written) <= 1800
