"""What has no owner on a day, and who may be its heir."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Agency, AgencyGroup, Membership
from lantoa.agencies.queries import heirs_of, members_on
from lantoa.agencies.units import Unit, unit_named
from lantoa.handover.chains import DISTRICT, Chain, chains
from lantoa.plans.models import DutyParty, Part, Plan, ReportDuty
from lantoa.plans.queries import agencies_of_part
from lantoa.plans.rules import date_of_paper
from lantoa.rounds.models import Obligation, Round
from lantoa.viet.bodies import canonical

Body = Agency | AgencyGroup
Row = Part | DutyParty | ReportDuty | Plan | Obligation | Round | Membership
KEEP, NOBODY = "keep", "nobody"
"""Choices besides an heir: the body still stands, whatever the sources say; nobody follows it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a body has in the plan. `role`: part, party, receiver, through, lead, asker, obligation; or
    member, its place in a group that the plan addresses.
    """

    role: str
    row: Row

    @property
    def key(self) -> str:
        return f"{self.role}:{self.row.pk}"


@dataclass(frozen=True, slots=True)
class Heir:
    """Who may carry on. `body` is None for an agency that is not on record yet, and is entered when chosen.

    `chain` tells how it came to be the heir of `start` (None: of the body that is gone); empty when nobody says so, or
    when the record does.
    """

    value: str
    name: str
    body: Body | None = None
    chain: Chain = ()
    start: Agency | None = None


@dataclass(frozen=True, slots=True)
class Ownerless:
    """A body that is gone on a day, all it has in the plan, and its heirs, the proposed one first.

    `since`: from which day it is gone, as recorded or as sources say; None for a group whose members ended one by one.
    `recorded`: False when only sources say so, and a person may know better. `followed`: False when it ended and nobody
    in particular followed, so that its heirs only take its things.
    """

    body: Body
    since: date | None
    recorded: bool
    followed: bool
    heirs: tuple[Heir, ...]
    items: list[Item] = field(default_factory=list)

    @property
    def key(self) -> str:
        return key_of(self.body)

    @property
    def proposed(self) -> Heir | None:
        return self.heirs[0] if self.heirs else None


def key_of(body: Body) -> str:
    """How a form names a body: "agency:<id>" or "group:<id>"."""
    return f"{'agency' if isinstance(body, Agency) else 'group'}:{body.pk}"


def ownerless(plan: Plan, on: date) -> list[Ownerless]:
    """Everything of a plan whose agency is gone on a day, or whose group has nobody then, body by body, by name.

    Gone is what the record says has ended, and what sources say had ended by then. Names that nobody has resolved are
    not here: the review asks for them.
    """
    province = Province(plan, on)
    found: dict[str, Ownerless] = {}
    for body, item in [*_held(plan, on), *_members(plan, on)]:
        gone = province.gone(body)
        if gone and (gone.followed or item.role != "member"):
            found.setdefault(gone.key, gone).items.append(item)
    return sorted(found.values(), key=lambda one: one.body.folded)


def standing_bodies(plan: Plan, on: date) -> list[Body]:
    """The agencies and groups of the plan's province that stand on a day, as far as record and sources say."""
    province = Province(plan, on)
    agencies = Agency.objects.filter(Q(founded_on=None) | Q(founded_on__lte=on), tenant=plan.tenant_id)
    bodies: list[Body] = [*agencies, *AgencyGroup.objects.filter(tenant=plan.tenant_id)]
    return [body for body in bodies if province.gone(body) is None]


def _held(plan: Plan, on: date) -> Iterator[tuple[Body, Item]]:
    """Who has what, but for parts that somebody carries on."""
    parts = Part.objects.filter(task__plan=plan).select_related("task", "agency", "group")
    for part in parts.prefetch_related("delegated__agency", "delegated__group").order_by("task__position", "position"):
        if not any(_carried(child, on) for child in part.delegated.all()):
            yield from _of(part.agency or part.group, "part", part)
    for party in DutyParty.objects.filter(duty__plan=plan).select_related("duty", "agency", "group"):
        yield from _of(party.agency or party.group, "party", party)
    for duty in ReportDuty.objects.filter(plan=plan).select_related("receiver", "through"):
        yield from _of(duty.receiver, "receiver", duty)
        yield from _of(duty.through, "through", duty)
    yield from _of(plan.lead, "lead", plan)
    for round in Round.objects.filter(plan=plan, closed_at=None).select_related("asker"):
        yield from _of(round.asker, "asker", round)
    owed = Obligation.objects.outstanding() | Obligation.objects.filter(state=Obligation.State.PLANNED)
    for obligation in owed.filter(round__plan=plan, round__closed_at=None).select_related("agency", "round"):
        yield from _of(obligation.agency, "obligation", obligation)


