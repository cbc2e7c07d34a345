"""Where the materials contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from lantoa.materials.models import Material, Version
from lantoa.materials.queries import approval_of
from lantoa.materials.rules import content_hash
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import kind_of
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Changed versions, gaps in their numbers, approved materials without their approval."""
    for material in Material.objects.filter(tenant=tenant).prefetch_related("versions").iterator(chunk_size=200):
        versions = list(material.versions.all())
        yield from _faults_of_versions(material, versions)
        approved = material.status == Material.Status.APPROVED
        if approved and (not versions or approval_of(versions[-1]) is None):
            sentence = gettext("Bài ở trạng thái “Đã duyệt” nhưng bản mới nhất chưa có ai duyệt.")
            yield _fault("approval_missing", sentence, material)


def _faults_of_versions(material: Material, versions: list[Version]) -> Iterator[Fault]:
    if [version.number for version in versions] != list(range(1, len(versions) + 1)) or not versions:
        yield _fault("versions_broken", gettext("Các bản của bài không đánh số liên tục từ 1."), material)
    for version in versions:
        if version.content_hash != content_hash(version.title, version.summary, version.body):
            yield _fault("version_changed", gettext("Nội dung của một bản đã bị thay đổi sau khi lưu."), version)


def _fault(code: str, sentence: str, subject: Material | Version) -> Fault:
    return Fault("materials", code, sentence, f"{kind_of(subject)} {subject.pk}")
