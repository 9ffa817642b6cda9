"""What still waits in articles, in numbers: phrases that nobody has decided on, by the year that they point to."""

from collections import Counter
from dataclasses import dataclass

from timeline.records.models import Decision, Mention

MOST = 5_000
"""Phrases of each state that are looked at, the newest ones."""


@dataclass(frozen=True)
class Waiting:
    """Undecided phrases by year, and how many point to no one year."""

    by_year: Counter[int]
    elsewhere: int
    is_cut: bool
    """Whether there are more than were looked at."""


def waiting() -> Waiting:
    """Return how many phrases of articles wait, as they were read; of all articles, whatever they will be used for."""
    by_year: Counter[int] = Counter()
    elsewhere, is_cut = 0, False
    for decision in (Decision.WAITING, Decision.UNSURE):
        undecided = Mention.objects.filter(decision=decision).order_by("-pk")
        windows = list(undecided.values_list("earliest", "latest")[: MOST + 1])
        is_cut |= len(windows) > MOST
        for earliest, latest in windows[:MOST]:
            if earliest and latest and earliest.year == latest.year:
                by_year[earliest.year] += 1
            else:
                elsewhere += 1
    return Waiting(by_year, elsewhere, is_cut)
