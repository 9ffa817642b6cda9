"""Forms about people."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from timeline.accounts.models import User

LONGEST_NAME = 150
"""Letters of a sign-in name: Django's own limit."""


class SignInForm(AuthenticationForm):
    """Name and password."""

    error_messages = {
        "invalid_login": _("Name and password do not fit together. Capital and small letters differ in both."),
        "inactive": _("This account is closed. An admin can open it again."),
    }

    def clean_username(self) -> str:
        """Return the name; nobody has a longer one than an account may have, and no attempt with it is stored."""
        name: str = self.cleaned_data["username"]
        if len(name) > LONGEST_NAME:
            raise self.get_invalid_login_error()
        return name


class PasswordForm(PasswordChangeForm):
    """The old password once and the new one twice."""


class PublicNameForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name that readers and colleagues see."""

    class Meta:
        model = User
        fields = ("public_name",)
        widgets = {"public_name": forms.TextInput({"autocomplete": "nickname"})}
