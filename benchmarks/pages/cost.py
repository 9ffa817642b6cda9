"""250 events: what a page costs the processor, made anew, kept, not sent again, and against an empty view."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from serving import load, serving

from pages.installation import Installation, with_seeds

PAGE = "/chronologies/japan-north-korea/"
PORT = 8177
ROUNDS = 30


def cost(folder: Path, options: Any) -> Iterator[str]:
    """Print processor time of each kind of answer and its ratio to an empty view."""
    found = with_seeds(folder).inside("pages.cost.costs", ROUNDS)
    for name in ("uncached", "kept", "not sent again", "empty"):
        ratio = "" if name == "empty" else f", {found[name] / found['empty']:.1f} times an empty view"
        yield f"page of 250 events, {name}: {found[name]:.2f} ms of processor time{ratio}"


def rate(folder: Path, options: Any) -> Iterator[str]:
    """Print pages a second from the cache through bin/serve."""
    seeds: Installation = with_seeds(folder)
    with serving(seeds.environment, PORT):
        address = f"http://127.0.0.1:{PORT}{PAGE}"
        load(address, 2, packed=True)
        count = load(address, options.seconds, packed=True)
    yield f"pages a second from the cache through bin/serve: {count / options.seconds:.0f}"


def costs(rounds: int) -> dict[str, float]:
    """Return the median milliseconds of the processor for each kind of answer; inside an installation."""
    from django.conf import settings

    settings.ROOT_URLCONF = _addresses_with_an_empty_view()
    settings.ALLOWED_HOSTS = ["*"]
    from pages.asked import Asker, clear_caches

    asker = Asker()
    etag = asker.ask(PAGE).etag
    took: dict[str, list[float]] = {name: [] for name in ("uncached", "kept", "not sent again", "empty")}
    for _round in range(rounds):
        # In turn, so that what burdens the machine burdens all.
        clear_caches()
        for name, path, headers, status in (
            ("uncached", PAGE, {}, 200),
            ("kept", PAGE, {}, 200),
            ("not sent again", PAGE, {"HTTP_IF_NONE_MATCH": etag}, 304),
            ("empty", "/empty/", {}, 200),
        ):
            if name != "uncached":
                asker.ask(path, **headers)
            answer = asker.ask(path, **headers)
            assert answer.status == status, (name, answer.status)
            took[name].append(answer.processor)
    return {name: statistics.median(figures) for name, figures in took.items()}


def _addresses_with_an_empty_view() -> str:
    """Return the name of a module of addresses: the usual ones, and an empty view behind the same middleware."""
    import sys

    from django.http import HttpResponse
    from django.urls import path

    from timeline.urls import urlpatterns

    made: Any = ModuleType("addresses_with_an_empty_view")
    # Not included: the languages of addresses belong to the first table of addresses.
    made.urlpatterns = [path("empty/", lambda request: HttpResponse()), *urlpatterns]
    sys.modules[made.__name__] = made
    return str(made.__name__)
