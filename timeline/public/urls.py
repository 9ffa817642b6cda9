"""Addresses of the public room; all read, none writes."""

from django.urls import path

from timeline.public import views
from timeline.public.ways import views as ways

app_name = "public"
urlpatterns = [
    path("", views.chronologies, name="chronologies"),
    path("chronologies/<slug:slug>/", views.timeline, name="timeline"),
    path("chronologies/<slug:slug>/<int:year>/", views.year, name="year"),
    path("chronologies/<slug:slug>/table/", ways.table, name="table"),
    path("chronologies/<slug:slug>/one/", ways.one, name="one"),
    path("chronologies/<slug:slug>/one/<key:pk>/", ways.one, name="one"),
    path("events/<key:pk>/", views.event, name="event"),
    path("how-dates-are-read/", views.conventions, name="conventions"),
]
