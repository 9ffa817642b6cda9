"""What a page says of itself: never what it says of a neighbour, of a change, or of its body."""

import json
from datetime import date

import pytest

from timeline.extract import extract, publication

DAY = date(2024, 5, 2)
BODY = (
    "<article><h1>Harbour works end</h1>"
    "<p>It was signed on <time datetime='1998-10-08'>8 October 1998</time>.</p></article>"
)
TITLE = "<title>Harbour works end</title>"
PUBDATE = '<time pubdate datetime="2024-04-28">28 April</time>'
HENTRY = (
    '<div class="hentry"><a class="entry-title">Singers at the airport</a>'
    '<time class="published" datetime="2024-04-28">28 April</time></div>'
)


def found_in(head, body=BODY, lang="en"):
    return extract(f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode(), "page.html")


def day_of(head, body=BODY, zone="Asia/Tokyo", lang="en"):
    found = found_in(TITLE + head, body, lang)
    return publication(found.published, zone, found.language).day


def linked(*nodes, **more):
    data = nodes[0] if len(nodes) == 1 else list(nodes)
    return f'<script type="application/ld+json">{json.dumps(data | more if more else data)}</script>'


def scripted(text):
    return f'<script type="application/ld+json">{text}</script>'


def meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


def node(kind="NewsArticle", day="2024-05-02T09:31:01+09:00", **more):
    return {"@context": "https://schema.org", "@type": kind, "datePublished": day} | more


OTHER = node(day="2024-04-28", headline="Singers at the airport", url="https://bay.example/singers")


