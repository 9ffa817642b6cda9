"""Which statements about things in time cannot all be true: the shortest chain of them that leads back on itself.

Each statement is a bound "this point lies at least so long after that one" between the starts and ends of things. A
circle of bounds that together are longer than nothing is a contradiction (Dechter, Meiri and Pearl, "Temporal
constraint networks", Artificial Intelligence 49, 1991).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.order import days_of
from timeline.dates.record import record


class Relation(StrEnum):
    """How a thing stands to another in time."""

    BEFORE = "before"
    AFTER = "after"
    DAYS_AFTER = "days after"
    PART_OF = "part of"
    SAME_AS = "same as"
    NOT_SAME_AS = "not the same as"


@record
class Statement:
    """What is said of two things: the first is before (...) the second.

    `days`: with DAYS_AFTER, how many days after the second has ended the first begins (0: on its last day). A thing
    from which days are counted and that has no date is taken for one day.
    """

    first: str
    relation: Relation
    second: str
    days: int = 0


@record
class Dated:
    """When a thing was. A date that does not last is one day, known or not, within its window."""

    thing: str
    date: FuzzyDate


Link = Statement | Dated
# (thing, 0 start or 1 end, 0 its day or 1 its moment). Things are before one another by moments: two of one day can
# be. They are n days after one another by days.
Point = tuple[str, int, int]
Edge = tuple[Point, Point, int]
Bound = tuple[Point, int, Link | None]
Graph = Mapping[Point, Sequence[Bound]]

# The calendar's beginning, to which every date is a bound; no thing has this name.
_ZERO: Point = ("", 0, 0)
# So many moments has a day: more than there can be things one after the other.
_DAY = 1 << 40
# Steps that the search for a shorter chain may take; what it has found by then is a true one, if not the shortest.
_MOST_STEPS = 1_000_000
# A longer chain may name a statement for the start of a thing and for its end, and then count it twice.
_LONGEST_EXACT = 8


def contradiction(dates: Mapping[str, FuzzyDate], statements: Iterable[Statement]) -> tuple[Link, ...]:
    """The shortest chain of dates and statements that cannot all be true, in its order; () where all can.

    `dates` by the name of the thing; a thing that has none may have been at any time. ValueError for a thing without
    a name.
    """
    links: list[Link] = [*(Dated(thing, date) for thing, date in dates.items()), *statements]
    if "" in dates or any("" in (link.first, link.second) for link in links if isinstance(link, Statement)):
        raise ValueError("a thing without a name")
    dated = frozenset(thing for thing, date in dates.items() if date.dated)
    found = [chain for chain in (_both_same_and_not(links), _circle(links, dated)) if chain]
    return min(found, key=len, default=())


def _both_same_and_not(links: Sequence[Link]) -> tuple[Link, ...]:
    """Two things said not to be the same, and the fewest statements by which they are."""
    said = [link for link in links if isinstance(link, Statement)]
    same: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for link in said:
        if link.relation == Relation.SAME_AS:
            same[link.first].append((link.second, link))
            same[link.second].append((link.first, link))
    chains = [
        (*path, link)
        for link in said
        if link.relation == Relation.NOT_SAME_AS and (path := _path(same, link.first, link.second)) is not None
    ]
    return min(chains, key=len, default=())


def _path(same: Mapping[str, list[tuple[str, Link]]], start: str, stop: str) -> tuple[Link, ...] | None:
    paths: dict[str, tuple[Link, ...]] = {start: ()}
    waiting = deque([start])
    while waiting and stop not in paths:
        thing = waiting.popleft()
        for other, link in same.get(thing, ()):
            if other not in paths:
                paths[other] = (*paths[thing], link)
                waiting.append(other)
    return paths.get(stop)


def _circle(links: Sequence[Link], dated: frozenset[str]) -> tuple[Link, ...]:
    graph = _graph(links, dated)
    best = _shorter(graph, _any_circle(graph), counts_once=False)
    best = tuple(dict.fromkeys(best))
    return _shorter(graph, best, counts_once=True) if len(best) <= _LONGEST_EXACT else best


def _shorter(graph: Graph, best: tuple[Link, ...], *, counts_once: bool) -> tuple[Link, ...]:
    steps = 0
    for source in [_ZERO, *(point for point, bounds in graph.items() if any(length > 0 for _, length, _ in bounds))]:
        if not best or steps > _MOST_STEPS:
            break
        search = _Search(graph, source, counts_once=counts_once)
        best = search.shorter_than(len(best)) or best
        steps += search.steps
    return best


def _graph(links: Sequence[Link], dated: frozenset[str]) -> Graph:
    graph: dict[Point, list[Bound]] = defaultdict(list)
    for link in links:
        for start, stop, length in _edges(link, dated):
            graph[start].append((stop, length, link))
    things = {point[0] for bounds in list(graph.values()) for point, _, _ in bounds} | {point[0] for point in graph}
    for thing in things - {""}:
        for start, stop, length in _of_every_thing(thing):
            graph[start].append((stop, length, None))
    return graph


def _of_every_thing(thing: str) -> Iterator[Edge]:
    """It does not end before it starts, and a moment is within its day."""
    for kind in (0, 1):
        yield (thing, 0, kind), (thing, 1, kind), 0
    for side in (0, 1):
        yield (thing, side, 0), (thing, side, 1), 0
        yield (thing, side, 1), (thing, side, 0), 1 - _DAY


def _edges(link: Link, dated: frozenset[str]) -> Iterator[Edge]:
    if isinstance(link, Dated):
        yield from _of_date(link.thing, link.date)
        return
    first, second, relation = link.first, link.second, link.relation
    if relation == Relation.DAYS_AFTER:
        yield (second, 1, 0), (first, 0, 0), link.days * _DAY
        yield (first, 0, 0), (second, 1, 0), -link.days * _DAY
        if second not in dated:
            yield (second, 1, 0), (second, 0, 0), 0
    elif relation in (Relation.BEFORE, Relation.AFTER):
        earlier, later = (first, second) if relation == Relation.BEFORE else (second, first)
        yield (earlier, 1, 0), (later, 0, 0), 0
        yield (earlier, 1, 1), (later, 0, 1), 1
    elif relation in (Relation.PART_OF, Relation.SAME_AS):
        for kind in (0, 1):
            yield from _within(first, second, kind)
            if relation == Relation.SAME_AS:
                yield from _within(second, first, kind)


def _within(inner: str, outer: str, kind: int) -> Iterator[Edge]:
    yield (outer, 0, kind), (inner, 0, kind), 0
    yield (inner, 1, kind), (outer, 1, kind), 0


def _of_date(thing: str, date: FuzzyDate) -> Iterator[Edge]:
    start, end = (thing, 0, 0), (thing, 1, 0)
    if not date.lasting:
        yield end, start, 0
        sides = [(start, date), (end, date)]
    else:
        sides = [(start, date.parts[0]), (end, date.parts[-1])] if date.parts else [(start, date), (end, date)]
    spans = [days_of(window) for _, window in sides]
    for (point, _), (first, last) in zip(sides, spans, strict=True):
        if first is not None:
            yield _ZERO, point, first * _DAY
        if last is not None:
            yield point, _ZERO, -last * _DAY
    # How long it lasted is one link, where over the calendar it would be counted as two.
    for one, other in ((0, 1), (1, 0)):
        last, first = spans[one][1], spans[other][0]
        if date.lasting and first is not None and last is not None:
            yield sides[one][0], sides[other][0], (first - last) * _DAY


def _any_circle(graph: Graph) -> tuple[Link, ...]:
    """Raise every point to the earliest moment it can have; where that does not come to rest there is a circle."""
    order = _order(graph)
    levels: dict[Point, int] = dict.fromkeys(order, 0)
    came: dict[Point, tuple[Point, Link | None]] = {}
    rising = set(order)
    while rising:
        for point in order:
            if point not in rising:
                continue
            rising.discard(point)
            for other, length, link in graph.get(point, ()):
                if levels[point] + length > levels[other]:
                    levels[other] = levels[point] + length
                    came[other] = (point, link)
                    rising.add(other)
        circle = _closed(came)
        if circle:
            return circle
    return ()


def _order(graph: Graph) -> list[Point]:
    """All points, each before those that it leads to where no circle forbids that."""
    done: list[Point] = []
    seen: set[Point] = set()
    for root in graph:
        path = [] if root in seen else [(root, iter(graph[root]))]
        seen.add(root)
        while path:
            point, bounds = path[-1]
            following = next((other for other, _, _ in bounds if other not in seen), None)
            if following is None:
                done.append(point)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(graph.get(following, ()))))
    return done[::-1]


def _closed(came: Mapping[Point, tuple[Point, Link | None]]) -> tuple[Link, ...]:
    """The links of a circle among where points came from; () for none."""
    done: set[Point] = set()
    for start in came:
        path: dict[Point, None] = {}
        point = start
        while point in came and point not in done and point not in path:
            path[point] = None
            point = came[point][0]
        if point in path:
            steps = list(path)
            links = [came[step][1] for step in reversed(steps[steps.index(point) :])]
            return tuple(link for link in links if link is not None)
        done.update(path)
    return ()


# The links to a point, the last first: (link, those before it).
_Chain = tuple[Link, "_Chain"] | None
_Links = frozenset[Link]


class _Search:
    """Circles through one point, by how many links they have.

    Without `counts_once` a link that is gone over twice, for the start of a thing and for its end, counts twice. With
    it, it counts once; then every point is reached by as many ways as there are sets of links that lead to it.
    """

    def __init__(self, graph: Graph, source: Point, *, counts_once: bool) -> None:
        self.graph, self.source, self.counts_once = graph, source, counts_once
        self.reached: dict[Point, dict[_Links, int]] = defaultdict(dict)
        self.chains: dict[tuple[Point, _Links], _Chain] = {}
        self.steps = 0

    def shorter_than(self, length: int) -> tuple[Link, ...]:
        """A circle of fewer links than `length`; () for none.

        One more link at a time, and only over points that are reached later than with fewer links. Circles through
        the calendar are looked for from there alone.
        """
        start = (self.source, _Links())
        self.reached[self.source][_Links()], self.chains[start] = 0, None
        frontier = self._with_its_own([start])
        for _ in range(length - 1):
            frontier = self._with_its_own(self._one_more_link(frontier))
            for links, level in self.reached[self.source].items():
                if level > 0:
                    return tuple(dict.fromkeys(_unrolled(self.chains[self.source, links])))
            if not frontier or self.steps > _MOST_STEPS:
                break
        return ()

    def _one_more_link(self, frontier: Iterable[tuple[Point, _Links]]) -> list[tuple[Point, _Links]]:
        following: dict[tuple[Point, _Links], None] = {}
        for point, links, level, chain in [(*at, self.reached[at[0]][at[1]], self.chains[at]) for at in frontier]:
            for other, bound, link in self.graph.get(point, ()):
                self.steps += 1
                if link is not None and link not in links and (other == self.source or other != _ZERO):
                    more = links | {link} if self.counts_once else links
                    if self._reach((other, more), level + bound, (link, chain)):
                        following[other, more] = None
        return list(following)

    def _with_its_own(self, states: list[tuple[Point, _Links]]) -> list[tuple[Point, _Links]]:
        """What is reached, with what follows from the things themselves and from the same links once more."""
        found = dict.fromkeys(states)
        waiting = deque((state, 0) for state in states)
        while waiting:
            (point, links), depth = waiting.popleft()
            level, chain = self.reached[point][links], self.chains[point, links]
            # Longer than over every point that the links have: they close a circle of their own, found elsewhere.
            if depth > 8 * (len(links) + 1):
                continue
            for other, bound, link in self.graph.get(point, ()):
                own = link is None or (link in links and (other == self.source or other != _ZERO))
                if own and self._reach((other, links), level + bound, chain):
                    found[other, links] = None
                    waiting.append(((other, links), depth + 1))
        return list(found)

    def _reach(self, state: tuple[Point, _Links], level: int, chain: _Chain) -> bool:
        point, links = state
        if any(at >= level and known <= links for known, at in self.reached[point].items()):
            return False
        self.reached[point][links], self.chains[state] = level, chain
        return True


def _unrolled(chain: _Chain) -> tuple[Link, ...]:
    links: list[Link] = []
    while chain is not None:
        link, chain = chain
        links.append(link)
    return tuple(reversed(links))
