"""What writing an event takes with the tables that lists are read from, and without them."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pages.installation import with_sample

ROUNDS = 40


def writing(folder: Path, options: Any) -> Iterator[str]:
    """Print the milliseconds of each step with and without, and the ratio of all of them."""
    for database in options.databases:
        found = with_sample(folder, options.middle, database).inside("pages.writing.steps", ROUNDS)
        kind = "PostgreSQL" if database else "SQLite"
        for step in found["with"]:
            here, without = found["with"][step], found["without"][step]
            yield f"{kind}, {options.middle:,} events, {step}: {here:.1f} ms, without the tables {without:.1f}"
        ratio = sum(found["with"].values()) / sum(found["without"].values())
        yield f"{kind}, writing an event: {ratio:.2f} times as long with the tables as without"


def steps(rounds: int) -> dict[str, dict[str, float]]:
    """Write events with and without in turn and return the median milliseconds of each step; inside an installation.

    What is written without is counted afterwards, so that the installation stays whole.
    """
    from django.utils import timezone

    from timeline.records import listings
    from timeline.records.models import Chronology, Entry
    from timeline.records.models import changes as asked

    chronology = Chronology.objects.get(slug="sample")
    took: dict[str, dict[str, list[float]]] = {"with": {}, "without": {}}
    for number in range(2 * rounds):
        way = ("with", "without")[number % 2]
        if way == "without":
            # The one question that keeps them, for this process and this measurement alone.
            asked._questions.remove(listings.keep)
        try:
            for step, seconds in write_one(chronology, number):
                took[way].setdefault(step, []).append(seconds * 1000)
        finally:
            if way == "without":
                asked._questions.append(listings.keep)
                newest = Entry.objects.filter(chronology=chronology).order_by("-pk")[:1]
                listings.refresh(newest.values_list("pk", flat=True), at=timezone.now())
    return {way: {step: statistics.median(some) for step, some in steps.items()} for way, steps in took.items()}


def writer() -> Any:
    """Return the person who writes, and make them the first time; at once with nobody else."""
    from timeline.accounts.models import Role, User

    name = "measures-writing"
    return User.objects.filter(username=name).first() or User.objects.create_person(name, None, Role.CHECKER)


def write_one(chronology: Any, number: int) -> Iterator[tuple[str, float]]:
    """Draft, cite, check, place and publish an event as people do; yield what each step took, in seconds."""
    from django.utils import timezone

    from timeline.arrange.actions import entries, events
    from timeline.dates import FuzzyDate
    from timeline.records import actions
    from timeline.records.models import Source

    person = writer()
    date, source = FuzzyDate.year(1960 + number % 50), Source.objects.order_by("pk")[number % 100]
    began = time.perf_counter()
    draft = actions.EventDraft(
        headline=f"Written to measure, {number}", language="en", words="some year", date=date, date_reason="known",
        actors=("Elvo Yaka",), themes=("grain", "letters"),
    )  # fmt: skip
    event = actions.draft_event(draft=draft, by=person, at=timezone.now())
    yield "draft", -began + (began := time.perf_counter())
    cited = actions.CitationDraft(source=source, locator="page 1", words="some year", date=date, chosen=True)
    actions.cite(event=event, draft=cited, by=person, at=timezone.now())
    yield "cite", -began + (began := time.perf_counter())
    events.check(event=event, by=person, at=timezone.now())
    yield "check", -began + (began := time.perf_counter())
    section, lane = chronology.sections.first(), chronology.lanes.first()
    entries.place_events(
        chronology=chronology, events=[event], section=section, lane=lane, by=person, at=timezone.now()
    )  # fmt: skip
    yield "place", -began + (began := time.perf_counter())
    placed = event.entries.all()
    entries.publish(chronology=chronology, entries=placed, by=person, at=timezone.now())
    yield "publish", -began + time.perf_counter()
