"""Revision: a change that touched what had been published in a chronology before."""

from django.db import models

from timeline.records.models.changes import Change
from timeline.records.models.chronologies import Chronology


class Revision(models.Model):
    """A change, and a chronology in which an event that it touched had been published by an earlier one.

    It is no record of its own: `timeline.records.revising` tells it by the histories. No row is tied to its change or
    chronology by the database: who takes a chronology out and puts it back finds its corrections again.
    """

    chronology = models.ForeignKey(
        Chronology, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )  # fmt: skip
    change = models.ForeignKey(Change, models.DO_NOTHING, db_constraint=False, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["chronology", "change"], name="one_revision_of_each"),)

    def __str__(self) -> str:
        return f"{self.chronology_id}: {self.change_id}"
