"""Finding agencies by what papers call them, and groups as of a day."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from lantoa.agencies.models import Agency, AgencyGroup, Alias, Area, Holding, Post, Role, User
from lantoa.agencies.units import SCHEME, keys_of
from lantoa.tenants.models import Tenant
from lantoa.viet.bodies import alike, canonical

LIKELY = 0.86
"""From this likeness on a name is worth offering; a person decides."""


def agency_named(text: str, *, tenant: Tenant, on: date | None = None) -> Agency | None:
    """The one agency that `text` names (today's name, else an alias), existing on `on` if given; None when unsure."""
    key = canonical(text)
    named = [
        agency for agency in Agency.objects.filter(tenant=tenant, folded=key) if on is None or agency.exists_on(on)
    ]
    if named:
        return named[0] if len(named) == 1 else None
    alias = Alias.objects.filter(tenant=tenant, folded=key).select_related("agency").first()
    return alias.agency if alias and (on is None or alias.agency.exists_on(on)) else None


def likely_agencies(text: str, *, tenant: Tenant, limit: int = 3) -> list[tuple[Agency, float]]:
    """The agencies whose names or aliases are most like `text`, with their likeness (0..1), best first.

    For a person to choose from; never applied by itself.
    """
    scored = []
    for agency in Agency.objects.filter(tenant=tenant).prefetch_related("aliases"):
        names = [agency.name, *(alias.text for alias in agency.aliases.all())]
        scored.append((agency, max(alike(text, name) for name in names)))
    likely = sorted((pair for pair in scored if pair[1] >= LIKELY), key=lambda pair: -pair[1])
    return likely[:limit]


def group_named(text: str, *, tenant: Tenant) -> AgencyGroup | None:
    """The group that `text` names, or None."""
    return AgencyGroup.objects.filter(tenant=tenant, folded=canonical(text)).first()


def members_on(group: AgencyGroup, day: date) -> QuerySet[Agency]:
    """The agencies of a group as of a day."""
    began = Q(memberships__since=None) | Q(memberships__since__lte=day)
    not_ended = Q(memberships__until=None) | Q(memberships__until__gt=day)
    standing = (Q(founded_on=None) | Q(founded_on__lte=day)) & (Q(ended_on=None) | Q(ended_on__gt=day))
    return Agency.objects.filter(began & not_ended & standing, memberships__group=group).distinct()


def heirs_of(agency: Agency, on: date) -> list[Agency]:
    """The agencies that carry on its work on a day: itself while it exists; none when it ended without an heir."""
    heirs: list[Agency] = []
    seen, edge = {agency.id}, [agency]
    while edge:
        current = edge.pop(0)
        if current.exists_on(on):
            heirs.append(current)
            continue
        passed_on = current.heirs.filter(on__lte=on, successor__isnull=False).select_related("successor")
        next_ones = [step.successor for step in passed_on.order_by("on", "successor__folded") if step.successor]
        edge += [heir for heir in next_ones if heir.id not in seen]
        seen |= {heir.id for heir in next_ones}
    return heirs


def area_named(text: str, on: date, *, tenant: Tenant) -> Area | None:
    """The one province of this name, with or without its rank, that stood on a day; None when unsure."""
    found = list(_areas_on(on, tenant).filter(folded__in=keys_of(text)))
    return found[0] if len(found) == 1 else None


def area_of_code(code: str, on: date, *, tenant: Tenant) -> Area | None:
    """What an official code meant on a day: 91 was Kiên Giang, since 1/7/2025 it is An Giang."""
    began = Q(codes__since=None) | Q(codes__since__lte=on)
    not_ended = Q(codes__until=None) | Q(codes__until__gt=on)
    return Area.objects.filter(began & not_ended, tenant=tenant, codes__scheme=SCHEME, codes__code=code).first()


def _areas_on(day: date, tenant: Tenant) -> QuerySet[Area]:
    began = Q(began_on=None) | Q(began_on__lte=day)
    return Area.objects.filter(began, Q(ended_on=None) | Q(ended_on__gt=day), tenant=tenant)


def holdings_of(user: User, at: datetime) -> list[Holding]:
    """The posts a person holds at an instant."""
    return list(
        Holding.objects.current(at).filter(user=user).select_related("post__agency", "tenant", "user").order_by("since")
    )


def holding_of(user: User, at: datetime, chosen: str | None = None) -> Holding | None:
    """The post a person acts in: the chosen one if still held, else the one held longest; None when none is held."""
    held = holdings_of(user, at)
    return next((holding for holding in held if str(holding.id) == chosen), held[0] if held else None)


def posts_of(agency: Agency, at: datetime) -> QuerySet[Post]:
    """The posts of an agency; `held` of each are its holdings at an instant, the longest first."""
    held = Holding.objects.current(at).select_related("user").order_by("since")
    posts = Post.objects.filter(agency=agency).order_by("role", "title")
    return posts.prefetch_related(Prefetch("holdings", held, to_attr="held"))


def agency_ids_below(agency: Agency) -> set[uuid.UUID]:
    """The agency and every unit under it."""
    found, edge = {agency.id}, {agency.id}
    while edge:
        edge = set(Agency.objects.filter(parent__in=edge).values_list("id", flat=True)) - found
        found |= edge
    return found


# --- what a person may see -------------------------------------------------------------------------------------------


def agencies_for(holding: Holding) -> QuerySet[Agency]:
    """The agencies of the person's province; a reporter sees only the own one."""
    agencies = Agency.objects.filter(tenant=holding.tenant_id)
    return agencies.filter(id=holding.post.agency_id) if holding.role == Role.REPORTER else agencies


def groups_for(holding: Holding) -> QuerySet[AgencyGroup]:
    """The groups of the person's province; a reporter sees none."""
    groups = AgencyGroup.objects.filter(tenant=holding.tenant_id)
    return groups.none() if holding.role == Role.REPORTER else groups


def staff_of(holding: Holding, at: datetime) -> QuerySet[Holding]:
    """The holdings at an instant in posts that a person may fill (`rules.may_staff`)."""
    held = Holding.objects.current(at).filter(tenant=holding.tenant_id).select_related("post__agency", "user")
    if holding.role == Role.ADMINISTRATOR:
        return held
    if holding.role == Role.COORDINATOR:
        return held.filter(post__role=Role.REPORTER, post__signs=False)
    return held.none()


def known_person(username: str, *, tenant: Tenant) -> User | None:
    """Who signs in by this name and holds, or held, a post in the province; None for anybody else."""
    return User.objects.filter(username__iexact=username, holdings__tenant=tenant).first()
