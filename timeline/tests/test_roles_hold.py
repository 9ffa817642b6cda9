"""Whoever sends whatever form: only a checker's deed changes what the public sees."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.cache import caches
from django.urls import reverse

from timeline.arrange.actions import chronologies, entries, events
from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records.actions import EventDraft
from timeline.records.models import (
    Article,
    Batch,
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Mention,
    Report,
    Run,
    Section,
    Source,
    Theme,
)
from timeline.review import actions as review
from timeline.review.quotation import quotation
from timeline.tests.test_addresses import entries as table_of_addresses
from timeline.tests.walk import LEFT_OUT, Walk
from timeline.transfer import actions as transfer

PUBLIC = Path(__file__).resolve().parent.parent / "public" / "tests" / "addresses.csv"
TEXT = (
    "The two sides met on Wednesday. He flew to Vladivostok last week. They met again on Friday. They part in late May."
)
OFTEN = ("review:accept", "arrange:citation_new", "arrange:undo")
"""What has most ways to go: more of it is sent."""
EACH = ("public:event", "public:timeline")
AT_ONCE = 40
"""Forms sent between two looks at the public pages."""


@pytest.fixture
def world(make_article, make_event, make_chronology, researcher, checker):
    """A public chronology that a researcher drew while it was private, with events of all kinds and their articles."""
    public, private = make_chronology(is_public=False), make_chronology("Hidden", "hidden", is_public=False)
    article = make_article(TEXT)
    make_article("Nothing is dated here.")
    for chronology in (private, public):
        later = chronologies.SectionDraft(title="Later on")
        section = chronologies.add_section(chronology=chronology, draft=later, after=None, by=researcher, at=NOW)
        chronologies.edit_section(
            section=section,
            version=section.version,
            by=researcher,
            at=NOW,
            draft=chronologies.SectionDraft(title="Later", intro="And on"),
        )
        chronologies.move_part(part=section, step=-1, by=researcher, at=NOW)
        lane = chronologies.LaneDraft(letter="W", name="Weapons", style="w", theme=None)
        chronologies.add_lane(chronology=chronology, draft=lane, by=researcher, at=NOW)
    told = [_accepted(mention, researcher) for mention in article.mentions.all()[:2]]
    made = [_made(headline, day, researcher) for headline, day in (("A summit", "2002-09-17"), ("A launch", "2002"))]
    drafts = [make_event("A draft", "2003-01-01", by=researcher), _made("Another draft", "2002-09-17", researcher)]
    checked = make_event("Checked alone", "2004-05-22", checked=True)
    entries.place_events(
        chronology=public, events=[*told, *made, drafts[0], checked], section=section, lane=None, by=researcher, at=NOW
    )
    for event in (*told, *made):
        events.check(event=event, by=checker, at=NOW)
    chronologies.set_public(chronology=public, public=True, by=checker, at=NOW)
    shown = Entry.objects.filter(event__in=[*told, *made])
    entries.publish(chronology=public, entries=shown, by=checker, at=NOW)
    _proposed(made[0], researcher)
    _import_of_each_kind()
    Report.objects.create(event=made[0], version=1, message="It was a day later.", sent_at=NOW)
    return {"events": [*told, *made, *drafts, checked], "chronology": public, "article": article}


def _accepted(mention, by):
    said = review.Candidate(
        words=mention.words, date=mention.date, quotation=quotation(mention.article, mention),
        headline=f"Told of {mention.words}", themes=("talks",),
    )  # fmt: skip
    return review.accept(mention=mention, version=mention.version, said=said, by=by, at=NOW)


def _made(headline, day, by):
    value = edtf.parse(day)
    draft = EventDraft(
        headline=headline, language="en", summary="In a few words.", words=day, date=value, place="Pyongyang",
        actors=("Japan",), themes=("talks",),
    )  # fmt: skip
    source = events.SourceDraft(title="A book", publisher="A house")
    cited = events.QuotationDraft(source=source, locator="page 3", words=day, date=value)
    event, _is_new = events.add_event(wordings=(), draft=draft, quotation=cited, by=by, at=NOW)
    return event


def _proposed(event, by):
    """What waits in a checker's queue."""
    cited = events.QuotationDraft(source=events.SourceDraft(title="A diary"), locator="page 9", words="2002")
    events.cite(event=event, quotation=cited, chosen=False, by=by, at=NOW)


