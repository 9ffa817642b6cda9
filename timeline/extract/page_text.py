"""The text of a page's article: trafilatura says where the article stands, its words are read here, none left out.

trafilatura drops words inside tags that it does not know (time, data, ruby) and keeps the indentation of the source; so
its answer only chooses among the lines that are read here.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree, html

from timeline.extract.page_names import AGO, BUTTON
from timeline.extract.page_tree import BLOCKS, CELLS, HEADINGS, Element, Sizes, is_data, name

SHORTEST = 0.3
"""Share of a short page's letters below which trafilatura's choice is not believed to be the article."""
SMALL_PAGE = 2000
LARGEST_FOR_TRAFILATURA = 500_000
"""Letters above which the article is told by its markup alone, in time that grows with its length only."""
MOST_LINES_FOR_TRAFILATURA = 3000
MOST_ELEMENTS_FOR_TRAFILATURA = 5000
GRAM = 4
ALIKE = 0.6
"""Share of a line's pieces of four letters that trafilatura's text has, where it kept the line."""
_ROWS = frozenset({"li", "tr", "dt", "dd"})
_CAPTION = re.compile(r"\b(?:img|photo|pic|image)[_-]?(?:desc|caption|txt|text)|\bcaption\b", re.IGNORECASE)
BETWEEN_CELLS = " | "
_SPACES = re.compile(r"\s+")
# Soft hyphens, zero-width spaces and joiners of layout; none of them is a letter of a word.
_NO_LETTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\u180e"))
_WIDE = re.compile("[\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_MARK = re.compile(
    r"[\[(（［]?\s?(?:\d{1,3}|[a-z]|[*†‡§※]+|(?:note|nb|注|註|주|脚注)\s?\d{0,3})\s?[\])）］]?", re.IGNORECASE
)
LONGEST_BUTTON = 60


@dataclass
class Line:
    """A line of the page as it is read: its words, and the element it stands in."""

    box: Element
    apart: bool
    """Whether an empty line goes before it."""
    pieces: list[str] = field(default_factory=list)
    words: str = ""


def text_of(tree: Element) -> str:
    """Return the article in a tree from which all else that is known was taken out; "" if nothing can be read."""
    lines = read_lines(tree)
    return _joined(_article(tree, lines))


def read_lines(tree: Element) -> list[Line]:
    """Return every line of a tree in order: blocks, what `<br>` parts, and the rows of tables of data."""
    reader = _Reader(tree)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            reader.begin(element)
        else:
            reader.end(element)
    lines = []
    for line in reader.lines:
        line.words = _tidy("".join(line.pieces))
        if line.words and any(char.isalnum() for char in line.words) and not _is_chrome(line.words):
            lines.append(line)
    return lines


def _is_chrome(words: str) -> bool:
    return len(words) <= LONGEST_BUTTON and bool(BUTTON.fullmatch(words) or AGO.fullmatch(words))


class _Reader:
    """Walks through a tree and fills lines; `pre` keeps its line ends, cells of data stay on the line of their row."""

    def __init__(self, tree: Element) -> None:
        self.lines: list[Line] = [Line(tree, False)]
        self.data = {table for table in tree.iter("table") if is_data(table)}
        self.row_depth = 0
        self.pre_depth = 0
        self.skipped: Element | None = None
        self.apart = False

    def begin(self, element: Element) -> None:
        """Go into an element."""
        if self.skipped is not None:
            return
        tag = name(element)
        if tag == "sup" and _is_footnote_mark(element, self.lines[-1].pieces):
            self.skipped = element
            return
        if self.row_depth and tag in CELLS:
            if element.getprevious() is not None and self.lines[-1].pieces:
                self.lines[-1].pieces.append("\0")
        elif tag == "tr" and _table_of(element) in self.data:
            self._part(element, apart=False)
            self.row_depth += 1
        elif tag == "br":
            if self.row_depth:
                self._say(" ")
            else:
                self._part(element.getparent(), apart=self._is_second_break(element))
        elif tag in BLOCKS or _is_caption(element):
            self._part(element, apart=tag not in _ROWS)
        elif tag == "q":
            self._say("“")
        self.pre_depth += tag in ("pre", "listing", "xmp")
        self._say(element.text)

    def end(self, element: Element) -> None:
        """Come out of an element."""
        if self.skipped is not None:
            if element is not self.skipped:
                return
            self.skipped = None
            self._say(element.tail)
            return
        tag = name(element)
        self.pre_depth -= tag in ("pre", "listing", "xmp")
        if tag == "tr" and self.row_depth and _table_of(element) in self.data:
            self.row_depth -= 1
            self._part(element.getparent(), apart=False)
        elif (tag in BLOCKS and tag not in CELLS) or _is_caption(element):
            self._part(element.getparent() if element.getparent() is not None else element, apart=tag not in _ROWS)
        elif tag in CELLS and not self.row_depth:
            self._part(element.getparent(), apart=True)
        elif tag == "q":
            self._say("”")
        self._say(element.tail)

    def _is_second_break(self, element: Element) -> bool:
        before = element.getprevious()
        return before is not None and name(before) == "br" and not (before.tail or "").strip()

    def _part(self, box: Element, *, apart: bool) -> None:
        if self.row_depth:
            self._say(" ")
            return
        last = self.lines[-1]
        self.apart = self.apart or apart
        if any(piece.strip() for piece in last.pieces):
            self.lines.append(Line(box, self.apart))
        else:
            last.pieces.clear()
            last.box, last.apart = box, last.apart or self.apart
        self.apart = False

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self.pre_depth and not self.row_depth and "\n" in words:
            first, *rest = words.split("\n")
            self.lines[-1].pieces.append(first)
            for one in rest:
                self._part(self.lines[-1].box, apart=False)
                self.lines[-1].pieces.append(one)
            return
        self.lines[-1].pieces.append(words)


def _is_caption(element: Element) -> bool:
    """Whether inline markup is shown as a box of its own: the words under a picture, as portals write them."""
    return name(element) in ("em", "span", "strong", "i") and bool(_CAPTION.search(element.get("class") or ""))


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors("table"), None)


def _is_footnote_mark(element: Element, before: list[str]) -> bool:
    """Whether raised letters are the mark of a note: a link, or a number right behind a year or a word's end."""
    words = "".join(element.itertext()).strip()
    if not _MARK.fullmatch(words):
        return False
    if next(element.iter("a"), None) is not None or (element.get("class") or "").lower().find("ref") >= 0:
        return True
    parent = element.getparent()
    if parent is not None and name(parent) == "a":
        return True
    last = "".join(before[-3:])
    if not words[-1:].isdigit():
        return words[0] in "[(（［*†‡§※"
    return bool(re.search(r"(?:[^\W\d_]{3}|\b\d{4}|[.,;:!?。、」』”\"')）])$", last[-8:]))


