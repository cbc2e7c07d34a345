"""One agency's answer to one obligation: a draft that people edit, and versions frozen at each hand-in."""

from __future__ import annotations

from django.db import models

from lantoa.activities.models import Activity
from lantoa.agencies.models import Holding
from lantoa.plans.models import Indicator
from lantoa.rounds.models import Field, Obligation
from lantoa.tenants.models import Edited, Owned


class Report(Edited):
    """The answer to an obligation. What is being written stands in its sections and draft figures."""

    obligation = models.OneToOneField(Obligation, on_delete=models.PROTECT, related_name="report")
    nil = models.BooleanField(default=False)
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.obligation)


class Section(Edited):
    """The draft text of one field. Saved one by one, each with its own version, so two officers never overwrite."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    prefilled = models.TextField(blank=True)
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["report", "field"], name="section_once_per_report")]

    def __str__(self) -> str:
        return self.field.label


class DraftFigure(Edited):
    """The draft figure of one field; `prefilled` is what the activity log gives, `value` what the officer says."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    prefilled = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    qualifier = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["report", "field"], name="draft_figure_once_per_report")]

    def __str__(self) -> str:
        return f"{self.field.label}: {self.value}"


class Version(Owned):
    """A report as handed in: frozen, known by its hash. `submission_key` makes pressing Send twice one hand-in."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    nil = models.BooleanField(default=False)
    content_hash = models.CharField(max_length=64)
    submission_key = models.CharField(max_length=64)
    receipt = models.CharField(max_length=20, unique=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_version_number"),
            models.UniqueConstraint(fields=["report", "submission_key"], name="one_hand_in_per_key"),
        ]

    def __str__(self) -> str:
        return f"{self.report} ({self.number})"


class VersionSection(Owned):
    """The text of one field as handed in."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="sections")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["version", "field"], name="version_section_once")]

    def __str__(self) -> str:
        return self.text[:80]


class VersionFigure(Owned):
    """A figure as handed in, with unit, qualifier and period."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="figures")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    unit = models.CharField(max_length=40)
    qualifier = models.CharField(max_length=20, blank=True)
    period_from = models.DateField()
    period_to = models.DateField()

    class Meta:
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["version", "field"], name="version_figure_once")]

    def __str__(self) -> str:
        return f"{self.qualifier} {self.value} {self.unit}".strip()


class VersionSource(Owned):
    """An edge: this handed-in figure is made of what that activity gave for the same indicator, as it was then.

    The activity may be edited later; the edge stays. What the edges leave over of the handed-in value was written by
    hand.
    """

    version_figure = models.ForeignKey(VersionFigure, on_delete=models.PROTECT, related_name="sources")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="reported_in")
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version_figure", "activity"], name="version_source_once")]

    def __str__(self) -> str:
        return f"{self.version_figure} <- {self.activity}"


class Return(Owned):
    """A handed-in version sent back, with the reason, for the whole or for one field."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="returns")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="return_has_a_reason")]

    def __str__(self) -> str:
        return self.reason[:80]
