"""What a hand-written migration does to what is stored."""

import datetime
from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions, search, verifying
from timeline.records.models import (
    Change,
    Citation,
    Edition,
    Event,
    Facet,
    Findable,
    Listing,
    Mention,
    Report,
    Tally,
    Verb,
    open_change,
)
from timeline.records.sorting import sort_key
from timeline.records.word_index import standing_in

check_citations = import_module("timeline.records.migrations.0005_check_citations_of_checked_events").check

give_days = import_module("timeline.records.migrations.0009_give_dates_over_the_turn_their_known_day").give_days

begin_editions = import_module("timeline.records.migrations.0011_count_editions").begin

say_about = import_module("timeline.records.migrations.0010_say_about_at_both_ends_of_an_extent").say_about

forget_contacts = import_module("timeline.records.migrations.0020_forget_how_to_reach_readers").forget


def test_what_was_public_stays_so(make_event, make_article):
    checked, draft = make_event(checked=True), make_event("A draft", "2003-01-01")
    mention = make_article().mentions.get()
    cited = actions.CitationDraft(source=mention.article.source, mention=mention, words=mention.words)
    actions.cite(event=checked, draft=cited, by=None, at=NOW)
    reading = Citation.objects.get(mention=mention).reading
    for rows in (Citation.objects, Citation.history):
        rows.update(state="proposed", reading={})
    Change.objects.update(is_public=False)

    check_citations(apps, None)

    assert set(checked.citations.values_list("state", flat=True)) == {"checked"}
    assert set(draft.citations.values_list("state", flat=True)) == {"proposed"}
    assert Citation.objects.get(mention=mention).reading == reading
    assert reading["rule"]
    # An old change that is undone later brings nothing back as a proposal.
    assert set(Citation.history.filter(event=checked).values_list("state", flat=True)) == {"checked"}
    assert not Change.objects.filter(is_public=False).exists()


def test_a_stored_date_over_the_turn_of_the_eras_gets_its_last_day_and_its_place(make_event):
    reign, ides, lasting = (make_event(date, date) for date in ("[-0026..0014]", "-0043-03-15", "2002/.."))
    right = {event.pk: event.sort_key for event in (reign, ides, lasting)}
    for model in (Event, Citation):
        for rows in (model.objects, model.history):
            rows.filter(edtf__in=["[-0026..0014]", "-0043-03-15"]).update(earliest=None, latest=None)
    for rows in (Event.objects, Event.history):
        rows.exclude(id=lasting.pk).update(sort_key="older")

    give_days(apps, None)

    assert dict(Event.objects.values_list("pk", "sort_key")) == right
    assert str(Event.objects.get(pk=reign.pk).latest) == "0014-12-31"
    assert set(Citation.objects.filter(event=reign).values_list("latest", flat=True)) == {datetime.date(14, 12, 31)}
    # An old change that is undone later brings back what is right.
    assert set(Event.history.values_list("id", "sort_key")) == set(right.items())
    assert {str(row.latest) for row in Event.history.filter(id=reign.pk)} == {"0014-12-31"}
    assert {str(row.latest) for row in Citation.history.filter(event=reign)} == {"0014-12-31"}


