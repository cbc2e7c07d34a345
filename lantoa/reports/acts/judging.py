"""Sending a report back with the reason, and accepting it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.refusals import Refusal, marked
from lantoa.reports.models import Return, Version
from lantoa.rounds.acts import mark_accepted, mark_returned
from lantoa.rounds.models import Field
from lantoa.rounds.queries import locked_obligation
from lantoa.trail.acts import record

NO_REASON = marked("Hãy ghi lý do trả lại, để cơ quan báo cáo biết cần bổ sung gì.")
REPLACED = marked("Cơ quan đã gửi bản mới hơn (bản %(number)s); hãy xem bản đó.")
OTHER_FORM = marked("Mục “%(label)s” không thuộc báo cáo này.")


@transaction.atomic
def give_back(*, version: Version, reason: str, by: Holding, at: datetime, field: Field | None = None) -> Return:
    """Return the newest version to be completed, for the whole or for one field; one that was accepted, too."""
    obligation = locked_obligation(version.report.obligation_id)
    _refuse_replaced(version)
    if not reason.strip():
        raise Refusal("no_reason", NO_REASON, field="reason")
    if field is not None and field.form_id != obligation.round.form_id:
        raise Refusal("other_form", OTHER_FORM, field="field", label=field.label)
    mark_returned(obligation=obligation, by=by, at=at)
    returned = Return.objects.create(
        tenant_id=version.tenant_id, version=version, field=field, reason=reason.strip(), at=at, by=by
    )
    record("report_returned", version, by=by, at=at, reason=returned.reason, field=field.key if field else "")
    return returned


@transaction.atomic
def accept(*, version: Version, by: Holding, at: datetime) -> Version:
    """Take the newest version as the agency's answer."""
    obligation = locked_obligation(version.report.obligation_id)
    _refuse_replaced(version)
    mark_accepted(obligation=obligation, by=by, at=at)
    record("report_accepted", version, by=by, at=at, number=version.number)
    return version


def _refuse_replaced(version: Version) -> None:
    newest = Version.objects.filter(report=version.report_id).order_by("-number").values_list("number", flat=True)[0]
    if newest != version.number:
        raise Refusal("replaced", REPLACED, number=newest)
