"""Who drafted and who checked an event, and what is ready for the public."""

from django.db.models import QuerySet

from timeline.accounts.models import User
from timeline.records.models import Chronology, Citation, Entry, Event, EventStatus


def drafter(event: Event) -> User | None:
    """Return who drafted an event; None for what the project came with."""
    first = event.history.order_by("history_id").select_related("history_user").first()
    return first.history_user if first else None


def last_checker(event: Event) -> User | None:
    """Return who checked an event last; None if nobody has, or the project came with it."""
    checker = None
    former = ""
    for row in event.history.order_by("history_id").select_related("history_user"):
        if row.status == EventStatus.CHECKED and former != EventStatus.CHECKED:
            checker = row.history_user
        former = row.status
    return checker


def asking_for_second_reader(event: Event) -> QuerySet[Chronology]:
    """Return the chronologies that hold an event and ask for a second reader."""
    return Chronology.objects.filter(entries__event=event, needs_second_reader=True)


def versions_of_sources(event: Event) -> int:
    """Return the sum of the versions of what an event cites: while the event stands it moves with each of them."""
    return sum(event.citations.values_list("source__version", flat=True))


def may_check(event: Event, person: User) -> bool:
    """Return whether this checker may check this event: not its drafter where a second reader is asked for."""
    return drafter(event) != person or not asking_for_second_reader(event).exists()


def lacks_second_reader(entry: Entry) -> bool:
    """Return whether the chronology asks for a second reader and the event's drafter is all who looked."""
    if not entry.chronology.needs_second_reader:
        return False
    person = drafter(entry.event)
    return person is not None and person == last_checker(entry.event)


def ready(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Keep entries that are checked and not published."""
    waiting = entries.filter(
        published_since__isnull=True, event__status=EventStatus.CHECKED, event__merged_into__isnull=True
    )
    return waiting.select_related("chronology", "event")


def proposer(citation: Citation) -> User | None:
    """Return who cited; None for what the project came with."""
    first = citation.history.order_by("history_id").select_related("history_user").first()
    return first.history_user if first else None


def may_check_citation(citation: Citation, person: User) -> bool:
    """Return whether this checker may check this citation: not who proposed it where a second reader is asked for."""
    return proposer(citation) != person or not asking_for_second_reader(citation.event).exists()
