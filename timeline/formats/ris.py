"""RIS: what EndNote, Mendeley and libraries read. A tag and a value a line; no value ever breaks its line."""

from collections.abc import Iterable, Iterator

from timeline.formats.works import Kind, Work, figures, one_line

TYPE = "application/x-research-info-systems"
TYPES = {Kind.PAGE: "ELEC", Kind.NEWS: "NEWS", Kind.OTHER: "GEN"}


def write(works: Iterable[Work]) -> bytes:
    """Return works one after the other."""
    return "".join(f"{line}\r\n" for work in works for line in _lines(work)).encode()


def _lines(work: Work) -> Iterator[str]:
    yield f"TY  - {TYPES[work.kind]}"
    fields = [
        ("ID", work.key), ("TI", work.title), ("AU", work.author), ("T2", work.container), ("PB", work.publisher),
        ("PY", figures(work.issued[:1])), ("DA", _date(work.issued)), ("ET", work.version), ("UR", work.url),
        ("L2", work.archive_url), ("Y2", _date(work.accessed)), ("LA", work.language), ("N1", work.note),
    ]  # fmt: skip
    yield from (f"{tag}  - {kept}" for tag, value in fields if (kept := one_line(value)))
    yield "ER  - "


def _date(parts: tuple[int, ...]) -> str:
    """Return a date as RIS has it, "2026/11/23/", with a stroke for each part that is not known."""
    return f"{figures(parts, '/')}{'/' * (4 - len(parts))}" if parts else ""
