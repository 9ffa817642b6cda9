"""Imports: the list, a new one, its columns, its plan; apply, undo, discard; how far that has come, stop."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.limits import LimitReached
from timeline.records.changes import UndoRefused
from timeline.records.models import Batch, Run
from timeline.transfer import actions, queries
from timeline.transfer.columns import FIELDS
from timeline.transfer.formats.delimited import write_table
from timeline.transfer.formats.table import TableRefused
from timeline.transfer.forms import ImportApplyForm, ImportColumnsForm, ImportNewForm
from timeline.transfer.limited_table import LimitedTable
from timeline.transfer.not_read import sentences_of as why_not_read
from timeline.transfer.tasks import carry_out, carry_out_now
from timeline.web.asked import page_of
from timeline.web.limited import sentence_of, status_of

BATCHES_A_PAGE = 50


@require_GET
@needs(Role.ADMIN)
def imports(request: SignedInRequest) -> HttpResponse:
    """List the imports, newest first."""
    page = page_of(queries.batches(), BATCHES_A_PAGE, request.GET.get("page"))
    return render(request, "transfer/imports.html", {"page": page})


@require_http_methods(["GET", "POST"])
@needs(Role.ADMIN)
def import_new(request: SignedInRequest) -> HttpResponse:
    """Take a file and lead to its columns."""
    form = ImportNewForm(request.POST, request.FILES) if request.method == "POST" else ImportNewForm()
    earlier: Batch | None = None
    status = 422
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = actions.keep_file(name=file.name, content=file.read(), by=request.user, at=timezone.now())
            return redirect("transfer:import_columns", batch.pk)
        except TableRefused as refusal:
            form.add_error("file", str(refusal))
        except LimitReached as refused:
            form.add_error("file", sentence_of(refused))
            status = status_of(refused)
        except actions.ImportedBefore as before:
            earlier = before.batch
            form.add_error("file", _("This very file was sent before."))
    context = {"form": form, "earlier": earlier, "fields": FIELDS}
    return render(request, "transfer/import_new.html", context, status=status if form.errors else 200)


@require_http_methods(["GET", "POST"])
@needs(Role.ADMIN)
def import_columns(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose which column holds what, then plan."""
    batch = get_object_or_404(Batch, pk=pk)
    if batch.status != Batch.Status.PLANNED or not batch.content:
        return redirect("transfer:import_plan", batch.pk)
    if request.method == "POST" and "first_line" in request.POST:
        return _first_line(request, batch)
    data = request.POST if request.method == "POST" else None
    try:
        looked = LimitedTable(batch, settings.LIMITS).look()
    except LimitReached as refused:
        return _not_read(request, refused)
    form = ImportColumnsForm(data, looked=looked, mapping=batch.mapping)
    if data is not None and form.is_valid():
        said = form.cleaned_data
        try:
            _plan(request, batch, form, looked.rows, said["language_of_rows"], said["order"])
        except actions.AtWork:
            messages.warning(request, _at_work())
        except actions.NotPlanned:
            messages.warning(request, _("This import was applied meanwhile."))
        return redirect("transfer:import_plan", batch.pk)
    context = {
        "batch": batch, "form": form, "names": batch.mapping.get("names", True), **_broken_off(batch),
    }  # fmt: skip
    return render(request, "transfer/import_columns.html", context, status=422 if form.errors else 200)


def _not_read(request: SignedInRequest, refused: LimitReached) -> HttpResponse:
    """Lead back to the imports, where the file still stands, and say why it was not read."""
    messages.warning(request, sentence_of(refused))
    return redirect("transfer:imports")


def _plan(
    request: SignedInRequest, batch: Batch, form: ImportColumnsForm, rows: int, language: str, order: str
) -> None:
    """Plan a small table now; a large one, or one that needs more than a page may use, in the background."""
    if rows <= settings.IMPORT_PLANNED_AT_ONCE:
        try:
            actions.make_plan(batch=batch, chosen=form.chosen, language=language, order=order)
            return
        except LimitReached:
            # Where nobody waits there is more time; what is too much there too is said on the page of the import.
            pass
    run = actions.begin_plan(
        batch=batch, chosen=form.chosen, language=language, order=order, by=request.user, at=timezone.now()
    )
    carry_out.enqueue(run.pk)


def _carry_out(run: Run) -> None:
    """Bring in, or take back, a few rows while the person waits, and many in the background."""
    rows = run.batch.plan["counts"]["rows"]
    if rows <= settings.IMPORT_CARRIED_OUT_AT_ONCE:
        carry_out_now(run.pk)
    else:
        carry_out.enqueue(run.pk)


def _at_work() -> str:
    return _("Not done: this import is being worked on.")


def _first_line(request: SignedInRequest, batch: Batch) -> HttpResponse:
    """Take the first line for names, or for a row, as the person says, and show the columns anew."""
    try:
        actions.take_first_line(batch=batch, names=request.POST["first_line"] == "names")
    except LimitReached as refused:
        return _not_read(request, refused)
    except actions.AtWork:
        messages.warning(request, _at_work())
    except TableRefused as refusal:
        messages.warning(request, str(refusal))
    except actions.NotPlanned:
        messages.warning(request, _("This import was applied meanwhile."))
    return redirect("transfer:import_columns", batch.pk)


