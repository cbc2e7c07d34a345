"""One province with something in every room, somebody in every role, and the door's clock in a test's hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from lantoa.activities import acts as activities
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, AgencyGroup, Holding, Role
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet, Release
from lantoa.documents.acts import issue
from lantoa.files.acts import store
from lantoa.papers.tree import Paper
from lantoa.plans.models import Part, Plan, ReportDuty, Task
from lantoa.reports import acts as reports
from lantoa.reports.models import Version
from lantoa.rounds.models import Round
from lantoa.web import middleware
from tests.universe.activities import approved
from tests.universe.agencies import NOW, AgencyFactory, HoldingFactory, TenantFactory
from tests.universe.rounds import on

Ids = dict[str, Any]
SignIn = Callable[[Holding | None], Client]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the door's clock: `clock(on("20/10"))`."""

    def _set(at: datetime) -> None:
        monkeypatch.setattr(middleware, "now", lambda: at)

    return _set


@pytest.fixture
def sign_in(clock: Callable[[datetime], None]) -> SignIn:
    """A client signed in as a person (None: a stranger), on 25 October 2026."""
    clock(on("25/10"))

    def _in(holding: Holding | None) -> Client:
        client = Client()
        if holding is not None:
            client.force_login(holding.user)
        return client

    return _in


@pytest.fixture
def people(reporter: Holding, coordinator: Holding, signer: Holding, administrator: Holding) -> dict[str, Holding]:
    """Somebody in every role; the leader is the head of the department that gathers."""
    return {
        Role.REPORTER.value: reporter,
        Role.COORDINATOR.value: coordinator,
        Role.LEADER.value: signer,
        Role.ADMINISTRATOR.value: administrator,
    }


@pytest.fixture
def strangers(db: None) -> dict[str, Holding]:
    """Somebody in every role of another province."""
    agency = AgencyFactory(tenant=TenantFactory(name="tỉnh Núi Xa", slug="nui-xa"), name="Sở Văn hóa Núi Xa")
    return {
        role.value: HoldingFactory(post__agency=agency, post__role=role, post__title=str(role.label)) for role in Role
    }


@pytest.fixture
def said(so_tai_chinh: Agency, task: Task, reporter: Holding, leader: Holding, coordinator: Holding) -> Release:
    """A story of the finance department, released on its own page."""
    story = approved(leader, agency=so_tai_chinh, task=task, by=reporter)
    page = channels.open_outlet(agency=so_tai_chinh, kind=Outlet.Kind.PUBLIC_PAGE, name="Trang", by=coordinator, at=NOW)
    return channels.release(version=story.versions.get(), outlet=page, by=coordinator, at=on("3/3"))


@pytest.fixture
def sent(so_tai_chinh: Agency, send: Callable[..., Version]) -> Version:
    """The finance department's report, with a figure."""
    return send(so_tai_chinh, difficulties="Kinh phí cấp chậm so với tiến độ.", bai=12)


@pytest.fixture
def ids(
    plan: Plan,
    task: Task,
    activity: Activity,
    said: Release,
    duty: ReportDuty,
    round_open: Round,
    sent: Version,
    so_tai_chinh: Agency,
    commune_group: AgencyGroup,
    reporter: Holding,
    coordinator: Holding,
) -> Ids:
    """What an address may name, by the name of its part: rows of the finance department, or of its province."""
    file = store(tenant=plan.tenant, content=b"anh", name="Ảnh buổi trưng bày.jpg", by=reporter, at=NOW)
    evidence = activities.add_evidence(activity=activity, file=file, by=reporter, at=NOW)
    whole = reports.consolidate(round=round_open, by=coordinator, at=on("24/10"))
    narrative, figure = whole.narratives.first(), whole.figures.first()
    letter = Paper(type_name="Thông báo", title="Về việc trưng bày pa nô", issuing_body=so_tai_chinh.name)
    document = issue(paper=letter, issuer=so_tai_chinh, by=coordinator, at=on("4/3"))
    section = sent.report.sections.first()
    assert all((narrative, figure, section))
    rows = {
        "plan_id": plan, "plan": plan, "point_id": plan.reviewpoint_set.first(), "task_id": task,
        "part_id": Part.objects.filter(task=task).first(), "activity_id": activity, "evidence_id": evidence,
        "material_id": said.version.material, "release_id": said, "duty_id": duty, "round_id": round_open,
        "obligation_id": sent.report.obligation, "report_id": sent.report, "section_id": section, "version_id": sent,
        "consolidation_id": whole, "narrative_id": narrative, "figure_id": figure, "document_id": document,
        "agency_id": so_tai_chinh, "group_id": commune_group, "holding_id": reporter,
    }  # fmt: skip
    keys: dict[str, UUID] = {name: row.pk for name, row in rows.items() if row is not None}
    return {**keys, "slug": said.slug, "tenant": plan.tenant.slug}
