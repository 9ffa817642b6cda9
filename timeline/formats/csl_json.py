"""CSL-JSON: what Zotero, Pandoc and citation styles read (citation-style-language.org, schema csl-data)."""

import json
from collections.abc import Iterable
from typing import Any

from timeline.formats.works import DateParts, Kind, Work, one_line

TYPE = "application/vnd.citationstyles.csl+json"
TYPES = {Kind.PAGE: "webpage", Kind.NEWS: "article-newspaper", Kind.OTHER: "document"}


def write(works: Iterable[Work]) -> bytes:
    """Return works as one list."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=2).encode() + b"\n"


def _item(work: Work) -> dict[str, Any]:
    texts = {
        "title": work.title, "container-title": work.container, "publisher": work.publisher, "version": work.version,
        "URL": work.url, "archive_location": work.archive_url, "language": work.language, "note": work.note,
    }  # fmt: skip
    item: dict[str, Any] = {"id": work.key, "type": TYPES[work.kind]}
    item |= {name: kept for name, text in texts.items() if (kept := one_line(text))}
    if author := one_line(work.author):
        # Nobody has said which of its words is the family's name.
        item["author"] = [{"literal": author}]
    return item | {name: _date(parts) for name, parts in _dates(work) if parts}


def _dates(work: Work) -> list[tuple[str, DateParts]]:
    return [("issued", work.issued), ("accessed", work.accessed)]


def _date(parts: DateParts) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}
