"""What was got out of a file."""

from dataclasses import dataclass, field

from timeline.extract.page_days import PublishedAt


@dataclass(frozen=True)
class Extracted:
    """What a file gives: its text, and what it says of itself: suggestions, never facts."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: tuple[PublishedAt, ...] = ()
    """Every day that the page gives for its own publication; `publication` tells what they come to."""
    encoding: str = ""
    """What people call the encoding that the file was taken for, as "Shift_JIS"; "" for Unicode."""
    places: dict[str, str] = field(default_factory=dict)
    """The markup that each of title, publisher, author and url was found in, as "og:site_name"."""
