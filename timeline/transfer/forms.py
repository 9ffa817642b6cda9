"""Forms of an import: the file, its columns, how to apply it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates.language_names import OWN_LANGUAGE_NAMES
from timeline.records.models import Batch
from timeline.transfer import columns
from timeline.transfer.formats.delimited import LARGEST_FILE, MOST_ROWS
from timeline.transfer.received import Looked

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_PAIRS = {"lasted": ("start", "end"), "within": ("lo", "hi")}


@dataclass(frozen=True, slots=True)
class Sample:
    """A field on the page of the columns, with the first cell of the column that is chosen for it."""

    choice: forms.BoundField
    first: str

    @property
    def is_required(self) -> bool:
        """Whether no table goes without it."""
        return columns.BY_NAME[self.choice.name].required


class ImportNewForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=lazy("Table"),
        allow_empty_file=True,
        help_text=lazy(
            "CSV, parted by commas, semicolons or tabs; UTF-8 is best; at most %(size)d MB and %(rows)d rows."
        )
        % {"size": LARGEST_FILE // 1_000_000, "rows": MOST_ROWS},
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size is not None and file.size > LARGEST_FILE:
            limit = LARGEST_FILE // 1_000_000
            raise forms.ValidationError(
                _("The file is too large: %(limit)d MB is the most. Split it in two.") % {"limit": limit}
            )
        return file


class ImportColumnsForm(forms.Form):
    """Which column of the file holds what; the language of the rows, and what the table does not tell by itself.

    The order of day and month can always be said; what two columns mean that bound a date is asked where their
    names do not tell.
    """

    def __init__(self, data: Any = None, *, looked: Looked, mapping: dict[str, Any]) -> None:
        super().__init__(data, auto_id="column-%s")
        self.table, self.rows, self.orders = looked.table, looked.rows, looked.orders
        table = looked.table
        choices = [("", _("no column")), *((name, name) for name in table.header)]
        for field in columns.FIELDS:
            self.fields[field.name] = forms.ChoiceField(
                label=field.label,
                help_text=field.hint,
                choices=choices,
                required=False,
                initial=mapping["columns"].get(field.name, ""),
            )
        self.fields["language_of_rows"] = forms.ChoiceField(
            label=lazy("Language of the rows"),
            help_text=lazy("where the table does not say it row by row"),
            choices=[("", _("told from each row")), *OWN_LANGUAGE_NAMES.items()],
            required=False,
            initial=mapping["language"],
        )
        self.fields["order"] = forms.ChoiceField(
            label=lazy("Which stands first in 03/04/2001?"),
            choices=[
                ("", _("what the column shows; where it shows nothing, each row is warned of")),
                ("dmy", _("the day: 3 April")),
                ("mdy", _("the month: 4 March")),
            ],
            widget=forms.RadioSelect,
            required=False,
            initial=mapping.get("order", ""),
        )
        self.pair = columns.untold_pair(table.header, mapping["columns"])
        if self.pair:
            self.fields["pair"] = forms.ChoiceField(
                label=_("What do “%(one)s” and “%(other)s” say?") % {"one": self.pair[0], "other": self.pair[1]},
                choices=[
                    ("lasted", _("how long it lasted: from the one to the other")),
                    ("within", _("that it happened some time between them")),
                    ("nothing", _("neither: leave them out")),
                ],
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def chosen(self) -> dict[str, str]:
        """The columns chosen, by field."""
        given = {field.name: self.cleaned_data.get(field.name) for field in columns.FIELDS}
        fields = _PAIRS.get(self.cleaned_data.get("pair", ""), ())
        for name, column in zip(fields, self.pair or (), strict=False):
            given[name] = given[name] or column
        return {name: column for name, column in given.items() if column}

    def clean(self) -> dict[str, Any]:
        """Name what no column gives, and a column that is given twice; ask what only a person can tell."""
        chosen = [column for name, column in self.chosen.items() if name != "summary" or self._is_not_the_headline()]
        doubled = sorted({name for name in chosen if chosen.count(name) > 1})
        if doubled:
            raise forms.ValidationError(_("Chosen twice: %(names)s.") % {"names": ", ".join(doubled)})
        if self.pair and not self.cleaned_data.get("pair") and not set(self.pair) & set(chosen):
            self.add_error("pair", _("Choose what the two columns say."))
        if not self.errors:
            self._name_what_is_missing()
        return self.cleaned_data

    def _is_not_the_headline(self) -> bool:
        """A column of long texts may be both: its first sentence is the headline."""
        return self.cleaned_data.get("summary") != self.cleaned_data.get("title")

    def _name_what_is_missing(self) -> None:
        for label in columns.missing(self.chosen):
            self.add_error(None, _("No column gives %(field)s.") % {"field": label})

    def groups(self) -> "Sequence[tuple[StrOrPromise, list[Sample]]]":
        """Return each group of fields by its name, every field with what its column holds in the first row."""
        first = dict(zip(self.table.header, self.table.rows[0].cells, strict=False))
        return [
            (label, [Sample(self[name], first.get(str(self[name].value()), "")) for name in names])
            for label, names in columns.GROUPS
        ]

    @property
    def asked(self) -> list[forms.BoundField]:
        """What is asked before the columns, because nothing in the table tells it."""
        names = ["pair"] * bool(self.pair) + ["order"] * self.orders.is_asked
        return [self[name] for name in names]

    @property
    def told(self) -> list[forms.BoundField]:
        """What may be said after the columns, though the table tells it."""
        return [] if self.orders.is_asked else [self["order"]]


class ImportApplyForm(forms.Form):
    """How to apply a plan."""

    # Said by the button itself: what it would leave out stands on it.
    leave_out = forms.BooleanField(label=lazy("Rows with errors"), required=False, widget=forms.HiddenInput)
    as_checked = forms.BooleanField(
        label=lazy("The events are checked already"),
        help_text=lazy("Without this they arrive as drafts. An event without a source stays a draft."),
        required=False,
    )

    def __init__(self, data: Any = None, *, batch: Batch) -> None:
        super().__init__(data)
        self.refused = batch.plan.get("counts", {}).get("refused", 0)
        if not self.refused:
            del self.fields["leave_out"]

    def clean(self) -> dict[str, Any]:
        """Ask for a decision on the rows with errors."""
        if self.refused and not self.cleaned_data.get("leave_out"):
            self.add_error(
                "leave_out",
                _("Some have errors now. Look at what the button says, and press it again to leave them out."),
            )
        return self.cleaned_data
