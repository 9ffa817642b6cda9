"""A chronology in the frame of another site."""

import pytest

OTHERS = ("", "table/", "take-along/", "corrections/", "one/")


@pytest.fixture
def base(chronology):
    return f"/chronologies/{chronology.slug}/"


def ancestors(answer):
    policy = answer["Content-Security-Policy"]
    return policy.partition("frame-ancestors")[2].partition(";")[0].strip()


@pytest.mark.parametrize("name", ["embed/", "one/?bare=1"])
def test_any_site_may_show_it_whether_it_is_made_or_kept_or_still_good(name, make_published, base, as_visitor):
    make_published()
    for _time in range(3):
        answer = as_visitor.get(f"{base}{name}")
        assert ancestors(answer) == "*"
        assert "X-Frame-Options" not in answer
        assert "script-src 'self'" in answer["Content-Security-Policy"]
    unchanged = as_visitor.get(f"{base}{name}", headers={"If-None-Match": answer["ETag"]})
    assert unchanged.status_code == 304
    assert "X-Frame-Options" not in unchanged


def test_no_site_may_show_any_other_page(make_published, base, as_visitor):
    event = make_published()
    addresses = [*(f"{base}{name}" for name in OTHERS), "/", f"/events/{event.pk}/", "/sign-in/", f"{base}embed/none"]
    for address in addresses:
        answer = as_visitor.get(address)
        assert ancestors(answer) == "'none'", address
        assert answer["X-Frame-Options"] == "DENY", address


def test_an_error_may_be_shown_nowhere(as_visitor, db):
    answer = as_visitor.get("/chronologies/none/embed/")
    assert answer.status_code == 404
    assert answer["X-Frame-Options"] == "DENY"


def test_its_links_open_outside_but_for_its_own_pages(many, base, as_visitor):
    many(120)
    text = as_visitor.get(f"{base}embed/").text
    assert '<base target="_blank">' in text
    assert '<a class="skip" target="_self" href="#' in text
    assert f'href="{base}"' in text
    assert "Open the whole page" in text
    assert 'rel="next" target="_self" href="' in text
    assert "<form" not in text
    later = text.partition('rel="next" target="_self" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert 'rel="prev"' in as_visitor.get(later).text


def test_it_is_narrowed_like_the_timeline(make_published, base, as_visitor):
    make_published("About talks", "2002-01-01", themes=("talks",))
    make_published("About weapons", "2003-01-01", themes=("weapons",))
    text = as_visitor.get(f"{base}embed/?theme=weapons").text
    assert "About weapons" in text
    assert "About talks" not in text
    assert f'href="{base}?theme=weapons"' in text


def test_a_frame_says_which_filter_it_does_not_know(make_published, base, as_visitor):
    make_published("About talks", themes=("talks",))
    text = as_visitor.get(f"{base}embed/?theme=Typo").text
    assert "Not used:" in text
    assert "Typo" in text.partition('id="problems"')[2].partition("</div>")[0]


def test_what_is_not_public_is_in_no_frame(make_chronology, make_event, publish, as_checker, chronology):
    make_chronology("Hidden", "hidden", is_public=False)
    assert as_checker.get("/chronologies/hidden/embed/").status_code == 404
    publish(make_event("A draft"), chronology)
    assert "A draft" not in as_checker.get(f"/chronologies/{chronology.slug}/embed/?preview=1").text


def test_who_is_signed_in_is_not_named_in_a_frame(base, as_checker):
    text = as_checker.get(f"{base}embed/").text
    assert "Sign out" not in text
    assert "csrfmiddlewaretoken" not in text


@pytest.mark.parametrize(
    "query", ["after=0", "before=x", "from=99999", f"q={'a' * 9000}", "lane=%27", "after=9&before=9"]
)
def test_a_crooked_address_is_answered(query, make_published, base, as_visitor):
    make_published()
    assert as_visitor.get(f"{base}embed/?{query}").status_code == 200


def test_the_code_to_copy_stands_on_the_page(make_published, base, as_visitor):
    make_published()
    text = as_visitor.get(f"{base}take-along/").text
    assert f"&lt;iframe src=&quot;http://testserver{base}embed/&quot;" in text
    assert "event.origin !== &#x27;http://testserver&#x27;" in text


def figures_of(answer):
    return answer.text.partition('<details class="figures">')[2].partition("</details>")[0]


def test_its_strip_stands_there_in_words_and_in_a_table_too(make_published, base, as_visitor):
    for name, date in (("One", "1978-07-07"), ("Two", "1980-06"), ("Three", "1980-07-01")):
        make_published(name, date, themes=("talks",))
    told = figures_of(as_visitor.get(f"{base}embed/"))
    assert "3 events, most in 1980 (2)." in told
    assert f'<a href="{base}1978/">1978</a><td>1' in told
    told = figures_of(as_visitor.get(f"{base}embed/?theme=talks"))
    assert f'<a href="{base}?theme=talks&amp;from=1978&amp;to=1978#events">1978</a><td>1' in told
    told = figures_of(as_visitor.get(f"{base}one/?bare=1"))
    assert "3 events, most in 1980 (2)." in told
    assert f'<a href="{base}one/?bare=1&amp;at=1978">1978</a><td>1' in told


@pytest.mark.parametrize("name", ["embed/?", "one/?bare=1&"])
def test_it_says_how_many_were_found_and_marks_the_words(name, make_published, base, as_visitor):
    make_published("About <talks>", "2002-01-01")
    make_published("About ships", "2003-01-01")
    text = as_visitor.get(f"{base}{name}q=talks").text
    assert "1 of 2 events" in text.partition('id="found"')[2].partition("</div>")[0]
    assert "About &lt;<mark>talks</mark>&gt;" in text
    assert 'id="found"' not in as_visitor.get(f"{base}{name}").text
    assert as_visitor.get(f"{base}{name}q={'talks ' * 2000}").status_code == 200
