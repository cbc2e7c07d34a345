"""A plan is taken in whole, every value with its place, every hole with a question; nobody is invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.documents.models import Document
from lantoa.plans import acts
from lantoa.plans.models import (
    Audience,
    BudgetDuty,
    Clause,
    LegalBasis,
    Part,
    Phase,
    Plan,
    ReportDuty,
    ReviewPoint,
    Task,
    Theme,
)
from lantoa.reading import read_plan
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.plans.traces import holds, traced
from tests.universe.agencies import NOW
from tests.universe.plans import register, take_in


def test_every_value_stands_where_the_row_says(draft_plan: Plan) -> None:
    found = list(traced(draft_plan))
    assert len(found) > 80
    assert [(row, field, where) for row, field, where in found if not holds(row, field, where)] == []


def test_the_tasks_are_those_of_the_table_and_of_the_sentences(draft_plan: Plan) -> None:
    tasks = list(Task.objects.filter(plan=draft_plan))
    assert [task.content[:14] for task in tasks if task.origin == Task.Origin.TABLE] == [
        "Đăng tin, bài ", "Làm phóng sự v", "Treo pa nô ở b", "Phát bản tin A", "Mở góc sách AS",
    ]  # fmt: skip
    assert [task.content[:12] for task in tasks if task.origin == Task.Origin.SENTENCE] == [
        "Sở Văn hóa, ", "Đề nghị Báo ", "Sở Tài chính",
    ]  # fmt: skip
    assert [task.position for task in tasks] == list(range(8))


def test_a_task_has_its_group_its_time_and_its_clause(draft_plan: Plan) -> None:
    hung = Task.objects.get(plan=draft_plan, content__startswith="Treo pa nô")
    assert (hung.number, hung.group, hung.time_raw) == ("1", "Truyền thông ở cơ sở", "Năm 2026-2027")
    assert (hung.starts_on, hung.ends_on, hung.recurring) == (date(2026, 1, 1), date(2027, 12, 31), False)
    assert hung.clause is not None
    assert hung.clause.path == "PL"
    asked = Task.objects.get(plan=draft_plan, content__startswith="Đề nghị")
    assert asked.clause is not None
    assert asked.clause.path == "V.2"
    assert asked.recurring


def test_parts_lead_or_coordinate_and_stand_for_who_is_known(
    draft_plan: Plan, so_vhttdl: Agency, so_tai_chinh: Agency, commune_group: AgencyGroup
) -> None:
    hung = Task.objects.get(plan=draft_plan, content__startswith="Treo pa nô")
    lead, first, second = hung.parts.order_by("-kind", "position")
    assert (lead.kind, lead.agency) == (Part.Kind.LEAD, so_vhttdl)
    assert (first.kind, first.agency) == (Part.Kind.COORDINATING, so_tai_chinh)
    assert (second.group, second.agency) == (commune_group, None)


def test_a_body_that_is_asked_once_is_asked_everywhere(draft_plan: Plan) -> None:
    parts = Part.objects.filter(task__plan=draft_plan)
    asked = parts.filter(manner=Part.Manner.ASKED)
    assert {part.named for part in asked} == {"Báo Hải Sơn"}
    assert asked.count() == parts.filter(named="Báo Hải Sơn").count() == 3


def test_what_the_plan_says_and_to_whom(draft_plan: Plan) -> None:
    themes = list(Theme.objects.filter(plan=draft_plan))
    assert [theme.weight for theme in themes] == [Decimal(2), Decimal(1), Decimal(1)]
    assert [[pillar.code for pillar in theme.pillars.all()] for theme in themes] == [
        ["economic"],
        ["socio-cultural"],
        [],
    ]
    assert [audience.abroad for audience in Audience.objects.filter(plan=draft_plan)] == [False, True]
    phase = Phase.objects.get(plan=draft_plan)
    assert (phase.starts_on, phase.ends_on) == (date(2026, 1, 1), date(2030, 12, 31))


def test_a_basis_is_in_the_register_as_the_plan_cites_it(draft_plan: Plan) -> None:
    basis = LegalBasis.objects.get(plan=draft_plan)
    assert (basis.number, basis.cited_on) == ("1160/QĐ-TTg", date(2021, 7, 13))
    assert basis.document is not None
    assert (basis.document.way, basis.document.dated) == (Document.Way.CITED, "2021-07-13")


def test_duties_to_report_and_to_estimate(draft_plan: Plan, so_vhttdl: Agency) -> None:
    duty = ReportDuty.objects.get(plan=draft_plan)
    assert (duty.due_month, duty.due_day, duty.exclusive, duty.rhythm) == (11, 10, True, "yearly")
    assert duty.receiver == so_vhttdl
    assert [party.named for party in duty.parties.all()] == ["các cơ quan, đơn vị"]
    assert duty.clause is not None
    assert duty.clause.path == "V.3.p1"
    budget = BudgetDuty.objects.get(plan=draft_plan)
    assert (budget.what, budget.to, budget.rhythm) == ("dự toán kinh phí", "Sở Tài chính", "yearly")


def test_a_sentence_that_orders_an_estimate_is_a_duty_not_a_task(draft_plan: Plan) -> None:
    duty = BudgetDuty.objects.get(plan=draft_plan)
    start, end, _sure = duty.traces["what"]
    assert start < end
    assert not Task.objects.filter(plan=draft_plan, content__contains="dự toán").exists()


def test_clauses_are_a_tree(draft_plan: Plan) -> None:
    asked = Clause.objects.get(plan=draft_plan, path="III.1.-2.+1")
    assert asked.text == "Người Hải Sơn đang sống ở nước ngoài."
    assert asked.parent is not None
    assert (asked.parent.path, asked.parent.text) == ("III.1.-2", "Ngoài nước:")
    assert Clause.objects.get(plan=draft_plan, path="PL").text == "PHÂN CÔNG NHIỆM VỤ"


def test_holes_are_asked_about(draft_plan: Plan) -> None:
    holes = ReviewPoint.objects.filter(plan=draft_plan, kind=ReviewPoint.Kind.MISSING)
    assert [(point.code, point.subject_kind, point.field) for point in holes] == [
        ("open_class", "plans.part", "named"),
        ("open_class", "plans.part", "named"),
        ("time_missing", "plans.task", "time_raw"),
    ]


def test_a_group_that_leads_is_a_warning_on_the_task(draft_plan: Plan) -> None:
    warning = ReviewPoint.objects.get(plan=draft_plan, kind=ReviewPoint.Kind.WARNING)
    task = Task.objects.get(pk=warning.subject_id)
    assert (warning.code, warning.field, task.content[:12]) == ("lead_not_single", "lead", "Phát bản tin")
    assert draft_plan.document.text[warning.start : warning.end] == "UBND các xã, phường"


def test_a_blank_number_and_day_are_holes_of_the_plan(tenant: Tenant, plan_text: str) -> None:
    text = plan_text.replace("Số: 12/KH-UBND", "Số:     /KH-UBND").replace(
        "ngày 15 tháng 01 năm", "ngày    tháng 01 năm"
    )
    plan = take_in(text[: text.index("PHỤ LỤC")], tenant)
    points = ReviewPoint.objects.filter(plan=plan, subject_kind="plans.plan", kind=ReviewPoint.Kind.MISSING)
    assert {"number_missing", "day_missing", "issuer_missing"} <= {point.code for point in points}
    assert plan.document.symbol == "/KH-UBND"
    assert plan.document.dated == "2026-01"


def test_number_and_date_may_come_from_the_annex(tenant: Tenant, plan_text: str) -> None:
    start, end = plan_text.index("ỦY BAN"), plan_text.index("KẾ HOẠCH")
    plan = take_in(plan_text[:start] + plan_text[end:], tenant)
    assert (plan.document.symbol, plan.document.dated) == ("12/KH-UBND", "2026-01-15")
    codes = ReviewPoint.objects.filter(plan=plan, subject_kind="plans.plan").values_list("code", "field", "proposal")
    assert ("number_from_caption", "symbol", "12/KH-UBND") in codes
    assert ("date_from_caption", "dated", "15/1/2026") in codes or ("date_from_caption", "dated", "2026-01-15") in codes


def test_a_base_dated_wrongly_comes_with_a_proposal(tenant: Tenant, plan_text: str) -> None:
    plan = take_in(plan_text.replace("ngày 13 tháng 7 năm 2021", "ngày 13 tháng 7 năm 2022"), tenant)
    point = ReviewPoint.objects.get(plan=plan, code="base_date_differs")
    assert (point.subject_kind, point.field, point.proposal) == ("plans.legalbasis", "cited_on", "13/7/2021")


def test_unknown_bodies_stay_open_and_nobody_is_entered(tenant: Tenant, plan_text: str) -> None:
    plan = take_in(plan_text, tenant)
    assert not Agency.objects.exists()
    assert not AgencyGroup.objects.exists()
    parts = Part.objects.filter(task__plan=plan)
    assert not parts.exclude(agency=None, group=None).exists()
    asked = ReviewPoint.objects.filter(plan=plan, subject_kind="plans.part").values_list("subject_id", flat=True)
    assert set(asked) == {part.pk for part in parts}


def test_an_agency_counts_only_if_it_existed_at_the_plan_s_date(
    tenant: Tenant, plan_text: str, so_vhttdl: Agency, so_tai_chinh: Agency
) -> None:
    so_tai_chinh.founded_on = date(2026, 1, 16)
    so_tai_chinh.save()
    plan = take_in(plan_text, tenant)
    known = {part.agency for part in Part.objects.filter(task__plan=plan)}
    assert known == {so_vhttdl, None}


def test_the_same_paper_is_refused_a_second_time(draft_plan: Plan, plan_text: str, tenant: Tenant) -> None:
    with pytest.raises(Refusal, match="đã được nhập") as refusal:
        acts.take_in(draft=read_plan(plan_text.encode()), document=draft_plan.document, by=SETUP, at=NOW)
    assert refusal.value.code == "already_taken_in"
    with pytest.raises(Refusal, match="đã được nhập"):
        take_in(plan_text, tenant)
    assert Plan.objects.count() == 1


def test_a_draft_of_another_paper_is_a_bug(tenant: Tenant, plan_text: str, now: datetime) -> None:
    other = read_plan(plan_text.replace("Hải Sơn", "Hải Vân").encode())
    with pytest.raises(ValueError, match="not read from this document"):
        acts.take_in(draft=other, document=register(plan_text, tenant), by=SETUP, at=now)


def test_a_reporter_takes_nothing_in(tenant: Tenant, plan_text: str, reporter: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.take_in(draft=read_plan(plan_text.encode()), document=register(plan_text, tenant), by=reporter, at=now)
    assert refusal.value.code == "not_yours"
    assert not Plan.objects.exists()


def test_the_trail_knows(draft_plan: Plan) -> None:
    assert [entry.verb for entry in history(draft_plan)] == ["plan_taken_in"]


def test_numbering_that_starts_again_keeps_its_paths_apart(tenant: Tenant, plan_text: str) -> None:
    plan = take_in(plan_text.replace("3. Thông báo kịp thời", "2. Thông báo kịp thời"), tenant)
    assert Clause.objects.get(plan=plan, path="II.2~2").text.startswith("Thông báo kịp thời")


def test_names_longer_than_their_column_are_cut_not_crashed_on(tenant: Tenant, plan_text: str) -> None:
    long = "Hội " + " ".join(["Hữu nghị"] * 80)
    plan = take_in(plan_text.replace("\tSở Tài chính\n\tNăm 2026\n", f"\t{long}\n\tNăm 2026\n"), tenant)
    assert max(len(part.named) for part in Part.objects.filter(task__plan=plan)) == 400
