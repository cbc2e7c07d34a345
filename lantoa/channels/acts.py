"""Opening outlets, releasing approved versions on them, withdrawing releases."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.channels.models import Outlet, Release
from lantoa.channels.public_page import form, transport
from lantoa.channels.queries import live_releases
from lantoa.channels.rules import may_open, may_release, may_withdraw
from lantoa.materials.models import Material, Version
from lantoa.materials.queries import approval_of
from lantoa.refusals import Refusal, marked
from lantoa.trail.acts import record

NOT_YOURS = marked("Vị trí của bạn không được đăng tin trên trang của %(agency)s.")
NAMELESS = marked("Tên kênh đang để trống; hãy nhập tên.")
STRANGER = marked("Bài và kênh không thuộc cùng một tỉnh.")
NOT_APPROVED = marked("Bản này chưa được duyệt đúng với nội dung hiện nay; hãy gửi duyệt trước khi đăng.")
ALREADY_SAID = marked("Bản này đã được đăng trên “%(outlet)s”, mỗi bản chỉ đăng một lần trên một kênh.")
OLDER_IS_LIVE = marked("Một bản trước của bài này đang đăng trên “%(outlet)s”; hãy rút bản đó rồi đăng bản mới.")
GONE = marked("Bài này đã được rút khỏi trang rồi.")
NO_REASON = marked("Hãy ghi lý do rút bài.")


@transaction.atomic
def open_outlet(*, agency: Agency, kind: str, name: str, by: Holding, at: datetime) -> Outlet:
    """Open a mouth of an agency; the same kind and name give the same outlet."""
    name = name.strip()
    if not may_open(agency, by):
        raise Refusal("not_yours", NOT_YOURS, agency=agency.name)
    if not name:
        raise Refusal("nameless", NAMELESS, field="name")
    outlet, made = Outlet.objects.get_or_create(
        agency=agency, kind=Outlet.Kind(kind), name=name, defaults={"tenant_id": agency.tenant_id}
    )
    if made:
        record("outlet_opened", outlet, by=by, at=at, kind=kind, name=name)
    return outlet


@transaction.atomic
def release(*, version: Version, outlet: Outlet, by: Holding, at: datetime) -> Release:
    """Say a version on an outlet, under the standing approval of exactly its content; once per outlet.

    Of one material one version is live on an outlet at a time. An edit after the approval breaks it.
    """
    if version.tenant_id != outlet.tenant_id:
        raise Refusal("stranger", STRANGER)
    if not may_release(outlet, by):
        raise Refusal("not_yours", NOT_YOURS, agency=outlet.agency.name)
    material = Material.objects.select_for_update(no_key=True).get(pk=version.material_id)
    taken = _taken_addresses(outlet)
    _refuse_repeated(version, outlet)
    approval = approval_of(version)
    if approval is None or material.status != Material.Status.APPROVED or version != material.versions.last():
        raise Refusal("not_approved", NOT_APPROVED)
    form.refuse_too_long(version.summary, version.body)
    said = Release.objects.create(
        tenant_id=outlet.tenant_id,
        outlet=outlet,
        version=version,
        approval=approval,
        slug=transport.address(version.title, taken),
        released_at=at,
        released_by=by,
    )
    record("released", said, by=by, at=at, slug=said.slug, content_hash=version.content_hash, approval=approval.id)
    return said


@transaction.atomic
def withdraw_release(*, release: Release, reason: str, by: Holding, at: datetime) -> Release:
    """Take a release back: it leaves the lists, and its address says that it was withdrawn, and when."""
    release.refresh_from_db(from_queryset=Release.objects.select_for_update(no_key=True))
    if not may_withdraw(release, by):
        raise Refusal("not_yours", NOT_YOURS, agency=release.outlet.agency.name)
    if release.withdrawn_at:
        raise Refusal("withdrawn", GONE)
    if not reason.strip():
        raise Refusal("no_reason", NO_REASON, field="reason")
    release.withdrawn_at, release.withdrawn_by, release.reason = at, by, reason.strip()
    release.save()
    record("release_withdrawn", release, by=by, at=at, reason=release.reason)
    return release


def _taken_addresses(outlet: Outlet) -> set[str]:
    """Every address of the province's outlets of this kind; locked, so that nobody takes one meanwhile."""
    alike = Outlet.objects.filter(tenant=outlet.tenant_id, kind=outlet.kind).order_by("id")
    locked = [found.id for found in alike.select_for_update(no_key=True)]
    return set(Release.objects.filter(outlet__in=locked).values_list("slug", flat=True))


def _refuse_repeated(version: Version, outlet: Outlet) -> None:
    if Release.objects.filter(outlet=outlet, version=version).exists():
        raise Refusal("already_said", ALREADY_SAID, outlet=outlet.name)
    if live_releases().filter(outlet=outlet, version__material=version.material_id).exists():
        raise Refusal("older_is_live", OLDER_IS_LIVE, outlet=outlet.name)
