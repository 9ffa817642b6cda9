"""What a page gives: its text with every word in its place, for each kind of page."""

import logging
from contextlib import suppress
from functools import partial

import pytest

from timeline.extract import CannotExtract, extract
from timeline.extract.tests.pages_written import GONGSA, KOJI, PIERS, WORKS, article, page, text_of

# Words in place


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ('on <time datetime="1965-06-22">22 June 1965</time> in the capital', "on 22 June 1965 in the capital"),
        ('<time datetime="1965-06-22"><span>22 June</span> <b>1965</b></time> it was', "22 June 1965 it was"),
        (
            'the <abbr title="Memorandum">MoU</abbr> of <data value="8">8 October 1998</data>',
            "the MoU of 8 October 1998",
        ),
        ("<mark>22 June</mark> <dfn>1965</dfn> and <bdi>later</bdi>", "22 June 1965 and later"),
        ("<ins>22 June</ins> <kbd>1965</kbd>, <var>n</var> <output>3</output>", "22 June 1965, n 3"),
        ('<a href="/on/1965-06-22">22 June 1965</a>, as said', "22 June 1965, as said"),
        ("the 22<sup>nd</sup> of June 1965", "the 22nd of June 1965"),
        ('in 1965<sup class="reference"><a href="#n1">[1]</a></sup> and later', "in 1965 and later"),
        ("in 1965<sup>2</sup> and in 1998<sup>[3]</sup>, all said", "in 1965 and in 1998, all said"),
        ("about 5 km<sup>2</sup> were dry", "about 5 km2 were dry"),
        ("22&nbsp;June&#8203; 19<wbr>65 and Sep&shy;tember", "22 June 1965 and September"),
        ("<q>On Friday</q> he said", "“On Friday” he said"),
        ("on 22 June\n\t\t\t1965\n\n  in the capital", "on 22 June 1965 in the capital"),
        ('on <font color="red">22 <blink>June</blink></font> 1965', "on 22 June 1965"),
        ("on <x-date>22 June 1965</x-date> in the capital", "on 22 June 1965 in the capital"),
    ],
)
def test_words_inside_a_line_stay_in_their_place(marked, read):
    assert read in text_of(page(article(marked + ".", WORKS, PIERS))).split("\n")[2]
    assert read in text_of(page(f"<div>{marked}.</div>"))
    assert read in text_of(f"<p>{marked}.")


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>昭和<rt>しょうわ</rt></ruby>40<ruby>年<rt>ねん</rt></ruby>6<ruby>月<rt>がつ</rt></ruby>22<ruby>日<rt>にち</rt></ruby>",
        "<ruby>昭和<rp>(</rp><rt>しょうわ</rt><rp>)</rp></ruby>40<ruby><rb>年</rb><rp>（</rp><rt>ねん</rt><rp>）</rp></ruby>6月22日",
        "<ruby><rb>昭</rb><rb>和</rb><rtc><rt>しょう</rt><rt>わ</rt></rtc></ruby>40年6月22日",
        "<ruby>昭和<rt>しょうわ</ruby>40年6月22日",
    ],
)
def test_furigana_goes_and_the_date_stands_on_one_line(ruby):
    assert "昭和40年6月22日に結ばれた。" in text_of(
        page(f"<article><h1>港</h1><p>{ruby}に結ばれた。</p></article>", lang="ja")
    )
    long = page(f"<article><h1>港</h1><p>{ruby}に結ばれた。</p><p>{KOJI * 8}</p></article>", lang="ja")
    assert "昭和40年6月22日に結ばれた。" in text_of(long).split("\n")


def test_a_line_of_japanese_that_was_broken_in_the_source_has_no_gap():
    assert "6月22日に結ばれた。" in text_of(page("<p>6月\n      22日に\n結ばれた。</p>")).replace(" ", "")
    assert "条約が結ばれた。" in text_of(page("<p>条約が\n      結ばれた。</p>"))
    assert "이 조약은 맺어졌다." in text_of(page("<p>이 조약은\n맺어졌다.</p>"))


def test_dates_in_list_lines_stay_each_on_a_line():
    items = "".join(f"<li><b>{day} June 1965</b> The talks went on.</li>" for day in range(20, 26))
    for around in ("ul", "ol", "div"):
        lines = text_of(page(article(WORKS, f"</p><{around}>{items}</{around}><p>{PIERS}"))).split("\n")
        assert "22 June 1965 The talks went on." in lines, around
    last = page(f"<div id=a><h1>What was</h1><p>{WORKS}</p><p>{PIERS}</p><ul>{items}</ul></div>")
    assert "25 June 1965 The talks went on." in text_of(last).split("\n")


def test_a_table_of_data_is_read_row_by_row():
    rows = "<tr><th>Day</th><th>What</th></tr><tr><td>22 June 1965</td><td>Treaty <b>signed</b></td></tr>"
    lines = text_of(page(article(WORKS, f"</p><table>{rows}</table><p>", PIERS))).split("\n")
    assert "22 June 1965 | Treaty signed" in lines
    assert "Day | What" in lines


def test_tables_that_lay_a_page_out_are_read_as_paragraphs():
    words = f"<h1>Harbour works end</h1><p>{WORKS}</p><p>On <b>22 June 1965</b><br>it began.</p>"
    inner = f"<table><tr><td>{words}</td></tr></table>"
    old = page(f"<table><tr><td width=120><a href=/>Home</a><br><a href=/n>News</a></td><td>{inner}</td></tr></table>")
    lines = text_of(old).split("\n")
    assert WORKS in lines
    assert "On 22 June 1965" in lines
    assert "|" not in text_of(old)


