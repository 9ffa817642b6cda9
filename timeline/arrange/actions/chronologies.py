"""Chronologies, their sections and lanes: add, edit, move, delete, make public."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError

from timeline.accounts.models import User
from timeline.records.changes import claim, save
from timeline.records.models import Chronology, Lane, Section, Theme, Verb, open_change

Filled = TypeVar("Filled", Chronology, Section, Lane)


class Taken(ValueError):
    """Somebody, or the same form sent twice, gave this short name or letter first."""


@dataclass(frozen=True, kw_only=True)
class ChronologyDraft:
    """What a person says of a chronology as a whole."""

    title: str
    slug: str
    title_native: str = ""
    title_native_language: str = ""
    scope: str = ""
    intro: str = ""
    method: str = ""
    licence: str = ""
    language: str = "en"
    needs_second_reader: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    """What it says in other languages, by column: title_ja."""


@dataclass(frozen=True, kw_only=True)
class SectionDraft:
    """Title and introduction of a section."""

    title: str
    intro: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LaneDraft:
    """Letter, name, style and, unless the lane is made by hand, theme of a lane."""

    letter: str
    name: str
    style: str
    theme: Theme | None = None
    told: Mapping[str, str] = field(default_factory=dict)


def add_chronology(*, draft: ChronologyDraft, by: User | None, at: datetime) -> Chronology:
    """Create a chronology that is not public yet; Taken if its short name is."""
    with _refusing_doubles(), open_change(by=by, at=at, verb=Verb.ADD, why=draft.title):
        return save(_fill(Chronology(), draft))


def edit_chronology(
    *, chronology: Chronology, version: int, draft: ChronologyDraft, by: User | None, at: datetime
) -> Chronology:
    """Change what stands over a chronology; Stale if someone was faster, Taken if the short name is."""
    with _refusing_doubles(), open_change(by=by, at=at, verb=Verb.EDIT, why=draft.title):
        return save(_fill(claim(Chronology.objects.all(), chronology.pk, version), draft))


def set_public(*, chronology: Chronology, public: bool, by: User | None, at: datetime) -> Chronology:
    """Let anyone read a chronology, or nobody but who is signed in; what is so already stays."""
    with open_change(by=by, at=at, verb=Verb.PUBLISH if public else Verb.WITHDRAW, why=chronology.title):
        claimed = claim(Chronology.objects.all(), chronology.pk, None)
        if claimed.is_public == public:
            return claimed
        claimed.is_public = public
        return save(claimed)


def add_section(
    *, chronology: Chronology, draft: SectionDraft, after: Section | None, by: User | None, at: datetime
) -> Section:
    """Create a section behind `after`, or at the end; the same title again leads to the section that has it."""
    with open_change(by=by, at=at, verb=Verb.ADD, why=draft.title):
        claim(Chronology.objects.all(), chronology.pk, None)
        existing = Section.objects.filter(chronology=chronology, title=draft.title).first()
        if existing:
            return existing
        sections = list(Section.objects.filter(chronology=chronology))
        place = sections.index(after) + 1 if after in sections else len(sections)
        section = save(_fill(Section(chronology=chronology, position=len(sections) + 1), draft))
        sections.insert(place, section)
        _number(sections)
        return section


def edit_section(*, section: Section, version: int, draft: SectionDraft, by: User | None, at: datetime) -> Section:
    """Change a section's title and introduction; Stale if someone was faster."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=draft.title):
        return save(_fill(claim(Section.objects.all(), section.pk, version), draft))


def add_lane(*, chronology: Chronology, draft: LaneDraft, by: User | None, at: datetime) -> Lane:
    """Create a lane below the others; Taken if the chronology has its letter."""
    with _refusing_doubles(), open_change(by=by, at=at, verb=Verb.ADD, why=draft.name):
        position = Lane.objects.filter(chronology=chronology).count() + 1
        return save(_fill(Lane(chronology=chronology, position=position), draft))


def edit_lane(*, lane: Lane, version: int, draft: LaneDraft, by: User | None, at: datetime) -> Lane:
    """Change a lane; Stale if someone was faster, Taken if the letter is."""
    with _refusing_doubles(), open_change(by=by, at=at, verb=Verb.EDIT, why=draft.name):
        return save(_fill(claim(Lane.objects.all(), lane.pk, version), draft))


def move_part(*, part: Section | Lane, step: int, by: User | None, at: datetime) -> None:
    """Move a section or lane by `step` places among its like (-1 up, 1 down); at the end it stays."""
    with open_change(by=by, at=at, verb=Verb.MOVE, why=str(part)):
        claim(Chronology.objects.all(), part.chronology_id, None)
        parts: list[Section | Lane] = list(type(part).objects.filter(chronology=part.chronology_id))
        place = parts.index(part)
        parts.insert(max(0, place + step), parts.pop(place))
        _number(parts)


def delete_part(*, part: Section | Lane, by: User | None, at: datetime) -> None:
    """Delete a section or lane; its entries stay in the chronology without one."""
    with open_change(by=by, at=at, verb=Verb.EDIT, why=str(part)):
        role = "section" if isinstance(part, Section) else "lane"
        for entry in part.entries.select_for_update(of=("self",)):
            # One by one, so that each has its history row and the deed can be undone.
            setattr(entry, role, None)
            save(entry)
        part.delete()


def _fill(record: Filled, draft: ChronologyDraft | SectionDraft | LaneDraft) -> Filled:
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__ if name != "told"}
    for name, value in {**values, **draft.told}.items():
        setattr(record, name, value)
    return record


def _number(parts: Sequence[Section | Lane]) -> None:
    """Number parts from 1 in the order given, writing those whose place changed."""
    for position, part in enumerate(parts, start=1):
        if part.position != position:
            part.position = position
            save(part)


@contextmanager
def _refusing_doubles() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Taken from error
