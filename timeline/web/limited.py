"""What a page says where reading a stranger's text or file passed a limit."""

import logging

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.limits import Busy, Crashed, LimitReached, TooLarge, TooLong

_log = logging.getLogger(__name__)


def sentence_of(refused: LimitReached) -> str:
    """Return in a sentence or two why something was not read, and what to do; what broke goes to the log."""
    limits = {"seconds": f"{settings.LIMITS.seconds:g}", "megabytes": settings.LIMITS.megabytes}
    if isinstance(refused, Busy):
        return _("Too much is being read at this moment. Nothing is lost: send it again in a few seconds.")
    if isinstance(refused, TooLong):
        return _("Reading it was stopped: it took longer than %(seconds)s seconds. Give a part of it.") % limits
    if isinstance(refused, TooLarge):
        return _("Reading it was stopped: it needed more than %(megabytes)s MB of memory. Give a part of it.") % limits
    if isinstance(refused, Crashed):
        _log.error("reading broke off: %s", refused)
    return _("Reading it broke off. Send it again; if that does not help, give a part of it.")


def status_of(refused: LimitReached) -> int:
    """Return the status of the answer: 503 if the same may succeed a little later, else 422."""
    return 503 if isinstance(refused, Busy) else 422
