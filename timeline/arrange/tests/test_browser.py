"""The pages of this room in a real browser: by mouse, by keyboard, with scripts off, narrow, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from timeline.conftest import NOW
from timeline.records.models import Entry, Event, Section, Verb, open_change

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THEMES = ("light", "dark")
STANDS_BEFORE = """([one, other]) =>
    document.getElementById(one).compareDocumentPosition(document.getElementById(other)) & 4"""


@pytest.fixture
def enter(page, context, live_server):
    """Open a page of the live server as a person who is signed in."""

    def visit(client, path):
        cookie = client.cookies["sessionid"]
        context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        page.goto(live_server.url + path)
        return page

    return visit


@pytest.fixture
def chronology(make_chronology, make_event, place):
    made = make_chronology()
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        Section(chronology=made, position=2, title="Later").save()
    place(
        made, make_event("Eve", "2018-06-13", checked=True), make_event("First", "2018-06-14"),
        make_event("Second", "2018-06-14"), make_event("Third", "2018-06-14"),
    )  # fmt: skip
    make_event("Not placed anywhere", "[2019-05-21..2019-05-31]", words="late May 2019")
    return made


def stand(page, *headlines):
    """Wait until the entries stand in this order."""
    expect(page.locator(".part .entries[data-section] h3 a")).to_have_text(list(headlines))


def pk(headline):
    return Entry.objects.get(event__wordings__headline=headline).pk


def violations(page):
    return [f"{one['id']}: {node['html']}" for one in Axe().run(page).response["violations"] for node in one["nodes"]]


def test_the_arrow_keys_move_an_entry_and_the_handle_keeps_the_focus(enter, as_checker, at, chronology):
    page = enter(as_checker, at("chronology", slug=chronology.slug))
    handle = page.locator(f"#handle-{pk('Third')}")
    handle.focus()
    handle.press("ArrowUp")
    expect(page.locator("#live")).to_have_text("Moved: Third")
    stand(page, "Eve", "First", "Third", "Second")
    expect(page.locator(f"#handle-{pk('Third')}")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".entries h3 a").nth(1)).to_have_text("Third")


def test_a_button_moves_without_a_reload_and_a_refusal_is_shown_where_it_happened(enter, as_checker, at, chronology):
    page = enter(as_checker, at("chronology", slug=chronology.slug))
    page.evaluate("window.still = true")
    page.get_by_label("Select: Second").check()
    page.get_by_role("button", name="Move down: First").click()
    expect(page.locator("#live")).to_have_text("Moved: First")
    expect(page.get_by_role("button", name="Move down: First")).to_be_focused()
    expect(page.get_by_label("Select: Second")).to_be_checked()
    page.get_by_role("button", name="Move down: Eve").click()
    expect(page.locator("#refused")).to_contain_text("is over before")
    assert page.evaluate("window.still")
    stand(page, "Eve", "Second", "First", "Third")


def test_an_entry_is_dragged_within_its_day_and_not_past_it(enter, as_checker, at, chronology):
    page = enter(as_checker, at("chronology", slug=chronology.slug))
    drag(page, "Third", "First")
    expect(page.locator("#live")).to_have_text("Moved: Third")
    stand(page, "Eve", "Third", "First", "Second")
    drag(page, "Third", "Eve")
    expect(page.locator("#refused")).to_contain_text("is over before")
    stand(page, "Eve", "Third", "First", "Second")


def drag(page, moved, onto):
    """Drop one entry on the upper half of another, as a hand does it: in steps."""
    start = page.locator(f"#handle-{pk(moved)}").bounding_box()
    end = page.locator(f"#entry-{pk(onto)}").bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, start["y"] - 5, steps=3)
    page.mouse.move(end["x"] + 60, end["y"] + 3, steps=8)
    for jiggle in range(400):
        if page.evaluate(STANDS_BEFORE, [f"entry-{pk(moved)}", f"entry-{pk(onto)}"]):
            break
        page.mouse.move(end["x"] + 60, end["y"] + 2 + jiggle % 2)
        page.wait_for_timeout(50)
    page.mouse.up()


def test_selected_entries_are_counted_and_changed_together(enter, as_checker, at, chronology):
    page = enter(as_checker, at("chronology", slug=chronology.slug))
    page.get_by_label("Select: First").check()
    page.get_by_label("Select: Second").check()
    expect(page.locator("#bulk-title")).to_have_text("2 selected")
    page.locator("#bulk-section").select_option(label="Later")
    page.get_by_role("button", name="Set section").click()
    expect(page.locator("#messages")).to_contain_text("Changed.")
    assert Section.objects.get(title="Later").entries.count() == 2


def test_what_was_typed_as_a_date_is_read_while_one_types(enter, as_researcher, at, chronology):
    page = enter(as_researcher, at("event_new"))
    page.get_by_label("Headline (English)").fill("A ferry line opens")
    page.locator("#date-text").press_sequentially("3/7/2000")
    expect(page.locator("#readings .choice")).to_have_count(3)
    page.get_by_label("Title of the source").fill("A book")
    page.get_by_label("Place in the source").fill("page 41")
    page.locator("#readings input").nth(1).check()
    page.get_by_role("button", name="Draft the event").click()
    page.wait_for_url("**/arrange/events/*/")
    assert Event.objects.get(words="3/7/2000").edtf == "2000-07-03"


@pytest.mark.parametrize("browser_context_args", [{"java_script_enabled": False}], indirect=False)
def test_everything_works_with_scripts_off(browser, browser_context_args, live_server, as_checker, at, chronology):
    context = browser.new_context(**browser_context_args, base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": as_checker.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(at("chronology", slug=chronology.slug))
    page.get_by_role("button", name="Move up: Third").click()
    stand(page, "Eve", "First", "Third", "Second")
    page.get_by_role("link", name="Move after: Second").click()
    page.locator("#after").select_option(label="Eve (Wednesday 13 June 2018)")
    page.get_by_role("button", name="Move", exact=True).click()
    stand(page, "Eve", "Second", "First", "Third")
    page.get_by_role("button", name="Move up: Second").click()
    expect(page.locator("#refused")).to_contain_text("is over before")
    page.get_by_label("Select: Not placed anywhere").check()
    page.get_by_role("button", name="Place the selected events").click()
    expect(page.locator(".part .entries[data-section] h3", has_text="Not placed anywhere")).to_be_visible()
    page.get_by_role("button", name="Publish 1 change").click()
    expect(page.locator("#messages")).to_contain_text("1 entry is published")
    context.close()


@pytest.fixture
def pages(at, chronology, make_event, as_researcher, as_checker):
    """Every page of the room that answers GET."""
    slug, event = chronology.slug, Entry.objects.get(event__wordings__headline="First").event
    other = make_event("First, told otherwise", "2018-06-15", summary="Another.")
    section, lane = chronology.sections.first(), chronology.lanes.first()
    return [
        at("chronologies"), at("chronology_new"), at("chronology", slug=slug),
        at("chronology", slug=slug) + f"?move={pk('Second')}", at("chronology_edit", slug=slug),
        at("chronology_history", slug=slug), at("section_new", slug=slug), at("section_edit", pk=section.pk),
        at("section_delete", pk=section.pk), at("lane_new", slug=slug), at("lane_edit", pk=lane.pk),
        at("lane_delete", pk=lane.pk), at("events_list"), at("event_new"), at("event_edit", pk=event.pk),
        at("citation_new", pk=event.pk), at("event_history", pk=event.pk), at("merge_with", pk=event.pk),
        at("merge", pk=event.pk, other=other.pk), "/password/",
    ]  # fmt: skip


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(enter, as_checker, pages):
    found = []
    for path in pages:
        page = enter(as_checker, path)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            found += [f"{path} {theme} {violation}" for violation in violations(page)]
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            expect(page.locator("html")).to_have_js_property("scrollWidth", width)
        page.set_viewport_size({"width": 1280, "height": 800})
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_a_conflict_a_refusal_and_what_was_refused(enter, as_checker, at, chronology):
    event = Entry.objects.get(event__wordings__headline="First").event
    page = enter(as_checker, at("event_edit", pk=event.pk))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording = event.wordings.get()
        wording.headline, event.version = "First, as they call it", event.version + 1
        wording.save()
        event.save()
    page.get_by_label("Headline (English)").fill("First, as I call it")
    page.get_by_role("button", name="Store", exact=True).click()
    expect(page.locator("#errors")).to_contain_text("Not stored yet")
    expect(page.locator("#errors")).to_be_focused()
    found = [
        violation for theme in THEMES if not page.emulate_media(color_scheme=theme) for violation in violations(page)
    ]
    page.get_by_label("I call it").check()
    page.get_by_role("button", name="Store what I chose").click()
    expect(page.locator("h1")).to_have_text("First, as I call it")

    page.goto(page.url.split("/arrange/")[0] + at("chronology", slug=chronology.slug))
    page.get_by_role("button", name="Move down: Eve").click()
    expect(page.locator("#refused")).to_be_visible()
    found += violations(page)
    page.goto(page.url.split("/arrange/")[0] + at("event_new"))
    page.get_by_role("button", name="Draft the event").click()
    expect(page.locator("#errors")).to_be_focused()
    found += violations(page)
    assert not found, "\n".join(found)
