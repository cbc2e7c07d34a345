"""What was decided, about which content."""

from __future__ import annotations

from django.db.models import QuerySet

from lantoa.approvals.models import Approval
from lantoa.trail.actors import Subject, kind_of


def decisions_about(subject: Subject) -> QuerySet[Approval]:
    """Every decision about a row, whatever its content was then, oldest first."""
    return Approval.objects.filter(
        tenant_id=subject.tenant_id, subject_kind=kind_of(subject), subject_id=str(subject.pk)
    ).select_related("post__agency", "holding__user")


def standing_approval(subject: Subject, content_hash: str) -> Approval | None:
    """The approval of exactly this content, if the newest decision about it is a yes; else None."""
    newest = decisions_about(subject).filter(content_hash=content_hash).last()
    return newest if newest is not None and newest.decision == Approval.Decision.APPROVED else None
