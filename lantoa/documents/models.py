"""Official papers: what came in, what went out, what is only cited; numbers, recipients, signatures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.files.models import StoredFile
from lantoa.tenants.models import Edited, Owned, both_or_neither


class NumberSeries(Owned):
    """Running numbers of one issuer (and council, which keeps its own) within one calendar year.

    Decree 30/2020/NĐ-CP, art. 15: numbers run from 01 on 1 January to 31 December.
    """

    issuer = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="series")
    council = models.CharField(max_length=200, blank=True)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "council", "year"], name="series_once_per_year")]

    def __str__(self) -> str:
        return f"{self.issuer} {self.council} {self.year}"


class Document(Edited):
    """A paper in the register. What its face does not say stays empty; `dated` is ISO as far as known ("2021-12").

    `annex_of`: the paper whose annex this is, when it came later and apart; its text then stands behind that paper's.
    """

    class Way(models.TextChoices):
        INCOMING = "in", _("Văn bản đến")
        OUTGOING = "out", _("Văn bản đi")
        CITED = "cited", _("Văn bản được viện dẫn")

    way = models.CharField(max_length=6, choices=Way.choices)
    type_name = models.CharField(max_length=60, blank=True)
    title = models.TextField(blank=True)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=80, blank=True)
    dated = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=120, blank=True)
    issuer = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    issuer_name = models.CharField(max_length=300, blank=True)
    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    serial = models.PositiveIntegerField(null=True, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    text = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    annex_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="annexes")
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="issued")

    class Meta:
        ordering = ["dated", "symbol"]
        constraints = [
            models.UniqueConstraint(fields=["series", "serial"], name="number_used_once"),
            both_or_neither("series", "serial", name="serial_in_a_series"),
            both_or_neither("issued_at", "issued_by", name="document_issued_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.type_name} {self.symbol}".strip() or self.title


class Recipient(Owned):
    """One line of "Nơi nhận", as written; `agency` when it is resolved."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="recipients")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="received")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="recipient_place")]

    def __str__(self) -> str:
        return self.text


class Signature(Owned):
    """The signature block of a paper (Decree 30/2020/NĐ-CP, art. 13): capacity lines, title, name if written."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="signature")
    capacity = models.TextField(blank=True)
    title = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=120, blank=True)
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, blank=True, related_name="signatures")

    def __str__(self) -> str:
        return self.title
