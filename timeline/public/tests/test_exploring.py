"""In a real browser: dragging, turning pages, going back, and letters that never lie over each other."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/chronologies/japan-north-korea/"
LONG = "The delegation of the Red Cross is received and leaves again, number {}"
BOXES = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility())
  .map(one => one.getBoundingClientRect()).map(({x, y, width, height}) => [x, y, width, height])"""


@pytest.fixture
def crowded(publish_all):
    """So many events of one month, and so many that no year holds, that their names have to keep clear."""
    days = [f"1995-{number % 2 + 11}-{number % 15 + 14:02d}" for number in range(46)]
    loose = [f"19{number % 6 + 4}X" for number in range(8)]
    lasted = [f"{1945 + number * 4}/{1950 + number * 5}" for number in range(8)]
    dates = [*days, *loose, *lasted, "1996-01-01", "1950-02-03"]
    return publish_all([(LONG.format(number), date) for number, date in enumerate(dates)])


def overlaps(boxes):
    """The pairs of boxes that lie over each other by more than a pixel."""
    found = []
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[number + 1 :]:
            beside = x + width <= left + 1 or left + wide <= x + 1
            above = y + height <= top + 2 or top + high <= y + 2
            if not beside and not above:
                found.append(((x, y), (left, top)))
    return found


@pytest.mark.parametrize("width", [360, 962, 1280])
def test_letters_of_drawings_never_lie_over_each_other(width, crowded, page, live_server):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("", "1990s/", "1995/", "1995/12/"):
        page.goto(f"{live_server.url}{ADDRESS}{address}")
        boxes = page.evaluate(BOXES, ":is(.strip, .zoom) text")
        assert boxes, address
        assert overlaps(boxes) == [], f"{address or 'all'} at {width}"
        assert all(x >= -1 and x + wide <= width + 1 for x, _y, wide, _high in boxes), f"{address or 'all'} at {width}"


