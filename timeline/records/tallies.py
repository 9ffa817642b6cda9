"""Counts of entries by what they can be chosen by: added to with every write, so that no page has to count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from timeline.records.models import Tally
from timeline.records.sql import ask

TallyKey = tuple[int, str, bool, str, int, int, bool]
"""Chronology, value, is public, level, period, lane, is known: the columns that make a Tally unique, in that order."""
TALLIED = [column.attname for column in Tally._meta.concrete_fields if column.name not in ("id", "kind", "count")]
ALL, SOURCES = "", "sources"
"""Values of a Tally: every entry; every source that any entry cites."""
ANY_AUDIENCE = False
"""Under what is not public, SOURCES counts those of all entries: one source may be cited on both sides."""
MOST_KEYS = 500


def add(tallies: Counter[TallyKey]) -> None:
    """Add to the counts, and to those of sources, what is given by key; what comes to nothing is taken away.

    In the order of the keys, so that of two at once one waits for the other, and neither for both.
    """
    changes = {key: by for key, by in sorted(tallies.items()) if by}
    cited = {(key[0], key[1]) for key in changes if key[1].startswith("cites:")}
    # Whoever cites the first time in the same chronology at the same time waits here, and sees then what is cited.
    whole_level = Tally.Level.WHOLE.value
    _add(
        {
            (chronology, SOURCES, audience, whole_level, 0, 0, False): 0
            for chronology in sorted({key[0] for key in cited})
            for audience in (False, True)
        }
    )
    before = _audiences(cited)
    _add(changes)
    after = _audiences(cited)
    sources: Counter[TallyKey] = Counter()
    for (chronology, _source), audiences in after.items():
        former = before[chronology, _source]
        public, any_audience = True in audiences, bool(audiences)
        whole = Tally.Level.WHOLE.value
        sources[chronology, SOURCES, True, whole, 0, 0, False] += public - (True in former)
        sources[chronology, SOURCES, ANY_AUDIENCE, whole, 0, 0, False] += any_audience - bool(former)
    _add({key: by for key, by in sorted(sources.items()) if by})


def put(changes: Counter[TallyKey]) -> None:
    """Add to the counts what is given by key, and to no others."""
    _add({key: by for key, by in sorted(changes.items()) if by})


def _add(changes: dict[TallyKey, int]) -> None:
    """Add to counts; those that are none afterwards are taken away."""
    if not changes:
        return
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, TALLIED))
    row = f"({', '.join(['%s'] * (len(TALLIED) + 2))})"
    same = " AND ".join(f"{quote(column)} = %s" for column in TALLIED)
    table = quote(Tally._meta.db_table)
    keys = list(changes)
    with connection.cursor() as cursor:
        for some in (keys[start : start + 100] for start in range(0, len(keys), 100)):
            cursor.execute(
                f"INSERT INTO {table} AS kept ({columns}, kind, count) VALUES {', '.join([row] * len(some))}"
                f" ON CONFLICT ({columns}) DO UPDATE SET count = kept.count + excluded.count",
                [value for key in some for value in (*key, kind_of(key[1]), changes[key])],
            )
        gone = [key for key in keys if changes[key] < 0]
        cursor.executemany(f"DELETE FROM {table} WHERE {same} AND count = 0", gone)


def _audiences(cited: Iterable[tuple[int, str]]) -> dict[tuple[int, str], set[bool]]:
    """Return for each source of a chronology ("cites:12") whether public entries cite it, and whether others do."""
    found: dict[tuple[int, str], set[bool]] = {key: set() for key in cited}
    for chronology in sorted({key[0] for key in found}):
        values = sorted(value for key, value in found if key == chronology)
        for start in range(0, len(values), MOST_KEYS):
            some = values[start : start + MOST_KEYS]
            asked = (
                "SELECT value, is_public FROM records_tally WHERE chronology_id = %s AND level = 'w' AND count > 0"
                f" AND value IN ({_marks(some)})"
            )
            for value, is_public in ask(asked, [chronology, *some]):
                found[chronology, value].add(bool(is_public))
    return found


def whole(chronology: int, value: str, audiences: Iterable[bool]) -> int:
    """Return how many entries of a chronology have a value, published or not as `audiences` say."""
    return wholes(chronology, (value,), audiences)[value]


def wholes(chronology: int, values: Sequence[str], audiences: Iterable[bool]) -> Counter[str]:
    """Return the same for some values."""
    # The kinds lead to the rows by an index of their own, which no database then has to guess.
    asked = f"{_OF} AND kind IN ({_marks(values)}) AND level = 'w' AND value IN ({_marks(values)})"
    given = [*map(kind_of, values), *values]
    return _sums(f"SELECT value, count FROM records_tally WHERE {asked}", chronology, audiences, given)


def kind_of(value: str) -> str:
    """Return the kind of a value: "theme" of "theme:12"."""
    return value.partition(":")[0]


def levels(chronology: int, audiences: Iterable[bool]) -> list[int]:
    """Return the levels of the interval index at which the chronology holds any span."""
    asked = f"SELECT value, count FROM records_tally WHERE {_OF} AND level = 'w' AND kind = 'level'"
    return sorted(int(value.removeprefix("level:")) for value in _sums(asked, chronology, audiences))


def frequent(chronology: int, kind: str, audiences: Iterable[bool], most: int) -> list[str]:
    """Return the values of one kind ("theme") that most entries have, without the kind; the most frequent first."""
    # By itself first: SQLite would go through all counts of the chronology, which stand in the order of their values.
    kept = f"SELECT value, count FROM records_tally WHERE {_OF} AND kind = %s AND level = 'w'"
    order = f"GROUP BY value ORDER BY SUM(count) DESC, value LIMIT {int(most)}"
    asked = f"WITH kept AS MATERIALIZED ({kept}) SELECT value, SUM(count) FROM kept {order}"
    return [value.removeprefix(f"{kind}:") for value in _sums(asked, chronology, audiences, (kind,))]


def frequent_after(
    chronology: int, kind: str, after: str, audiences: Sequence[bool], most: int
) -> tuple[dict[str, int], int]:
    """Return what of the same follows a value, with how many entries have it, and how many values follow in all."""
    times = whole(chronology, f"{kind}:{after}", audiences)
    kept = f"SELECT value, SUM(count) AS times FROM records_tally WHERE {_OF} AND kind = %s AND level = 'w' GROUP BY 1"
    behind = "times < %s OR (times = %s AND value > %s)"
    asked = (
        f"WITH kept AS MATERIALIZED ({kept}) SELECT value, times, COUNT(*) OVER () FROM kept WHERE {behind}"
        f" ORDER BY times DESC, value LIMIT {int(most)}"
    )
    first, *others = audiences
    rows = ask(asked, [chronology, first, *(others or [first]), kind, times, times, f"{kind}:{after}"])
    return {value.removeprefix(f"{kind}:"): int(count) for value, count, _all in rows}, rows[0][2] if rows else 0


def most_frequent(
    chronology: int, kinds: Sequence[str], audiences: Iterable[bool], most: int
) -> dict[str, dict[str, int]]:
    """Return by kind the values that most entries have, and how many; the most frequent first, in one question."""
    return ranked(chronology, kinds, audiences, most)[0]


def ranked(
    chronology: int, kinds: Sequence[str], audiences: Iterable[bool], most: int
) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Return the same, and by kind how many values there are."""
    kept = (
        f"SELECT kind, value, SUM(count) AS times FROM records_tally WHERE {_OF} AND kind IN ({_marks(kinds)})"
        " AND level = 'w' GROUP BY kind, value"
    )
    placed = "ROW_NUMBER() OVER (PARTITION BY kind ORDER BY times DESC, value) AS place"
    counted = f"SELECT kind, value, times, {placed}, COUNT(*) OVER (PARTITION BY kind) AS many FROM kept"
    asked = (
        f"WITH kept AS MATERIALIZED ({kept}) SELECT kind, value, times, many FROM ({counted}) ranked"
        f" WHERE place <= {int(most)} ORDER BY kind, place"
    )
    first, *others = audiences
    found: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
    all_of = dict.fromkeys(kinds, 0)
    for kind, value, times, many in ask(asked, [chronology, first, *(others or [first]), *kinds]):
        found[kind][value.removeprefix(f"{kind}:")] = int(times)
        all_of[kind] = int(many)
    return found, all_of


