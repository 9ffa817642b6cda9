"""The list of articles, a new one, and what is known of a stored one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline.accounts.models import Role
from timeline.accounts.roles import SignedInRequest, needs
from timeline.dates.detection import language_of
from timeline.ingest import queries, redating
from timeline.ingest.actions import About, add_article, edit_article
from timeline.ingest.forms import AboutForm, ArticleEditForm, ArticleNewForm, stored
from timeline.limits import LimitReached
from timeline.records.access import CheckerNeeded, may_change
from timeline.records.changes import Stale
from timeline.records.models import Article
from timeline.web.asked import page_of, search_in

ARTICLES_A_PAGE = 50
MOST_LISTED = 200
"""Most dates that are listed before another publication date is taken; the others are counted."""


@require_GET
@needs(Role.RESEARCHER)
def articles(request: SignedInRequest) -> HttpResponse:
    """List the articles with the progress of each; the search is in the address."""
    search = search_in(request.GET.get("q", ""))
    page = page_of(queries.articles(search.words), ARTICLES_A_PAGE, request.GET.get("page"))
    stopped = None if search.typed else queries.where_stopped(request.user)
    return render(request, "ingest/articles.html", {"page": page, "search": search, "stopped": stopped})


@require_http_methods(["GET", "POST"])
@needs(Role.RESEARCHER)
def article_new(request: SignedInRequest) -> HttpResponse:
    """Add an article; what a page says of itself is shown for a person to confirm before anything is stored."""
    today = timezone.localdate()
    if request.method == "GET":
        return render(request, "ingest/article_new.html", {"form": ArticleNewForm(today=today)})
    form = ArticleNewForm(request.POST, request.FILES, today=today)
    valid, suggested = form.is_valid(), form.suggestions()
    if form.from_file is not None and (suggested or not valid):
        return _show_file(request, form, suggested)
    if not valid:
        form.show_where_found()
        return render(request, "ingest/article_new.html", {"form": form}, status=form.status)
    try:
        return _store(request, form)
    except LimitReached as refused:
        form.refuse("text", refused)
        form.show_where_found()
        return render(request, "ingest/article_new.html", {"form": form}, status=form.status)


def _show_file(request: SignedInRequest, read: ArticleNewForm, suggested: dict[str, Any]) -> HttpResponse:
    """Show what the file gave, filled in; the text comes back in its field, so the file is needed no more."""
    file = read.from_file
    assert file is not None
    filled = {**_typed(read), **suggested, "text": read.data.get("text", "").strip() or file.text}
    if suggested.get("published_on"):
        filled["published_on"] = suggested["published_on"].isoformat()
    filled["page_says"] = read.says.packed
    form = ArticleNewForm(filled, today=read.today, text=file.text, said=file.language)
    form.show_where_found()
    context = {
        "form": form,
        "suggested": suggested,
        "file": read.files.get("file"),
        "was_read": True,
        "read_as": read.read_as,
    }
    return render(request, "ingest/article_new.html", context, status=200 if form.is_valid() else 422)


def _store(request: SignedInRequest, form: ArticleNewForm) -> HttpResponse:
    given = {key: value for key, value in form.cleaned_data.items() if key not in ("file", "page_says")}
    article, new = add_article(**given, by=request.user, at=timezone.now())
    count = article.mentions.count()
    if new:
        found = ngettext(
            "Stored. %(count)s date phrase was found.", "Stored. %(count)s date phrases were found.", count
        )
        messages.success(request, found % {"count": count})
    else:
        messages.warning(request, _("This very text is stored already; here it is. Nothing was added."))
    if form.read_as:
        messages.warning(request, form.read_as)
    return redirect("review:review", pk=article.pk)


@require_http_methods(["GET", "POST"])
@needs(Role.RESEARCHER)
def article_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what is known of an article; a change of its date lists every date that hangs on it before it is made."""
    article = get_object_or_404(Article.objects.select_related("source"), pk=pk)
    today = timezone.localdate()
    if request.method == "GET":
        return _show_edit(request, article, ArticleEditForm.of(article, today), 200)
    form = ArticleEditForm(request.POST, today=today, text=article.text)
    if not form.is_valid():
        return _show_edit(request, article, form, 422)
    about = _about(article, form)
    hangs = redating.Anchor.of(article) != about.anchor
    # Only what was listed is confirmed: a date typed after the list was drawn is listed first.
    listed = request.POST.get("confirm") == about.anchor.key
    return _read_again(request, article, form, about, ask=hangs and not listed)


