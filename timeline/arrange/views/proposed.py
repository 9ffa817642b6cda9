"""The queue of proposed citations: look, check, reject, one by one or several at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.arrange.actions import proposed as actions
from timeline.arrange.queries import proposed as queries
from timeline.records.changes import Stale
from timeline.records.models import Event
from timeline.web.asked import number_in, page_of, record_in

PAGE = 50
LONGEST_REASON = 500


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.CHECKER)
def proposed(request: SignedInRequest) -> HttpResponse:
    """Show the citations that wait; check or reject those that are picked."""
    if request.method != "POST":
        return _draw(request)
    picked = _picked(request)
    if not picked:
        return _draw(request, _("Nothing is changed. Select citations first."), 422)
    try:
        told = _do(request, picked)
    except (Stale, actions.NotWaiting):
        told = _("Nothing is changed: somebody changed, checked or rejected one of them meanwhile. Look again.")
        return _draw(request, told, 409)
    except actions.OwnProposal as refused:
        told = _("Nothing is changed: you proposed %(sources)s yourself, and a second reader is asked for.")
        return _draw(request, told % {"sources": ", ".join(map(str, refused.citations))}, 403)
    if not told:
        return _draw(request, _("Nothing is changed. To reject, say why: the reason stays in the history."), 422)
    messages.success(request, told)
    return redirect(request.get_full_path())


def _do(request: SignedInRequest, picked: list[tuple[int, int]]) -> str:
    """Check or reject; return what to tell, "" where nothing could be done."""
    by, now = request.user, timezone.now()
    why = request.POST.get("why", "").strip()[:LONGEST_REASON]
    match request.POST.get("do"):
        case "check":
            count = len(actions.check_citations(picked=picked, by=by, at=now))
            told = ngettext("%(count)s citation is checked.", "%(count)s citations are checked.", count)
            return f"{told % {'count': count}} {_('Readers see it now.')}"
        case "reject" if why:
            count = len(actions.reject_citations(picked=picked, why=why, by=by, at=now))
            told = ngettext("%(count)s citation is rejected.", "%(count)s citations are rejected.", count)
            return f"{told % {'count': count}} {_('The history can undo it.')}"
    return ""


def _draw(request: SignedInRequest, problem: str = "", status: int = 200) -> HttpResponse:
    """Draw the queue; after a refusal what was picked and typed stays."""
    event = record_in(Event.objects.all(), request.GET.get("event"))
    page = page_of(queries.waiting(event.pk if event else None), PAGE, request.GET.get("page"))
    context = {
        "page": page, "proposals": queries.proposals(page), "event": event, "problem": problem,
        "why": request.POST.get("why", ""), "picked": {key for key, _version in _picked(request)},
    }  # fmt: skip
    return render(request, "arrange/proposed.html", context, status=status)


def _picked(request: SignedInRequest) -> list[tuple[int, int]]:
    """Return key and version of what was selected, each once; what is neither is left out."""
    sent = [value.partition("-") for value in request.POST.getlist("pick")]
    found = [(number_in(key), number_in(version)) for key, _dash, version in sent]
    return list(dict.fromkeys((key, version) for key, version in found if key is not None and version is not None))
