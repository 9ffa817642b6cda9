"""Forms of an import: the file, its columns, how to apply it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates.language_names import OWN_LANGUAGE_NAMES
from timeline.records.models import Batch
from timeline.transfer import columns
from timeline.transfer.formats.delimited import LARGEST_FILE, MOST_ROWS
from timeline.transfer.formats.table import Table


class ImportNewForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=lazy("Table"),
        allow_empty_file=True,
        help_text=lazy(
            "CSV, parted by commas, semicolons or tabs; UTF-8 or UTF-16; at most %(size)d MB and %(rows)d rows."
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
    """Which column of the file holds what; one choice for each field, and the language of the rows."""

    def __init__(self, data: Any = None, *, table: Table, mapping: dict[str, Any]) -> None:
        super().__init__(data, auto_id="column-%s")
        self.table = table
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
            choices=list(OWN_LANGUAGE_NAMES.items()),
            initial=mapping["language"],
        )

    @property
    def chosen(self) -> dict[str, str]:
        """The columns chosen, by field."""
        return {field.name: self.cleaned_data[field.name] for field in columns.FIELDS if self.cleaned_data[field.name]}

    def clean(self) -> dict[str, Any]:
        """Name what no column gives, and a column that is given twice."""
        chosen = [name for name in (self.cleaned_data.get(field.name) for field in columns.FIELDS) if name]
        doubled = sorted({name for name in chosen if chosen.count(name) > 1})
        if doubled:
            raise forms.ValidationError(_("Chosen twice: %(names)s.") % {"names": ", ".join(doubled)})
        if not self.errors:
            self._name_what_is_missing()
        return self.cleaned_data

    def _name_what_is_missing(self) -> None:
        for label in columns.missing(self.chosen):
            self.add_error(None, _("No column gives %(field)s.") % {"field": label})

    def samples(self) -> Sequence[tuple[forms.BoundField, str, bool]]:
        """Return each field with what its column holds in the first row, and whether the field is required."""
        first = dict(zip(self.table.header, self.table.rows[0].cells, strict=False))
        return [
            (self[field.name], first.get(str(self[field.name].value()), ""), field.required) for field in columns.FIELDS
        ]


class ImportApplyForm(forms.Form):
    """How to apply a plan."""

    leave_out = forms.BooleanField(label=lazy("Leave out the rows with errors and import the others"), required=False)
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
                _("Some rows have errors. Correct them in the file and send it again, or choose to leave them out."),
            )
        return self.cleaned_data
