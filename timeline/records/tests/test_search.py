"""Words find events, in every language, and a search stops where it has found enough."""

import pytest

from timeline.conftest import NOW
from timeline.records import actions, search
from timeline.records.changes import undo
from timeline.records.models import Actor, Change, Event, Findable, Place, Source, Theme, Verb, open_change
from timeline.records.search import matching
from timeline.records.sorting import LAST
from timeline.records.word_index import standing_in

TALKS = "Hwasong-15 talks: No. 1718, S-300, 1,234 KN23"
JAPANESE = "北朝鮮のICBM級、拉致被害者"
KOREAN = "제재안2375호 납치 피해자"


@pytest.fixture
def three(make_event):
    """Three events, in English, Japanese and Korean."""
    return {
        "en": make_event(TALKS, "2017-11-29", summary="O’Brien & Müller met naïve envoys ﬁrst"),
        "ja": make_event(JAPANESE, "2002-10-15", language="ja"),
        "ko": make_event(KOREAN, "2004-05", language="ko"),
    }


def found(words):
    return set(matching(Event.objects.all(), words))


FOUND = {
    "en": [
        "talks", "TALKS", "ｔａｌｋｓ", "tal", "hwasong-15", "hwasong15", "171", "s-300", "S", "s300", "1,234", "234",
        "kn-23", "kn23", "KN", "o'brien", "brien", "mu\u0308ller", "müller", "first", "talks hwasong", "Hwasong 15",
        "no. 1718", "talks - hwasong", "met (first)",
    ],
    "ja": [
        "北朝鮮", "拉致", "致", "者", "拉", "拉致被害者", "北朝鮮のICBM級", "icbm級", "のicbm", "鮮のＩＣＢＭ",
        "ＩＣＢＭ", "北朝鮮　拉致", "拉致 ICBM",
    ],
    "ko": ["납치", "피해", "제재안2375호", "2375호", "재안2375", "2375", "안"],
    "": [
        "ta", "alks", "hwasong-1", "hwasong-150", "718", "300-s", "1234", "muller", "朝北", "拉致者", "鮮icbm", "チ",
        "zeppelin", "talks zeppelin", "拉致 納致", "talks 拉致",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "language"), [(words, language) for language, some in FOUND.items() for words in some]
)
def test_words_and_their_beginnings_find_events(words, language, three):
    events = [three[language]] if language else []
    assert list(matching(Event.objects.all(), words)) == events
    assert search.candidates(words).events == {event.pk for event in events}


@pytest.mark.parametrize(
    "words",
    [
        '* % _ " ( ) NEAR AND OR - ^ :', '"', "'", "\\", "' OR 1=1 --", "NEAR(talks zeppelin)", "terms:zeppelin", "_c1",
        "_p1",
        "☢️", "\ud800", "\x00", "talks\x00zeppelin", "!", "「」", "&|<->:*", "ไม่มีอะไร", "مُحَمَّد", "x" * 10_000,
        "致" * 10_000 + "x", " ".join("zeppelin" for _ in range(5_000)), "z\u0301" * 300, "zeppelin" + "\u0301" * 5_000,
    ],
)  # fmt: skip
def test_odd_input_finds_nothing_and_breaks_nothing(words, three):
    assert found(words) == set()
    assert search.candidates(words) == search.Candidates(frozenset())


def test_no_word_at_all_narrows_nothing(three):
    assert found(" \u3000") == set(three.values())


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("สวัสดีชาวโลก", "ชาวโลก"), ("قال مُحَمَّد شيئا", "مُحَمَّد"), ("Donau\u00addampf\u200bschiff", "donaudampf"),
        ("葛\U000e0100城", "葛城"), ("ハ\u3099ス", "バス"), ("x" * 300, "x" * 250), ("A 😀 smile", "😀 smile"),
        ("Ἀχιλλεύς", "ἀχιλλεύσ"), ("Straße", "STRASSE"), ("ﷺ", "صلى الله"), ("one " * 290 + "ferry", "one ferry"),
    ],
)  # fmt: skip
def test_scripts_of_all_kinds_are_found(headline, words, make_event):
    event = make_event("Something", summary=headline)
    assert found(words) == {event}


def test_nothing_is_found_across_two_texts(make_event):
    make_event("About 拉", summary="致 it was")
    assert found("拉致") == set()


def test_a_very_long_text_is_found_by_its_first_words(make_event):
    event = make_event("Long", summary="first-thing " + "one two " * 6_000 + "last")
    assert found("first-thing") == {event}
    assert found("last") == set()
    assert search.check_index() == search.Check(is_broken=False, wrong=0)


