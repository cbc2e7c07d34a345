"""What was done: activities, their figures, their evidence."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency
from lantoa.channels.models import Release
from lantoa.files.models import StoredFile
from lantoa.plans.models import Clause, Indicator, Part, Task
from lantoa.tenants.models import Edited, Owned


class Activity(Edited):
    """One thing an agency did for a task or a clause.

    A release becomes an activity by itself (one to one). When the same event is reported by lead and coordinator,
    the coordinator's activity points to the lead's by `same_as`, and the event counts once.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="activities")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="activities")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="activities")
    kind = models.CharField(max_length=12, choices=Part.Kind.choices, default=Part.Kind.LEAD)
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=200, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField()
    note = models.TextField(blank=True)
    release = models.OneToOneField(Release, on_delete=models.PROTECT, null=True, blank=True, related_name="activity")
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="doubles")
    logged_at = models.DateTimeField()
    logged_by = models.CharField(max_length=80)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_for = models.TextField(blank=True)

    class Meta:
        ordering = ["began_on", "title"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(condition=Q(began_on__lte=F("ended_on")), name="activity_dates_in_order"),
            models.CheckConstraint(condition=~Q(same_as=F("id")), name="activity_not_its_own_double"),
        ]
        indexes = [models.Index(fields=["agency", "began_on"], name="activity_agency_day")]

    def __str__(self) -> str:
        return self.title


class Figure(Edited):
    """A quantity of an activity: Decimal, unit, and the qualifier its author wrote ("hơn", "ước")."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    unit = models.CharField(max_length=40)
    qualifier = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "indicator"], name="figure_once_per_activity")]

    def __str__(self) -> str:
        return f"{self.qualifier} {self.value} {self.unit}".strip()


class Evidence(Owned):
    """What shows that it happened. Class by how it was proved: A our own system, B a file with its hash, C an address,
    D word of mouth.
    """

    class Proof(models.TextChoices):
        A = "A", _("Do hệ thống ghi nhận")
        B = "B", _("Tệp kèm theo")
        C = "C", _("Đường dẫn")
        D = "D", _("Xác nhận bằng lời")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="evidence")
    proof = models.CharField(max_length=1, choices=Proof.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    url = models.URLField(max_length=500, blank=True)
    caption = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=~Q(proof="B") | Q(file__isnull=False), name="file_evidence_has_its_file"),
            models.CheckConstraint(condition=~Q(proof="C") | ~Q(url=""), name="address_evidence_has_its_address"),
        ]

    def __str__(self) -> str:
        return self.caption or self.url or str(self.file)
