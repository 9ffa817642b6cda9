"""A form that came too late: whether it is one's own second click, and both texts field by field."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.accounts.models import User
from timeline.records.models import Decision, Event, Mention, RejectReason
from timeline.review import queries
from timeline.review.actions import SETTLED
from timeline.review.forms import CandidateForm
from timeline.web.date_box import DateBox, in_full

KEPT = (
    "headline", "summary", "date", "date_read", "reading", "themes", "chronology", "section", "lane", "quote_start",
    "quote_end", "target", "note", "show", "reason",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One field of both: what I sent, and what is stored now."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Whether both are not the same."""
        return self.mine != self.theirs


def is_second_click(mention: Mention, form: CandidateForm, deed: str, box: DateBox | None, person: User) -> bool:
    """Whether this person did this very thing a moment ago: the same decision with the same content stands."""
    if mention.decided_by_id != person.pk:
        return False
    if deed == "reject":
        return mention.decision == Decision.REJECTED and mention.reason == form.data.get("reason")
    if deed == "put_off":
        return mention.decision == Decision.UNSURE
    if mention.decision not in SETTLED or box is None or box.chosen is None:
        return False
    event = _event_of(mention, form)
    return event is not None and event.edtf == (box.chosen.date.edtf if box.chosen.date else "")


def rows(mention: Mention, form: CandidateForm, deed: str, box: DateBox | None) -> list[Row]:
    """Return both texts field by field."""
    event = queries.dated_by(mention).order_by("-pk").first()
    settled = mention.decided_date if mention.decision in SETTLED else mention.date
    reason = dict(RejectReason.choices).get(form.data.get("reason", ""), "")
    theirs = " ".join(part for part in (mention.get_decision_display(), mention.get_reason_display()) if part)
    found = [Row(_("Decision"), f"{_decision(mention, deed, box)} {reason}".strip(), theirs)]
    if deed == "accept":
        found += [
            Row(_("Date"), _date(box), in_full(settled) if settled else _("Undated")),
            Row(_("Headline"), form.data.get("headline", ""), event.headline if event else ""),
            Row(_("Summary"), form.data.get("summary", ""), _summary(event)),
            Row(_("Themes"), form.data.get("themes", ""), _themes(event)),
        ]
    return [*found, Row(_("Note"), form.data.get("note", ""), mention.note)]


def _decision(mention: Mention, deed: str, box: DateBox | None) -> str:
    """What the form would have decided, in the words of the states."""
    if deed == "reject":
        return str(Decision.REJECTED.label)
    if deed == "put_off":
        return str(Decision.UNSURE.label)
    chosen = box.chosen.date if box and box.chosen else None
    same = (chosen.edtf if chosen else "") == mention.edtf
    return str(Decision.ACCEPTED.label if same else Decision.CORRECTED.label)


def sent(form: CandidateForm) -> dict[str, str]:
    """Return what was typed, to be sent again."""
    return {name: form.data.get(name, "") for name in KEPT if form.data.get(name)}


def _event_of(mention: Mention, form: CandidateForm) -> Event | None:
    """The event that such a form would have drafted or cited."""
    target, headline = form.data.get("target", ""), form.data.get("headline", "").strip()
    for event in queries.dated_by(mention):
        if str(event.pk) == target or (not target and event.headline == headline):
            return event
    return None


def _date(box: DateBox | None) -> str:
    if box is None or box.chosen is None:
        return ""
    return box.chosen.words


def _summary(event: Event | None) -> str:
    return event.wording.summary if event and event.wording else ""


def _themes(event: Event | None) -> str:
    return ", ".join(theme.name for theme in event.themes.all()) if event else ""
