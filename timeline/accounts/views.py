"""Sign-in, sign-out, a new password."""

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from timeline.accounts.forms import PasswordForm, PublicNameForm, SignInForm
from timeline.accounts.models import User


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


@require_http_methods(["GET", "HEAD", "POST"])
def public_name(request: HttpRequest) -> HttpResponse:
    """Choose the name that readers and colleagues see."""
    person = User.objects.get(username=request.user.get_username())
    form = PublicNameForm(request.POST if request.method == "POST" else None, instance=person)
    if request.method == "POST" and form.is_valid():
        person.choose_public_name(person.public_name, at=timezone.now())
        messages.success(request, _("Stored. Readers see: %(name)s") % {"name": person.name_for_readers})
        return redirect("accounts:public_name")
    return render(request, "accounts/public_name.html", {"form": form}, status=422 if form.errors else 200)
