"""Reading materials, scoped to what a post may see."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Holding, Role
from lantoa.approvals.models import Approval
from lantoa.approvals.queries import standing_approval
from lantoa.materials.models import Material, Version


def materials_for(holding: Holding) -> QuerySet[Material]:
    """A reporter sees its own agency's materials; coordinators and leaders see the province's; administrators none."""
    found = Material.objects.filter(tenant=holding.tenant_id).select_related("agency", "task__plan", "begun_by__post")
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return found
    if holding.is_in(Role.REPORTER):
        return found.filter(agency=holding.post.agency_id)
    return found.none()


def material_for(holding: Holding, id: uuid.UUID | str) -> Material | None:
    """One material that the post may see, or None."""
    return materials_for(holding).filter(pk=id).first()


def awaiting_approval(holding: Holding) -> QuerySet[Material]:
    """What this post may approve now, the longest waiting first."""
    waiting = Q(status=Material.Status.REVIEW)
    if not holding.is_in(Role.LEADER):
        waiting &= Q(agency=holding.post.agency_id) if holding.post.signs else Q(pk__in=[])
    return (
        Material.objects.filter(waiting, tenant=holding.tenant_id)
        .select_related("agency", "task__plan", "begun_by__post")
        .order_by("begun_at")
    )


def newest_version(material: Material) -> Version:
    """What the material says now."""
    return material.versions.latest("number")


def approval_of(version: Version) -> Approval | None:
    """The standing approval of exactly this version's content, or None."""
    return standing_approval(version, version.content_hash)
