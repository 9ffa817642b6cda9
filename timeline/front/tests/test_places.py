"""Places: who gets one, and whose is taken."""

import asyncio

from timeline.front.places import Places


def test_each_owner_has_as_many_places_as_the_others():
    places = Places(2)
    assert all(places.take(owner, 0) for owner in ("a", "a", "b", "b"))
    assert places.take("a", 0) is None
    assert len(places) == 4


def test_a_place_that_is_left_is_free_again():
    places = Places(1)
    place = places.take("a", 0)
    place.leave()
    place.leave()
    assert len(places) == 0
    assert places.take("a", 0)


def test_the_oldest_gives_way_once_it_is_no_longer_safe():
    places = Places(2, safe=1.0)
    oldest, other = places.take("a", 0), places.take("a", 0.5)
    assert places.take("a", 0.9) is None
    assert not oldest.gave_way
    newcomer = places.take("a", 1.0)
    assert oldest.gave_way
    assert not other.gave_way
    assert not newcomer.gave_way
    assert len(places) == 2


def test_to_give_way_ends_the_reading_at_once():
    async def read(place):
        async with asyncio.timeout(60) as place.waits:
            asyncio.get_running_loop().call_soon(place.give_way)
            await asyncio.sleep(60)

    places = Places(1)
    try:
        asyncio.run(read(places.take("a", 0)))
    except TimeoutError:
        assert len(places) == 0
    else:
        raise AssertionError


def test_addresses_that_have_gone_are_forgotten():
    places = Places(1)
    for number in range(1000):
        places.take(str(number), 0).leave()
    assert len(places._held) <= 1
