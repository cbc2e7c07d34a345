"""What was done, as people log it: who may, what it must be, how it is proved, how it is corrected."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.activities import acts, queries
from lantoa.activities.acts import FigureIn
from lantoa.activities.models import Activity, Evidence
from lantoa.activities.rules import LIMITS, counts, proof_class, strongest
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.files.acts import store
from lantoa.plans.models import Clause, Indicator, Plan, Task
from lantoa.trail.actors import CLOCK
from lantoa.trail.queries import facts, history
from tests.universe.activities import ActivityFactory, refused
from tests.universe.agencies import AgencyFactory, HoldingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def panels(plan: Plan) -> Indicator:
    """Counted in whole numbers."""
    return Indicator.objects.get(plan=plan, code="pa-no")


def verbs(activity: Activity) -> list[str]:
    return [entry.verb for entry in history(activity)]


def test_an_activity_is_logged_with_its_figures(
    so_tai_chinh: Agency, task: Task, panels: Indicator, reporter: Holding, now: datetime
) -> None:
    activity = acts.log(
        agency=so_tai_chinh,
        task=task,
        title=" Trưng bày pa nô ",
        began_on=date(2026, 2, 10),
        ended_on=date(2026, 3, 20),
        place="Trước trụ sở",
        kind="coordinating",
        figures=[FigureIn(panels, 12, "hơn")],
        by=reporter,
        at=now,
    )
    figure = activity.figures.get()
    assert (activity.title, activity.kind, activity.logged_by) == ("Trưng bày pa nô", "coordinating", str(reporter.pk))
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(12), "cụm", "hơn")
    assert facts(history(activity).get())["figures"] == {"pa-no": ["12", "hơn"]}


def test_off_the_plan_is_allowed(so_tai_chinh: Agency, reporter: Holding) -> None:
    assert ActivityFactory(agency=so_tai_chinh, by=reporter).task is None


@pytest.mark.parametrize(
    ("given_", "code", "field"),
    [
        ({"title": "  "}, "no_title", "title"),
        ({"title": "x" * (LIMITS["title"] + 1)}, "long_title", "title"),
        ({"place": "x" * (LIMITS["place"] + 1)}, "long_place", "place"),
        ({"ended_on": date(2026, 2, 27)}, "ends_before", "ended_on"),
        ({"began_on": date(2026, 3, 3)}, "not_yet", "began_on"),
    ],
)
def test_what_an_activity_must_be(
    so_tai_chinh: Agency, activity: Activity, reporter: Holding, now: datetime, given_: dict[str, Any], code: str,
    field: str,
) -> None:  # fmt: skip
    with refused(code, field):
        ActivityFactory(agency=so_tai_chinh, by=reporter, **given_)
    if "began_on" in given_:
        given_ = {**given_, "ended_on": given_["began_on"]}
    with refused(code, field):
        acts.edit(activity=activity, by=reporter, at=now, seen=activity.version, **given_)  # type: ignore[arg-type]
    assert Activity.objects.get().version == 1


def test_today_is_the_day_in_viet_nam(so_tai_chinh: Agency, reporter: Holding) -> None:
    late_evening = datetime.fromisoformat("2026-03-01T17:30:00+00:00")
    assert ActivityFactory(agency=so_tai_chinh, by=reporter, began_on=date(2026, 3, 2), at=late_evening)


@pytest.mark.parametrize("value", [Decimal("-1"), Decimal("1.5"), Decimal("NaN"), Decimal("Infinity"), 10**16])
def test_a_figure_that_its_indicator_cannot_hold(
    so_tai_chinh: Agency, task: Task, panels: Indicator, reporter: Holding, value: Decimal
) -> None:
    with refused("not_a_number", "pa-no"):
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, figures=[FigureIn(panels, value)])
    assert not Activity.objects.exists()


def test_a_float_is_a_bug_not_a_figure(so_tai_chinh: Agency, task: Task, panels: Indicator, reporter: Holding) -> None:
    with pytest.raises(TypeError):
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, figures=[FigureIn(panels, 1.0)])  # type: ignore[arg-type]


def test_figures_of_the_tasks_own_plan_each_once(
    so_tai_chinh: Agency, task: Task, panels: Indicator, reporter: Holding
) -> None:
    with refused("figure_twice"):
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, figures=[FigureIn(panels, 1), FigureIn(panels, 2)])
    with refused("other_plan"):
        ActivityFactory(agency=so_tai_chinh, by=reporter, figures=[FigureIn(panels, 1)])
    with refused("long_qualifier"):
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, figures=[FigureIn(panels, 1, "ước" * 7)])


def test_own_posts_coordinators_and_the_machine_log(
    so_tai_chinh: Agency, coordinator: Holding, other_reporter: Holding, administrator: Holding
) -> None:
    for by in (coordinator, CLOCK):
        assert ActivityFactory(agency=so_tai_chinh, by=by)
    foreign = HoldingFactory(post__agency=AgencyFactory(), post__role=Role.COORDINATOR)
    for stranger in (other_reporter, administrator, foreign):
        with refused("not_yours"):
            ActivityFactory(agency=so_tai_chinh, by=stranger)


def test_tasks_and_clauses_of_others_are_refused(task: Task, so_tai_chinh: Agency, reporter: Holding) -> None:
    elsewhere = HoldingFactory()
    with refused("stranger"):
        ActivityFactory(agency=elsewhere.agency, task=task, by=elsewhere)
    clause = Clause(tenant=task.tenant, plan=Plan(tenant=task.tenant), path="II.1")
    with refused("two_plans"):
        ActivityFactory(agency=so_tai_chinh, task=task, clause=clause, by=reporter)


# --- correcting ----------------------------------------------------------------------------------------------------


def test_an_edit_changes_what_it_names(activity: Activity, panels: Indicator, reporter: Holding, now: datetime) -> None:
    acts.edit(activity=activity, by=reporter, at=now, seen=1, place="Cổng chính", figures=[FigureIn(panels, 3)])
    assert (activity.place, activity.title, activity.version) == ("Cổng chính", "Trưng bày pa nô trước trụ sở", 2)
    acts.edit(activity=activity, by=reporter, at=now, seen=2, note="Có mưa")
    assert activity.figures.get().value == 3
    acts.edit(activity=activity, by=reporter, at=now, seen=3, figures=[])
    assert not activity.figures.exists()
    assert facts(history(activity).all()[2])["fields"] == ["note"]


def test_a_task_cannot_leave_its_plan_while_figures_stay(
    activity: Activity, panels: Indicator, reporter: Holding, now: datetime
) -> None:
    acts.edit(activity=activity, by=reporter, at=now, seen=1, figures=[FigureIn(panels, 3)])
    with refused("other_plan"):
        acts.edit(activity=activity, by=reporter, at=now, seen=2, task=None)
    assert Activity.objects.get().task is not None


def test_a_stale_edit_is_refused(activity: Activity, reporter: Holding, coordinator: Holding, now: datetime) -> None:
    acts.edit(activity=activity, by=coordinator, at=now, seen=1, note="Điều phối viên sửa")
    with refused("stale"):
        acts.edit(activity=activity, by=reporter, at=now, seen=1, note="Sửa chồng")
    assert Activity.objects.get().note == "Điều phối viên sửa"


def test_a_cancelled_activity_keeps_its_row_and_its_reason(
    activity: Activity, reporter: Holding, other_reporter: Holding, now: datetime
) -> None:
    with refused("no_reason", "reason"):
        acts.cancel(activity=activity, reason="", by=reporter, at=now)
    with refused("not_yours"):
        acts.cancel(activity=activity, reason="Không phải của tôi", by=other_reporter, at=now)
    acts.cancel(activity=activity, reason="Ghi nhầm", by=reporter, at=now)
    kept = Activity.objects.get()
    assert (kept.cancelled_for, kept.cancelled_at, counts(kept)) == ("Ghi nhầm", now, False)
    with refused("cancelled"):
        acts.edit(activity=activity, by=reporter, at=now, seen=None, note="Sửa")
    with refused("cancelled"):
        acts.add_evidence(activity=activity, caption="Lời kể", by=reporter, at=now)
    assert verbs(activity) == ["activity_logged", "activity_cancelled"]


# --- proof ---------------------------------------------------------------------------------------------------------


def test_the_class_of_a_proof_follows_from_how_it_was_given(
    activity: Activity, reporter: Holding, now: datetime
) -> None:
    file = store(tenant=activity.tenant, content=b"anh", name="anh.jpg", by=reporter, at=now)
    given_: list[dict[str, Any]] = [
        {"file": file, "url": "https://haison.example/anh"},
        {"url": " https://haison.example/tin "},
        {"caption": "Chánh Văn phòng xác nhận qua điện thoại"},
    ]
    made = [acts.add_evidence(activity=activity, by=reporter, at=now, **each) for each in given_]
    assert [evidence.proof for evidence in made] == ["B", "C", "D"]
    assert made[1].url == "https://haison.example/tin"
    assert strongest(evidence.proof for evidence in made) == "B"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "trang chủ", "ftp://haison.example/a", "http://"])
def test_an_address_that_is_none_is_refused(activity: Activity, reporter: Holding, now: datetime, url: str) -> None:
    with refused("bad_address", "url"):
        acts.add_evidence(activity=activity, url=url, by=reporter, at=now)


def test_a_very_long_address_is_refused(activity: Activity, reporter: Holding, now: datetime) -> None:
    with refused("bad_address", "url"):
        acts.add_evidence(activity=activity, url="https://haison.example/" + "a" * 500, by=reporter, at=now)


def test_nothing_proves_nothing(activity: Activity, reporter: Holding, now: datetime) -> None:
    with refused("no_proof", "caption"):
        acts.add_evidence(activity=activity, caption=" ", by=reporter, at=now)
    with refused("long_caption", "caption"):
        acts.add_evidence(activity=activity, caption="x" * 301, by=reporter, at=now)


def test_a_file_of_another_province_is_refused(activity: Activity, reporter: Holding, now: datetime) -> None:
    file = store(tenant=AgencyFactory().tenant, content=b"x", name="x.txt", by=CLOCK, at=now)
    with refused("stranger", "file"):
        acts.add_evidence(activity=activity, file=file, by=reporter, at=now)


@given(st.lists(st.sampled_from(Evidence.Proof.values)))
def test_the_strongest_proof_is_the_first_letter(proofs: list[str]) -> None:
    assert strongest(proofs) == min([*proofs, "D"])
    assert proof_class(url="https://a.example", by_system=True) == "A"


# --- reading -------------------------------------------------------------------------------------------------------


def test_what_each_post_sees(
    activity: Activity, reporter: Holding, other_reporter: Holding, coordinator: Holding, leader: Holding,
    administrator: Holding,
) -> None:  # fmt: skip
    foreign = HoldingFactory(post__role=Role.COORDINATOR)
    holdings = [reporter, coordinator, leader, other_reporter, administrator, foreign]
    assert [queries.activities_for(holding).count() for holding in holdings] == [1, 1, 1, 0, 0, 0]
    assert queries.activity_for(reporter, activity.pk) == activity
    assert queries.activity_for(other_reporter, activity.pk) is None


def test_adjoining_windows_share_no_activity(
    so_tai_chinh: Agency, plan: Plan, task: Task, reporter: Holding, now: datetime
) -> None:
    middle = date(2026, 1, 31)
    days = [middle + timedelta(days=n) for n in (-40, -1, 0, 1, 25)]
    made = [
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, began_on=day, ended_on=day + timedelta(days=9))
        for day in days
    ]
    acts.cancel(activity=made[1], reason="Hoãn", by=reporter, at=now)
    before = queries.in_window(so_tai_chinh, plan, date(2025, 12, 1), middle)
    after = queries.in_window(so_tai_chinh, plan, middle + timedelta(days=1), date(2026, 3, 31))
    assert [list(before), list(after)] == [[made[0], made[2]], [made[3], made[4]]]