def drag(page, begin, end):
    """Drag over the strip from one year to another."""
    # The first pointer brings what dragging takes.
    page.evaluate("import(document.querySelector('[data-drag]').dataset.drag)")
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    strip = page.locator(".strip")
    box, (first, last) = strip.bounding_box(), [int(strip.get_attribute(f"data-{side}")) for side in ("first", "last")]
    begin, end = (box["x"] + (year + 0.5 - first) / (last - first) * box["width"] for year in (begin, end))
    page.mouse.move(begin, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(end, box["y"] + 30, steps=4)
    page.mouse.up()


def test_dragging_over_the_strip_chooses_its_years_and_a_click_leads_to_one(crowded, page, live_server):
    page.goto(live_server.url + ADDRESS)
    drag(page, 1995, 1950)
    expect(page).to_have_url(re.compile(r"\?from=1950&to=1995#events$"))
    expect(page.locator("#live")).to_have_text(re.compile(r"\d+ of \d+ events"))
    page.goto(live_server.url + ADDRESS)
    page.locator(".strip a", has=page.locator("title", has_text="1995:")).first.click()
    expect(page).to_have_url(f"{live_server.url}{ADDRESS}1995/")


def test_back_from_an_event_leads_to_the_same_list_at_the_same_place(crowded, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.get_by_label("Search").fill("number")
    page.keyboard.press("Enter")
    # What was left empty does not stand in the address.
    expect(page).to_have_url(f"{live_server.url}{ADDRESS}?q=number")
    page.locator(".event h4 a").nth(20).scroll_into_view_if_needed()
    before = page.locator(".event h4 a").nth(20).bounding_box()["y"]
    assert page.evaluate("scrollY") > 500
    page.locator(".event h4 a").nth(20).click()
    expect(page.locator("h1")).to_have_text(re.compile("number"))
    page.go_back()
    expect(page).to_have_url(f"{live_server.url}{ADDRESS}?q=number")
    expect(page.get_by_label("Search")).to_have_value("number")
    expect(page.locator(".event h4 a").nth(20)).to_be_focused()
    page.wait_for_timeout(300)
    assert abs(page.locator(".event h4 a").nth(20).bounding_box()["y"] - before) < 5


def test_the_levels_of_time_are_walked_by_keyboard_without_script(crowded, browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + ADDRESS)
    page.locator(".figures summary").focus()
    page.keyboard.press("Enter")
    for name, address in [("1995", "1995/"), ("1990s", "1990s/"), ("1995", "1995/"), ("December", "1995/12/")]:
        link = page.get_by_role("link", name=name, exact=True).last
        link.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{live_server.url}{ADDRESS}{address}")
    page.get_by_role("link", name="Zoom out").click()
    expect(page).to_have_url(f"{live_server.url}{ADDRESS}1995/")
    context.close()


SAME_AS_SERVED = """async () => {
  const served = new DOMParser().parseFromString(await (await fetch(location)).text(), 'text/html');
  const [here, there] = [document.cloneNode(true), served].map(page => {
    page.querySelectorAll('#main *').forEach(one => ['style', 'tabindex', 'aria-current', 'open'].forEach(
      name => one.removeAttribute(name)));
    return page;
  });
  return ['#main', '.languages', '.printed', '[rel=canonical]', '[hreflang=ko]'].filter(
    part => !here.querySelector(part).isEqualNode(there.querySelector(part)));
}"""


def test_later_events_take_the_place_of_these_and_back_leads_to_the_link(crowded, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.evaluate("window.stayed = true")
    first = page.locator(".event").first.get_attribute("id")
    later = page.locator("#pages-after [rel=next]")
    later.click()
    expect(page.locator("#pages-before [rel=prev]")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?after=\d+#events$"))
    expect(page.locator("#events :is(h2, h3)").first).to_be_focused()
    assert 0 <= page.locator("#events").bounding_box()["y"] < 120
    assert page.evaluate(SAME_AS_SERVED) == []
    busy = {"status": 503, "content_type": "text/html", "body": "<h1>Busy</h1>"}
    page.route(re.compile(r"\?after="), lambda route: route.fulfill(**busy))
    page.go_back()
    expect(page).to_have_url(live_server.url + ADDRESS)
    expect(page.locator(".event").first).to_have_attribute("id", first)
    expect(later).to_be_focused()
    expect(later).to_be_in_viewport()
    assert page.evaluate(SAME_AS_SERVED) == []
    assert page.evaluate("window.stayed")
    # What is no such list is gone to as any page.
    later.click()
    expect(page.locator("h1")).to_have_text("Busy")
    expect(page).to_have_url(re.compile(r"\?after=\d+#events$"))


LATER = re.compile(r"\?after=")
HOLD = """() => {
  const real = window.fetch;
  window.fetch = async (...given) => {
    window.fetch = real;
    await new Promise(go => { window.letGo = go; });
    return real(...given);
  };
}"""


def test_whoever_presses_twice_stops_or_goes_on_meanwhile_sees_what_the_address_says(crowded, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.evaluate("window.stayed = true")
    later = page.locator("#pages-after [rel=next]")
    for meanwhile in (
        "document.querySelector('#pages-after [rel=next]').click()",
        "document.querySelector('a[href=\"#legend\"]').click()",
        "stop()",
    ):
        page.evaluate(HOLD)
        later.press("Enter")  # A pointer that rests there would ask ahead.
        expect(page).to_have_url(LATER)
        page.evaluate(meanwhile)
        page.evaluate("window.letGo()")
        expect(page.locator("#pages-before [rel=prev]")).to_have_count(1)
        assert page.evaluate(SAME_AS_SERVED) == []
        if page.url.endswith("#legend"):
            expect(page.locator("#legend")).to_be_in_viewport()
            page.go_back(wait_until="commit")
        page.go_back(wait_until="commit")
        expect(later).to_be_focused()
    assert page.evaluate("window.stayed")


def test_what_is_exchanged_is_all_that_changed(crowded, publish_all, page, live_server):
    page.goto(live_server.url + ADDRESS)
    page.evaluate("window.stayed = true")
    page.locator(".figures summary").click()
    page.get_by_label("Search").fill("delegation")
    # Whoever follows a link in another tab leaves no place to come back to.
    page.locator(".event h4 a").first.click(modifiers=["ControlOrMeta"])
    assert page.evaluate("history.state") is None
    publish_all([(LONG.format("of another year"), "1971-05-06")])
    page.locator("#pages-after [rel=next]").click()
    expect(page.locator("#pages-before [rel=prev]")).to_be_visible()
    assert page.evaluate(SAME_AS_SERVED) == []
    expect(page.locator(".figures")).to_have_attribute("open", "")
    expect(page.locator(".figures th", has_text="1971")).to_be_visible()
    expect(page.get_by_label("Search")).to_have_value("delegation")
    page.go_back()
    expect(page.locator("#pages-after [rel=next]")).to_be_focused()
    page.go_forward()
    expect(page.locator("#events :is(h2, h3)").first).to_be_focused()
    assert page.evaluate("window.stayed")
    drag(page, 1950, 1995)
    expect(page).to_have_url(re.compile(r"\?from=1950&to=1995#events$"))


def test_who_signs_in_elsewhere_and_who_has_no_network_gets_the_page_from_the_browser(
    crowded, page, live_server, sign_in, checker
):
    page.goto(live_server.url + ADDRESS)
    sign_in(checker)
    page.locator("#pages-after [rel=next]").click()
    expect(page.locator("#masthead")).to_contain_text("Sign out")
    expect(page.locator("#pages-before [rel=prev]")).to_be_visible()
    page.go_back()
    page.route(LATER, lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_())
    page.locator("#pages-after [rel=next]").click()
    expect(page.locator("#pages-before [rel=prev]")).to_be_visible()
