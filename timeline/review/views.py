"""The desk, and every decision on a phrase: get or refuse, form, action, answer."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.records.access import CheckerNeeded
from timeline.records.changes import Stale, UndoRefused, undo
from timeline.records.models import Article, Chronology, Mention, RejectReason
from timeline.review import actions, conflicts, desk, marking, queries
from timeline.review.actions import DecidedAlready
from timeline.review.desk import Desk
from timeline.review.forms import CandidateForm, MarkForm, PutOffForm, RejectForm
from timeline.review.quotation import grown, shrunk
from timeline.web.asked import key_in, number_in
from timeline.web.date_box import DateBox

PLACED_LAST = "chronology_placed_last"
Deed = Callable[[SignedInRequest, int], HttpResponse]


def _by_post(view: Deed, back: Callable[[int], str]) -> Callable[..., HttpResponseBase]:
    """Let a form be sent to a view; a GET, as when a refusal is loaded again, leads back to the desk."""

    @wraps(view)
    def answer(request: SignedInRequest, pk: int) -> HttpResponse:
        return redirect(back(pk)) if request.method == "GET" else view(request, pk)

    return require_http_methods(["GET", "POST"])(needs(Role.RESEARCHER)(answer))


def _deed(view: Deed) -> Callable[..., HttpResponseBase]:
    """A form of one phrase."""
    return _by_post(view, lambda pk: desk.address(_mention(pk)))


def _deed_on_article(view: Deed) -> Callable[..., HttpResponseBase]:
    """A form of an article."""
    return _by_post(view, lambda pk: reverse("review:review", args=[_article(pk).pk]))


@require_GET
@needs(Role.RESEARCHER)
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show an article with its phrases, and the candidate of the phrase in `?mention=`."""
    article = _article(pk)
    laid = desk.lay_out(
        article, request.user, asked=request.GET.get("mention", ""), show=request.GET.get("show", ""),
        chronology=_placed_last(request), around=_place(request),
    )  # fmt: skip
    return _show(request, laid)


@_deed
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept or correct a phrase: draft an event with its quotation, or let an event that exists cite the article."""
    mention, form = _mention(pk), CandidateForm(request.POST)
    valid = form.is_valid()
    box = desk.box_for(mention, form.data.get("date", ""), form.data.get("reading", ""), form.data.get("date_read", ""))
    if "version" not in form.errors:
        _ask_for_reading(form, box)
    if not valid or form.errors:
        return _show_again(request, mention, form, 422)
    said, version = desk.said(mention, form, box), form.cleaned_data["version"]
    try:
        actions.accept(mention=mention, version=version, said=said, by=request.user, at=timezone.now())
    except (Stale, DecidedAlready):
        return _refuse(request, mention, form, "accept", box)
    except CheckerNeeded as refused:
        return _show_again(request, mention, form, 403, refused.words)
    request.session[PLACED_LAST] = said.chronology.pk if said.chronology else ""
    return _go_on(request, mention, stay=said.another)


@_deed
def reject(request: SignedInRequest, pk: int) -> HttpResponse:
    """Reject a phrase, with the reason."""
    mention, form = _mention(pk), RejectForm(request.POST)
    if not form.is_valid():
        return _show_again(request, mention, _as_candidate(request), 422, _("Choose why the phrase dates no event."))
    said = form.cleaned_data
    try:
        actions.reject(
            mention=mention, version=said["version"], reason=RejectReason(said["reason"]), note=said["note"],
            by=request.user, at=timezone.now(),
        )  # fmt: skip
    except (Stale, DecidedAlready):
        return _refuse(request, mention, _as_candidate(request), "reject")
    return _go_on(request, mention)


@_deed
def put_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a phrase off: not sure."""
    mention, form = _mention(pk), PutOffForm(request.POST)
    if not form.is_valid():
        return _show_again(request, mention, _as_candidate(request), 422, _("The form was incomplete; send it again."))
    said = form.cleaned_data
    try:
        actions.put_off(mention=mention, version=said["version"], note=said["note"], by=request.user, at=timezone.now())
    except (Stale, DecidedAlready):
        return _refuse(request, mention, _as_candidate(request), "put_off")
    return _go_on(request, mention)


@_deed
def draw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Draw the form again with what was typed: a longer or shorter quotation, the date read, another chronology."""
    mention, data = _mention(pk), request.POST.copy()
    now = desk.lay_out_candidate(mention, CandidateForm(data), None).quotation
    change = {"grow": grown, "shrink": shrunk}.get(data.get("deed", ""))
    fresh = change(mention.article, mention, now) if change else now
    data["quote_start"], data["quote_end"] = str(fresh.start), str(fresh.end)
    return _show_again(request, mention, CandidateForm(data), 200)


@_deed_on_article
def mark(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark a phrase the engine missed, or a sentence that tells of an event without a date."""
    article, form = _article(pk), MarkForm(request.POST)
    if not form.is_valid():
        return _show_mark(request, article, form, [])
    words, start = form.cleaned_data["words"].strip(), form.cleaned_data["start"]
    found = marking.places(article, words)
    if start is None and len(found) != 1:
        if not found:
            form.add_error("words", _("These words do not stand in the text, letter by letter. Copy them from it."))
        return _show_mark(request, article, form, found)
    return _mark_at(request, article, form, found[0] if start is None else start, words)