@pytest.fixture
def dated(make_event):
    """Ten events called talks, of five days, two a day, made in the order of neither."""
    days = ["2004", "1999-05-01", "2002-09-17", "", "-0043-03-15"]
    return {day: [make_event(f"Talks {number}", day) for number in range(2)] for day in days}


def days_of(candidates):
    return sorted(Event.objects.filter(pk__in=candidates.events).values_list("edtf", flat=True))


def test_the_first_of_all_days_are_found_first(dated):
    found = search.candidates("talks", 5)
    assert days_of(found) == ["-0043-03-15", "-0043-03-15", "1999-05-01", "1999-05-01"]
    assert found.more
    later = search.candidates("talks", 5, after=found.reached)
    assert days_of(later) == ["2002-09-17", "2002-09-17", "2004", "2004"]
    last = search.candidates("talks", 5, after=later.reached)
    assert days_of(last) == ["", ""]
    assert (last.more, last.reached) == (False, None)


def test_the_last_days_are_found_first_where_it_goes_backwards(dated):
    found = search.candidates("talks", 3, backwards=True)
    assert days_of(found) == ["", ""]
    earlier = search.candidates("talks", 5, after=found.reached, backwards=True)
    assert days_of(earlier) == ["2002-09-17", "2002-09-17", "2004", "2004"]
    first = search.candidates("talks", 5, after=earlier.reached, backwards=True)
    assert days_of(first) == ["-0043-03-15", "-0043-03-15", "1999-05-01", "1999-05-01"]
    assert not first.more


def test_of_a_day_that_holds_too_many_some_are_found_and_the_search_goes_on_behind_it(dated):
    found = search.candidates("talks", 1)
    assert days_of(found) == ["-0043-03-15"]
    assert days_of(search.candidates("talks", 2, after=found.reached)) == ["1999-05-01"] * 2
    last = search.candidates("talks", 1, after=LAST)
    assert (days_of(last), last.more, last.reached) == ([""], True, None)
    back = search.candidates("talks", 1, backwards=True)
    assert days_of(search.candidates("talks", 2, after=back.reached, backwards=True)) == ["2004"] * 2


def test_a_day_that_was_seen_and_fills_the_search_alone_is_gone_past(dated):
    for most in (1, 2):
        asked = {"after": Event.objects.get(pk=dated["1999-05-01"][0].pk).sort_key, "goes_on": True}
        forth = search.candidates("talks", most, **asked)
        assert days_of(forth) == ["1999-05-01"] * most + ["2002-09-17"] * most
        assert days_of(search.candidates("talks", most, after=forth.reached)) == ["2004"] * most
        back = search.candidates("talks", most, backwards=True, **asked)
        assert days_of(back) == ["-0043-03-15"] * most + ["1999-05-01"] * most
        assert back.reached is None


def test_candidates_of_a_chronology_stand_in_it(dated, publish, make_chronology):
    chronology = make_chronology()
    event = dated["2004"][0]
    publish(event, chronology)
    assert search.candidates("talks", within=standing_in(chronology.pk)).events == {event.pk}
    assert search.candidates("talks", within=standing_in(chronology.pk + 1)).events == frozenset()
    entry = event.entries.get()
    with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
        entry.delete()
    assert search.candidates("talks", within=standing_in(chronology.pk)).events == frozenset()
    undo(change=change, by=None, at=NOW)
    assert search.candidates("talks", within=standing_in(chronology.pk)).events == {event.pk}


def test_what_the_public_does_not_see_takes_no_place_among_the_first(dated, publish, make_chronology, make_event):
    chronology = make_chronology()
    publish(dated["1999-05-01"][0], chronology)
    seen = make_event("Talks of all", "2003", checked=True)
    entry = publish(seen, chronology)
    held = standing_in(chronology.pk)
    of_public = {"within": standing_in(chronology.pk, public=True)}
    assert search.candidates("talks", 1, within=held).events == {dated["1999-05-01"][0].pk}
    assert search.candidates("talks", 1, **of_public) == search.Candidates(frozenset({seen.pk}))
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW) as change:
        entry.published_since = None
        entry.save()
    assert search.candidates("talks", 1, **of_public).events == frozenset()
    undo(change=change, by=None, at=NOW)
    assert search.candidates("talks", 1, **of_public).events == {seen.pk}
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        seen.status = "draft"
        seen.save()
    assert search.candidates("talks", 1, **of_public).events == frozenset()
    assert search.check_index() == search.Check(is_broken=False, wrong=0)


