"""Addresses of the public pages. With one province in the installation its name may be left out."""

from __future__ import annotations

from django.urls import path

from lantoa.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("tin/<slug:slug>/", views.story, name="story"),
    path("chuong-trinh/", views.programme, name="programme"),
    path("chuong-trinh/<uuid:plan>/", views.programme, name="programme"),
    path("<slug:tenant>/", views.home, name="home"),
    path("<slug:tenant>/tin/<slug:slug>/", views.story, name="story"),
    path("<slug:tenant>/chuong-trinh/", views.programme, name="programme"),
    path("<slug:tenant>/chuong-trinh/<uuid:plan>/", views.programme, name="programme"),
]
