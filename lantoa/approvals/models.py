"""Who said yes, in which post, to exactly which content."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Holding, Post
from lantoa.tenants.models import Owned


class Approval(Owned):
    """A decision of a post about one content, known by its hash (without number, date and signature, which come later).

    `subject_kind` and `subject_id` name the row; no foreign key, since what is approved stands downstream. `number`
    counts the decisions about one row, so the newest is known even within one instant. `road` says how the yes came:
    on screen, or by a one-time link without an account (then `holding` is empty).
    """

    class Decision(models.TextChoices):
        APPROVED = "approved", _("Đồng ý")
        DECLINED = "declined", _("Không đồng ý")

    class Road(models.TextChoices):
        SCREEN = "screen", _("Trên màn hình")
        LINK = "link", _("Bằng đường dẫn một lần")

    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    number = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    decision = models.CharField(max_length=10, choices=Decision.choices)
    road = models.CharField(max_length=10, choices=Road.choices, default=Road.SCREEN)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="approvals")
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="approvals")
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_kind", "subject_id", "number"], name="decision_number_once")
        ]
        ordering = ["subject_kind", "subject_id", "number"]

    def __str__(self) -> str:
        return f"{self.decision} {self.subject_kind} {self.subject_id}"
