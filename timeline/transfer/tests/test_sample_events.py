"""What a sample is made of: the same from the same seed, and of everything a known share."""

from collections import Counter

import pytest

from timeline.transfer.sample import words
from timeline.transfer.sample.events import sample_events


def test_the_same_seed_gives_the_same_events_and_fewer_are_the_first_of_more():
    some = list(sample_events(80, seed=3))
    assert list(sample_events(80, seed=3)) == some
    assert list(sample_events(50, seed=3)) == some[:50]
    assert list(sample_events(80, seed=4)) != some


def test_dates_are_of_every_kind_in_known_shares():
    dates = [event.date for event in sample_events(6000, seed=1)]
    kinds = Counter(str(date.precision) for date in dates)
    assert {kind: round(count / 60) for kind, count in kinds.items()} == {
        "day": 70, "month": 14, "year": 8, "decade": 1, "range": 7,
    }  # fmt: skip
    assert sum(date.time is not None for date in dates) > 100
    assert sum(date.approximate for date in dates) > 50
    assert sum(date.uncertain for date in dates) > 10
    assert sum(date.lasting for date in dates) > 200
    assert sum(date.earliest is None for date in dates) > 5
    assert sum(date.latest is None for date in dates) > 5
    assert not any(date.years for date in dates)


def test_dates_before_christ_come_when_they_are_asked_for():
    dates = [event.date for event in sample_events(6000, seed=1, ancient=True)]
    assert 15 < sum((date.year_span[0] or 1) < 1 for date in dates) < 60


def test_every_event_has_one_language_and_every_tenth_more():
    events = list(sample_events(6000, seed=1))
    languages = Counter(len(event.wordings) for event in events)
    assert set(languages) == {1, 2, 3}
    assert 500 < languages[2] + languages[3] < 700
    assert {event.wordings[0][0] for event in events} == set(words.LANGUAGES)


@pytest.mark.parametrize(
    ("language", "word", "share"),
    [(language, word, share) for language, known in words.KNOWN.items() for word, share in known if share >= 0.01],
)
def test_words_to_search_for_come_as_often_as_they_say(language, word, share):
    texts = [
        f"{headline} {summary}"
        for event in sample_events(6000, seed=1)
        for code, headline, summary in event.wordings
        if code == language
    ]
    found = sum(word in text for text in texts) / len(texts)
    assert found == pytest.approx(share, rel=0.25)


def test_few_actors_and_publishers_have_most_of_the_events():
    events = list(sample_events(6000, seed=1))
    actors = Counter(number for event in events for number in event.actors)
    publishers = Counter(citation.source.publisher for event in events for citation in event.citations)
    for found, all_of_them in ((actors, words.ACTORS), (publishers, words.PUBLISHERS)):
        assert len(found) > 0.9 * all_of_them
        assert found.most_common(1)[0][1] > 20 * found.most_common()[-1][1]


def test_sources_are_shared_and_sometimes_differ_or_do_not_give_the_date():
    events = list(sample_events(6000, seed=1))
    citations = [citation for event in events for citation in event.citations]
    assert {len(event.citations) for event in events} == {1, 2, 3}
    assert len({citation.source.number for citation in citations}) < 0.6 * len(citations)
    differing = sum(any(one.date and one.date.edtf != event.date.edtf for one in event.citations) for event in events)
    assert 120 < differing < 240
    assert 60 < sum(not event.citations[0].gives_date for event in events) < 180
    assert all(citation.exact or citation.locator for citation in citations)
