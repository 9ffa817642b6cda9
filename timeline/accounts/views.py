"""Sign-in, sign-out, a new password."""

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from timeline.accounts.forms import PasswordForm, SignInForm


class SignIn(LoginView):
    """Ask for name and password; lead back to where the person came from."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Sign out; by POST only."""

    http_method_names = ["post", "options"]


class Password(PasswordChangeView):
    """Change one's own password."""

    form_class = PasswordForm
    template_name = "accounts/password.html"
    success_url = reverse_lazy("accounts:password")

    def form_valid(self, form: Form) -> HttpResponse:
        """Say that it was changed; the person stays signed in."""
        messages.success(self.request, _("Your password is changed. Other browsers are signed out."))
        return super().form_valid(form)  # type: ignore[arg-type]
