"""Saying yes or no to exactly one content."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.approvals.models import Approval
from lantoa.approvals.queries import decisions_about
from lantoa.approvals.rules import may_decide
from lantoa.refusals import Refusal, marked
from lantoa.tenants.rules import hold
from lantoa.trail.actors import Subject, kind_of
from lantoa.trail.acts import record

MAY_NOT = marked("%(post)s không có quyền phê duyệt; hãy chuyển cho lãnh đạo cơ quan.")
REASONLESS = marked("Hãy ghi lý do không đồng ý, để người soạn biết cần sửa gì.")


@transaction.atomic
def approve(
    *, subject: Subject, content_hash: str, by: Holding, at: datetime, note: str = "", road: str = Approval.Road.SCREEN
) -> Approval:
    """Say yes to the content with this hash (SHA-256, hex). Saying it twice is one yes."""
    return _decide(subject, content_hash, Approval.Decision.APPROVED, by=by, at=at, note=note, road=road)


@transaction.atomic
def decline(
    *, subject: Subject, content_hash: str, by: Holding, at: datetime, note: str, road: str = Approval.Road.SCREEN
) -> Approval:
    """Say no to the content with this hash, with the reason. Refuses a blank reason."""
    if not note.strip():
        raise Refusal("reasonless", REASONLESS, field="note")
    return _decide(subject, content_hash, Approval.Decision.DECLINED, by=by, at=at, note=note, road=road)


def _decide(
    subject: Subject, content_hash: str, decision: Approval.Decision, *, by: Holding, at: datetime, note: str, road: str
) -> Approval:
    if not re.fullmatch(r"[0-9a-f]{64}", content_hash):
        raise ValueError("an approval is bound to a SHA-256 digest")
    if by.tenant_id != subject.tenant_id or not may_decide(by):
        raise Refusal("may_not_approve", MAY_NOT, post=str(by.post))
    hold(subject)
    newest = decisions_about(subject).last()
    if newest and (newest.content_hash, newest.decision, newest.post_id) == (content_hash, decision, by.post_id):
        return newest
    approval = Approval.objects.create(
        tenant_id=by.tenant_id,
        subject_kind=kind_of(subject),
        subject_id=str(subject.pk),
        number=newest.number + 1 if newest else 1,
        content_hash=content_hash,
        decision=decision,
        road=road,
        post=by.post,
        holding=by,
        at=at,
        note=note,
    )
    record(
        "approved" if decision == Approval.Decision.APPROVED else "declined",
        subject, by=by, at=at, content_hash=content_hash, note=note, road=road,
    )  # fmt: skip
    return approval
