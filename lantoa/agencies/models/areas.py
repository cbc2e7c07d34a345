"""Administrative units, dated: names, codes and borders change (63 to 34 provinces on 1 July 2025)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.tenants.models import Owned


class Area(Owned):
    """An administrative unit, from the day it began to the day it ended (None: still there)."""

    class Level(models.TextChoices):
        NATION = "nation", _("Toàn quốc")
        PROVINCE = "province", _("Cấp tỉnh")
        DISTRICT = "district", _("Cấp huyện")
        COMMUNE = "commune", _("Cấp xã")

    level = models.CharField(max_length=10, choices=Level.choices)
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(began_on=None) | Q(ended_on=None) | Q(began_on__lte=F("ended_on")),
                name="area_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AreaCode(Owned):
    """A code of an area in one scheme, for a time: a code can change its meaning."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class AreaSuccession(Owned):
    """From which area an area came, on which day, by which decision."""

    predecessor = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="heirs")
    successor = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="origins")
    on = models.DateField()
    whole = models.BooleanField(default=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="area_succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="area_not_its_own_heir"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} -> {self.successor}"
