"""Text within XML."""

import re
from html import escape

# What XML 1.0 cannot hold, escaped or not.
_NEVER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(written: str) -> str:
    """Return a text as it stands within an element or an attribute."""
    return escape(_NEVER.sub("", written))
