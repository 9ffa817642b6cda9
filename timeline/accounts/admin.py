"""People in the admin site: the one thing that is edited there."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils import timezone

from timeline.accounts.models import Role, User


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Name, role, whether the account is open."""

    list_display = ("username", "first_name", "last_name", "public_name", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("username", "first_name", "last_name", "public_name", "email")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email", "role", "public_name", "is_active")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("username", "role", "password1", "password2")}),)

    def save_model(self, request, obj, form, change):  # type: ignore[no-untyped-def]
        """Give an admin what Django's admin site asks for, and take it from anyone else."""
        # With the role comes or goes what readers see of the name.
        if {"public_name", "role"} & set(form.changed_data):
            obj.public_name_since = timezone.now()
        obj.is_staff = obj.is_superuser = obj.role == Role.ADMIN
        super().save_model(request, obj, form, change)
