"""What a chronology says of itself: shown under it, and carried by whatever is made of it to take along."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.urls import reverse
from django.utils.timezone import localtime

from timeline.records.models import Chronology, Edition, Licence, Told

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
    def licence_line(self) -> str:
        """Name and address of the licence, for a file; "" where none is stated."""
        return f"{self.licence_name} {self.licence_url}".strip()

    @property
    def is_said(self) -> bool:
        """Whether there is anything to say of how it was made and what may be done with it."""
        return bool(self.method.text or self.licence)


def about(chronology: Chronology, language: str) -> About:
    """Return what a chronology says of itself in a language, else in its own; one query, for the edition."""
    number = Edition.objects.filter(chronology=chronology).values_list("number", flat=True).first() or 0
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


def day_of(edition: int) -> date | None:
    """Return the day of an edition, which is the instant of a change in millionths of a second; None of a first one."""
    if edition < _FIRST_INSTANT:
        return None
    return localtime(datetime.fromtimestamp(edition / 1_000_000, UTC)).date()
