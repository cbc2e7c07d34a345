"""What happened, in order, unalterable.

An `Entry` can be neither changed nor deleted (triggers on SQLite and PostgreSQL refuse it) and holds the digest of the
entry before it. What may name a person stands in its `Payload`, which can be erased while its digest stays.
Nothing here has a foreign key to another room: the trail outlives what it speaks of.
"""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One thing done: who, when, what verb, on which row; chained by digest within its tenant."""

    tenant_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_id = models.CharField(max_length=80)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant_id", "number"], name="trail_one_place_per_entry")]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="trail_subject")]
        ordering = ["tenant_id", "number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject_kind} {self.subject_id}"


class Payload(models.Model):
    """The facts of an entry, with the actor's label. `body` is canonical JSON text, as it was digested."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    body = models.TextField()

    def __str__(self) -> str:
        return self.body
