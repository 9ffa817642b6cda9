"""What a new installation starts with: chronologies and articles from the folder `seeds/`."""

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from timeline.ingest.actions import add_article
from timeline.records.changes import create_all, save
from timeline.records.models import (
    Batch,
    Chronology,
    Entry,
    Event,
    EventStatus,
    Lane,
    Section,
    Verb,
    open_change,
)
from timeline.transfer import filling
from timeline.transfer.actions import ImportedBefore, apply_plan, keep_file, make_plan


def load_seeds(folder: Path, *, at: datetime) -> Iterator[str]:
    """Load what is not loaded yet; yield a line on each thing done. What somebody took back stays away."""
    for described in sorted(folder.glob("*/chronology.toml")):
        yield load_chronology(described.parent, lanes=folder / "lanes.csv", at=at)
    for path in sorted((folder / "articles").glob("*.txt")):
        yield load_article(path, at=at)


def load_chronology(folder: Path, *, lanes: Path, at: datetime) -> str:
    """Import the events of a folder, once for each edition of its events.csv, and arrange and publish them.

    All of it is one change, so that the import can be undone as a whole. A later edition brings in what is new and
    fills what is empty; of an edition that somebody took back nothing comes again.
    """
    name, content = f"seeds/{folder.name}/events.csv", (folder / "events.csv").read_bytes()
    if Batch.objects.filter(file_name=name, status=Batch.Status.UNDONE).exists():
        return f"{folder.name}: was taken back, nothing to do."
    done = Batch.objects.filter(file_hash=hashlib.sha256(content).hexdigest()).exclude(status=Batch.Status.PLANNED)
    if done.exists():
        return f"{folder.name}: this edition was loaded before, nothing to do."
    try:
        batch = keep_file(name=name, content=content, by=None, at=at)
    except ImportedBefore as before:
        batch = before.batch
    batch = make_plan(batch=batch, chosen=batch.mapping["columns"], language="en")
    with open_change(by=None, at=at, verb=Verb.IMPORT, why=batch.file_name, batch=batch):
        batch = apply_plan(batch=batch, as_checked=True, leave_out=True, by=None, at=at)
        about, rows = _about(folder), _rows(folder / "events.csv")
        sections, tags = _rows(folder / "sections.csv"), _rows(lanes)
        chronology = _chronology(about, sections, tags)
        placed = _place(chronology, rows, sections, tags, at)
        worded = filling.fill_wordings(rows)
        filling.fill_texts(chronology, about, sections, tags)
        named = filling.fill_names(_rows(folder / "names.csv"))
        found = filling.cite_found(_rows(folder / "sources.csv"), chronology, at)
        rivals = sum(filling.cite_rival(row, at) for row in _rows(folder / "conflicts.csv"))
    made = batch.result
    return (
        f"{folder.name}: {made['events']} events, {made['sources']} sources, {placed} entries, "
        f"{worded} wordings added, {named} names in other languages, {found} sources found since, "
        f"{rivals} differing sources; {made['left_out']} rows left out."
    )


def load_article(path: Path, *, at: datetime) -> str:
    """Add one article: lines "Name: value", a blank line, the text."""
    head, _blank, text = path.read_text(encoding="utf-8").partition("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    article, is_new = add_article(
        text=text,
        title=about["Title"],
        publisher=about["Publisher"],
        language=about["Language"],
        published_on=date.fromisoformat(about["Published"]),
        zone=about["Zone"],
        by=None,
        at=at,
    )
    if not is_new:
        return f"{path.name}: loaded before."
    return f"{path.name}: {article.mentions.count()} date phrases found."


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _about(folder: Path) -> dict[str, str]:
    """Return what a folder says of its chronology, by column."""
    about: dict[str, str] = tomllib.loads((folder / "chronology.toml").read_text(encoding="utf-8"))
    return {name: text.strip() for name, text in about.items()}


def _chronology(about: dict[str, str], sections: list[dict[str, str]], lanes: list[dict[str, str]]) -> Chronology:
    """Return the chronology that a folder describes, made with its sections and lanes if there is none."""
    found = Chronology.objects.filter(slug=about["slug"]).first()
    if found:
        return found
    chronology = save(Chronology(is_public=True, **about))
    for position, row in enumerate(sections, start=1):
        save(Section(chronology=chronology, position=position, title=row["title"], intro=row["intro"]))
    for row in {row["letter"]: row for row in lanes}.values():
        lane = Lane(chronology=chronology, letter=row["letter"], name=row["lane"], style=row["style"])
        lane.position = int(row["position"])
        save(lane)
    return chronology


def _place(
    chronology: Chronology,
    rows: list[dict[str, str]],
    sections: list[dict[str, str]],
    lanes: list[dict[str, str]],
    at: datetime,
) -> int:
    """Give every event of the file that has none an entry, published if the event is checked.

    What a person has made or changed is placed by people, and what one has taken out stays out.
    """
    letters = {row["tag"]: row["letter"] for row in lanes}
    by_title = {section.title: section for section in chronology.sections.all()}
    by_letter = {lane.letter: lane for lane in chronology.lanes.all()}
    first_tags = {row["id"]: row["tags"].partition(";")[0].strip() for row in rows}
    events = Event.objects.filter(external_id__in=list(first_tags)).exclude(entries__chronology=chronology)
    keys = list(events.values_list("pk", flat=True))
    theirs = filling.changed_by_people(keys) | filling.placed_by_people(chronology, keys)
    entries = [
        Entry(
            chronology=chronology,
            event=event,
            section=by_title.get(_section_of(event, sections)),
            lane=by_letter.get(letters.get(first_tags[event.external_id], "")),
            published_since=at if event.status == EventStatus.CHECKED else None,
        )
        for event in events.order_by("pk")
        if event.pk not in theirs
    ]
    return len(create_all(Entry, entries))


def _section_of(event: Event, sections: list[dict[str, str]]) -> str:
    """Return the title of the section that an event begins in."""
    day = event.earliest or event.latest
    spans = ((row["title"], date.fromisoformat(row["from"]), date.fromisoformat(row["to"])) for row in sections)
    return next((title for title, first, last in spans if day and first <= day <= last), "")
