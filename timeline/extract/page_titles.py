"""What a page is called, without the name of its paper; a dash of the title's own stays."""

import re
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from timeline.extract.linked_data import LinkedArticle
from timeline.extract.page_marks import MOST_MARKS, Fact, first_of, is_beside, letters_of
from timeline.extract.page_tree import Element, line_of, name

_SEPARATORS = re.compile(r"\s*(?:\||｜|¦)\s*|\s+(?:[-–—―:·•»›<>«/]|::|>>|<<)\s+|：|:\s+|\s*[»›«]\s*|\s+@\s+")
_SEPARATOR_LAST = re.compile(rf"(?:{_SEPARATORS.pattern})$")
# In brackets behind a title in Japanese and Korean: "港の工事が完了（湾日報）".
_IN_BRACKETS = re.compile(
    r"^(.{2,300})[(（\[［【]([^()（）\[\]［］【】]{1,60})[)）\]］】]$"
    r"|^[\[［【]([^\[\]［］【】]{1,60})[\]］】]\s*(.{2,300})$"
)
LONGEST_TITLE = 500


def titles_of(tree: Element, metas: list[tuple[str, str, str]]) -> list[Fact]:
    """Return what the page is called, in each place that says so."""
    found = list(first_of(metas, "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"))
    found += [Fact(line_of(one), "<title>") for one in tree.iter("title") if name(one.getparent()) != "svg"][:1]
    found += [Fact(line_of(one), "<h1>") for one in islice(tree.iter("h1"), MOST_MARKS) if not is_beside(one)][:5]
    return [Fact(fact.value[:LONGEST_TITLE], fact.place) for fact in found if fact.value]


def title_of(tree: Element, heads: list[Fact], linked: list[LinkedArticle], publisher: str, url: str) -> Fact:
    """Return the title without the paper's name, told from a dash of its own by the first heading and JSON-LD."""
    sites = [site for site in (publisher, _host_name(url)) if site]
    bare = [Fact(one.headline, "JSON-LD headline") for one in linked if one.headline and not one.is_page]
    bare += [fact for fact in heads if fact.place == "<h1>" and not _names_site(fact.value, sites)]
    bare += [fact for fact in _item_headlines(tree) if fact.value]
    for head in (fact for fact in heads if fact.place != "<h1>"):
        if bare and _names_site(head.value, sites):
            continue
        for one in bare:
            if _is_rest_of(one.value, head.value):
                return one if len(letters_of(one.value)) < len(letters_of(head.value)) else head
        stripped = _without_site(head.value, sites)
        if stripped and stripped.endswith(("…", "...")):
            whole = next((one for one in bare if letters_of(one.value).startswith(letters_of(stripped))), None)
            if whole:
                return whole
        if stripped:
            return Fact(stripped, head.place)
    return Fact(_without_site(bare[0].value, sites), bare[0].place) if bare else Fact()


def _item_headlines(tree: Element) -> list[Fact]:
    found = [one for one in tree.iter(etree.Element) if "headline" in (one.get("itemprop") or "").lower().split()]
    return [Fact(one.get("content") or line_of(one), "itemprop headline") for one in found[:3] if not is_beside(one)]


def _is_rest_of(one: str, head: str) -> bool:
    """Whether `head` is `one` itself, or `one` with something parted off before or behind it."""
    one, head = " ".join(one.split()), " ".join(head.split())
    if one.casefold() == head.casefold():
        return True
    folded = head.casefold()
    if folded.startswith(one.casefold()):
        rest = head[len(one) :]
        return bool(_SEPARATORS.match(rest) or rest[:1] in "(（[［【")
    if folded.endswith(one.casefold()):
        rest = head[: -len(one)]
        return rest[-1:] in tuple(")）]］】") or bool(_SEPARATOR_LAST.search(rest[-4:]))
    return False


def _without_site(title: str, sites: list[str]) -> str:
    """Take the paper's name off either end of a title; a dash of the title's own stays."""
    title = " ".join(title.split())
    for _again in range(3):
        shorter = _once_without_site(title, sites)
        if shorter == title:
            break
        title = shorter
    return title


def _once_without_site(title: str, sites: list[str]) -> str:
    gaps = list(_SEPARATORS.finditer(title))
    # The shortest end first: what stands behind an earlier gap may be the title's own.
    for gap in reversed(gaps):
        if _names_site(title[gap.end() :], sites) and title[: gap.start()].strip():
            return title[: gap.start()].strip()
    for gap in gaps:
        if _names_site(title[: gap.start()], sites) and title[gap.end() :].strip():
            return title[gap.end() :].strip()
    brackets = _IN_BRACKETS.match(title)
    if brackets:
        rest, site = (brackets[1], brackets[2]) if brackets[1] else (brackets[4], brackets[3])
        if _names_site(site, sites):
            return rest.strip()
    return title


def _names_site(words: str, sites: list[str]) -> bool:
    """Whether words are the paper's name, also shortened or with "Online" behind it."""
    own = letters_of(words).removeprefix("the")
    for site in sites:
        name_of_site = letters_of(site).removeprefix("the")
        if own and name_of_site and (own == name_of_site or (
            min(len(own), len(name_of_site)) >= 3
            and (own in name_of_site or name_of_site in own)
            and 2.5 * min(len(own), len(name_of_site)) >= max(len(own), len(name_of_site))
        )):  # fmt: skip
            return True
    return False


def _host_name(url: str) -> str:
    """Return the name in an address: "baycourier" of www.baycourier.example."""
    parts = [
        part
        for part in urlsplit(url).netloc.lower().split(":")[0].split(".")
        if part not in ("www", "m", "news", "amp")
    ]
    return max(parts[:-1], key=len, default="") if len(parts) > 1 else ""