@pytest.fixture
def in_step(db):
    """After the test the index says what the events say."""
    yield
    assert search.check_index() == search.Check(is_broken=False, wrong=0)


@pytest.mark.usefixtures("in_step")
class TestTheIndexIsKept:
    def test_by_an_edit_and_its_undoing(self, make_event):
        event = make_event("Talks", summary="They are held in Wonsan")
        draft = actions.EventDraft(headline="A ferry sails", language="en", words=event.words, date=event.date)
        actions.edit_event(event=event, version=event.version, draft=draft, by=None, at=NOW)
        assert (found("wonsan"), found("ferry")) == (set(), {event})
        undo(change=Change.objects.latest("pk"), by=None, at=NOW)
        assert (found("wonsan"), found("ferry")) == ({event}, set())

    def test_by_a_citation_and_a_date_that_is_chosen(self, make_event, make_source):
        early, late = make_event("Talks one", "2001"), make_event("Talks two", "2002")
        assert search.candidates("talks", 1).events == {early.pk}
        rival = actions.CitationDraft(source=make_source("The rival"), words="2003", locator="1", chosen=False)
        citation = actions.cite(event=early, draft=rival, by=None, at=NOW)
        assert found("rival") == {early}
        assert search.candidates("talks", 1).events == {early.pk}
        actions.choose(citation=citation, by=None, at=NOW)
        assert search.candidates("talks", 1).events == {late.pk}

    def test_by_a_deletion_and_its_undoing(self, make_event):
        event = make_event("Talks")
        with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
            event.citations.all().delete()
            Event.objects.get(pk=event.pk).delete()
        assert not Findable.objects.exists()
        undo(change=change, by=None, at=NOW)
        assert found("talks") == {event}

    def test_by_the_undoing_of_what_made_it(self, make_event):
        event = make_event("Talks")
        for change in Change.objects.filter(pk__in=event.history.values("change")).order_by("-pk"):
            undo(change=change, by=None, at=NOW)
        assert search.candidates("talks").events == frozenset()

    @pytest.mark.parametrize(
        ("noun", "field"), [(Actor, "name"), (Actor, "name_ko"), (Source, "title"), (Source, "publisher")]
    )
    def test_by_a_new_name(self, noun, field, make_event):
        event = make_event("Talks", actors=("Yokota Megumi",))
        one = noun.objects.get()
        former = getattr(one, field)
        with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
            setattr(one, field, "메구미 renamed")
            one.save()
        assert found("메구미 renamed") == {event}
        undo(change=change, by=None, at=NOW)
        assert found("renamed") == set()
        assert not former or found(former) == {event}

    @pytest.mark.parametrize("field", ["name_ja", "name_ko", "name_native"])
    def test_by_a_name_in_another_language(self, field, make_event):
        event = make_event("Talks", actors=("Yokota Megumi",), themes=("sanctions",), place="Niigata")
        for number, noun in enumerate((Actor, Theme, Place)):
            one = noun.objects.get()
            with open_change(by=None, at=NOW, verb=Verb.EDIT):
                setattr(one, field, f"{'横田制裁新潟'[2 * number :][:2]} {'횡전제재신석'[2 * number :][:2]}")
                one.save()
        for word in ("横田", "制裁", "新潟", "제재", "Yokota", "sanctions"):
            assert found(word) == {event}

    def test_by_no_more_renamed_events_than_so_many_which_is_logged(self, make_event, monkeypatch, caplog):
        events = [make_event(f"Talks {number}", actors=("Yokota Megumi",)) for number in range(3)]
        monkeypatch.setattr(search, "MOST_RENAMED", 2)
        actor = Actor.objects.get()
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            actor.name = "Megumi"
            actor.save()
        assert found("yokota") == {events[2]}
        assert "verify --repair" in caplog.text
        assert search.check_index().wrong == 1
        assert search.repair_index().wrong == 1
        assert found("megumi") == set(events)


@pytest.mark.usefixtures("three")
def test_what_is_wrongly_indexed_is_found_and_mended():
    Findable.objects.filter(event__wordings__headline=KOREAN).delete()
    Findable.objects.filter(event__wordings__headline=JAPANESE).update(terms="zeppelin")
    Findable.objects.create(event_id=987_654_321, place=1, terms="talks")
    assert search.check_index() == search.Check(is_broken=False, wrong=3)
    assert search.repair_index() == search.Check(is_broken=False, wrong=3)
    assert search.check_index() == search.Check(is_broken=False, wrong=0)
    assert (len(found("납치")), len(found("拉致")), len(search.candidates("talks").events)) == (1, 1, 1)
