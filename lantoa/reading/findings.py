"""Holes and doubts of a plan as read. Codes are stable: other rooms and people refer to them.

The sentences belong to the reading and stay Vietnamese, as the plan is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.papers.tree import NOWHERE, Paper, Span
from lantoa.reading.damage import damaged_words
from lantoa.reading.doubtful_bases import doubts_of_bases
from lantoa.reading.draft import Assignment, Finding, PlanDraft, Task
from lantoa.reading.heading import Caption
from lantoa.reading.names import can_answer
from lantoa.reading.saying import say, shown
from lantoa.reading.times import is_empty

_ANNOUNCES = re.compile(
    r"(?:đính kèm|kèm theo|tại|theo|\(|chi tiết[^.;()]{0,80}?)\s*(?:các\s+)?"
    r"(?:phụ lục|biểu|bảng phân công)[^.;()\n]{0,40}|"
    r"phụ lục (?:đính kèm|kèm theo)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"kèm theo\s+(?:quyết định|nghị định|thông tư|kế hoạch|công văn)\s+số", re.IGNORECASE)


def findings(paper: Paper, draft: PlanDraft, tied: Caption | None) -> tuple[Finding, ...]:
    """Everything that a person should look at, in the order of the paper."""
    found = [
        *_particulars(paper, draft, tied),
        *doubts_of_bases(draft),
        *damaged_words(paper, draft),
        *_annex(paper, draft),
        *(finding for task in draft.tasks for finding in _task(task)),
        *_schedule(draft),
        *(finding for item in draft.assignments for finding in _assignment(item)),
        *_duties(draft),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.code)))


# --- the plan's own particulars ----------------------------------------------------------------------------------


def _particulars(paper: Paper, draft: PlanDraft, tied: Caption | None) -> Iterator[Finding]:
    where = draft.symbol.span if draft.symbol else draft.doc_type.span
    if not draft.number:
        yield Finding("number_missing", "Văn bản chưa có số.", where)
    elif tied and not paper.number:
        message = "Số %(symbol)s không có ở đầu văn bản, được lấy từ dòng kèm theo của phụ lục."
        yield Finding(
            "number_from_caption", say(message, symbol=draft.symbol.value), draft.symbol.span, draft.symbol.value or ""
        )
    yield from _own_date(paper, draft, tied)
    if not draft.issuing_body:
        yield Finding("issuer_missing", "Không thấy tên cơ quan ban hành.", where)
    elif draft.issuing_body.derived_from:
        message = "Tên cơ quan ban hành «%(name)s» được suy ra từ %(source)s."
        facts = {"name": draft.issuing_body.value, "source": draft.issuing_body.derived_from}
        yield Finding(
            "issuer_derived", say(message, **facts), draft.issuing_body.span, draft.issuing_body.value or "", "note"
        )
    if not draft.signatory or not draft.signatory.title:
        yield Finding(
            "signature_missing",
            "Không thấy phần ký của văn bản.",
            Span(len(draft.text), len(draft.text)),
            level="note",
        )


def _own_date(paper: Paper, draft: PlanDraft, tied: Caption | None) -> Iterator[Finding]:
    date = draft.date.value
    if date is None:
        yield Finding("date_missing", "Văn bản chưa có ngày ban hành.", draft.doc_type.span)
    elif date.day is None:
        message = "Ngày ban hành còn để trống, chỉ biết %(known)s."
        yield Finding("day_missing", say(message, known=shown(date)), draft.date.span)
    elif tied and draft.date == tied.date and paper.date != date:
        message = "Ngày %(date)s không có ở đầu văn bản, được lấy từ dòng kèm theo của phụ lục."
        yield Finding("date_from_caption", say(message, date=shown(date)), draft.date.span, shown(date))


# --- annex, tasks, duties ----------------------------------------------------------------------------------------


def _annex(paper: Paper, draft: PlanDraft) -> Iterator[Finding]:
    """An annex that the text announces and that is not there; said once, where it is announced."""
    if paper.appendices:
        return
    for match in _ANNOUNCES.finditer(draft.text):
        if not _OF_ANOTHER.search(draft.text[match.start() : match.end() + 40]):
            message = "Văn bản nhắc tới «%(words)s» nhưng không có phụ lục kèm theo."
            words = " ".join(match[0].split()).strip("( ")
            yield Finding("appendix_absent", say(message, words=words), Span(*match.span()))
            return


def _task(task: Task) -> Iterator[Finding]:
    name = re.sub(r"^PL\d+\.", "", task.path) or (task.content.value or "")[:40]
    if is_empty(task.time):
        message = "Nhiệm vụ %(name)s chưa có thời gian thực hiện."
        yield Finding(
            "time_missing",
            say(message, name=name),
            task.time.raw.span if task.time.raw.span != NOWHERE else task.content.span,
        )
    if task.lead and not can_answer(task.lead):
        message = "Chủ trì của nhiệm vụ %(name)s không phải một cơ quan cụ thể: %(lead)s (%(kinds)s)."
        lead = ", ".join(body.name.value or "" for body in task.lead)
        kinds = ", ".join(dict.fromkeys(_KINDS.get(body.kind, body.kind) for body in task.lead))
        span = Span(task.lead[0].name.span.start, task.lead[-1].name.span.end)
        yield Finding("lead_not_single", say(message, name=name, lead=lead, kinds=kinds), span)


_KINDS = {
    "agency": "cơ quan",
    "group": "nhóm cơ quan",
    "class": "loại cơ quan",
    "channel": "kênh truyền thông",
    "person": "người",
    "unknown": "chưa rõ",
}


def _schedule(draft: PlanDraft) -> Iterator[Finding]:
    plan = draft.date.value
    if plan is None:
        return
    for task in draft.tasks:
        end = task.time.end.value
        if end and (end.year, end.month) < (plan.year, plan.month or 1):
            message = "Thời gian «%(raw)s» kết thúc trước ngày của văn bản (%(plan)s)."
            yield Finding(
                "time_before_plan", say(message, raw=task.time.raw.value, plan=shown(plan)), task.time.raw.span
            )


def _assignment(item: Assignment) -> Iterator[Finding]:
    if not item.lead:
        message = "Câu giao việc không nêu cơ quan chủ trì."
        yield Finding("assignment_without_lead", message, item.text.span, level="note")


_REGULAR = ("unspecified", "yearly", "six-monthly", "quarterly", "monthly")


def _duties(draft: PlanDraft) -> Iterator[Finding]:
    for duty in draft.report_duties:
        if duty.frequency.value in _REGULAR and not duty.due and not re.search(r"ngày\s+\d", duty.raw.value or ""):
            message = "Nhiệm vụ báo cáo chưa rõ ngày phải nộp."
            yield Finding("duty_without_date", message, duty.text.span)
        if not duty.to:
            yield Finding("duty_without_receiver", "Nhiệm vụ báo cáo chưa rõ nơi nhận.", duty.text.span)
