"""Tasks and who does what part of them."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, AgencyGroup
from lantoa.plans.models.plan import Clause, OfPlan, Theme
from lantoa.tenants.models import Edited


class Task(OfPlan, Edited):
    """One thing the plan orders: a row of its task table, a duty given in a sentence, or what a person added."""

    class Origin(models.TextChoices):
        TABLE = "table", _("Bảng phân công")
        SENTENCE = "sentence", _("Câu giao nhiệm vụ")
        PERSON = "person", _("Người nhập")

    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.TABLE)
    number = models.CharField(max_length=20, blank=True)
    group = models.TextField(blank=True)
    content = models.TextField()
    time_raw = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    recurring = models.BooleanField(default=False)
    themes = models.ManyToManyField(Theme, related_name="tasks", blank=True)
    lineage = models.UUIDField(default=uuid.uuid4, db_index=True)

    class Meta(OfPlan.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="task_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.content[:80]}" if self.number else self.content[:80]


class Part(Edited):
    """The part of one body in a task. `named` is the body as the plan writes it; it stands for an agency or a group
    once resolved. `manner`: most bodies are ordered, some (Party, press, central) are only asked, as the text says.
    """

    class Kind(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        COORDINATING = "coordinating", _("Phối hợp")

    class Manner(models.TextChoices):
        ORDERED = "ordered", _("Giao")
        ASKED = "asked", _("Đề nghị")

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    manner = models.CharField(max_length=8, choices=Manner.choices, default=Manner.ORDERED)
    named = models.CharField(max_length=400)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    group = models.ForeignKey(AgencyGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    delegated_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="delegated"
    )
    traces = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["kind", "position"]
        constraints = [
            models.CheckConstraint(condition=Q(agency=None) | Q(group=None), name="part_agency_or_group"),
            models.CheckConstraint(condition=~Q(delegated_from=F("id")), name="part_not_from_itself"),
        ]

    def __str__(self) -> str:
        return self.named
