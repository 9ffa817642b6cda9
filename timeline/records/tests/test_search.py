"""Words find events, in every language, and a search stops where it has found enough."""

import pytest

from timeline.records import search


@pytest.fixture
def events(make_event):
    return [make_event(f"Talks, round {number}") for number in range(3)]


@pytest.mark.parametrize(("most", "count", "more"), [(10, 3, False), (3, 3, False), (2, 2, True)])
def test_candidates_say_whether_there_are_more(most, count, more, events):
    found = search.candidates("talks round", most)
    assert found.events <= {event.pk for event in events}
    assert (len(found.events), found.more) == (count, more)


@pytest.mark.parametrize("words", ["", " ", "zeppelin"])
def test_nothing_is_found_by_no_word_and_by_one_that_nothing_holds(words, events):
    assert search.candidates(words, 10) == search.Candidates(frozenset(), more=False)