@pytest.mark.parametrize(
    "head",
    [
        *(
            meta(name, "2024-05-02T09:31:01+09:00", key)
            for key, name in [
                ("property", "article:published_time"),
                ("name", "article:published_time"),
                ("name", "DC.date.issued"),
                ("name", "dcterms.issued"),
                ("name", "date"),
                ("name", "pubdate"),
                ("name", "parsely-pub-date"),
                ("name", "sailthru.date"),
                ("name", "citation_publication_date"),
                ("itemprop", "datePublished"),
                ("property", "og:article:published_time"),
                ("name", "publish-date"),
                ("name", "DC.Date"),
            ]
        ),
        linked(node()),
        linked(node("Article")),
        linked(node("BlogPosting")),
        linked(node(["WebPage", "ReportageNewsArticle"])),
        linked(
            {
                "@graph": [
                    {"@type": "WebSite", "datePublished": "2001-01-01"},
                    node("WebPage", "2024-05-01"),
                    node("Article"),
                ]
            }
        ),
        linked({"@type": "Organization", "name": "Bay"}, node()),
        linked({"@type": "WebPage", "mainEntity": node()}),
        linked(node(), {"@type": "ItemList", "itemListElement": [OTHER, node(day="2023-01-01")]}),
        linked(node("WebPage")),
        linked(node(headline="Harbour works end"), OTHER),
        linked(OTHER, node(headline="Harbour works end after years")),
        meta("og:url", "https://bay.example/works")
        + linked(node(url="https://www.bay.example/works/", headline="All else"), OTHER),
        linked(node(dateModified="2024-05-03", comment=[{"@type": "Comment", "datePublished": "2024-05-04"}])),
        linked(node(isPartOf=node(day="1999-01-01"), mentions=[node(day="2024-01-01")], hasPart=[OTHER])),
        scripted('{"@type":"NewsArticle","headline":"Harbour\n works end","datePublished":"2024-05-02",}'),
        scripted('<!--\n{"@type":"NewsArticle","datePublished":"2024-05-02"}\n-->'),
        scripted('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2024-05-02"};\n//]]>'),
        scripted('{"@type":"NewsArticle","headline":"a "quoted" one","datePublished":"2024-05-02"}'),
        meta("article:modified_time", "2024-05-03T10:00:00+09:00")
        + meta("article:published_time", "2024-05-02T10:00:00+09:00"),
        meta("article:published_time", "2024-05-02") + linked(OTHER),
    ],
)
def test_the_day_is_what_the_page_says_of_its_own_publication(head):
    assert day_of(head) == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<p>Mis à jour <time itemprop="dateModified" datetime="2024-05-03T10:00:00+02:00">le 03/05</time> '
        'Publié <time itemprop="datePublished" datetime="2024-05-02T17:00:00+02:00">le 02/05</time></p>',
        '<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour works end</h1>'
        '<meta itemprop="datePublished" content="2024-05-02"></article>'
        '<div itemscope itemtype="https://schema.org/NewsArticle"><a itemprop="headline">Singers at the airport</a>'
        '<meta itemprop="datePublished" content="2024-04-28"></div>',
        '<article class="h-entry"><h1 class="p-name">Harbour works end</h1>'
        '<time class="dt-published" datetime="2024-05-02">2 May</time></article>',
        '<article class="hentry"><h1>Harbour works end</h1>'
        '<time class="entry-date published" datetime="2024-05-02">x</time>'
        '<time class="updated" datetime="2024-05-03">y</time></article>',
        '<article><h1>Harbour works end</h1><time pubdate datetime="2024-05-02">x</time></article>'
        '<article><h2>Singers at the airport</h2><time pubdate datetime="2024-04-28">x</time></article>',
        '<h1>Harbour works end</h1><span property="schema:datePublished" content="2024-05-02">x</span>',
        f"<h1>Harbour works end</h1><article><p>{'The piers are built. ' * 9}</p><h2>How it began</h2>"
        '<time pubdate datetime="2024-05-02">x</time></article>',
        '<h1>Harbour works end</h1><time itemprop="datePublished" datetime="2024-05-02">x</time>'
        '<aside><time itemprop="datePublished" datetime="2024-04-28">x</time></aside>'
        '<ul class="ranking"><li><time itemprop="datePublished" datetime="2024-04-27">x</time></li></ul>'
        '<div class="comments"><time itemprop="datePublished" datetime="2024-05-09">x</time></div>',
    ],
)
def test_the_day_is_read_from_marks_in_the_body_that_are_the_article_s_own(body):
    assert day_of("", f"{body}<p>It rained.</p>") == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", BODY),
        ("", f"<main>{BODY}<section>{HENTRY}</section></main>"),
        ("", f"<main>{BODY}<section><article><h3>Singers at the airport</h3>{PUBDATE}</article></section></main>"),
        (
            "",
            '<div class="ranking"><span>2024-04-28</span></div><h1>Cold snap</h1><p>Written: 2024-05-02 15:03</p>',
        ),
        (meta("article:modified_time", "2024-05-03"), BODY),
        (meta("og:updated_time", "2024-05-03"), BODY),
        (meta("last-modified", "2024-05-03", "name"), BODY),
        (meta("dcterms.modified", "2024-05-03", "name"), BODY),
        (linked({"@type": "NewsArticle", "dateModified": "2024-05-03", "dateCreated": "2024-05-01"}), BODY),
        (linked(OTHER), BODY),
        (linked({"@type": "ItemList", "itemListElement": [{"item": node()}, node()]}), BODY),
        (linked({"@type": "WebSite", "datePublished": "2020-01-01"}), BODY),
        ("", BODY + "<footer>© 2024-05-02 Bay Courier</footer>"),
        ("", BODY + '<aside><time itemprop="datePublished" datetime="2024-04-28">x</time></aside>'),
        ("", BODY + '<p>© <time datetime="2024">2024</time></p><time datetime="2024-05-02">Thursday</time>'),
        (meta("article:published_time", "0001-01-01T00:00:00Z"), BODY),
        (meta("article:published_time", "1970-01-01T00:00:00Z"), BODY),
        (meta("article:published_time", "2024-05"), BODY),
        (meta("article:published_time", "2024-02-30"), BODY),
        (meta("article:published_time", "yesterday"), BODY),
        (meta("date", "{{ page.date }}", "name"), BODY),
    ],
)
def test_no_day_is_made_of_neighbours_changes_the_body_or_zeros(head, body):
    found = found_in(TITLE + head, body)
    assert publication(found.published, "Asia/Tokyo").days == ()


