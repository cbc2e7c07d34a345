"""Agencies: names, codes, groups and successions are dated; figures stay with the agency that reported them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models.areas import Area
from lantoa.tenants.models import Edited, Owned


class Agency(Edited):
    """A public body. `name` is today's name; the names it had are in `names`."""

    class Kind(models.TextChoices):
        STATE = "state", _("Cơ quan nhà nước")
        PARTY = "party", _("Cơ quan Đảng")
        FRONT = "front", _("Mặt trận và đoàn thể")
        PRESS = "press", _("Cơ quan báo chí")
        UNIT = "unit", _("Đơn vị sự nghiệp")
        BUSINESS = "business", _("Doanh nghiệp")
        OTHER = "other", _("Khác")

    class Level(models.TextChoices):
        CENTRAL = "central", _("Trung ương")
        PROVINCE = "province", _("Cấp tỉnh")
        DISTRICT = "district", _("Cấp huyện")
        COMMUNE = "commune", _("Cấp xã")

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300, db_index=True)
    symbol = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.STATE)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.PROVINCE)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="units")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="agencies")
    founded_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    pretended = models.BooleanField(default=False)

    class Meta:
        ordering = ["folded"]
        constraints = [
            models.CheckConstraint(
                condition=Q(founded_on=None) | Q(ended_on=None) | Q(founded_on__lte=F("ended_on")),
                name="agency_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """True when the agency had begun and had not ended on `day` (unknown ends count as open)."""
        return (self.founded_on is None or self.founded_on <= day) and (self.ended_on is None or day < self.ended_on)


class AgencyName(Owned):
    """What an agency was called, in a language, from a day to a day."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="names")
    language = models.CharField(max_length=10, default="vi")
    name = models.CharField(max_length=300)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(since__lte=F("until")), name="agency_name_dates_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.name


class AgencyCode(Owned):
    """An identifier of an agency in one scheme, for a time (Decision 20/2020/QĐ-TTg and the older fixed-width form)."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class Alias(Owned):
    """Another way papers write an agency's name; `folded` is its canonical key."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    folded = models.CharField(max_length=300, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "folded"], name="alias_means_one_agency")]

    def __str__(self) -> str:
        return self.text


class AgencyGroup(Owned):
    """A named group of agencies, as plans address them: "UBND các xã, phường"; members are dated."""

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "folded"], name="group_named_once")]
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.name


class Membership(Owned):
    """An agency belongs to a group from a day to a day."""

    group = models.ForeignKey(AgencyGroup, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "agency"], condition=Q(until=None), name="member_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(since__lte=F("until")), name="membership_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} / {self.group}"


class Succession(Owned):
    """What became of an agency: `kind` and `function` say which of its work went where; no successor means it ended."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("Đổi tên")
        MERGED = "merged", _("Hợp nhất")
        SPLIT = "split", _("Chia tách theo chức năng")
        ENDED = "ended", _("Chấm dứt hoạt động")

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="heirs")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="origins")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    function = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="ended", successor=None) | (~Q(kind="ended") & Q(successor__isnull=False)),
                name="succession_has_heir_unless_ended",
            ),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="agency_not_its_own_heir"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} -> {self.successor or '-'}"