def test_a_stored_extent_says_about_in_its_edtf(make_event, make_article):
    texts = {
        "1760~/1765~": "1760/1765",
        "1860?/1865?": "1860/1865",
        "1766~/1768%": "1766/1768?",
        "1769~/1771": "1769~/1771",
        "1950-21~": "[1950-03..1950-05]",
        "1772/1775": "1772/1775",
    }
    events = {now: make_event(now, now) for now in texts}
    mention = make_article("The mill ran from about 1760 to about 1765.").mentions.get()
    mention.decided_date, mention.decision, mention.decided_at = mention.date, "accepted", NOW
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        mention.save()
    words = {"source": mention.article.source, "mention": mention, "words": mention.words}
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        cited = actions.CitationDraft(**words, date=mention.date)
        actions.cite(event=events["1760~/1765~"], draft=cited, by=None, at=NOW)
    right = {event.pk: (event.date, event.sort_key) for event in events.values()}
    other = {"edtf": "1770/1775", "rule": "", "facts": {}}
    for now, before in texts.items():
        for model in (Event, Citation, Mention):
            for rows in (model.objects, model.history):
                rows.filter(edtf=now).update(edtf=before)
    for rows in (Mention.objects, Mention.history):
        rows.filter(edtf="1760/1765").update(decided_edtf="1760/1765")
    reading = {"edtf": "1760/1765", "others": [{"edtf": "1760/1765"}, other]}
    for rows in (Citation.objects, Citation.history):
        rows.filter(mention=mention).update(reading=reading)

    say_about(apps, None)

    stored = Event.objects.all()
    assert {event.pk: (event.date, event.sort_key) for event in stored} == right
    assert {event.headline: event.edtf for event in stored} == {now: now for now in texts}
    assert {(row.id, row.edtf) for row in Event.history.all()} == {(event.pk, now) for now, event in events.items()}
    for rows in (Mention.objects, Mention.history):
        assert rows.latest("pk").decided_edtf == "1760~/1765~"
    for rows in (Citation.objects, Citation.history):
        kept = rows.filter(mention=mention).get()
        assert kept.edtf == "1760~/1765~"
        assert kept.reading == {"edtf": "1760~/1765~", "others": [{"edtf": "1760~/1765~"}, other]}


def test_the_site_and_every_chronology_get_a_first_edition(make_chronology):
    slugs = {make_chronology(slug=slug).slug for slug in ("one", "other")}
    Edition.objects.all().delete()

    begin_editions(apps, None)

    assert dict(Edition.objects.values_list("chronology__slug", "number")) == dict.fromkeys([None, *slugs], 1)


@pytest.fixture
def at_an_older_state(transactional_db):
    """Take the tables back to a migration of records and return its models; at the end they are today's again."""

    def go_to(name):
        executor = MigrationExecutor(connection)
        executor.migrate([("records", name)])
        return executor.loader.project_state([("records", name)]).apps

    yield go_to
    migrate_to_today()


def migrate_to_today():
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_what_was_stored_before_there_was_an_index_is_found_by_the_search(at_an_older_state, monkeypatch):
    then = at_an_older_state("0010_say_about_at_both_ends_of_an_extent")
    made = {
        noun: then.get_model("records", noun).objects.create for noun in ("Chronology", "Event", "Wording", "Entry")
    }
    chronology = made["Chronology"](title="Japan and North Korea", slug="japan", is_public=True)
    events = {}
    for headline, status, key in (
        ("A ferry sails", "checked", "~"),
        ("拉致被害者", "draft", "~"),
        ("Talks", "draft", "~"),
    ):
        event = made["Event"](status=status, citation_count=1, sort_key=key)
        made["Wording"](event=event, language="en", headline=headline)
        events[headline] = event.pk
    for headline in ("A ferry sails", "拉致被害者"):
        made["Entry"](chronology=chronology, event_id=events[headline], published_since=NOW)

    with monkeypatch.context() as later:
        # A column that will be searched one day is not there yet when the index is filled, and filled again.
        later.setitem(search._SAID, "wording", "SELECT event_id, later FROM records_wording WHERE event_id IN ({})")
        at_an_older_state("0018_find_publishers")
    migrate_to_today()

    held, public = (standing_in(chronology.pk, public=public) for public in (False, True))
    for words, headline in (("ferry", "A ferry sails"), ("被害", "拉致被害者"), ("talks", "Talks")):
        assert set(search.matching(Event.objects.all(), words).values_list("pk", flat=True)) == {events[headline]}
        expected = {events[headline]} if headline != "Talks" else set()
        assert search.candidates(words, within=held).events == expected
        assert search.candidates(words, within=public).events == (expected if words == "ferry" else set())
    assert set(Event.objects.values_list("sort_key", flat=True)) == {"z"}
    assert search.check_index() == search.Check(is_broken=False, wrong=0)


