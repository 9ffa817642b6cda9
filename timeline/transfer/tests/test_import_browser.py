"""An import in a real browser: upload, columns, preview, apply, undo; by keyboard, narrow, in both themes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from timeline.conftest import axe_violations
from timeline.records.models import Event, Run
from timeline.transfer import actions, runs
from timeline.transfer.tests.conftest import as_csv

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(page, context, live_server, as_admin):
    """Open a page of the live server as an admin."""
    cookie = as_admin.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])

    def visit(path):
        page.goto(live_server.url + path)
        return page

    return visit


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "events.csv"
    path.write_bytes(as_csv({}, {"title": "Other talks", "edtf": "2003"}, {"title": "No such day", "edtf": "2003-13"}))
    return path


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "scripts off"])
def test_a_table_goes_from_upload_to_events_and_back(browser, live_server, as_admin, table, scripts):
    context = browser.new_context(java_script_enabled=scripts)
    cookie = as_admin.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + "/imports/")
    page.get_by_role("link", name="Import a table").click()
    page.get_by_label("Table", exact=True).set_input_files(table)
    page.get_by_role("button", name="Read the table").click()
    expect(page.get_by_label("headline", exact=True)).to_have_value("title")
    page.get_by_role("button", name="Show what each row would do").click()
    expect(page.get_by_role("heading", name="What this import would do")).to_be_visible()
    expect(page.locator("#left-out")).to_contain_text("1 row has errors and would be left out")
    page.get_by_role("button", name="Import 2 rows, leave out 1", exact=True).click()
    expect(page.get_by_role("heading", name="What this import did")).to_be_visible()
    assert Event.objects.count() == 2
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_role("heading", name="This import was undone")).to_be_visible()
    assert Event.objects.count() == 0
    context.close()


def test_it_goes_by_keyboard_alone(enter, table):
    page = enter("/imports/new/")
    page.get_by_label("Table", exact=True).set_input_files(table)
    page.get_by_role("button", name="Read the table").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show what each row would do").press("Enter")
    page.get_by_label("The events are checked already").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Import 2 rows, leave out 1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What this import did")).to_be_visible()


def test_what_the_table_does_not_tell_is_asked_once_and_goes_by_keyboard(enter, tmp_path):
    path = tmp_path / "asked.csv"
    path.write_text("first,last,event\n03/04/1987,05/06/1987,Strike\n", encoding="utf-8")
    page = enter("/imports/new/")
    page.set_viewport_size({"width": 360, "height": 800})
    page.get_by_label("Table", exact=True).set_input_files(path)
    page.get_by_role("button", name="Read the table").press("Enter")
    page.get_by_role("button", name="Show what each row would do").press("Enter")
    page.get_by_role("link", name="Choose what the two columns say.").press("Enter")
    expect(page.get_by_label("how long it lasted")).to_be_visible()
    assert not axe_violations(page)
    page.get_by_label("how long it lasted").press("Space")
    page.get_by_role("button", name="Show what each row would do").press("Enter")
    expect(page.get_by_text("1987-03-04/1987-05-06")).to_be_visible()
    page.get_by_role("link", name="Say it on the page of the columns").press("Enter")
    page.get_by_label("the day: 3 April").press("Space")
    assert not axe_violations(page)
    expect(page.locator("html")).to_have_js_property("scrollWidth", 360)
    page.get_by_role("button", name="Show what each row would do").press("Enter")
    expect(page.get_by_text("1987-04-03/1987-06-05")).to_be_visible()
    expect(page.get_by_text("can be read two ways")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(enter, admin, plan, bring_in, theme, width):
    done = bring_in({"id": "done", "title": "An earlier event"})
    waiting = plan({"title": ""}, {"title": "=1", "edtf": "2001"}, {"id": "done"}, {"title": "x" * 280})
    page = enter("/imports/")
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 800})
    for path in (
        "/imports/", "/imports/new/", f"/imports/{waiting.pk}/columns/", f"/imports/{waiting.pk}/",
        f"/imports/{waiting.pk}/?show=all", f"/imports/{done.pk}/", "/admin/", "/admin/records/event/",
        f"/admin/records/event/{Event.objects.get().pk}/change/", "/admin/records/citation/", "/admin/records/source/",
        f"/admin/accounts/user/{admin.pk}/change/",
    ):  # fmt: skip
        enter(path)
        for details in page.query_selector_all("main details"):
            details.evaluate("one => one.open = true")
        if not path.startswith("/admin/"):
            expect(page.locator("html")).to_have_js_property("scrollWidth", width)
        assert not axe_violations(page), path


def test_the_policy_refuses_nothing_on_these_pages_nor_in_the_admin_site(enter, plan, bring_in):
    bring_in({})
    waiting = plan({"id": "other", "title": ""})
    event = Event.objects.get()
    page, said = enter("/imports/"), []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    for path in (
        "/imports/", "/imports/new/", f"/imports/{waiting.pk}/columns/", f"/imports/{waiting.pk}/", "/admin/",
        "/admin/records/event/", f"/admin/records/event/{event.pk}/change/", "/admin/records/change/",
        "/admin/accounts/user/", "/admin/accounts/user/add/",
    ):  # fmt: skip
        enter(path)
    assert not [words for words in said if "Content Security Policy" in words or "Refused" in words], said


def test_how_far_an_import_is_tells_itself_and_a_button_stops_it(enter, plan, admin):
    batch = plan({}, {"title": "Other talks"})
    run = actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=admin, at=timezone.now())
    at_work = {"state": "running", "owner": "elsewhere:1", "started_at": timezone.now(), "rows": 90_000}
    Run.objects.update(**at_work, heard_at=timezone.now() + timedelta(hours=1), rows_done=30_000)
    page = enter(f"/imports/{batch.pk}/")
    expect(page.get_by_role("progressbar", name="Rows done")).to_have_attribute("value", "30000")
    expect(page.get_by_text("30,000 of 90,000 rows")).to_be_visible()
    Run.objects.update(rows_done=60_000)
    expect(page.get_by_text("60,000 of 90,000 rows")).to_be_visible()
    expect(page.locator("#live")).to_have_text("60 % of the rows are done")
    page.set_viewport_size({"width": 360, "height": 800})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not axe_violations(page)
    expect(page.locator("html")).to_have_js_property("scrollWidth", 360)
    page.get_by_role("button", name="Stop, and import nothing").press("Enter")
    expect(page.get_by_text("Stopping: what was written is taken away again.")).to_be_visible()
    Run.objects.update(state="waiting")
    runs.work_on(run.pk)
    expect(page.get_by_text("Stopped: nothing was imported.")).to_be_visible()
    assert Event._base_manager.count() == 0
