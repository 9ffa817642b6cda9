"""A page as a tree, and the parts that are not its article: readers' comments, buttons, boxes of other articles."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from lxml import etree

from timeline.extract.page_names import (
    AGO,
    BY_AGO,
    COMMENT_TYPES,
    COMMENTS_HEADING,
    LONGEST_NAME,
    OTHERS_HEADING,
    REPLY,
    ROLES_BESIDE,
    is_comments_name,
    is_no_article_name,
)

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

NEVER_SHOWN = frozenset(
    {
        "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "embed", "canvas",
        "audio", "video", "map", "meta", "link", "title", "input", "select", "textarea", "button", "datalist", "dialog",
        "nav", "menu", "rt", "rp", "rtc", "amp-ad", "amp-social-share", "amp-sidebar", "amp-analytics", "amp-embed",
        "amp-user-notification", "amp-consent",
    }
)  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "li", "main", "ol",
        "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
CELLS = frozenset({"td", "th"})
LONGEST_CELL = 200
"""Letters of a cell of data; what is longer is layout."""
_IN_A_CELL = BLOCKS - {"p", "div", "center", "li", "ul", "ol"}
_ROOTS = frozenset({"html", "body"})

LONGEST_LABEL = 20
"""Letters of a line beside which a button may stand; those of more are a sentence."""
SHORTEST_SENTENCE = 5
"""Letters around words after which their line goes on."""
LEAST_BESIDE = 40
"""Letters that a page must have beside what readers wrote; else that is what the page is about."""
FEWEST_LINKS = 3
FEWEST_LINKS_OF_A_CELL = 2
LONGEST_STAMP = 60
"""Letters of a line that says who wrote and how long ago."""
MOST_BOXES = 50
"""Boxes with a heading of their own, as "Related news", that are looked for."""


def name(element: Element) -> str:
    """Return the tag in lower case without a prefix; "" of what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def letters(element: Element) -> int:
    """Return how many letters stand in an element, spaces left out."""
    return sum(len(piece) - piece.count(" ") for text in element.itertext() for piece in (text.strip(),))


def line_of(element: Element) -> str:
    """Return the words of an element as one line."""
    return " ".join("".join(element.itertext()).split())


def drop(element: Element) -> None:
    """Empty an element out of its tree; what stands before and behind it stays parted if it was a block.

    It is emptied in place: to move the words behind it would take time that grows with the square of their number.
    """
    element.tag = "hr" if name(element) in BLOCKS else "wbr"
    element.clear(keep_tail=True)


def keep_the_article(tree: Element) -> None:
    """Take out of `tree` what is never shown, and what is shown but is not the article."""
    _drop_unseen(tree)
    whole = Sizes(tree)
    for element, for_sure in _named_otherwise(tree):
        if not whole.holds_the_article(element, for_sure=for_sure):
            drop(element)
    _drop_after_headings(tree)
    _drop_comments_by_their_stamps(tree)
    _drop_lists_of_links(tree)


def _drop_unseen(tree: Element) -> None:
    for element in list(tree.iter(*NEVER_SHOWN)):
        drop(element)
    for element in tree.xpath(_HIDDEN):
        if name(element) not in _ROOTS:
            drop(element)


_HIDDEN = (
    "//*[@hidden or @aria-hidden='true' or contains(translate(@style, 'DISPLAYNO ', 'displayno'), 'display:none')]"
)


