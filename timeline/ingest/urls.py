"""Addresses of the ingest room."""

from django.urls import path

from timeline.ingest import views

app_name = "ingest"
urlpatterns = [
    path("articles/", views.articles, name="articles"),
    path("articles/new/", views.article_new, name="article_new"),
    path("articles/<key:pk>/edit/", views.article_edit, name="article_edit"),
    path("articles/<key:pk>/language/", views.article_language, name="article_language"),
]