def values_of_kind(chronology: int, kind: str, audiences: Iterable[bool]) -> tuple[int, int]:
    """Return how many values of one kind ("place") occur, and how often all of them together."""
    kept = f"SELECT value, count FROM records_tally WHERE {_OF} AND kind = %s AND level = 'w'"
    first, *others = audiences
    asked = f"WITH kept AS MATERIALIZED ({kept}) SELECT COUNT(DISTINCT value), COALESCE(SUM(count), 0) FROM kept"
    with connection.cursor() as cursor:
        cursor.execute(asked, [chronology, first, *(others or [first]), kind])
        values, times = cursor.fetchone()
        return int(values), int(times)


def by_lane(chronology: int, value: str, audiences: Iterable[bool]) -> Counter[int]:
    """Return how many entries that have a value stand in each lane; 0: in none."""
    asked = f"SELECT lane, count FROM records_tally WHERE {_OF} AND kind = %s AND level = 'l' AND value = %s"
    return _sums(asked, chronology, audiences, (kind_of(value), value))


_OF = "chronology_id = %s AND is_public IN (%s, %s)"
"""SQL, since to build these small questions as queries takes ten times as long as to ask them."""


def _sums(asked: str, chronology: int, audiences: Iterable[bool], values: Iterable[str] = ()) -> Counter[Any]:
    """Return what was counted, by what it was counted for, in the order of the answer."""
    first, *others = audiences
    counts: Counter[Any] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(asked, [chronology, first, *(others or [first]), *values])
        for found, count in cursor.fetchall():
            counts[found] += count
    return counts


def _marks(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))
