"""What every list of the admin site shares: read-only pages that lead to our own forms."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from timeline.accounts.models import Role

Address = tuple[str, dict[str, Any]]
if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """Shows every column of a record and leads to the form that changes it."""

    list_per_page = 50
    show_full_result_count = False
    readonly_fields: ClassVar[Any] = ("open_in_nenpyo",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nothing is added here: every record belongs to a change."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is changed here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is deleted here."""
        return False

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        """Show the columns as stored, without building a form for them."""
        hidden = self.exclude or ()
        return ["open_in_nenpyo", *(field.name for field in self.opts.fields if field.name not in hidden)]

    def address(self, record: Any) -> Address | None:
        """Return name and arguments of our own page on a record; None if it has none."""
        return None

    @admin.display(description=_("our form"))
    def open_in_nenpyo(self, record: Any) -> str:
        """Link to the page where a record is changed."""
        address = self.address(record) if record.pk else None
        if address is None:
            return "–"
        try:
            return format_html('<a href="{}">{}</a>', reverse(address[0], kwargs=address[1]), _("open"))
        except NoReverseMatch:
            return "–"


class NamedValues(admin.AllValuesFieldListFilter):
    """A filter by the values of a column, in which the empty one has a name, too."""

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Yield the choices; a link without words would be none for a screen reader."""
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or _("none")}


def sign_in(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    """Send to the one sign-in page there is; who is signed in and sent here anyway lacks the role, and is told so."""
    if request.user.is_authenticated:
        raise PermissionDenied(Role.ADMIN)
    return redirect_to_login(request.GET.get("next", reverse("admin:index")))
