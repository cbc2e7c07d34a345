"""Writing, approving and withdrawing materials. An approval is given to one version, so that every edit breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.approvals import acts as approvals
from lantoa.materials.models import Material, Version
from lantoa.materials.queries import newest_version
from lantoa.materials.rules import content_hash, may_approve, may_edit, may_write_for, off_plan, refuse_incomplete, tidy
from lantoa.plans.models import Audience, Task, Theme
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Owned
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

NOT_YOURS = marked("Vị trí của bạn không được viết cho %(agency)s.")
NOT_APPROVER = marked("Vị trí của bạn không được duyệt bài này; hãy gửi cho lãnh đạo có thẩm quyền.")
STRANGER = marked("Nhiệm vụ, chủ đề hoặc đối tượng đã chọn không thuộc tỉnh này.")
CLOSED = marked("Bài này đã rút nên không sửa, gửi hay duyệt được nữa; hãy bắt đầu một bài mới.")
NOT_DRAFT = marked("Bài này đã được gửi duyệt rồi.")
NOT_WAITING = marked("Bài này không chờ duyệt; người viết cần gửi duyệt trước.")
NO_REASON = marked("Hãy ghi lý do.")


@transaction.atomic
def begin(
    *,
    agency: Agency,
    task: Task | None,
    title: str,
    summary: str,
    body: str,
    by: Holding,
    at: datetime,
    themes: Iterable[Theme] = (),
    audiences: Iterable[Audience] = (),
    genre: str = Material.Genre.NEWS,
    language: str = "vi",
) -> Material:
    """Begin a material with its version 1. Without a task it is off the plan: allowed, and kept as such."""
    themes, audiences = list(themes), list(audiences)
    if not may_write_for(agency, by):
        raise Refusal("not_yours", NOT_YOURS, agency=agency.name)
    _refuse_strangers(agency, *([task] if task else []), *themes, *audiences)
    material = Material.objects.create(
        tenant_id=agency.tenant_id,
        agency=agency,
        task=task,
        genre=Material.Genre(genre),
        language=language,
        begun_at=at,
        begun_by=by,
    )
    material.themes.set(themes)
    material.audiences.set(audiences)
    version = _write(material, 1, title, summary, body, by, at)
    record("material_begun", material, by=by, at=at, content_hash=version.content_hash, off_plan=off_plan(material))
    return material


@transaction.atomic
def rewrite(
    *, material: Material, title: str, summary: str, body: str, by: Holding, at: datetime, seen: int | None
) -> Version:
    """Save a new version. The material is a draft again, whatever was approved; the same content changes nothing."""
    _lock(material)
    refuse_stale(material, seen)
    _refuse_edit(material, by)
    newest = newest_version(material)
    if content_hash(title, summary, body) == newest.content_hash:
        return newest
    version = _write(material, newest.number + 1, title, summary, body, by, at)
    broken = material.status == Material.Status.APPROVED
    _move(material, Material.Status.DRAFT)
    record("material_rewritten", material, by=by, at=at, number=version.number, content_hash=version.content_hash,
           approval_broken=broken)  # fmt: skip
    return version


@transaction.atomic
def send_for_approval(*, material: Material, by: Holding, at: datetime) -> Material:
    """Ask the leaders to read the newest version."""
    _lock(material)
    _refuse_edit(material, by)
    if material.status != Material.Status.DRAFT:
        raise Refusal("not_draft", NOT_DRAFT)
    _move(material, Material.Status.REVIEW)
    record("material_sent_for_approval", material, by=by, at=at, number=newest_version(material).number)
    return material


@transaction.atomic
def approve(*, material: Material, by: Holding, at: datetime, note: str = "") -> Material:
    """Say yes to exactly what the newest version says."""
    version = _version_to_decide(material, by)
    approvals.approve(subject=version, content_hash=version.content_hash, by=by, at=at, note=note)
    _move(material, Material.Status.APPROVED)
    record("material_approved", material, by=by, at=at, number=version.number, content_hash=version.content_hash)
    return material


@transaction.atomic
def decline(*, material: Material, by: Holding, at: datetime, note: str) -> Material:
    """Send the newest version back to its writers, with what has to change."""
    version = _version_to_decide(material, by)
    approvals.decline(subject=version, content_hash=version.content_hash, by=by, at=at, note=note)
    _move(material, Material.Status.DRAFT)
    record("material_declined", material, by=by, at=at, number=version.number, note=note)
    return material


@transaction.atomic
def withdraw(*, material: Material, reason: str, by: Holding, at: datetime) -> Material:
    """Close a material for good. What was released of it leaves the public lists with it."""
    _lock(material)
    if not (may_edit(material, by) or may_approve(material, by)):
        _refuse_edit(material, by)
    if material.status == Material.Status.WITHDRAWN:
        raise Refusal("withdrawn", CLOSED)
    if not reason.strip():
        raise Refusal("no_reason", NO_REASON, field="reason")
    _move(material, Material.Status.WITHDRAWN)
    record("material_withdrawn", material, by=by, at=at, reason=reason)
    return material


def _lock(material: Material) -> None:
    material.refresh_from_db(from_queryset=Material.objects.select_for_update(no_key=True))


def _move(material: Material, status: str) -> None:
    material.status = status
    material.version += 1
    material.save()


def _write(material: Material, number: int, title: str, summary: str, body: str, by: Holding, at: datetime) -> Version:
    title, summary, body = " ".join(tidy(title).split()), tidy(summary), tidy(body)
    refuse_incomplete(title, body)
    return Version.objects.create(
        tenant_id=material.tenant_id,
        material=material,
        number=number,
        title=title,
        summary=summary,
        body=body,
        content_hash=content_hash(title, summary, body),
        written_at=at,
        written_by=by,
    )


def _version_to_decide(material: Material, by: Holding) -> Version:
    _lock(material)
    if not may_approve(material, by):
        raise Refusal("not_approver", NOT_APPROVER)
    if material.status != Material.Status.REVIEW:
        raise Refusal("not_waiting", NOT_WAITING)
    return newest_version(material)


def _refuse_edit(material: Material, by: Holding) -> None:
    if not may_write_for(material.agency, by):
        raise Refusal("not_yours", NOT_YOURS, agency=material.agency.name)
    if material.status == Material.Status.WITHDRAWN:
        raise Refusal("withdrawn", CLOSED)


def _refuse_strangers(agency: Agency, *rows: Owned) -> None:
    if any(row.tenant_id != agency.tenant_id for row in rows):
        raise Refusal("stranger", STRANGER, field="task")
