"""Reviewing a plan: fields in the order of the paper, points kept or filled, nonsense refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans import acts, queries
from lantoa.plans.fields import Fill
from lantoa.plans.models import DutyParty, LegalBasis, Part, Phase, Plan, ReportDuty, ReviewPoint, Task
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.universe.agencies import NOW, AgencyFactory, HoldingFactory, PostFactory
from tests.universe.plans import take_in


def point(plan: Plan, code: str) -> ReviewPoint:
    return ReviewPoint.objects.filter(plan=plan, code=code).order_by("position")[0]


@pytest.fixture
def fill(coordinator: Holding, now: datetime) -> Callable[[ReviewPoint, str], ReviewPoint]:
    return lambda point, answer: acts.fill_point(point=point, answer=answer, by=coordinator, at=now)


@pytest.fixture
def blank_plan(tenant: Tenant, plan_text: str) -> Plan:
    """A plan whose number, day and annex are blank, whose duty has no date, and whose agencies nobody knows."""
    text = plan_text.replace("Số: 12/KH-UBND", "Số:     /KH-UBND").replace(
        "ngày 15 tháng 01 năm", "ngày    tháng 01 năm"
    )
    text = text.replace("Trước ngày 10/11 hằng năm, các", "Các").replace(
        "kết quả thực hiện về", "kết quả thực hiện theo quy định về"
    )
    return take_in(text[: text.index("PHỤ LỤC")], tenant)


# --- rows ----------------------------------------------------------------------------------------------------------


def test_rows_follow_the_paper(draft_plan: Plan) -> None:
    rows = queries.review_rows(draft_plan)
    starts = [row.start for row in rows if row.start is not None]
    assert starts == sorted(starts)
    assert [str(row.label) for row in rows[:4]] == ["Cơ quan ban hành", "Số, ký hiệu", "Ngày ban hành", "Tên kế hoạch"]
    assert [row.value for row in rows[:3]] == ["Ủy ban nhân dân tỉnh Hải Sơn", "12/KH-UBND", "15/01/2026"]


def test_a_row_says_how_it_stands_and_what_fills_it(draft_plan: Plan) -> None:
    rows = queries.review_rows(draft_plan)
    assert queries.count_by_state(rows)["missing"] == 3
    blank = next(row for row in rows if row.state == "missing" and row.field == "time_raw")
    assert blank.fill is Fill.TIME
    assert blank.point is not None
    assert blank.point.code == "time_missing"
    doubtful = next(row for row in rows if row.state == "look")
    assert (doubtful.field, doubtful.fill) == ("lead", Fill.BODY)


def test_the_number_of_queries_does_not_grow(draft_plan: Plan, tenant: Tenant, plan_text: str) -> None:
    smaller = take_in(plan_text[: plan_text.index("PHỤ LỤC")], tenant)

    def count(plan: Plan) -> int:
        with CaptureQueriesContext(connection) as ran:
            queries.review_rows(plan)
        return len(ran)

    assert count(draft_plan) == count(smaller) <= 14


def test_an_unknown_body_is_offered_what_is_like_it(tenant: Tenant, plan_text: str, so_tai_chinh: Agency) -> None:
    plan = take_in(plan_text.replace("\tSở Tài chính\n\tNăm 2026", "\tSở Tài chinhs\n\tNăm 2026"), tenant)
    row = next(row for row in queries.review_rows(plan) if row.value == "Sở Tài chinhs")
    assert [choice.body for choice in row.choices] == [so_tai_chinh]
    assert row.point is not None
    assert [choice.body for choice in queries.choices_for(row.point)] == [so_tai_chinh]


def test_an_unknown_body_is_listed_once(blank_plan: Plan) -> None:
    bodies = {body.named: body.times for body in queries.open_bodies(blank_plan)}
    assert bodies["Sở Tài chính"] == 1
    assert list(bodies) == [
        "Sở Văn hóa, Thể thao và Du lịch", "các cơ quan, đơn vị liên quan",
        "Báo Hải Sơn", "Sở Tài chính",
    ]  # fmt: skip


# --- keeping -------------------------------------------------------------------------------------------------------


def test_accepting_what_is_sure_leaves_holes_and_warnings_open(
    draft_plan: Plan, coordinator: Holding, now: datetime
) -> None:
    before = queries.open_points(draft_plan).count()
    sure = acts.accept_sure(plan=draft_plan, by=coordinator, at=now)
    assert sure == queries.count_by_state(queries.review_rows(draft_plan))["sure"]
    assert queries.open_points(draft_plan).count() == before == 4
    assert list(history(draft_plan))[-1].verb == "plan_sure_accepted"


def test_accepting_what_is_sure_closes_notes(
    tenant: Tenant, plan_text: str, coordinator: Holding, now: datetime
) -> None:
    plan = take_in(plan_text.replace("1160/QĐ-TTg", "1160/QĐ-TTG"), tenant)
    assert point(plan, "base_spelling").kind == ReviewPoint.Kind.LOOK
    acts.accept_sure(plan=plan, by=coordinator, at=now)
    assert point(plan, "base_spelling").state == ReviewPoint.State.KEPT


def test_a_kept_point_is_signed_and_dated(draft_plan: Plan, coordinator: Holding, now: datetime) -> None:
    kept = acts.keep_point(point=point(draft_plan, "time_missing"), by=coordinator, at=now, seen=1)
    assert (kept.state, kept.answered_by, kept.answered_at) == (ReviewPoint.State.KEPT, coordinator, now)
    with pytest.raises(Refusal) as refusal:
        acts.keep_point(point=kept, by=coordinator, at=now)
    assert refusal.value.code == "point_answered"


def test_a_stale_answer_is_refused(draft_plan: Plan, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.fill_point(point=point(draft_plan, "time_missing"), answer="Năm 2026", by=coordinator, at=now, seen=2)
    assert refusal.value.code == "stale"


def test_who_does_not_work_on_plans_answers_nothing(draft_plan: Plan, reporter: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.keep_point(point=point(draft_plan, "time_missing"), by=reporter, at=now)
    assert refusal.value.code == "not_yours"
    assert queries.point_for(reporter, point(draft_plan, "time_missing").pk) is None


def test_another_province_does_not_see_the_point(draft_plan: Plan, now: datetime) -> None:
    stranger = HoldingFactory(post=PostFactory(agency=AgencyFactory(), role="coordinator"))
    asked = point(draft_plan, "time_missing")
    assert queries.point_for(stranger, asked.pk) is None
    with pytest.raises(Refusal):
        acts.fill_point(point=asked, answer="Năm 2026", by=stranger, at=now)


# --- filling -------------------------------------------------------------------------------------------------------

Filler = Callable[[ReviewPoint, str], ReviewPoint]


def test_filling_a_time_brings_its_days(draft_plan: Plan, fill: Filler) -> None:
    answered = fill(point(draft_plan, "time_missing"), "Quý II/2026")
    task = Task.objects.get(pk=answered.subject_id)
    assert (task.time_raw, task.starts_on, task.ends_on) == ("Quý II/2026", date(2026, 4, 1), date(2026, 6, 30))
    assert (answered.state, answered.answer) == (ReviewPoint.State.FILLED, "Quý II/2026")


def test_filling_the_number_and_the_day(blank_plan: Plan, fill: Filler) -> None:
    fill(point(blank_plan, "number_missing"), "12")
    fill(point(blank_plan, "day_missing"), "15/1/2026")
    blank_plan.document.refresh_from_db()
    document = blank_plan.document
    assert (document.number, document.symbol, document.dated) == ("12", "12/KH-UBND", "2026-01-15")


def test_filling_the_issuer(blank_plan: Plan, ubnd: Agency, fill: Filler) -> None:
    fill(point(blank_plan, "issuer_missing"), "UBND tỉnh Hải Sơn")
    blank_plan.refresh_from_db()
    assert blank_plan.issuer == ubnd
    assert blank_plan.document.issuer == ubnd


def test_filling_a_body_resolves_it_wherever_the_plan_names_it(
    tenant: Tenant, plan_text: str, so_vhttdl: Agency, fill: Filler
) -> None:
    plan = take_in(plan_text.replace("Sở Văn hóa, Thể thao và Du lịch", "Sở Truyền thông"), tenant)
    agencies.give_alias(agency=so_vhttdl, text="Sở VHTTDL", by=SETUP, at=NOW)
    first = Part.objects.filter(task__plan=plan, named="Sở Truyền thông").order_by("task__position")[0]
    fill(ReviewPoint.objects.get(subject_id=first.pk), "Sở VHTTDL")
    named = Part.objects.filter(task__plan=plan, named="Sở Truyền thông")
    assert named.count() == 5
    assert {part.agency for part in named} == {so_vhttdl}
    assert ReportDuty.objects.get(plan=plan).receiver == so_vhttdl
    assert not queries.open_points(plan).filter(subject_id__in=named.values("pk")).exists()
    assert not queries.open_points(plan).filter(code="to_missing").exists()


def test_an_open_class_is_answered_place_by_place(draft_plan: Plan, commune_group: AgencyGroup, fill: Filler) -> None:
    asked = queries.open_points(draft_plan).filter(code="open_class")
    fill(asked[0], "UBND các xã, phường")
    assert queries.open_points(draft_plan).filter(code="open_class").count() == 1


def test_filling_a_lead_gives_the_task_one(draft_plan: Plan, so_tai_chinh: Agency, fill: Filler) -> None:
    answered = fill(point(draft_plan, "lead_not_single"), "Sở Tài chính")
    leads = Part.objects.filter(task=answered.subject_id, kind=Part.Kind.LEAD)
    assert [part.named for part in leads] == ["UBND các xã, phường", "Sở Tài chính"]


def test_the_register_gets_the_right_date_and_the_plan_keeps_its_words(
    tenant: Tenant, plan_text: str, fill: Filler
) -> None:
    plan = take_in(plan_text.replace("ngày 13 tháng 7 năm 2021", "ngày 13 tháng 7 năm 2027"), tenant)
    wrong = point(plan, "base_date_differs")
    fill(wrong, wrong.proposal)
    basis = LegalBasis.objects.get(plan=plan)
    assert basis.cited_on == date(2027, 7, 13)
    assert basis.document is not None
    assert basis.document.dated == "2021-07-13"
    assert not queries.open_points(plan).filter(subject_id=basis.pk).exists(), "both warnings about it are settled"


def test_filling_the_day_of_a_duty(blank_plan: Plan, fill: Filler) -> None:
    fill(point(blank_plan, "duty_without_date"), "trước ngày 10/11 hằng năm")
    duty = ReportDuty.objects.get(plan=blank_plan)
    assert (duty.due_day, duty.due_month, duty.exclusive, duty.rhythm) == (10, 11, True, "yearly")


def test_filling_a_term(tenant: Tenant, plan_text: str, fill: Filler) -> None:
    text = plan_text.replace("- Giai đoạn 2026 - 2030.", "- Như trên.").replace(" giai đoạn 2026 - 2030", "")
    plan = take_in(text, tenant)
    fill(point(plan, "phases_missing"), "Giai đoạn 2026 - 2030")
    phase = Phase.objects.get(plan=plan)
    assert (phase.starts_on, phase.ends_on) == (date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("code", "nonsense", "refused"),
    [
        ("number_missing", "mười hai", "answer_no_symbol"),
        ("day_missing", "31/2/2026", "answer_no_date"),
        ("day_missing", "hôm qua", "answer_no_date"),
        ("duty_without_date", "31/6", "answer_no_due"),
        ("duty_without_date", "cuối cùng", "answer_no_due"),
        ("issuer_missing", "Sở Nào Đó", "answer_no_body"),
        ("unknown_body", "  ", "answer_empty"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    blank_plan: Plan, fill: Filler, code: str, nonsense: str, refused: str
) -> None:
    before = queries.open_points(blank_plan).count()
    with pytest.raises(Refusal) as refusal:
        fill(point(blank_plan, code), nonsense)
    assert refusal.value.code == refused
    assert refusal.value.field == "answer"
    assert "%(" not in str(refusal.value)
    assert queries.open_points(blank_plan).count() == before


def test_a_group_is_no_issuer(blank_plan: Plan, commune_group: AgencyGroup, fill: Filler) -> None:
    with pytest.raises(Refusal) as refusal:
        fill(point(blank_plan, "issuer_missing"), commune_group.name)
    assert refusal.value.code == "answer_no_agency"


def test_a_missing_annex_cannot_be_typed_in(tenant: Tenant, plan_text: str, fill: Filler) -> None:
    text = plan_text[: plan_text.index("PHỤ LỤC")].replace(
        "hướng dẫn, theo dõi việc thực hiện Kế hoạch này.",
        "hướng dẫn thực hiện Kế hoạch này (chi tiết tại Phụ lục kèm theo).",
    )
    plan = take_in(text, tenant)
    missing = point(plan, "appendix_absent")
    assert (missing.kind, missing.field) == (ReviewPoint.Kind.MISSING, "appendix")
    with pytest.raises(Refusal) as refusal:
        fill(missing, "đây")
    assert refusal.value.code == "not_fillable"


def test_bodies_are_looked_up_again_after_agencies_were_entered(
    blank_plan: Plan, coordinator: Holding, now: datetime, so_tai_chinh: Agency, so_vhttdl: Agency
) -> None:
    assert acts.resolve_known(plan=blank_plan, by=coordinator, at=now) == 3
    assert {part.agency for part in Part.objects.filter(task__plan=blank_plan)} == {so_tai_chinh, so_vhttdl, None}
    assert ReportDuty.objects.get(plan=blank_plan).receiver == so_vhttdl
    assert acts.resolve_known(plan=blank_plan, by=coordinator, at=now) == 0
    assert not DutyParty.objects.filter(duty__plan=blank_plan).exclude(agency=None).exists()
