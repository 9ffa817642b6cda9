"""The admin site: every noun is searched, filtered and read there; none is changed there."""

import pytest
from django.contrib import admin as site
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records.changes import NOUNS
from timeline.records.models import Batch, Change

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
