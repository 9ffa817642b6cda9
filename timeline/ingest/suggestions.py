"""What a page says of itself, for a person to confirm: values with the place of each, and the days to choose from.

It travels in a hidden field of the form, so that a refused form still says where its values came from.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from timeline.extract import Extracted, Offered, Publication, PublishedAt, publication, read_timestamp
from timeline.ingest.days import in_full
from timeline.web import zones

MOST_SHOWN = 12
"""Days offered at most; a page that gives more has no day of its own to tell."""
LONGEST_PACKED = 20_000
_LONGEST = {"title": 500, "publisher": 300, "author": 300, "url": 1000, "language": 10}


@dataclass(frozen=True)
class DayOffered:
    """A day that the page may mean, for a button, and why in words."""

    day: date
    why: tuple[str, ...]

    @property
    def words(self) -> str:
        """The day with its weekday, since that is what a person checks."""
        return in_full(self.day)


@dataclass(frozen=True)
class PageSays:
    """The facts of a page as (value, place), and every day it gives for its publication as (written, place)."""

    facts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    published: tuple[tuple[str, str], ...] = ()
    zone: str = "UTC"

    @classmethod
    def of(cls, file: Extracted, zone: str) -> "PageSays":
        """Return what a file gives; a fact too long for its field is cut, an address left out."""
        found = {
            "title": file.title[:500], "publisher": file.publisher[:300], "author": file.author[:300],
            "url": file.url if len(file.url) <= _LONGEST["url"] else "", "language": file.language,
        }  # fmt: skip
        facts = {name: (value, file.places.get(name, "")) for name, value in found.items() if value}
        return cls(facts, tuple((one.written, one.place) for one in file.published), zone)

    @classmethod
    def unpacked(cls, packed: str, zone: str) -> "PageSays":
        """Return what `packed` gave; nothing if it is not what was packed."""
        try:
            facts, published = json.loads(packed) if 0 < len(packed) <= LONGEST_PACKED else ({}, [])
            return cls(
                {name: (str(value), str(place)) for name, (value, place) in facts.items() if name in _LONGEST},
                tuple((str(written), str(place)) for written, place in published[:50]),
                zone,
            )
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls(zone=zone)

    @property
    def packed(self) -> str:
        """Itself as words for a hidden field; "" if there is nothing to say."""
        return json.dumps([self.facts, self.published], ensure_ascii=False) if self.facts or self.published else ""

    @cached_property
    def publication(self) -> Publication:
        """What the page's statements about its publication come to."""
        language = self.facts.get("language", ("", ""))[0]
        stamps = [(written, place, read_timestamp(written)) for written, place in self.published]
        known = [PublishedAt(written, place, stamp) for written, place, stamp in stamps if stamp]
        return publication(known, self.zone, language)

    @property
    def values(self) -> dict[str, Any]:
        """The values to fill in, by field."""
        day = self.publication.day
        return {name: value for name, (value, _place) in self.facts.items()} | ({"published_on": day} if day else {})

    @property
    def choice(self) -> tuple[DayOffered, ...]:
        """The days to choose from, where the page does not tell one."""
        found = self.publication
        return () if found.day else tuple(_offered(one) for one in found.days[:MOST_SHOWN])

    @property
    def why_choose(self) -> str:
        """Why a person has to choose, in a sentence; "" where the page tells one day or none."""
        found = self.publication
        if found.day or not found.days:
            return ""
        if not found.contradicts:
            return _("What the page says falls on different days: choose the one on which it was published.")
        if len(found.days) > MOST_SHOWN:
            return _("The page gives %(count)s different days for its own publication. Give the right one.") % {
                "count": len(found.days)
            }
        return _(
            "The page contradicts itself about its publication, so no day is suggested. Choose or give the right one."
        )

    def found_in(self, name: str, value: str) -> str:
        """Say in words where the value of a field was found; "" if the page does not give this value."""
        if name == "published_on":
            offered = next((one for one in self.publication.days if one.day.isoformat() == value), None)
            return "; ".join(_offered(offered).why) if offered else ""
        given, place = self.facts.get(name, ("", ""))
        if not place or value != given:
            return ""
        return _("from the page’s %(place)s") % {"place": place}


def _offered(one: Offered) -> DayOffered:
    why = []
    for ground in one.grounds:
        said = {"place": ground.place, "written": ground.written}
        if ground.zone == "UTC":
            why.append(_("from the page’s %(place)s: %(written)s, counted in UTC") % said)
        elif ground.zone:
            why.append(
                _("from the page’s %(place)s: %(written)s, counted in %(city)s")
                % {**said, "city": zones.city(ground.zone)}
            )
        else:
            why.append(_("from the page’s %(place)s: %(written)s") % said)
    return DayOffered(one.day, tuple(dict.fromkeys(why)))
