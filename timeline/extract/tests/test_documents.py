"""Files to text and metadata."""

from datetime import date

import pytest

from timeline.extract import CannotExtract, Reason, clean, extract, publication

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry plan shelved | The Niigata Gazette</title>
<meta property="og:site_name" content="The Niigata Gazette">
<meta property="article:published_time" content="2019-05-02T08:00:00+09:00">
<meta property="og:url" content="https://gazette.example/ferry"></head>
<body><nav><a href="/">Front page</a></nav><article><h1>Ferry plan shelved</h1>
<p>The two sides met on Wednesday and agreed to put the ferry plan off.</p>
<p>Talks will go on in late May, an official of the prefecture said.</p></article>
<script>var never = "shown";</script></body></html>"""


def test_a_page_gives_text_title_publisher_language_address_and_a_suggested_date():
    found = extract(PAGE.encode(), "ferry.html")
    assert "The two sides met on Wednesday" in found.text
    assert "Talks will go on in late May" in found.text
    assert "never" not in found.text
    assert found.title == "Ferry plan shelved"
    assert found.publisher == "The Niigata Gazette"
    assert found.language == "en"
    assert found.url == "https://gazette.example/ferry"
    assert publication(found.published, "Asia/Tokyo").day == date(2019, 5, 2)


def test_a_fragment_of_a_page_gives_all_that_is_visible():
    found = extract(b"<p>They met on Friday.<p>One &amp; all went home.<script>no()</script>", "piece.html")
    assert found.text.split("\n") in (
        ["They met on Friday.", "One & all went home."], ["They met on Friday.", "", "One & all went home."],
    )  # fmt: skip
    assert publication(found.published, "Asia/Tokyo").day is None


def test_a_page_is_known_without_the_ending_of_its_name():
    assert "<p>" not in extract(PAGE.encode(), "download").text


def test_plain_text_keeps_its_angle_brackets():
    assert extract(b"<p> is a tag, said on Friday.", "notes.txt").text == "<p> is a tag, said on Friday."


def test_a_script_address_is_not_taken_for_the_page_s_own():
    page = PAGE.replace("https://gazette.example/ferry", "javascript:alert(1)")
    assert not extract(page.encode(), "ferry.html").url.startswith("javascript")


@pytest.mark.parametrize("name", ["empty.txt", "empty.html"])
@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(content, name):
    with pytest.raises(CannotExtract) as refused:
        extract(content, name)
    assert refused.value.reason == Reason.NO_TEXT


def test_a_hostile_page_is_read_in_bounded_time_and_depth():
    assert extract(b"<div>" * 100_000 + b"They met on Friday.", "deep.html").text == "They met on Friday."


def test_control_characters_go_and_line_ends_become_one_kind():
    assert clean("\ufeffa\x00b\r\nc\rd\x0ce\u2028f\x07\t!\n ") == "ab\nc\nd\ne\nf\t!"


@pytest.mark.parametrize(
    ("content", "is_page"),
    [
        (b"<!---->" * 40 + b"Met", False),
        (b"<!-- a --> \n<!-- b --><p>Met</p>", True),
        (b"<?xml version='1.0'?><!-- a --><html>Met", True),
        (b"<!---->" * 20_000 + b"<p>Met", True),
        (b" <b>Met</b>", False),
        (b"Met <p>", False),
        (b"<!-- a", False),
        (b"<?xml", False),
    ],
)
def test_a_file_without_an_ending_is_a_page_if_one_stands_behind_its_comments(content, is_page):
    assert (extract(content, "download").text == "Met") == is_page
