"""What is cited, in CSL-JSON, RIS and BibTeX: whatever stands in it, the file stays whole."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.formats import bibtex, csl_json, ris
from timeline.formats.works import Kind, Work, date_parts

HOSTILE = [
    "100 % of {it} & more_of #1 for $5 ~ \\input{x} ^", "}} @misc{evil,", "{", "}", "a\nER  - \nTY  - BOOK", "a\r\nb",
    "日本と北朝鮮", "남북 정상회담", '"quoted" <b>', "\x00\x1b[2J", "one and two", "\u2028line", "\ud800", "%s {0}",
]  # fmt: skip


def work(**fields):
    given = {"key": "nenpyo-7-v3", "kind": Kind.PAGE, "title": "Talks are held", **fields}
    return Work(**given)


FULL = work(
    container="Japan and North Korea", author="The desk", publisher="Nenpyo", issued=(2026, 11, 23),
    accessed=(2026, 12, 1), url="https://a.example/events/7/v/3/", language="en", version="3", note="Some note",
)  # fmt: skip


def test_csl_json_says_all_that_is_known():
    (item,) = json.loads(csl_json.write([FULL]))
    assert item == {
        "id": "nenpyo-7-v3", "type": "webpage", "title": "Talks are held", "container-title": "Japan and North Korea",
        "publisher": "Nenpyo", "version": "3", "URL": "https://a.example/events/7/v/3/", "language": "en",
        "note": "Some note", "author": [{"literal": "The desk"}], "issued": {"date-parts": [[2026, 11, 23]]},
        "accessed": {"date-parts": [[2026, 12, 1]]},
    }  # fmt: skip


def test_an_article_of_a_newspaper_is_one():
    news = work(kind=Kind.NEWS, container="The Niigata Gazette")
    assert json.loads(csl_json.write([news]))[0]["type"] == "article-newspaper"
    assert b"TY  - NEWS\r\n" in ris.write([news])


def test_ris_says_all_that_is_known():
    assert ris.write([FULL]).decode().split("\r\n") == [
        "TY  - ELEC", "ID  - nenpyo-7-v3", "TI  - Talks are held", "AU  - The desk", "T2  - Japan and North Korea",
        "PB  - Nenpyo", "PY  - 2026", "DA  - 2026/11/23/", "ET  - 3", "UR  - https://a.example/events/7/v/3/",
        "Y2  - 2026/12/01/", "LA  - en", "N1  - Some note", "ER  - ", "",
    ]  # fmt: skip


def test_bibtex_says_all_that_is_known():
    text = bibtex.write([FULL]).decode()
    assert text.startswith("@online{nenpyo-7-v3,\n  title = {{Talks are held}},\n")
    for line in (
        "howpublished = {{Japan and North Korea}}",
        "organization = {{Nenpyo}}",
        "titleaddon = {{Japan and North Korea}}",
        "date = {2026-11-23}",
        "month = nov",
        "version = {{3}}",
        "urldate = {2026-12-01}",
    ):
        assert line in text


@pytest.mark.parametrize(("kind", "type"), [(Kind.PAGE, "online"), (Kind.NEWS, "misc"), (Kind.OTHER, "misc")])
def test_bibtex_calls_online_only_what_is(kind, type):
    text = bibtex.write([work(kind=kind, publisher="The Ministry")]).decode()
    assert text.startswith(f"@{type}{{")
    assert "howpublished = {{The Ministry}}" in text
    assert ("organization = {{The Ministry}}" in text) == (type == "online")


def test_what_is_not_known_is_left_out():
    assert json.loads(csl_json.write([work()])) == [{"id": "nenpyo-7-v3", "type": "webpage", "title": "Talks are held"}]
    assert b"DA" not in ris.write([work()])
    assert b"url" not in bibtex.write([work()])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_break_no_file(text):
    works = [work(title=text, author=text, container=text, note=text), work(key="second")]
    assert [item["id"] for item in json.loads(csl_json.write(works))] == ["nenpyo-7-v3", "second"]
    check_ris(works)
    check_bibtex(works)


@given(st.text())
def test_no_text_breaks_a_file(text):
    works = [work(title=text, url=f"https://a.example/{text}"), work(key="second")]
    assert len(json.loads(csl_json.write(works))) == 2
    check_ris(works)
    check_bibtex(works)


def check_ris(works):
    lines = ris.write(works).decode().split("\r\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert lines.count("ER  - ") == 2


def check_bibtex(works):
    """As BibTeX reads it: braces are counted, with a backslash before them or without."""
    text, depth, entries = bibtex.write(works).decode(), 0, 0
    for place, letter in enumerate(text):
        if letter == "@" and depth == 0:
            entries += 1
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0, text[: place + 1]
    assert (depth, entries) == (0, 2)


def test_bibtex_keeps_letters_of_all_scripts_and_escapes_its_own_signs():
    text = bibtex.write([work(title="日本 & 100 % {of} a_b")]).decode()
    assert r"{{日本 \& 100 \% {\textbraceleft}of{\textbraceright} a\_b}}" in text


def test_an_address_with_braces_closes_nothing():
    assert b"url = {https://a.example/%7Bx%7D?a=1&b=%202}" in bibtex.write([work(url="https://a.example/{x}?a=1&b= 2")])


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2017-07-28", (2017, 7, 28)), ("2017-07", (2017, 7)), ("2017", (2017,)), ("0099-01-02", (99, 1, 2)),
        ("197X", ()), ("2017~", ()), ("2017-07-28?", ()), ("../2017", ()), ("2017-01/2017-02", ()), ("-0043", ()),
        ("", ()), ("no date", ()), ("2017-21", ()), ("99999", ()),
    ],
)  # fmt: skip
def test_a_date_becomes_no_more_exact_than_it_is(edtf, parts):
    assert date_parts(edtf) == parts


def test_a_year_below_1000_has_four_figures():
    assert b"DA  - 0099/01//" in ris.write([work(issued=(99, 1))])