@_deed_on_article
def undo_last(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one's last decision on an article back, as a whole."""
    article = _article(pk)
    last = queries.last_decision(article, request.user)
    if last is None or str(last.change.pk) != request.POST.get("change"):
        messages.warning(request, _("Nothing was undone: that decision is undone already, or you decided again since."))
        return redirect("review:review", pk=article.pk)
    mention = Mention.history.filter(article_id=pk, change=last.change).order_by("history_id").first()
    try:
        undo(change=last.change, by=request.user, at=timezone.now())
    except UndoRefused as refused:
        named = ", ".join(str(record) for record in refused.records[:3])
        messages.error(request, _("Not undone: changed again or used since: %(records)s") % {"records": named})
    return redirect(f"{reverse('review:review', args=[pk])}?mention={mention.id if mention else ''}")


@require_GET
@needs(Role.RESEARCHER)
def date_box(request: SignedInRequest) -> HttpResponse:
    """Read what is typed: for a phrase (`mention`), or against a day of its own (`published_on`, may be empty)."""
    return render(request, "web/_reading.html", {"box": _read_box(request)})


@require_POST
@needs(Role.RESEARCHER)
def keys(request: SignedInRequest) -> HttpResponse:
    """Turn the single-letter keys on or off for this person."""
    actions.set_keys(person=request.user, on=request.POST.get("single_keys") == "on")
    back = key_in(request.POST.get("article"))
    return redirect("review:review", pk=back) if back is not None else redirect("ingest:articles")


def _read_box(request: HttpRequest) -> DateBox:
    asked = request.GET
    typed, reading, read = (asked.get(name, "")[:300] for name in ("date", "reading", "date_read"))
    if (mention := key_in(asked.get("mention"))) is not None:
        return desk.box_for(_mention(mention), typed, reading, read)
    return desk.read_alone(typed, asked)


def _article(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("source"), pk=pk)


def _mention(pk: int) -> Mention:
    return get_object_or_404(Mention.objects.select_related("article__source", "decided_by"), pk=pk)


def _place(request: HttpRequest) -> int | None:
    """The place in a long text that is asked for, beside the current phrase."""
    return number_in(request.GET.get("at"))


def _placed_last(request: SignedInRequest) -> Chronology | None:
    """The chronology that this person placed an event in last; the only one where there is but one."""
    kept = request.session.get(PLACED_LAST)
    if kept is not None:
        return Chronology.objects.filter(pk=kept).first() if kept else None
    only = list(Chronology.objects.all()[:2])
    return only[0] if len(only) == 1 else None


def _ask_for_reading(form: CandidateForm, box: DateBox) -> None:
    """Refuse a date that a person has not seen read, unless it can be read in one way only; and one left open."""
    seen = form.data.get("date_read", "").strip() == box.words.strip()
    if box.chosen is None:
        warned = [f"{one.title} {one.sentence}" for one in box.warnings]
        form.add_error("date", " ".join([*warned, _("Choose a reading.")]))
    elif not seen and (len(box.choices) != 2 or box.warnings):
        form.add_error("date", _("Look at the reading below, then accept again."))


def _as_candidate(request: SignedInRequest) -> CandidateForm:
    return CandidateForm(request.POST)


def _show(request: SignedInRequest, laid: Desk, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "review/review.html", {"desk": laid, "candidate": laid.candidate, **more}, status=status)


def _show_again(
    request: SignedInRequest, mention: Mention, form: CandidateForm, status: int, problem: str = ""
) -> HttpResponse:
    """Show the desk with everything typed; `problem` is what is wrong with the form as a whole."""
    laid = desk.lay_out(mention.article, request.user, asked=str(mention.pk), show=form.data.get("show", ""), sent=form)
    return _show(request, laid, status, problem=problem, with_errors=status in (403, 422))


def _refuse(
    request: SignedInRequest, mention: Mention, form: CandidateForm, deed: str, box: DateBox | None = None
) -> HttpResponse:
    """Answer a form that came too late: one's own second click leads on, anything else is shown beside what stands."""
    now = _mention(mention.pk)
    if conflicts.is_second_click(now, form, deed, box, request.user):
        return _go_on(request, now)
    rows = conflicts.rows(now, form, deed, box)
    context = {
        "mention": now,
        "rows": rows,
        "sent": conflicts.sent(form),
        "deed": deed,
        "settled": now.decision in actions.SETTLED,
    }
    return render(request, "review/conflict.html", context, status=409)


def _go_on(request: SignedInRequest, mention: Mention, *, stay: bool = False) -> HttpResponse:
    """Lead to the next phrase that waits; to the same one where none does, or where one stays."""
    show = request.POST.get("show", "")
    following = None if stay else queries.following(queries.mentions(mention.article), mention)
    return redirect(desk.address(following or mention, show))


def _mark_at(request: SignedInRequest, article: Article, form: MarkForm, start: int, words: str) -> HttpResponse:
    deed = marking.mark_sentence if form.cleaned_data["kind"] == "sentence" else marking.mark_phrase
    if article.text[start : start + len(words)] != words:
        form.add_error("words", _("These words do not stand there."))
        return _show_mark(request, article, form, [])
    try:
        made = deed(article=article, start=start, end=start + len(words), by=request.user, at=timezone.now())
    except marking.CannotMark as refused:
        if refused.mention is None:
            form.add_error("words", _("That is no place for a phrase."))
            return _show_mark(request, article, form, [])
        messages.warning(request, _("“%(words)s” is marked there already.") % {"words": refused.mention.words})
        return redirect(desk.address(refused.mention))
    return redirect(desk.address(made))


def _show_mark(request: SignedInRequest, article: Article, form: MarkForm, found: list[int]) -> HttpResponse:
    laid = desk.lay_out(article, request.user, asked=request.POST.get("mention", ""), chronology=_placed_last(request))
    words = form.data.get("words", "").strip()
    places = [
        {"start": at, "before": article.text[max(0, at - 40) : at], "after": article.text[at + len(words) :][:40]}
        for at in found
    ]
    return _show(request, laid, 422, mark_form=form, places=places, mark_words=words)
