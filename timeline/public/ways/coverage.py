"""What a chronology covers: events, sources and waiting phrases a year, and the years of which it has nothing."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.public.links import Links
from timeline.public.ways.buckets import Bucket, Buckets, ends, span_in
from timeline.records import tallies
from timeline.records.models import Chronology
from timeline.records.selection import Bars, Choice, select, sources_by_year, values_by_year
from timeline.records.tallies import ANY_AUDIENCE, SOURCES
from timeline.records.waiting import Waiting, waiting
from timeline.web.marks import years_words

MOST_CITED = 20_000
"""Sources of events that are gone through to count them; of a chronology with more, publishers are counted."""
MOST_PUBLISHERS = 200
"""Publishers that are counted, those that are cited most."""
MOST_GAPS = 12
"""Gaps that are named at once, the longest."""
MOST_FURTHER_GAPS = 200
"""Gaps that are named on request, the longest of the others."""
TALL = {"events": 90, "cited": 40, "phrases": 40}
"""px of each row of columns."""


@dataclass(frozen=True)
class Row:
    """One year, or more of them."""

    bucket: Bucket
    href: str
    events: int
    unknown: int
    cited: int
    """Sources, or publishers of a chronology that is too large to count these."""
    phrases: int


@dataclass(frozen=True)
class Column:
    """A number as a column of the drawing."""

    bucket: Bucket
    href: str
    y: str
    height: str
    count: int


@dataclass(frozen=True)
class Band:
    """A row of columns: what it counts, where it stands, how much its tallest is."""

    kind: str
    most: int
    top: int
    base: int
    columns: list[Column]


@dataclass(frozen=True)
class Coverage:
    """Everything that templates/public/coverage.html shows."""

    links: Links
    step: int
    rows: list[Row]
    bands: list[Band]
    marks: list[tuple[str, str, bool]]
    gaps: list[str]
    further_gaps: list[str]
    more_gaps: int
    loose: int
    waiting: Waiting
    counts_sources: bool
    publishers_cut: bool
    problems: list[str]
    whole_href: str

    @property
    def height(self) -> int:
        """px of the drawing."""
        return self.bands[-1].base + 18 if self.bands else 0

    @property
    def foot(self) -> int:
        """Where the years are written."""
        return self.height - 4

    @property
    def most_publishers(self) -> int:
        """How many publishers are counted, at most."""
        return MOST_PUBLISHERS


def read_coverage(chronology: Chronology, query: QueryDict, *, preview: bool) -> Coverage:
    """Read the page from its address."""
    links = Links.of(chronology, preview=preview, page="public:coverage")
    everything = select(Choice(chronology.pk, preview))
    bars, still = everything.bars, waiting()
    whole = ends(year for year, _lane, _known in bars)
    asked = span_in(query)
    problems = []
    if ("from" in query or "to" in query) and asked is None:
        problems.append(_("“From” and “to” must both be years, the earlier one first; here is all of it."))
    shown = _within(asked, whole)
    if asked and whole and shown != asked:
        nothing = _("No event here is dated to one of these years; here is all of it.")
        problems.append(_clipped(shown, whole) if shown else nothing)
        shown = shown or whole
    buckets = Buckets.of(*shown) if shown else None
    choice = Choice(chronology.pk, preview)
    counts_sources = _cites_few(choice)
    cited, is_cut = Counter[int](), False
    if buckets and counts_sources:
        cited = _sources(choice, buckets)
    elif buckets:
        cited, is_cut = _publishers(choice, buckets)
    rows = _rows(buckets, bars, cited, still, links) if buckets else []
    gaps = sorted(gaps_of({year for year, _lane, _known in bars}), key=lambda gap: gap[0] - gap[1])
    further = gaps[MOST_GAPS : MOST_GAPS + MOST_FURTHER_GAPS]
    return Coverage(
        links=links, step=buckets.step if buckets else 1, rows=rows, bands=_bands(rows),
        marks=buckets.marks if buckets else [], gaps=_named(gaps[:MOST_GAPS]), further_gaps=_named(further),
        more_gaps=max(len(gaps) - MOST_GAPS, 0), loose=everything.loose_count or 0, waiting=still,
        counts_sources=counts_sources, publishers_cut=is_cut, problems=problems,
        whole_href=links.to() if shown != whole else "",
    )  # fmt: skip


def gaps_of(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return the stretches between the first and the last of some years that have none of them, in order."""
    known = sorted(set(years))
    return [(before + 1, after - 1) for before, after in itertools.pairwise(known) if after - before > 1]


