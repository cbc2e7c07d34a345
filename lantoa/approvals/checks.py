"""What `lantoa check` looks for among decisions."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.approvals.models import Approval
from lantoa.approvals.rules import may_decide
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Whoever decided held the post at that instant, and the post may decide."""
    decisions = Approval.objects.filter(tenant=tenant).select_related("holding__post__agency", "holding__user")
    for approval in decisions.iterator():
        for code, wrong in _wrong(approval):
            yield Fault(
                "approvals", code, f"Quyết định phê duyệt của “{approval.holding}” {wrong}.", _subject(approval)
            )


def _wrong(approval: Approval) -> Iterator[tuple[str, str]]:
    holding = approval.holding
    if holding is None:
        return
    if holding.post_id != approval.post_id:
        yield "post_differs", "ghi một chức danh khác với chức danh của người quyết định"
    if approval.at < holding.since or (holding.until is not None and approval.at >= holding.until):
        yield "post_not_held", "có thời điểm nằm ngoài thời gian giữ chức danh"
    if not may_decide(holding):
        yield "post_may_not_decide", "thuộc một chức danh không có quyền phê duyệt"


def _subject(approval: Approval) -> str:
    return f"{approval.subject_kind} {approval.subject_id}"
