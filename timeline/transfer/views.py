"""Imports: the list, a new one, its columns, its plan; apply, undo, discard."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.limits import LimitReached, run_limited
from timeline.records.changes import UndoRefused
from timeline.records.models import Batch
from timeline.transfer import actions, queries
from timeline.transfer.columns import FIELDS
from timeline.transfer.formats.delimited import write_table
from timeline.transfer.formats.table import TableRefused
from timeline.transfer.forms import ImportApplyForm, ImportColumnsForm, ImportNewForm
from timeline.transfer.plan import table_of
from timeline.transfer.received import look_at
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
    names = batch.mapping.get("names", True)
    try:
        looked = run_limited(look_at, batch.content, names, batch.mapping["columns"], limits=settings.LIMITS)
    except LimitReached as refused:
        return _not_read(request, refused)
    form = ImportColumnsForm(data, looked=looked, mapping=batch.mapping)
    if data is not None and form.is_valid():
        said = form.cleaned_data
        try:
            actions.make_plan(batch=batch, chosen=form.chosen, language=said["language_of_rows"], order=said["order"])
        except actions.NotPlanned:
            messages.warning(request, _("This import was applied meanwhile."))
        return redirect("transfer:import_plan", batch.pk)
    context = {"batch": batch, "form": form, "names": names}
    return render(request, "transfer/import_columns.html", context, status=422 if form.errors else 200)


def _not_read(request: SignedInRequest, refused: LimitReached) -> HttpResponse:
    """Lead back to the imports, where the file still stands, and say why it was not read."""
    messages.warning(request, sentence_of(refused))
    return redirect("transfer:imports")


def _first_line(request: SignedInRequest, batch: Batch) -> HttpResponse:
    """Take the first line for names, or for a row, as the person says, and show the columns anew."""
    try:
        actions.take_first_line(batch=batch, names=request.POST["first_line"] == "names")
    except LimitReached as refused:
        return _not_read(request, refused)
    except TableRefused as refusal:
        messages.warning(request, str(refusal))
    except actions.NotPlanned:
        messages.warning(request, _("This import was applied meanwhile."))
    return redirect("transfer:import_columns", batch.pk)


@require_GET
@needs(Role.ADMIN)
def import_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what an import would do, or did."""
    batch = get_object_or_404(Batch, pk=pk)
    if batch.status == Batch.Status.PLANNED and batch.content and not batch.plan:
        return redirect("transfer:import_columns", batch.pk)
    return show_plan(request, batch)


@require_POST
@needs(Role.ADMIN)
def import_apply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write what the plan says, all or nothing."""
    batch = get_object_or_404(Batch, pk=pk)
    form = ImportApplyForm(request.POST, batch=batch)
    if batch.status == Batch.Status.PLANNED and not form.is_valid():
        return show_plan(request, batch, form=form, status=422)
    try:
        actions.apply_plan(
            batch=batch,
            as_checked="as_checked" in request.POST,
            leave_out="leave_out" in request.POST,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Imported. It can be undone here, as a whole."))
    except (actions.PlanIsOld, actions.RowsRefused):
        mapping = batch.mapping
        actions.make_plan(
            batch=batch, chosen=mapping["columns"], language=mapping["language"], order=mapping.get("order", "")
        )
        messages.warning(
            request, _("What is stored has changed since this was planned. This is the plan as it is now.")
        )
        return show_plan(request, batch, status=409)
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
        actions.undo_batch(batch=batch, by=request.user, at=timezone.now())
        messages.success(request, _("Undone: all that this import brought in is taken back."))
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
    reasons = {row.row.line: row for row in queries.rows_on(batch, set(queries.lines_with(batch, "errors")))}
    table = table_of(batch)
    rows = (
        (str(row.line), " ".join(str(one) for one in reasons[row.line].findings if one.is_error), *row.cells)
        for row in table.rows
        if row.line in reasons
    )
    answer = HttpResponse(
        write_table([_("line"), _("errors"), *table.header], rows), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="refused-{batch.pk}.csv"'
    return answer


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
    page, rows = queries.page_of_rows(batch, shown, request.GET.get("page")) if batch.plan else (None, [])
    counts = batch.plan.get("counts", {})
    context = {
        "batch": batch,
        "form": form or ImportApplyForm(batch=batch),
        "page": page,
        "rows": rows,
        "shown": shown,
        "counts": counts,
        "notes": queries.notes(batch),
        "wanted": counts.get("rows", 0) - counts.get("refused", 0) - counts.get("no_event", 0),
        "in_the_way": in_the_way,
    }
    return render(request, "transfer/import_plan.html", context, status=status)
