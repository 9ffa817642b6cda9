"""What stands on a page and is not of its article: comments, buttons, boxes, navigation."""

import pytest

from timeline.extract.tests.pages_written import KOJI, PIERS, WORKS, article, page, text_of

COMMENTS = (
    "<p>2 hours ago</p><p>About time! Yesterday I waited for the ferry for three hours and nobody told us anything.</p>"
    "<p>1 hour ago</p><p>The mayor promised this in 2019 and again last year, shame on him.</p>"
)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="lista-comentarios">{}</div>',
        '<section id="comments">{}</section>',
        '<div class="reactions">{}</div>',
        '<div id="cbox_module">{}</div>',
        '<ul class="u_cbox_list">{}</ul>',
        '<div class="pinglun-list">{}</div>',
        '<div id="disqus_thread">{}</div>',
        '<div class="readerComments">{}</div>',
        '<ol class="commentlist"><li>{}</li></ol>',
        '<div class="Kommentare">{}</div>',
        '<div class="commentaires-liste">{}</div>',
        '<div class="コメント一覧">{}</div>',
        '<div id="댓글">{}</div>',
        '<div class="reader-responses">{}</div>',
        '<div class="cmt_list">{}</div>',
        '<div class="u_cbox"><div class="reply-list">{}</div></div>',
        '<div itemprop="comment">{}</div>',
        '<div itemscope itemtype="https://schema.org/Comment">{}</div>',
        '<div itemscope itemtype="http://schema.org/UserComments">{}</div>',
        '<div class="x9">{}</div>',
        '<div class="a"><h3>2 Comments</h3>{}</div>',
        '<div class="a"><h2>コメント（2件）</h2>{}</div>',
        "<h4>댓글 2</h4><div>{}</div>",
        "<h3><span>Reader comments</span></h3><div>{}</div>",
        "<aside>{}</aside>",
        '<footer class="post"><div>{}</div></footer>',
        '<div class="komentarze">{}</div>',
        '<div class="blog-replies">{}</div>',
        '<div id="respond">{}</div>',
    ],
)
@pytest.mark.parametrize("times", [1, 12])
def test_comments_of_readers_do_not_come_in(box, times):
    for around in ("<div id=content>{}</div>", "<article>{}</article>", "{}"):
        body = f"<h1>Harbour works end</h1><p>{WORKS}</p><p>{PIERS}</p>" + box.format(COMMENTS * times)
        text = text_of(page(around.format(body)))
        assert text.endswith(PIERS), around
        assert WORKS in text


def test_comments_under_a_heading_that_counts_them_do_not_come_in_though_nothing_says_how_long_ago():
    readers = "<div><p><b>Netman</b> 3 May 2024</p><p>The mayor promised this in 2019 and again last year.</p></div>"
    for heading in ("<h3>Comments (2)</h3>", "<h2>2 comments</h2>", "<h4>댓글 2</h4>"):
        body = f"<h1>Harbour works end</h1><p>{WORKS}</p><p>{PIERS}</p>{heading}{readers}"
        assert text_of(page(f"<div>{body}</div>")).endswith(PIERS), heading


def test_a_count_of_comments_above_the_text_takes_nothing_out():
    body = f"<h1>Harbour works end</h1><h4>Comments (2)</h4><p>{WORKS}</p><p>{PIERS}</p>"
    assert text_of(page(f"<div>{body}</div>")).endswith(f"{WORKS}\n\n{PIERS}")


@pytest.mark.parametrize(
    "around",
    [
        '<div class="post has-comments">{}</div>',
        '<div class="comments-open single">{}</div>',
        '<div class="main-content social">{}</div>',
        '<form action="/page.aspx">{}</form>',
        '<div id="related-wrap"><article>{}</article></div>',
        '<div class="latest">{}</div>',
        '<div class="opinion commentary">{}</div>',
        '<div class="comment-is-free">{}</div>',
    ],
)
def test_a_name_around_the_whole_article_does_not_take_it_away(around):
    body = f"<h1>Harbour works end</h1><p>{WORKS}</p><p>{PIERS}</p>"
    assert WORKS in text_of(page(around.format(body)))
    assert WORKS in text_of(page(around.format(body) + "<footer>Bay Courier</footer>"))


@pytest.mark.parametrize(
    "extra",
    [
        "<div>\n\t\t\tShare on\n\t\t\t\n\t\t</div>",
        "<div>\n\t\t\t\tClose\n\t\t\t\t\t\n\t\t</div>",
        "<p>Share this article</p>",
        "<p>シェアする</p>",
        "<p>閉じる</p>",
        "<span>공유하기</span>",
        "<div>글자크기</div>",
        "<button>Print</button>",
        "<p>Advertisement</p>",
        '<div class="share"><a href="#">Post it to friends</a></div>',
        '<div class="sns_area"><p>Sent 3 days ago</p></div>',
        '<div class="related-news"><p>On 3 May 1999 another thing was</p></div>',
        "<aside><p>On 3 May 1999</p></aside>",
        '<div class="ranking"><p>Singers at the airport</p><span>2024-04-28</span></div>',
        "<p hidden>On 3 May 1999</p>",
        "<h3>Related news</h3><ul><li><a href=1>On 3 May 1999</a></li><li><a href=2>Another</a></li></ul>",
        "<h3>関連記事</h3><ul><li><a href=1>1999年5月3日の話</a></li></ul>",
        "<h4>많이 본 뉴스</h4><ol><li><a href=1>5월 3일</a></li></ol>",
        '<p style="display: none">On 3 May 1999</p>',
        "<template><p>On 3 May 1999</p></template>",
        "<p>\u3000\u3000</p>",
        "<p>&nbsp;\t</p>",
        '<div aria-hidden="true">On 3 May 1999</div>',
        "<!-- On 3 May 1999 -->",
        "<nav><p>On 3 May 1999</p></nav>",
        "<p>• • •</p>",
    ],
)
@pytest.mark.parametrize("times", [1, 6])
def test_buttons_boxes_and_lines_of_blanks_do_not_come_in(extra, times):
    body = f"{extra}<p>{WORKS * times}</p>{extra}<p>{PIERS * times}</p>{extra}"
    for around in ("<article><h1>Harbour works end</h1>{}</article>", "<div id=c><h1>Harbour works end</h1>{}</div>"):
        text = text_of(page(around.format(body)))
        assert text.split("\n") == ["Harbour works end", "", WORKS * times, "", PIERS * times], around


