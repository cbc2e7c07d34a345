"""Duties to report and to estimate, as the plan words them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, AgencyGroup
from lantoa.plans.models.plan import Clause, OfPlan
from lantoa.tenants.models import Edited, Owned


class Rhythm(models.TextChoices):
    """How often a duty returns."""

    ONCE = "once", _("Một lần")
    MONTHLY = "monthly", _("Hằng tháng")
    QUARTERLY = "quarterly", _("Hằng quý")
    SIX_MONTHLY = "six-monthly", _("6 tháng")
    YEARLY = "yearly", _("Hằng năm")
    AD_HOC = "ad hoc", _("Đột xuất")
    EVENT = "event", _("Khi phát sinh")
    UNSPECIFIED = "unspecified", _("Chưa xác định")


class ReportDuty(OfPlan, Edited):
    """A duty to report. `due_month` and `due_day` return every year; `due_on` falls once.

    `exclusive`: "trước ngày 10/11" ends with 9/11. No source settles it, so it is a setting of the duty, exclusive by
    default for "trước".
    """

    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="report_duties")
    who = models.TextField(blank=True)
    to = models.TextField(blank=True)
    receiver = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="duties_received"
    )
    through = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="duties_gathered")
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.UNSPECIFIED)
    due_raw = models.CharField(max_length=300, blank=True)
    due_month = models.PositiveSmallIntegerField(null=True, blank=True)
    due_day = models.PositiveSmallIntegerField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    exclusive = models.BooleanField(default=False)

    class Meta(OfPlan.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(due_month=None) | Q(due_month__range=(1, 12)), name="duty_month"),
            models.CheckConstraint(condition=Q(due_day=None) | Q(due_day__range=(1, 31)), name="duty_day"),
        ]

    def __str__(self) -> str:
        return f"{self.who} -> {self.to} ({self.due_raw or self.rhythm})"


class DutyParty(Owned):
    """One body or group that a report duty names, as written and as resolved."""

    duty = models.ForeignKey(ReportDuty, on_delete=models.CASCADE, related_name="parties")
    named = models.CharField(max_length=400)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(AgencyGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(agency=None) | Q(group=None), name="party_agency_or_group")]

    def __str__(self) -> str:
        return self.named


class BudgetDuty(OfPlan):
    """A rule about money: who estimates, who gathers, from which sources."""

    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="budget_duties")
    who = models.TextField(blank=True)
    to = models.TextField(blank=True)
    what = models.TextField(blank=True)
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.UNSPECIFIED)

    def __str__(self) -> str:
        return self.what[:80]
