"""What lists, drawings and filters are read from: a few columns an entry, and counts, kept with every write.

Nothing here is a record of its own: `timeline.records.listings` makes all of it from the records, and can make it anew.
No row is tied to its entry by the database, so that what an entry counted for can still be taken off when it is gone.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from timeline.records.models.changes import Change
from timeline.records.models.chronologies import Chronology, Entry
from timeline.records.models.events import Event


def _loose_key(to: type[models.Model], **options: Any) -> Any:
    """Return a foreign key that the database does not watch over."""
    return models.ForeignKey(to, models.DO_NOTHING, db_constraint=False, related_name="+", **options)


class Listing(models.Model):
    """An entry as lists and drawings need it; none for events that are merged into another, or withdrawn.

    `first` and `last` are days as whole numbers (`timeline.records.spans`), far away where a side is open. `node` is
    where the interval index holds what reaches beyond its own year. `year` is the bar that it belongs to; what no one
    year holds has the `length` of its drawing in days instead. `day_of_year` is month * 31 + day of what happened, or
    began, on a known day. `shown` is the instant of the last change of the entry, its event or what hangs on that, in
    microseconds, or one more than it was: it names what a page shows of them, and does not follow from the records.
    """

    entry = models.OneToOneField(
        Entry, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="listing"
    )
    chronology = _loose_key(Chronology, db_index=False)
    event = _loose_key(Event)
    is_public = models.BooleanField()
    sort_key = models.CharField(max_length=60)
    rank = models.CharField(max_length=60)
    first = models.BigIntegerField(null=True)
    last = models.BigIntegerField(null=True)
    node = models.BigIntegerField(null=True)
    year = models.BigIntegerField(null=True)
    length = models.BigIntegerField(null=True)
    lane = models.BigIntegerField(null=True)
    is_known = models.BooleanField()
    day_of_year = models.SmallIntegerField(null=True)
    published_since = models.DateTimeField(null=True)
    check_change = _loose_key(Change, null=True, db_index=False)
    shown = models.BigIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=["chronology", "is_public", "sort_key", "rank", "entry"], name="listing_in_order"),
            models.Index(fields=["chronology", "is_public", "published_since", "entry"], name="listing_by_publication"),
            models.Index(
                fields=["chronology", "is_public", "node", "last"], condition=Q(node__isnull=False),
                name="listing_by_node_and_end",
            ),
            models.Index(
                fields=["chronology", "is_public", "node", "first"], condition=Q(node__isnull=False),
                name="listing_by_node_and_start",
            ),
            models.Index(
                fields=["chronology", "is_public", "length", "entry"], condition=Q(length__isnull=False),
                name="listing_of_loose_by_length",
            ),
            models.Index(
                fields=["chronology", "is_public", "first"], condition=Q(length__isnull=False),
                name="listing_of_loose_by_start",
            ),
            models.Index(
                fields=["chronology", "is_public", "last"], condition=Q(length__isnull=False),
                name="listing_of_loose_by_end",
            ),
            models.Index(
                fields=["chronology", "is_public", "day_of_year", "sort_key", "rank", "entry"],
                condition=Q(day_of_year__isnull=False), name="listing_by_day_of_year",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"entry {self.pk} at {self.sort_key}"


class Facet(models.Model):
    """One value that an entry can be chosen by, as "theme:12" or "exactness:day"."""

    entry = _loose_key(Entry)
    chronology = _loose_key(Chronology, db_index=False)
    value = models.CharField(max_length=320)
    is_public = models.BooleanField()
    sort_key = models.CharField(max_length=60)
    rank = models.CharField(max_length=60)

    class Meta:
        indexes = (
            models.Index(
                fields=["chronology", "value", "is_public", "sort_key", "rank", "entry"], name="facet_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.value


class Tally(models.Model):
    """How many entries of a chronology have a value; the empty one: all have it.

    Level "w" counts them as a whole, "l" by lane; "y" by the year of their bar, "m" by the year and month that they
    stand under, both by lane and exactness. `period` is the year, or year * 100 + month (0: under none); `lane` is 0
    where there is none. `kind` is what stands before the colon of `value`.
    """

    class Level(models.TextChoices):
        """What it counts by."""

        WHOLE = "w"
        LANE = "l"
        YEAR = "y"
        MONTH = "m"

    chronology = _loose_key(Chronology, db_index=False)
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=320)
    is_public = models.BooleanField()
    level = models.CharField(max_length=1, choices=Level.choices)
    period = models.BigIntegerField()
    lane = models.BigIntegerField()
    is_known = models.BooleanField()
    count = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["chronology", "value", "is_public", "level", "period", "lane", "is_known"],
                name="one_tally_of_each",
            ),
        )
        indexes = (
            models.Index(fields=["chronology", "kind", "level", "value", "is_public", "count"], name="tally_by_kind"),
        )

    def __str__(self) -> str:
        return f"{self.value} {self.period}: {self.count}"
