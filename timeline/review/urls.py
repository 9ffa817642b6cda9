"""Addresses of the review room."""

from django.urls import path

from timeline.review import views

app_name = "review"
urlpatterns = [
    path("articles/<int:pk>/", views.review, name="review"),
    path("articles/<int:pk>/mark/", views.mark, name="mark"),
    path("articles/<int:pk>/undo/", views.undo_last, name="undo"),
    path("mentions/<int:pk>/accept/", views.accept, name="accept"),
    path("mentions/<int:pk>/reject/", views.reject, name="reject"),
    path("mentions/<int:pk>/put-off/", views.put_off, name="put_off"),
    path("mentions/<int:pk>/draw/", views.draw, name="draw"),
    path("date-box/", views.date_box, name="date_box"),
    path("keys/", views.keys, name="keys"),
]
