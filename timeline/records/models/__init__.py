"""Every table, one noun a file."""

from timeline.records.models.actors import Actor
from timeline.records.models.articles import LONGEST_TEXT, Article
from timeline.records.models.batches import Batch
from timeline.records.models.changes import (
    Change,
    NoOpenChange,
    Verb,
    after_the_others,
    before_the_end,
    history_of,
    open_change,
)
from timeline.records.models.chronologies import Chronology, Entry, Lane, Licence, Section
from timeline.records.models.citations import Citation, CitationState
from timeline.records.models.editions import Edition
from timeline.records.models.events import Event, EventStatus, Participation, Subject, Wording
from timeline.records.models.findable import Findable
from timeline.records.models.listings import Facet, Listing, Tally
from timeline.records.models.mentions import Decision, Mention, RejectReason
from timeline.records.models.places import Place
from timeline.records.models.reports import LONGEST_CONTACT, LONGEST_MESSAGE, Report
from timeline.records.models.revisions import Revision
from timeline.records.models.runs import QUIET, Run
from timeline.records.models.sources import Source
from timeline.records.models.themes import Theme
from timeline.records.models.told import Told

__all__ = [
    "LONGEST_CONTACT",
    "LONGEST_MESSAGE",
    "LONGEST_TEXT",
    "QUIET",
    "Actor",
    "Article",
    "Batch",
    "Change",
    "Chronology",
    "Citation",
    "CitationState",
    "Decision",
    "Edition",
    "Entry",
    "Event",
    "EventStatus",
    "Facet",
    "Findable",
    "Lane",
    "Licence",
    "Listing",
    "Mention",
    "NoOpenChange",
    "Participation",
    "Place",
    "RejectReason",
    "Report",
    "Revision",
    "Run",
    "Section",
    "Source",
    "Subject",
    "Tally",
    "Theme",
    "Told",
    "Verb",
    "Wording",
    "after_the_others",
    "before_the_end",
    "history_of",
    "open_change",
]