SITE = meta("og:site_name", "Bay Courier News Agency")


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        ("<title>Harbour works end | Bay Courier News Agency</title>" + SITE, "Harbour works end", "Harbour works end"),
        ("<title>Harbour works end - Bay Courier News Agency</title>" + SITE, "", "Harbour works end"),
        ("<title>Harbour works end – Bay Courier</title>" + SITE, "", "Harbour works end"),
        ("<title>Bay Courier News Agency: Harbour works end</title>" + SITE, "Harbour works end", "Harbour works end"),
        ("<title>Bay Courier News Agency | Harbour works end</title>" + SITE, "", "Harbour works end"),
        (
            "<title>Harbour works end | Politics | Bay Courier News Agency</title>" + SITE,
            "Harbour works end",
            "Harbour works end",
        ),
        (
            "<title>Harbour works - the end of a dream</title>" + SITE,
            "Harbour works - the end of a dream",
            "Harbour works - the end of a dream",
        ),
        ("<title>Harbour works - the end of a dream</title>", "", "Harbour works - the end of a dream"),
        ("<title>Harbour works - the end | Bay Courier News Agency</title>" + SITE, "", "Harbour works - the end"),
        ("<title>Harbour works end | Bay Courier</title>", "Harbour works end", "Harbour works end"),
        (
            '<title>Harbour works end | Bay Courier</title><link rel="canonical" href="https://www.baycourier.example/1">',
            "",
            "Harbour works end",
        ),
        ("<title>港の工事が完了｜湾日報</title>" + meta("og:site_name", "湾日報"), "港の工事が完了", "港の工事が完了"),
        ("<title>港の工事が完了：湾日報</title>" + meta("og:site_name", "湾日報"), "", "港の工事が完了"),
        ("<title>港の工事が完了（湾日報）</title>" + meta("og:site_name", "湾日報"), "", "港の工事が完了"),
        ("<title>항만 공사 끝나 : 만일보</title>" + meta("og:site_name", "만일보"), "", "항만 공사 끝나"),
        ("<title>[만일보] 항만 공사 끝나</title>" + meta("og:site_name", "만일보"), "", "항만 공사 끝나"),
        (
            meta("og:title", "Harbour works end | Bay Courier News Agency") + SITE,
            "Bay Courier News Agency",
            "Harbour works end",
        ),
        (
            "<title>Harbour works...</title>",
            "Harbour works end after three long years",
            "Harbour works end after three long years",
        ),
        ("", "Harbour works end", "Harbour works end"),
        ("<title>Bay Courier News Agency</title>" + SITE, "Harbour works end", "Harbour works end"),
        (linked(node(headline="Harbour &amp; works end")), "", "Harbour & works end"),
        ("", "", ""),
        ("<title>Harbour\n   works end</title>", "", "Harbour works end"),
        ("<title>Mid-May - so to say</title>", "", "Mid-May - so to say"),
    ],
)
def test_the_paper_s_name_goes_from_the_title_and_a_dash_of_its_own_stays(head, h1, title):
    assert found_in(head, (f"<h1>{h1}</h1>" if h1 else "") + "<p>It rained all day.</p>").title == title


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (SITE, "Bay Courier News Agency"),
        (meta("og:site_name", "@baycourier"), ""),
        (meta("twitter:site", "@baycourier", "name"), ""),
        (
            meta("og:site_name", "@baycourier")
            + linked(node(publisher={"@type": "Organization", "name": "Bay Courier"})),
            "Bay Courier",
        ),
        (
            linked(
                {
                    "@graph": [
                        node(publisher={"@id": "#org"}),
                        {"@id": "#org", "@type": "Organization", "name": "Bay Courier"},
                    ]
                }
            ),
            "Bay Courier",
        ),
        (meta("article:publisher", "https://social.example/baycourier"), ""),
        (meta("og:site_name", "www.baycourier.example"), ""),
        (linked(OTHER | {"publisher": {"name": "Others"}}), ""),
        (meta("DC.publisher", "Bay Courier", "name"), "Bay Courier"),
        ("", ""),
    ],
)
def test_the_publisher_is_named_by_the_page_and_no_handle(head, publisher):
    assert found_in(TITLE + head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (linked(node(author={"@type": "Person", "name": "Ann Writer"})), "", "Ann Writer"),
        (linked(node(author=[{"name": "Ann Writer"}, {"name": "Bo Scribe"}])), "", "Ann Writer; Bo Scribe"),
        (linked(node(author=["Ann Writer", "https://bay.example/ann"])), "", "Ann Writer"),
        (
            linked(
                {"@graph": [node(author={"@id": "#ann"}), {"@id": "#ann", "@type": "Person", "name": "Ann Writer"}]}
            ),
            "",
            "Ann Writer",
        ),
        (linked(OTHER | {"author": "Someone Else"}), "", ""),
        (meta("author", "Ann Writer", "name"), "", "Ann Writer"),
        (meta("article:author", "https://social.example/ann"), "", ""),
        (meta("author", "@ann", "name"), "", ""),
        ("", '<p class="byline">By Ann Writer</p>', "Ann Writer"),
        ("", '<a rel="author" href="/ann">Byron Scribe</a>', "Byron Scribe"),
        ("", '<span itemprop="author" itemscope><span itemprop="name">Diana Writer</span></span>', "Diana Writer"),
        ("", '<aside><p class="byline">By Someone Else</p></aside>', ""),
        ("", '<div class="sidebar"><a rel="author">Someone</a></div>', ""),
        ("", '<ul class="ranking"><li><span class="author">Someone</span></li></ul>', ""),
        ("", '<div class="comments"><span class="author">Someone</span></div>', ""),
        (meta("author", "Bay Courier News Agency", "name") + SITE, "", ""),
        ("", "<p class='author'>文・山田花子</p>", "山田花子"),
        ("", "", ""),
    ],
)
def test_authors_are_those_of_the_article(head, body, author):
    article = f"<article><h1>Harbour works end</h1>{body}<p>It rained.</p></article>"
    assert found_in(TITLE + head, article).author == author


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://bay.example/works">', "https://bay.example/works"),
        (meta("og:url", "https://bay.example/works"), "https://bay.example/works"),
        (
            '<link rel="canonical" href="https://bay.example/">' + meta("og:url", "https://bay.example/works"),
            "https://bay.example/works",
        ),
        ('<link rel="canonical" href="/works">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        (meta("og:url", "file:///home/a/works.html"), ""),
        (meta("og:url", "ftp://bay.example/works"), ""),
        (meta("og:url", "https://[bad"), ""),
    ],
)
def test_the_address_is_one_of_the_web_or_none(head, url):
    assert found_in(TITLE + head).url == url


