"""Saving what an officer writes, one section or figure at a time."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.models import Indicator
from lantoa.refusals import Refusal, marked
from lantoa.reports.acts.starting import refuse_unwritable
from lantoa.reports.models import DraftFigure, Report, Section
from lantoa.reports.rules import QUALIFIERS
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import locked_obligation
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

NIL = marked("Báo cáo đang ghi “không phát sinh”; hãy bỏ dấu chọn đó trước khi nhập nội dung.")
NOT_A_FIGURE = marked("“%(label)s”: cần một số không âm, nhiều nhất %(decimals)s chữ số thập phân.")
UNKNOWN_QUALIFIER = marked("“%(label)s”: từ đi kèm số chỉ có thể là %(words)s.")

DIGITS = 13
"""A figure has at most so many digits, its decimals included: sums over a whole province then stay exact in every
database that is supported."""


@transaction.atomic
def save_section(
    *, section: Section, text: str, by: Holding, at: datetime, seen: int | None, done: bool = False
) -> Section:
    """Save the text of one section. `seen` is its version as the officer saw it; `done` is the officer's own mark."""
    _refuse_unwritable(section.report, by)
    refuse_stale(section, seen)
    section.text, section.done = text.strip(), done
    section.version += 1
    section.save()
    record("section_saved", section, by=by, at=at, field=section.field.key, letters=len(section.text), done=done)
    return section


@transaction.atomic
def save_figure(
    *,
    figure: DraftFigure,
    value: Decimal | int | None,
    by: Holding,
    at: datetime,
    seen: int | None,
    qualifier: str = "",
    note: str = "",
) -> DraftFigure:
    """Save one figure in its indicator's unit; None leaves it blank, which is not zero. `qualifier`: "hơn", "ước"..."""
    _refuse_unwritable(figure.report, by)
    refuse_stale(figure, seen)
    _refuse_unfit(figure, value, qualifier)
    figure.value = None if value is None else Decimal(value)
    figure.qualifier, figure.note = qualifier if value is not None else "", note.strip()[:400]
    figure.version += 1
    figure.save()
    record("figure_saved", figure, by=by, at=at, field=figure.field.key, value=figure.value, qualifier=qualifier)
    return figure


def _refuse_unwritable(report: Report, by: Holding) -> None:
    report.obligation = locked_obligation(report.obligation_id)
    refuse_unwritable(report, by)
    if Report.objects.filter(pk=report.pk, nil=True).exists():
        raise Refusal("nil", NIL)


def _refuse_unfit(figure: DraftFigure, value: Decimal | int | None, qualifier: str) -> None:
    label, indicator = figure.field.label, figure.field.indicator
    if indicator is None:
        raise ValueError("a figure without an indicator")
    if qualifier and qualifier not in QUALIFIERS:
        raise Refusal("qualifier", UNKNOWN_QUALIFIER, field="qualifier", label=label, words=", ".join(QUALIFIERS))
    if value is not None and not _fits(value, indicator):
        raise Refusal("not_a_figure", NOT_A_FIGURE, field="value", label=label, decimals=indicator.decimals)


def _fits(value: Decimal | int, indicator: Indicator) -> bool:
    if isinstance(value, float):
        raise TypeError("a figure is a Decimal or an int, never a float")
    exact = Decimal(value)
    if not exact.is_finite() or not 0 <= exact < Decimal(10) ** (DIGITS - indicator.decimals):
        return False
    return exact == round(exact, indicator.decimals)


@transaction.atomic
def declare_nil(*, report: Report, nil: bool, by: Holding, at: datetime, seen: int | None) -> Report:
    """Say that there was nothing to report, or take it back. What is drafted stays, and is not sent while it holds."""
    obligation: Obligation = locked_obligation(report.obligation_id)
    refuse_stale(report, seen)
    report.obligation = obligation
    refuse_unwritable(report, by)
    report.nil = nil
    report.version += 1
    report.save()
    record("nil_declared" if nil else "nil_taken_back", report, by=by, at=at)
    return report
