"""The admin site: every noun is searched, filtered and read there; none is changed there."""

import pytest
from django.contrib import admin as site
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records.changes import NOUNS
from timeline.records.models import Batch, Change, Event

MODELS = [*NOUNS, Change, Batch]


@pytest.fixture
def records(make_article, make_event, make_chronology, publish):
    make_article()
    publish(make_event(checked=True, actors=("Japan",), themes=("summit",), place="Pyongyang"), make_chronology())
    Batch.objects.create(file_name="events.csv", file_hash="0" * 64, content="title\nx\n", created_at=NOW)


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_noun_is_listed_searched_and_read(model, records, as_admin):
    listed = as_admin.get(address(model, "changelist"))
    assert listed.status_code == 200
    assert site.site._registry[model].search_fields
    assert as_admin.get(address(model, "changelist"), {"q": "talks"}).status_code == 200
    record = model.objects.all()[0]
    assert as_admin.get(address(model, "change", record.pk)).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_noun_is_written_in_the_admin_site(model, records, as_admin):
    record = model.objects.all()[0]
    assert as_admin.get(address(model, "add")).status_code == 403
    assert as_admin.post(address(model, "add"), {}).status_code == 403
    assert as_admin.post(address(model, "change", record.pk), {}).status_code == 403
    assert as_admin.post(address(model, "delete", record.pk), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("who", ["as_researcher", "as_checker"])
def test_who_is_no_admin_is_told_so(who, records, request):
    answer = request.getfixturevalue(who).get(address(MODELS[0], "changelist"), follow=True)
    assert answer.status_code == 403


def test_a_visitor_signs_in_where_everybody_does(records, as_visitor):
    answer = as_visitor.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0] == f"{reverse('accounts:sign_in')}?next={reverse('admin:index')}"


def test_content_leads_to_our_own_forms(records, as_admin):
    from timeline.records.models import Article, Event

    event, article = Event.objects.get(), Article.objects.get()
    assert f'href="{reverse("arrange:event_edit", args=[event.pk])}"' in as_admin.get(address(Event, "changelist")).text
    assert f'href="{reverse("review:review", args=[article.pk])}"' in as_admin.get(address(Article, "changelist")).text
    assert reverse("transfer:imports") in as_admin.get(reverse("admin:index")).text


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_pages_hold_no_inline_code(model, records, as_admin):
    pages = [as_admin.get(address(model, "changelist")).text]
    pages += [as_admin.get(address(model, "change", model.objects.all()[0].pk)).text]
    for page in pages:
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page


WIDE = {
    "q": " ".join("a" for _number in range(3000)),
    "pk__in": "1," + "9" * 40,
    "id": "9" * 5000,
    "at__year": "9" * 30,
    "date_joined__year": "10000",
    "by__id__exact": "9" * 19,
}


@pytest.mark.parametrize("name", WIDE)
def test_no_list_breaks_when_asked_for_more_than_a_database_takes(name, records, as_admin):
    as_admin.raise_request_exception = False
    lists = [reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in all_models()]
    broken = [
        f"{one}: {answer.status_code}"
        for one in lists
        if (answer := as_admin.get(one, {name: WIDE[name]}, follow=True)).status_code != 200
    ]
    assert broken == []


def all_models():
    return list(site.site._registry)


def test_a_long_search_is_cut_where_everybody_sees_it(records, as_admin):
    listed = as_admin.get(address(Event, "changelist"), {"q": WIDE["q"], "status__exact": "checked"}, follow=True)
    assert listed.redirect_chain[-1][0].endswith("?q=" + "+".join("a" * 20) + "&status__exact=checked")
    assert f'value="{" ".join("a" * 20)}"' in listed.text
