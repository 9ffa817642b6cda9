"""Events: the list, made by hand, edited, cited, dated, checked, withdrawn."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange import conflict
from timeline.arrange.actions import entries, events
from timeline.arrange.actions.events import CheckRefused, NotCheckable
from timeline.arrange.forms.events import ChooseDateForm, CitationForm, EventForm, NewEventForm
from timeline.arrange.queries import page, readers
from timeline.arrange.views.chronologies import answered
from timeline.records.access import may_change, must_change
from timeline.records.actions import QuotationNotFound
from timeline.records.changes import Stale
from timeline.records.models import Actor, Chronology, Event, EventStatus, Place, Theme
from timeline.web.asked import number_in, page_of, search_in

PAGE = 50


@require_GET
@needs(Role.RESEARCHER)
def events_list(request: SignedInRequest) -> HttpResponse:
    """List events, searched and by status."""
    search, status = search_in(request.GET.get("q", "")), request.GET.get("status", "")
    found = page_of(page.events(search.typed, status), PAGE, request.GET.get("page"))
    context = {"found": found, "search": search, "status": status, "statuses": EventStatus.choices}
    return render(request, "arrange/events_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def event_new(request: SignedInRequest) -> HttpResponse:
    """Make an event by hand, citing a book or whatever says so."""
    form = NewEventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made, is_new = events.add_event(
                wordings=form.wordings, draft=form.draft, quotation=form.quotation, by=request.user, at=timezone.now()
            )
        except QuotationNotFound:
            form.add_error("exact", _not_in_text())
        else:
            _tell_made(request, form, is_new)
            _place(request, made)
            return redirect("arrange:event_edit", pk=made.pk)
    context = {"form": form, **_known_names(), "chronologies": Chronology.objects.all(), "wanted": _wanted(request)}
    return render(request, "arrange/event_new.html", context, status=answered(request))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def event_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what an event says; what is checked changes by a checker's hand only."""
    event = get_object_or_404(Event, pk=pk)
    if request.method != "POST":
        return _draw(request, event, EventForm.of(event))
    must_change(request.user, event)
    data, unchosen, joined = conflict.settle(request.POST)
    if unchosen:
        return _conflict(request, event, unchosen=True)
    form = EventForm.of(event, data)
    if joined or not form.is_valid():
        return _draw(request, event, form, status=422)
    try:
        events.change_event(
            event=event, version=form.drawn_with, wordings=form.wordings, draft=form.draft,
            by=request.user, at=timezone.now(), why=form.cleaned_data["why"],
        )  # fmt: skip
    except Stale:
        return _conflict(request, event)
    messages.success(request, _("Stored.") + (f" {_unread()}" if form.unread else ""))
    return redirect("arrange:event_edit", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def citation_new(request: SignedInRequest, pk: int) -> HttpResponse:
    """Cite one more source for an event."""
    event = get_object_or_404(Event, pk=pk)
    form = CitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            events.cite(
                event=event, quotation=form.quotation, by=request.user, at=timezone.now(),
                chosen=not event.edtf and not event.citations.filter(chosen=True).exists(),
            )  # fmt: skip
        except QuotationNotFound:
            form.add_error("exact", _not_in_text())
        else:
            messages.success(request, _("Cited.") + (f" {_unread()}" if form.unread else ""))
            return redirect(f"{_address(event)}#citations")
    context = {"form": form, "event": event}
    return render(request, "arrange/citation_new.html", context, status=answered(request))


@require_POST
@needs(Role.RESEARCHER)
def date_choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a citation's date be the event's, with the reason."""
    event = get_object_or_404(Event, pk=pk)
    must_change(request.user, event)
    form = ChooseDateForm(request.POST, event=event)
    if not form.is_valid():
        return _draw(request, event, EventForm.of(event), date_form=form, status=422)
    try:
        events.choose_date(
            event=event, version=form.cleaned_data["version"], citation=form.cleaned_data["citation"],
            why=form.cleaned_data["date_reason"], by=request.user, at=timezone.now(),
        )  # fmt: skip
    except Stale:
        event.refresh_from_db()
        messages.error(request, _("Somebody changed this event meanwhile. Look at it as it is now, then choose again."))
        return _draw(request, event, EventForm.of(event), date_form=form, status=409)
    messages.success(request, _("The event has this date now."))
    return redirect(f"{_address(event)}#citations")


@require_POST
@needs(Role.CHECKER)
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that an event is right."""
    event = get_object_or_404(Event, pk=pk)
    try:
        events.check(
            event=event, by=request.user, at=timezone.now(),
            version=number_in(request.POST.get("version")), sources=number_in(request.POST.get("sources")),
        )  # fmt: skip
    except Stale:
        messages.error(
            request, _("Not checked: somebody changed this event meanwhile. Read it as it is now, then check.")
        )
        return _draw(request, event, EventForm.of(event), status=409)
    except CheckRefused as refused:
        messages.error(request, _reasons()[refused.reason])
        status = 403 if refused.reason is NotCheckable.OWN_DRAFT else 422
        return _draw(request, event, EventForm.of(event), status=status)
    messages.success(request, _("Checked. It can be published now."))
    return redirect(_next(request, _address(event)))


@require_POST
@needs(Role.CHECKER)
def event_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take an event out everywhere; the reason is asked for."""
    event, why = get_object_or_404(Event, pk=pk), request.POST.get("why", "").strip()
    if not why:
        messages.error(request, _("Not withdrawn. Say why: the reason stays in the history."))
        return _draw(request, event, EventForm.of(event), status=422)
    events.withdraw_event(event=event, why=why, by=request.user, at=timezone.now())
    messages.success(request, _("Withdrawn: the public no longer sees it. The history can undo it."))
    return redirect(_address(event))


def _draw(
    request: SignedInRequest,
    event: Event,
    form: EventForm,
    *,
    date_form: ChooseDateForm | None = None,
    status: int = 200,
) -> HttpResponse:
    citations = event.citations.select_related("source", "mention__article").order_by("-chosen", "pk")
    context = {
        "event": event, "form": form, "date_form": date_form, "citations": citations,
        "entries": event.entries.select_related("chronology", "section", "lane"),
        "may_edit": may_change(request.user, event),
        "versions_of_sources": readers.versions_of_sources(event),
        "own_draft": not readers.may_check(event, request.user), **_known_names(),
    }  # fmt: skip
    return render(request, "arrange/event_edit.html", context, status=status)


def _conflict(request: SignedInRequest, event: Event, *, unchosen: bool = False) -> HttpResponse:
    event = Event.objects.get(pk=event.pk)
    return conflict.answer(
        request, request.POST, EventForm.of(event), title=event.headline, back=_address(event), unchosen=unchosen,
        change=event.history.latest().change,
    )  # fmt: skip


def _place(request: SignedInRequest, event: Event) -> None:
    chronology = Chronology.objects.filter(slug=_wanted(request)).first()
    if chronology:
        entries.place_events(
            chronology=chronology, events=[event], section=None, lane=None, by=request.user, at=timezone.now()
        )


def _tell_made(request: SignedInRequest, form: NewEventForm, is_new: bool) -> None:
    if not is_new:
        messages.warning(request, _("You sent this form twice; there is one event, this one."))
    elif form.unread:
        messages.success(request, _("Drafted.") + f" {_unread()}")
    else:
        messages.success(request, _("Drafted. A checker can check it now."))


def _known_names() -> dict[str, object]:
    return {"places": Place.objects.all(), "known_actors": Actor.objects.all(), "known_themes": Theme.objects.all()}


def _wanted(request: SignedInRequest) -> str:
    return request.POST.get("chronology") or request.GET.get("chronology", "")


def _next(request: SignedInRequest, default: str) -> str:
    """Return the page of ours that the form names, else the default."""
    wanted = request.POST.get("next", "")
    return wanted if wanted.startswith("/arrange/") else default


def _reasons() -> dict[NotCheckable, str]:
    return {
        NotCheckable.NO_CITATION: _("Not checked: it cites no source yet. Add a citation first."),
        NotCheckable.OWN_DRAFT: _(
            "Not checked: you drafted it, and a chronology that holds it asks for a second reader. Another checker may."
        ),
        NotCheckable.MERGED: _("Not checked: it was merged into another event."),
    }


def _not_in_text() -> str:
    return _("The stored text of this source does not hold these words, letter by letter. Copy them from it.")


def _unread() -> str:
    return _("The words of the date could not be read; they are kept, and the event stands as undated.")


def _address(event: Event) -> str:
    return reverse("arrange:event_edit", kwargs={"pk": event.pk})
