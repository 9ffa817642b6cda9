"""The day of publication that a page's own statements come to: one, a choice for a person, or a contradiction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from timeline.extract.page_days import PublishedAt

_HOMES = {"ja": "Asia/Tokyo", "ko": "Asia/Seoul"}
"""Where pages of a language are written, as far as one zone can be named for it."""


@dataclass(frozen=True)
class Ground:
    """Why a day is offered: what is written, the markup it stands in, and the zone it was counted in ("" if none)."""

    place: str
    written: str
    zone: str = ""


@dataclass(frozen=True)
class Offered:
    """A day that may be that of publication, with its grounds."""

    day: date
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Publication:
    """What a page's statements come to: nothing, one day, or several between which a person chooses."""

    days: tuple[Offered, ...] = ()
    contradicts: bool = False
    """Whether no day fits all statements; else several are one moment in several zones, or figures in two orders."""

    @property
    def day(self) -> date | None:
        """The one day that fits all statements."""
        return self.days[0].day if len(self.days) == 1 and not self.contradicts else None


def publication(published: Sequence[PublishedAt], zone: str, language: str = "") -> Publication:
    """Return the days that a page's statements come to, for a reader who takes it to be of `zone`.

    An offset in a statement is the page's own zone. A moment in UTC is counted in UTC, in `zone` and where pages of
    `language` are written: where these differ, each day is offered. Statements without a common day contradict.
    """
    offsets = [one.timestamp.offset for one in published if one.timestamp.offset]
    zones = dict.fromkeys(["UTC", zone, _HOMES.get(language, "")])
    meant = [_days(one, offsets[0] if offsets else None, [name for name in zones if name]) for one in published]
    if not meant:
        return Publication()
    common = [day for day in meant[0] if all(day in days for days in meant)]
    if not common:
        return Publication(_offered(meant, sorted({day for days in meant for day in days})), contradicts=True)
    if len(common) == 1:
        # A bare day beside a moment in UTC may have been cut from it, and then says nothing of the day at its place.
        cut = [days for one, days in zip(published, meant, strict=True) if len(days) > 1 and one.days[0] == common[0]]
        common = list(cut[0]) if cut and published[meant.index(cut[0])].timestamp.in_utc else common
    return Publication(_offered(meant, sorted(common)))


def _days(one: PublishedAt, offset: int | None, zones: list[str]) -> dict[date, Ground]:
    """Return the days that a statement may mean, each with its ground."""
    moment = one.timestamp.moment
    if moment is None or not one.timestamp.in_utc:
        return {day: Ground(one.place, one.written) for day in one.days}
    if offset is not None:
        return {(moment + timedelta(minutes=offset)).date(): Ground(one.place, one.written)}
    found: dict[date, Ground] = {}
    for zone in zones:
        found.setdefault(moment.astimezone(ZoneInfo(zone)).date(), Ground(one.place, one.written, zone))
    return found if len(found) > 1 else {day: Ground(one.place, one.written) for day in found}


def _offered(meant: list[dict[date, Ground]], days: list[date]) -> tuple[Offered, ...]:
    return tuple(Offered(day, tuple(one[day] for one in meant if day in one)) for day in days)