def _tidy(words: str) -> str:
    """Return words as one line: runs of blanks are one, and none where Japanese was only broken in the source."""
    cells = [_one_line(cell) for cell in words.translate(_NO_LETTERS).split("\0")]
    return BETWEEN_CELLS.join(cell for cell in cells if cell)


def _one_line(words: str) -> str:
    words = words.strip()

    def blank(run: re.Match[str]) -> str:
        if "\n" not in run[0]:
            return " "
        around = words[run.start() - 1] + words[run.end()]
        return "" if all(_WIDE.match(char) for char in around) else " "

    return _SPACES.sub(blank, words)


def _joined(lines: list[Line]) -> str:
    text = ""
    for line in lines:
        text += ("\n\n" if line.apart else "\n") * bool(text) + line.words
    return text


def _article(tree: Element, lines: list[Line]) -> list[Line]:
    """Return the lines of the article: those that trafilatura kept, and what stands between them."""
    size = sum(len(line.words) for line in lines)
    sizes = Sizes(tree)
    marked = _marked(tree, size, sizes)
    if marked is not None:
        inside = set(marked.iter())
        within = [line for line in lines if line.box in inside and not _is_link_line(line, sizes)]
        if sum(len(line.words) for line in within) > SHORTEST * size:
            return _with_heading(within, lines)
    if (
        size > LARGEST_FOR_TRAFILATURA
        or len(lines) > MOST_LINES_FOR_TRAFILATURA
        or sum(1 for _one in islice(tree.iter(), MOST_ELEMENTS_FOR_TRAFILATURA)) == MOST_ELEMENTS_FOR_TRAFILATURA
    ):
        return lines
    found = _Grams(_by_trafilatura(tree))
    kept = [found.has(line.words) for line in lines]
    taken = sum(len(line.words) for line, one in zip(lines, kept, strict=True) if one)
    if not taken or (size < SMALL_PAGE and taken < SHORTEST * size):
        return lines
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    # The last lines of the box in which the article ends, as a list that trafilatura took for links.
    end = lines[last].box
    while end is not None and name(end) in ("li", "p", "b", "strong", "span", "tr", "tbody", "td"):
        end = end.getparent()
    while last + 1 < len(lines) and end is not None and name(end) != "body" and _is_in(lines[last + 1].box, end):
        last += 1
    return _with_heading([line for line in lines[first : last + 1] if not _is_link_line(line, sizes)], lines)


