"""What `lantoa check` looks for among decisions."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.approvals.models import Approval
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Whoever decided held the post that decided, at that instant."""
    decisions = Approval.objects.filter(tenant=tenant, holding__isnull=False).select_related("holding__post__agency")
    for approval in decisions.iterator():
        if not _held(approval):
            sentence = _("Quyết định phê duyệt ngày %(at)s ghi “%(post)s”, chức danh mà người quyết định không giữ.")
            facts = {"at": approval.at.date(), "post": approval.post}
            subject = f"{approval.subject_kind} {approval.subject_id}"
            yield Fault("approvals", "post_not_held", sentence % facts, subject)


def _held(approval: Approval) -> bool:
    holding = approval.holding
    assert holding is not None
    began, ended = holding.since <= approval.at, holding.until is not None and approval.at > holding.until
    return holding.post_id == approval.post_id and began and not ended
