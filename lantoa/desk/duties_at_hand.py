"""What a post has to do now, gathered from every room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext

from lantoa.activities.queries import progress_by_task
from lantoa.agencies.models import Holding, Role
from lantoa.approvals.models import Approval
from lantoa.approvals.queries import standing_approval
from lantoa.desk.coming import coming_duties
from lantoa.documents.rules import content_hash
from lantoa.materials.models import Material
from lantoa.materials.queries import awaiting_approval, materials_for
from lantoa.plans.models import Plan, ReviewPoint
from lantoa.plans.queries import own_tasks, plans_for
from lantoa.plans.rules import oversees
from lantoa.reports.models import Consolidation, Report
from lantoa.reports.queries import paper_of
from lantoa.reports.rules import may_approve, may_issue
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.queries import rounds_for
from lantoa.rounds.rules import last_day, may_answer, may_run
from lantoa.viet.deadlines import day_in_vietnam

SOON = timedelta(days=60)
"""A round is worth planning, and a task worth a reminder, so long before its day."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: `what` begins with its verb, `button` says what pressing does; `press` when it needs a POST."""

    what: str
    about: str
    address: str
    button: str
    due: date | None = None
    press: bool = False


def jobs_of(holding: Holding, at: datetime) -> list[Job]:
    """Everything this post has to do, in no order."""
    today = day_in_vietnam(at)
    if holding.role == Role.ADMINISTRATOR:
        return []
    jobs = [*_own_reports(holding), *_own_materials(holding)]
    if holding.role == Role.REPORTER:
        jobs += _own_tasks(holding, today)
    if oversees(holding):
        jobs += [*_approvals(holding), *_consolidations(holding)]
    if holding.role == Role.COORDINATOR:
        jobs += [*_plans(holding), *_rounds(holding, at), *_coming_rounds(holding, today)]
    return jobs


def _own_reports(holding: Holding) -> Iterator[Job]:
    owed = Obligation.objects.outstanding().filter(agency=holding.post.agency_id, round__closed_at=None)
    begun = dict(Report.objects.filter(obligation__in=owed).values_list("obligation_id", "id"))
    for obligation in owed.select_related("round", "agency"):
        if not may_answer(obligation, holding):
            continue
        report, title = begun.get(obligation.id), obligation.round.title
        if report is None:
            address, press, button = reverse("report-begin", args=[obligation.id]), True, gettext("Bắt đầu")
        else:
            address, press, button = reverse("report", args=[report]), False, gettext("Làm tiếp")
        if obligation.state == Obligation.State.RETURNED:
            what = gettext("Sửa báo cáo bị trả lại")
        else:
            what = gettext("Làm và gửi báo cáo")
        yield Job(what, title, address, button, last_day(obligation), press)


def _own_tasks(holding: Holding, today: date) -> Iterator[Job]:
    """Tasks of the own agency that end soon, or ended, and for which nothing was logged."""
    for plan in plans_for(holding).filter(status=Plan.Status.CONFIRMED):
        done = progress_by_task(plan)
        near = own_tasks(holding, plan, today).filter(ends_on__gte=today - SOON, ends_on__lte=today + SOON)
        for task in near:
            if task.pk not in done:
                address = reverse("task", args=[task.pk])
                yield Job(gettext("Thực hiện nhiệm vụ"), str(task), address, gettext("Mở"), task.ends_on)


def _own_materials(holding: Holding) -> Iterator[Job]:
    """Drafts of the own agency that were declined."""
    drafts = materials_for(holding).filter(agency=holding.post.agency_id, status=Material.Status.DRAFT)
    declined = Approval.objects.filter(
        tenant=holding.tenant_id, subject_kind="materials.version", decision=Approval.Decision.DECLINED
    ).values("subject_id")
    for material in drafts.filter(versions__in=declined).distinct():
        address = reverse("material", args=[material.id])
        yield Job(gettext("Sửa bài bị trả lại"), str(material), address, gettext("Mở bài"))


