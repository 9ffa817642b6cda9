"""The desk in a real browser: by mouse, by keys, without script, for everyone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from timeline.conftest import PASSWORD, signed_in
from timeline.records.models import Citation, Event
from timeline.review.tests.conftest import at, decisions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_keys_lead_through_an_article(open_desk, page):
    open_desk()
    page.keyboard.press("j")
    at(page, 2)
    page.keyboard.press("k")
    at(page, 1)
    page.keyboard.press("Enter")
    at(page, 2)
    expect(page.locator("#last")).to_contain_text("Accepted")
    expect(page.locator("#candidate-title")).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("b")
    at(page, 3)
    page.keyboard.press("n")
    expect(page.locator("#last")).to_contain_text("Put off")
    assert decisions() == ["accepted", "rejected", "unsure"]
    page.keyboard.press("u")
    expect(page.locator("#last")).to_contain_text("Rejected")
    assert decisions() == ["accepted", "rejected", "waiting"]


def test_a_date_is_corrected_by_typing_it(open_desk, page, last_week):
    open_desk(mention=last_week.pk)
    page.keyboard.press("e")
    expect(page.locator("#date-text")).to_be_focused()
    page.keyboard.type("25 April 2019")
    expect(page.locator(".reads-as")).to_contain_text("Thursday 25 April 2019")
    expect(page.locator("#live")).to_contain_text("Reads as Thursday 25 April 2019")
    expect(page.locator("#date-text")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator("#last")).to_contain_text("Corrected")
    last_week.refresh_from_db()
    assert (last_week.decision, last_week.decided_edtf) == ("corrected", "2019-04-25")


def test_a_reading_of_the_words_before_is_greyed_until_those_typed_are_read(open_desk, page):
    held = []
    page.route("**/date-box/**", lambda route: held.append(route))
    open_desk()
    reading = page.locator("#reading")
    was = page.locator("#date-text").input_value()
    page.locator("#date-text").fill("25 April 2019")
    expect(reading).to_have_attribute("aria-busy", "true")
    expect(reading).to_have_css("opacity", "0.4")
    page.locator("#date-text").fill(was)
    expect(reading).to_have_attribute("aria-busy", "false")
    page.locator("#date-text").fill("26 April 2019")
    expect(reading).to_have_attribute("aria-busy", "true")
    page.unroute("**/date-box/**")
    page.locator("#date-text").fill("25 April 2019")
    expect(page.locator(".reads-as")).to_contain_text("Thursday 25 April 2019")
    expect(reading).not_to_have_attribute("aria-busy", "true")


def test_letters_typed_in_a_field_decide_nothing(open_desk, page):
    open_desk()
    page.locator("#headline").fill("")
    page.locator("#headline").press_sequentially("junk xb nue?/")
    at(page, 1)
    assert decisions() == ["waiting"] * 3


def test_the_keys_can_be_turned_off(open_desk, page, researcher):
    open_desk()
    page.locator("#keys input[type=checkbox]").uncheck()
    page.locator("#keys button").click()
    expect(page.locator("#keys-switch")).to_have_attribute("data-on", "no")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    at(page, 1)
    assert decisions() == ["waiting"] * 3


def test_a_number_chooses_a_reading_and_q_grows_the_quotation(open_desk, page):
    open_desk()
    page.locator("#headline").fill("My headline")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.locator(".reads-as")).to_contain_text("Wednesday 8 May 2019")
    page.locator("#candidate-title").focus()
    page.keyboard.press("q")
    expect(page.locator("#quotation")).to_contain_text("He flew to Vladivostok")
    expect(page.locator("#article-text .quoted").first).to_be_visible()
    expect(page.locator("#headline")).to_have_value("My headline")
    page.keyboard.press("Enter")
    at(page, 2)
    assert Event.objects.get().edtf == "2019-05-08"
    assert Citation.objects.get().exact == "The two sides met on Wednesday. He flew to Vladivostok last week."


def test_m_cites_the_event_offered_and_the_button_says_so(open_desk, page, make_event):
    event = make_event("The two sides meet in Tokyo", "2019-05-01")
    open_desk()
    page.keyboard.press("m")
    expect(page.locator("#accept")).to_contain_text(f"Cite event {event.pk}")
    page.locator("#accept").click()
    at(page, 2)
    assert event.citations.count() == 2
    assert Event.objects.count() == 1


def test_words_selected_in_the_article_are_marked(open_desk, page, article):
    open_desk()
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById('article-text'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.textContent.indexOf('known');
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 5);
            document.dispatchEvent(new MouseEvent('mouseup'));
            return;
          }
        }"""
    )
    expect(page.locator("#mark-words")).to_have_value("known")
    page.get_by_role("button", name="Mark as a date phrase").click()
    expect(page.locator("#candidate-title")).to_contain_text("known")
    made = article.mentions.get(origin="person")
    assert article.text[made.start : made.end] == "known"
    assert made.start == article.text.index("known")


