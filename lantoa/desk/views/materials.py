"""Stories: written, approved, released on the public page, withdrawn."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lantoa.approvals.models import Approval
from lantoa.approvals.queries import decisions_about
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet
from lantoa.channels.queries import outlets_for, release_for, releases_of
from lantoa.channels.rules import may_withdraw
from lantoa.desk.forms.materials import BeginForm, NoteForm, OutletForm, ReasonForm, RewriteForm
from lantoa.desk.views.found import found, key_of, page_of
from lantoa.desk.views.work import tasks_at_hand
from lantoa.materials import acts
from lantoa.materials.models import Material
from lantoa.materials.queries import material_for, materials_for, newest_version
from lantoa.materials.rules import may_approve, may_edit
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

Status = Material.Status


def materials(request: Call) -> HttpResponse:
    """Stories, by status."""
    status = request.GET.get("trang-thai", "")
    rows = materials_for(request.holding).prefetch_related("versions")
    if status in Status.values:
        rows = rows.filter(status=status)
    page = page_of(request, rows)
    context = {
        "page": page,
        "rows": [(row, list(row.versions.all())[-1]) for row in page],
        "status": status,
        "statuses": Status.choices,
    }
    return render(request, "desk/materials.html", context)


def material(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """One story as it reads now, with what may be done to it."""
    row = found(material_for, request.holding, material_id)
    return render(request, "desk/material.html", _shown(request, row))


def _shown(request: Call, row: Material, **forms: Any) -> dict[str, Any]:
    version, holding = newest_version(row), request.holding
    releases = list(releases_of(row))
    live = [one for one in releases if one.withdrawn_at is None]
    versions = list(row.versions.select_related("written_by__post").order_by("-number"))
    releasable = row.status == Status.APPROVED and not live
    return {
        "material": row,
        "version": version,
        "versions": versions,
        "themes": row.themes.all(),
        "decisions": [(one, decision) for one in versions for decision in decisions_about(one)],
        "releases": [(one, may_withdraw(one, holding)) for one in releases],
        "live": live,
        "may_edit": may_edit(row, holding),
        "may_approve": may_approve(row, holding) and row.status == Status.REVIEW,
        "may_send": may_edit(row, holding) and row.status == Status.DRAFT,
        "declined": _last_no(version),
        "outlet_form": OutletForm(outlets=outlets_for(holding)) if releasable else None,
        "note_form": NoteForm(),
        "reason_form": ReasonForm(),
        **forms,
    }


def _last_no(version: Any) -> Approval | None:
    newest = decisions_about(version).last()
    return newest if newest and newest.decision == Approval.Decision.DECLINED else None


def material_begin(request: Call) -> HttpResponse:
    """Write a new story."""
    tasks = tasks_at_hand(request)
    asked = request.GET.get("nhiem-vu")
    about = tasks.filter(id=key_of(asked)).first() if asked else None
    form = BeginForm(posted(request), holding=request.holding, tasks=tasks, about=about)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            made = acts.begin(**form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu bản thảo. Khi viết xong, hãy gửi duyệt."))
            return redirect("material", made.id)
    return render(request, "desk/material_begin.html", {"form": form})


def material_rewrite(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Save what a story says anew; an approval does not outlive it."""
    row = found(material_for, request.holding, material_id)
    newest = newest_version(row)
    initial = {"title": newest.title, "summary": newest.summary, "body": newest.body, "seen": row.version}
    form = RewriteForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.rewrite(material=row, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu bản mới."))
            return redirect("material", row.id)
    return render(request, "desk/material_rewrite.html", {"form": form, "material": row, "newest": newest})


@require_POST
def material_send(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Ask for approval."""
    row = found(material_for, request.holding, material_id)
    acts.send_for_approval(material=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã gửi lãnh đạo duyệt."))
    return redirect("material", row.id)


@require_POST
def material_approve(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Say yes to what the story says now."""
    row = found(material_for, request.holding, material_id)
    acts.approve(material=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã duyệt đúng bản đang hiện; ai sửa bài thì phải duyệt lại."))
    return redirect("material", row.id)


@require_POST
def material_decline(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Send the story back with what has to change."""
    row = found(material_for, request.holding, material_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            acts.decline(material=row, note=form.cleaned_data["note"], by=request.holding, at=request.at)
            messages.success(request, gettext("Đã trả bài về người viết."))
            return redirect("material", row.id)
    return render(request, "desk/material.html", _shown(request, row, form=form, note_form=form))


@require_POST
def material_release(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Put the approved version on an outlet."""
    row = found(material_for, request.holding, material_id)
    form = OutletForm(request.POST, outlets=outlets_for(request.holding))
    if form.is_valid():
        with refusals_on(form):
            channels.release(
                version=newest_version(row), outlet=form.cleaned_data["outlet"], by=request.holding, at=request.at
            )
            messages.success(request, gettext("Đã đăng. Bài này sẽ tự tính là một hoạt động của nhiệm vụ."))
            return redirect("material", row.id)
    return render(request, "desk/material.html", _shown(request, row, form=form, outlet_form=form))


@require_POST
def outlet_open(request: Call) -> HttpResponse:
    """Open the public page of the own agency, so that something can be released on it."""
    row = found(material_for, request.holding, key_of(request.POST.get("bai", "")))
    name = f"Trang công khai của {request.holding.agency.name}"
    kind = Outlet.Kind.PUBLIC_PAGE
    channels.open_outlet(agency=request.holding.agency, kind=kind, name=name[:200], by=request.holding, at=request.at)
    messages.success(request, gettext("Đã mở trang công khai."))
    return redirect("material", row.id)


@require_POST
def material_withdraw(request: Call, material_id: uuid.UUID) -> HttpResponse:
    """Close a story for good."""
    row = found(material_for, request.holding, material_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            acts.withdraw(material=row, reason=form.cleaned_data["reason"], by=request.holding, at=request.at)
            messages.success(request, gettext("Đã rút bài."))
            return redirect("material", row.id)
    return render(request, "desk/material.html", _shown(request, row, form=form, reason_form=form))


@require_POST
def release_withdraw(request: Call, release_id: uuid.UUID) -> HttpResponse:
    """Take a release off its outlet; the story stays."""
    row = found(release_for, request.holding, release_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        channels.withdraw_release(release=row, reason=form.cleaned_data["reason"], by=request.holding, at=request.at)
        messages.success(request, gettext("Đã gỡ bài khỏi trang công khai."))
    else:
        messages.error(request, gettext("Chưa gỡ: hãy ghi lý do."))
    return redirect("material", row.version.material_id)
