"""What a chronology says of itself: shown under it, and carried by whatever is made of it to take along."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.urls import reverse
from django.utils.timezone import localtime

from timeline.records.models import Chronology, Licence, Told
from timeline.records.sql import ask

_FIRST_INSTANT = 10**15
"""Numbers below are none of an instant: the first editions, which a migration gave."""


@dataclass(frozen=True)
class About:
    """Title, scope, introduction, method and licence in one language, the edition, and the path of the timeline.

    Each text says itself which language it is in; one that nobody wrote is "".
    """

    title: Told
    scope: Told
    intro: Told
    method: Told
    licence: str
    licence_name: str
    licence_url: str
    edition: int
    day: date | None
    path: str

    @property
    def instant(self) -> datetime | None:
        """The instant of the edition; None of a first one."""
        return instant_of(self.edition)

    @property
    def licence_line(self) -> str:
        """Name and address of the licence, for a file; "" where none is stated."""
        return f"{self.licence_name} {self.licence_url}".strip()

    @property
    def is_said(self) -> bool:
        """Whether there is anything to say of how it was made and what may be done with it."""
        return bool(self.method.text or self.licence)


def about(chronology: Chronology, language: str) -> About:
    """Return what a chronology says of itself in a language, else in its own; one query, for the edition."""
    rows = ask("SELECT number FROM records_edition WHERE chronology_id = %s", [chronology.pk])
    number = rows[0][0] if rows else 0
    licence = Licence(chronology.licence)
    return About(
        title=chronology.told("title", language),
        scope=chronology.told("scope", language),
        intro=chronology.told("intro", language),
        method=chronology.told("method", language),
        licence=licence.value,
        licence_name=str(licence.label) if licence.value else "",
        licence_url=licence.address,
        edition=number,
        day=day_of(number),
        path=reverse("public:timeline", kwargs={"slug": chronology.slug}),
    )


def instant_of(edition: int) -> datetime | None:
    """Return the instant of an edition, which is that of a change in millionths of a second; None of a first one."""
    return None if edition < _FIRST_INSTANT else localtime(datetime.fromtimestamp(edition / 1_000_000, UTC))


def day_of(edition: int) -> date | None:
    """Return the day of an edition; None of a first one."""
    instant = instant_of(edition)
    return instant.date() if instant else None
