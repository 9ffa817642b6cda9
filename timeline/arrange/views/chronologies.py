"""Chronologies: the list, a new one, its page, what stands over it, whether anyone may read it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange import conflict
from timeline.arrange.actions import chronologies as actions
from timeline.arrange.forms.chronologies import ChronologyForm, LaneForm, SectionForm
from timeline.arrange.queries import history, page
from timeline.records.access import must_change
from timeline.records.changes import Stale
from timeline.records.models import Chronology
from timeline.web.asked import key_in, search_in


@require_GET
@needs(Role.RESEARCHER)
def chronologies(request: SignedInRequest) -> HttpResponse:
    """List all chronologies, with what is ready to be published in each."""
    return render(request, "arrange/chronologies.html", {"chronologies": page.chronologies()})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def chronology_new(request: SignedInRequest) -> HttpResponse:
    """Make a chronology."""
    form = ChronologyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_chronology(draft=form.draft, by=request.user, at=timezone.now())
        except actions.Taken:
            form.add_error("slug", _("This short name is taken. Choose another."))
        else:
            return redirect("arrange:chronology", slug=made.slug)
    return render(request, "arrange/chronology_new.html", {"form": form}, status=answered(request))


@require_GET
@needs(Role.RESEARCHER)
def chronology(request: SignedInRequest, slug: str) -> HttpResponse:
    """The chronology as one long page."""
    return draw(request, get_object_or_404(Chronology, slug=slug))


def draw(request: HttpRequest, shown: Chronology, *, status: int = 200, **more: object) -> HttpResponse:
    """Draw the page of a chronology; `more`: a refused move (`refused`), a form with errors."""
    words = request.GET.get("q", "")
    unplaced = page.unplaced(shown, words)
    context = {
        "chronology": shown, "parts": page.parts(shown), "lanes": page.lanes(shown),
        "ready_count": page.ready_count(shown), "unplaced": unplaced[: page.MOST_UNPLACED],
        "unplaced_count": unplaced.count(), "search": search_in(words), "moving": moving(request),
        "section_form": SectionForm(chronology=shown), "lane_form": LaneForm(chronology=shown), **more,
    }  # fmt: skip
    return render(request, "arrange/chronology.html", context, status=status)


def moving(request: HttpRequest) -> int | None:
    """Return the entry for which "move after…" stands open."""
    return key_in(request.GET.get("move"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def chronology_edit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Change what stands over a chronology."""
    edited = get_object_or_404(Chronology, slug=slug)
    must_change(request.user, edited)
    form = ChronologyForm.of(edited)
    if request.method == "POST":
        data, unchosen, joined = conflict.settle(request.POST)
        form = ChronologyForm(data, initial=form.initial, chronology=edited)
        if unchosen:
            return _conflict(request, edited, unchosen=True)
        if not joined and form.is_valid():
            try:
                saved = actions.edit_chronology(
                    chronology=edited, version=form.drawn_with, draft=form.draft, by=request.user, at=timezone.now()
                )
            except Stale:
                return _conflict(request, edited)
            except actions.Taken:
                form.add_error("slug", _("This short name is taken. Choose another."))
            else:
                messages.success(request, _("Stored."))
                return redirect("arrange:chronology", slug=saved.slug)
    context = {"form": form, "chronology": edited}
    return render(request, "arrange/chronology_edit.html", context, status=answered(request))


def _conflict(request: SignedInRequest, edited: Chronology, *, unchosen: bool = False) -> HttpResponse:
    edited.refresh_from_db()
    return conflict.answer(
        request, request.POST, ChronologyForm.of(edited), title=edited.title, unchosen=unchosen,
        back=reverse("arrange:chronology", kwargs={"slug": edited.slug}),
        change=edited.history.latest().change,
    )  # fmt: skip


@require_POST
@needs(Role.CHECKER)
def chronology_public(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let anyone read a chronology, or nobody but who is signed in."""
    shown = get_object_or_404(Chronology, slug=slug)
    public = request.POST.get("public") == "on"
    actions.set_public(chronology=shown, public=public, by=request.user, at=timezone.now())
    messages.success(request, _("Anyone may read it now.") if public else _("Only who is signed in may read it now."))
    return redirect("arrange:chronology", slug=slug)


@require_GET
@needs(Role.RESEARCHER)
def chronology_history(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who changed the chronology, when, why and what."""
    shown = get_object_or_404(Chronology, slug=slug)
    context = {"chronology": shown, "deeds": history.of_chronology(shown)}
    return render(request, "arrange/chronology_history.html", context)


def answered(request: HttpRequest) -> int:
    """Return the status of a form that is drawn: 200 when asked for, 422 when it was refused."""
    return 422 if request.method == "POST" else 200
