"""An address that the permission table says nothing about."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def unsaid(request: HttpRequest) -> HttpResponse:
    return HttpResponse("mở")


urlpatterns = [path("chua-quyet-dinh/", unsaid, name="undecided"), path("", include("lantoa.site.urls"))]
handler403 = "lantoa.web.views.forbidden"
