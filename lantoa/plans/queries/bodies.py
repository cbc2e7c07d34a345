"""Which agencies have which part, as of a day: a part may be a group's, and a group changes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lantoa.agencies.models import Agency, Membership
from lantoa.agencies.queries import members_on
from lantoa.plans.models import Part, Plan, ReportDuty, Task
from lantoa.plans.rules import is_open_class


def parts_of(task: Task) -> QuerySet[Part]:
    """Who does what in a task: leads first, each kind in the order of the plan."""
    parts = Part.objects.filter(task=task).select_related("agency", "group", "delegated_from__agency")
    return parts.order_by("-kind", "position")


def agencies_of_part(part: Part, on: date) -> list[Agency]:
    """The agencies that have this part on a day: one agency, or the members of a group.

    Empty while nobody has said whom an open class ("các sở, ban ngành liên quan") or an unknown name means; and for a
    part that was carried on from another agency, as long as that one stood.
    """
    if part.delegated_from is not None and not _left(part.delegated_from, on):
        return []
    if part.group is not None:
        return list(members_on(part.group, on))
    return [part.agency] if part.agency is not None and part.agency.exists_on(on) else []


def _left(part: Part, on: date) -> bool:
    """True when the agency or the group that a part was carried on from is gone."""
    if part.group is not None:
        return not members_on(part.group, on).exists()
    return part.agency is None or part.agency.ended_on is None or part.agency.ended_on <= on


def _begun(on: date) -> Q:
    """`_left` as a query: parts that were carried on begin when the agency before ended."""
    before = Membership.objects.filter(_holds(on), _exists(on, "agency__"), group=OuterRef("delegated_from__group"))
    return ~Q(delegated_from__agency__ended_on__gt=on) & ~Q(Exists(before))


def agencies_of_task(task: Task, on: date, kind: str | None = None) -> list[Agency]:
    """The agencies that have a part (of `kind`, if given) in a task on a day, each once, sorted by name."""
    parts = Part.objects.filter(task=task)
    return list(_having(parts.filter(kind=kind) if kind else parts, on))


def agencies_in_plan(plan: Plan, on: date) -> list[Agency]:
    """The agencies that have any part in a plan on a day, each once, sorted by name."""
    return list(_having(Part.objects.filter(task__plan=plan), on))


def _having(parts: QuerySet[Part], on: date) -> QuerySet[Agency]:
    parts = parts.filter(_begun(on))
    directly = Q(pk__in=parts.filter(agency__isnull=False).values("agency"))
    through_a_group = Q(pk__in=_members(parts.filter(group__isnull=False).values("group"), on))
    return Agency.objects.filter(directly | through_a_group, _exists(on))


def _members(groups: QuerySet[Part, Any], on: date) -> QuerySet[Agency, uuid.UUID]:
    began = Q(memberships__since=None) | Q(memberships__since__lte=on)
    not_ended = Q(memberships__until=None) | Q(memberships__until__gt=on)
    return Agency.objects.filter(began & not_ended, memberships__group__in=groups).values_list("pk", flat=True)


def _exists(on: date, prefix: str = "") -> Q:
    began = Q(**{f"{prefix}founded_on": None}) | Q(**{f"{prefix}founded_on__lte": on})
    return began & (Q(**{f"{prefix}ended_on": None}) | Q(**{f"{prefix}ended_on__gt": on}))


def _holds(on: date) -> Q:
    return (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gt=on))


def parts_of_agency(agency: Agency, plan: Plan, on: date) -> QuerySet[Part]:
    """The parts an agency has in a plan on a day, its own and those of its groups, in the order of the tasks."""
    began = Q(group__memberships__since=None) | Q(group__memberships__since__lte=on)
    not_ended = Q(group__memberships__until=None) | Q(group__memberships__until__gt=on)
    as_member = Q(group__memberships__agency=agency) & began & not_ended
    return (
        Part.objects.filter(Q(agency=agency) | as_member, _begun(on), task__plan=plan)
        .select_related("task", "agency", "group")
        .order_by("task__position", "-kind", "position")
        .distinct()
    )


def answerable_leads(task: Task, on: date) -> list[tuple[Agency, Part]]:
    """Who answers for a task: each agency that leads it, once, with the part it answers by.

    An agency named itself answers by that part, even when a group it belongs to leads too.
    """
    leads = [part for part in parts_of(task) if part.kind == Part.Kind.LEAD]
    found: dict[uuid.UUID, tuple[Agency, Part]] = {}
    for part in sorted(leads, key=lambda part: part.agency_id is None):
        for agency in agencies_of_part(part, on):
            found.setdefault(agency.pk, (agency, part))
    return list(found.values())


def asked_agencies(duty: ReportDuty, on: date) -> list[Agency]:
    """The agencies that a duty asks to report on a day: those it names, the members of the groups it names.

    An open "các đơn vị liên quan" means every agency that has a part in the plan. Neither the receiver, nor who gathers
    for it, nor the issuer of the plan reports to itself.
    """
    parties = list(duty.parties.select_related("agency", "group"))
    asked = [party.agency for party in parties if party.agency is not None and party.agency.exists_on(on)]
    asked += [agency for party in parties if party.group for agency in members_on(party.group, on)]
    if any(party.agency is None and party.group is None and is_open_class(party.named) for party in parties):
        asked += agencies_in_plan(duty.plan, on)
    return _sorted(asked, without={duty.receiver_id, duty.through_id, duty.plan.issuer_id})


def _sorted(agencies: Iterable[Agency], without: set[uuid.UUID | None]) -> list[Agency]:
    found = {agency.pk: agency for agency in agencies if agency.pk not in without}
    return sorted(found.values(), key=lambda agency: agency.folded)
