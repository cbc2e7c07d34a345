"""Addresses of the hall."""

from __future__ import annotations

from django.urls import path
from django.views.i18n import set_language

from lantoa.web import views

urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign-in"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("vi-tri/", views.choose_post, name="choose-post"),
    path("ngon-ngu/", set_language, name="language"),
    path("khoe/", views.health, name="health"),
]
