"""Addresses about people."""

from django.contrib.auth.decorators import login_required
from django.urls import path

from timeline.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-out/", views.SignOut.as_view(), name="sign_out"),
    path("name/", login_required(views.public_name), name="public_name"),
    path("password/", login_required(views.Password.as_view()), name="password"),
]