def test_no_line_is_indented_or_blank_but_the_one_between_paragraphs():
    pre = "<pre>  a 1\n\tb 2\n\n\n  c 3</pre>"
    body = f"<article><h1>\n\t港</h1><div>\t\n  <p>\u3000{KOJI}</p>\n\n\n{pre}<p>  \u3000{KOJI}</p></div></article>"
    text = text_of(page(body, lang="ja"))
    assert all(line == line.strip() for line in text.split("\n"))
    assert "\n\n\n" not in text
    assert "a 1\nb 2\nc 3" in text


@pytest.mark.parametrize(
    "stamps",
    [
        ("NETMAN · 2 hours ago", "anna b. (3 days ago)"),
        ("<b>kim</b>, an hour ago", "<b>lee</b>, <i>5 minutes ago</i>"),
        ("港の人 2時間前", "船長：30分前"),
        ("바다 2시간 전", "어부 | 3일 전"),
        ("网友A 2小时前", "海边人·30分钟前"),
        ("2小时前", "刚刚"),
        ("jean, il y a 3 heures", "marie, il y a 2 jours"),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_repeated_stamps_behind_names_mark_a_block_of_readers_comments(stamps, tag):
    first, second = (f"<{tag}>{stamp}</{tag}><{tag}>In 2019 the ferry stood still.</{tag}>" for stamp in stamps)
    text = text_of(page(article(WORKS, PIERS) + f'<div class="x1"><h3>You say</h3>{first}{second}</div>'))
    assert "stood still" not in text
    inside = f'<article><h1>Harbour works end</h1><p>{WORKS}</p><p>{PIERS}</p><div class="x1">{first}{second}</div>'
    text = text_of(page(inside + "</article>"))
    assert "stood still" not in text
    assert PIERS in text


def test_how_long_ago_in_sentences_of_the_article_stays():
    said = "The pier was closed 3 years ago", "The old ferry was sold 2 years ago.", "Works began: 3年前"
    text = text_of(page(article(WORKS, *said, PIERS)))
    assert all(one in text for one in said)


NAVIGATION = "<a href=/>Home</a> <a href=/sport>Sport</a> | <a href=/old>Archive 1999</a>"


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td colspan=2>{nav}</td></tr><tr><td width=120>{side}</td><td>{body}</td></tr></table>",
        "<table><tr><td>{side}</td><td><table><tr><td>{nav}</td></tr></table>{body}</td></tr></table>",
        "<table><tr><td><b>{nav}</b></td></tr><tr><td>{body}</td></tr><tr><td><font>{side}</font></td></tr></table>",
    ],
)
def test_the_cells_of_navigation_in_a_table_of_layout_are_not_of_the_article(table):
    side = "<a href=/a>Fishing</a><br><a href=/b>Weather for 4 May 2024</a>"
    body = f"<h1>Harbour works end</h1><font>{WORKS}<br><br>{PIERS} <a href=/p>More of 8 October 1998</a>.</font>"
    text = text_of(page(table.format(nav=NAVIGATION, side=side, body=body)))
    assert "Archive 1999" not in text
    assert "Weather" not in text
    assert PIERS in text
    assert "More of 8 October 1998" in text


def test_links_in_the_cells_of_a_table_of_data_stay():
    rows = "".join(
        f"<tr><td>{year}</td><td><a href=/a>Pier {year}</a> <a href=/b>Ferry {year}</a></td></tr>"
        for year in range(1990, 1994)
    )
    text = text_of(page(article(WORKS, PIERS) + f"<table>{rows}</table>"))
    text += text_of(page(article(WORKS, PIERS).replace("</article>", f"<table>{rows}</table></article>")))
    assert "Ferry 1992" in text


@pytest.mark.parametrize("named", ["rank", "tooltip", "related", "share", "latest", "toc", "comment-mark", "ad"])
@pytest.mark.parametrize("tag", ["span", "a", "b"])
def test_words_in_a_sentence_stay_whatever_their_class_is(named, tag):
    marked = f'<{tag} class="{named}">3 May 1965</{tag}>'
    for sentence in ("The pier was closed on {} and opened again in the autumn.", "It closed on {}."):
        assert sentence.format("3 May 1965") in text_of(page(article(sentence.format(marked), WORKS)))


def test_a_button_beside_a_label_and_marks_of_editing_in_a_sentence_do_not_come_in():
    label = 'Pass on: <span class="share">Netbook 2019</span>'
    sentence = 'The pier was closed in May and opened again in autumn.<span class="mw-editsection">[edit]</span>'
    body = article(WORKS, label, sentence)
    assert "Netbook" not in text_of(page(body))
    assert "edit" not in text_of(page(body))
