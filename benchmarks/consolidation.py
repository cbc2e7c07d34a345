"""How long it takes to consolidate the reports of a province, against a bare GROUP BY of the same figures.

    .venv/bin/python benchmarks/consolidation.py [agencies] [figures]

170 agencies hand in 18 figures each through the ordinary acts (a fifth of the events reported by two agencies), in a
data folder that is thrown away. Printed: the sums by SQL alone; the same sums with every source, qualifier and double
found (reading and joining); the whole act, which writes them down. Exit status 1 when the totals differ from those of
SQL less the doubles, or when reading and joining takes more than LIMIT times the GROUP BY.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

LIMIT = 250
NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)


def start_django(folder: str) -> None:
    """An empty database in `folder`."""
    os.environ.update(LANTOA_DATA=folder, LANTOA_SECRET_KEY="b" * 50, DJANGO_SETTINGS_MODULE="lantoa.site.settings")
    os.environ.pop("LANTOA_DATABASE_URL", None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def province(agencies: int, figures: int) -> tuple[Any, Any]:
    """A round that every agency has answered, and the coordinator who gathers it."""
    from lantoa.agencies import acts as bodies
    from lantoa.agencies.models import Role
    from lantoa.documents.acts import cite
    from lantoa.plans.models import Indicator, Plan, Task
    from lantoa.rounds import acts as rounds
    from lantoa.trail.actors import SETUP

    tenant = bodies.found_tenant(name="tỉnh Đo", slug="do", by=SETUP, at=NOW)
    lead = bodies.found_agency(tenant=tenant, name="Sở Chủ trì", symbol="SCT", by=SETUP, at=NOW)
    post = bodies.make_post(agency=lead, title="Điều phối", role=Role.COORDINATOR, by=SETUP, at=NOW)
    coordinator = bodies.appoint(post=post, username="dieu-phoi", password=None, by=SETUP, at=NOW)
    document = cite(tenant=tenant, number="1/KH-UBND", dated="2026-01-15", by=SETUP, at=NOW)
    plan = Plan.objects.create(tenant=tenant, document=document, title="Truyền thông", status="confirmed", lead=lead)
    task = Task.objects.create(tenant=tenant, plan=plan, content="Việc chung")
    Indicator.objects.bulk_create(
        Indicator(tenant=tenant, plan=plan, code=f"chi-tieu-{n}", name=f"Chỉ tiêu {n}", unit="lượt", position=n)
        for n in range(figures)
    )
    asked = [
        bodies.found_agency(tenant=tenant, name=f"UBND xã {number:03d}", by=SETUP, at=NOW) for number in range(agencies)
    ]
    form = rounds.standard_form(plan=plan, by=coordinator, at=NOW)
    round = rounds.plan_round(
        plan=plan, duty=None, year=2026, form=form, period_from=date(2026, 1, 1), period_to=date(2026, 11, 30),
        agencies=asked, due_on=date(2026, 12, 10), by=coordinator, at=NOW,
    )  # fmt: skip
    rounds.open_round(round=round, by=coordinator, at=NOW)
    answer(round, task, coordinator)
    return round, coordinator


def answer(round: Any, task: Any, coordinator: Any) -> None:
    """Every agency logs two events and reports; every fifth event is also one of the agency before."""
    from tqdm import tqdm

    from lantoa.activities import acts as activities
    from lantoa.activities.rules import FigureIn
    from lantoa.agencies import acts as bodies
    from lantoa.agencies.models import Role
    from lantoa.plans.models import Indicator
    from lantoa.reports import acts as reports
    from lantoa.trail.actors import SETUP

    indicators = list(Indicator.objects.filter(plan=round.plan))
    before = None
    for number, obligation in enumerate(tqdm(round.obligations.select_related("agency"), "Báo cáo", disable=None)):
        agency = obligation.agency
        post = bodies.make_post(agency=agency, title="Đầu mối", role=Role.REPORTER, by=SETUP, at=NOW)
        by = bodies.appoint(post=post, username=f"dau-moi-{number}", password=None, by=SETUP, at=NOW)
        for event in range(2):
            made = activities.log(
                agency=agency, task=task, title=f"Việc {event}", began_on=date(2026, 2, 1), by=by, at=NOW,
                figures=[FigureIn(indicator, Decimal(number + event + 1)) for indicator in indicators],
            )  # fmt: skip
            if event == 0 and before is not None and number % 5 == 0:
                activities.mark_same(activity=made, as_of=before, by=coordinator, at=NOW)
        before = made
        report = reports.begin(obligation=obligation, by=by, at=NOW)
        reports.hand_in(report=report, submission_key="lần 1", by=by, at=NOW + timedelta(hours=1))


def group_by() -> dict[Any, Decimal]:
    """The sums as SQL alone gives them, doubles and all."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT indicator_id, SUM(value) FROM reports_versionfigure GROUP BY indicator_id")
        return {str(indicator).replace("-", ""): Decimal(str(value)) for indicator, value in cursor.fetchall()}


def joined_in_memory(round: Any) -> dict[Any, Any]:
    """The same sums with their sources, qualifiers and doubles, nothing written."""
    from lantoa.reports.queries import parts_by_indicator, standing_versions
    from lantoa.reports.rules import joined

    return {
        indicator.hex: joined("sum", parts) for indicator, parts in parts_by_indicator(standing_versions(round)).items()
    }


def timed(act: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The best of several runs, in seconds, and what the last gave."""
    best, result = float("inf"), None
    for _ in range(times):
        start = time.perf_counter()
        result = act()
        best = min(best, time.perf_counter() - start)
    return best, result


def main() -> int:
    agencies, figures = (int(given) for given in (*sys.argv[1:], 170, 18)[:2])
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
        start_django(folder)
        round, coordinator = province(agencies, figures)
        from lantoa.reports.acts import consolidate

        sql, sums = timed(group_by, 20)
        joining, wholes = timed(lambda: joined_in_memory(round), 5)
        act, _ = timed(lambda: consolidate(round=round, by=coordinator, at=NOW + timedelta(days=1)), 3)
    left_out = {key: sum(share.left_out for share in whole.shares) for key, whole in wholes.items()}
    right = all(wholes[key].value == sums[key] - left_out[key] for key in sums) and any(left_out.values())
    print(f"{agencies} cơ quan × {figures} chỉ tiêu; đúng: {'có' if right else 'KHÔNG'}")
    print(f"GROUP BY {sql * 1000:8.2f} ms")
    print(f"đọc, cộng có nguồn {joining * 1000:8.1f} ms, gấp {joining / sql:.0f} lần")
    print(f"cả việc tổng hợp {act * 1000:8.1f} ms, gấp {act / sql:.0f} lần")
    return 0 if right and joining / sql <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
