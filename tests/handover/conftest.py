"""Tỉnh Hải Sơn gives its departments up: some ended on record, some only by what sources say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantoa.activities import acts as activities
from lantoa.activities.models import Activity
from lantoa.activities.rules import FigureIn
from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, Holding, Succession
from lantoa.plans.models import Indicator, Plan, Task
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW, AgencyFactory

MERGED_ON = date(2026, 6, 1)
"""The day on which the finance department of the fixture became another."""


@pytest.fixture
def heir(tenant: object) -> Agency:
    return AgencyFactory(tenant=tenant, name="Sở Tài chính và Đầu tư", symbol="STCĐT", founded_on=MERGED_ON)


@pytest.fixture
def ended(so_tai_chinh: Agency, heir: Agency) -> Agency:
    """The finance department after its merger was recorded."""
    agencies.succeed(
        predecessor=so_tai_chinh, successor=heir, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW
    )
    return so_tai_chinh


def did(agency: Agency, task: Task, value: int, by: Holding) -> Activity:
    """A day's work in May with so many stories."""
    stories = Indicator.objects.get(plan=task.plan, code="bai")
    figure = FigureIn(indicator=stories, value=Decimal(value), qualifier="")
    return activities.log(
        agency=agency,
        task=task,
        title=f"Loạt bài số {value}",
        began_on=date(2026, 2, 5),
        figures=[figure],
        by=by,
        at=NOW,
    )


@pytest.fixture
def worked(plan: Plan, task: Task, so_tai_chinh: Agency, reporter: Holding) -> Activity:
    return did(so_tai_chinh, task, 12, reporter)
