"""Merge two events side by side."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange.actions import merging as actions
from timeline.arrange.forms.merging import MergeForm
from timeline.arrange.queries import page
from timeline.records.access import must_change
from timeline.records.changes import Stale
from timeline.records.models import Event
from timeline.web.asked import search_in

MOST_CANDIDATES = 20


@require_GET
@needs(Role.RESEARCHER)
def merge_with(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose the event that is the same as this one."""
    event = get_object_or_404(Event, pk=pk)
    search = search_in(request.GET.get("q", ""))
    others = page.events(search.typed, "").live().exclude(pk=pk) if search.typed else page.alike(event)
    context = {"event": event, "search": search, "others": others[:MOST_CANDIDATES]}
    return render(request, "arrange/merge_with.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def merge(request: SignedInRequest, pk: int, other: int) -> HttpResponse:
    """Put two events side by side and merge the second into the first."""
    events = Event.objects.select_related("place", "merged_into")
    kept, gone = get_object_or_404(events, pk=pk), get_object_or_404(events, pk=other)
    if kept == gone or kept.merged_into or gone.merged_into:
        messages.warning(request, _("There is nothing to merge: it is one event, or became one before."))
        return redirect("arrange:event_edit", pk=kept.settled.pk)
    form = MergeForm(request.POST or None, kept=kept, gone=gone)
    if request.method != "POST":
        return _draw(request, form, 200)
    must_change(request.user, kept, gone)
    if not form.is_valid():
        return _draw(request, form, 422)
    return _merge(request, form, kept, gone)


def _merge(request: SignedInRequest, form: MergeForm, kept: Event, gone: Event) -> HttpResponse:
    versions = (form.cleaned_data["version_kept"], form.cleaned_data["version_gone"])
    try:
        actions.merge(kept=kept, gone=gone, versions=versions, choices=form.choices, by=request.user, at=timezone.now())
    except Stale:
        told = _("Not merged: somebody changed one of the two meanwhile. This is how they stand; your choices stay.")
        messages.error(request, told)
        return _draw(request, _drawn_again(request, kept, gone), 409)
    except actions.MergeRefused:
        messages.warning(request, _("There is nothing to merge: it is one event, or became one before."))
        return redirect("arrange:event_edit", pk=kept.pk)
    told = _("Merged. All citations are kept; event %(number)s leads here now. The history can undo it.")
    messages.success(request, told % {"number": gone.pk})
    return redirect("arrange:event_edit", pk=kept.pk)


def _drawn_again(request: SignedInRequest, kept: Event, gone: Event) -> MergeForm:
    """Return the form with the choices that were sent, about the two events as they stand now."""
    events = Event.objects.select_related("place")
    now_kept, now_gone = events.get(pk=kept.pk), events.get(pk=gone.pk)
    data = request.POST.copy()
    data["version_kept"], data["version_gone"] = str(now_kept.version), str(now_gone.version)
    return MergeForm(data, kept=now_kept, gone=now_gone)


def _draw(request: SignedInRequest, form: MergeForm, status: int) -> HttpResponse:
    citations = [
        citation
        for event in (form.kept, form.gone)
        for citation in event.citations.select_related("source").order_by("-chosen", "pk")
    ]
    context = {"form": form, "kept": form.kept, "gone": form.gone, "citations": citations}
    return render(request, "arrange/merge.html", context, status=status)
