"""Sections and lanes: add, edit, move, delete."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange import conflict
from timeline.arrange.actions import chronologies as actions
from timeline.arrange.forms.chronologies import LaneForm, SectionForm
from timeline.arrange.views.chronologies import answered
from timeline.records.access import must_change
from timeline.records.changes import Stale
from timeline.records.models import Chronology, Lane, Section
from timeline.web.asked import record_in

STEPS = {"up": -1, "down": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def section_new(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add a section, behind the one that `after` names or at the end."""
    chronology = get_object_or_404(Chronology, slug=slug)
    must_change(request.user, chronology)
    form = SectionForm(request.POST or None, chronology=chronology)
    after = _section_named(chronology, request.POST.get("after") or request.GET.get("after", ""))
    if request.method == "POST" and form.is_valid():
        section = actions.add_section(
            chronology=chronology, draft=form.draft, after=after, by=request.user, at=timezone.now()
        )
        return redirect(f"{_address(chronology)}#section-{section.pk}")
    context = {"form": form, "chronology": chronology, "after": after}
    return render(request, "arrange/section_new.html", context, status=answered(request))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def section_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a section's title and introduction."""
    section = get_object_or_404(Section.objects.select_related("chronology"), pk=pk)
    must_change(request.user, section.chronology)
    form = SectionForm.of(section)
    if request.method == "POST":
        data, unchosen, joined = conflict.settle(request.POST)
        form = SectionForm(data, initial=form.initial, chronology=section.chronology)
        if unchosen:
            return _conflict(request, section, unchosen=True)
        if not joined and form.is_valid():
            try:
                actions.edit_section(
                    section=section, version=form.drawn_with, draft=form.draft, by=request.user, at=timezone.now()
                )
            except Stale:
                return _conflict(request, section)
            return redirect(f"{_address(section.chronology)}#section-{pk}")
    return render(request, "arrange/section_edit.html", {"form": form, "section": section}, status=answered(request))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def lane_new(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add a lane below the others."""
    chronology = get_object_or_404(Chronology, slug=slug)
    must_change(request.user, chronology)
    form = LaneForm(request.POST or None, chronology=chronology)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_lane(chronology=chronology, draft=form.draft, by=request.user, at=timezone.now())
        except actions.Taken:
            form.add_error("letter", _("Another lane has this letter. Choose another."))
        else:
            return redirect(f"{_address(chronology)}#lanes")
    context = {"form": form, "chronology": chronology}
    return render(request, "arrange/lane_new.html", context, status=answered(request))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def lane_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a lane's letter, name, style and theme."""
    lane = get_object_or_404(Lane.objects.select_related("chronology"), pk=pk)
    must_change(request.user, lane.chronology)
    form = LaneForm.of(lane)
    if request.method == "POST":
        data, unchosen, _joined = conflict.settle(request.POST)
        form = LaneForm(data, initial=form.initial, chronology=lane.chronology, lane=lane)
        if unchosen:
            return _conflict(request, lane, unchosen=True)
        if form.is_valid():
            try:
                actions.edit_lane(
                    lane=lane, version=form.drawn_with, draft=form.draft, by=request.user, at=timezone.now()
                )
            except Stale:
                return _conflict(request, lane)
            except actions.Taken:
                form.add_error("letter", _("Another lane has this letter. Choose another."))
            else:
                return redirect(f"{_address(lane.chronology)}#lanes")
    return render(request, "arrange/lane_edit.html", {"form": form, "lane": lane}, status=answered(request))


@require_POST
@needs(Role.RESEARCHER)
def section_move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move a section by one place."""
    return _move(request, get_object_or_404(Section.objects.select_related("chronology"), pk=pk), f"section-{pk}")


@require_POST
@needs(Role.RESEARCHER)
def lane_move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move a lane by one place."""
    return _move(request, get_object_or_404(Lane.objects.select_related("chronology"), pk=pk), "lanes")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def section_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete a section; its entries stay."""
    return _delete(request, get_object_or_404(Section.objects.select_related("chronology"), pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.RESEARCHER)
def lane_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete a lane; its entries stay."""
    return _delete(request, get_object_or_404(Lane.objects.select_related("chronology"), pk=pk))


def _move(request: SignedInRequest, part: Section | Lane, place: str) -> HttpResponse:
    must_change(request.user, part.chronology)
    step = STEPS.get(request.POST.get("direction", ""), 0)
    if step:
        actions.move_part(part=part, step=step, by=request.user, at=timezone.now())
    else:
        messages.error(request, _("Not moved: say whether up or down."))
    return redirect(f"{_address(part.chronology)}#{place}")


def _delete(request: SignedInRequest, part: Section | Lane) -> HttpResponse:
    must_change(request.user, part.chronology)
    if request.method == "POST":
        actions.delete_part(part=part, by=request.user, at=timezone.now())
        messages.success(
            request, _("“%(name)s” is deleted. Its entries stay; the history can undo it.") % {"name": part}
        )
        return redirect(_address(part.chronology))
    name = "section_delete" if isinstance(part, Section) else "lane_delete"
    context = {"part": part, "chronology": part.chronology, "entry_count": part.entries.count()}
    return render(request, f"arrange/{name}.html", context)


def _conflict(request: SignedInRequest, part: Section | Lane, *, unchosen: bool = False) -> HttpResponse:
    part.refresh_from_db()
    form = SectionForm.of(part) if isinstance(part, Section) else LaneForm.of(part)
    return conflict.answer(
        request, request.POST, form, title=str(part), back=_address(part.chronology), unchosen=unchosen,
        change=part.history.latest().change,
    )  # fmt: skip


def _section_named(chronology: Chronology, key: str) -> Section | None:
    return record_in(chronology.sections.all(), key)


def _address(chronology: Chronology) -> str:
    return reverse("arrange:chronology", kwargs={"slug": chronology.slug})
