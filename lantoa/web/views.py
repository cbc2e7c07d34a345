"""Pages of the hall: signing in, choosing a post, the pulse, and what is shown when a page cannot be."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from lantoa.agencies.models import User
from lantoa.agencies.queries import holdings_of
from lantoa.web.forms import SignInForm
from lantoa.web.middleware import CHOSEN_POST
from lantoa.web.requests import Call

sign_in = LoginView.as_view(
    template_name="web/sign_in.html",
    authentication_form=SignInForm,
    redirect_authenticated_user=True,
    extra_context={"title": _("Đăng nhập")},
)
sign_out = LogoutView.as_view()


def choose_post(request: Call) -> HttpResponse:
    """Choose in which post to act, when a person holds several; says so when a person holds none."""
    held = holdings_of(request.user, request.at) if isinstance(request.user, User) else []
    if request.method == "POST":
        asked = request.POST.get("holding", "")
        if asked not in {str(holding.id) for holding in held}:
            raise Http404
        request.session[CHOSEN_POST] = asked
        return redirect("home")
    if not request.user.is_authenticated:
        return redirect("sign-in")
    return render(request, "web/choose_post.html", {"held": held})


@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """Whether the server answers and its database too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none for this person; which of the two is not said."""
    return render(request, "web/not_found.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: nobody may."""
    return render(request, "web/forbidden.html", status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was opened too long ago, or sent from elsewhere."""
    return render(request, "web/stale_form.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500: something is broken; the page asks nothing of the database."""
    return HttpResponse(get_template("web/broken.html").render(), status=500)
