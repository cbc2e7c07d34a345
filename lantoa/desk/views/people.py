"""People and posts: who holds what, letting somebody hold a post, ending it, passwords."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, Holding, Post
from lantoa.agencies.queries import agencies_for, posts_of, staff_of
from lantoa.agencies.rules import may_staff
from lantoa.desk.forms.people import KNOWN, AppointForm, PasswordForm
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call
from lantoa.web.signin import one_time_password


@dataclass(frozen=True, slots=True)
class PostShown:
    """A post, who holds it now, and whether the person looking may fill it."""

    post: Post
    held: list[Holding]
    mine: bool


def posts_shown(request: Call, agency: Agency) -> list[PostShown]:
    """The posts of an agency as its page tells them."""
    return [
        PostShown(post, post.held, may_staff(request.holding, post))  # type: ignore[attr-defined]  # by posts_of
        for post in posts_of(agency, request.at)
    ]


def person_appoint(request: Call, agency_id: uuid.UUID) -> HttpResponse:
    """Let a person hold a post; a new person's one-time password is on the answer, and nowhere else."""
    agency = get_object_or_404(agencies_for(request.holding), id=agency_id)
    form = AppointForm(posted(request), holding=request.holding, initial=_asked(request, agency))
    if request.method == "POST" and form.is_valid():
        password = one_time_password()
        with refusals_on(form):
            held = _appoint(request, agency, form.cleaned_data, password)
            if form.cleaned_data["person"] != KNOWN:
                return _told_once(request, held, password)
            said = gettext("%(person)s đã giữ vị trí %(title)s và đăng nhập như trước nay.")
            messages.success(request, said % {"person": held.user, "title": held.post.title})
            return redirect("agency", agency.id)
    return render(request, "desk/person_appoint.html", {"form": form, "agency": agency})


def _asked(request: Call, agency: Agency) -> dict[str, object]:
    """The post that the address asks to fill (`chuc-danh`, `viec`), as the form begins with it."""
    asked = request.GET.get("chuc-danh", ""), request.GET.get("viec", "")
    post = Post.objects.filter(agency=agency, title=asked[0], role=asked[1]).first()
    return {"title": post.title, "role": post.role, "signs": post.signs} if post else {}


@transaction.atomic
def _appoint(request: Call, agency: Agency, said: dict[str, Any], password: str) -> Holding:
    by, at = request.holding, request.at
    post = acts.make_post(agency=agency, title=said["title"], role=said["role"], signs=said["signs"], by=by, at=at)
    acts.let_sign(post=post, signs=said["signs"], by=by, at=at)
    if said["user"]:
        return acts.appoint_also(post=post, user=said["user"], by=by, at=at)
    return acts.appoint(
        post=post,
        username=said["username"],
        full_name=said["full_name"],
        email=said["email"],
        password=password,
        one_time=True,
        by=by,
        at=at,
    )


def holding_end(request: Call, holding_id: uuid.UUID) -> HttpResponse:
    """End that a person holds a post, after a page that says what it means."""
    held = get_object_or_404(staff_of(request.holding, request.at), id=holding_id)
    if request.method != "POST":
        return render(request, "desk/holding_end.html", {"held": held})
    acts.dismiss(holding=held, by=request.holding, at=request.at)
    said = gettext("%(person)s đã thôi giữ vị trí %(title)s.") % {"person": held.user, "title": held.post.title}
    messages.success(request, said)
    return redirect("home") if held == request.holding else redirect("agency", held.post.agency_id)


def holding_password(request: Call, holding_id: uuid.UUID) -> HttpResponse:
    """Give a person who forgot the password a one-time one, told on the answer and nowhere else."""
    held = get_object_or_404(staff_of(request.holding, request.at), id=holding_id)
    if request.method != "POST":
        return render(request, "desk/holding_password.html", {"held": held})
    password = one_time_password()
    acts.give_password(holding=held, password=password, by=request.holding, at=request.at)
    return _told_once(request, held, password)


def _told_once(request: Call, held: Holding, password: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("sign-in"))
    return render(request, "desk/password_told.html", {"held": held, "password": password, "sign_in_address": address})


def own_password(request: Call) -> HttpResponse:
    """Set one's own password; whoever came with a one-time password sees no other way on."""
    forced = request.holding.user.must_change
    form = PasswordForm(posted(request), call=request)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            held = acts.change_password(
                holding=request.holding, password=form.cleaned_data["password"], by=request.holding, at=request.at
            )
            update_session_auth_hash(request, held.user)
            messages.success(request, gettext("Đã đổi mật khẩu. Lần sau hãy đăng nhập bằng mật khẩu mới."))
            return redirect("home")
    context: dict[str, Any] = {"form": form, "forced": forced} | ({"nav": []} if forced else {})
    return render(request, "desk/own_password.html", context)
