"""Many reports become one paper: arithmetic that can be opened."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lantoa.agencies.models import Holding
from lantoa.documents.models import Document
from lantoa.plans.models import Indicator
from lantoa.plans.models.measures import Joining
from lantoa.reports.models.report import Version, VersionFigure, VersionSection
from lantoa.rounds.models import Field, Obligation, Round
from lantoa.tenants.models import Edited, Owned


class Consolidation(Edited):
    """One consolidated report of a round. A draft until it is issued; a later one follows, none is changed.

    `versions` are the reports it is made of, nil reports among them; `missing` those still owed when it was made. The
    obligations of the round that are in neither were exempt.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="consolidations")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    versions = models.ManyToManyField(Version, related_name="consolidations", blank=True)
    missing = models.ManyToManyField(Obligation, related_name="missed_in", blank=True)
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="consolidation"
    )

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="consolidation_number")]

    def __str__(self) -> str:
        return self.title


class ConsolidatedFigure(Owned):
    """One figure of the whole: the value, and the rule that joined its sources."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=8, choices=Joining.choices)
    value = models.DecimalField(max_digits=24, decimal_places=4)
    unit = models.CharField(max_length=40)
    qualifier = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["indicator__position"]
        constraints = [models.UniqueConstraint(fields=["consolidation", "indicator"], name="consolidated_once")]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class Source(Owned):
    """An edge: this handed-in figure gives `value` to that figure of the whole.

    Beside it, for each figure that holds the same event (`double_of`), an edge that gives nothing and says how much was
    `left_out` for it. Given and left out together are the handed-in figure.
    """

    consolidated = models.ForeignKey(ConsolidatedFigure, on_delete=models.CASCADE, related_name="sources")
    version_figure = models.ForeignKey(VersionFigure, on_delete=models.PROTECT, related_name="used_in")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    left_out = models.DecimalField(max_digits=20, decimal_places=4, default=0)
    double_of = models.ForeignKey(
        VersionFigure, on_delete=models.PROTECT, null=True, blank=True, related_name="doubles"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consolidated", "version_figure"], condition=Q(double_of=None), name="source_once"
            ),
            models.UniqueConstraint(
                fields=["consolidated", "version_figure", "double_of"],
                condition=Q(double_of__isnull=False),
                name="double_once",
            ),
            models.CheckConstraint(
                condition=Q(double_of=None, left_out=0) | Q(double_of__isnull=False, value=0), name="left_out_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consolidated} <- {self.version_figure}: {self.value}"


class Narrative(Owned):
    """A passage of text in the whole, gathered from one agency's section, under the field it answers.

    Rows of one field with the same `position` and `text` are one passage that several agencies wrote.
    """

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="narratives")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(VersionSection, on_delete=models.PROTECT, null=True, blank=True, related_name="used_in")
    text = models.TextField()
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["field__position", "position"]

    def __str__(self) -> str:
        return self.text[:80]
