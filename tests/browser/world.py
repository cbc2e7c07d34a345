"""A province where one department owes a report: `python -m tests.browser.world` makes it in an installation."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from lantoa.commands.setup import ready

ready()

from django.utils import timezone  # noqa: E402

from lantoa.activities import acts as activities  # noqa: E402
from lantoa.activities.rules import FigureIn  # noqa: E402
from lantoa.agencies.models import Role  # noqa: E402
from lantoa.plans import acts as plans  # noqa: E402
from lantoa.plans.models import Indicator, Task  # noqa: E402
from lantoa.rounds import acts as rounds  # noqa: E402
from lantoa.viet.deadlines import day_in_vietnam  # noqa: E402
from tests.universe.agencies import AgencyFactory, HoldingFactory, TenantFactory  # noqa: E402
from tests.universe.plans import PLAN_TEXT, take_in  # noqa: E402

BEFORE = timezone.now() - timedelta(hours=1)


def main() -> None:
    """The plan in force, an event of 45 people logged, a round open for a month."""
    tenant = TenantFactory(name="tỉnh Hải Sơn", slug="hai-son")
    lead = AgencyFactory(tenant=tenant, name="Sở Văn hóa, Thể thao và Du lịch", symbol="SVHTTDL")
    finance = AgencyFactory(tenant=tenant, name="Sở Tài chính", symbol="STC")
    coordinator = HoldingFactory(post__agency=lead, post__role=Role.COORDINATOR, username="dieu-phoi", at=BEFORE)
    officer = HoldingFactory(post__agency=finance, username="so-tai-chinh", at=BEFORE)
    plan = take_in(PLAN_TEXT, tenant)
    plans.adopt_indicators(plan=plan, by=coordinator, at=BEFORE)
    plan = plans.confirm(plan=plan, by=coordinator, at=BEFORE, lead=lead)
    form = rounds.standard_form(plan=plan, by=coordinator, at=BEFORE)
    today = day_in_vietnam(BEFORE)
    attended = FigureIn(Indicator.objects.get(plan=plan, code="luot-nguoi-su-kien"), Decimal(45))
    activities.log(
        agency=finance, task=Task.objects.get(plan=plan, content__startswith="Treo pa nô"),
        title="Tọa đàm về ngân sách", began_on=today - timedelta(days=10), kind="coordinating", figures=[attended],
        by=officer, at=BEFORE,
    )  # fmt: skip
    asked = rounds.plan_round(
        plan=plan, duty=None, year=today.year, form=form, period_from=today - timedelta(days=90), period_to=today,
        agencies=[finance], by=coordinator, at=BEFORE, due_on=today + timedelta(days=30),
    )  # fmt: skip
    rounds.open_round(round=asked, by=coordinator, at=BEFORE)


if __name__ == "__main__":
    main()
