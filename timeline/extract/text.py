"""Text as it is stored: one kind of line end, nothing that a database or a page refuses."""

import re

_LINE_ENDS = re.compile("\r\n|\r|\v|\f|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
# Control characters but tab and line feed, byte order marks, halves of surrogate pairs, noncharacters.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` with line feeds alone as line ends, without control characters and without outer space."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).strip()
