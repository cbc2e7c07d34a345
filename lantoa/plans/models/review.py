"""What the reader was not sure of, and what the paper leaves open: asked of a person, answered once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Holding
from lantoa.plans.models.plan import OfPlan
from lantoa.tenants.models import Edited, both_or_neither


class ReviewPoint(OfPlan, Edited):
    """A place to look at. `kind`: missing (a hole), look (read, not sure), warning (the paper contradicts a source).

    `subject_kind`, `subject_id` and `field` name what it is about; `proposal` is the value a click would fill in.
    """

    class Kind(models.TextChoices):
        MISSING = "missing", _("Thiếu")
        LOOK = "look", _("Cần xem")
        WARNING = "warning", _("Cảnh báo")

    class State(models.TextChoices):
        OPEN = "open", _("Chưa xem")
        KEPT = "kept", _("Giữ nguyên")
        FILLED = "filled", _("Đã điền")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    code = models.CharField(max_length=60)
    message = models.TextField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    field = models.CharField(max_length=40, blank=True)
    proposal = models.CharField(max_length=400, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    answer = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(OfPlan.Meta):
        constraints = [
            both_or_neither("answered_at", "answered_by", name="review_point_answered_pair"),
            models.CheckConstraint(
                condition=Q(state="open", answered_at=None) | (~Q(state="open") & Q(answered_at__isnull=False)),
                name="review_point_open_until_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.message
