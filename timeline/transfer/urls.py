"""Addresses of the transfer room."""

from django.urls import URLPattern

app_name = "transfer"
urlpatterns: list[URLPattern] = []
