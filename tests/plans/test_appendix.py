"""An appendix that comes later joins its plan as if it had come with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.documents.models import Document
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.plans import acts
from lantoa.plans.checks import faults
from lantoa.plans.models import Clause, Part, Plan, ReviewPoint, Task
from lantoa.plans.queries import review_rows
from lantoa.reading.plan import draft_of
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.queries import history
from tests.plans.successor import ANNEX, ANNOUNCED
from tests.plans.traces import holds, traced
from tests.universe.plans import register, take_in


@pytest.fixture
def announced(
    tenant: Tenant, ubnd: Agency, so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, commune_group: AgencyGroup
) -> Plan:
    """A plan whose appendix is announced and absent."""
    return take_in(ANNOUNCED, tenant)


def add(plan: Plan, text: str, by: Holding, at: datetime) -> list[Task]:
    paper = recognise(open_paper(text.encode(), "phu-luc.txt"))
    document = register(text, plan.tenant)
    return acts.add_appendix(plan=plan, draft=draft_of(paper), document=document, paper=paper, by=by, at=at)


def test_its_tasks_and_parts_join_the_plan(announced: Plan, coordinator: Holding, now: datetime) -> None:
    before = list(Task.objects.filter(plan=announced))
    made = add(announced, ANNEX, coordinator, now)
    tasks = list(Task.objects.filter(plan=announced))
    assert tasks == [*before, *made]
    assert [task.content[:10] for task in made] == [
        "Đăng tin, ", "Làm phóng ", "Treo pa nô", "Phát bản t", "Mở góc sác",
    ]  # fmt: skip
    assert [task.position for task in tasks] == list(range(len(tasks)))
    hung = made[2]
    assert [(part.kind, part.named) for part in hung.parts.order_by("-kind", "position")] == [
        ("lead", "Sở Văn hóa, Thể thao và Du lịch"),
        ("coordinating", "Sở Tài chính"),
        ("coordinating", "UBND các xã, phường"),
    ]


def test_every_value_stands_where_the_row_says(announced: Plan, coordinator: Holding, now: datetime) -> None:
    add(announced, ANNEX, coordinator, now)
    plan = Plan.objects.get(pk=announced.pk)
    found = list(traced(plan))
    assert [(row, field, where) for row, field, where in found if not holds(row, field, where)] == []
    assert list(faults(plan.tenant)) == []
    starts = [row.start for row in review_rows(plan) if row.start is not None]
    assert starts == sorted(starts)


def test_the_absent_appendix_is_answered(announced: Plan, coordinator: Holding, now: datetime) -> None:
    point = ReviewPoint.objects.get(plan=announced, code="appendix_absent")
    assert point.state == ReviewPoint.State.OPEN
    add(announced, ANNEX, coordinator, now)
    point.refresh_from_db()
    assert (point.state, point.answered_by) == (ReviewPoint.State.FILLED, coordinator)
    assert history(announced).last().verb == "appendix_added"  # type: ignore[union-attr]


def test_its_holes_are_asked_and_those_of_a_paper_s_face_are_not(
    announced: Plan, coordinator: Holding, now: datetime
) -> None:
    before = set(ReviewPoint.objects.filter(plan=announced).values_list("pk", flat=True))
    made = add(announced, ANNEX, coordinator, now)
    asked = ReviewPoint.objects.filter(plan=announced).exclude(pk__in=before)
    assert {point.code for point in asked} == {"open_class", "time_missing", "lead_not_single"}
    late = asked.get(code="time_missing")
    assert late.subject_id == made[-1].pk


def test_its_clauses_get_paths_of_their_own(announced: Plan, coordinator: Holding, now: datetime) -> None:
    made = add(announced, ANNEX, coordinator, now)
    annex = Clause.objects.get(plan=announced, path="PL")
    assert annex.text == "PHÂN CÔNG NHIỆM VỤ"
    assert {task.clause for task in made} == {annex}
    more = ANNEX.replace("Treo pa nô ở", "Dựng cổng chào ở")
    (gate,) = add(announced, more, coordinator, now)
    assert gate.clause is not None
    assert gate.clause.path == "PL~2"


def test_whom_the_plan_asks_is_asked_here_too(announced: Plan, coordinator: Holding, now: datetime) -> None:
    made = add(announced, ANNEX, coordinator, now)
    paper = Part.objects.get(task=made[0], kind=Part.Kind.LEAD)
    assert (paper.named, paper.manner) == ("Báo Hải Sơn", Part.Manner.ASKED)
    ordered = Part.objects.filter(task__in=made).exclude(named="Báo Hải Sơn")
    assert {part.manner for part in ordered} == {Part.Manner.ORDERED}


def test_both_files_are_kept(announced: Plan, coordinator: Holding, now: datetime) -> None:
    text, file = announced.document.text, announced.document.file
    add(announced, ANNEX, coordinator, now)
    document = Document.objects.get(pk=announced.document_id)
    annex = document.annexes.get()
    assert document.text == f"{text}\n\n{annex.text}"
    assert document.file == file
    assert annex.file not in (None, file)


def test_a_table_without_a_heading_will_do(announced: Plan, coordinator: Holding, now: datetime) -> None:
    made = add(announced, ANNEX[ANNEX.index("\tSTT") :], coordinator, now)
    assert len(made) == 5
    assert made[0].clause is not None
    assert made[0].clause.path.startswith("PL")


def test_the_same_appendix_twice_is_refused(announced: Plan, coordinator: Holding, now: datetime) -> None:
    add(announced, ANNEX, coordinator, now)
    count = Task.objects.count()
    with pytest.raises(Refusal) as refusal:
        add(announced, ANNEX, coordinator, now)
    assert refusal.value.code == "nothing_new"
    assert Task.objects.count() == count


def test_the_same_file_is_not_attached_twice(announced: Plan, coordinator: Holding, now: datetime) -> None:
    made = add(announced, ANNEX, coordinator, now)
    acts.edit_task(task=made[0], content="Viết lại việc này cho gọn.", by=coordinator, at=now)
    with pytest.raises(Refusal) as refusal:
        add(announced, ANNEX, coordinator, now)
    assert refusal.value.code == "annex_attached"


def test_what_has_no_tasks_is_refused(announced: Plan, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal, match="Không thấy nhiệm vụ"):
        add(announced, "PHỤ LỤC\nDANH SÁCH\n\nKhông có gì ở đây cả.\n", coordinator, now)
    assert not Document.objects.exclude(annex_of=None).exists()


def test_a_reporter_and_an_ended_plan_are_refused(
    plan: Plan, reporter: Holding, coordinator: Holding, now: datetime
) -> None:
    with pytest.raises(Refusal) as refusal:
        add(plan, ANNEX, reporter, now)
    assert refusal.value.code == "not_yours"
    acts.close(plan=plan, by=coordinator, at=now)
    with pytest.raises(Refusal) as refusal:
        add(plan, ANNEX, coordinator, now)
    assert refusal.value.code == "plan_closed"


def test_a_draft_of_another_paper_is_a_bug(announced: Plan, coordinator: Holding, now: datetime) -> None:
    paper = recognise(open_paper(ANNEX.encode(), "phu-luc.txt"))
    draft = replace(draft_of(paper), text="khác")
    document = register(ANNEX, announced.tenant)
    with pytest.raises(ValueError, match="not read from this document"):
        acts.add_appendix(plan=announced, draft=draft, document=document, paper=paper, by=coordinator, at=now)
