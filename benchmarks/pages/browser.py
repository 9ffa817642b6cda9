"""What a browser makes of it: the first visit beside two well-known timelines, and a step on a slow machine."""

import os
import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving

from pages import peers
from pages.installation import with_sample

PORT = 8180
PAGE = f"http://127.0.0.1:{PORT}/chronologies/sample/"
QUIET, LONGEST = 3, 300
"""Seconds without a long task after which a page is done, and after which it is given up."""
SLOWER = 4
STEPS = 5
POINTED = 300
"""Milliseconds for which a person's pointer rests on a link before it is pressed."""
WATCH = """
window.seen = {tasks: [], shift: 0, paint: 0};
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.seen.tasks.push([entry.startTime, entry.duration]);
})).observe({type: 'longtask', buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) { window.seen.shift += entry.value; }
})).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.seen.paint = entry.startTime;
})).observe({type: 'largest-contentful-paint', buffered: true});
"""
WATCH_STEPS = """
const now = () => performance.timeOrigin + performance.now();
const first = () => document.querySelector('li.event')?.id;
const look = () => {
  const clicked = Number(sessionStorage.getItem('clicked'));
  if (clicked && first() && first() !== sessionStorage.getItem('first')) {
    sessionStorage.removeItem('clicked');
    requestAnimationFrame(() => setTimeout(() => { window.step = now() - clicked; }));
  } else { requestAnimationFrame(look); }
};
addEventListener('click', () => {
  sessionStorage.setItem('first', first());
  sessionStorage.setItem('clicked', now());
}, true);
requestAnimationFrame(look);
"""


@dataclass
class Visit:
    """What one visit with nothing kept from before took."""

    size: int
    nodes: int
    interactive: float
    shift: float
    long_tasks: int
    longest: float

    def __str__(self) -> str:
        return (
            f"{self.size:,} bytes, {self.nodes:,} nodes, interactive after {self.interactive:,.0f} ms, "
            f"layout shift {self.shift:.3f}, {self.long_tasks} tasks over 50 ms (longest {self.longest:,.0f} ms)"
        )


def first_visit(folder: Path, options: Any) -> Iterator[str]:
    """Print what the first visit takes here and with each peer, then how many times as much theirs is."""
    installation = with_sample(folder, options.small, options.databases[0])
    peers.prepare(folder / "peers", installation.inside("pages.browser.events_of_sample"))
    with browser() as chromium, serving(installation.environment, PORT), peers.served(folder / "peers") as theirs:
        visit(chromium, PAGE, until="li.event")
        own = visit(chromium, PAGE, until="li.event")
        own.size += _size_of_icon(PAGE)
        yield f"{options.small:,} events, Nenpyo: {own}"
        for name, address, drawn in (
            ("TimelineJS", f"{theirs}timelinejs.html", ".tl-timemarker"),
            ("vis-timeline", f"{theirs}vis.html", ".vis-item"),
        ):
            try:
                found = visit(chromium, address, until=drawn)
            except Exception as error:
                yield f"{options.small:,} events, {name}: not drawn ({str(error).splitlines()[0]})"
                continue
            yield f"{options.small:,} events, {name}: {found}"
            yield (
                f"{name} / Nenpyo: bytes {found.size / own.size:.1f}, nodes {found.nodes / own.nodes:.1f}, "
                f"time to interactive {found.interactive / own.interactive:.1f}"
            )


def slow_browser(folder: Path, options: Any) -> Iterator[str]:
    """Print the largest paint and a step to the next page in a browser at a quarter of its speed, medians."""
    installation = with_sample(folder, options.small, options.databases[0])
    paints: list[float] = []
    steps: dict[str, list[float]] = {"pointed at first": [], "pressed at once": []}
    with browser() as chromium, serving(installation.environment, PORT):
        with _page(chromium, SLOWER) as page:
            page.goto(PAGE)
        for _round in range(STEPS):
            for how, found in steps.items():
                with _page(chromium, SLOWER) as page:
                    page.goto(PAGE, wait_until="load")
                    page.wait_for_timeout(1000)
                    paints.append(_told(page, "window.seen.paint"))
                    link = page.locator("a[rel=next]").first
                    if how == "pointed at first":
                        link.hover()
                        page.wait_for_timeout(POINTED)
                    link.click()
                    found.append(_told(page, "window.step"))
    figures = {"largest contentful paint": paints}
    figures |= {f"step to the later events, {how}": found for how, found in steps.items()}
    for name, found in figures.items():
        yield f"{options.small:,} events, a quarter of the speed, {name}: {statistics.median(found):.0f} ms"


def _told(page: Page, figure: str) -> float:
    """Return a figure as soon as it is there; asked again and again, since our pages let no string be evaluated."""
    last = time.monotonic() + LONGEST
    while time.monotonic() < last:
        if found := page.evaluate(f"{figure} || 0"):
            return float(found)
        page.wait_for_timeout(50)
    raise TimeoutError(figure)


def events_of_sample() -> list[dict[str, Any]]:
    """Return headline, summary, first and last day of every event of a sample; inside an installation."""
    from timeline.records.models import Event

    told = []
    for event in Event.objects.prefetch_related("wordings").order_by("pk"):
        first, last = event.earliest or event.latest, event.latest or event.earliest
        if first and last:
            wording = event.wording
            summary = wording.summary if wording else ""
            told.append(
                {
                    "key": event.pk,
                    "headline": event.headline,
                    "summary": summary,
                    "first": f"{first}",
                    "last": f"{last}",
                }
            )
    return told


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )  # fmt: skip
        yield chromium
        chromium.close()


@contextmanager
def _page(chromium: Browser, slower: float = 1, sent: Callable[[Any], None] | None = None) -> Iterator[Page]:
    """Open a page that keeps nothing from before; `sent` is told of each file that came."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(LONGEST * 1000)
    page = context.new_page()
    page.add_init_script(WATCH + WATCH_STEPS)
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    devtools.send("Network.enable")
    if sent:
        devtools.on("Network.loadingFinished", sent)
    yield page
    context.close()


def visit(chromium: Browser, address: str, *, until: str) -> Visit:
    """Go to an address, wait until something stands there and nothing works any more, and return what it took.

    A page is interactive when the last task over 50 ms has ended, or when its document is there, if that is later.
    """
    sizes: list[float] = []
    with _page(chromium, sent=lambda told: sizes.append(told["encodedDataLength"])) as page:
        page.goto(address, wait_until="load")
        page.wait_for_selector(until, state="attached")
        last = time.monotonic() + LONGEST
        while time.monotonic() < last:
            now, tasks = page.evaluate("[performance.now(), window.seen.tasks]")
            if now - max((start + length for start, length in tasks), default=0) > QUIET * 1000:
                break
            page.wait_for_timeout(500)
        told = page.evaluate(
            "({...window.seen, nodes: document.querySelectorAll('*').length,"
            " ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd})"
        )
    lengths = [length for _start, length in told["tasks"]]
    return Visit(
        size=round(sum(sizes)),
        nodes=told["nodes"],
        interactive=max([told["ready"], *(start + length for start, length in told["tasks"])]),
        shift=told["shift"],
        long_tasks=len(lengths),
        longest=max(lengths, default=0),
    )


def _size_of_icon(address: str) -> int:
    """Return the bytes of the icon, which a browser without a window does not fetch."""
    html = urlopen(address).read().decode()
    found = re.search(r'<link[^>]*rel="icon"[^>]*href="([^"]+)"', html)
    if not found:
        return 0
    return len(urlopen(Request(urljoin(address, found[1]), headers={"Accept-Encoding": "br"})).read())
