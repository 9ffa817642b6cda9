"""The history of an event, and undo."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange.queries import history
from timeline.records.changes import UndoRefused
from timeline.records.changes import undo as undo_change
from timeline.records.models import Change, Event
from timeline.web.asked import key_in


@require_GET
@needs(Role.RESEARCHER)
def event_history(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who changed the event, when, why and what."""
    event = get_object_or_404(Event, pk=pk)
    return render(request, "arrange/event_history.html", {"event": event, "deeds": history.of_event(event)})


@require_POST
@needs(Role.RESEARCHER)
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put back all that one change did: one's own, or for a checker anybody's; an import has its own page."""
    change = get_object_or_404(Change.objects.select_related("batch", "undone_by"), pk=pk)
    if change.by_id != request.user.pk and not request.user.is_checker:
        raise PermissionDenied(Role.CHECKER)
    back = _back(request)
    if hasattr(change, "undone_by"):
        messages.warning(request, _("That was undone before."))
    elif change.batch:
        messages.error(request, _("That was an import. It is undone as a whole, on the page of the import."))
    else:
        _undo(request, change)
    return redirect(back if _is_there(back) else reverse("arrange:chronologies"))


def _undo(request: SignedInRequest, change: Change) -> None:
    try:
        undo_change(change=change, by=request.user, at=timezone.now(), why=request.POST.get("why", "").strip())
    except UndoRefused as refused:
        names = ", ".join(dict.fromkeys(str(record) for record in refused.records[:5]))
        told = _("Not undone: changed again since, or in use: %(records)s. Undo the later change first.")
        untold = _("Not undone: what was added since stands in its place. Undo the later change first.")
        messages.error(request, told % {"records": names} if names else untold)
    else:
        messages.success(request, _("Undone. The history keeps both."))


def _back(request: SignedInRequest) -> str:
    wanted = request.POST.get("next", "")
    return wanted if wanted.startswith("/arrange/") else reverse("arrange:chronologies")


def _is_there(address: str) -> bool:
    """Whether the page to go back to still is: undoing an addition takes its page away."""
    parts = address.split("?")[0].strip("/").split("/")
    if len(parts) > 2 and parts[1] == "events" and (key := key_in(parts[2])) is not None:
        return Event.objects.filter(pk=key).exists()
    return True
