"""What was typed at the desk and not sent is asked about before it would be lost."""

import re

import pytest
from playwright.sync_api import expect

from timeline.review.tests.conftest import at, decisions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class TestUnsaved:
    """What was typed is stored nowhere before it is sent, so the desk asks before it is left."""

    WAYS = {
        "j": lambda page: page.keyboard.press("j"),
        "a phrase": lambda page: page.locator("#article-text .phrase").nth(1).click(),
        "another page": lambda page: page.get_by_role("link", name="correct this").click(),
        "another form": lambda page: page.locator("#keys-switch button").click(),
    }
    FIELDS = {
        "headline": lambda page: page.locator("#headline").fill("Mine"),
        "theme": lambda page: page.locator("#themes").fill("Talks"),
        "reading": lambda page: page.locator("#readings input").last.check(),
        "words that were missed": lambda page: (
            page.locator("#mark summary").click(),
            page.locator("#mark-words").fill("the ferry"),
        ),
    }

    @pytest.mark.parametrize("way", WAYS)
    def test_it_asks_and_the_text_stays(self, open_desk, page, way):
        open_desk()
        page.locator("#headline").fill("Mine")
        page.keyboard.press("Escape")
        self.WAYS[way](page)
        expect(page.locator("#leave")).to_be_visible()
        expect(page.get_by_role("button", name="Stay here")).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        expect(page.locator("#leave")).to_be_hidden()
        at(page, 1)
        expect(page.locator("#headline")).to_have_value("Mine")
        assert decisions() == ["waiting"] * 3

    @pytest.mark.parametrize("field", FIELDS)
    def test_who_leaves_leaves(self, open_desk, page, axe, field):
        open_desk()
        self.FIELDS[field](page)
        page.keyboard.press("Escape")
        page.locator("#next").click()
        expect(page.locator("#leave")).to_be_visible()
        if field == "headline":
            axe(page)
        page.get_by_role("button", name="Leave without storing").click()
        at(page, 2)
        expect(page.locator("#leave")).to_be_hidden()

    def test_nothing_is_asked_where_nothing_was_changed_or_all_was_sent(self, open_desk, page):
        open_desk()
        page.keyboard.press("j")
        at(page, 2)
        page.keyboard.press("k")
        at(page, 1)
        page.locator("#headline").fill("Mine")
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        at(page, 2)
        page.keyboard.press("k")
        at(page, 1)
        expect(page.locator("#events")).to_contain_text("Mine")
        page.reload()
        at(page, 1)

    def test_undo_asks_since_it_would_drop_what_was_typed(self, open_desk, page):
        open_desk()
        page.keyboard.press("Enter")
        at(page, 2)
        page.locator("#headline").fill("Mine")
        page.keyboard.press("Escape")
        page.keyboard.press("u")
        expect(page.locator("#leave")).to_be_visible()
        page.get_by_role("button", name="Leave without storing").click()
        at(page, 1)
        assert decisions() == ["waiting"] * 3

    def test_a_quotation_that_was_grown_is_kept_too(self, open_desk, page):
        open_desk()
        page.keyboard.press("q")
        expect(page.locator("#candidate[data-unsaved]")).to_be_visible()
        page.keyboard.press("j")
        expect(page.locator("#leave")).to_be_visible()

    def test_reload_and_close_ask_in_the_browser_s_own_words(self, open_desk, page):
        open_desk()
        page.locator("#headline").press_sequentially("Mine")
        page.once("dialog", lambda dialog: dialog.dismiss())
        with page.expect_event("dialog") as asked:
            page.evaluate("setTimeout(() => location.reload())")
        assert asked.value.type == "beforeunload"
        expect(page.locator("#headline")).to_have_value(re.compile("Mine"))

    def test_back_between_phrases_asks(self, open_desk, page, mention):
        open_desk(mention=mention.pk)
        page.keyboard.press("Enter")
        at(page, 2)
        page.locator("#headline").fill("Mine")
        page.evaluate("history.back()")
        expect(page.locator("#leave")).to_be_visible()
        page.get_by_role("button", name="Stay here").click()
        at(page, 2)
        expect(page.locator("#headline")).to_have_value("Mine")
        page.evaluate("history.back()")
        page.get_by_role("button", name="Leave without storing").click()
        at(page, 1)
