"""Where it is said: outlets, and releases of approved versions on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.approvals.models import Approval
from lantoa.materials.models import Version
from lantoa.tenants.models import Owned, both_or_neither


class Outlet(Owned):
    """A mouth of the province: for now its own public page; each kind of channel has a folder here."""

    class Kind(models.TextChoices):
        PUBLIC_PAGE = "public_page", _("Trang công khai")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="outlets")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "kind", "name"], name="outlet_once")]

    def __str__(self) -> str:
        return self.name


class Release(Owned):
    """One version said on one outlet, under the approval that covers exactly that content."""

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="releases")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="releases")
    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=120)
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-released_at"]
        constraints = [
            models.UniqueConstraint(fields=["outlet", "version"], name="version_once_per_outlet"),
            models.UniqueConstraint(fields=["outlet", "slug"], name="slug_once_per_outlet"),
            both_or_neither("withdrawn_at", "withdrawn_by", name="release_withdrawn_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.version} @ {self.outlet}"