def _import_of_each_kind():
    """Imports of which columns are to be chosen, that could be applied, that are applied, that are worked on."""

    def kept(headline):
        table = f"title,edtf,source_title\n{headline},2001-05-04,A list\n"
        return transfer.keep_file(name="events.csv", content=table.encode(), by=None, at=NOW)

    def planned(headline):
        batch = kept(headline)
        return transfer.make_plan(batch=batch, chosen=batch.mapping["columns"])

    kept("Looked at")
    planned("Planned")
    transfer.apply_plan(batch=planned("Brought in"), as_checked=True, leave_out=False, by=None, at=NOW)
    Run.objects.create(batch=planned("Worked on"), kind=Run.Kind.APPLY, at=NOW)


def actions():
    """The name of every address that a form can be sent to, but those of sessions."""
    rows = [row for row in table_of_addresses() if row["method"] == "POST" and row["visitor"] != "405"]
    return {row["name"] for row in rows} - LEFT_OUT


def pages():
    """Every page on which a form may stand."""
    yield from ("/name/", "/arrange/events/proposed/", "/imports/", "/imports/new/", "/reports/")
    yield from (f"/imports/{key}/" for key in Batch.objects.values_list("pk", flat=True))
    yield from (f"/imports/{key}/columns/" for key in Batch.objects.filter(plan={}).values_list("pk", flat=True))
    yield from (
        "/articles/",
        "/articles/new/",
        "/arrange/",
        "/arrange/new/",
        "/arrange/events/",
        "/arrange/events/new/",
    )
    for article in Article.objects.all():
        yield from (f"/articles/{article.pk}/edit/", f"/articles/{article.pk}/")
    for mention in Mention.objects.all():
        yield f"/articles/{mention.article_id}/?mention={mention.pk}"
    keys = list(Event.objects.values_list("pk", flat=True))
    for key in keys:
        yield from (f"/arrange/events/{key}/{part}" for part in ("", "cite/", "history/"))
    yield from (f"/arrange/events/{key}/merge/{other}/" for key, other in pairwise(keys))
    for slug in Chronology.objects.values_list("slug", flat=True):
        yield from (f"/arrange/{slug}/{part}" for part in ("", "edit/", "history/", "sections/new/", "lanes/new/"))
    for noun, name in ((Section, "sections"), (Lane, "lanes")):
        yield from (f"/arrange/{name}/{key}/{part}" for key in noun.objects.values_list("pk", flat=True) for part in
                    ("", "delete/"))  # fmt: skip


def public_addresses(world):
    """Every address that a visitor gets a page from, each with what may be asked of it."""
    things = {"chronology": [world["chronology"].slug, "hidden"], "event": [event.pk for event in world["events"]]}
    things["other_event"] = []
    with PUBLIC.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["method"] == "GET" and row["visitor"] == "200"]
    for row in rows:
        pairs = [pair.split("=") for pair in row["kwargs"].split()]
        tokens = [token for _key, token in pairs if token in things]
        values = things[tokens[0]] if tokens else [""]
        # Every event by its own page; what is made of that, and takes longer, of the first one and of a draft.
        for value in values if row["name"] in EACH or not values else {values[0], values[-1]}:
            given = {token: things[token][0] for token in tokens} | ({tokens[0]: value} if tokens else {})
            yield reverse(row["name"], kwargs={key: given.get(token, token) for key, token in pairs})
    timeline = f"/chronologies/{world['chronology'].slug}/"
    for asked in (
        "all=1",
        "q=blog",
        "q=talks",
        "exactness=differ",
        "exactness=unsourced",
        "source=A+house",
        "preview=1",
    ):
        yield f"{timeline}?{asked}"
    yield f"{timeline}2019/"