# Kinds of pages


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>{WORKS}<p>On <time>22 June 1965</time> it began.", [WORKS, "", "On 22 June 1965 it began."]),
        (f"<div>{WORKS}<br><br>{PIERS}<br>So it was.</div>", [WORKS, "", PIERS, "So it was."]),
        (f"<div><div>{WORKS}</div><div>{PIERS}</div></div>", [WORKS, "", PIERS]),
        (f"<center><font size=2>{WORKS}<p>{PIERS}</font></center>", [WORKS, "", PIERS]),
        (f"<dl><dt>22 June 1965<dd>{WORKS}</dl>", ["22 June 1965", WORKS]),
        (f"{WORKS} <b>{PIERS}", [f"{WORKS} {PIERS}"]),
        (f"<td>{WORKS}</td>", [WORKS]),
        (f"<p>{KOJI}</p><p>　{KOJI}</p>", [KOJI, "", KOJI]),
        (f"<div>{GONGSA}<br/>{GONGSA}</div>", [GONGSA, GONGSA]),
        (f"<blockquote>{WORKS}<footer>A. Writer, 1965</footer></blockquote>", [WORKS, "", "A. Writer, 1965"]),
    ],
)
def test_a_fragment_is_read_line_by_line(body, lines):
    assert text_of(body) == "\n".join(lines)


def test_a_page_nested_deeper_than_any_tree_keeps_all_its_words():
    assert text_of("<div>" * 5000 + f"<p>On <time>22 June 1965</time></p>{'<div>x' * 5000}").startswith(
        "On 22 June 1965"
    )


@pytest.fixture(autouse=True)
def quiet():
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def test_a_portal_of_japan_gives_the_article_without_its_own_name_and_its_ranking():
    box = "<section><h2>アクセスランキング</h2><ol><li><a>空港で歌手 <time>4/28(日)</time></a></li></ol></section>"
    said = "<section><h2>コメント（120件）</h2><ul><li><p>昨年もそうだった</p><time>3時間前</time></li></ul></section>"
    article = f"<article><header><h1>港の工事が完了</h1></header><div><p>{KOJI}<br><br>{KOJI}</p></div></article>"
    portal = page(
        f"<header><h1><a>国民ニュース</a></h1></header><div id=main>{article}{said}</div><div>{box}</div>", lang="ja"
    )
    assert text_of(portal).split("\n") == ["港の工事が完了", "", KOJI, "", KOJI]


def test_a_portal_of_korea_keeps_the_words_under_a_picture_apart():
    picture = "<span class=end_photo_org><img><em class=img_desc>2일 오전 항만. 연합</em></span>"
    said = "<div class=u_cbox><ul><li><span>3시간 전</span><p>작년에도 그랬다</p></li></ul></div>"
    rank = "<div class=ranking_section><h3>많이 본 뉴스</h3><ul><li><a>가수 공항 2024-04-28</a></li></ul></div>"
    portal = page(
        f"<h2>항만 공사</h2><div><article>{GONGSA}<br><br>{picture}{GONGSA}</article>{said}</div>{rank}", lang="ko"
    )
    assert text_of(portal).split("\n") == [GONGSA, "", "2일 오전 항만. 연합", "", GONGSA]


def test_an_encyclopedia_gives_its_tables_and_lists_without_marks_of_notes():
    note = '<sup class="reference"><a href="#n1">[1]</a></sup>'
    rows = "<tr><th colspan=2>Harbour treaty</th></tr><tr><th>Signed</th><td>22 June 1965</td></tr>"
    facts = f"<table class=infobox>{rows}</table>"
    heading = "<h2><span>History</span><span class=mw-editsection>[<a>edit</a>]</span></h2>"
    days = "<ul><li><a>1 May 1964</a>: talks begin.</li><li><a>22 June 1965</a>: signed.</li></ul>"
    other = "<div class=toc><ul><li><a>1 History</a></li></ul></div><div class=navbox><a>Treaties of 1965</a></div>"
    body = (
        f"<h1>Harbour treaty</h1>{facts}<p>It was signed in 1965.{note} {WORKS}</p>{other}{heading}<p>{PIERS}</p>{days}"
    )
    lines = text_of(page(f"<div role=main>{body}</div><div role=contentinfo>Last edited on 1 May 2024</div>")).split(
        "\n"
    )
    assert [line for line in lines if line] == [
        "Harbour treaty",
        "Harbour treaty",
        "Signed | 22 June 1965",
        f"It was signed in 1965. {WORKS}",
        "History",
        PIERS,
        "1 May 1964: talks begin.",
        "22 June 1965: signed.",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<div>x", "<b>Related</b><p>x</p>", "<ul><li><a>x</a>", "<a>ab</a><br>", "<p>2 hours ago</p>",
        "<tr><td>1 May<td>b", "<main>x", "<meta itemprop=datePublished content=2024-05-02>", "<h1>a b c</h1>",
        "<p class=byline>A B</p>",
    ],
)  # fmt: skip
def test_a_page_of_one_piece_again_and_again_makes_work_that_grows_with_its_length_only(piece, in_time, work_of):
    def page(times):
        return ("<div class=x><p>It rained.</p>" + piece * times).encode()

    def read(times):
        with suppress(CannotExtract):
            extract(page(times), "page.html")

    read(10)
    few, many = (work_of(partial(read, times)) for times in (300, 1200))
    assert many < 4.5 * few + 1000
    with suppress(CannotExtract):
        in_time(extract, page(20_000), "page.html")
