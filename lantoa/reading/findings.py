"""Holes and doubts of a plan as read. Codes are stable: other rooms and people refer to them.

The sentences belong to the reading and stay Vietnamese, as the plan is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from lantoa.papers.tree import NOWHERE, Paper, Span
from lantoa.reading.cited import NUMBER, cited_dates
from lantoa.reading.draft import Assignment, Finding, LegalBasis, PlanDraft, Task
from lantoa.reading.heading import Caption
from lantoa.reading.names import can_answer
from lantoa.reading.register import key, look_up
from lantoa.reading.times import is_empty
from lantoa.viet.dates import PartialDate

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
        *_bases(draft),
        *_two_dates(draft),
        *_symbol_years(draft),
        *_annex(paper, draft),
        *(finding for task in draft.tasks for finding in _task(task)),
        *_schedule(draft),
        *(finding for item in draft.assignments for finding in _assignment(item)),
        *_duties(draft),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.code)))


def say(sentence: str, **facts: object) -> str:
    return sentence % facts


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
        yield Finding("day_missing", say(message, known=_shown(date)), draft.date.span)
    elif tied and draft.date == tied.date and paper.date != date:
        message = "Ngày %(date)s không có ở đầu văn bản, được lấy từ dòng kèm theo của phụ lục."
        yield Finding("date_from_caption", say(message, date=_shown(date)), draft.date.span, _shown(date))


def _shown(date: PartialDate) -> str:
    """Day first, without leading zeros: 30/8/2013, 12/2021, 2026."""
    parts = [part for part in (date.day, date.month, date.year) if part]
    return "/".join(map(str, parts))


# --- legal bases -------------------------------------------------------------------------------------------------


def _bases(draft: PlanDraft) -> Iterator[Finding]:
    for basis in draft.legal_bases:
        number = basis.number.value
        known = look_up(number) if number else None
        proposal = ""
        if known and known.date and basis.date.value and str(basis.date.value) != known.date.isoformat():
            proposal = _shown(_partial(known.date))
            message = "%(number)s được ghi ngày %(cited)s; sổ văn bản ghi ngày %(known)s."
            facts = {"number": known.number, "cited": _shown(basis.date.value), "known": proposal}
            yield Finding("base_date_differs", say(message, **facts), basis.span, proposal)
        yield from _later_than_plan(draft, basis, proposal)
        yield from _impossible_year(basis)
        if known:
            yield from _spelling(basis, known.number)
            yield from _lapsed(draft, basis)


def _partial(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _later_than_plan(draft: PlanDraft, basis: LegalBasis, proposal: str) -> Iterator[Finding]:
    plan, cited = draft.date.value, basis.date.value
    if plan is None or cited is None or not _is_later(cited, plan):
        return
    message = "Căn cứ %(name)s ngày %(cited)s sau ngày của văn bản (%(plan)s)."
    facts = {"name": basis.number.value or basis.name.value, "cited": _shown(cited), "plan": _shown(plan)}
    tail = say(" Đề nghị sửa thành ngày %(day)s.", day=proposal) if proposal else ""
    yield Finding("base_after_plan", say(message, **facts) + tail, basis.span, proposal)


def _is_later(one: PartialDate, other: PartialDate) -> bool:
    """Later for certain, as far as both are known."""
    for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if a is None or b is None:
            return False
        if a != b:
            return a > b
    return False


def _impossible_year(basis: LegalBasis) -> Iterator[Finding]:
    """09/2019/NĐ-CP cannot be of another year than 2019."""
    match = re.search(r"/((?:19|20)\d{2})/", basis.number.value or "")
    date = basis.date.value
    if match and date and int(match[1]) != date.year:
        message = "%(number)s mang năm %(year)s nhưng được ghi ngày %(cited)s."
        facts = {"number": basis.number.value, "year": match[1], "cited": _shown(date)}
        known = look_up(basis.number.value or "")
        proposal = _shown(_partial(known.date)) if known and known.date else ""
        yield Finding("base_year_impossible", say(message, **facts), basis.span, proposal)


def _spelling(basis: LegalBasis, known: str) -> Iterator[Finding]:
    if basis.number.value != known:
        message = "Ký hiệu %(cited)s viết đúng là %(known)s."
        yield Finding(
            "base_spelling", say(message, cited=basis.number.value, known=known), basis.number.span, known, "note"
        )


def _lapsed(draft: PlanDraft, basis: LegalBasis) -> Iterator[Finding]:
    known, plan = look_up(basis.number.value or ""), draft.date.value
    if known and plan and known.valid_to and plan.year > known.valid_to.year:
        message = "%(number)s đã hết hiệu lực ngày %(day)s, thay bằng %(other)s."
        facts = {"number": known.number, "day": _shown(_partial(known.valid_to)), "other": known.replaced_by or "?"}
        yield Finding("base_lapsed", say(message, **facts), basis.span, known.replaced_by or "")


def _two_dates(draft: PlanDraft) -> Iterator[Finding]:
    """One number with two dates in the same paper."""
    first: dict[str, PartialDate] = {}
    for number, date, span in cited_dates(draft.text):
        earlier = first.setdefault(key(number), date)
        if earlier != date and date.day and earlier.day:
            message = "%(number)s được ghi hai ngày khác nhau: %(one)s và %(other)s."
            known = look_up(number)
            proposal = _shown(_partial(known.date)) if known and known.date else ""
            facts = {"number": number, "one": _shown(earlier), "other": _shown(date)}
            yield Finding("two_dates", say(message, **facts), span, proposal)


def _symbol_years(draft: PlanDraft) -> Iterator[Finding]:
    """A number that carries a year later than the plan's own date."""
    plan = draft.date.value
    bases = {key(basis.number.value) for basis in draft.legal_bases if basis.number.value}
    for match in NUMBER.finditer(draft.text):
        year = re.search(r"/\s?((?:19|20)\d{2})\s?/", match[0])
        if plan and year and int(year[1]) > plan.year and key(match[0]) not in bases:
            message = "%(number)s mang năm %(year)s, sau năm của văn bản."
            yield Finding(
                "year_impossible", say(message, number="".join(match[0].split()), year=year[1]), Span(*match.span())
            )


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
                "time_before_plan", say(message, raw=task.time.raw.value, plan=_shown(plan)), task.time.raw.span
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
