"""Approving the consolidated report, and issuing it as an official paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding, Role
from lantoa.approvals.acts import approve as approve_content
from lantoa.approvals.models import Approval
from lantoa.approvals.queries import standing_approval
from lantoa.documents.acts import issue as issue_paper
from lantoa.documents.models import Document
from lantoa.documents.rules import content_hash
from lantoa.refusals import Refusal, marked
from lantoa.reports.models import Consolidation
from lantoa.reports.queries import paper_of
from lantoa.reports.rules import may_approve, may_issue
from lantoa.reports.rules.signing import signature_of
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

MAY_NOT_APPROVE = marked("Chỉ lãnh đạo hoặc người ký văn bản của %(asker)s mới duyệt được báo cáo tổng hợp này.")
MAY_NOT_ISSUE = marked("Chỉ điều phối viên hoặc lãnh đạo của %(asker)s mới ban hành được báo cáo tổng hợp này.")
NOT_APPROVED = marked(
    "Nội dung này chưa được lãnh đạo %(asker)s duyệt, hoặc đã sửa sau khi duyệt; hãy trình duyệt rồi ban hành."
)
ISSUED = marked("Báo cáo tổng hợp này đã ban hành: %(symbol)s.")


@transaction.atomic
def approve(*, consolidation: Consolidation, by: Holding, at: datetime, note: str = "") -> Approval:
    """Say yes to exactly what the paper says now. Any later change of its content needs another yes."""
    refuse_stale(consolidation, None)
    asker = consolidation.round.asker
    if not may_approve(consolidation.round, by):
        raise Refusal("may_not_approve", MAY_NOT_APPROVE, asker=asker.name)
    _refuse_issued(consolidation)
    digest = content_hash(paper_of(consolidation))
    return approve_content(subject=consolidation, content_hash=digest, by=by, at=at, note=note)


@transaction.atomic
def issue(*, consolidation: Consolidation, by: Holding, at: datetime) -> Document:
    """Issue the approved paper under the asker's next number, signed by the post that approved it."""
    refuse_stale(consolidation, None)
    round = consolidation.round
    if not may_issue(round, by):
        raise Refusal("may_not_issue", MAY_NOT_ISSUE, asker=round.asker.name)
    _refuse_issued(consolidation)
    paper = paper_of(consolidation)
    approval = standing_approval(consolidation, content_hash(paper))
    if approval is None or not _answers_for(approval, round.asker_id):
        raise Refusal("not_approved", NOT_APPROVED, asker=round.asker.name)
    name = approval.holding.user.full_name if approval.holding else ""
    signed = replace(paper, signature=signature_of(round.asker, approval.post.title, name))
    document = issue_paper(paper=signed, issuer=round.asker, by=by, at=at)
    consolidation.document = document
    consolidation.version += 1
    consolidation.save()
    record("consolidation_issued", consolidation, by=by, at=at, symbol=document.symbol, document=document.pk)
    return document


def _answers_for(approval: Approval, asker: object) -> bool:
    """True when the approving post leads or signs for the asking agency."""
    return approval.post.agency_id == asker and (approval.post.role == Role.LEADER or approval.post.signs)


def _refuse_issued(consolidation: Consolidation) -> None:
    if consolidation.document is not None:
        raise Refusal("issued", ISSUED, symbol=consolidation.document.symbol)