class Sizes:
    """How many letters and headings each part of the page has, counted once."""

    def __init__(self, tree: Element) -> None:
        self.letters: dict[Element, int] = {}
        self.of_links: dict[Element, int] = {}
        """How many of the letters are links."""
        self.links: dict[Element, int] = {}
        self.with_heading: set[Element] = set()
        for element in _children_first(tree):
            own = sum(len("".join(text.split())) for text in (element.text or "", *(c.tail or "" for c in element)))
            self.letters[element] = own + sum(self.letters.get(child, 0) for child in element)
            linked = sum(self.of_links.get(child, 0) for child in element)
            self.of_links[element] = self.letters[element] if name(element) == "a" else linked
            self.links[element] = (name(element) == "a") + sum(self.links.get(child, 0) for child in element)
            if name(element) == "h1" or any(child in self.with_heading for child in element):
                self.with_heading.add(element)
        self.all = self.letters.get(tree, 0)

    def holds_the_article(self, element: Element, *, for_sure: bool = False) -> bool:
        """Whether the part is too much of the page to be beside it; readers often write more than the paper."""
        if name(element) in _ROOTS:
            return True
        size = self.letters.get(element, 0)
        if element in self.with_heading and size * 5 > self.all:
            return True
        if for_sure:
            return self.all - size < max(LEAST_BESIDE, self.all // 30)
        return size * 2 > self.all

    def is_mostly_links(self, element: Element) -> bool:
        """Whether most letters of an element are links."""
        return self.of_links.get(element, 0) > 0.7 * self.letters.get(element, 0)


def _children_first(tree: Element) -> Iterator[Element]:
    return (element for _event, element in etree.iterwalk(tree, events=("end",)))


def _named_otherwise(tree: Element) -> list[tuple[Element, bool]]:
    """Return the parts whose tag, class, id, role or type says that they are not the article, outer ones first.

    With each goes whether it is none for sure, however much it holds: what readers wrote, asides and footers.
    """
    found = []
    for element in tree.iter(etree.Element):
        if name(element) in _ROOTS:
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}".strip()[:LONGEST_NAME]
        if named and stands_in_a_sentence(element):
            if is_no_article_name(named, in_a_sentence=True):
                found.append((element, False))
        elif is_a_readers_word(element) or (named and is_comments_name(named)) or name(element) in ("aside", "footer"):
            if _next_block_up(element) not in ("blockquote", "figure"):
                found.append((element, True))
        elif _is_no_article_by_tag(element) or (named and is_no_article_name(named)):
            found.append((element, False))
    return found


def stands_in_a_sentence(element: Element) -> bool:
    """Whether an element is a part of a line of words: a link, a day, a name, not a button beside a short label."""
    if name(element) in BLOCKS or name(parent := element.getparent()) in HEADINGS:
        return False
    around = "".join([parent.text or "", *(child.tail or "" for child in parent)])
    behind = (element.tail or "").lstrip()
    goes_on = behind[:1].isalpha() or behind[:1] in tuple(".,;!?)。、」）")
    return sum(map(str.isalpha, around)) > (LONGEST_LABEL if not goes_on else SHORTEST_SENTENCE)


def _is_no_article_by_tag(element: Element) -> bool:
    return name(element) == "form" or element.get("role", "").lower() in ROLES_BESIDE


def _next_block_up(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else name(parent)


def is_a_readers_word(element: Element) -> bool:
    """Whether the markup says that the element is a comment or a review."""
    kind = element.get("itemtype", "").rstrip("/").rpartition("/")[2].lower()
    prop = element.get("itemprop", "").lower()
    return kind in COMMENT_TYPES or prop in ("comment", "review", "commentcount", "interactionstatistic")


def _drop_after_headings(tree: Element) -> None:
    """Take out what stands under "Comments (3)" or "Related news", up to the next heading or the end of its box."""
    sizes, tried = Sizes(tree), 0
    for element in list(tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "dt", "strong", "b", "span")):
        if len(element) > 5 or not 1 < sizes.letters[element] < 80 or tried == MOST_BOXES:
            continue
        words = line_of(element).strip(" :：■◆▶▼●【】[]<>＜＞")
        if COMMENTS_HEADING.fullmatch(words):
            tried += 1
            _drop_section(element, _looks_like_comments)
        elif OTHERS_HEADING.fullmatch(words):
            tried += 1
            _drop_section(element, sizes.is_mostly_links)


def _drop_section(heading: Element, fits: Callable[[Element], bool]) -> None:
    """Take out the elements behind a heading that fit, and the heading with the first of them."""
    parent = heading.getparent()
    while heading.getnext() is None and parent is not None:
        if name(parent) in _ROOTS or len(parent) > 1 or (parent.text or "").strip():
            return
        heading, parent = parent, parent.getparent()
    level = name(heading)
    section = []
    for sibling in heading.itersiblings():
        if name(sibling) in HEADINGS and name(sibling) <= level:
            break
        section.append(sibling)
    fitting = [sibling for sibling in section if fits(sibling)]
    if fits is _looks_like_comments and (fitting or _counts_what_follows(heading)):
        fitting = section
    for sibling in fitting:
        drop(sibling)
    if fitting:
        drop(heading)


