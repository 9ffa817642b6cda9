"""Addresses of the arrange room."""

from django.urls import URLPattern

app_name = "arrange"
urlpatterns: list[URLPattern] = []