@pytest.fixture
def of_before(at_an_older_state):
    """Two published events and one that is not, with a theme and a source, as they stood before lists were kept."""
    then = at_an_older_state("0011_count_editions")

    def make(noun, **fields):
        return then.get_model("records", noun).objects.create(**fields)

    chronology = make("Chronology", title="Japan and North Korea", slug="japan", is_public=True)
    theme, source = make("Theme", name="talks"), make("Source", title="A paper", publisher="Gazette")
    for written, status in (("2002-09-17", "checked"), ("2002-09", "checked"), ("2003", "draft")):
        date = edtf.parse(written)
        known = {"edtf": written, "earliest": date.earliest, "latest": date.latest, "sort_key": sort_key(date)}
        known["precision"] = date.precision
        event = make("Event", status=status, citation_count=1, **known)
        make("Wording", event=event, language="en", headline="Talks are held")
        make("Subject", event=event, theme=theme)
        make("Citation", event=event, source=source, state="checked", chosen=True)
        make("Entry", chronology=chronology, event=event, published_since=NOW if status == "checked" else None)
    return chronology.pk


def is_right():
    """Whether everything that lists and the search are read from is what the records come to."""
    kept_rightly = not list(verifying.wrong_entries()) and not verifying.wrong_tallies()
    return kept_rightly and search.check_index() == search.Check(is_broken=False, wrong=0)


def test_preparing_alone_brings_back_the_lists_of_an_installation_of_before(of_before, monkeypatch, tmp_path):
    prepare = "timeline.transfer.management.commands.prepare"
    monkeypatch.setattr(f"{prepare}.SEEDS", tmp_path / "no seeds")
    monkeypatch.setattr(f"{prepare}.Command.collect_static_files", lambda _command: None)
    call_command("prepare", stdout=StringIO(), stderr=StringIO())
    assert is_right()
    public = Listing.objects.filter(chronology=of_before, is_public=True)
    assert [row.day_of_year for row in public.order_by("entry")] == [9 * 31 + 17, None]
    assert Facet.objects.filter(value__startswith="theme:").count() == 3
    assert Tally.objects.filter(chronology=of_before).exists()
    assert search.candidates("gazette", within=standing_in(of_before)).events


class Ended(Exception):
    """The power is gone."""


def test_indexing_anew_is_done_in_pieces_and_goes_on_after_it_was_ended(of_before, at_an_older_state, monkeypatch):
    migrate_to_today()
    at_an_older_state("0017_take_reports_of_readers")
    for one in Findable.objects.all():
        Findable.objects.filter(pk=one.pk).update(terms=one.terms.replace("gazette", ""))
    asked, findables = [], search.findables

    def find(*given):
        asked.append(given)
        if len(asked) == 3:
            raise Ended
        return findables(*given)

    migration = "timeline.records.migrations.0018_find_publishers"
    monkeypatch.setattr(f"{migration}.CHUNK", 1)
    with monkeypatch.context() as ending:
        ending.setattr(search, "findables", find)
        with pytest.raises(Ended):
            at_an_older_state("0018_find_publishers")
    events = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    assert search.candidates("gazette").events == set(events[:2])
    migrate_to_today()
    assert search.candidates("gazette").events == set(events)
    assert search.check_index() == search.Check(is_broken=False, wrong=0)


def test_how_to_reach_whoever_sent_a_closed_report_is_forgotten(make_event):
    event = make_event()
    for number, closed in enumerate((None, NOW)):
        Report.objects.create(
            event=event, version=1, message=f"Mistake {number}", contact="a@a.example", sent_at=NOW, closed_at=closed
        )
    forget_contacts(apps, None)
    assert list(Report.objects.order_by("pk").values_list("contact", flat=True)) == ["a@a.example", ""]
