"""Named people, and what a test is about: made here, once."""

import fcntl
import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import caches
from django.test import Client, override_settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import expect

from timeline.accounts.models import Role, User
from timeline.dates import edtf
from timeline.limits import Limits, preload, run_limited
from timeline.public.items import items
from timeline.records import actions
from timeline.records.models import Article, Chronology, Entry, Event, Lane, Section, Source, Verb, open_change

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PASSWORD = "a-long-enough-one"
# All that axe can find in one scheme and not in the other: the elements are the same in both.
RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


# A machine that does much else at once takes its time; who is quick waits no longer for it.
expect.set_options(timeout=30_000)
hypothesis_settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("patient")
# The tests read more tables than any worker of the background.
preload("timeline.transfer.preloaded_in_tasks")
# Playwright keeps an event loop in the test's thread; Django would refuse the test's own queries beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    """Mark what touches the database: only that can go otherwise on another one."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(item.fixturenames):
            item.add_marker("database")


@pytest.fixture(scope="session", autouse=True)
def static_folder(tmp_path_factory):
    """An empty folder of collected files; for the session, because the live server starts before any test."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session")
def locks(tmp_path_factory):
    """A folder that counts the workers of this process of tests alone."""
    return tmp_path_factory.mktemp("limits")


@pytest.fixture(scope="session", autouse=True)
def plain_settings(locks):
    """Static files without a manifest, quick passwords, tasks done at once, patient waits; else as it runs.

    For the session: whoever listens to changed settings would forget all it knows between any two tests.
    """
    # A worker that steps back would only make the test that waits for it slower.
    patient = {"folder": locks, "waiting": 300, "patience": 300, "niceness": 0}
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    with override_settings(
        LIMITS=replace(settings.LIMITS, **patient),
        LIMITS_OF_TASKS=replace(settings.LIMITS_OF_TASKS, **patient),
        STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": plain}},
        TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def in_english():
    """No language of another test: a request leaves its own to the thread, and the next one sets it anew."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nothing_kept():
    """No page of another test: its database is gone, and what named its state may come again. Call it to forget all."""

    def forget():
        for kept in caches.all():
            kept.clear()

    forget()
    return forget


@pytest.fixture
def in_time(locks):
    """Run a function in a worker that the system kills after many times the processor time that it should need."""

    def run(function, *given):
        limits = Limits(folder=locks, name="tried", seconds=25, waiting=1800, patience=1800)
        return run_limited(function, *given, limits=limits)

    return run


@pytest.fixture
def work_of():
    """Count what Python does in a function: its calls, and those of what is built in."""

    def count(function):
        events = 0

        def note(*_event):
            nonlocal events
            events += 1

        sys.setprofile(note)
        try:
            function()
        finally:
            sys.setprofile(None)
        return events

    return count


@pytest.fixture
def limit(settings):
    """Let work on strangers' texts use so much and no more."""

    def make(**limits):
        settings.LIMITS = replace(settings.LIMITS, **limits)

    return make


@pytest.fixture
def limit_of_tasks(settings):
    """Let work in the background use so much and no more."""

    def make(**limits):
        settings.LIMITS_OF_TASKS = replace(settings.LIMITS_OF_TASKS, **limits)

    return make


@pytest.fixture
def all_at_work(limit, tmp_path):
    """As many workers as may run are at work, elsewhere."""
    limit(folder=tmp_path, patience=0)
    held = [(tmp_path / f"work-{number}.lock").open("ab") for number in range(2)]
    for file in held:
        fcntl.flock(file, fcntl.LOCK_EX)
    yield
    for file in held:
        file.close()


def make_person(role):
    return User.objects.create_person(f"the-{role}", PASSWORD, role)


@pytest.fixture
def researcher(db):
    return make_person(Role.RESEARCHER)


@pytest.fixture
def checker(db):
    return make_person(Role.CHECKER)


@pytest.fixture
def admin(db):
    return make_person(Role.ADMIN)


@pytest.fixture
def as_visitor(db):
    """A browser of nobody in particular."""
    return Client()


