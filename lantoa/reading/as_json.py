"""The draft as the object that `lantoa read --json` prints."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from lantoa.papers.tree import Span
from lantoa.reading.draft import Assignment, Body, BudgetDuty, PlanDraft, Read, ReportDuty, Task, Timeframe

Json = dict[str, Any]


def to_json(draft: PlanDraft) -> Json:
    """One object; every "range" is [start, end) in code points of "text"; an unread value is null."""
    date = draft.date.value
    whole = str(date) if date and date.day else None
    return {
        "text": draft.text,
        "doc_type": draft.doc_type.value,
        "number": draft.number.value,
        "symbol": draft.symbol.value,
        "date": whole,
        "date_partial": None if whole or date is None else str(date),
        "place": draft.place.value,
        "issuing_body": draft.issuing_body.value,
        "parent_body": draft.parent_body.value,
        "title": draft.title.value,
        "legal_bases": [
            {
                "number": basis.number.value,
                "name": basis.name.value,
                "date": str(basis.date.value) if basis.date.value else None,
                "range": _range(basis.span),
            }
            for basis in draft.legal_bases
        ],
        "objectives": [_listed(item.text) for item in draft.objectives],
        "requirements": [_listed(item.text) for item in draft.requirements],
        "phases": [[_day(phase.start), _day(phase.end)] for phase in draft.phases],
        "themes": [
            {**_listed(theme.text), "path": theme.path, "pillars": [p.value for p in theme.pillars]}
            for theme in draft.themes
        ],
        "audiences": [{**_listed(a.text), "path": a.path, "where": a.where.value} for a in draft.audiences],
        "tasks": [_task(task) for task in draft.tasks],
        "assignments": [_assignment(item) for item in draft.assignments],
        "report_duties": [_report_duty(duty) for duty in draft.report_duties],
        "budget_duties": [_budget_duty(duty) for duty in draft.budget_duties],
        "funding_sources": [_listed(source) for source in draft.funding_sources],
        "recipients": [_listed(line) for line in draft.recipients],
        "signatory": _signatory(draft),
        "warnings": [
            {
                "code": finding.code,
                "level": finding.level,
                "message": finding.message,
                "proposal": finding.proposal or None,
                "range": _range(finding.span),
            }
            for finding in draft.findings
        ],
    }


def _range(span: Span) -> list[int]:
    return [span.start, span.end]


def _listed(read: Read[str]) -> Json:
    return {"text": read.value, "range": _range(read.span), "sure": read.sure}


def _day(read: Read[datetime.date]) -> str | None:
    return read.value.isoformat() if read.value else None


def _names(bodies: Iterable[Body]) -> list[str]:
    return [body.name.value or "" for body in bodies]


def _joined(bodies: Iterable[Body]) -> str | None:
    return ", ".join(_names(bodies)) or None


def _time(time: Timeframe) -> Json:
    return {
        "timeframe_raw": time.raw.value,
        "start": _day(time.start),
        "end": _day(time.end),
        "recurring": time.recurring,
        "exclusive": time.exclusive,
    }


def _task(task: Task) -> Json:
    return {
        "no": task.no.value,
        "group": task.group.value,
        "content": task.content.value,
        "lead": _names(task.lead),
        "coordinating": _names(task.coordinating),
        **_time(task.time),
        "path": task.path,
        "notes": [note.value for note in task.notes],
        "sure": task.content.sure,
        "range": _range(task.content.span),
    }


def _assignment(item: Assignment) -> Json:
    return {
        "text": item.text.value,
        "lead": _names(item.lead),
        "coordinating": _names(item.coordinating),
        **_time(item.time),
        "asked": item.asked,
        "path": item.path,
        "sure": item.text.sure,
        "range": _range(item.text.span),
    }


def _report_duty(duty: ReportDuty) -> Json:
    return {
        "who": _joined(duty.who),
        "to": _joined(duty.to),
        "through": _joined(duty.through),
        "consolidated_to": _joined(duty.consolidated_to),
        "due": duty.due.value,
        "due_is_exclusive": duty.exclusive,
        "due_raw": duty.raw.value,
        "frequency": duty.frequency.value,
        "path": duty.path,
        "range": _range(duty.text.span),
    }


def _budget_duty(duty: BudgetDuty) -> Json:
    return {
        "who": _joined(duty.who),
        "to": _joined(duty.to),
        "consolidated_to": _joined(duty.consolidated_to),
        "what": duty.what.value,
        "frequency": duty.frequency.value,
        "path": duty.path,
        "range": _range(duty.text.span),
    }


def _signatory(draft: PlanDraft) -> Json | None:
    signed = draft.signatory
    if signed is None:
        return None
    return {"capacity": signed.capacity.value, "title": signed.title.value, "name": signed.name.value}
