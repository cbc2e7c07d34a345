"""What there is to say: stories and their versions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Audience, Task, Theme
from lantoa.tenants.models import Edited, Owned


class Material(Edited):
    """One thing to say, tied to a task of the plan. What it says stands in its versions; the newest one is current."""

    class Genre(models.TextChoices):
        NEWS = "news", _("Tin")
        FEATURE = "feature", _("Bài viết")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang viết")
        REVIEW = "review", _("Chờ duyệt")
        APPROVED = "approved", _("Đã duyệt")
        WITHDRAWN = "withdrawn", _("Đã rút")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="materials")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="materials")
    genre = models.CharField(max_length=10, choices=Genre.choices, default=Genre.NEWS)
    language = models.CharField(max_length=10, default="vi")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    themes = models.ManyToManyField(Theme, related_name="materials", blank=True)
    audiences = models.ManyToManyField(Audience, related_name="materials", blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="materials")

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        newest = self.versions.last()
        return newest.title if newest else str(self.id)


class Version(Owned):
    """What a material says, frozen at each save. `content_hash` covers title, summary and body."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    body = models.TextField()
    content_hash = models.CharField(max_length=64)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="versions_written")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["material", "number"], name="material_version_number")]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
