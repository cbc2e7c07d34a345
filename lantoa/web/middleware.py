"""Who is asking, whether they may, and what every answer carries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from lantoa.agencies.models import Holding, User
from lantoa.agencies.queries import holding_of
from lantoa.refusals import Refusal
from lantoa.web.clock import now
from lantoa.web.permissions import ANONYMOUS, roles_allowed
from lantoa.web.requests import Call, person_of

Answer = Callable[[HttpRequest], HttpResponse]
CHOSEN_POST = "chosen_post"
"""Where the session keeps which post a person chose to act in."""
FIRST_PAGE = "own-password"
"""The page where a person sets an own password; whoever came in with a one-time password goes nowhere else first."""


class PermissionMiddleware:
    """Puts `at` and `holding` on the request, and looks its address up in the permission table."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        call = cast(Call, request)
        call.at = now()
        if isinstance(request.user, User):
            chosen = request.session.get(CHOSEN_POST)
            call.holding = holding_of(request.user, call.at, chosen)  # type: ignore[assignment]  # None for no post
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Let the request through, send a stranger to sign in, or say that there is no such page."""
        match = request.resolver_match
        name = match.view_name if match else ""
        allowed = roles_allowed(name)
        holding = person_of(request)
        if (holding.role if holding else ANONYMOUS) in allowed:
            return redirect(FIRST_PAGE) if holding and _must_change(holding, name, allowed) else None
        if holding:
            raise Http404
        if request.user.is_authenticated:
            return redirect("choose-post")
        return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _must_change(holding: Holding, name: str, allowed: frozenset[str]) -> bool:
    """True where an own password comes first; what strangers may open stays open."""
    return holding.user.must_change and name != FIRST_PAGE and ANONYMOUS not in allowed


CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


class SafetyMiddleware:
    """Puts the safety headers on every answer, and turns a `Refusal` into words."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A refused button takes the person back to where they pressed it; otherwise the refusal gets a page."""
        if not isinstance(fault, Refusal):
            return None
        sentence = in_words(fault)
        back = _page_before(request)
        if back and request.method == "POST":
            messages.error(request, sentence)
            return HttpResponseRedirect(back, status=303)
        return render(request, "web/refused.html", {"sentence": sentence, "back": back, "code": fault.code}, status=409)


def in_words(refusal: Refusal) -> str:
    """The sentence of a refusal in the reader's language, filled with its facts."""
    sentence = gettext(refusal.sentence)
    return sentence % refusal.facts if refusal.facts else sentence


def _page_before(request: HttpRequest) -> str:
    """The page of this site from which the request came; empty when it came from elsewhere, or from itself."""
    before = request.headers.get("Referer", "")
    here = request.build_absolute_uri()
    safe = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if safe and before != here else ""
