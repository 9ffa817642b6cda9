"""Places: who gets one, and whose is taken."""

from timeline.front.places import Places


def nothing():
    """Nobody reads."""


def test_each_owner_has_as_many_places_as_the_others():
    places = Places(2)
    assert all(places.take(owner, 0, nothing) for owner in ("a", "a", "b", "b"))
    assert places.take("a", 0, nothing) is None
    assert len(places) == 4


def test_a_place_that_is_left_is_free_again():
    places = Places(1)
    place = places.take("a", 0, nothing)
    place.leave()
    place.leave()
    assert len(places) == 0
    assert places.take("a", 0, nothing)


def test_the_oldest_gives_way_once_it_is_no_longer_safe():
    ended = []
    places = Places(2, safe=1.0)
    oldest, other = (places.take("a", now, lambda now=now: ended.append(now)) for now in (0, 0.5))
    assert places.take("a", 0.9, nothing) is None
    assert ended == []
    newcomer = places.take("a", 1.0, nothing)
    assert ended == [0]
    assert [place.gave_way for place in (oldest, other, newcomer)] == [True, False, False]
    assert len(places) == 2


def test_addresses_that_have_gone_are_forgotten():
    places = Places(1)
    for number in range(1000):
        places.take(str(number), 0, nothing).leave()
    assert len(places._held) <= 1
