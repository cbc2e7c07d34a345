"""The plan and its text: clauses, bases, themes, audiences, phases.

`traces` on a row keeps, for each field read from the paper, where it was read and how sure the reader was:
`{"content": [start, end, sure]}`, code points of the document's stored text, sure from 0 to 1.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.documents.models import Document
from lantoa.tenants.models import Edited, Owned, both_or_neither


class Plan(Edited):
    """A programme's plan. A draft with holes until a person confirms it; it can be confirmed with holes left open."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Bản đọc, chờ xác nhận")
        CONFIRMED = "confirmed", _("Đang thực hiện")
        CLOSED = "closed", _("Đã kết thúc")

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="plan")
    title = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    issuer = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="plans_issued")
    lead = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="plans_led")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    traces = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            both_or_neither("confirmed_at", "confirmed_by", name="plan_confirmed_pair"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="plan_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class OfPlan(Owned):
    """A row read from a plan's text."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)s_set")
    position = models.PositiveIntegerField(default=0)
    traces = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]


class Clause(OfPlan):
    """A numbered passage. `lineage` stays the same for the same clause across versions of a plan."""

    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    label = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    lineage = models.UUIDField(default=uuid.uuid4, db_index=True)

    class Meta(OfPlan.Meta):
        constraints = [models.UniqueConstraint(fields=["plan", "path"], name="clause_path_once")]

    def __str__(self) -> str:
        return f"{self.path} {self.text[:60]}"


class LegalBasis(OfPlan):
    """A document the plan rests on, dated as the plan cites it; `document` is its row in the register."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="cited_by")
    number = models.CharField(max_length=80, blank=True)
    name = models.TextField(blank=True)
    cited_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.number or self.name


class Pillar(Owned):
    """A pillar of the programme's subject (for ASEAN: political-security, economic, socio-cultural)."""

    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["tenant", "code"], name="pillar_code_once")]

    def __str__(self) -> str:
        return self.name


class Theme(OfPlan):
    """What is to be said. `weight` is the plan's own emphasis (1 unless the text puts it first)."""

    text = models.TextField()
    weight = models.DecimalField(max_digits=6, decimal_places=3, default=1)
    pillars = models.ManyToManyField(Pillar, related_name="themes", blank=True)
    lineage = models.UUIDField(default=uuid.uuid4, db_index=True)

    def __str__(self) -> str:
        return self.text[:80]


class Audience(OfPlan):
    """To whom it is said, at home or abroad."""

    text = models.TextField()
    abroad = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.text[:80]


class Phase(OfPlan):
    """A stretch of the plan's time; open ends are empty."""

    raw = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OfPlan.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="phase_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.raw
