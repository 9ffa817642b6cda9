"""Look a record up and say whether this person may have it: one function for both."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from timeline.accounts.models import Role, User
from timeline.records.models import Chronology, Event, EventStatus


def readable_chronology(user: User | AnonymousUser, slug: str) -> Chronology:
    """Return a chronology that this person may read: a public one, or any for who is signed in; else Http404."""
    chronology = get_object_or_404(Chronology, slug=slug)
    if not chronology.is_public and not user.is_authenticated:
        raise Http404("not public")
    return chronology


def readable_event(user: User | AnonymousUser, pk: int) -> Event:
    """Return an event that this person may read: a published one, or any for who is signed in; else Http404.

    Of an event that was merged into another the other is returned: a page whose `pk` differs leads there.
    """
    event = get_object_or_404(Event, pk=pk).settled
    if user.is_authenticated:
        return event
    published = event.entries.filter(published_since__isnull=False, chronology__is_public=True)
    if event.status != EventStatus.CHECKED or not published.exists():
        raise Http404("not public")
    return event


def must_arrange(user: User, chronology: Chronology) -> None:
    """Refuse who may not change the sections, lanes and particulars: those of a public one only a checker changes."""
    if chronology.is_public and not user.is_checker:
        raise PermissionDenied(Role.CHECKER)
