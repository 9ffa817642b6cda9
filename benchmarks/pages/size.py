"""The same pages of a small and of a large chronology: bytes, processor time, time in the database, and the ratios.

Beside it stands another small one to compare it with. Then addresses that nobody would type, and the slowest of them.
"""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from serving import part

from pages.hostile import hostile
from pages.installation import with_another, with_sample
from pages.ways import PAGE, Asked, ways

ROUNDS = 7
"""How often one address is asked for; kinds with many values are asked once each."""
MOST_VALUES = 60
RATIOS = (("bytes", "bytes"), ("processor", "processor"), ("database", "in_database"), ("queries", "queries"))


def size(folder: Path, options: Any) -> Iterator[str]:
    """Print a line for each kind of page, database and size, and the ratio of the large one to the small one."""
    for database in options.databases:
        made = {events: with_sample(folder, events, database) for events in (options.small, options.large)}
        for installation in made.values():
            with_another(installation, options.small)
        small, large = (installation.inside("pages.size.pages") for installation in made.values())
        kind = "PostgreSQL" if database else "SQLite"
        for name in small:
            yield f"{kind}, {name}:"
            for events, found in ((options.small, small[name]), (options.large, large[name])):
                yield f"  {events:9,} events: {_shown(found)}"
            ratios = ", ".join(
                f"{label} {large[name][key] / max(small[name][key], 0.001):.2f}" for label, key in RATIOS
            )
            yield f"  large / small, p95: {ratios}"
        for events, installation in made.items():
            took = installation.inside("pages.size.slowest")
            for name, (seconds, address, status) in took.items():
                yield f"{kind}, {events:,} events, hostile, {name}: at most {seconds:.3f} s ({address}: {status})"
            seconds, address, _status = max(took.values())
            yield f"{kind}, {events:,} events, hostile, slowest of all: {seconds:.3f} s ({address})"


def _shown(found: dict[str, float]) -> str:
    return (
        f"{found['bytes']:,.0f} bytes, processor {found['processor_half']:.1f} ms (p95 {found['processor']:.1f}), "
        f"database {found['in_database_half']:.1f} ms (p95 {found['in_database']:.1f}), "
        f"queries {found['queries']:.0f}, asked {found['asked']:.0f} times"
    )


def pages() -> dict[str, dict[str, float]]:
    """Ask for every kind of page with empty caches; inside an installation."""
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    from pages.asked import Asker, clear_caches

    asker = Asker()
    asker.ask("/")
    density = _Density()
    found: dict[str, dict[str, float]] = {}
    for kind, addresses in (_addresses() | ways()).items():
        answers = []
        density.took.clear()
        for path, query in addresses * (ROUNDS if len(addresses) == 1 else 1):
            clear_caches()
            answer = asker.ask(path, query)
            assert answer.status == 200, (kind, path, query, answer.status)
            answers.append(answer)
        found[kind] = _figures([(len(one.body), one.processor, one.in_database, one.queries) for one in answers])
        if kind == "first page" and density.took:
            found["density (the strip of the first page, without its page)"] = _figures(density.took)
    return found


def slowest() -> dict[str, tuple[float, str, int]]:
    """Return of each kind of odd address the longest that one took by the clock; inside an installation."""
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    from pages.asked import Asker, clear_caches

    asker = Asker()
    asker.ask("/")
    found = {}
    for kind, requests in hostile().items():
        took = []
        for asked in requests:
            clear_caches()
            began = time.perf_counter()
            status = asker.ask(asked.path, asked.query, asked.method, **asked.heads).status
            took.append((time.perf_counter() - began, asked.path[:100], status))
            assert status < 500, (kind, asked.path, status)
        found[kind] = max(took)
    return found


def _figures(rows: list[tuple[float, float, float, float]]) -> dict[str, float]:
    sizes, processor, in_database, queries = (list(column) for column in zip(*rows, strict=True))
    return {
        "bytes": part(sizes, 0.95), "processor": part(processor, 0.95), "processor_half": part(processor, 0.5),
        "in_database": part(in_database, 0.95), "in_database_half": part(in_database, 0.5),
        "queries": part(queries, 0.95), "asked": len(rows),
    }  # fmt: skip


class _Density:
    """Counts what gathering and drawing the strip, its numbers and the counts takes, where a timeline does."""

    def __init__(self) -> None:
        from timeline.public import reading

        self.took: list[tuple[float, float, float, float]] = []
        reading.overview_of = self.counted(reading.overview_of)  # type: ignore[assignment]

    def counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        from django.db import connection

        from pages.asked import Spent

        def do(*given: Any, **named: Any) -> Any:
            spent, began = Spent(), time.process_time()
            with connection.execute_wrapper(spent):
                done = step(*given, **named)
            took = (time.process_time() - began) * 1000
            self.took.append((0.0, took, spent.seconds * 1000, float(spent.queries)))
            return done

        return do


def _addresses() -> Asked:
    """Return what is asked for; values of filters from the most frequent to the rarest, the same at every size."""
    from timeline.transfer.sample import words

    chosen = random.Random(8)
    years = sorted(chosen.sample(range(1950, 2024), 20))
    actors = [words.actors()[number].en for number in sorted(chosen.sample(range(words.ACTORS), MOST_VALUES))]
    values = {
        "theme": [english for english, _ja, _ko in words.THEMES],
        "actor": [words.actors()[0].en, *actors],
        "place": [name.en for name, _latitude, _longitude in words.places()],
        "exactness": ["day", "month", "year", "about", "lasted", "differ", "unsourced"],
        "source": list(words.publishers()[: MOST_VALUES // 2]) + list(words.publishers()[-MOST_VALUES // 2 :]),
        "lane": [letter for letter, _name in words.LANES],
        "from": [str(year) for year in years],
        "to": [str(year) for year in years],
    }
    known = {word: share for spoken in words.KNOWN.values() for word, share in spoken}
    common = [word for word, share in known.items() if share >= 0.05]
    asked: Asked = {
        "home page": [("/", {})],
        "first page": [(PAGE, {})],
        "window in the middle": [(PAGE, {"at": str(year)}) for year in years],
        "year page": [(f"{PAGE}{year}/", {}) for year in years],
    }
    asked |= {f"filter by {name}": [(PAGE, {name: value}) for value in some] for name, some in values.items()}
    for count in (2, 3):
        asked[f"{count} filters"] = [(PAGE, _combined(chosen, values, count)) for _one in range(MOST_VALUES)]
    asked |= {
        "search for a common word": [(PAGE, {"q": word}) for word in common],
        "search for a rare word": [(PAGE, {"q": word}) for word in known if word not in common],
        "search for two signs": [(PAGE, {"q": word}) for word in known if len(word) == 2],
        "search for several words": [(PAGE, {"q": f"harbour {word}"}) for word in ("ferry", "quorum", "note kept")],
        "search and filter": [(PAGE, {"q": word, "theme": values["theme"][0]}) for word in common],
    }
    return asked


def _combined(chosen: random.Random, values: dict[str, list[str]], count: int) -> dict[str, str]:
    names = chosen.sample([name for name in values if name != "to"], count)
    return {name: chosen.choice(values[name]) for name in names}
