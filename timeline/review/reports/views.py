"""The form of a reader, and the checkers' list."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.records.access import readable_event
from timeline.records.models import Event, Report
from timeline.review.reports import actions
from timeline.review.reports.forms import CloseForm, ReportForm
from timeline.web.asked import key_in
from timeline.web.marks import language

PAGE = 50
MOST_VERSION = 2**31 - 1


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is wrong with an event; anybody who may read it may."""
    event = readable_event(request.user, pk)
    if event.pk != pk:
        return redirect("reports:report", pk=event.pk)
    if request.method != "POST":
        form = ReportForm(initial={"version": event.version})
        return _show(request, event, form, 200, sent="sent" in request.GET)
    form = ReportForm(request.POST)
    if form.is_of_a_program:
        return redirect(_sent(event))
    if not form.is_valid():
        return _show(request, event, form, 422)
    said = form.cleaned_data
    try:
        actions.report(
            event=event, version=min(said["version"] or event.version, MOST_VERSION), message=said["message"],
            contact=said["contact"], language=get_language() or "", address=request.META.get("REMOTE_ADDR", ""),
            at=timezone.now(),
        )  # fmt: skip
    except actions.TooMany:
        told = _("So many reports have come that no more is taken now. What you typed is still here: send it later.")
        form.add_error(None, told)
        return _show(request, event, form, 429)
    return redirect(_sent(event))


def _sent(event: Event) -> str:
    return f"{reverse('reports:report', args=[event.pk])}?sent=1"


def _show(request: HttpRequest, event: Event, form: ReportForm, status: int, *, sent: bool = False) -> HttpResponse:
    told = {"event": event, "wording": event.wording_in(language()), "form": form, "sent": sent}
    return render(request, "reports/report.html", told, status=status)


@require_http_methods(["GET", "HEAD"])
@needs(Role.CHECKER)
def reports(request: SignedInRequest) -> HttpResponse:
    """The reports that wait, or those that are closed, newest first."""
    return _list(request, 200)


@require_http_methods(["GET", "POST"])
@needs(Role.CHECKER)
def report_close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close a report, with what was done about it."""
    if request.method == "GET":
        return redirect("review:reports")
    found, form = get_object_or_404(Report, pk=pk), CloseForm(request.POST)
    if not form.is_valid():
        return _list(request, 422, form, found)
    try:
        actions.close(report=found, answer=form.cleaned_data["answer"], by=request.user, at=timezone.now())
    except actions.ClosedAlready:
        form.add_error("answer", _("Somebody else has closed it meanwhile. What you typed is still here."))
        return _list(request, 409, form, Report.objects.select_related("closed_by").get(pk=pk))
    messages.success(request, _("The report is closed."))
    return redirect("review:reports")


def _list(
    request: SignedInRequest, status: int, form: CloseForm | None = None, refused: Report | None = None
) -> HttpResponse:
    closed = request.GET.get("show") == "closed"
    rows = Report.objects.filter(closed_at__isnull=not closed).select_related("event", "closed_by").order_by("-pk")
    before = key_in(request.GET.get("before"))
    rows = rows if before is None else rows.filter(pk__lt=before)
    page = list(rows.prefetch_related("event__wordings")[: PAGE + 1])
    shown = page[:PAGE] if refused is None else [refused, *(one for one in page[:PAGE] if one.pk != refused.pk)]
    context = {
        "reports": [(one, form if form and refused and one.pk == refused.pk else CloseForm()) for one in shown],
        "closed": closed, "later": page[PAGE - 1].pk if len(page) > PAGE else None, "refused": form,
    }  # fmt: skip
    return render(request, "review/reports.html", context, status=status)
