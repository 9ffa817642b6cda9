"""What search, filters and keys of an address find, for pages that show it otherwise than the timeline."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.public import paging, queries
from timeline.public.among import count_among
from timeline.public.filters import Filters, choice_of, read
from timeline.public.links import Links
from timeline.public.overview import years_of
from timeline.public.paging import Page
from timeline.public.queries import Counts
from timeline.public.reading import Narrowed, key_in, left_out
from timeline.records.models import Chronology
from timeline.records.selection import Choice, Key, Selection, select
from timeline.web.marks import language


@dataclass(frozen=True)
class Found(Narrowed):
    """One page of what was found, with all that the form of search and filters shows."""

    counts: Counts
    filters: Filters
    found: Selection
    page: Page
    links: Links
    problems: list[str]
    years: str
    turned: bool = False
    """Whether the latest stand first."""
    counts_found: bool = False
    """Whether the numbers beside choices count what is found, not the whole chronology; see `with_numbers`."""

    @property
    def earlier_href(self) -> str:
        """The page before; "" where there is none."""
        return self.links.to(before=self.page.earlier) if self.page.earlier else ""

    @property
    def later_href(self) -> str:
        """The page after; "" where there is none."""
        return self.links.to(after=self.page.later) if self.page.later else ""


def with_numbers(found: Found) -> Found:
    """Return what was found for a page that shows the form: with the numbers beside the choices."""
    among = count_among(found.filters, found.found.choice, found.found)
    return replace(found, filters=among.filters, counts_found=among.is_narrowed)


def find(
    chronology: Chronology,
    query: QueryDict,
    links: Callable[[Filters], Links],
    *,
    preview: bool,
    turned: bool = False,
    whole: bool = False,
) -> Found:
    """Return the page that an address asks for; at the beginning, or of what is `turned` at the end, where none.

    `whole`: all of it, as far as one page may hold it.
    """
    prefetch_related_objects([chronology], "lanes")
    filters = read(query, chronology, language(), preview=preview)
    key, backwards, problems = (None, False, []) if whole else _place(query, chronology, turned=turned)
    choice = choice_of(chronology, filters, preview=preview, key=key, backwards=backwards)
    found = select(choice, key=key, backwards=backwards)
    return Found(
        counts=queries.count(chronology, preview=preview),
        filters=filters,
        found=found,
        page=paging.whole(found) if whole else _page(found, key, backwards=backwards, turned=turned),
        links=links(filters),
        problems=[one.error for one in filters.wrong] + problems + left_out(filters, choice),
        years=years_of(select(Choice(chronology.pk, preview))),
        turned=turned,
    )


def _place(query: QueryDict, chronology: Chronology, *, turned: bool) -> tuple[Key | None, bool, list[str]]:
    for name in ("after", "before"):
        if name in query:
            if key := key_in(query.get(name, ""), chronology):
                return key, name == "before", []
            return None, turned, [lost_here()]
    return None, turned, []


def lost_here() -> str:
    """Return what is said where an address names a place that is not there."""
    return _("The place that the address names is not in this chronology.")


def place_in(query: QueryDict, name: str, chronology: Chronology) -> tuple[Key | None, list[str]]:
    """Return the place that a field of an address names, and what is to be said where it names none that there is."""
    key = key_in(query.get(name, ""), chronology)
    return key, [lost_here()] if name in query and key is None else []


def _page(found: Selection, key: Key | None, *, backwards: bool, turned: bool) -> Page:
    if key is None:
        return paging.last_page(found) if backwards else paging.first_page(found)
    if backwards:
        return paging.rest_before(found, key) if turned else paging.page_before(found, key)
    return paging.page_after(found, key)
