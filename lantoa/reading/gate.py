"""Is a paper a plan at all?"""

from __future__ import annotations

from lantoa.papers.tree import Paper
from lantoa.reading.draft import PlanDraft
from lantoa.refusals import Refusal, marked

_PLANS = ("Kế hoạch", "Chương trình", "Phương án", "Đề án", "Dự án")
_MAY_ASSIGN = ("Quyết định", "Nghị quyết", "Thông báo", "Chỉ thị", "Hướng dẫn", "Kết luận", "Công điện", "Quy chế")
_NOT_A_PLAN = marked(
    "Văn bản này không phải kế hoạch và không giao việc (%(what)s). Chưa có gì được lưu; "
    "hãy chọn tệp kế hoạch, hoặc quyết định, thông báo, nghị quyết có giao nhiệm vụ."
)


def must_be_plan(paper: Paper, draft: PlanDraft) -> None:
    """Let pass a plan with content, and a decision, resolution or notice that assigns work; else raise `Refusal`."""
    carries_plan = any(annex.label.capitalize() in _PLANS for annex in paper.appendices)
    if paper.type_name in _PLANS and (paper.body or paper.bases or paper.preamble or draft.tasks):
        return
    assigns = bool(draft.tasks or draft.assignments or carries_plan)
    if paper.type_name in _MAY_ASSIGN and assigns:
        return
    if not paper.type_name and paper.symbol and draft.tasks:
        return
    what = paper.type_name.lower() if paper.type_name else "không thấy tên loại văn bản"
    raise Refusal("not_a_plan", _NOT_A_PLAN, what=what)
