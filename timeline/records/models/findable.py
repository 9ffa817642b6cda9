"""Findable: an event as the search finds it, kept with every write by `timeline.records.search`."""

import re
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from timeline.records.models.events import Event
from timeline.records.words import GAP

_LEXEME = re.compile(r"'([^']*)':([\d,]+)")


class TermsField(models.TextField):  # type: ignore[type-arg]
    """Terms with blanks between them (`timeline.records.words`); PostgreSQL holds them as a tsvector.

    No parser of a database reads them: both compare the terms letter by letter.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return the column's type."""
        return "tsvector" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Return the terms as the database takes them: to PostgreSQL each with its place, counted from 1."""
        terms = super().get_db_prep_value(value, connection, prepared)
        if connection.vendor != "postgresql" or terms is None:
            return terms
        return " ".join(f"'{term}':{place}" for place, term in enumerate(terms.split(), start=1) if term != GAP)

    def from_db_value(self, value: str | None, _expression: object, connection: BaseDatabaseWrapper) -> str | None:
        """Return the terms as they were given."""
        if connection.vendor != "postgresql" or value is None:
            return value
        places = [(int(place), term) for term, some in _LEXEME.findall(value) for place in some.split(",")]
        terms = [GAP] * max((place for place, _term in places), default=0)
        for place, term in places:
            terms[place - 1] = term
        return " ".join(terms)


class Findable(models.Model):
    """What an event is found by, and where it stands among all others in the order of dates.

    `place` holds the day and the event's key, so that an index in its order needs no sorting. SQLite keeps an FTS5
    table beside it, in step by triggers (migration 0013): Django drops these where it makes a table anew, as
    it does for most changes of columns, and the migration that does so has to make them again.
    """

    event = models.OneToOneField(
        Event, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="findable"
    )
    place = models.BigIntegerField(unique=True)
    terms = TermsField()

    class Meta:
        ordering = ("place",)

    def __str__(self) -> str:
        return f"#{self.event_id}"
