"""Tables of the consolidated report."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db.models import Prefetch

from lantoa.papers.tree import Appendix, Cell, Clause, Table
from lantoa.plans.models import Indicator, Part, Task
from lantoa.plans.models.measures import Joining
from lantoa.reports.models import Consolidation, VersionFigure
from lantoa.reports.queries.answers import Answer
from lantoa.reports.queries.gathering import Done, done_by_task
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
    headings = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú")
    return _table(headings, rows or [("", "Không phát sinh số liệu", "", "", "")])


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
        yield Clause(f"{indicator.name} (không cộng gộp): {'; '.join(parts)}.", "-")


# --- tasks -----------------------------------------------------------------------------------------------------------


def task_table(consolidation: Consolidation, round: Round) -> Table:
    """Every task of the plan with its leads as named, how many events, and what they gave. Each event counts once."""
    leads = Prefetch("parts", Part.objects.filter(kind=Part.Kind.LEAD).order_by("position"))
    tasks = Task.objects.filter(plan=round.plan_id).prefetch_related(leads).order_by("position")
    versions = consolidation.versions.select_related("report__obligation")
    done = done_by_task(versions, round, consolidation.made_at)
    added = list(
        Indicator.objects.filter(plan=round.plan_id, over_agencies=Joining.SUM, over_periods=Joining.SUM).order_by(
            "position"
        )
    )
    rows = [_task_row(place, task, done.get(task.pk, []), added) for place, task in enumerate(tasks, start=1)]
    headings = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Số hoạt động", "Kết quả chính")
    return _table(headings, rows)


def _task_row(place: int, task: Task, done: Sequence[Done], added: Sequence[Indicator]) -> tuple[str, ...]:
    leads = "; ".join(part.named for part in task.parts.all())
    events = {one.event for one in done}
    results = "; ".join(filter(None, (_summed(indicator, done) for indicator in added)))
    return str(place), " ".join(task.content.split()), leads, str(len(events)), results


def _summed(indicator: Indicator, done: Sequence[Done]) -> str:
    """What can be added up over agencies and periods: "Tờ rơi: hơn 1.200 tờ"; "" where nobody counted it."""
    counted: dict[uuid.UUID, tuple[Decimal, str]] = {}
    for one in done:
        if indicator.pk in one.figures:
            counted.setdefault(one.event, one.figures[indicator.pk])
    if not counted:
        return ""
    total = sum((value for value, _qualifier in counted.values()), Decimal(0))
    qualifier = joined_qualifier(qualifier for _value, qualifier in counted.values())
    return f"{indicator.name}: {quantity(total, indicator.unit, qualifier)}"


# --- the annex -------------------------------------------------------------------------------------------------------


def status_annex(answers: Sequence[Answer], round: Round, *, label: str) -> Appendix:
    """How each agency answered. A body that is only asked is never shown as late."""
    headings = ("STT", "Cơ quan, đơn vị", "Tình trạng", "Ngày gửi", "Số lần gửi")
    rows = [(str(place), *_status_row(answer)) for place, answer in enumerate(answers, start=1)]
    title = "TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC CƠ QUAN, ĐƠN VỊ"
    return Appendix(label, title, _reference(round), (_table(headings, rows),))


def told_annex(told: Sequence[Clause | Table], round: Round, *, label: str) -> Appendix:
    """What the agencies told of their results, in their own words."""
    return Appendix(label, "KẾT QUẢ DO CÁC CƠ QUAN, ĐƠN VỊ BÁO CÁO", _reference(round), tuple(told))


def _reference(round: Round) -> str:
    """The line under an annex's title; the number stays open, as in an electronic paper (Decree 30/2020/NĐ-CP)."""
    symbol = f"/BC-{round.asker.symbol}" if round.asker.symbol else "/BC"
    return f"(Kèm theo Báo cáo số ...{symbol} của {round.asker.name})"


def _status_row(answer: Answer) -> tuple[str, str, str, str]:
    version = answer.version
    if version is None:
        return answer.agency.name, "Được miễn" if answer.exempt else "Chưa gửi", "", ""
    state = "Đã gửi" if answer.asked else "Đã gửi, quá hạn" if answer.late else "Đã gửi, đúng hạn"
    if version.nil:
        state = f"{state} (không phát sinh)"
    return answer.agency.name, state, as_short(day_in_vietnam(version.handed_in_at)), str(version.number)
