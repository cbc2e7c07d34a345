"""Reading rounds: who sees what, the board, the proposed window."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Agency, Holding, Membership, Role
from lantoa.plans.models import Part, Plan, ReportDuty
from lantoa.plans.rules import duty_day
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.rules import Progress, Standing, due_instant, late, progress, public_label, standing, workday_before
from lantoa.viet.deadlines import day_in_vietnam

# --- scoped reads ----------------------------------------------------------------------------------------------------


def rounds_for(holding: Holding) -> QuerySet[Round]:
    """Coordinators and leaders see the tenant's rounds; a reporter the opened ones in which its agency is asked."""
    rounds = Round.objects.filter(tenant_id=holding.tenant_id).select_related("plan", "duty", "form", "asker")
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return rounds
    if holding.is_in(Role.REPORTER):
        return rounds.filter(opened_at__isnull=False, obligations__agency_id=holding.post.agency_id)
    return rounds.none()


def round_for(holding: Holding, id: uuid.UUID) -> Round | None:
    """One round, when the post may see it."""
    return rounds_for(holding).filter(id=id).first()


def obligations_for(holding: Holding) -> QuerySet[Obligation]:
    """What the post may see of what is owed: its own agency's, or the tenant's."""
    obligations = Obligation.objects.filter(tenant_id=holding.tenant_id).select_related(
        "round__plan", "round__asker", "agency"
    )
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return obligations
    if holding.is_in(Role.REPORTER):
        return obligations.filter(agency_id=holding.post.agency_id, round__opened_at__isnull=False)
    return obligations.none()


def obligation_for(holding: Holding, id: uuid.UUID) -> Obligation | None:
    """One obligation, when the post may see it."""
    return obligations_for(holding).filter(id=id).first()


# --- the board -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One agency on the board. `public` is the standing as it may be shown outside."""

    obligation: Obligation
    agency: Agency
    standing: Standing
    public: str
    progress: Progress | None
    late: bool
    extensions: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of agencies. asked = exempt + sent + not_sent; sent = on_time + late; the last three share out those not
    exempt. What was returned counts as sent, and as owed again."""

    asked: int
    exempt: int
    sent: int
    on_time: int
    late: int
    not_sent: int
    returned: int
    accepted: int
    done: int
    in_time: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Board:
    """How a round stands at an instant."""

    round: Round
    tally: Tally
    rows: list[Row]


def board(round: Round, at: datetime, holding: Holding | None = None) -> Board:
    """The agencies of a round with their standing, in two queries. With `holding`, only rows that the post may see."""
    seen = Obligation.objects.all() if holding is None else obligations_for(holding)
    obligations = seen.filter(round=round).select_related("agency", "round").prefetch_related("extensions")
    rows = [_row(obligation, at) for obligation in obligations.order_by("agency__folded", "agency_id")]
    return Board(round, _tally(rows), rows)


def _row(obligation: Obligation, at: datetime) -> Row:
    return Row(
        obligation=obligation,
        agency=obligation.agency,
        standing=standing(obligation, at),
        public=public_label(obligation, at),
        progress=progress(obligation, at),
        late=late(obligation, at),
        extensions=len(obligation.extensions.all()),
    )


def _tally(rows: list[Row]) -> Tally:
    standings = Counter(row.standing for row in rows)
    steps = Counter(row.progress for row in rows)
    sent = [row for row in rows if row.obligation.answered_at is not None]
    exempted = standings[Standing.EXEMPT]
    lates = sum(row.late for row in sent)
    return Tally(
        asked=len(rows),
        exempt=exempted,
        sent=len(sent),
        on_time=len(sent) - lates,
        late=lates,
        not_sent=len(rows) - exempted - len(sent),
        returned=standings[Standing.RETURNED],
        accepted=standings[Standing.ACCEPTED],
        done=steps[Progress.DONE],
        in_time=steps[Progress.IN_TIME],
        overdue=steps[Progress.OVERDUE],
    )


# --- planning --------------------------------------------------------------------------------------------------------


def proposed_window(duty: ReportDuty, year: int) -> tuple[date, date]:
    """The data window to propose for a duty's yearly report, first and last day.

    It ends a working day before the last day to send, and begins where the year before ended, or with the plan. A duty
    without a day of its own gets the statutory year, 15/12 to 14/12 (Decree 09/2019/NĐ-CP, art. 12).
    """
    end = _window_end(duty, year)
    before = Round.objects.filter(duty=duty, year=year - 1).order_by("-period_to").first()
    start = (before.period_to if before else _window_end(duty, year - 1)) + timedelta(days=1)
    begun = duty.plan.starts_on
    return (max(start, begun) if begun and begun <= end else start), end


def _window_end(duty: ReportDuty, year: int) -> date:
    due = duty_day(duty, year)
    if due is None:
        return date(year, 12, 14)
    return workday_before(day_in_vietnam(due_instant(due, duty.exclusive)))


def manners(plan: Plan, agencies: Iterable[Agency], on: date) -> dict[uuid.UUID, str]:
    """Asked or ordered, agency by agency, as the plan words its parts on a day; ordered unless every part only asks."""
    asked: dict[uuid.UUID, set[str]] = {agency.id: set() for agency in agencies}
    groups: dict[uuid.UUID, set[str]] = {}
    for agency_id, group_id, manner in Part.objects.filter(task__plan=plan).values_list("agency", "group", "manner"):
        if agency_id in asked:
            asked[agency_id].add(manner)
        if group_id:
            groups.setdefault(group_id, set()).add(manner)
    for group_id, agency_id in _members(groups, on):
        if agency_id in asked:
            asked[agency_id] |= groups[group_id]
    only_asked = {Part.Manner.ASKED.value}
    return {
        agency_id: Part.Manner.ASKED if found == only_asked else Part.Manner.ORDERED
        for agency_id, found in asked.items()
    }


def _members(groups: Iterable[uuid.UUID], on: date) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Group and agency of every membership that holds on a day."""
    holds = (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gt=on))
    return list(Membership.objects.filter(holds, group__in=list(groups)).values_list("group_id", "agency_id"))


# --- rows held until the transaction ends ----------------------------------------------------------------------------


def locked_round(id: uuid.UUID) -> Round:
    """A round as it stands now, held until the transaction ends."""
    return Round.objects.select_for_update(of=("self",)).select_related("asker", "plan").get(id=id)


def hold_obligations(round: Round) -> None:
    """Let nothing be sent, returned or accepted in a round until the transaction ends."""
    list(round.obligations.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def locked_obligation(id: uuid.UUID) -> Obligation:
    """An obligation as it stands now, held until the transaction ends."""
    return Obligation.objects.select_for_update(of=("self",)).select_related("round__asker", "agency").get(id=id)
