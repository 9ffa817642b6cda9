"""The address of the form that anybody may send, in each language."""

from django.urls import path

from timeline.review.reports import views

app_name = "reports"
urlpatterns = [path("events/<key:pk>/report/", views.report, name="report")]
