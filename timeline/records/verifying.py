"""Whether what is kept for lists says what the records say: compared piece by piece, and mended."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from timeline.records import counting, listings, revising, tallies
from timeline.records.editions import raise_editions
from timeline.records.listings import pieces
from timeline.records.models import Entry, EventStatus, Listing
from timeline.records.sql import ask
from timeline.records.tallies import TallyKey


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
    return Counter({key: by for some in differences() for key, by in some.items()})


def differences() -> Iterator[Counter[TallyKey]]:
    """Yield the same, some values at a time.

    Each piece is one question, so entries and counts are of one instant, whoever writes meanwhile; and whoever does
    adds the same to both. So a difference stays what it is until it is added, and nobody waits for the counting.
    """
    for (chronology,) in ask("SELECT chronology_id FROM records_listing UNION SELECT chronology_id FROM records_tally"):
        yield _differing(counting.OF_ALL, [chronology] * counting.OF_ALL.count("%s"))
        low: str | None = ""
        while low is not None:
            values = ask(counting.NEXT_VALUES, [chronology, low, chronology, counting.VALUES])
            high = values[-1][0] if len(values) == counting.VALUES else None
            asked = counting.OF_VALUES.format(upto="AND kept.value <= %s" if high is not None else "")
            given = [chronology, low, *([] if high is None else [high])]
            yield _differing(asked, given * counting.OF_VALUES.count("{upto}"))
            low = high


def _differing(asked: str, given: Sequence[Any]) -> Counter[TallyKey]:
    found: Counter[TallyKey] = Counter()
    for chronology, value, is_public, level, period, lane, is_known, by in ask(asked, given):
        found[chronology, value, bool(is_public), level, period, lane, bool(is_known)] = int(by)
    return found


def repair() -> int:
    """Make anew what is wrong, in short transactions; return how many entries, counts and revisions were."""
    mended = 0
    for keys in wrong_entries():
        with transaction.atomic():
            listings.refresh(keys, at=timezone.now())
        mended += len(keys)
    for wrong in differences():
        if wrong:
            with transaction.atomic():
                tallies.put(wrong)
                raise_editions(None, at=timezone.now())
            mended += len(wrong)
    mended += revising.repair()
    with transaction.atomic():
        # What readers were shown may have been wrong: no copy of it is good any more.
        raise_editions(None, at=timezone.now())
    return mended


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
            listings.refresh(some, at=timezone.now())
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
