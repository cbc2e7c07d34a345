"""The public pages: read only, for everybody, without JavaScript, in Vietnamese."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from lantoa.channels.queries import public_release
from lantoa.channels.rules import live
from lantoa.portal import pages
from lantoa.tenants.models import Tenant

P = ParamSpec("P")
LANGUAGE = "vi"


def public(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that only reads, in Vietnamese whatever the browser asks for; what is not there has a page of its own."""

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with override(LANGUAGE):
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                tenant = pages.province(str(kwargs.get("tenant", "")))
                response = render(request, "portal/missing.html", {"tenant": tenant}, status=404)
        response.headers["Content-Language"] = LANGUAGE
        return response

    return shown


@public
def home(request: HttpRequest, tenant: str = "") -> HttpResponse:
    """The released stories, newest first, and what the programme has come to; or the provinces to choose from."""
    found = pages.province(tenant)
    if found is None:
        return _choose(request, tenant)
    plan = pages.public_plans(found).first()
    shown = {
        "tenant": found,
        "stories": pages.stories(found, request.GET.get("trang")),
        "plan": plan,
        "totals": pages.totals(plan) if plan else None,
    }
    return render(request, "portal/home.html", shown)


def _choose(request: HttpRequest, tenant: str) -> HttpResponse:
    provinces = pages.provinces()
    if tenant or not provinces:
        raise Http404
    return render(request, "portal/provinces.html", {"provinces": provinces})


@public
def story(request: HttpRequest, slug: str, tenant: str = "") -> HttpResponse:
    """One story; a withdrawn one says so (410)."""
    found = _province_or_404(tenant)
    release = public_release(found, slug)
    if release is None:
        raise Http404
    if not live(release):
        return render(request, "portal/withdrawn.html", {"tenant": found, "release": release}, status=410)
    return render(request, "portal/story.html", {"tenant": found, "release": release})


@public
def programme(request: HttpRequest, tenant: str = "", plan: uuid.UUID | None = None) -> HttpResponse:
    """What a plan set out to do and what was done for each task; never who is late."""
    found = _province_or_404(tenant)
    plans = list(pages.public_plans(found))
    shown = next((each for each in plans if plan in (None, each.pk)), None)
    if shown is None and plan:
        raise Http404
    context = {
        "tenant": found,
        "plan": shown,
        "others": [each for each in plans if each != shown],
        "chapters": pages.chapters(shown) if shown else [],
        "totals": pages.totals(shown) if shown else None,
    }
    return render(request, "portal/programme.html", context)


def _province_or_404(slug: str) -> Tenant:
    found = pages.province(slug)
    if found is None:
        raise Http404
    return found
