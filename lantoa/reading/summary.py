"""The draft for people: what was read, the tasks as a list, holes and doubts with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lantoa.reading.draft import Body, PlanDraft, Read, ReportDuty

_RHYTHMS = {
    "once": "một lần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "six-monthly": "6 tháng",
    "yearly": "hằng năm",
    "ad hoc": "đột xuất",
    "event: difficulty": "khi có khó khăn, vướng mắc",
}
_HOLE = "(chưa có)"


def summary(draft: PlanDraft) -> str:
    """Plain lines in Vietnamese."""
    return "\n".join([*_particulars(draft), *_contents(draft), *_tasks(draft), *_duties(draft), *_findings(draft)])


def _particulars(draft: PlanDraft) -> Iterator[str]:
    yield f"{draft.doc_type.value or 'Văn bản'}: {_shown(draft.title)}"
    yield f"  Số, ký hiệu: {_shown(draft.symbol)}"
    yield f"  Ngày: {draft.date.value or _HOLE}   Nơi: {_shown(draft.place)}"
    yield f"  Cơ quan ban hành: {_shown(draft.issuing_body)}"
    for basis in draft.legal_bases:
        yield f"  Căn cứ: {basis.number.value or basis.name.value}, ngày {basis.date.value or _HOLE}"


def _contents(draft: PlanDraft) -> Iterator[str]:
    for phase in draft.phases:
        yield f"  Giai đoạn: {phase.start.value or '…'} đến {phase.end.value or '…'}"
    counts = (
        (len(draft.objectives), "mục tiêu"),
        (len(draft.themes), "nội dung tuyên truyền"),
        (len(draft.audiences), "đối tượng"),
        (len(draft.recipients), "nơi nhận"),
    )
    yield "  Có " + ", ".join(f"{count} {name}" for count, name in counts)


def _tasks(draft: PlanDraft) -> Iterator[str]:
    yield ""
    yield f"NHIỆM VỤ TRONG BẢNG HOẶC MỤC ({len(draft.tasks)})"
    group = ""
    for task in draft.tasks:
        if task.group.value and task.group.value != group:
            group = task.group.value
            yield f" * {group}"
        yield f"  {task.no.value or '-'}. {_shown(task.content)}"
        yield f"     Chủ trì: {_names(task.lead)} | Phối hợp: {_names(task.coordinating)}"
        yield f"     Thời gian: {task.time.raw.value or _HOLE}"
    yield ""
    yield f"NHIỆM VỤ GIAO TRONG CÂU ({len(draft.assignments)})"
    for item in draft.assignments:
        yield f"  - [{'đề nghị' if item.asked else 'giao'}] {_names(item.lead)}: {_shown(item.text)}"


def _duties(draft: PlanDraft) -> Iterator[str]:
    yield ""
    yield f"NHIỆM VỤ BÁO CÁO ({len(draft.report_duties)})"
    for duty in draft.report_duties:
        yield f"  - {_names(duty.who)} báo cáo {_names(duty.to)}: {_when(duty)}"
    for estimate in draft.budget_duties:
        yield f"  - {_names(estimate.who)} gửi {_shown(estimate.what)} về {_names(estimate.to)}"


def _when(duty: ReportDuty) -> str:
    rhythm = _RHYTHMS.get(duty.frequency.value or "", "chưa rõ kỳ")
    return f"{rhythm}, {duty.raw.value}" if duty.raw else rhythm


def _findings(draft: PlanDraft) -> Iterator[str]:
    yield ""
    yield f"CẦN XEM LẠI ({len(draft.findings)})"
    for finding in draft.findings:
        mark = "!" if finding.level == "warning" else "-"
        proposal = f" Đề nghị: {finding.proposal}." if finding.proposal else ""
        yield f"  {mark} [{finding.span.start}-{finding.span.end}] {finding.message}{proposal}"


def _shown(read: Read[str]) -> str:
    return read.value or _HOLE


def _names(bodies: Iterable[Body]) -> str:
    return "; ".join(body.name.value or "" for body in bodies) or _HOLE
