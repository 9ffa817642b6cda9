"""Entries: place events, move them, set section and lane, publish and withdraw."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange.actions import entries as actions
from timeline.arrange.forms.chronologies import PlaceForm
from timeline.arrange.queries import page, readers
from timeline.arrange.refusals import Refusal, refusal
from timeline.arrange.views.chronologies import draw
from timeline.records.access import must_change
from timeline.records.models import Chronology, Entry, Event, Section
from timeline.web.asked import keys_in, record_in

CHECKERS_DEEDS = frozenset({"publish", "withdraw"})


@require_POST
@needs(Role.RESEARCHER)
def entry_new(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give the chosen events a place in the chronology."""
    chronology = get_object_or_404(Chronology, slug=slug)
    form = PlaceForm(request.POST, chronology=chronology)
    if not form.is_valid():
        messages.error(
            request, _("Nothing is placed. Choose events under “Not placed yet”, then press the button there.")
        )
        return draw(request, chronology, status=422)
    placed = actions.place_events(
        chronology=chronology, events=Event.objects.live().filter(pk__in=form.cleaned_data["event"]),
        section=form.cleaned_data["section"], lane=form.cleaned_data["lane"], by=request.user, at=timezone.now(),
    )  # fmt: skip
    told = ngettext("%(count)s event is placed.", "%(count)s events are placed.", len(placed))
    messages.success(request, told % {"count": len(placed)})
    return redirect(f"{_address(chronology)}#{f'entry-{placed[0].pk}' if placed else 'unplaced'}")


@require_POST
@needs(Role.RESEARCHER)
def entry_move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move an entry: up or down by one, or behind the one that `after` names ("" for the first place)."""
    entry = get_object_or_404(Entry.objects.select_related("chronology", "section", "event"), pk=pk)
    must_change(request.user, entry)
    former = entry.section
    try:
        told = _move(request, entry)
    except actions.MoveRefused as refused:
        return _answer(request, entry, former, refused=refusal(refused.entry, refused.against))
    return _answer(request, entry, former, told=told)


@require_POST
@needs(Role.RESEARCHER)
def entries_change(request: SignedInRequest, slug: str) -> HttpResponse:
    """Do one thing to all selected entries: section, lane, merge, take out, publish, withdraw."""
    chronology = get_object_or_404(Chronology, slug=slug)
    deed = request.POST.get("do", "")
    keys = keys_in(request.POST.getlist("pick"))
    entries = Entry.objects.filter(chronology=chronology, pk__in=keys).select_related("event")
    if deed in CHECKERS_DEEDS and not request.user.is_checker:
        raise PermissionDenied(Role.CHECKER)
    if not entries:
        messages.error(request, _("Nothing is changed. Select entries first."))
        return draw(request, chronology, status=422)
    return _change(request, chronology, entries, deed)


@require_POST
@needs(Role.CHECKER)
def publish(request: SignedInRequest, slug: str) -> HttpResponse:
    """Publish every entry of the chronology that is checked."""
    chronology = get_object_or_404(Chronology, slug=slug)
    published = actions.publish(chronology=chronology, entries=None, by=request.user, at=timezone.now())
    _tell_published(request, chronology, len(published))
    return redirect(_address(chronology))


def _move(request: SignedInRequest, entry: Entry) -> str:
    """Move as the form says; return what to tell."""
    direction = request.POST.get("direction")
    now = timezone.now()
    try:
        if direction in ("up", "down"):
            actions.step(entry=entry, places=-1 if direction == "up" else 1, by=request.user, at=now)
        elif "after" in request.POST:
            section, after = _target(request, entry)
            actions.move(entry=entry, section=section, after=after, by=request.user, at=now)
        else:
            return _("Not moved: say where to.")
    except actions.AtTheEdge:
        return _("Not moved: there is nothing further in this section.")
    return _("Moved: %(event)s") % {"event": entry.event}


def _target(request: SignedInRequest, entry: Entry) -> tuple[Section | None, Entry | None]:
    """Return section and entry behind which an entry is to stand; without `section` it is the entry's, or its own."""
    section = request.POST.get("section")
    after = record_in(entry.chronology.entries.select_related("section"), request.POST["after"])
    if after is not None:
        return after.section, after
    if section is None:
        return entry.section, None
    return record_in(entry.chronology.sections.all(), section), None


