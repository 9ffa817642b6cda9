"""The versions of an event that its readers have seen, each with what it changed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.timezone import localtime

from timeline.public.differences import Histories, Line
from timeline.records.models import Change
from timeline.records.past import Version

MOST_LISTED = 30
"""Versions that a page lists; those before them are on the next."""


@dataclass(frozen=True)
class Listed:
    """A version; nothing was before the first."""

    number: int
    day: datetime.date
    is_shown: bool
    is_first: bool
    lines: list[Line]


@dataclass(frozen=True)
class VersionList:
    """Some versions, newest first; `older` is what to ask for those before them, None where there are none."""

    listed: list[Listed]
    older: int | None
    is_newest: bool


def list_versions(
    event: int, versions: Sequence[Version], shown: int, before: int | None = None, language: str = ""
) -> VersionList:
    """Return the newest versions, or those before a number; nothing else of an event is told but what these show.

    `language`: what its editors write in.
    """
    reaching = [one for one in versions if before is None or one.number < before] or versions
    some, former = reaching[-MOST_LISTED:], reaching[:-MOST_LISTED][-1:]
    changes = Change.objects.in_bulk({one.change for one in some})
    told = _lines(event, [*former, *some], language)
    listed = [
        Listed(
            one.number, localtime(changes[one.change].at).date(), one.number == shown, one.number not in told,
            told.get(one.number, []),
        ) for one in reversed(some)
    ]  # fmt: skip
    return VersionList(listed, some[0].number if former else None, len(reaching) == len(versions))


def _lines(event: int, versions: Sequence[Version], language: str) -> dict[int, list[Line]]:
    """Return what each version but the first changed of the one before it: of what was never seen nothing is said."""
    histories = Histories([event], versions[0].change, versions[-1].change, editors_language=language)
    told = {}
    for former, one in pairwise(versions):
        before, after = histories.after(event, former.change), histories.after(event, one.change)
        told[one.number] = list(histories.lines(before, after)) if before and after else []
    return told