def test_each_fact_says_which_markup_it_stands_in():
    head = "<title>Harbour works end | Bay Courier News Agency</title>" + SITE + meta("author", "Ann Writer", "name")
    found = found_in(head + '<link rel="canonical" href="https://bay.example/works">')
    assert found.places == {
        "title": "<h1>",
        "publisher": "og:site_name",
        "author": "author",
        "url": "link rel=canonical",
    }


@pytest.mark.parametrize(
    ("lang", "language"), [("ja-JP", "ja"), ("KO", "ko"), ("", ""), ("english", ""), ("zh_TW", "zh"), ("en", "en")]
)
def test_the_language_is_the_page_s_claim(lang, language):
    assert found_in(TITLE, lang=lang).language == language


def test_markup_by_the_thousand_and_json_a_thousand_deep_do_no_harm():
    head = (
        meta("article:published_time", "2024-05-02") * 3000
        + f'<script type="application/ld+json">{"[" * 50_000}</script>'
    )
    assert day_of(head) == DAY


@pytest.mark.parametrize("broken", ["http://[x", "http://[::1", "//[", "http://a.example:99999/x", "\x00"])
def test_a_broken_address_in_linked_data_stops_nothing(broken):
    head = TITLE + '<link rel="canonical" href="https://bay.example/works">' + linked(node(url=broken))
    assert found_in(head).url == "https://bay.example/works"