def _answer(
    request: SignedInRequest, entry: Entry, former: Section | None, *, told: str = "", refused: Refusal | None = None
) -> HttpResponse:
    """Answer a move: the section it happened in to htmx, the page to everyone else."""
    entry.refresh_from_db()
    if request.htmx:  # type: ignore[attr-defined]
        context = {
            "chronology": entry.chronology, "part": page.part_of(entry.chronology, entry.section), "refused": refused,
            "told": told or (refused and _("Not moved.")), "moving": None, "is_answer": True,
            "left": page.part_of(entry.chronology, former) if former != entry.section else None,
        }  # fmt: skip
        return render(request, "arrange/_moved.html", context, status=409 if refused else 200)
    if refused:
        return draw(request, entry.chronology, status=409, refused=refused)
    messages.success(request, told)
    return redirect(f"{_address(entry.chronology)}#entry-{entry.pk}")


def _change(request: SignedInRequest, chronology: Chronology, entries: QuerySet[Entry], deed: str) -> HttpResponse:
    by, now = request.user, timezone.now()
    match deed:
        case "section" | "lane":
            if not _set_part(request, chronology, entries, deed):
                return draw(request, chronology, status=422)
        case "merge":
            return _to_merge(request, chronology, entries)
        case "take_out":
            actions.take_out(entries=entries, by=by, at=now)
            messages.success(request, _("Taken out of the chronology. The events stay."))
        case "publish":
            published = actions.publish(chronology=chronology, entries=entries, by=by, at=now)
            _tell_published(request, chronology, len(published), len(entries))
        case "withdraw":
            withdrawn = actions.withdraw(entries=entries, by=by, at=now, why=request.POST.get("why", ""))
            told = ngettext("%(count)s entry is withdrawn.", "%(count)s entries are withdrawn.", len(withdrawn))
            messages.success(request, told % {"count": len(withdrawn)})
        case _:
            messages.error(request, _("Nothing is changed. Say what to do with the selected entries."))
            return draw(request, chronology, status=422)
    return redirect(_address(chronology))


def _set_part(request: SignedInRequest, chronology: Chronology, entries: QuerySet[Entry], role: str) -> bool:
    """Put entries into the section or lane that the form names; "none" takes them out of theirs."""
    named, by, now = request.POST.get(role, ""), request.user, timezone.now()
    section = record_in(chronology.sections.all(), named) if role == "section" else None
    lane = record_in(chronology.lanes.all(), named) if role == "lane" else None
    if named != "none" and section is None and lane is None:
        messages.error(request, _("Nothing is changed. Choose a section or lane from the list first."))
        return False
    if role == "section":
        actions.set_section(entries=entries, section=section, by=by, at=now)
    else:
        actions.set_lane(entries=entries, lane=lane, by=by, at=now)
    messages.success(request, _("Changed."))
    return True


def _to_merge(request: SignedInRequest, chronology: Chronology, entries: QuerySet[Entry]) -> HttpResponse:
    keys = [entry.event_id for entry in entries]
    if len(keys) != 2:
        messages.error(request, _("Select exactly two entries to merge."))
        return draw(request, chronology, status=422)
    return redirect("arrange:merge", pk=keys[0], other=keys[1])


def _tell_published(request: SignedInRequest, chronology: Chronology, count: int, of: int | None = None) -> None:
    told = ngettext("%(count)s entry is published.", "%(count)s entries are published.", count) % {"count": count}
    messages.success(request, told)
    held_back = [entry for entry in readers.ready(chronology.entries.all()) if readers.lacks_second_reader(entry)]
    if held_back:
        names = ", ".join(str(entry) for entry in held_back)
        messages.warning(request, _("Still waiting for a second reader: %(events)s") % {"events": names})
    if of is not None and of > count:
        messages.warning(request, _("The others are not checked yet, or were published before."))
    if not chronology.is_public:
        messages.warning(request, _("The chronology itself is not public yet: only who is signed in sees it."))


def _address(chronology: Chronology) -> str:
    return reverse("arrange:chronology", kwargs={"slug": chronology.slug})