def _members(plan: Plan, on: date) -> Iterator[tuple[Body, Item]]:
    """Who has something through a group; of the district level the group itself is handed over."""
    of_parts, of_duties = Q(group__parts__task__plan=plan), Q(group__in=_groups_of_duties(plan))
    there = Membership.objects.filter(of_parts | of_duties, until=None).select_related("agency", "group").distinct()
    inside = {(one.group_id, one.agency_id) for one in there}
    for one in there.order_by("group__folded", "agency__folded"):
        followed = any((one.group_id, heir.pk) in inside for heir in heirs_of(one.agency, on) if heir != one.agency)
        if not followed and not DISTRICT.search(one.group.folded):
            yield one.agency, Item("member", one)


def _groups_of_duties(plan: Plan) -> QuerySet[DutyParty, Any]:
    return DutyParty.objects.filter(duty__plan=plan, group__isnull=False).values("group")


def _of(body: Body | None, role: str, row: Row) -> Iterator[tuple[Body, Item]]:
    if body is not None:
        yield body, Item(role, row)


def _carried(part: Part, on: date) -> bool:
    """True when a part that carries on another has somebody, or is itself carried on."""
    return bool(agencies_of_part(part, on)) or any(_carried(child, on) for child in part.delegated.all())


class Province:
    """The bodies of a plan's province on a day: looks each up once."""

    def __init__(self, plan: Plan, on: date) -> None:
        self.plan, self.on = plan, on
        self.issued = _issued(plan)
        self.unit = unit_named(plan.tenant.name, self.issued) or Unit(plan.tenant.name)
        self._gone: dict[str, Ownerless | None] = {}

    def gone(self, body: Body) -> Ownerless | None:
        """What to propose for a body that is gone; None for one that stands."""
        key = key_of(body)
        if key not in self._gone:
            self._gone[key] = self._agency(body) if isinstance(body, Agency) else self._group(body)
        return self._gone[key]

    def _agency(self, agency: Agency) -> Ownerless | None:
        ended = agency.ended_on if agency.ended_on and agency.ended_on <= self.on else None
        ways = self.ways(agency)
        if ended is None and not ways:
            return None
        known = heirs_of(agency, self.on) if ended else []
        heirs = [Heir(key_of(heir), heir.name, heir) for heir in known]
        heirs += [self._at_end_of(way, number) for number, way in enumerate(ways) if way[-1].heir]
        since = ended or ways[0][0].on
        return Ownerless(agency, since, bool(ended), bool(heirs), tuple(heirs or self._instead(agency)))

    def ways(self, agency: Agency) -> list[Chain]:
        """How an agency came to its heirs by the day, as sources say; nothing from before it was founded or before
        the plan, which names bodies that stood on its own day.
        """
        ways = chains(agency.name, self.unit, self.on, district=agency.level == Agency.Level.DISTRICT)
        began = max(agency.founded_on or self.issued, self.issued)
        return [way for way in ways if began < way[0].on]

    def _group(self, group: AgencyGroup) -> Ownerless | None:
        """A group is gone with the district level, or when all of its members ended."""
        members = [member for member in members_on(group, self.on) if self.gone(member) is None]
        ways = chains(group.name, self.unit, self.on) if DISTRICT.search(group.folded) else []
        ways = [way for way in ways if self.issued < way[0].on]
        if members or not (ways or _had_members(group)):
            return None
        return Ownerless(group, ways[0][0].on if ways else None, not ways, False, tuple(self._instead(group)))

    def _at_end_of(self, way: Chain, number: int) -> Heir:
        name = way[-1].heir
        named = Agency.objects.filter(tenant=self.plan.tenant_id, folded=canonical(name))
        body = next((agency for agency in named if agency.exists_on(self.on) and not self.ways(agency)), None)
        return Heir(f"chain:{number}", name, body, way)

    def _instead(self, but: Body) -> Iterator[Heir]:
        """Who carries on the work of a level that ended: the communes; the issuer of the plan, else who leads it."""
        for group in AgencyGroup.objects.filter(tenant=self.plan.tenant_id, folded__regex=r"(^| )(xa|phuong)( |$)"):
            if group != but and not DISTRICT.search(group.folded) and members_on(group, self.on).exists():
                yield Heir(key_of(group), group.name, group)
        head = self.plan.issuer or self.plan.lead
        if head is not None and head != but:
            gone = self.gone(head)
            heir = gone.proposed if gone else Heir(key_of(head), head.name, head)
            if heir and heir.body:
                yield Heir(key_of(heir.body), heir.name, heir.body)
            elif heir:
                yield Heir(f"head:{heir.value}", heir.name, None, heir.chain, head)


def _had_members(group: AgencyGroup) -> bool:
    standing = group.memberships.filter(agency__ended_on=None, until=None)
    return group.memberships.exists() and not standing.exists()


def _issued(plan: Plan) -> date:
    """The last day that the plan's paper can be of; of one without a date, the first day of the plan."""
    dated = date_of_paper(plan)
    return dated.latest() if dated else plan.starts_on or date.min
