"""What is asked: ask many, by a day, gather, send up. A round may itself answer an obligation from above."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Indicator, Part, Plan, ReportDuty, Task
from lantoa.tenants.models import Edited, Owned, both_or_neither


class Form(Owned):
    """What a round asks for: sections of text and fields of figures. A form in use is never changed, only followed by
    another version.
    """

    name = models.CharField(max_length=200)
    edition = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "name", "edition"], name="form_edition_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.edition})"


class Field(Owned):
    """One thing a form asks: a section of text (kind text), or one indicator (kind figure)."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Phần lời")
        FIGURE = "figure", _("Số liệu")

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="fields")
    key = models.SlugField(max_length=60)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    label = models.CharField(max_length=300)
    hint = models.CharField(max_length=400, blank=True)
    required = models.BooleanField(default=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="fields")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="fields")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["form", "key"], name="field_key_once"),
            models.CheckConstraint(
                condition=Q(kind="text", indicator=None) | Q(kind="figure", indicator__isnull=False),
                name="figure_field_has_its_indicator",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Round(Edited):
    """One asking: to many agencies, about one window of time, by one day.

    The window (`period_from` to `period_to`, both included) is what the report covers; it is proposed and confirmed at
    opening. `due_at` is the last instant accepted, in UTC. `answers` is the obligation from above that this round
    gathers for, to any depth.
    """

    class Kind(models.TextChoices):
        PERIODIC = "periodic", _("Định kỳ")
        AD_HOC = "ad hoc", _("Đột xuất")
        ESTIMATE = "estimate", _("Dự toán")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    duty = models.ForeignKey(ReportDuty, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="rounds")
    asker = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="rounds_asked")
    answers = models.ForeignKey(
        "Obligation", on_delete=models.PROTECT, null=True, blank=True, related_name="gathered_by"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PERIODIC)
    title = models.CharField(max_length=400)
    year = models.PositiveSmallIntegerField()
    period_from = models.DateField()
    period_to = models.DateField()
    due_on = models.DateField()
    exclusive = models.BooleanField(default=False)
    due_at = models.DateTimeField()
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-due_at"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "period_from"], name="one_round_per_duty_and_window"),
            models.CheckConstraint(condition=Q(period_from__lte=F("period_to")), name="round_window_in_order"),
            both_or_neither("opened_at", "opened_by", name="round_opened_pair"),
            both_or_neither("closed_at", "closed_by", name="round_closed_pair"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(opened_at__isnull=False), name="closed_after_opened"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Who still owes."""

    def outstanding(self) -> ObligationQuerySet:
        return self.filter(state__in=[Obligation.State.OPEN, Obligation.State.RETURNED])

    def overdue(self, at: datetime) -> ObligationQuerySet:
        """Outstanding past the last millisecond of the due day."""
        return self.outstanding().filter(due_at__lt=at.replace(microsecond=at.microsecond // 1000 * 1000))


class Obligation(Edited):
    """What one agency owes in one round. Dated once, when the round is planned; moved only by an extension.

    Lateness is derived from `due_at` and `answered_at`, never stored.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Dự kiến")
        OPEN = "open", _("Đang chờ báo cáo")
        SUBMITTED = "submitted", _("Đã gửi")
        RETURNED = "returned", _("Trả lại để bổ sung")
        ACCEPTED = "accepted", _("Đã tiếp nhận")
        EXEMPT = "exempt", _("Được miễn")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="obligations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="obligations")
    manner = models.CharField(max_length=8, choices=Part.Manner.choices, default=Part.Manner.ORDERED)
    due_on = models.DateField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = ["agency__folded"]
        constraints = [
            models.UniqueConstraint(fields=["round", "agency"], name="one_obligation_per_agency_and_round"),
            both_or_neither("accepted_at", "accepted_by", name="obligation_accepted_pair"),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "accepted"]) | Q(answered_at__isnull=False),
                name="answered_when_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.round}"


class Extension(Owned):
    """A deadline moved, with its reason; what it was before stays readable."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="extensions")
    due_on_before = models.DateField()
    due_on = models.DateField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason"),
            models.CheckConstraint(condition=Q(due_on__gt=F("due_on_before")), name="extension_moves_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.due_on_before} -> {self.due_on}"
