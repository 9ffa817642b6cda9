"""Which entries a change has touched: those of which something else may be kept, or shown, after it."""

from timeline.records.models import Change
from timeline.records.sql import ask

TOUCHED = """
    SELECT id FROM records_historicalentry WHERE change_id = %s
    UNION SELECT entry.id FROM records_historicalevent former
        JOIN records_entry entry ON entry.event_id = former.id WHERE former.change_id = %s
    UNION SELECT entry.id FROM records_historicalwording former
        JOIN records_entry entry ON entry.event_id = former.event_id WHERE former.change_id = %s
    UNION SELECT entry.id FROM records_historicalcitation former
        JOIN records_entry entry ON entry.event_id = former.event_id WHERE former.change_id = %s
    UNION SELECT entry.id FROM records_historicalparticipation former
        JOIN records_entry entry ON entry.event_id = former.event_id WHERE former.change_id = %s
    UNION SELECT entry.id FROM records_historicalsubject former
        JOIN records_entry entry ON entry.event_id = former.event_id WHERE former.change_id = %s
    UNION SELECT entry.id FROM records_historicalsource former
        JOIN records_citation citation ON citation.source_id = former.id
        JOIN records_entry entry ON entry.event_id = citation.event_id
        WHERE former.change_id = %s AND (former.publisher, former.published) <> (
            SELECT earlier.publisher, earlier.published FROM records_historicalsource earlier
            WHERE earlier.id = former.id AND earlier.history_id < former.history_id
            ORDER BY earlier.history_id DESC LIMIT 1
        )
    UNION SELECT facet.entry_id FROM records_historicallane former
        JOIN records_facet facet
            ON facet.chronology_id = former.chronology_id AND facet.value = 'lane:' || former.id
        WHERE former.change_id = %s AND former.history_type = '-'
"""
"""The entries of which a change has left a row in any history that what is kept follows from; in SQL, because to build
it as a query takes longer than to ask it. Of a source only its publisher and its day are kept; what cites a new one is
new too. Nothing is kept of wordings, but what is shown changes with them."""


def touched(change: Change) -> list[int]:
    """Return the keys of the entries whose place, date, facets or visibility a change may have moved."""
    return [key for (key,) in ask(TOUCHED, [change.pk] * TOUCHED.count("%s"))]
