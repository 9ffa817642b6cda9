"""The first page of the seeded timeline: what it weighs, and whom it asks."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

HTML_LIMIT = 40_000
WHOLE_LIMIT = 80_000
TIMELINE = "/chronologies/japan-north-korea/"


@pytest.fixture
def seeds(db):
    call_command("load_seeds", verbosity=0)


def test_the_first_page_is_light(seeds, as_visitor):
    answer = as_visitor.get(TIMELINE, headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    html = brotli.decompress(answer.content).decode()
    assert html.count('<li class="event') >= 40
    addresses = set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', html))
    assert addresses
    files = sum(len(brotli.compress(Path(finders.find(address)).read_bytes())) for address in addresses)
    assert len(answer.content) <= HTML_LIMIT
    assert len(answer.content) + files <= WHOLE_LIMIT


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_first_page_asks_no_other_host(live_server, page):
    call_command("load_seeds", verbosity=0)
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(f"{live_server.url}{TIMELINE}")
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(live_server.url).netloc}
