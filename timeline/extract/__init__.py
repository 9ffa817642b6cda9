"""Files to plain text and what they say of themselves. No Django, no database, no clock."""

from timeline.extract.documents import extract
from timeline.extract.encodings import Decoded, decode
from timeline.extract.extracted import Extracted
from timeline.extract.page_days import PublishedAt
from timeline.extract.publication import Ground, Offered, Publication, publication
from timeline.extract.refusals import CannotExtract, Reason
from timeline.extract.text import clean
from timeline.extract.timestamps import Timestamp, read_timestamp

__all__ = [
    "CannotExtract", "Decoded", "Extracted", "Ground", "Offered", "Publication", "PublishedAt", "Reason", "Timestamp",
    "clean", "decode", "extract", "publication", "read_timestamp",
]  # fmt: skip
