"""An appendix that the plan announced and that came later, in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from lantoa.agencies.models import Holding
from lantoa.documents.acts import attach
from lantoa.documents.models import Document
from lantoa.papers.tree import Paper
from lantoa.plans.acts.settling import settle_fields
from lantoa.plans.intake.bodies import Register
from lantoa.plans.intake.clauses import later_clauses_of
from lantoa.plans.intake.duties import add_budget_duties, add_report_duties
from lantoa.plans.intake.findings import add_findings, of_rows
from lantoa.plans.intake.moved import moved
from lantoa.plans.intake.points import Points
from lantoa.plans.intake.rows import Rows, ask_about_the_unsure
from lantoa.plans.intake.tasks import add_tasks
from lantoa.plans.intake.traces import fitted
from lantoa.plans.likeness import words_of
from lantoa.plans.models import Clause, Part, Plan, Task
from lantoa.plans.models.plan import OfPlan
from lantoa.plans.rules import date_of_paper, refuse_closed, refuse_stranger
from lantoa.reading.draft import PlanDraft
from lantoa.reading.draft import Task as Read
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Owned
from lantoa.trail.acts import record
from lantoa.viet.bodies import canonical

NOTHING_NEW = marked(
    "Không thấy nhiệm vụ mới nào trong tệp này, nên chưa có gì được lưu; hãy chọn tệp có bảng phân công nhiệm vụ."
)


@transaction.atomic
def add_appendix(
    *, plan: Plan, draft: PlanDraft, document: Document, paper: Paper, by: Holding, at: datetime
) -> list[Task]:
    """Merge an appendix into its plan: its tasks, parts and duties join those of the plan, its text stands behind the
    plan's, so that every value still has its place; what was asked about the missing appendix is answered.

    `draft` and `paper` are what was read of the appendix, `document` its row in the register. A task that the plan has
    word for word is not added again; a body that the plan asks instead of ordering is asked here too. Returns the new
    tasks; refuses a file without any. ValueError when the draft was not read from the document's text.
    """
    refuse_stranger(plan, by)
    refuse_closed(plan)
    if not draft.text == document.text == paper.text:
        raise ValueError("the draft was not read from this document")
    draft = replace(draft, tasks=tuple(_new(plan, draft)), findings=of_rows(draft.findings))
    if not draft.tasks and not draft.assignments:
        raise Refusal("nothing_new", NOTHING_NEW, field="file")
    begins = attach(document=plan.document, annex=document, by=by, at=at)
    rows = _rows(plan, moved(draft, begins), moved(paper, begins))
    _ask_whom_the_plan_asks(plan, rows.parts)
    _save(rows)
    settle_fields(row=plan, fields=["appendix"], by=by, at=at, answer=str(document))
    record(
        "appendix_added", plan, by=by, at=at, document=document.pk, tasks=len(rows.tasks), points=len(rows.points.rows)
    )
    return rows.tasks


def _new(plan: Plan, draft: PlanDraft) -> list[Read]:
    known = {words_of(content) for content in Task.objects.filter(plan=plan).values_list("content", flat=True)}
    return [item for item in draft.tasks if words_of(item.content.value or "") not in known]


def _rows(plan: Plan, draft: PlanDraft, paper: Paper) -> Rows:
    """What the appendix adds to the plan, built and asked about."""
    dated = date_of_paper(plan)
    taken = set(Clause.objects.filter(plan=plan).values_list("path", flat=True))
    register = Register(plan.tenant, dated.latest() if dated else None)
    rows = Rows(plan, later_clauses_of(paper, plan, taken), register, Points(plan))
    add_tasks(rows, draft)
    add_report_duties(rows, draft)
    add_budget_duties(rows, draft)
    add_findings(rows, draft)
    ask_about_the_unsure(rows, of_plan=False)
    return rows


def _ask_whom_the_plan_asks(plan: Plan, parts: Sequence[Part]) -> None:
    asked = Part.objects.filter(task__plan=plan, manner=Part.Manner.ASKED)
    places = {canonical(part.named): part.traces.get("manner") for part in asked}
    for part in parts:
        if part.manner == Part.Manner.ORDERED and (key := canonical(part.named)) in places:
            part.manner = Part.Manner.ASKED
            part.traces |= {"manner": trace} if (trace := places[key]) else {}


def _save(rows: Rows) -> None:
    """Save every kind behind what the plan has of it."""
    for kind in (rows.clauses.rows, *rows.read(), rows.points.rows):
        if not kind:
            continue
        first = _next(kind[0], rows.plan)
        for row in kind:
            fitted(row)
            if isinstance(row, OfPlan):
                row.position += first
        type(kind[0])._default_manager.bulk_create(kind)


def _next(row: Owned, plan: Plan) -> int:
    """The first free position among the plan's rows of a kind; rows of rows (parts) count on their own."""
    if not isinstance(row, OfPlan):
        return 0
    last = type(row)._default_manager.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1
