"""Tables of the consolidated report."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from lantoa.activities.models import Activity
from lantoa.papers.tree import Appendix, Cell, Clause, Table
from lantoa.plans.models import Indicator, Part, Task
from lantoa.plans.models.measures import Joining
from lantoa.reports.models import Consolidation, VersionFigure
from lantoa.reports.queries.answers import Answer
from lantoa.reports.queries.gathering import activities_in
from lantoa.reports.rules import joined_qualifier
from lantoa.reports.rules.drafting import quantity
from lantoa.rounds.models import Round
from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.viet.numbers import as_number


def _table(headings: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    head = tuple(Cell(heading, bold=True) for heading in headings)
    return Table((head, *(tuple(Cell(text) for text in row) for row in rows)))


# --- figures ---------------------------------------------------------------------------------------------------------


def figure_table(consolidation: Consolidation) -> Table:
    """Every consolidated figure with its unit; a qualifier ("hơn", "ước") stands in the last column."""
    figures = consolidation.figures.select_related("indicator").order_by("indicator__position", "indicator__code")
    rows = [
        (str(place), figure.indicator.name, figure.unit, as_number(figure.value.normalize()), figure.qualifier)
        for place, figure in enumerate(figures, start=1)
    ]
    headings = (_("STT"), _("Chỉ tiêu"), _("Đơn vị tính"), _("Số liệu"), _("Ghi chú"))
    return _table(headings, rows or [("", _("Không phát sinh số liệu"), "", "", "")])


def unjoined(consolidation: Consolidation) -> Iterator[Clause]:
    """Figures that cannot be added up, agency by agency, as they were reported."""
    figures = VersionFigure.objects.filter(
        version__in=consolidation.versions.values("pk"), indicator__over_agencies=Joining.NONE
    ).select_related("indicator", "version__report__obligation__agency")
    told: dict[Indicator, list[str]] = defaultdict(list)
    for figure in figures.order_by("indicator__position", "version__report__obligation__agency__folded"):
        agency = figure.version.report.obligation.agency.name
        told[figure.indicator].append(f"{agency} {quantity(figure.value, figure.unit, figure.qualifier)}")
    for indicator, parts in told.items():
        yield Clause(
            _("%(name)s (không cộng gộp): %(parts)s.") % {"name": indicator.name, "parts": "; ".join(parts)}, "-"
        )


# --- tasks -----------------------------------------------------------------------------------------------------------


def task_table(consolidation: Consolidation, round: Round) -> Table:
    """Every task of the plan with its leads as named, how many events, and what they gave. Each event counts once."""
    leads = Prefetch("parts", Part.objects.filter(kind=Part.Kind.LEAD).order_by("position"))
    tasks = Task.objects.filter(plan=round.plan_id).prefetch_related(leads).order_by("position")
    versions = consolidation.versions.select_related("report__obligation")
    done: dict[uuid.UUID | None, list[Activity]] = defaultdict(list)
    for activity in activities_in(versions, round):
        if activity.logged_at <= consolidation.made_at:
            done[activity.task_id].append(activity)
    rows = [_task_row(place, task, done[task.pk]) for place, task in enumerate(tasks, start=1)]
    headings = (_("STT"), _("Nhiệm vụ"), _("Cơ quan chủ trì"), _("Số hoạt động"), _("Kết quả chính"))
    return _table(headings, rows)


def _task_row(place: int, task: Task, activities: Sequence[Activity]) -> tuple[str, ...]:
    leads = "; ".join(part.named for part in task.parts.all())
    events = {activity.same_as_id or activity.pk for activity in activities}
    return str(place), " ".join(task.content.split()), leads, str(len(events)), _main_results(activities)


def _main_results(activities: Sequence[Activity]) -> str:
    """The sums of what can be added up over agencies and periods: "Tờ rơi, tờ gấp: hơn 1.200 tờ; ..."."""
    counted: dict[Indicator, dict[uuid.UUID, tuple[Decimal, str]]] = defaultdict(dict)
    for activity in sorted(activities, key=lambda activity: activity.same_as_id is not None):
        for figure in activity.figures.all():
            if {figure.indicator.over_agencies, figure.indicator.over_periods} == {Joining.SUM.value}:
                event = activity.same_as_id or activity.pk
                counted[figure.indicator].setdefault(event, (figure.value, figure.qualifier))
    ranked = sorted(counted, key=lambda indicator: indicator.position)
    return "; ".join(_summed(indicator, counted[indicator].values()) for indicator in ranked)


def _summed(indicator: Indicator, figures: Iterable[tuple[Decimal, str]]) -> str:
    values = list(figures)
    total = sum((value for value, _qualifier in values), Decimal(0))
    return f"{indicator.name}: {quantity(total, indicator.unit, joined_qualifier(q for _value, q in values))}"


# --- the annex -------------------------------------------------------------------------------------------------------


def status_annex(answers: Sequence[Answer], round: Round) -> Appendix:
    """How each agency answered. A body that is only asked is never shown as late."""
    headings = (_("STT"), _("Cơ quan, đơn vị"), _("Tình trạng"), _("Ngày gửi"), _("Số lần gửi"))
    rows = [(str(place), *_status_row(answer)) for place, answer in enumerate(answers, start=1)]
    symbol = f"/BC-{round.asker.symbol}" if round.asker.symbol else "/BC"
    return Appendix(
        label=_("PHỤ LỤC"),
        title=_("TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC CƠ QUAN, ĐƠN VỊ"),
        reference=_("(Kèm theo Báo cáo số ...%(symbol)s của %(asker)s)")
        % {"symbol": symbol, "asker": round.asker.name},
        body=(_table(headings, rows),),
    )


def _status_row(answer: Answer) -> tuple[str, str, str, str]:
    version = answer.version
    if version is None:
        return answer.agency.name, _("Được miễn") if answer.exempt else _("Chưa gửi"), "", ""
    state = _("Đã gửi") if answer.asked else _("Đã gửi, quá hạn") if answer.late else _("Đã gửi, đúng hạn")
    if version.nil:
        state = _("%(state)s (không phát sinh)") % {"state": state}
    return answer.agency.name, state, as_short(day_in_vietnam(version.handed_in_at)), str(version.number)
