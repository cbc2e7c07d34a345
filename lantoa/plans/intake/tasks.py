"""Tasks and who does what part of them: rows of task tables, and duties given in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from lantoa.papers.tree import Span
from lantoa.plans.intake.rows import Rows
from lantoa.plans.intake.traces import across, in_order, traces
from lantoa.plans.models import Part, Task
from lantoa.plans.rules import is_open_class
from lantoa.reading.draft import Assignment, Body, PlanDraft, Read, Timeframe
from lantoa.reading.draft import Task as TableRow
from lantoa.viet.bodies import canonical


@dataclass(slots=True)
class _Asked:
    """The bodies that the plan asks instead of ordering, and the sentence in which it does."""

    sentences: dict[str, Read[str]]

    def sentence(self, body: Body) -> Read[str] | None:
        return self.sentences.get(canonical(body.name.value or ""))


def add_tasks(rows: Rows, draft: PlanDraft) -> None:
    """Every task in the order of the paper. A body that the plan once asks ("Đề nghị ...") is asked everywhere."""
    asked = _asked(draft)
    orders = [item for item in draft.assignments if not _is_a_duty(item, draft)]
    given: list[TableRow | Assignment] = sorted([*draft.tasks, *orders], key=lambda item: _place(item).start)
    for item in given:
        task = _of_table(rows, item) if isinstance(item, TableRow) else _of_sentence(rows, item)
        rows.tasks.append(task)
        rows.stands(task, _place(item), item.time.raw.span, across(item.lead).span)
        if isinstance(item, TableRow) and not item.lead:
            rows.points.hole(task, "lead", item.content.span)
        _add_parts(rows, task, Part.Kind.LEAD, item.lead, asked)
        _add_parts(rows, task, Part.Kind.COORDINATING, item.coordinating, asked)


def _is_a_duty(item: Assignment, draft: PlanDraft) -> bool:
    """True for a sentence that only orders a report or an estimate: rounds ask for those, nobody works on them."""
    spans = {duty.text.span for duty in draft.report_duties} | {duty.text.span for duty in draft.budget_duties}
    return item.text.span in spans


def _asked(draft: PlanDraft) -> _Asked:
    asked = _Asked({})
    for item in draft.assignments:
        if item.asked:
            for body in item.lead or item.coordinating:
                asked.sentences.setdefault(canonical(body.name.value or ""), item.text)
    return asked


def _place(item: TableRow | Assignment) -> Span:
    return item.content.span if isinstance(item, TableRow) else item.text.span


def _of_table(rows: Rows, item: TableRow) -> Task:
    return Task(
        **rows.own(rows.tasks), **_time(item.time), clause=rows.clauses.at(item.content.span),
        origin=Task.Origin.TABLE, number=item.no.value or "", group=item.group.value or "",
        content=item.content.value or "",
        traces=traces(number=item.no, group=item.group, content=item.content) | _time_traces(item.time),
    )  # fmt: skip


def _of_sentence(rows: Rows, item: Assignment) -> Task:
    return Task(
        **rows.own(rows.tasks), **_time(item.time), clause=rows.clauses.at(item.text.span),
        origin=Task.Origin.SENTENCE, content=item.text.value or "",
        traces=traces(content=item.text) | _time_traces(item.time),
    )  # fmt: skip


def _time(time: Timeframe) -> dict[str, object]:
    return {"time_raw": time.raw.value or "", "recurring": time.recurring, **in_order(time.start, time.end)}


def _time_traces(time: Timeframe) -> dict[str, list[float]]:
    return traces(time_raw=time.raw, starts_on=time.start, ends_on=time.end) if time.raw.value else {}


def _add_parts(rows: Rows, task: Task, kind: str, bodies: tuple[Body, ...], asked: _Asked) -> None:
    for position, body in enumerate(bodies):
        named, sentence = body.name.value or "", asked.sentence(body)
        manner = {"manner": sentence} if sentence else {}
        part = Part(
            tenant_id=task.tenant_id, task=task, position=position, kind=kind, named=named,
            manner=Part.Manner.ASKED if sentence else Part.Manner.ORDERED,
            agency=rows.register.agency(named), group=rows.register.group(named),
            traces=traces(named=body.name, **manner),
        )  # fmt: skip
        rows.parts.append(part)
        if part.agency is None and part.group is None:
            rows.points.body(part, body.name.span, open_class=is_open_class(named))
