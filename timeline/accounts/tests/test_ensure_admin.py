import re
from io import StringIO

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command

from timeline.accounts.models import Role, User

pytestmark = pytest.mark.django_db


def ensure_admin(**options):
    output = StringIO()
    call_command("ensure_admin", stdout=output, **options)
    return output.getvalue()


def password_in(output):
    return re.search(r"Password +(\S+)", output)[1]


def test_the_first_time_it_makes_an_admin_and_prints_the_password():
    password = password_in(ensure_admin())
    admin = User.objects.get(username="admin")
    assert admin.check_password(password)
    assert admin.is_admin
    assert admin.is_superuser
    assert re.fullmatch(r"[a-z2-9]{5}(-[a-z2-9]{5}){3}", password)


def test_the_second_time_it_says_and_changes_nothing():
    password = password_in(ensure_admin())
    assert ensure_admin() == ""
    assert User.objects.get().check_password(password)


def test_it_makes_nobody_where_another_person_is_admin():
    User.objects.create_person("keiko", "a-long-enough-one", Role.ADMIN)
    assert ensure_admin() == ""
    assert not User.objects.filter(username="admin").exists()


def test_an_admin_who_may_not_sign_in_does_not_count():
    User.objects.create_person("keiko", "a-long-enough-one", Role.ADMIN)
    User.objects.update(is_active=False)
    assert password_in(ensure_admin())


def test_two_installations_have_two_passwords():
    first = password_in(ensure_admin())
    User.objects.all().delete()
    assert password_in(ensure_admin()) != first


def test_another_password_replaces_the_first():
    first = password_in(ensure_admin())
    second = password_in(ensure_admin(new_password=True))
    admin = User.objects.get()
    assert admin.check_password(second)
    assert not admin.check_password(first)


def test_another_password_gives_a_shut_out_admin_all_rights_again():
    User.objects.create_person("admin", "a-long-enough-one", Role.RESEARCHER)
    User.objects.update(is_active=False)
    AccessAttempt.objects.create(username="admin", failures_since_start=10)
    ensure_admin(new_password=True)
    admin = User.objects.get()
    assert admin.is_active
    assert admin.is_admin
    assert not AccessAttempt.objects.exists()


def test_another_password_makes_the_admin_where_there_is_none():
    password = password_in(ensure_admin(new_password=True))
    assert User.objects.get(username="admin").check_password(password)
