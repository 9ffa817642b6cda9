"""Two people on one record: what each changed, field by field, and the form that puts both together.

A form is drawn with what it began with (Django's hidden initial values), so that three states are known
without a table of drafts: before either, mine, theirs.
"""

from dataclasses import dataclass
from typing import Any, Literal

from django import forms
from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from timeline.arrange.differences import Piece, differences
from timeline.web.date_box import UNDATED

State = Literal["same", "mine", "theirs", "both"]
LEFT_OUT = frozenset({"version", "why", "reading", "date_read"})
"""Fields that are of the form, not of the record, and those that go with the words of a date."""


@dataclass(frozen=True)
class Field:
    """One field in its three states; `state` says who changed it."""

    name: str
    label: str
    language: str
    base: str
    mine: str
    theirs: str
    is_long: bool
    choices: dict[str, str]

    @property
    def state(self) -> State:
        """Who changed it: nobody, or both alike; me; them; both, each otherwise."""
        if self.mine == self.theirs:
            return "same"
        if self.mine == self.base:
            return "theirs"
        return "mine" if self.theirs == self.base else "both"

    @property
    def settled(self) -> str:
        """What is stored unless somebody has to choose."""
        return self.theirs if self.state == "theirs" else self.mine

    @property
    def settled_words(self) -> str:
        """The same as a person reads it."""
        return self.choices.get(self.settled, self.settled)

    @property
    def mine_pieces(self) -> list[Piece]:
        """My text, what I changed marked."""
        return differences(self._read(self.base), self._read(self.mine))

    @property
    def their_pieces(self) -> list[Piece]:
        """Their text, what they changed marked."""
        return differences(self._read(self.base), self._read(self.theirs))

    def _read(self, value: str) -> str:
        return self.choices.get(value, value)


def is_settling(data: QueryDict) -> bool:
    """Return whether a form comes from the page of a conflict, with choices."""
    return any(name.startswith("mine-") for name in data)


def settle(data: QueryDict) -> tuple[QueryDict, list[str], bool]:
    """Return the data with the choices taken, the fields nobody chose for, and whether texts are to be joined."""
    merged, open_fields, joined = data.copy(), [], False
    for key in data:
        if not key.startswith("mine-"):
            continue
        name = key.removeprefix("mine-")
        mine, theirs = str(data[key]), str(data.get(f"theirs-{name}", ""))
        choice = data.get(f"choose-{name}", "")
        if choice == "both":
            joined = True
            merged[name] = f"{mine}\n{theirs}"
        elif choice in ("mine", "theirs"):
            merged[name] = mine if choice == "mine" else theirs
        else:
            open_fields.append(name)
    _part_date(merged)
    return merged, open_fields, joined


def _part_date(data: QueryDict) -> None:
    """Words and reading of a date are chosen as one, on two lines; part them again."""
    lines = str(data.get("date", "")).splitlines()
    if len(lines) > 1:
        data["date"] = data["date_read"] = lines[0]
        data["reading"] = lines[1]


def _join_date(words: str, reading: str) -> str:
    return f"{words}\n{reading if reading != UNDATED else ''}".strip()


def fields(data: QueryDict, theirs: BaseForm) -> list[Field]:
    """Compare what was sent with the record as it stands now; `theirs` is an unbound form drawn from it."""
    found = []
    for bound in theirs:
        if bound.name in LEFT_OUT:
            continue
        now = _text(theirs.get_initial_for_field(bound.field, bound.name), bound.field)
        base = _text(data[key], bound.field) if (key := f"initial-{bound.name}") in data else now
        mine = _text(data.get(f"mine-{bound.name}", data.get(bound.name, "")), bound.field)
        if bound.name == "date":
            now = _join_date(now, str(theirs.initial.get("reading", "")))
            base = _join_date(base, data.get("initial-reading", ""))
            mine = _join_date(mine, data.get("reading", "") if data.get("date_read") == mine else "")
        found.append(_field(bound, base, mine, now))
    return found


def answer(
    request: HttpRequest,
    data: QueryDict,
    theirs: BaseForm,
    *,
    title: str,
    back: str,
    change: Any,
    unchosen: bool = False,
) -> HttpResponse:
    """Draw the page of a conflict, 409: nothing is stored, nothing is lost."""
    context = {
        "fields": fields(data, theirs), "version": theirs.initial.get("version"), "title": title, "back": back,
        "change": change, "unchosen": unchosen, "why": data.get("why", ""),
    }  # fmt: skip
    return render(request, "arrange/conflict.html", context, status=409)


def _field(bound: forms.BoundField, base: str, mine: str, now: str) -> Field:
    choices = {str(value): str(label) for value, label in getattr(bound.field, "choices", ())}
    if isinstance(bound.field, forms.BooleanField):
        choices = {"on": _("yes"), "": _("no")}
    widget = bound.field.widget
    return Field(
        name=bound.name, label=str(bound.label), language=widget.attrs.get("lang", ""), base=base, mine=mine,
        theirs=now, is_long=isinstance(widget, forms.Textarea), choices=choices,
    )  # fmt: skip


def _text(value: Any, field: forms.Field) -> str:
    if isinstance(field, forms.BooleanField):
        return "on" if value in (True, "on", "True", "true") else ""
    if hasattr(value, "pk"):
        value = value.pk
    return str("" if value is None else value).replace("\r\n", "\n").strip()
