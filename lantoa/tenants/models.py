"""Who owns a row. A tenant is a province that runs its programmes in this installation.

Every row that a person can see carries its tenant and a UUID key, because packages and spreadsheets carry rows from one
installation to another. The abstract rows below are all that rooms inherit.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q


class Row(models.Model):
    """A row with a key that stays its own across installations."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Tenant(Row):
    """A province (or city under the central government) that owns programmes."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name

    @property
    def tenant_id(self) -> uuid.UUID:
        """A tenant owns itself, so that the trail can ask any row the same question."""
        return self.id


class Owned(Row):
    """A row that belongs to one tenant."""

    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Edited(Owned):
    """A row that people edit. `version` grows with every save, so that a stale save is refused, never silent."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def both_or_neither(first: str, second: str, *, name: str) -> models.CheckConstraint:
    """A constraint: who and when (or number and series) are given together or not at all."""
    neither = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    both = Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    return models.CheckConstraint(condition=neither | both, name=name)
