"""Planning a round: one obligation per agency, dated once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Plan, ReportDuty
from lantoa.plans.rules import duty_day
from lantoa.refusals import Refusal, marked
from lantoa.rounds.models import Form, Obligation, Round
from lantoa.rounds.queries import manners
from lantoa.rounds.rules import due_instant, may_run_for
from lantoa.trail.acts import record

NO_ASKER = marked("Chưa rõ cơ quan nào thu nhận báo cáo; hãy chọn cơ quan chủ trì của kế hoạch trước.")
NOT_YOURS = marked("Chỉ điều phối viên hoặc lãnh đạo của %(asker)s mới điều hành được đợt báo cáo này.")
NO_DUE_DAY = marked("Kế hoạch không nêu ngày gửi báo cáo cho nhiệm vụ này; hãy chọn hạn gửi.")
WINDOW = marked("Kỳ số liệu kết thúc trước khi bắt đầu; hãy chọn lại hai ngày.")
NOBODY = marked("Chưa có cơ quan nào được yêu cầu báo cáo; hãy chọn ít nhất một cơ quan.")
STRANGER = marked("%(agency)s không thuộc tỉnh này nên không thể được yêu cầu báo cáo.")
TWICE = marked("Nhiệm vụ báo cáo này đã có một đợt cho kỳ bắt đầu ngày %(day)s: “%(title)s”.")


@transaction.atomic
def plan_round(
    *,
    plan: Plan,
    duty: ReportDuty | None,
    year: int,
    form: Form,
    period_from: date,
    period_to: date,
    agencies: Iterable[Agency],
    by: Holding,
    at: datetime,
    asker: Agency | None = None,
    title: str = "",
    due_on: date | None = None,
    answers: Obligation | None = None,
) -> Round:
    """Plan one asking. Obligations are dated here and stay so unless extended; nothing can be answered before opening.

    The due day follows the duty's rule for `year` unless `due_on` is given; whether the day itself counts is the
    duty's setting. Without a duty the round is ad hoc. The asker is who gathers for the duty, or the plan's lead.
    `answers` is the obligation from above that this round gathers for.
    """
    asker = asker or _asker(plan, duty)
    asked = list({agency.id: agency for agency in agencies}.values())
    due_on = due_on or (duty_day(duty, year) if duty else None)
    if asker is None:
        raise Refusal("no_asker", NO_ASKER, field="asker")
    if due_on is None:
        raise Refusal("no_due_day", NO_DUE_DAY, field="due_on")
    _refuse_unfit(plan, duty, asker, by, period_from, period_to, asked)
    exclusive = bool(duty and duty.exclusive)
    round = Round.objects.create(
        tenant_id=plan.tenant_id,
        plan=plan,
        duty=duty,
        form=form,
        asker=asker,
        answers=answers,
        kind=Round.Kind.PERIODIC if duty else Round.Kind.AD_HOC,
        title=title or _title(plan, year),
        year=year,
        period_from=period_from,
        period_to=period_to,
        due_on=due_on,
        exclusive=exclusive,
        due_at=due_instant(due_on, exclusive),
        planned_at=at,
        planned_by=by,
    )
    _oblige(round, asked)
    record("round_planned", round, by=by, at=at, agencies=len(asked), due_on=due_on, exclusive=exclusive)
    return round


def _asker(plan: Plan, duty: ReportDuty | None) -> Agency | None:
    """Who gathers for the duty ("qua Sở ..."), else who receives it, else who leads the plan."""
    named = (duty.through or duty.receiver) if duty else None
    return named or plan.lead


def _refuse_unfit(
    plan: Plan,
    duty: ReportDuty | None,
    asker: Agency,
    by: Holding,
    period_from: date,
    period_to: date,
    asked: list[Agency],
) -> None:
    if not may_run_for(asker, by):
        raise Refusal("not_yours", NOT_YOURS, asker=asker.name)
    if period_to < period_from:
        raise Refusal("window", WINDOW, field="period_to")
    if not asked:
        raise Refusal("nobody", NOBODY, field="agencies")
    for agency in asked:
        if agency.tenant_id != plan.tenant_id:
            raise Refusal("stranger", STRANGER, field="agencies", agency=agency.name)
    if duty and (planned := Round.objects.filter(duty=duty, period_from=period_from).first()):
        raise Refusal("planned_twice", TWICE, day=period_from.strftime("%d/%m/%Y"), title=planned.title)


def _title(plan: Plan, year: int) -> str:
    """The title of a paper to come: Vietnamese, whoever plans."""
    return f"Báo cáo năm {year}: {plan.title}"[:400]


def _oblige(round: Round, asked: list[Agency]) -> None:
    manner_of = manners(round.plan, asked, round.due_on)
    Obligation.objects.bulk_create(
        Obligation(
            tenant_id=round.tenant_id,
            round=round,
            agency=agency,
            manner=manner_of[agency.id],
            due_on=round.due_on,
            due_at=round.due_at,
        )
        for agency in asked
    )