@require_GET
@needs(Role.ADMIN)
def import_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what an import would do, or did."""
    batch = get_object_or_404(Batch.objects.defer("content", "plan"), pk=pk)
    if progress := queries.progress_of(batch, timezone.now()):
        return render(request, "transfer/import_run.html", {"batch": batch, "progress": progress})
    if batch.status == Batch.Status.PLANNED and batch.content and not batch.plan:
        return redirect("transfer:import_columns", batch.pk)
    return show_plan(request, batch)


@require_GET
@needs(Role.ADMIN)
def import_progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tell how far an import has come: the part of its page that tells it, which asks for itself each second."""
    batch = get_object_or_404(Batch.objects.defer("content", "plan"), pk=pk)
    progress = queries.progress_of(batch, timezone.now())
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("transfer:import_plan", batch.pk)
    if progress is None:
        return HttpResponseClientRefresh()
    # Each ten per cent is told once, however often this is asked.
    is_told = request.GET.get("told") == str(progress.tens)
    context = {"batch": batch, "progress": progress, "tell": not is_told}
    return render(request, "transfer/_progress.html", context)


@require_POST
@needs(Role.ADMIN)
def import_stop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stop what is being done with an import, and leave nothing of it."""
    batch = get_object_or_404(Batch.objects.defer("content", "plan"), pk=pk)
    progress = queries.progress_of(batch, timezone.now())
    if progress is None:
        messages.warning(request, _("There was nothing to stop: it had ended."))
    elif progress.run.kind == Run.Kind.UNDO:
        messages.warning(request, _("Undoing cannot be stopped: part of the import is gone already."))
    else:
        actions.stop(run=progress.run, at=timezone.now())
    return redirect("transfer:import_plan", batch.pk)


@require_POST
@needs(Role.ADMIN)
def import_apply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let what the plan says be written, all or nothing."""
    batch = get_object_or_404(Batch, pk=pk)
    form = ImportApplyForm(request.POST, batch=batch)
    if batch.status == Batch.Status.PLANNED and not form.is_valid():
        return show_plan(request, batch, form=form, status=422)
    try:
        run = actions.begin_apply(
            batch=batch,
            as_checked="as_checked" in request.POST,
            leave_out="leave_out" in request.POST,
            by=request.user,
            at=timezone.now(),
        )
        _carry_out(run)
    except actions.AtWork:
        messages.warning(request, _at_work())
    except actions.RowsRefused:
        messages.warning(request, _("The plan was made anew meanwhile, and some rows have errors. Look at it again."))
    except actions.NotPlanned:
        messages.warning(
            request, _("There was nothing to apply: it was applied before, or its columns are not chosen.")
        )
    return redirect("transfer:import_plan", batch.pk)


@require_POST
@needs(Role.ADMIN)
def import_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back all that an import brought in."""
    batch = get_object_or_404(Batch, pk=pk)
    try:
        run = actions.begin_undo(batch=batch, by=request.user, at=timezone.now())
        if run:
            _carry_out(run)
    except actions.AtWork:
        messages.warning(request, _at_work())
    except actions.NotApplied:
        messages.warning(request, _("There was nothing to undo."))
    except UndoRefused as refusal:
        return show_plan(request, batch, in_the_way=queries.in_the_way(refusal.records), status=409)
    return redirect("transfer:import_plan", batch.pk)


@require_POST
@needs(Role.ADMIN)
def import_discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Forget a file that was not applied."""
    batch = get_object_or_404(Batch, pk=pk)
    try:
        actions.discard(batch=batch)
        messages.success(request, _("The file is forgotten. Nothing was imported from it."))
    except actions.AtWork:
        messages.warning(request, _at_work())
        return redirect("transfer:import_plan", batch.pk)
    except actions.NotPlanned:
        messages.warning(request, _("This import was applied; it can be undone, but not forgotten."))
        return redirect("transfer:import_plan", batch.pk)
    return redirect("transfer:imports")


@require_GET
@needs(Role.ADMIN)
def import_refused(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the rows with errors as CSV, with line and reasons before their own cells."""
    batch = get_object_or_404(Batch, pk=pk)
    if not batch.plan:
        raise Http404("no plan")
    try:
        header = queries.header_of(batch)
        text = write_table([_("line"), _("errors"), *header], queries.refused_rows(batch))
    except LimitReached as refused:
        messages.warning(request, sentence_of(refused))
        return redirect("transfer:import_plan", batch.pk)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="refused-{batch.pk}.csv"'
    return answer


def _broken_off(batch: Batch) -> dict[str, object]:
    """Return what its pages say of the last run of a batch, if that was stopped or failed."""
    run = queries.broken_off(batch)
    return {"broken_off": run, "why_broken_off": why_not_read(run) if run else ""}


def show_plan(
    request: HttpRequest,
    batch: Batch,
    *,
    form: ImportApplyForm | None = None,
    in_the_way: list[queries.InTheWay] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw the plan of a batch, a page of its rows, and what can be done with it."""
    shown = request.GET.get("show", "")
    shown = shown if shown in queries.SHOWN else "look" if queries.lines_with(batch, "look") else "all"
    page = queries.page_of_plan(batch, shown, request.GET.get("page")) if batch.plan else None
    rows, not_read = [], ""
    try:
        rows = queries.rows_on(batch, page) if page else []
    except LimitReached as refused:
        not_read, status = sentence_of(refused), max(status, status_of(refused))
    counts = batch.plan.get("counts", {})
    context = {
        "batch": batch,
        "form": form or ImportApplyForm(batch=batch),
        "page": page,
        "rows": rows,
        "not_read": not_read,
        "shown": shown,
        "counts": counts,
        "dates_to_look_at": len(queries.lines_with(batch, "dates")),
        "notes": queries.notes(batch),
        "wanted": counts.get("rows", 0) - counts.get("refused", 0) - counts.get("no_event", 0),
        "in_the_way": in_the_way,
        **_broken_off(batch),
    }
    return render(request, "transfer/import_plan.html", context, status=status)
