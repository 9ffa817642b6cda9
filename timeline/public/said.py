"""What every card of an event says, translated once a language."""

from functools import cache

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from timeline.web.marks import language


class Said:
    """What every card says in one language."""

    def __init__(self) -> None:
        self.language = language()
        self.undated = _("Undated")
        self.quoted = _("the source says “%(words)s”")
        self.sentence = _("%(date)s.")
        self.spoken_quoted = _("%(date)s; the source says “%(words)s”.")
        self.differ = _("sources differ")
        self.rival = _("Another source says: %(date)s.")
        self.not_public = _("not public")
        self.source = _("Source %(number)s")
        self.archive = _("archive")
        self.not_sourced = _("Not yet sourced: the date is general knowledge so far.")
        self.why = _("Why this date")
        self.words = _("Words")
        self.recorded = _("Recorded as")
        self.words_at = pgettext("words, and where they stand", "“%(words)s”, %(place)s")
        self.recorded_from = _("“%(words)s”, from: %(place)s")
        self.anchor = _("Anchor")
        self.dated = _("the article is dated %(day)s")
        self.rule = _("Rule")
        self.window = _("Window")
        self.not_chosen = _("Not chosen")
        self.checked = _("Checked")
        self.not_against_source = _("not yet against a source that gives this date")
        self.by = _("by %(person)s, %(day)s")
        self.with_data = _("with the data this installation came with, %(day)s")
        self.not_yet = _("not yet")
        self.also = _("Also")
        self.history = _("History")


@cache
def _said_in(_language: str | None) -> Said:
    return Said()


def said() -> Said:
    """Return what every card says in the language of the page."""
    return _said_in(get_language())
