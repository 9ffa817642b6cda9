"""The pages of the other ways to read. Nothing here writes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.public import queries
from timeline.public.filters import LABELS
from timeline.public.kept import CHRONOLOGY, kept
from timeline.public.ways.table import read_table
from timeline.records.access import readable_chronology
from timeline.records.models import Chronology

TYPED = ("q", "from", "to")


@require_safe
@kept(CHRONOLOGY, places=("after", "before"), fields=(*LABELS, "order"), typed=TYPED)
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """A chronology as a table, or what search and filters leave of it."""
    chronology, preview = _asked_for(request, slug)
    page = read_table(chronology, request.GET, preview=preview)
    return render(request, "public/table.html", {"chronology": chronology, "page": page, "preview": preview})


def _asked_for(request: HttpRequest, slug: str) -> tuple[Chronology, bool]:
    """Return the chronology, and whether what is not published is shown too."""
    chronology = readable_chronology(request.user, slug)
    return chronology, queries.shows_preview(request.user, chronology, "preview" in request.GET)
