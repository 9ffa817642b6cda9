"""Why the rows of an import could not be read in the background: kept with its run, told on its page."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.limits import Crashed, LimitReached, TooLarge, TooLong
from timeline.records.models import Run
from timeline.transfer.limited_table import RowsNotRead


def as_stored(refused: LimitReached) -> dict[str, Any]:
    """Return what a run keeps of the limit that ended it."""
    why = refused.why if isinstance(refused, RowsNotRead) else refused
    kept: dict[str, Any] = {"limit": type(why).__name__}
    if isinstance(refused, RowsNotRead):
        kept |= {"first_line": refused.first_line, "last_line": refused.last_line}
    return {"not_read": kept}


def sentences_of(run: Run) -> str:
    """Return why the rows of a run were not read, and what to do; "" where that is not why it ended."""
    kept = run.result.get("not_read")
    if not kept:
        return ""
    limits = settings.LIMITS_OF_TASKS
    facts = {"seconds": f"{limits.seconds:g}", "megabytes": limits.megabytes, **kept}
    reasons = {
        TooLong.__name__: _("it took longer than %(seconds)s seconds"),
        TooLarge.__name__: _("it needed more than %(megabytes)s MB of memory"),
        Crashed.__name__: _("it broke off"),
    }
    facts["why"] = reasons[kept["limit"]] % facts
    if "first_line" not in kept:
        return _("Reading the table was ended: %(why)s. Split it, and send its parts.") % facts
    return (
        _(
            "Reading the rows of lines %(first_line)s to %(last_line)s was ended: %(why)s. Look there for cells that "
            "hold far more than a date or a headline; shorten them, or leave these rows out, and send the file again."
        )
        % facts
    )
