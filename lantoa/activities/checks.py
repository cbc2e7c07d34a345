"""Where the log of activities contradicts itself or what it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext

from lantoa.activities.models import Activity, Evidence, Figure
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import kind_of
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Chains of doubles, doubles of what was cancelled, activities unlike their release, figures of another plan."""
    activities = Activity.objects.filter(tenant=tenant)
    yield from _each(
        activities.filter(same_as__same_as__isnull=False),
        "double_chain",
        gettext("Hoạt động trùng trỏ tới một hoạt động cũng đang được đánh dấu trùng."),
    )
    yield from _each(
        activities.filter(same_as__cancelled_at__isnull=False, cancelled_at=None),
        "double_of_cancelled",
        gettext("Hoạt động được đánh dấu trùng với một hoạt động đã hủy nên không được tính."),
    )
    yield from _each(
        activities.filter(cancelled_at__isnull=False, cancelled_for=""),
        "cancelled_without_reason",
        gettext("Hoạt động đã hủy nhưng không có lý do."),
    )
    yield from _each(
        activities.filter(release__isnull=False).exclude(agency=F("release__version__material__agency")),
        "release_of_another",
        gettext("Hoạt động lấy từ tin đã đăng nhưng ghi cho một cơ quan khác."),
    )
    yield from _faults_of_figures(tenant)
    yield from _each(
        Evidence.objects.filter(tenant=tenant, proof=Evidence.Proof.A, activity__release=None),
        "proof_without_release",
        gettext("Minh chứng “do hệ thống ghi nhận” của một hoạt động không lấy từ tin đã đăng."),
    )


def _faults_of_figures(tenant: Tenant) -> Iterator[Fault]:
    figures = Figure.objects.filter(tenant=tenant)
    own = Q(indicator__plan=F("activity__task__plan")) | Q(indicator__plan=F("activity__clause__plan"))
    yield from _each(
        figures.filter(indicator__plan__isnull=False).exclude(pk__in=figures.filter(own)),
        "figure_of_another_plan",
        gettext("Số liệu thuộc chỉ tiêu của một kế hoạch khác."),
    )
    yield from _each(
        figures.exclude(unit=F("indicator__unit")),
        "figure_in_another_unit",
        gettext("Đơn vị của số liệu khác với đơn vị của chỉ tiêu."),
    )
    yield from _each(
        figures.filter(value__lt=0),
        "figure_negative",
        gettext("Số liệu âm."),
    )


def _each(rows: QuerySet[Any], code: str, sentence: str) -> Iterator[Fault]:
    for found in rows.iterator():
        yield Fault("activities", code, sentence, f"{kind_of(found)} {found.pk}")
