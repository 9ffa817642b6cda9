"""Files to plain text and what they say of themselves. No Django, no database, no clock."""

from timeline.extract.documents import Extracted, extract
from timeline.extract.encodings import decode
from timeline.extract.refusals import CannotExtract, Reason
from timeline.extract.text import clean

__all__ = ["CannotExtract", "Extracted", "Reason", "clean", "decode", "extract"]
