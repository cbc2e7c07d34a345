"""A yearly round of reports on the plan of tỉnh Hải Sơn: planned, opened, answered. Made by acts alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from lantoa.activities import acts as activities
from lantoa.activities.models import Activity
from lantoa.activities.rules import FigureIn
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.plans.models import Indicator, Plan, ReportDuty, Task
from lantoa.reports import acts as reports
from lantoa.reports.models import Report, Version
from lantoa.rounds import acts as rounds
from lantoa.rounds.models import Form, Obligation, Round
from tests.universe.agencies import VIETNAM, HoldingFactory

PERIOD = (date(2026, 1, 1), date(2026, 11, 8))
"""The data window of the first yearly report."""


def on(day: str, hour: int = 9, minute: int = 0) -> datetime:
    """An instant of 2026 in Viet Nam: `on("10/11", 8)`."""
    number, month = map(int, day.split("/"))
    return datetime.combine(date(2026, month, number), time(hour, minute), VIETNAM)


@pytest.fixture
def signer(so_vhttdl: Agency) -> Holding:
    """The head of the department that gathers the reports; signs and approves."""
    return HoldingFactory(
        post__agency=so_vhttdl, post__title="Giám đốc Sở", post__role=Role.LEADER, post__signs=True, username="giam-doc"
    )


@pytest.fixture
def asked(so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, communes: list[Agency]) -> list[Agency]:
    """Who is asked to report: the department itself, another one, the newspaper, three communes."""
    return [so_vhttdl, so_tai_chinh, bao, *communes]


@pytest.fixture
def reporters(asked: list[Agency]) -> dict[UUID, Holding]:
    """A focal point in every agency that is asked, by agency."""
    return {
        agency.pk: HoldingFactory(
            post__agency=agency, post__title="Đầu mối báo cáo ASEAN", username=f"dau-moi-asean-{number}"
        )
        for number, agency in enumerate(asked)
    }


@pytest.fixture
def duty(plan: Plan) -> ReportDuty:
    """The yearly duty: before 10/11, that day excluded."""
    return ReportDuty.objects.get(plan=plan, due_month=11, due_day=10)


@pytest.fixture
def form(plan: Plan, coordinator: Holding) -> Form:
    return rounds.standard_form(plan=plan, by=coordinator, at=on("1/10"))


@pytest.fixture
def planned_round(plan: Plan, duty: ReportDuty, form: Form, asked: list[Agency], coordinator: Holding) -> Round:
    """The yearly round, planned on 1 October, not yet open."""
    return rounds.plan_round(
        plan=plan, duty=duty, year=2026, form=form, period_from=PERIOD[0], period_to=PERIOD[1], agencies=asked,
        by=coordinator, at=on("1/10"),
    )  # fmt: skip


@pytest.fixture
def round_open(planned_round: Round, coordinator: Holding) -> Round:
    """The yearly round, open since 5 October."""
    return rounds.open_round(round=planned_round, by=coordinator, at=on("5/10"))


@pytest.fixture
def obligations(round_open: Round) -> dict[UUID, Obligation]:
    """What is owed in the open round, by agency."""
    return {obligation.agency_id: obligation for obligation in round_open.obligations.select_related("agency")}


@pytest.fixture
def log(reporters: Mapping[UUID, Holding]) -> Callable[..., Activity]:
    """Log what an agency did: `log(agency, task, "Buổi nói chuyện", day="3/4", **{"nguoi-tham-du": 45})`.

    Figures go by the indicator's code with underscores; a value may be a pair of value and qualifier.
    """

    def _log(agency: Agency, task: Task, title: str, day: str = "3/4", kind: str = "lead", **figures: Any) -> Activity:
        given = []
        for code, value in figures.items():
            number, qualifier = value if isinstance(value, tuple) else (value, "")
            indicator = Indicator.objects.get(plan=task.plan_id, code=code.replace("_", "-"))
            given.append(FigureIn(indicator, Decimal(number), qualifier))
        return activities.log(
            agency=agency, task=task, title=title, began_on=on(day).date(), kind=kind, figures=given,
            by=reporters[agency.pk], at=on(day, 17),
        )  # fmt: skip

    return _log


@pytest.fixture
def begin(obligations: Mapping[UUID, Obligation], reporters: Mapping[UUID, Holding]) -> Callable[..., Report]:
    """Begin an agency's report: `begin(agency, at=on("20/10"))`."""

    def _begin(agency: Agency, at: datetime | None = None) -> Report:
        return reports.begin(obligation=obligations[agency.pk], by=reporters[agency.pk], at=at or on("20/10"))

    return _begin


@pytest.fixture
def send(begin: Callable[..., Report], reporters: Mapping[UUID, Holding]) -> Callable[..., Version]:
    """Write and send an agency's report: `send(agency, at=on("8/11"), nil=False, difficulties="...", bai=12)`.

    Named figures are written by hand over what the log gives; named sections likewise.
    """

    def _send(agency: Agency, at: datetime | None = None, key: str = "", nil: bool = False, **given: Any) -> Version:
        at = at or on("20/10")
        by, report = reporters[agency.pk], begin(agency, at)
        if nil:
            reports.declare_nil(report=report, nil=True, by=by, at=at, seen=report.version)
        for section in report.sections.all():
            if section.field.key in given:
                text = given[section.field.key]
                reports.save_section(section=section, text=text, by=by, at=at, seen=section.version, done=True)
        for figure in report.figures.all():
            if (code := figure.field.key.replace("-", "_")) in given:
                value, qualifier = given[code] if isinstance(given[code], tuple) else (given[code], "")
                number = None if value is None else Decimal(value)
                reports.save_figure(figure=figure, value=number, qualifier=qualifier, by=by, at=at, seen=figure.version)
        return reports.hand_in(report=report, submission_key=key or f"{agency.pk}-{at:%d%H%M}", by=by, at=at)

    return _send


@pytest.fixture
def handed_in(so_tai_chinh: Agency, send: Callable[..., Version]) -> Version:
    """The finance department's report, sent in time on 20 October."""
    return send(so_tai_chinh, difficulties="Kinh phí cấp chậm so với tiến độ.")
