"""Beginning a report with what the activity log already knows."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.queries import parts_of_agency
from lantoa.refusals import Refusal, marked
from lantoa.reports.models import DraftFigure, Report, Section
from lantoa.reports.queries import FromLog, log_figures, report_whole
from lantoa.reports.queries.log import activities_of
from lantoa.reports.rules import drafting, may_write
from lantoa.rounds.models import Field, Obligation
from lantoa.rounds.queries import locked_obligation
from lantoa.tenants.rules import hold
from lantoa.trail.acts import record

NOT_WRITABLE = marked(
    "Báo cáo này hiện không sửa được (%(state)s). Chỉ %(agency)s viết được, từ khi đợt mở đến khi báo cáo được "
    "tiếp nhận."
)


class _Prefill(NamedTuple):
    """What the log gives: texts by the field's key, figures by indicator."""

    texts: dict[str, str]
    figures: dict[UUID, FromLog]

    def text(self, field: Field) -> str:
        return self.texts.get(field.key, "")

    def figure(self, field: Field) -> FromLog | None:
        return self.figures.get(field.indicator_id) if field.indicator_id else None


@transaction.atomic
def begin(*, obligation: Obligation, by: Holding, at: datetime) -> Report:
    """Begin the answer to an obligation, filled from the agency's own activities in the window. Once begun, the same
    report is returned."""
    obligation = locked_obligation(obligation.pk)
    if begun := Report.objects.filter(obligation=obligation).first():
        return report_whole(begun.pk)
    report = Report(tenant_id=obligation.tenant_id, obligation=obligation, begun_at=at)
    refuse_unwritable(report, by)
    report.save()
    fields = list(obligation.round.form.fields.select_related("indicator"))
    prefill = _prefill(obligation, fields)
    Section.objects.bulk_create(_section(report, f, prefill) for f in fields if f.kind == Field.Kind.TEXT)
    DraftFigure.objects.bulk_create(_figure(report, f, prefill) for f in fields if f.kind == Field.Kind.FIGURE)
    record("report_begun", report, by=by, at=at, agency=obligation.agency_id, figures=len(prefill.figures))
    return report_whole(report.pk)


def refuse_unwritable(report: Report, by: Holding) -> None:
    """Refuse whoever may not write this report, or not any more."""
    if not may_write(report, by):
        obligation = report.obligation
        state = str(Obligation.State(obligation.state).label).lower()
        raise Refusal("not_writable", NOT_WRITABLE, agency=obligation.agency.name, state=state)


def _prefill(obligation: Obligation, fields: list[Field]) -> _Prefill:
    activities = activities_of(obligation)
    parts = list(parts_of_agency(obligation.agency, obligation.round.plan, obligation.round.period_to))
    texts = {
        "direction": drafting.direction(parts, activities),
        "results": drafting.results(activities),
        "next": drafting.next_steps(parts, activities),
    }
    indicators = [field.indicator for field in fields if field.indicator is not None]
    return _Prefill(texts, log_figures(activities, indicators))


def _section(report: Report, field: Field, prefill: _Prefill) -> Section:
    text = prefill.text(field)
    return Section(tenant_id=report.tenant_id, report=report, field=field, text=text, prefilled=text)


def _figure(report: Report, field: Field, prefill: _Prefill) -> DraftFigure:
    found = prefill.figure(field)
    value = found.value if found else None
    return DraftFigure(
        tenant_id=report.tenant_id,
        report=report,
        field=field,
        prefilled=value,
        value=value,
        qualifier=found.qualifier if found else "",
    )


@transaction.atomic
def refill(*, report: Report, by: Holding, at: datetime) -> Report:
    """Fill again from the log. What a person has changed stays; what was only filled in follows the log."""
    hold(report)
    report = report_whole(report.pk)
    refuse_unwritable(report, by)
    fields = [*(s.field for s in report.sections.all()), *(f.field for f in report.figures.all())]
    prefill = _prefill(report.obligation, fields)
    changed = [s for s in report.sections.all() if _refill_section(s, prefill.text(s.field))]
    figures = [f for f in report.figures.all() if _refill_figure(f, prefill.figure(f.field))]
    Section.objects.bulk_update(changed, ["text", "prefilled", "done", "version"])
    DraftFigure.objects.bulk_update(figures, ["value", "prefilled", "qualifier", "version"])
    record("report_refilled", report, by=by, at=at, changed=len(changed) + len(figures))
    return report


def _refill_section(section: Section, text: str) -> bool:
    """Bring one section up to date; True when anything changed."""
    if section.prefilled == text:
        return False
    if section.text == section.prefilled:
        section.text, section.done = text, False
    section.prefilled = text
    section.version += 1
    return True


def _refill_figure(figure: DraftFigure, found: FromLog | None) -> bool:
    value = found.value if found else None
    if figure.prefilled == value:
        return False
    if figure.value == figure.prefilled:
        figure.value, figure.qualifier = value, found.qualifier if found else ""
    figure.prefilled = value
    figure.version += 1
    return True