def seen(world, visitor):
    """What the public is answered at every address: status, text, and what names its state."""
    # As it is, not as it was kept.
    for kept in caches.all():
        kept.clear()
    answers = {address: visitor.get(address) for address in public_addresses(world)}
    return {address: (answer.status_code, text_of(answer), answer.get("ETag")) for address, answer in answers.items()}


def seen_but_for_what_waits(world, visitor):
    """The same without the page that counts the phrases nobody has decided on: to decide is a researcher's work."""
    return {address: answer for address, answer in seen(world, visitor).items() if not address.endswith("/coverage/")}


def text_of(answer):
    """What an answer says, be it a picture."""
    return answer.content.decode(errors="replace")


def walked(world, walk, visitor, *, rounds, at_once=AT_ONCE, look=seen):
    """Send every kind of form so many times, in some order; yield the steps after which the public pages differ."""
    before, at = look(world, visitor), 0
    kinds = walk.kinds(list(pages()))
    order = []
    for kind, some in kinds.items():
        often = rounds * (4 if any(name in kind for name in OFTEN) else 1)
        order += [(page, kind) for page in walk.dice.sample(some, min(often, len(some)))]
    walk.dice.shuffle(order)
    for number, (page, kind) in enumerate(order, start=1):
        walk.go(page, kind)
        if number % at_once == 0 or number == len(order):
            now = look(world, visitor)
            if now != before:
                yield [address for address in now if now[address] != before[address]], walk.steps[at:]
            before, at = now, len(walk.steps)


@pytest.mark.django_db(transaction=True)
def test_nothing_that_a_researcher_sends_changes_what_the_public_sees(world, as_researcher, as_admin, as_visitor):
    walk = Walk(as_researcher, as_admin, 1)
    changed = [
        (addresses, [(step.kind, step.status) for step in steps if step.status < 400])
        for addresses, steps in walked(world, walk, as_visitor, rounds=1, look=seen_but_for_what_waits)
    ]
    assert not changed
    assert {step.address for step in walk.steps} == actions(), "an action is not walked: add a page that has its form"
    stored = [step for step in walk.steps if step.status in (200, 302)]
    assert len(stored) > len(walk.steps) / 4, "the walk gets nowhere"
    assert Citation.objects.waiting().exists(), "nothing was proposed"


@pytest.mark.django_db(transaction=True)
def test_nothing_that_a_visitor_sends_changes_anything(world, as_admin, as_visitor):
    walk = Walk(as_visitor, as_admin, 3)
    counts = [noun.objects.count() for noun in (Event, Citation, Source, Mention, Theme, Batch)]
    assert not list(walked(world, walk, as_visitor, rounds=1))
    assert {step.status for step in walk.steps} == {302}
    # Nobody has decided anything that could be taken back.
    assert {step.address for step in walk.steps} == actions() - {"review:undo"}
    assert [noun.objects.count() for noun in (Event, Citation, Source, Mention, Theme, Batch)] == counts


@pytest.mark.django_db(transaction=True)
def test_whatever_an_admin_does_no_two_states_of_a_public_page_are_named_alike(world, as_admin, as_visitor):
    walk, texts = Walk(as_admin, as_admin, 2), {}

    def look(world, visitor):
        answers = seen(world, visitor)
        for address, (_status, text, etag) in answers.items():
            if etag:
                assert texts.setdefault((address, etag), text) == text, [step.kind for step in walk.steps]
        return answers

    assert list(walked(world, walk, as_visitor, rounds=1, at_once=8, look=look))


@pytest.mark.django_db(transaction=True)
def test_the_same_walk_of_a_checker_changes_what_the_public_sees(world, as_checker, as_admin, as_visitor):
    walk = Walk(as_checker, as_admin, 1)
    assert next(walked(world, walk, as_visitor, rounds=1), None)


def test_no_page_says_the_sign_in_name_of_another(world, as_visitor, as_checker, researcher, checker):
    public = "\n".join(text_of(as_visitor.get(address)) for address in public_addresses(world))
    assert "by a checker" in public
    assert researcher.username not in public
    assert checker.username not in public
    told = {address: as_checker.get(address).text for address in pages()}
    assert f"researcher {researcher.pk}" in "".join(told.values())
    assert [address for address, text in told.items() if researcher.username in text] == []