def _approvals(holding: Holding) -> Iterator[Job]:
    for material in awaiting_approval(holding).prefetch_related("versions"):
        about = f"{material} · {material.agency}"
        yield Job(gettext("Duyệt bài"), about, reverse("material", args=[material.id]), gettext("Đọc và duyệt"))


def _consolidations(holding: Holding) -> Iterator[Job]:
    """The newest consolidation of each round that is still a draft: to approve, or to issue."""
    wholes = Consolidation.objects.filter(round__in=rounds_for(holding)).select_related("round__asker")
    newest = {one.round_id: one for one in wholes.order_by("number")}
    for row in [one for one in newest.values() if one.document_id is None]:
        approved = standing_approval(row, content_hash(paper_of(row))) is not None
        address = reverse("consolidation", args=[row.id])
        if not approved and holding.role == Role.LEADER and may_approve(row.round, holding):
            yield Job(gettext("Duyệt báo cáo tổng hợp"), row.title, address, gettext("Đọc và duyệt"))
        if approved and may_issue(row.round, holding):
            yield Job(gettext("Ban hành báo cáo tổng hợp"), row.title, address, gettext("Mở"))


def _plans(holding: Holding) -> Iterator[Job]:
    still = Count("reviewpoint_set", filter=Q(reviewpoint_set__state=ReviewPoint.State.OPEN))
    for plan in plans_for(holding).filter(status=Plan.Status.DRAFT).annotate(still=still):
        words = gettext("Rà soát %(count)d chỗ và xác nhận kế hoạch") % {"count": plan.still}
        yield Job(words, plan.title, reverse("plan-review", args=[plan.id]), gettext("Rà soát"))


def _rounds(holding: Holding, at: datetime) -> Iterator[Job]:
    """Rounds to open; those overdue to remind; what was sent to be read; what is gathered to be joined."""
    owed = Q(obligations__state__in=[Obligation.State.OPEN, Obligation.State.RETURNED])
    rounds = (
        rounds_for(holding)
        .filter(closed_at=None)
        .annotate(
            unread=Count("obligations", filter=Q(obligations__state=Obligation.State.SUBMITTED), distinct=True),
            overdue=Count("obligations", filter=owed & Q(obligations__due_at__lt=at), distinct=True),
            wholes=Count("consolidations", distinct=True),
        )
    )
    for round in rounds:
        if may_run(round, holding):
            yield from _of_round(round, at)


def _of_round(round: Round, at: datetime) -> Iterator[Job]:
    counts = {name: int(getattr(round, name)) for name in ("unread", "overdue", "wholes")}
    address, due = reverse("round", args=[round.id]), day_in_vietnam(round.due_at)
    if round.opened_at is None:
        address = reverse("round-open", args=[round.id])
        yield Job(gettext("Mở đợt báo cáo"), round.title, address, gettext("Xem và mở"), due)
        return
    if unread := counts["unread"]:
        words = gettext("Xem và tiếp nhận %(count)d báo cáo") % {"count": unread}
        yield Job(words, round.title, f"{reverse('reports')}?cho-doc=1", gettext("Đọc"))
    if overdue := counts["overdue"]:
        words = gettext("Đôn đốc %(count)d cơ quan quá hạn") % {"count": overdue}
        yield Job(words, round.title, reverse("round-reminder", args=[round.id]), gettext("Lấy lời nhắc"), due)
    if round.due_at < at and not counts["wholes"]:
        yield Job(gettext("Tổng hợp báo cáo"), round.title, address, gettext("Mở bảng"), due)


def _coming_rounds(holding: Holding, today: date) -> Iterator[Job]:
    for one in coming_duties(holding, today):
        if one.due <= today + SOON:
            address = f"{reverse('round-plan', args=[one.duty.pk])}?nam={one.year}"
            about = f"{one.duty.plan.title} · {one.duty.due_raw}"
            yield Job(gettext("Lập đợt báo cáo"), about, address, gettext("Lập đợt"), one.due)