def _cites_few(choice: Choice) -> bool:
    # How many sources there are is one number; how often they are cited is one for each of them.
    sources = tallies.whole(choice.chronology, SOURCES, (ANY_AUDIENCE if choice.preview else True,))
    return (
        sources <= MOST_CITED and tallies.values_of_kind(choice.chronology, "cites", choice.audiences)[1] <= MOST_CITED
    )


def _within(asked: tuple[int, int] | None, whole: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return what of the years asked for lies among those that there are; None where nothing does."""
    if asked is None or whole is None:
        return whole
    first, last = max(asked[0], whole[0]), min(asked[1], whole[1])
    return (first, last) if first <= last else None


def _clipped(shown: tuple[int, int], whole: tuple[int, int]) -> str:
    told = _("No event here is dated to a year outside of %(whole)s. Shown: %(shown)s.")
    return told % {"whole": years_words(*whole), "shown": years_words(*shown)}


def _named(gaps: Iterable[tuple[int, int]]) -> list[str]:
    return [years_words(*gap) for gap in sorted(gaps)]


def _sources(choice: Choice, buckets: Buckets) -> Counter[int]:
    """Return how many sources are cited for each column."""
    cited = {(buckets.of_year(year), source) for source, year in sources_by_year(choice, (buckets.first, buckets.last))}
    return Counter(first for first, _source in cited)


def _publishers(choice: Choice, buckets: Buckets) -> tuple[Counter[int], bool]:
    """Return how many publishers are cited for each column, and whether there are more than were counted."""
    names = tallies.frequent(choice.chronology, "source", choice.audiences, MOST_PUBLISHERS + 1)
    values = [f"source:{name}" for name in names[:MOST_PUBLISHERS]]
    cited: Mapping[int, set[str]] = defaultdict(set)
    for value, year in values_by_year(choice, "source", values, (buckets.first, buckets.last)):
        cited[buckets.of_year(year)].add(value)
    return Counter({first: len(found) for first, found in cited.items()}), len(names) > MOST_PUBLISHERS


def _rows(buckets: Buckets, bars: Bars, cited: Counter[int], still: Waiting, links: Links) -> list[Row]:
    events: Counter[int] = Counter()
    unknown: Counter[int] = Counter()
    phrases: Counter[int] = Counter()
    for (year, _lane, is_known), number in bars.items():
        events[buckets.of_year(year)] += number
        unknown[buckets.of_year(year)] += 0 if is_known else number
    for year, number in still.by_year.items():
        phrases[buckets.of_year(year)] += number
    timeline = replace(links, page="public:timeline")
    span = ends(year for year, _lane, _known in bars)
    return [
        Row(
            one, _zoomed(links, one, span) if buckets.step > 1 else timeline.year(one.first),
            events[one.first], unknown[one.first], cited[one.first], phrases[one.first],
        )
        for one in buckets.all
    ]  # fmt: skip


def _zoomed(links: Links, bucket: Bucket, whole: tuple[int, int] | None) -> str:
    first, last = _within((bucket.first, bucket.last), whole) or (bucket.first, bucket.last)
    return replace(links, query={**links.query, "from": str(first), "to": str(last)}).to()


def _bands(rows: Sequence[Row]) -> list[Band]:
    bands: list[Band] = []
    top = 0
    for kind, tall in TALL.items():
        counts = [getattr(row, kind) for row in rows]
        most = max(counts, default=0)
        base = top + 16 + tall
        columns = [
            Column(row.bucket, row.href, f"{base - number / most * tall:g}", f"{number / most * tall:g}", number)
            for row, number in zip(rows, counts, strict=True)
            if number
        ]
        bands.append(Band(kind, most, top, base, columns))
        top = base + 10
    return bands if rows else []
