"""The index that words are found through: FTS5 on SQLite, a GIN index over a tsvector on PostgreSQL.

It lies over the table of `Findable` and is kept by the database itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import connection, transaction
from django.db.models.expressions import RawSQL

from timeline.records.sorting import KEYS
from timeline.records.sql import ask
from timeline.records.words import Wanted

MERGED = 500
"""Pages of SQLite's index that are merged in one transaction: some hundredths of a second."""
TRIGGERS = {
    "added": "AFTER INSERT ON records_findable BEGIN {add}; END",
    "removed": "AFTER DELETE ON records_findable BEGIN {remove}; END",
    "changed": "AFTER UPDATE ON records_findable BEGIN {remove}; {add}; END",
}
"""What keeps SQLite's index in step with its table."""


def events(asked: Sequence[Wanted]) -> RawSQL:
    """Return the keys of all events that hold what is searched for, as a part of a query."""
    if connection.vendor == "sqlite":
        found = f"SELECT rowid & {KEYS} FROM records_findable_words WHERE terms MATCH %s"  # noqa: S608  a number
    else:
        found = "SELECT event_id FROM records_findable WHERE terms @@ %s::tsquery"
    return RawSQL(found, [question(asked)])  # noqa: S611  its values are apart


def is_broken() -> bool:
    """Return whether SQLite's index is not kept, or holds not as many terms as its table; PostgreSQL keeps its own.

    FTS5's own check would let nobody write for as long as it lasts.
    """
    if connection.vendor != "sqlite":
        return False
    triggers = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'records_findable'"
    if ask(triggers, [])[0][0] < len(TRIGGERS):
        return True
    counted = "SUM(LENGTH(terms) - LENGTH(REPLACE(terms, ' ', '')) + 1)"
    ask("CREATE VIRTUAL TABLE temp.findable_terms USING fts5vocab('main', 'records_findable_words', 'row')", [])
    try:
        ((indexed, held),) = ask(
            "SELECT (SELECT SUM(cnt) FROM temp.findable_terms),"  # noqa: S608  no stranger's words
            f" (SELECT {counted} FROM records_findable WHERE terms <> '')",
            [],
        )
    finally:
        ask("DROP TABLE temp.findable_terms", [])
    return bool(indexed != held)


def make() -> None:
    """Make the index behind the table of what events are found by, anew if there is one, under an open transaction.

    On SQLite nobody writes meanwhile: half a minute for 1,000,000 events.
    """
    if connection.vendor == "postgresql":
        ask("DROP INDEX IF EXISTS records_findable_words", [])
        ask("CREATE INDEX records_findable_words ON records_findable USING gin (terms)", [])
        return
    ask("DROP TABLE IF EXISTS records_findable_words", [])
    ask(
        "CREATE VIRTUAL TABLE records_findable_words USING fts5(terms, content='records_findable',"
        " content_rowid='place', tokenize=\"ascii tokenchars '_'\", prefix='3 4 5', columnsize=0)",
        [],
    )
    add = "INSERT INTO records_findable_words (rowid, terms) VALUES (new.place, new.terms)"
    remove = (
        "INSERT INTO records_findable_words (records_findable_words, rowid, terms)"
        " VALUES ('delete', old.place, old.terms)"
    )
    for name, sql in TRIGGERS.items():
        ask(f"DROP TRIGGER IF EXISTS records_findable_{name}", [])
        ask(f"CREATE TRIGGER records_findable_{name} {sql.format(add=add, remove=remove)}", [])
    ask("INSERT INTO records_findable_words (records_findable_words) VALUES ('rebuild')", [])


def merge(*, from_the_start: bool) -> bool:
    """Put a piece of SQLite's index in order, where what was taken away still lies; return whether more is left.

    `from_the_start` takes in all of it, as "optimize" does, which would let nobody write until it is done.
    """
    if connection.vendor != "sqlite":
        return False
    connection.ensure_connection()
    before = connection.connection.total_changes
    insert = "INSERT INTO records_findable_words (records_findable_words, rank) VALUES ('merge', %s)"
    ask(insert, [-MERGED if from_the_start else MERGED])
    # SQLite counts one for the command itself, and more where it merged anything.
    return bool(connection.connection.total_changes - before >= 2)


def find(question: str, most: int, start: int | None, *, backwards: bool) -> list[int]:
    """Return the first `most` places, in order, that a question to the index finds from a place on."""
    is_sqlite = connection.vendor == "sqlite"
    place, table, holds = (
        ("rowid", "records_findable_words", "MATCH %s")
        if is_sqlite
        else ("place", "records_findable", "@@ %s::tsquery")
    )
    values: list[Any] = [question]
    if start is not None:
        holds += f" AND {place} {'<=' if backwards else '>='} %s"
        values.append(start)
    order = f"ORDER BY {place} {'DESC' if backwards else 'ASC'}"
    sql = f"SELECT {place} FROM {table} WHERE terms {holds} {order} LIMIT %s"  # noqa: S608  no stranger's words
    with nullcontext() if is_sqlite else _through_the_index():
        return [place for (place,) in ask(sql, [*values, most])]


def holding(question: str, places: Sequence[int]) -> list[int]:
    """Return those of some places that a question to the index finds; each is looked up by itself."""
    marks = ", ".join(["%s"] * len(places)) or "NULL"
    if connection.vendor == "sqlite":
        sql = f"SELECT rowid FROM records_findable_words WHERE rowid IN ({marks}) AND terms MATCH %s"  # noqa: S608
        return [place for (place,) in ask(sql, [*places, question])]
    sql = f"SELECT place FROM records_findable WHERE event_id IN ({marks}) AND terms @@ %s::tsquery"  # noqa: S608
    return [place for (place,) in ask(sql, [*(place & KEYS for place in places), question])]


@contextmanager
def _through_the_index() -> Iterator[None]:
    """Let PostgreSQL find words through their index and sort what it finds, whatever it is.

    The planner knows too little of words in a row to choose: along all places it meets a word of every hundredth event
    after seconds, while half of 1,000,000 events are sorted in a third of one.
    """
    with transaction.atomic():
        ask("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off", [])
        yield
        ask("RESET enable_seqscan; RESET enable_indexscan", [])


def question(asked: Sequence[Wanted], place: str | None = None) -> str:
    """Write what is searched for as the index is asked, `place` a term of `standing_in` that has to be there, too.

    Terms hold no sign that means anything to the index.
    """
    if connection.vendor == "sqlite":
        parts = [f'"{" ".join(word.terms)}"{" *" if word.is_beginning else ""}' for word in asked]
        parts += [] if place is None else [f'"{place}"']
        return " AND ".join(parts)
    parts = [" <-> ".join(f"'{term}'" for term in word.terms) + (":*" if word.is_beginning else "") for word in asked]
    parts += [] if place is None else [f"'{place}'"]
    return " & ".join(f"({part})" for part in parts)


def standing_in(chronology: int, *, public: bool = False) -> str:
    """Return the term of what has a place in a chronology, or of what is public there; nobody can type it."""
    return f"_{'p' if public else 'c'}{chronology}"
