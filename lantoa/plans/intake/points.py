"""What intake asks of a person: holes, values it is not sure of, warnings of the reader.

What is asked is stored with the plan, in Vietnamese as the plan is, whoever brings it in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lantoa.papers.tree import NOWHERE, Span
from lantoa.plans.models import DutyParty, Part, Plan, ReviewPoint
from lantoa.reading.draft import Finding
from lantoa.tenants.models import Owned
from lantoa.trail.actors import kind_of

NOT_SURE = "not_sure"
UNSURE = "Máy đọc chưa chắc giá trị này; hãy so với văn bản."
UNKNOWN_BODY = "Trong danh bạ chưa có cơ quan hoặc nhóm cơ quan nào mang đúng tên này; hãy chọn hoặc thêm mới."
OPEN_CLASS = "Văn bản gọi chung, không nêu tên; hãy chọn cơ quan hoặc nhóm cơ quan nếu đã biết."

HOLES = {
    "title": "Chưa tìm thấy tên của kế hoạch.",
    "issuer": "Chưa có cơ quan nào trong danh bạ mang đúng tên cơ quan ban hành.",
    "phases": "Chưa tìm thấy thời gian thực hiện của kế hoạch.",
    "cited_on": "Văn bản được viện dẫn nhưng không ghi đủ ngày.",
    "lead": "Nhiệm vụ chưa có cơ quan chủ trì.",
    "to": "Chưa có cơ quan nào trong danh bạ mang đúng tên nơi nhận báo cáo.",
}
"""What is said of each hole that the reader, who knows no agencies, does not find itself."""


@dataclass(slots=True)
class Points:
    """The review points of a plan, as they are found."""

    plan: Plan
    rows: list[ReviewPoint] = field(default_factory=list)

    def hole(self, row: Owned, name: str, span: Span = NOWHERE) -> None:
        """Ask for a field that the paper does not give."""
        self._add(ReviewPoint.Kind.MISSING, f"{name}_missing", HOLES[name], span, row, name)

    def body(self, row: Part | DutyParty, span: Span, *, open_class: bool) -> None:
        """Ask whom a body means."""
        code, message = ("open_class", OPEN_CLASS) if open_class else ("unknown_body", UNKNOWN_BODY)
        self._add(ReviewPoint.Kind.MISSING, code, message, span, row, "named")

    def unsure(self, row: Owned, name: str, span: Span) -> None:
        """Ask to look at a value that the reader is not sure of."""
        self._add(ReviewPoint.Kind.LOOK, NOT_SURE, UNSURE, span, row, name)

    def finding(self, finding: Finding, kind: str, row: Owned | None, name: str) -> None:
        """Pass on what the reader found, about a field when it is about one."""
        self._add(kind, finding.code, finding.message, finding.span, row, name, finding.proposal)

    def asks(self, row: Owned, name: str, code: str = "") -> bool:
        """True when something is asked about a field (by `code`, if given)."""
        return any(
            point.subject_id == row.pk and point.field == name and code in ("", point.code) for point in self.rows
        )

    def _add(
        self, kind: str, code: str, message: str, span: Span, row: Owned | None, name: str, proposal: str = ""
    ) -> None:
        place: dict[str, Any] = {"start": span.start, "end": span.end} if span != NOWHERE else {}
        subject = {"subject_kind": kind_of(row), "subject_id": row.pk} if row is not None else {}
        point = ReviewPoint(
            tenant_id=self.plan.tenant_id, plan=self.plan, position=len(self.rows), kind=kind, code=code,
            message=message, field=name if row is not None else "", proposal=proposal, **place, **subject,
        )  # fmt: skip
        self.rows.append(point)
