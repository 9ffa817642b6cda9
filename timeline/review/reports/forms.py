"""What a reader writes, and what a checker answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.records.models import LONGEST_CONTACT, LONGEST_MESSAGE
from timeline.web.asked import NumberField

_TOO_SHORT = lazy("Say in a sentence what is wrong.")


class ReportForm(forms.Form):
    """The mistake in the reader's words."""

    message = forms.CharField(
        label=lazy("What is wrong"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": _TOO_SHORT},
        help_text=lazy("Say what you know better, and where it stands, so that it can be looked up."),
    )
    contact = forms.CharField(
        label=lazy("How we can reach you"),
        max_length=LONGEST_CONTACT,
        required=False,
        help_text=lazy(
            "Such as an e-mail address. Only checkers see it, and it is deleted when your report is closed."
        ),
    )
    # People leave it empty, since they do not see it; programs that fill in every field do not.
    website = forms.CharField(required=False)
    version = NumberField(required=False)

    @property
    def is_of_a_program(self) -> bool:
        """Whether the field was filled that no person sees."""
        return bool(self.data.get("website", "").strip())

    def clean_message(self) -> str:
        """Return the message; a word or two tell nobody what to look for."""
        message: str = self.cleaned_data["message"].strip()
        if len(message) < 3:
            raise forms.ValidationError(_TOO_SHORT)
        return message


class CloseForm(forms.Form):
    """What was done about it."""

    answer = forms.CharField(
        label=lazy("What was done"), max_length=LONGEST_MESSAGE, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["answer"].error_messages["required"] = _("Say what was done, or why nothing was.")
