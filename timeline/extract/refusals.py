"""Why no text can be had from a file."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with the file; whoever shows it to a person finds the sentence."""

    NOT_TEXT = "not-text"
    UNKNOWN_ENCODING = "unknown-encoding"
    NO_TEXT = "no-text"
    TOO_COMPLEX = "too-complex"


class CannotExtract(Exception):
    """A file gives no text, for `reason`; `line` is where it shows, 0 where no line does."""

    def __init__(self, reason: Reason, line: int = 0) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line
