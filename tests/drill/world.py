"""A province whose agencies have a report to send: `python -m tests.drill.world 4` makes it and prints it as JSON."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from decimal import Decimal

from lantoa.commands.setup import ready

ready()

from django.utils import timezone  # noqa: E402

from lantoa.agencies.acts import give_alias  # noqa: E402
from lantoa.agencies.models import Holding, Role  # noqa: E402
from lantoa.plans import acts as plans  # noqa: E402
from lantoa.reports import acts as reports  # noqa: E402
from lantoa.rounds import acts as rounds  # noqa: E402
from lantoa.trail.actors import SETUP  # noqa: E402
from tests.universe.agencies import AgencyFactory, HoldingFactory, TenantFactory  # noqa: E402
from tests.universe.plans import PLAN_TEXT, take_in  # noqa: E402

BEFORE = timezone.now() - timedelta(hours=1)


def main(count: int) -> None:
    tenant = TenantFactory(name="tỉnh Hải Sơn", slug="hai-son")
    lead = AgencyFactory(tenant=tenant, name="Sở Văn hóa, Thể thao và Du lịch", symbol="SVHTTDL")
    coordinator = HoldingFactory(post__agency=lead, post__role=Role.COORDINATOR, username="dieu-phoi", at=BEFORE)
    give_alias(agency=lead, text="Sở VHTTDL", by=SETUP, at=BEFORE)
    plan = take_in(PLAN_TEXT, tenant)
    plans.adopt_indicators(plan=plan, by=coordinator, at=BEFORE)
    plan = plans.confirm(plan=plan, by=coordinator, at=BEFORE, lead=lead)
    form = rounds.standard_form(plan=plan, by=coordinator, at=BEFORE)
    officers = [
        HoldingFactory(
            post__agency=AgencyFactory(tenant=tenant, name=f"Sở Thử nghiệm số {n}"), username=f"dau-moi-{n}", at=BEFORE
        )
        for n in range(count)
    ]
    today = BEFORE.date()
    asked = rounds.plan_round(
        plan=plan, duty=None, year=today.year, form=form, period_from=today - timedelta(days=90), period_to=today,
        agencies=[officer.agency for officer in officers], by=coordinator, at=BEFORE, due_on=today + timedelta(days=30),
    )  # fmt: skip
    asked = rounds.open_round(round=asked, by=coordinator, at=BEFORE)
    print(json.dumps([_begin(asked.obligations.get(agency=officer.agency), officer) for officer in officers]))


def _begin(obligation: object, officer: Holding) -> dict[str, str]:
    """A report with every section but one written, and every figure."""
    report = reports.begin(obligation=obligation, by=officer, at=BEFORE)
    for section in report.sections.all():
        section = reports.save_section(section=section, text="Đã làm.", by=officer, at=BEFORE, seen=None, done=True)
    for figure in report.figures.all():
        reports.save_figure(figure=figure, value=Decimal(7), by=officer, at=BEFORE, seen=None)
    results = report.sections.get(field__key="results")
    return {"username": officer.user.username, "report": str(report.pk), "section": str(results.pk)}


if __name__ == "__main__":
    main(int(sys.argv[1]))
