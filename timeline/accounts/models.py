"""People who sign in, and what each may do."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person who is signed in may do; each role may do all that the one before it may."""

    RESEARCHER = "researcher", _("researcher")
    CHECKER = "checker", _("checker")
    ADMIN = "admin", _("admin")

    def includes(self, other: "Role") -> bool:
        """Return whether this role may do what `other` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


class UserManager(DjangoUserManager["User"]):
    """Makes people; an admin also gets Django's own flags, which the admin site asks for."""

    def create_person(
        self, username: str, password: str | None, role: Role, *, email: str = "", is_active: bool = True
    ) -> "User":
        """Create a person with `role`; one who is not active may not sign in."""
        is_admin = role == Role.ADMIN
        flags = {"is_staff": is_admin, "is_superuser": is_admin, "is_active": is_active}
        return self.create_user(username, email, password, **{"role": role, **flags})

    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **_fields: object
    ) -> "User":
        """Create an admin; called by `manage.py createsuperuser`."""
        return self.create_person(username, password, Role.ADMIN, email=email or "")


class User(AbstractUser):
    """A person who signs in. Visitors read without an account."""

    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.RESEARCHER)
    single_keys = models.BooleanField(_("single-letter keys"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = (models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_has_a_known_role"),)

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def may(self, role: Role) -> bool:
        """Return whether this person may do what `role` may."""
        return self.is_active and Role(self.role).includes(role)

    @property
    def is_checker(self) -> bool:
        """Whether this person may check and publish."""
        return self.may(Role.CHECKER)

    @property
    def is_admin(self) -> bool:
        """Whether this person may import and look after accounts."""
        return self.may(Role.ADMIN)
