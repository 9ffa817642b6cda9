"""Take a report in, and close it."""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from timeline.accounts.models import User
from timeline.records.models import Event, Report
from timeline.records.sql import ask

MOST_OF_ONE = 10
"""Reports that are taken from one address within a day."""
MOST_OF_ALL = 200
"""Reports that are taken within an hour, from whoever they come."""
MOST_WAITING = 5000
"""Reports that may wait; with more of them nobody would come to read another."""

_TURN = 0x7265706F7274
"""What PostgreSQL knows the turn of taking a report by; any number that nobody else locks."""


class TooMany(Exception):
    """No more reports are taken now: of this address, or of anybody."""


class ClosedAlready(Exception):
    """Another checker has closed the report."""


def report(
    *, event: Event, version: int, message: str, contact: str, language: str, address: str, at: datetime
) -> Report:
    """Keep what a reader says of an event; the same again from the same address is the same report."""
    sender = _sender(address, at)
    with transaction.atomic():
        _take_turn()
        same = Report.objects.waiting().filter(sender=sender, event=event, message=message).first()
        if same is not None:
            return same
        of_one = Report.objects.filter(sender=sender)[:MOST_OF_ONE].count()
        of_all = Report.objects.filter(sent_at__gt=at - timedelta(hours=1))[:MOST_OF_ALL].count()
        waiting = Report.objects.waiting().order_by()[:MOST_WAITING].count()
        if of_one == MOST_OF_ONE or of_all == MOST_OF_ALL or waiting == MOST_WAITING:
            raise TooMany
        return Report.objects.create(
            event=event, version=version, message=message, contact=contact, language=language, sender=sender, sent_at=at
        )


def close(*, report: Report, answer: str, by: User, at: datetime) -> None:
    """Close a report, with what was done; who sent it, and how to reach him, is forgotten."""
    with transaction.atomic():
        kept = {"answer": answer, "closed_by": by, "closed_at": at, "sender": "", "contact": ""}
        if not Report.objects.waiting().filter(pk=report.pk).update(**kept):
            raise ClosedAlready


def _take_turn() -> None:
    """Let nobody else take a report in until this transaction ends: each counts what all before it have left."""
    # SQLite has one writer, and who asks here is the one.
    if connection.vendor == "postgresql":
        ask("SELECT pg_advisory_xact_lock(%s)", [_TURN])


def _sender(address: str, at: datetime) -> str:
    """Return what tells one customer's reports of a day: of IPv6 each has 64 bits of addresses."""
    try:
        found = ip_address(address)
        whose = str(found) if found.version == 4 else str(ip_network((found, 64), strict=False))
    except ValueError:
        whose = address
    return salted_hmac("timeline.review.reports", f"{at.date().isoformat()} {whose}", algorithm="sha256").hexdigest()
