"""People who sign in, and what each may do."""

import unicodedata
from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
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
    public_name = models.CharField(
        _("public name"),
        max_length=80,
        blank=True,
        help_text=_("What readers and colleagues see beside your work. Left empty, readers see “a checker”."),
    )
    public_name_since = models.DateTimeField(null=True, blank=True, editable=False)
    single_keys = models.BooleanField(_("single-letter keys"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = (
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_has_a_known_role"),
            models.UniqueConstraint(
                Lower("public_name"), condition=~models.Q(public_name=""), name="one_person_per_public_name",
                violation_error_message=_("This name cannot be taken. Choose another."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        """The name that colleagues see: never the one for signing in, which is half of what opens an account."""
        return self.public_name or f"{self.get_role_display()} {self.pk}"

    def clean(self) -> None:
        """Refuse the name this person signs in with, and letters that nobody sees.

        The sign-in names of others are not asked about: an answer would tell that there is one.
        """
        super().clean()
        self.public_name = " ".join(unicodedata.normalize("NFKC", self.public_name).split())
        if any(unicodedata.category(letter).startswith("C") for letter in self.public_name):
            raise ValidationError({"public_name": gettext("Use letters that can be seen.")})
        if self.public_name and self.public_name.casefold() == self.username.casefold():
            told = gettext("This is the name you sign in with, which is not shown to anyone. Choose another.")
            raise ValidationError({"public_name": told})

    def choose_public_name(self, name: str, *, at: datetime) -> None:
        """Be called so from now on; "" for no name."""
        self.public_name, self.public_name_since = name, at
        self.save(update_fields=["public_name", "public_name_since"])

    @property
    def name_for_readers(self) -> str:
        """What readers are told of who checked."""
        return self.public_name or gettext("a checker")

    @property
    def name_as_checker(self) -> str:
        """What readers are told beside what this person checked: no name of who checks no more, who could change it."""
        return self.name_for_readers if Role(self.role).includes(Role.CHECKER) else gettext("a checker")

    @property
    def own_name(self) -> str:
        """What the person is called on their own pages."""
        return self.public_name or self.username

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
