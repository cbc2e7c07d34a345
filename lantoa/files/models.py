"""Bytes by hash: papers, evidence, attachments."""

from __future__ import annotations

from django.db import models

from lantoa.tenants.models import Owned


class StoredFile(Owned):
    """A file kept once per tenant under the SHA-256 of its bytes; `name` is the name it came with."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    name = models.CharField(max_length=255)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "sha256"], name="files_once_per_tenant")]

    def __str__(self) -> str:
        return self.name