def _counts_what_follows(heading: Element) -> bool:
    """Whether a heading behind the text says how many comments follow: then they are that, whatever they look like."""
    if name(heading) not in HEADINGS or not any(map(str.isdigit, line_of(heading))):
        return False
    return any(letters(one) > LEAST_BESIDE for one in heading.xpath("preceding::p"))


def _looks_like_comments(element: Element) -> bool:
    texts = [" ".join(text.split()) for text in element.itertext()]
    return any(AGO.fullmatch(text) or REPLY.fullmatch(text) for text in texts if 0 < len(text) < 40)


def _drop_comments_by_their_stamps(tree: Element) -> None:
    """Take out a box in which two or more lines say only how long ago: readers' comments, whatever they are called."""
    whole = Sizes(tree)
    boxes: dict[Element, int] = {}
    for element in _stamps(tree, whole):
        box = element.getparent()
        for _step in range(4):
            if box is None or name(box) in _ROOTS:
                break
            boxes[box] = boxes.get(box, 0) + 1
            box = box.getparent()
    for box, stamps in boxes.items():
        is_live = "live" in f"{box.get('class', '')} {box.get('id', '')}".lower()
        is_beside = box not in whole.with_heading and not whole.holds_the_article(box, for_sure=True)
        if stamps > 1 and is_beside and not is_live:
            drop(box)


def _stamps(tree: Element, sizes: Sizes) -> Iterator[Element]:
    """Yield the elements whose whole line says how long ago, alone or behind the name of who wrote, inner ones only."""
    with_stamp: set[Element] = set()
    for element in _children_first(tree):
        if not isinstance(element.tag, str) or not 0 < sizes.letters[element] < LONGEST_STAMP:
            continue
        if any(child in with_stamp for child in element):
            with_stamp.add(element)
        elif (AGO if not len(element) else BY_AGO).fullmatch(words := line_of(element)) or BY_AGO.fullmatch(words):
            with_stamp.add(element)
            yield element


def _drop_lists_of_links(tree: Element) -> None:
    """Take out lists of links that stand outside of the article: menus, rankings, cells of navigation."""
    sizes = Sizes(tree)
    is_of_data: dict[Element, bool] = {}
    for cell in list(tree.iter("td", "th")):
        if sizes.links[cell] < FEWEST_LINKS_OF_A_CELL or not sizes.is_mostly_links(cell):
            continue
        table = next(cell.iterancestors("table"), None)
        if table not in is_of_data:
            is_of_data[table] = table is None or is_data(table)
        if not is_of_data[table] and not sizes.holds_the_article(cell):
            drop(cell)
    for element in list(tree.iter("ul", "ol", "dl")):
        if sizes.links[element] >= FEWEST_LINKS and sizes.is_mostly_links(element) and not _stands_in_article(element):
            drop(element)


def _stands_in_article(element: Element) -> bool:
    return any(name(above) in ("article", "main", "p", "td") for above in element.iterancestors())


def is_data(table: Element) -> bool:
    """Whether a table holds data, not the layout of a page: two cells a row, short ones, nothing large in them."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    if table.get("role", "").lower() in ("presentation", "none"):
        return False
    rows = [[cell for cell in row if name(cell) in CELLS] for row in table.iter("tr")]
    rows = [row for row in rows if row]
    if not rows or max(map(len, rows)) < 2:
        return False
    said = any(name(cell) == "th" for row in rows for cell in row) or next(table.iter("caption"), None) is not None
    if not said and len(rows) < 2:
        return False
    for cell in (cell for row in rows for cell in row):
        if next(cell.iter(*_IN_A_CELL - CELLS), None) is not None and not said:
            return False
        if letters(cell) > LONGEST_CELL * (5 if said else 1):
            return False
    return True
