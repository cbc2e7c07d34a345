"""What is counted, and how counts are joined."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.plans.models.plan import Plan
from lantoa.plans.models.tasks import Task
from lantoa.tenants.models import Owned


class Joining(models.TextChoices):
    """How figures of one indicator become one figure."""

    SUM = "sum", _("Cộng")
    LAST = "last", _("Lấy số mới nhất")
    LARGEST = "largest", _("Lấy số lớn nhất")
    NONE = "none", _("Không gộp")


class Indicator(Owned):
    """A quantity that agencies report: name, unit, and two rules of joining, over agencies and over periods."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="indicators")
    code = models.SlugField(max_length=60)
    group = models.CharField(max_length=120, blank=True)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=40)
    over_agencies = models.CharField(max_length=8, choices=Joining.choices, default=Joining.SUM)
    over_periods = models.CharField(max_length=8, choices=Joining.choices, default=Joining.SUM)
    decimals = models.PositiveSmallIntegerField(default=0)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="indicator_code_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"


class Target(Owned):
    """What a year is to reach, of one indicator, for the plan or for one task."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, null=True, blank=True, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=4, default=Decimal(0))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"], condition=models.Q(task=None), name="target_of_the_plan_once"
            ),
            models.UniqueConstraint(
                fields=["indicator", "task", "year"],
                condition=models.Q(task__isnull=False),
                name="target_of_a_task_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}: {self.value}"