def signed_in(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def as_researcher(researcher):
    return signed_in(researcher)


@pytest.fixture
def as_checker(checker):
    return signed_in(checker)


@pytest.fixture
def as_admin(admin):
    return signed_in(admin)


@pytest.fixture
def make_source(db):
    def make(title="The Niigata Gazette", **fields):
        with open_change(by=None, at=NOW, verb=Verb.ADD):
            source = Source(title=title, **fields)
            source.save()
        return source

    return make


@pytest.fixture
def make_article(make_source):
    """An article with its mentions found, as ingest leaves it."""

    def make(text="The two sides met on Wednesday.", published_on=date(2019, 5, 2), language="en", **fields):
        from timeline.dates.article import find_for_review
        from timeline.records.mentions import store_mentions

        with open_change(by=None, at=NOW, verb=Verb.ADD):
            source = make_source(title=fields.pop("title", "The two sides meet"), language=language)
            article = Article(
                source=source, text=text, text_hash=actions.text_hash(text), published_on=published_on, **fields
            )
            article.save()
            found = find_for_review(text, published_on, language, article.zone, told=False)
            store_mentions(article, found.phrases)
        return article

    return make


@pytest.fixture
def make_event(make_source):
    """An event with one citation; `checked=True` makes it a checked one."""

    def make(headline="Talks are held", date="2002-09-17", words="", checked=False, by=None, **fields):
        value = edtf.parse(date) if date else None
        with open_change(by=by, at=NOW, verb=Verb.ADD):
            draft = actions.EventDraft(
                headline=headline, language=fields.pop("language", "en"), words=words or date, date=value, **fields
            )
            event = actions.draft_event(draft=draft, by=by, at=NOW)
            cited = actions.CitationDraft(
                source=make_source(), locator="page 1", words=words or date, date=value, chosen=True
            )
            citation = actions.cite(event=event, draft=cited, by=by, at=NOW)
            if checked:
                event.status = "checked"
                event.save()
                citation.state = "checked"
                citation.save()
        return Event.objects.get(pk=event.pk)

    return make


@pytest.fixture
def make_chronology(db):
    """A chronology with one section and one lane."""

    def make(title="Japan and North Korea", slug="japan-north-korea", is_public=True, **fields):
        with open_change(by=None, at=NOW, verb=Verb.ADD):
            chronology = Chronology(title=title, slug=slug, is_public=is_public, **fields)
            chronology.save()
            Section(chronology=chronology, position=1, title="All of it").save()
            Lane(chronology=chronology, position=1, letter="T", name="Talks", style="t").save()
        return chronology

    return make


@pytest.fixture
def rivals_of():
    """The dates beside an event's own that readers are shown, in order."""
    return lambda event: [citation.edtf for citation in items([Entry(event=event)])[0].rivals]


@pytest.fixture
def publish():
    """Place an event in a chronology and publish it."""

    def make(event, chronology):
        with open_change(by=None, at=NOW, verb=Verb.PUBLISH):
            entry = actions.place(
                event=event, chronology=chronology, section=chronology.sections.first(),
                lane=chronology.lanes.first(), by=None, at=NOW,
            )  # fmt: skip
            entry.published_since = NOW
            entry.save()
        return entry

    return make


@pytest.fixture
def sign_in(context, live_server):
    """Sign a person in, in the browser, without the form."""

    def make(person):
        session = signed_in(person).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    return make


def axe_violations(page, rules=None):
    """What axe finds wrong on a page as it stands, a line each; by all its rules, or by some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # Only what is wrong comes back: all the rest takes longer to hand over than to find.
    how = {"resultTypes": ["violations"], **({"runOnly": {"type": "rule", "values": rules}} if rules else {})}
    found = page.evaluate("how => axe.run(how).then(found => found.violations)", how)
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.fixture
def axe():
    """Assert that axe finds nothing on a page, in light and in dark."""

    def check(page):
        for scheme, rules in (("light", None), ("dark", RULES_OF_COLOURS)):
            page.emulate_media(color_scheme=scheme)
            found = axe_violations(page, rules)
            assert not found, "\n".join([f"{page.url} ({scheme})", *found])
        page.emulate_media(color_scheme="light")

    return check


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The browser that bin/test found; quiet, and without a sandbox where root runs it."""
    options = {**browser_type_launch_args, "args": [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ]}  # fmt: skip
    if os.environ.get("CHROMIUM"):
        options["executable_path"] = os.environ["CHROMIUM"]
    return options