def test_a_server_that_does_not_answer_says_so_and_keeps_what_was_typed(open_desk, page):
    open_desk()
    page.locator("#headline").fill("My headline")
    page.route("**/accept/", lambda route: route.abort())
    page.locator("#accept").click()
    expect(page.locator("#last")).to_contain_text("Not saved")
    expect(page.locator("#headline")).to_have_value("My headline")
    page.unroute("**/accept/")
    page.locator("#accept").click()
    at(page, 2)
    assert Event.objects.get().headline == "My headline"


def test_undo_survives_a_reload(open_desk, page):
    open_desk()
    page.locator("#put-off").click()
    at(page, 2)
    page.reload()
    page.locator("#undo").click()
    expect(page.locator("#last")).to_contain_text("Nothing decided")
    assert decisions() == ["waiting"] * 3


def test_a_form_that_came_too_late_shows_both(open_desk, page, axe, mention, as_checker, typed):
    open_desk()
    page.locator("#headline").fill("Mine")
    as_checker.post(reverse("review:accept", args=[mention.pk]), typed(mention, headline="Theirs"))
    page.locator("#accept").click()
    expect(page.locator(".versus")).to_contain_text("Mine")
    expect(page.locator(".versus")).to_contain_text("Theirs")
    axe(page)
    page.get_by_role("button", name="Draft mine as another event").click()
    expect(page.locator("#events")).to_contain_text("Mine")
    assert Event.objects.count() == 2


def test_axe_finds_nothing_on_the_desk(open_desk, page, axe, make_chronology, make_event, last_week):
    make_chronology()
    make_event("The two sides meet in Tokyo", "2019-05-01")
    open_desk()
    axe(page)
    page.locator("#reject summary").click()
    axe(page)
    page.locator("#date-text").fill("Thursday 26 April 2019")
    expect(page.locator(".reads-as")).to_contain_text("Choose a reading")
    axe(page)
    page.locator("#date-text").fill("in the weeks after Hanoi")
    expect(page.locator(".reads-as")).to_contain_text("Not read as a date")
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    open_desk(mention=last_week.pk)
    axe(page)


