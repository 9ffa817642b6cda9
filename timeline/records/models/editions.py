"""Edition: what the public sees of a chronology, or of the whole site, counted up with each change of it."""

from django.db import models
from django.db.models.functions import Coalesce

from timeline.records.models.chronologies import Chronology


class Edition(models.Model):
    """The state of what readers see: two pages of the same edition are the same.

    Without a chronology it is the whole site's. No number ever comes again, not even of a chronology that was deleted
    and put back, nor in a database that was restored from a copy: it is the instant of the change, or one more. `frame`
    is the number that it had when more changed than entries and what hangs on their events: a card of an entry depends
    on it, and on what its listing says of when the entry itself was changed.
    """

    chronology = models.OneToOneField(Chronology, on_delete=models.CASCADE, null=True, related_name="edition")
    number = models.BigIntegerField()
    frame = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(Coalesce("chronology", 0), name="one_edition_of_each_and_of_the_site"),)

    def __str__(self) -> str:
        return f"{self.chronology or 'site'}: {self.number}"
