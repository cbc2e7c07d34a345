"""Where the releases contradict what was approved."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from lantoa.approvals.models import Approval
from lantoa.channels.models import Release
from lantoa.materials.models import Material
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import kind_of
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Releases whose approval is not of their content, and those left behind by a withdrawn material."""
    for release in Release.objects.filter(tenant=tenant).select_related("approval", "version__material").iterator():
        if not _approved(release):
            yield _fault("release_not_approved", gettext("Tin đã đăng không đúng với nội dung được duyệt."), release)
        if release.withdrawn_at is None and release.version.material.status == Material.Status.WITHDRAWN:
            sentence = gettext("Bài đã rút nhưng tin đăng từ bài đó chưa được ghi là đã rút.")
            yield _fault("release_left_behind", sentence, release)


def _approved(release: Release) -> bool:
    approval, version = release.approval, release.version
    return (
        approval.decision == Approval.Decision.APPROVED
        and approval.content_hash == version.content_hash
        and (approval.subject_kind, approval.subject_id) == (kind_of(version), version.pk)
    )


def _fault(code: str, sentence: str, release: Release) -> Fault:
    return Fault("channels", code, sentence, f"{kind_of(release)} {release.pk}")
