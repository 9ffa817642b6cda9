"""What events were merged into that readers see no more."""

from collections.abc import Collection
from dataclasses import dataclass

from timeline.public.items import in_page_language
from timeline.public.queries import wordings_of
from timeline.records.models import Chronology, Entry, Event

MOST_MERGED = 10
"""How often what an event was merged into may have been merged again."""


@dataclass(frozen=True)
class Goal:
    """The event that another was merged into."""

    event: int
    headline: str
    language: str


def goals_of(chronology: Chronology, merged_into: Collection[int | None]) -> dict[int, Goal]:
    """Return by what events were merged into what stands for it now, where the chronology shows that."""
    settled = {key: key for key in merged_into if key}
    for _time in range(MOST_MERGED):
        further = Event.objects.filter(pk__in=set(settled.values()), merged_into__isnull=False)
        on = dict(further.values_list("pk", "merged_into"))
        if not on:
            break
        settled = {key: on.get(goal) or goal for key, goal in settled.items()}
    shown = Entry.objects.published().filter(chronology=chronology, event__in=set(settled.values()))
    wordings = wordings_of(set(shown.values_list("event", flat=True)))
    return {
        key: Goal(goal, wording.headline, wording.language)
        for key, goal in settled.items()
        if (wording := in_page_language(wordings.get(goal, [])))
    }
