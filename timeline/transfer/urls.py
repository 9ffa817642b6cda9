"""Addresses of the transfer room."""

from django.urls import path

from timeline.transfer import views

app_name = "transfer"
urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/new/", views.import_new, name="import_new"),
    path("imports/<key:pk>/", views.import_plan, name="import_plan"),
    path("imports/<key:pk>/columns/", views.import_columns, name="import_columns"),
    path("imports/<key:pk>/apply/", views.import_apply, name="import_apply"),
    path("imports/<key:pk>/progress/", views.import_progress, name="import_progress"),
    path("imports/<key:pk>/stop/", views.import_stop, name="import_stop"),
    path("imports/<key:pk>/undo/", views.import_undo, name="import_undo"),
    path("imports/<key:pk>/discard/", views.import_discard, name="import_discard"),
    path("imports/<key:pk>/refused.csv", views.import_refused, name="import_refused"),
]
