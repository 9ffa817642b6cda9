"""Addresses of the review room."""

from django.urls import path

from timeline.review import views
from timeline.review.reports import views as reports

app_name = "review"
urlpatterns = [
    path("articles/<key:pk>/", views.review, name="review"),
    path("articles/<key:pk>/mark/", views.mark, name="mark"),
    path("articles/<key:pk>/undo/", views.undo_last, name="undo"),
    path("mentions/<key:pk>/accept/", views.accept, name="accept"),
    path("mentions/<key:pk>/reject/", views.reject, name="reject"),
    path("mentions/<key:pk>/put-off/", views.put_off, name="put_off"),
    path("mentions/<key:pk>/draw/", views.draw, name="draw"),
    path("date-box/", views.date_box, name="date_box"),
    path("keys/", views.keys, name="keys"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<key:pk>/close/", reports.report_close, name="report_close"),
]
