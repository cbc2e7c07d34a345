"""Who plays: agencies that the plan names, pretended members of groups it does not list, and people in posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.agencies.queries import agency_named
from lantoa.agencies.rules import proposed_kind, proposed_symbol
from lantoa.reading.draft import Assignment, Body, PlanDraft, Task
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.viet.bodies import canonical
from lantoa.viet.letters import fold, slug

MEMBERS = 3
"""How many agencies the rehearsal pretends for a group whose members the plan does not name."""

NAMELESS = "Tỉnh diễn tập"


@dataclass
class Cast:
    """The province of the rehearsal and its people. `shown` is the focal point that a visitor may sign in as."""

    tenant: Tenant
    issuer: Agency
    lead: Agency
    coordinator: Holding
    leader: Holding
    shown: Holding | None = None
    reporters: dict[str, Holding] = field(default_factory=dict)

    def reporter(self, agency: Agency) -> Holding:
        """The focal point of an agency."""
        return self.reporters[str(agency.pk)]


def province_of(draft: PlanDraft) -> str:
    """The province's name as the plan's issuer or place gives it: "tỉnh Hải Sơn"."""
    issuer = draft.issuing_body.value or ""
    for head in ("Ủy ban nhân dân ", "UBND "):
        if canonical(issuer).startswith(canonical(head)) and len(issuer) > len(head):
            return issuer[len(head) :].strip()
    return draft.place.value or NAMELESS


def _work(draft: PlanDraft) -> list[Task | Assignment]:
    return [*draft.tasks, *draft.assignments]


def bodies_in(draft: PlanDraft) -> Iterator[Body]:
    """Every body that has a part in the plan, in its order."""
    for task in _work(draft):
        yield from (*task.lead, *task.coordinating)
    for duty in draft.report_duties:
        yield from (*duty.who, *duty.through, *duty.to)


def lead_of(draft: PlanDraft) -> str:
    """The body that gathers the reports, else the one that leads the most tasks, else the issuer."""
    gatherers = [body for duty in draft.report_duties for body in (*duty.through, *duty.to) if _is_department(body)]
    leads = [body for task in _work(draft) for body in task.lead if _is_department(body)]
    names = [body.name.value or "" for body in (gatherers or leads)]
    return max(names, key=names.count) if names else (draft.issuing_body.value or NAMELESS)


def _is_department(body: Body) -> bool:
    return body.kind == "agency" and fold(body.name.value or "").startswith(
        ("so ", "van phong ", "trung tam ", "phong ")
    )


def gather(draft: PlanDraft, *, at: datetime, passwords: dict[Role, str]) -> Cast:
    """Found the province, its agencies and groups, and appoint everyone who plays."""
    province = province_of(draft)
    tenant = acts.found_tenant(name=province, slug=slug(province) or "tinh", by=SETUP, at=at)
    issuer = _found(tenant, draft.issuing_body.value or f"Ủy ban nhân dân {province}", at)
    for short in ("UBND tỉnh", "UBND thành phố"):
        if agency_named(short, tenant=tenant) is None and province.startswith(short.removeprefix("UBND ")):
            acts.give_alias(agency=issuer, text=short, by=SETUP, at=at)
    lead = _found(tenant, lead_of(draft), at)
    cast = Cast(
        tenant,
        issuer,
        lead,
        coordinator=_appoint(lead, "Chuyên viên điều phối", Role.COORDINATOR, "dieu-phoi", at, passwords),
        leader=_appoint(lead, "Giám đốc", Role.LEADER, "lanh-dao", at, passwords, signs=True),
    )
    for body in bodies_in(draft):
        if body.kind == "agency":
            _found(tenant, body.name.value or "", at)
        elif body.kind == "group":
            _pretend_group(tenant, body.name.value or "", at)
    _appoint_reporters(cast, _likely_reporter(draft, cast), at, passwords)
    return cast


def _likely_reporter(draft: PlanDraft, cast: Cast) -> Agency | None:
    """The first department, not the lead, that the plan gives a part in: whom a visitor best signs in for."""
    bodies = [body for task in _work(draft) for body in (*task.lead, *task.coordinating)]
    departments = (agency_named(body.name.value or "", tenant=cast.tenant) for body in bodies if _is_department(body))
    return next((agency for agency in departments if agency not in (None, cast.lead, cast.issuer)), None)


def _found(tenant: Tenant, name: str, at: datetime) -> Agency:
    return agency_named(name, tenant=tenant) or acts.found_agency(
        tenant=tenant, name=name, symbol=proposed_symbol(name), kind=proposed_kind(name), by=SETUP, at=at
    )


def _pretend_group(tenant: Tenant, name: str, at: datetime) -> None:
    group = acts.make_group(tenant=tenant, name=name, by=SETUP, at=at)
    if group.memberships.exists():
        return
    for number in range(1, MEMBERS + 1):
        member = acts.found_agency(
            tenant=tenant, name=f"Đơn vị giả định {number} thuộc {name}", symbol="GĐ", pretended=True, by=SETUP, at=at
        )
        acts.join_group(group=group, agency=member, by=SETUP, at=at)


def _appoint_reporters(cast: Cast, shown: Agency | None, at: datetime, passwords: dict[Role, str]) -> None:
    for number, agency in enumerate(Agency.objects.filter(tenant=cast.tenant).order_by("folded"), start=1):
        username, known = ("dau-moi", passwords) if agency == shown else (f"dau-moi-{number}", {})
        holding = _appoint(agency, "Chuyên viên tổng hợp", Role.REPORTER, username, at, known)
        cast.reporters[str(agency.pk)] = holding
        cast.shown = holding if agency == shown else cast.shown


def _appoint(
    agency: Agency,
    title: str,
    role: Role,
    username: str,
    at: datetime,
    passwords: dict[Role, str],
    *,
    signs: bool = False,
) -> Holding:
    post = acts.make_post(agency=agency, title=title, role=role, signs=signs, by=SETUP, at=at)
    return acts.appoint(post=post, username=username, password=passwords.get(role), by=SETUP, at=at)
