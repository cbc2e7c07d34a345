"""The handover: one confirmed act carries a plan over a merger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from django.db import transaction

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding, Membership, Succession
from lantoa.agencies.queries import agency_named, members_on
from lantoa.agencies.rules import proposed_symbol
from lantoa.handover.chains import Step
from lantoa.handover.queries import KEEP, NOBODY, Body, Heir, Item, Ownerless, key_of, ownerless, standing_bodies
from lantoa.plans import acts as plans
from lantoa.plans.models import DutyParty, Part, Plan, ReportDuty
from lantoa.plans.rules import refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.rounds import acts as rounds
from lantoa.rounds.models import Obligation, Round
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

NOTHING = marked("Ngày %(day)s mọi việc của kế hoạch này đều có cơ quan nhận; không có gì để bàn giao.")
HALF = marked("Chưa chọn nơi nhận việc của %(body)s; hãy chọn cho mọi cơ quan rồi bàn giao một lần.")
UNKNOWN = marked("Nơi nhận việc của %(body)s không còn trong danh sách; hãy mở lại trang và chọn lại.")
ENDED = marked("Hồ sơ ghi %(body)s đã kết thúc nên không giữ nguyên được; hãy chọn nơi nhận.")
ONE_AGENCY = marked(
    "Việc nhận báo cáo và nghĩa vụ báo cáo của %(body)s chỉ giao được cho một cơ quan, không cho một nhóm."
)
TOO_LATE = marked("Ngày kết thúc của %(body)s phải từ ngày thành lập đến hết ngày bàn giao (%(day)s).")


@dataclass(frozen=True, slots=True)
class _Giver:
    """Who gives, since which day, and in whose name it is written down."""

    plan: Plan
    on: date
    days: Mapping[str, date]
    by: Holding
    at: datetime


@transaction.atomic
def hand_over(
    *,
    plan: Plan,
    on: date,
    choices: Mapping[str, str],
    by: Holding,
    at: datetime,
    days: Mapping[str, date] | None = None,
    seen: int | None = None,
) -> int:
    """Give everything of a plan that has no owner on a day to the heirs that a person chose; returns how many things.

    `choices`: for each body of `ownerless` (its key) the `value` of an heir, the key of any body that stands, KEEP or
    NOBODY; the key of one item overrides its body's. `days`: when a body ended, where the person knows better than the
    sources. Heirs that are missing are entered, successions written down; parts keep their first agency and are
    carried on by a new part, duties and rounds are pointed to the heir, open obligations pass to it. No figure is
    touched. Refuses what is half chosen, and a plan that has nothing to hand over.
    """
    refuse_stranger(plan, by)
    refuse_stale(plan, seen)
    refuse_closed(plan)
    bodies = ownerless(plan, on)
    if not bodies:
        raise Refusal("nothing", NOTHING, field="on", day=f"{on:%d/%m/%Y}")
    standing = [Heir(key_of(one), one.name, one) for one in standing_bodies(plan, on)]
    chosen = [(body, item, heir) for body in bodies for item, heir in _chosen(body, choices, standing)]
    giver = _Giver(plan, on, days or {}, by, at)
    agencies.enter_areas(tenant=plan.tenant, by=by, at=at)
    given = 0
    for body, item, heir in chosen:
        if heir is not None:
            given += _give(body, item, _entered(giver, body, heir), giver)
    record("handed_over", plan, by=by, at=at, on=on, items=given, bodies=[body.body.name for body in bodies])
    return given


# --- what was chosen -------------------------------------------------------------------------------------------------

_NOBODY = Heir(NOBODY, "")


def _chosen(body: Ownerless, choices: Mapping[str, str], standing: list[Heir]) -> list[tuple[Item, Heir | None]]:
    """Each thing of a body with who takes it; None for what stays where it is."""
    return [(item, _heir(body, choices.get(item.key) or choices.get(body.key), standing)) for item in body.items]


def _heir(body: Ownerless, value: str | None, standing: list[Heir]) -> Heir | None:
    if not value:
        raise Refusal("half_chosen", HALF, field=body.key, body=body.body.name)
    if value == KEEP and body.recorded:
        raise Refusal("ended", ENDED, field=body.key, body=body.body.name)
    if value in (KEEP, NOBODY):
        return None if value == KEEP else _NOBODY
    found = next((heir for heir in [*body.heirs, *standing] if heir.value == value), None)
    if found is None:
        raise Refusal("no_such_heir", UNKNOWN, field=body.key, body=body.body.name)
    return found


# --- who takes it ----------------------------------------------------------------------------------------------------


def _entered(giver: _Giver, gone: Ownerless, heir: Heir) -> Body | None:
    """Write down what became of a body, entering the heirs that are missing; returns who takes its things."""
    body = gone.body
    if isinstance(body, AgencyGroup):
        for member in members_on(body, giver.on).filter(level=Agency.Level.DISTRICT):
            _end(giver, member, None, gone)
    elif not gone.recorded and not (gone.followed and heir.chain):
        _end(giver, body, heir.body if gone.followed and isinstance(heir.body, Agency) else None, gone)
    start = heir.start or body
    return _follow(giver, start, heir.chain) if heir.chain and isinstance(start, Agency) else heir.body


def _end(giver: _Giver, agency: Agency, heir: Agency | None, gone: Ownerless) -> None:
    """Write down that an agency ended on the day that is known, with the heir a person chose or without one."""
    day = giver.days.get(gone.key) or gone.since or giver.on
    kind = Succession.Kind.MERGED if heir else Succession.Kind.ENDED
    _succeed(giver, agency, heir, Step(heir.name if heir else "", kind, day, ""))


def _follow(giver: _Giver, agency: Agency, chain: tuple[Step, ...]) -> Agency:
    """Go along a chain of successions from an agency to its heir on the day."""
    for number, step in enumerate(chain):
        if number == 0 and (day := giver.days.get(key_of(agency))):
            step = Step(step.heir, step.kind, day, step.source, step.function)
        heir = _found(giver, agency, step)
        _succeed(giver, agency, heir, step)
        agency = heir
    return agency


def _found(giver: _Giver, before: Agency, step: Step) -> Agency:
    """The heir that a step names: on record, else entered with the kind and level of the one before."""
    tenant = giver.plan.tenant
    for day in (step.on, step.on - timedelta(days=1)):
        known = agency_named(step.heir, tenant=tenant, on=day)
        if known and known != before:
            return known
    return agencies.found_agency(
        tenant=tenant, name=step.heir, kind=before.kind, level=before.level, symbol=proposed_symbol(step.heir),
        founded_on=step.on if step.kind == Succession.Kind.MERGED else None, by=giver.by, at=giver.at,
    )  # fmt: skip


def _succeed(giver: _Giver, before: Agency, heir: Agency | None, step: Step) -> None:
    """Write one step down, once."""
    before.refresh_from_db()
    if before.heirs.filter(successor=heir).exists():
        return
    if step.on > giver.on or (before.founded_on and step.on < before.founded_on):
        day = f"{giver.on:%d/%m/%Y}"
        raise Refusal("too_late", TOO_LATE, field=key_of(before), body=before.name, day=day)
    agencies.succeed(
        predecessor=before, successor=heir, kind=step.kind, on=before.ended_on or step.on, function=step.function,
        source=step.source, by=giver.by, at=giver.at,
    )  # fmt: skip


# --- what passes on --------------------------------------------------------------------------------------------------


def _give(body: Ownerless, item: Item, heir: Body | None, giver: _Giver) -> int:
    """Pass one thing on; returns 1, or 0 when nobody takes it and it stays without an owner."""
    agency = heir if isinstance(heir, Agency) else None
    group = heir if isinstance(heir, AgencyGroup) else None
    if group is not None and item.role not in ("part", "party"):
        raise Refusal("one_agency", ONE_AGENCY, field=body.key, body=body.body.name)
    if item.role == "obligation":
        rounds.hand_on(obligation=cast(Obligation, item.row), heir=agency, on=giver.on, by=giver.by, at=giver.at)
        return 1
    if heir is None:
        return 0
    if item.role == "part":
        part = cast(Part, item.row)
        plans.add_part(
            task=part.task, kind=part.kind, manner=part.manner, agency=agency, group=group, delegated_from=part,
            by=giver.by, at=giver.at,
        )  # fmt: skip
    elif item.role == "party":
        plans.resolve_party(party=cast(DutyParty, item.row), agency=agency, group=group, by=giver.by, at=giver.at)
    elif agency is not None:
        _point_to(item, agency, giver)
    return 1


def _point_to(item: Item, agency: Agency, giver: _Giver) -> None:
    by, at = giver.by, giver.at
    if item.role == "member":
        group = cast(Membership, item.row).group
        agencies.join_group(group=group, agency=agency, since=giver.on, by=by, at=at)
    elif item.role == "lead":
        plans.set_lead(plan=cast(Plan, item.row), agency=agency, by=by, at=at)
    elif item.role == "asker":
        rounds.change_asker(round=cast(Round, item.row), asker=agency, by=by, at=at)
    elif item.role == "through":
        plans.set_receiver(duty=cast(ReportDuty, item.row), receiver=None, through=agency, by=by, at=at)
    else:
        plans.set_receiver(duty=cast(ReportDuty, item.row), receiver=agency, by=by, at=at)