@require_POST
@needs(Role.RESEARCHER)
def article_language(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take another language for an article and read it again; phrases that hang on it are listed first."""
    article = get_object_or_404(Article.objects.select_related("source"), pk=pk)
    chosen = {name: request.POST.get(name, "") for name in ("language", "version", "source_version")}
    form = ArticleEditForm({**stored(article), **chosen}, today=timezone.localdate(), text=article.text)
    if not form.is_valid():
        return _show_edit(request, article, form, 422)
    about = _about(article, form)
    hangs = article.mentions.exists() and redating.Anchor.of(article) != about.anchor
    return _read_again(request, article, form, about, ask=hangs)


def _read_again(
    request: SignedInRequest, article: Article, form: ArticleEditForm, about: About, *, ask: bool
) -> HttpResponse:
    """List what would change, or change it; where the text cannot be read within the limits, say so."""
    try:
        return _show_plan(request, article, form, about) if ask else _edit(request, article, form, about)
    except LimitReached as refused:
        form.refuse(None, refused)
        return _show_edit(request, article, form, form.status)


def _about(article: Article, form: ArticleEditForm) -> About:
    known = {key: value for key, value in form.cleaned_data.items() if not key.endswith("version")}
    return About(**{**known, "language": known["language"] or language_of(article.text)})


def _edit(request: SignedInRequest, article: Article, form: ArticleEditForm, about: About) -> HttpResponse:
    versions = {"version": form.cleaned_data["version"], "source_version": form.cleaned_data["source_version"]}
    try:
        redated = edit_article(article=article, **versions, about=about, by=request.user, at=timezone.now())
    except Stale:
        return _show_stale(request, Article.objects.select_related("source").get(pk=article.pk), form)
    except CheckerNeeded as refused:
        form.add_error(None, refused.words)
        return _show_edit(request, article, form, 403)
    changed = redating.changed_only(redated)
    again = sum(one.asks_again for one in redated)
    if article.source.language != about.language and not redated:
        count = article.mentions.count()
        found = ngettext(
            "Read again. %(count)s date phrase was found.", "Read again. %(count)s date phrases were found.", count
        )
        messages.success(request, found % {"count": count})
    elif changed or again:
        said = _("Changed. %(changed)s dates are read differently now; %(again)s of them ask to be confirmed again.")
        messages.success(request, said % {"changed": len(changed), "again": again})
    else:
        messages.success(request, _("Changed."))
    return redirect("review:review", pk=article.pk)


def _show_edit(request: SignedInRequest, article: Article, form: ArticleEditForm, status: int) -> HttpResponse:
    context = {"form": form, "article": article, "may_edit": may_change(request.user, article.source)}
    return render(request, "ingest/article_edit.html", context, status=status)


def _show_plan(request: SignedInRequest, article: Article, form: ArticleEditForm, about: About) -> HttpResponse:
    plan = redating.plan(article, about.anchor)
    changed = redating.changed_only(plan.redated)
    context = {
        "form": form, "article": article, "about": about, "redated": changed, "shown": changed[:MOST_LISTED],
        "more": max(0, len(changed) - MOST_LISTED), "fresh": plan.fresh,
        "kept": len(plan.redated) - len(changed), "again": sum(one.asks_again for one in plan.redated),
    }  # fmt: skip
    return render(request, "ingest/article_edit.html", context)


def _show_stale(request: SignedInRequest, article: Article, form: ArticleEditForm) -> HttpResponse:
    """Answer 409 with both texts field by field; what was typed stays in the form, which may then be sent again."""
    now = stored(article)
    differ = [
        {"field": form[name], "mine": form.cleaned_data[name], "theirs": value}
        for name, value in now.items()
        if not name.endswith("version") and form.cleaned_data[name] != value
    ]
    versions = {"version": now["version"], "source_version": now["source_version"]}
    again = ArticleEditForm({**_typed(form), **versions}, today=form.today, text=article.text)
    again.is_valid()
    context = {"form": again, "article": article, "differ": differ, "stale": True}
    return render(request, "ingest/article_edit.html", context, status=409)


def _typed(form: AboutForm) -> dict[str, Any]:
    """Return everything that was typed, by the name of its field."""
    return {name: form.data.get(name, "") for name in form.fields}
