"""A year of work: a story told on the public page, activities with figures and evidence, one event told twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from lantoa.activities import acts as activities
from lantoa.activities import jobs
from lantoa.activities.acts import FigureIn
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet, Release
from lantoa.files.acts import store
from lantoa.materials import acts as materials
from lantoa.plans.models import Indicator, Part, Plan, Task
from lantoa.plans.queries import answerable_leads
from lantoa.rehearsal import script
from lantoa.rehearsal.cast import Cast
from lantoa.rehearsal.clock import at
from lantoa.rehearsal.script import Deed


def tell_story(cast: Cast, plan: Plan, day: date) -> Release:
    """A story is written, approved and released on the public page; the release becomes an activity by itself."""
    task = _task_to_tell(plan)
    outlet = channels.open_outlet(
        agency=cast.lead,
        kind=Outlet.Kind.PUBLIC_PAGE,
        name=f"Trang công khai {cast.tenant.name}",
        by=cast.coordinator,
        at=at(day, 8),
    )
    material = materials.begin(
        agency=cast.lead,
        task=task,
        title=script.STORY_TITLE,
        summary=script.STORY_SUMMARY,
        body=script.STORY_BODY,
        themes=list(plan.theme_set.all()[:1]),
        by=cast.coordinator,
        at=at(day, 9),
    )
    materials.send_for_approval(material=material, by=cast.coordinator, at=at(day, 10))
    materials.approve(material=material, by=cast.leader, at=at(day, 15))
    version = material.versions.latest("number")
    release = channels.release(version=version, outlet=outlet, by=cast.coordinator, at=at(day, 16))
    jobs.run(at(day, 16, 5))
    return release


def _task_to_tell(plan: Plan) -> Task:
    """The task that a story on a page answers best: one about websites or columns, else the first."""
    tasks = list(plan.task_set.order_by("position"))
    told = [task for task in tasks if script.deed_for(task.content) is script.ON_THE_WEB]
    return (told or tasks)[0]


@dataclass(frozen=True, slots=True)
class Due:
    """A thing to be done on a day by an agency for a task."""

    day: date
    agency: Agency
    task: Task


def schedule(plan: Plan, first: date, last: date, chance: Random) -> list[Due]:
    """What is done from `first` to `last`, day by day: each agency that leads a task works on it a few times."""
    days = max(1, (last - first).days)
    due = [
        Due(first + timedelta(days=chance.randrange(days)), agency, task)
        for task in plan.task_set.order_by("position")
        for agency, _part in answerable_leads(task, first)
        for _ in range(chance.randint(1, 3))
    ]
    return sorted(due, key=lambda each: (each.day, each.task.position, each.agency.folded))


def do(cast: Cast, plan: Plan, due: Due, chance: Random) -> Activity:
    """Log one activity with its figures, and keep a note of it as evidence."""
    by, deed, day = cast.reporter(due.agency), script.deed_for(due.task.content), due.day
    activity = activities.log(
        agency=due.agency,
        task=due.task,
        title=f"{deed.title}, tháng {day.month}/{day.year}",
        began_on=day,
        place=deed.place,
        kind=Part.Kind.LEAD,
        figures=_figures(plan, deed, chance),
        by=by,
        at=at(day, 16),
    )
    note = f"Ghi nhận của {due.agency.name} ngày {day:%d/%m/%Y}: {activity.title}.\n".encode()
    file = store(tenant=cast.tenant, content=note, name="ghi-nhan.txt", by=by, at=at(day, 16, 10))
    activities.add_evidence(activity=activity, file=file, caption="Bản ghi nhận", by=by, at=at(day, 16, 10))
    return activity


def _figures(plan: Plan, deed: Deed, chance: Random) -> list[FigureIn]:
    indicators = {indicator.code: indicator for indicator in Indicator.objects.filter(plan=plan)}
    return [
        FigureIn(indicators[code], Decimal(value), qualifier)
        for code, value, qualifier in script.figures_of(deed, chance)
        if code in indicators
    ]


def tell_twice(cast: Cast, plan: Plan, year: int, chance: Random) -> tuple[Activity, Activity] | None:
    """One event, reported by a task's lead and by a coordinating agency; the coordinator marks the two as one.

    None when no task has both a lead and a coordinating agency that are known.
    """
    day = date(year, 8, 8)
    for task in plan.task_set.order_by("position"):
        leads = [agency for agency, _ in answerable_leads(task, day)]
        helpers = [part.agency for part in task.parts.filter(kind=Part.Kind.COORDINATING) if part.agency]
        helpers = [agency for agency in helpers if agency not in (*leads, cast.issuer)]
        if leads and helpers:
            return _tell_twice(cast, plan, task, leads[0], helpers[0], day, chance)
    return None


def _tell_twice(
    cast: Cast, plan: Plan, task: Task, lead: Agency, helper: Agency, day: date, chance: Random
) -> tuple[Activity, Activity]:
    deed = script.SHARED_EVENT
    figures = _figures(plan, deed, chance)
    first, second = (
        activities.log(
            agency=agency,
            task=task,
            title=f"{deed.title} {day.year}",
            began_on=day,
            place=deed.place,
            kind=kind,
            figures=figures,
            by=cast.reporter(agency),
            at=at(day, 17, minute),
        )
        for agency, kind, minute in ((lead, Part.Kind.LEAD, 0), (helper, Part.Kind.COORDINATING, 30))
    )
    activities.mark_same(activity=second, as_of=first, by=cast.coordinator, at=at(day + timedelta(days=3)))
    return first, second
