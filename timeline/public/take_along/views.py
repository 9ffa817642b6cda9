"""Files and frames that a reader takes along. Nothing here writes."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.public.event_page import (
    address_of,
    event_work,
    read_event,
    read_version,
    settled_elsewhere,
    source_works,
)
from timeline.public.kept import CHRONOLOGY, EVENT, kept
from timeline.public.take_along import citing
from timeline.records.access import readable_chronology, readable_event


@require_safe
@kept(EVENT, says_the_day=True)
def cite(request: HttpRequest, pk: int, way: str) -> HttpResponseBase:
    """The event as it stands now, as a citation of this version."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite", pk=merged, way=way)
    shown = read_event(readable_event(request.user, pk), request.user)
    work = event_work(shown, request.build_absolute_uri(shown.path), timezone.localdate())
    return citing.file_of([work], way)


@require_safe
@kept(EVENT, says_the_day=True)
def cite_version(request: HttpRequest, pk: int, version: int, way: str) -> HttpResponseBase:
    """One version of an event, as a citation."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite", pk=merged, way=way)
    shown = read_version(readable_event(request.user, pk), version, request.user)
    if isinstance(shown, int):
        return redirect("public:cite_version", pk=pk, version=shown, way=way)
    work = event_work(shown, request.build_absolute_uri(shown.path), timezone.localdate())
    return citing.file_of([work], way)


@require_safe
@kept(EVENT)
def cite_sources(request: HttpRequest, pk: int, way: str) -> HttpResponseBase:
    """The sources of an event, as citations."""
    if merged := settled_elsewhere(request.user, pk):
        return redirect("public:cite_sources", pk=merged, way=way)
    shown = read_event(readable_event(request.user, pk), request.user)
    return citing.file_of(source_works(shown.item.citations), way)


@require_safe
@kept(CHRONOLOGY, says_the_day=True)
def cite_chronology(request: HttpRequest, slug: str, way: str) -> HttpResponseBase:
    """A chronology as a whole, as a citation."""
    chronology = readable_chronology(request.user, slug)
    address = address_of(request, "public:timeline", slug)
    return citing.file_of([citing.chronology_work(chronology, address, timezone.localdate())], way)
