"""The reader's findings as review points, each about the field that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.plans.intake.rows import Rows
from lantoa.plans.models import LegalBasis, Plan, ReportDuty, ReviewPoint, Task
from lantoa.reading.draft import Finding, PlanDraft
from lantoa.tenants.models import Owned

_WARNING, _MISSING = ReviewPoint.Kind.WARNING, ReviewPoint.Kind.MISSING
_ABOUT: dict[str, tuple[type[Owned], str, str]] = {
    "number_missing": (Plan, "symbol", _MISSING),
    "number_from_caption": (Plan, "symbol", _WARNING),
    "date_missing": (Plan, "dated", _MISSING),
    "day_missing": (Plan, "dated", _MISSING),
    "date_from_caption": (Plan, "dated", _WARNING),
    "issuer_missing": (Plan, "issuer", _MISSING),
    "issuer_derived": (Plan, "issuer", _WARNING),
    "appendix_absent": (Plan, "appendix", _MISSING),
    "base_date_differs": (LegalBasis, "cited_on", _WARNING),
    "base_after_plan": (LegalBasis, "cited_on", _WARNING),
    "base_year_impossible": (LegalBasis, "cited_on", _WARNING),
    "base_spelling": (LegalBasis, "number", _WARNING),
    "time_missing": (Task, "time_raw", _MISSING),
    "time_before_plan": (Task, "time_raw", _WARNING),
    "lead_not_single": (Task, "lead", _WARNING),
    "assignment_without_lead": (Task, "lead", _WARNING),
    "duty_without_date": (ReportDuty, "due", _MISSING),
    "duty_without_receiver": (ReportDuty, "to", _MISSING),
}
"""What a finding is about: the kind of row, its field, and whether it is a hole. Others are about the paper."""


def of_rows(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those about a row of the paper; an appendix has no number, no signature and no issuer of its own to miss."""
    return tuple(finding for finding in findings if _ABOUT.get(finding.code, (Plan,))[0] is not Plan)


def add_findings(rows: Rows, draft: PlanDraft) -> None:
    """Pass on everything the reader found. A note (level "note") only asks to look."""
    for finding in draft.findings:
        model, field, kind = _ABOUT.get(finding.code, (None, "", _WARNING))
        row = _row(rows, finding, model, field) if model else None
        rows.points.finding(finding, ReviewPoint.Kind.LOOK if finding.level == "note" else kind, row, field)


def _row(rows: Rows, finding: Finding, model: type[Owned], field: str) -> Owned | None:
    """The row that was read at the finding's place. Of several (one sentence, two duties) the first not asked about,
    and without a day when the day is missing."""
    if model is Plan:
        return rows.plan
    there = [row for row in rows.at(finding.span) if isinstance(row, model)]
    fresh = [row for row in there if not rows.points.asks(row, field, finding.code)]
    if field == "due":
        fresh = [row for row in fresh if isinstance(row, ReportDuty) and row.due_month is None and row.due_on is None]
    return next(iter(fresh or there), None)
