"""In a real browser: accessible, without script, by keyboard, at every width."""

import re

import pytest
from playwright.sync_api import expect

from timeline.conftest import NOW
from timeline.records.models import Event, Verb, open_change

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/chronologies/japan-north-korea/"
DATES = [
    "1910/1945", "1945-08-15", "1959-12/1984-07", "197X/198X", "1977-11-15", "1978-06~", "1980-06", "1984",
    "2002-09-17", "2004-05-26/2004-05-28", "../2017", "2017-07-28", "[2017-09..2017-12]", "2017-11-29", "",
]  # fmt: skip


@pytest.fixture
def published(make_published, add_rival, second_lane):
    """One event of every kind of date."""
    made = [
        make_published(f"What happened, number {number}, in the words of the paper", date, words="in those days",
                       place="Tokyo", summary="A sentence on what it was.", themes=("talks",), actors=("Japan",))
        for number, date in enumerate(DATES)
    ]  # fmt: skip
    add_rival(made[11], "2017-07-29")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        entry = made[11].entries.get()
        entry.lane = second_lane
        entry.save()
        citation = made[1].citations.get()
        citation.gives_date = False
        citation.save()
    return made


@pytest.fixture
def pages(published):
    version = Event.objects.get(pk=published[5].pk).version
    return [
        "/", ADDRESS, f"{ADDRESS}?q=paper&lane=W", f"{ADDRESS}?from=abc&theme=x", f"{ADDRESS}?q=zzz", f"{ADDRESS}2017/",
        f"{ADDRESS}1970s/", f"{ADDRESS}1977/11/",
        f"{ADDRESS}1951/", f"/events/{published[11].pk}/", f"/events/{published[5].pk}/", "/how-dates-are-read/",
        f"{ADDRESS}take-along/", f"{ADDRESS}corrections/", f"{ADDRESS}embed/", f"/events/{published[5].pk}/report/",
        f"/events/{published[5].pk}/v/{version}/", "/ja/", f"/ja{ADDRESS}",
        f"/ja/events/{published[5].pk}/v/{version}/", f"/ko{ADDRESS}1970s/", f"/ko{ADDRESS}corrections/",
        f"/ko/events/{published[11].pk}/",
    ]  # fmt: skip


def test_axe_finds_nothing_nothing_scrolls_sideways_and_nothing_is_refused(pages, page, live_server, axe):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for address in (*pages, "/ja/no-such-page/"):
        if address not in pages:
            assert said == []  # From here on the browser says that the page is not there.
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details.why, details.filters').forEach(one => { one.open = true; })")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            axe(page)
            expect(page.locator("html")).to_have_js_property("scrollWidth", width)
    assert [url for url in asked if not url.startswith(live_server.url)] == []


def test_it_is_searched_and_narrowed_without_script(published, browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + ADDRESS)
    page.get_by_label("Search").fill("number 8")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("h4")).to_have_text(["What happened, number 8, in the words of the paper"])
    page.locator("h4 a").click()
    expect(page.locator("h1")).to_have_text(re.compile("^\\s*What happened, number 8"))
    page.go_back()
    page.get_by_text("Why this date").first.click()
    expect(page.locator("details.why dl").first).to_be_visible()
    context.close()


def test_the_keyboard_goes_from_the_skip_link_to_the_events(published, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the events")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#events$"))
    page.keyboard.press("Tab")
    expect(page.locator("#events :focus")).to_have_count(1)


def test_bars_of_the_strip_are_no_stops_of_the_keyboard(published, page, live_server):
    page.goto(live_server.url + ADDRESS)
    assert page.locator(".strip a:not([tabindex='-1'])").count() == 0
    assert page.locator(".strip a").count() > 5


def test_the_decade_in_view_is_shown_in_the_bar(published, page, live_server):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(live_server.url + ADDRESS)
    page.locator("#y1977").scroll_into_view_if_needed()
    page.evaluate("window.scrollTo(0, document.querySelector('#y1977').offsetTop - 60)")
    page.wait_for_selector(".axis a[aria-current='true'][data-first='1970']")


def test_the_decade_bar_is_a_finger_high_and_stays(published, page, live_server):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(live_server.url + ADDRESS)
    page.evaluate("window.scrollTo({top: document.body.scrollHeight / 2, behavior: 'instant'})")
    expect(page.locator("html")).not_to_have_js_property("scrollTop", 0)
    box = page.locator(".axis").bounding_box()
    assert box["height"] >= 44
    assert abs(box["y"]) < 1


def test_events_far_from_view_wait_and_an_address_meets_them_exactly(published, page, live_server):
    page.set_viewport_size({"width": 360, "height": 300})
    page.emulate_media(reduced_motion="reduce")
    page.goto(live_server.url + ADDRESS)
    event = page.locator(f"#e{published[11].pk}")
    assert event.evaluate("one => !one.querySelector('h4').checkVisibility({contentVisibilityAuto: true})")
    page.goto(f"{live_server.url}{ADDRESS}#e{published[11].pk}")
    expect(event).to_be_in_viewport()
    assert event.evaluate("one => one.getBoundingClientRect().top - document.querySelector('.axis').clientHeight") < 16
    page.emulate_media(media="print")
    assert page.evaluate(
        "[...document.querySelectorAll('.event h4')].every(one => one.checkVisibility({contentVisibilityAuto: true}))"
    )


def test_headings_say_parts_years_and_events(published, page, live_server):
    page.goto(live_server.url + ADDRESS)
    assert page.get_by_role("heading", level=2, name="All of it").count() == 1
    assert page.get_by_role("heading", level=3, name="1977").count() == 1
    assert page.get_by_role("heading", level=4, name=re.compile("number 4")).count() == 1
    event = page.locator(".event", has_text="number 12")
    assert "Some time between September and December 2017." in event.locator(".when").text_content()


def test_labels_of_a_year_do_not_lie_over_each_other(published, page, live_server):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}{ADDRESS}2017/")
    boxes = [label.bounding_box() for label in page.query_selector_all(".zoom .label")]
    assert len(boxes) >= 4
    for number, one in enumerate(boxes):
        assert one["x"] >= 0
        assert one["x"] + one["width"] <= 1280
        for other in boxes[number + 1 :]:
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            above = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert beside or above


def test_it_prints_on_white_without_controls(published, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".find")).to_be_hidden()
    # The years under the strip are its scale, on paper too; there they stay where they are and are no links to press.
    expect(page.locator(".axis")).to_have_css("position", "static")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_forced_colours_keep_every_mark(published, page, live_server):
    page.emulate_media(forced_colors="active")
    page.goto(live_server.url + ADDRESS)
    expect(page.locator(".event .mark").first).to_be_visible()
