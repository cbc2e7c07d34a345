"""What must hold in stored reports: every figure is made of what it says, every version says what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import F, Prefetch, Q

from lantoa.plans.models.measures import Joining
from lantoa.reports.models import ConsolidatedFigure, Source, Version, VersionSource
from lantoa.reports.rules import content_hash
from lantoa.rounds.models import Obligation
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault

ROOM = "reports"


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Everything in a tenant's reports that contradicts itself."""
    yield from _wholes(tenant)
    yield from _versions(tenant)
    yield from _edges(tenant)
    yield from _answers(tenant)


def _wholes(tenant: Tenant) -> Iterator[Fault]:
    """A consolidated figure is the sum of its sources; a source is what was handed in, less what was left out."""
    figures = ConsolidatedFigure.objects.filter(tenant=tenant).select_related("indicator", "consolidation")
    sources = Prefetch("sources", Source.objects.select_related("version_figure"))
    for figure in figures.prefetch_related(sources):
        name = f"reports.consolidatedfigure {figure.pk}"
        edges = list(figure.sources.all())
        if sum((edge.value for edge in edges), Decimal(0)) != figure.value:
            sentence = f"Số tổng hợp “{figure.indicator.name}” không bằng tổng các nguồn."
            yield Fault(ROOM, "whole_not_its_parts", sentence, name)
        if figure.rule == Joining.SUM and not _accounted(edges):
            sentence = f"Nguồn của số tổng hợp “{figure.indicator.name}” không khớp với báo cáo đã gửi."
            yield Fault(ROOM, "part_not_accounted_for", sentence, name)


def _accounted(edges: list[Source]) -> bool:
    left: dict[object, Decimal] = {}
    for edge in edges:
        left.setdefault(edge.version_figure_id, edge.version_figure.value)
        left[edge.version_figure_id] -= edge.value + edge.left_out
    return not any(left.values())


def _versions(tenant: Tenant) -> Iterator[Fault]:
    """A handed-in version still has the hash it was sent with."""
    versions = Version.objects.filter(tenant=tenant).select_related("report__obligation__round")
    for version in versions.prefetch_related("sections__field", "figures__field"):
        if _digest(version) != version.content_hash:
            sentence = f"Báo cáo có mã nhận {version.receipt} đã bị đổi sau khi gửi."
            yield Fault(ROOM, "version_changed", sentence, f"reports.version {version.pk}")


def _digest(version: Version) -> str:
    figures = list(version.figures.all())
    round = version.report.obligation.round
    return content_hash(
        nil=version.nil,
        period=(round.period_from, round.period_to),
        sections=[(section.field.key, section.text) for section in version.sections.all()],
        figures=[(figure.field.key, figure.value, figure.unit, figure.qualifier) for figure in figures],
    )


def _edges(tenant: Tenant) -> Iterator[Fault]:
    """What stands behind a handed-in figure is an activity of the same agency."""
    own = Q(activity__agency=F("version_figure__version__report__obligation__agency"))
    for edge in VersionSource.objects.filter(tenant=tenant).exclude(own):
        sentence = "Một số liệu đã gửi dẫn tới hoạt động của cơ quan khác."
        yield Fault(ROOM, "wrong_source", sentence, f"reports.versionsource {edge.pk}")


def _answers(tenant: Tenant) -> Iterator[Fault]:
    """What counts as sent has a version."""
    sent = Obligation.objects.filter(tenant=tenant, state__in=["submitted", "accepted", "returned"])
    for obligation in sent.filter(report__versions=None).select_related("agency"):
        sentence = f"{obligation.agency} được ghi là đã gửi nhưng không có bản báo cáo nào."
        yield Fault(ROOM, "sent_without_version", sentence, f"rounds.obligation {obligation.pk}")
