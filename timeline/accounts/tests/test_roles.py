"""Who may what."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from timeline.accounts.models import Role, User
from timeline.accounts.roles import needs

ORDER = [Role.RESEARCHER, Role.CHECKER, Role.ADMIN]


@pytest.mark.parametrize("role", ORDER)
@pytest.mark.parametrize("other", ORDER)
def test_each_role_may_all_that_the_one_before_it_may(role, other):
    assert role.includes(other) == (ORDER.index(role) >= ORDER.index(other))
    assert User(role=role).may(other) == role.includes(other)


def test_a_closed_account_may_nothing():
    assert not User(role=Role.ADMIN, is_active=False).may(Role.RESEARCHER)


@pytest.mark.parametrize("role", ORDER)
def test_only_admins_get_into_the_admin_site(role, db):
    person = User.objects.create_person("somebody", None, role)
    assert person.is_staff == person.is_superuser == (role == Role.ADMIN)


def test_a_superuser_is_an_admin(db):
    assert User.objects.create_superuser("root", password="a-long-enough-one").role == Role.ADMIN


@needs(Role.CHECKER)
def view(request):
    return HttpResponse("in")


def test_a_view_lets_in_who_may(rf, checker, admin):
    for person in (checker, admin):
        request = rf.get("/x/")
        request.user = person
        assert view(request).content == b"in"


def test_a_view_names_the_role_that_is_missing(rf, researcher):
    request = rf.get("/x/")
    request.user = researcher
    with pytest.raises(PermissionDenied) as refused:
        view(request)
    assert refused.value.args == (Role.CHECKER,)


def test_the_page_of_a_refusal_says_who_one_is_and_what_is_missing(as_researcher, make_chronology):
    answer = as_researcher.post(f"/arrange/{make_chronology().slug}/publish/")
    assert answer.status_code == 403
    for words in ("This needs the role: checker", "the-researcher", "Nothing was changed"):
        assert words in answer.text


def test_a_visitor_who_sends_a_form_comes_back_to_the_page_it_stood_on(as_visitor, make_chronology):
    address = f"/arrange/{make_chronology().slug}/"
    answer = as_visitor.post(f"{address}publish/", headers={"Referer": f"http://testserver{address}"})
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/?next=")


def test_a_part_of_a_page_is_refused_and_not_replaced_by_the_sign_in_page(rf):
    from django.contrib.auth.models import AnonymousUser

    request = rf.post("/", headers={"HX-Request": "true"})
    request.user = AnonymousUser()
    assert view(request).status_code == 401
