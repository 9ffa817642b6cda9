"""`manage.py ensure_admin`: a new installation gets one person who may do everything."""

import secrets
from argparse import ArgumentParser

from axes.utils import reset
from django.core.management.base import BaseCommand
from django.db import transaction

from timeline.accounts.models import Role, User

NAME = "admin"
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that looks like another


class Command(BaseCommand):
    """Creates `admin` where nobody is an admin yet, and prints the password, which is kept nowhere."""

    help = "Create the user admin with a random password, once, and print it; --new-password makes another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option for a lost password."""
        parser.add_argument("--new-password", action="store_true", help="make and print another password for admin")

    def handle(self, *, new_password: bool = False, **options: object) -> None:
        """Create the admin or renew the password, and say so."""
        password = renew_admin() if new_password else ensure_admin()
        if password:
            self.stdout.write(f"Sign in as      {NAME}\nPassword        {password}")
            self.stdout.write("It is shown only this once: keep it, or change it after signing in.")


def random_password() -> str:
    """Return 20 random letters and digits (100 bits) in four groups that can be read aloud."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


@transaction.atomic
def ensure_admin() -> str | None:
    """Create the admin if nobody is one and return the password; return None if somebody is."""
    if User.objects.filter(username=NAME).exists() or User.objects.filter(role=Role.ADMIN, is_active=True).exists():
        return None
    password = random_password()
    User.objects.create_person(NAME, password, Role.ADMIN)
    return password


@transaction.atomic
def renew_admin() -> str:
    """Give the admin another password, all rights and, if locked out, another try; return the password."""
    password = random_password()
    admin = User.objects.filter(username=NAME).first() or User.objects.create_person(NAME, None, Role.ADMIN)
    admin.role, admin.is_active, admin.is_staff, admin.is_superuser = Role.ADMIN, True, True, True
    admin.set_password(password)
    admin.save()
    reset(username=NAME)
    return password
