"""Whether what is kept for lists says what the records say: compared piece by piece, and mended."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from timeline.records import listings, tallies
from timeline.records.editions import raise_editions
from timeline.records.listings import pieces
from timeline.records.models import Entry, EventStatus, Listing, Tally
from timeline.records.tallies import TALLIED, TallyKey


def wrong_entries() -> Iterator[Sequence[int]]:
    """Yield, some at a time, the keys of entries of which something else is kept than the records say."""
    standing = Entry.objects.order_by("pk").values_list("pk", flat=True)
    for keys in _some(standing.iterator(chunk_size=listings.PIECE)):
        before, now = listings.stored(keys), listings.made(keys)
        if wrong := [key for key in keys if before.get(key) != now.get(key)]:
            yield wrong
    gone = Listing.objects.exclude(entry__in=Entry.objects.order_by().values("pk")).order_by("entry")
    yield from pieces(list(gone.values_list("entry", flat=True)))


def wrong_tallies() -> Counter[TallyKey]:
    """Return by how much each count differs from what the listed entries come to."""
    expected: Counter[TallyKey] = Counter()
    for keys in _some(Listing.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=listings.PIECE)):
        for one in listings.stored(keys).values():
            expected.update(one.tallies())
    expected.update(tallies.sources_in(expected))
    for *key, count in Tally.objects.order_by().values_list(*TALLIED, "count").iterator():
        expected[tuple(key)] -= count
    return Counter({key: by for key, by in expected.items() if by})


def repair() -> int:
    """Make anew what is wrong; return how many entries and counts were."""
    mended = 0
    for keys in wrong_entries():
        with transaction.atomic():
            listings.refresh(keys)
        mended += len(keys)
    with transaction.atomic():
        if connection.vendor == "postgresql":
            # Nobody counts anything meanwhile. On SQLite a transaction that writes is alone.
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE records_tally IN SHARE ROW EXCLUSIVE MODE")
        wrong = wrong_tallies()
        tallies.put(wrong)
        # What readers were shown may have been wrong: no copy of it is good any more.
        raise_editions(None, at=timezone.now())
    return mended + len(wrong)


def fill() -> None:
    """Make what lists are read from for entries that have none of it: those from before it was kept.

    A filling that was ended in the middle goes on where it stopped.
    """
    listed = Listing.objects.filter(entry=OuterRef("pk"))
    missing = Entry.objects.filter(~Exists(listed), event__merged_into__isnull=True)
    keys = missing.exclude(event__status=EventStatus.WITHDRAWN).order_by("pk").values_list("pk", flat=True)
    filled = False
    while some := list(keys[: listings.PIECE]):
        with transaction.atomic():
            listings.refresh(some)
        filled = True
    if filled:
        with transaction.atomic():
            raise_editions(None, at=timezone.now())


def _some(keys: Iterator[int]) -> Iterator[list[int]]:
    some: list[int] = []
    for key in keys:
        some.append(key)
        if len(some) == listings.PIECE:
            yield some
            some = []
    if some:
        yield some
