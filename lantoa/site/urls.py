"""Every address: the desk's, the portal's, the hall's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.web.urls")),
    path("cong/", include("lantoa.portal.urls")),
    path("", include("lantoa.desk.urls")),
]

handler403 = "lantoa.web.views.forbidden"
handler404 = "lantoa.web.views.not_found"
handler500 = "lantoa.web.views.broken"