@pytest.mark.parametrize("width", [320, 360, 640, 900, 1280])
def test_nothing_scrolls_sideways(open_desk, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_desk()
    expect(page.locator("html")).to_have_js_property("scrollWidth", width)


class TestWithoutScript:
    """Every button is a form."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_everything_goes_without_script(self, open_desk, page, article, last_week):
        open_desk()
        page.locator("#headline").fill("My headline")
        page.locator("#grow").click()
        expect(page.locator("#quotation")).to_contain_text("He flew to Vladivostok")
        expect(page.locator("#headline")).to_have_value("My headline")
        page.locator("#accept").click()
        at(page, 2)
        page.locator("#date-text").fill("25 April 2019")
        page.get_by_role("button", name="Read the date").click()
        expect(page.locator(".reads-as")).to_contain_text("Thursday 25 April 2019")
        page.locator("#accept").click()
        at(page, 3)
        page.locator("#reject summary").click()
        page.get_by_role("button", name="Only a plan").click()
        expect(page.locator("#last")).to_contain_text("Rejected")
        assert decisions() == ["accepted", "corrected", "rejected"]
        page.locator("#undo").click()
        expect(page.locator("#last")).to_contain_text("Corrected")
        assert decisions() == ["accepted", "corrected", "waiting"]
        page.locator("#mark summary").click()
        page.locator("#mark-words").fill("the ferry")
        page.get_by_role("button", name="Event of this sentence").click()
        expect(page.locator("#candidate-title")).to_contain_text("Event of a sentence")
        assert Event.objects.filter(wordings__headline="My headline").exists()


def test_when_the_session_ends_what_was_typed_stays_and_can_still_be_stored(open_desk, page, live_server):
    open_desk()
    page.locator("#headline").fill("The two sides met in the snow")
    cookies = [cookie for cookie in page.context.cookies() if cookie["name"] != "sessionid"]
    page.context.clear_cookies()
    page.context.add_cookies(cookies)
    page.locator("#accept").click()
    expect(page.locator("#last")).to_contain_text("Sign in again in another tab")
    expect(page.locator("#headline")).to_have_value("The two sides met in the snow")
    other = page.context.new_page()
    other.goto(f"{live_server.url}{reverse('accounts:sign_in')}")
    other.get_by_label("Name").fill("the-researcher")
    other.get_by_label("Password").fill(PASSWORD)
    other.keyboard.press("Enter")
    expect(other.get_by_text("the-researcher").first).to_be_visible()
    page.locator("#accept").click()
    at(page, 2)
    assert decisions()[0] == "accepted"
    assert Event.objects.get().wordings.get().headline == "The two sides met in the snow"


def test_the_date_box_stays_when_the_session_ends(open_desk, page):
    open_desk()
    page.context.clear_cookies()
    page.locator("#date-text").fill("3 May 2019")
    expect(page.locator("#live")).to_contain_text("signed out")
    expect(page.locator("#date-text")).to_have_value("3 May 2019")
    expect(page.locator("#reading")).to_be_visible()


def test_enter_accepts_after_a_reading_was_chosen_by_its_number(open_desk, page):
    open_desk()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    at(page, 2)
    assert decisions()[0] == "accepted"


def test_enter_in_a_field_of_names_accepts(open_desk, page):
    open_desk()
    page.locator("#themes").fill("talks")
    page.locator("#themes").press("Enter")
    at(page, 2)
    assert decisions()[0] == "accepted"


def test_the_list_of_keys_is_reached_and_left_by_keys(open_desk, page):
    open_desk()
    page.keyboard.press("?")
    expect(page.locator("#keys-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#candidate-title")).to_be_focused()


def test_enter_never_doubles_at_the_end_of_an_article(open_desk, page, axe):
    open_desk()
    for number in (2, 3):
        page.keyboard.press("Enter")
        at(page, number)
    page.keyboard.press("Enter")
    expect(page.locator("#all-decided")).to_contain_text("No phrase of this article waits any more")
    expect(page.locator("#live")).to_contain_text("No phrase of this article waits any more")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for _again in range(3):
        page.keyboard.press("Enter")
    page.locator("#date-text").press("Enter")
    page.wait_for_url("**/draw/")
    axe(page)
    assert not [address for address in asked if "/accept/" in address]
    assert Event.objects.count() == 3
    page.get_by_role("button", name="Draft another event").click()
    expect(page.locator("#last")).to_contain_text("Cited")
    assert Event.objects.count() == 4
    page.get_by_role("link", name="arrange the events").click()
    page.wait_for_url("**/arrange/")


def test_enter_leads_from_a_decided_phrase_to_the_next_that_waits(open_desk, page, mention):
    open_desk()
    page.keyboard.press("Enter")
    at(page, 2)
    page.keyboard.press("k")
    at(page, 1)
    page.keyboard.press("Enter")
    at(page, 2)
    assert Event.objects.count() == 1


@pytest.mark.parametrize("scripted", [True, False])
def test_what_only_a_checker_may_is_refused_at_the_desk_with_all_that_was_typed(
    scripted, browser, live_server, researcher, article, make_event, make_chronology, publish
):
    event, chronology = make_event("The two sides met", "2019-05-01", checked=True), make_chronology()
    publish(event, chronology)
    context = browser.new_context(java_script_enabled=scripted)
    session = signed_in(researcher).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}{reverse('review:review', args=[article.pk])}")
    page.fill("#headline", "Typed with care")
    page.locator(f"[name=target][value='{event.pk}']").check()
    page.locator("[name=section]").select_option(label="All of it")
    page.locator("#accept").click()
    expect(page.locator("#errors")).to_contain_text("only a checker changes what is checked or public")
    expect(page.locator("#headline")).to_have_value("Typed with care")
    assert decisions()[0] == "waiting"
    context.close()