def _marked(tree: Element, size: int, sizes: Sizes) -> Element | None:
    """Return the one element that says it is the article; None where none or several say so."""
    for path in ("//*[@itemprop='articleBody']", "//article[not(ancestor::article)]", "//main | //*[@role='main']"):
        found = [one for one in tree.xpath(path) if sizes.letters[one] > SHORTEST * size / 2]
        if len(found) == 1:
            return found[0]
    return None


def _is_in(box: Element, outer: Element) -> bool:
    return box is outer or any(above is outer for above in box.iterancestors())


def _with_heading(article: list[Line], lines: list[Line]) -> list[Line]:
    """Return the article with the page's first heading before it, where it stands before it on the page."""
    heading = next((line for line in lines if _is_in_heading(line.box)), None)
    if heading is None or not article or any(_is_in_heading(line.box) for line in article):
        return article
    if lines.index(heading) > lines.index(article[0]):
        return article
    return [heading, *article]


def _is_in_heading(box: Element) -> bool:
    return name(box) == "h1" or next(box.iterancestors("h1"), None) is not None


def _is_link_line(line: Line, sizes: Sizes) -> bool:
    """Whether a line is a link alone and no sentence: "Back to the list"."""
    return (
        len(line.words) < LONGEST_BUTTON
        and name(line.box) not in HEADINGS
        and name(line.box) != "tr"
        and not any(char.isdigit() for char in line.words)
        and sizes.is_mostly_links(line.box)
        and not line.words.endswith((".", "。", "!", "?", "다"))
    )


def _by_trafilatura(tree: Element) -> str:
    from trafilatura import extract  # half a second to import: only who uploads a page waits for it

    whole = html.document_fromstring(html.tostring(tree, encoding="utf-8"))
    etree.strip_tags(whole, *_INLINE)
    try:
        return extract(whole, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (ValueError, RecursionError):
        return ""


_INLINE = (
    "time", "abbr", "ruby", "rb", "data", "mark", "dfn", "span", "font", "b", "strong", "i", "em", "u", "small", "cite",
    "q", "kbd", "samp", "var", "bdi", "bdo", "ins", "wbr",
)  # fmt: skip


class _Grams:
    """The pieces of four letters of a text, to see whether a line stands in it."""

    def __init__(self, text: str) -> None:
        self.pieces = set(_grams(text))

    def has(self, words: str) -> bool:
        """Whether most of a line's pieces stand in the text."""
        pieces = _grams(words)
        return bool(pieces) and sum(piece in self.pieces for piece in pieces) >= ALIKE * len(pieces)


def _grams(text: str) -> list[str]:
    only = "".join(filter(str.isalnum, text))
    return [only[at : at + GRAM] for at in range(max(1, len(only) - GRAM + 1))] if only else []
