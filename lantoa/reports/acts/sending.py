"""Handing in: what is drafted is frozen as a version, with its hash and the activities behind its figures."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.refusals import Refusal, marked
from lantoa.reports.models import DraftFigure, Report, Section, Version, VersionFigure, VersionSection, VersionSource
from lantoa.reports.queries import activities_behind, log_figures, report_whole
from lantoa.reports.rules import content_hash, missing, receipt_code
from lantoa.rounds.acts import mark_submitted
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import locked_obligation
from lantoa.rounds.rules import may_answer
from lantoa.trail.acts import record

INCOMPLETE = marked("Báo cáo chưa gửi được, còn thiếu: %(lacks)s. Những gì đã nhập vẫn còn nguyên.")


@transaction.atomic
def hand_in(*, report: Report, submission_key: str, by: Holding, at: datetime) -> Version:
    """Send a report. The same `submission_key` again gives the same version: pressing Send twice is one hand-in.

    So is sending again what stands unchanged. A report may be sent late, and again until it is accepted.
    """
    if not submission_key:
        raise ValueError("a hand-in needs a submission key")
    obligation = locked_obligation(report.obligation_id)
    sent = Version.objects.filter(report=report, submission_key=submission_key).first()
    if sent and may_answer(obligation, by):
        return sent
    report = report_whole(report.pk)
    digest = _digest(report)
    newest = report.versions.last()
    standing = obligation.state == Obligation.State.SUBMITTED and may_answer(obligation, by)
    if newest and standing and newest.content_hash == digest:
        return newest
    mark_submitted(obligation=obligation, by=by, at=at)
    if lacks := missing(report):
        raise Refusal(
            "incomplete", INCOMPLETE, field=lacks[0].field.key, lacks="; ".join(lack.field.label for lack in lacks)
        )
    version = Version.objects.create(
        tenant_id=report.tenant_id,
        report=report,
        number=newest.number + 1 if newest else 1,
        nil=report.nil,
        content_hash=digest,
        submission_key=submission_key,
        receipt=receipt_code(report.pk, submission_key),
        handed_in_at=at,
        handed_in_by=by,
    )
    _freeze(version, report)
    record("report_handed_in", version, by=by, at=at, number=version.number, sha256=digest, receipt=version.receipt)
    return version


def _sections(report: Report) -> list[Section]:
    """What is sent of the texts: nothing of a nil report, no blank section."""
    return [section for section in report.sections.all() if section.text.strip() and not report.nil]


def _figures(report: Report) -> list[DraftFigure]:
    return [figure for figure in report.figures.all() if figure.value is not None and not report.nil]


def _digest(report: Report) -> str:
    round = report.obligation.round
    return content_hash(
        nil=report.nil,
        period=(round.period_from, round.period_to),
        sections=[(section.field.key, section.text) for section in _sections(report)],
        figures=[
            (figure.field.key, figure.value, figure.field.indicator.unit, figure.qualifier)
            for figure in _figures(report)
            if figure.value is not None and figure.field.indicator is not None
        ],
    )


def _freeze(version: Version, report: Report) -> None:
    VersionSection.objects.bulk_create(
        VersionSection(tenant_id=version.tenant_id, version=version, field=section.field, text=section.text)
        for section in _sections(report)
    )
    figures = VersionFigure.objects.bulk_create(_frozen(version, figure, report) for figure in _figures(report))
    found = log_figures(activities_behind(report), [figure.indicator for figure in figures])
    VersionSource.objects.bulk_create(
        VersionSource(tenant_id=version.tenant_id, version_figure=figure, activity=source.activity, value=source.value)
        for figure in figures
        if figure.indicator_id in found
        for source in found[figure.indicator_id].figures
    )


def _frozen(version: Version, figure: DraftFigure, report: Report) -> VersionFigure:
    indicator = figure.field.indicator
    if indicator is None or figure.value is None:
        raise ValueError("only a figure with an indicator and a value is frozen")
    return VersionFigure(
        tenant_id=version.tenant_id,
        version=version,
        field=figure.field,
        indicator=indicator,
        value=figure.value,
        unit=indicator.unit,
        qualifier=figure.qualifier,
        period_from=report.obligation.round.period_from,
        period_to=report.obligation.round.period_to,
    )
