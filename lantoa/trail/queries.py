"""Reading the trail."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from lantoa.trail.actors import Subject, kind_of
from lantoa.trail.models import Entry
from lantoa.trail.rules import FIRST, entry_digest, sha256


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold. `fault`: neighbour, entry, payload or payload_missing."""

    tenant_id: uuid.UUID
    number: int
    fault: str


def history(subject: Subject) -> QuerySet[Entry]:
    """Everything done to one row, oldest first."""
    return (
        Entry.objects.filter(tenant_id=subject.tenant_id, subject_kind=kind_of(subject), subject_id=str(subject.pk))
        .select_related("payload")
        .order_by("number")
    )


def entries_of(tenant_id: uuid.UUID) -> QuerySet[Entry]:
    """Everything done in a tenant, newest first."""
    return Entry.objects.filter(tenant_id=tenant_id).select_related("payload").order_by("-number")


def facts(entry: Entry) -> dict[str, object]:
    """What an entry says; empty when it was erased."""
    payload = getattr(entry, "payload", None)
    return dict(json.loads(payload.body)) if payload else {}


def head(tenant_id: uuid.UUID) -> str:
    """The digest of a tenant's newest entry: printed in exports, it shows later whether the tail was cut."""
    newest = entries_of(tenant_id).first()
    return newest.digest if newest else FIRST


def holds(tenant_id: uuid.UUID, printed: str) -> bool:
    """True when the trail still holds the head `printed` earlier; False when its tail was cut or rewritten."""
    return printed == FIRST or Entry.objects.filter(tenant_id=tenant_id, digest=printed).exists()


def breaks(tenant_id: uuid.UUID) -> Iterator[Break]:
    """Walk a tenant's chain; yield every entry that was changed, moved, lost its neighbour or lost what it says."""
    number, previous = 1, FIRST
    erased = _erased(tenant_id)
    entries = Entry.objects.filter(tenant_id=tenant_id).order_by("number").select_related("payload")
    for entry in entries.iterator(chunk_size=2000):
        if entry.number != number or entry.previous != previous:
            yield Break(tenant_id, entry.number, "neighbour")
        if entry.digest != _digest_of(entry):
            yield Break(tenant_id, entry.number, "entry")
        payload = getattr(entry, "payload", None)
        if payload is None and str(entry.pk) not in erased:
            yield Break(tenant_id, entry.number, "payload_missing")
        if payload is not None and sha256(payload.body) != entry.payload_digest:
            yield Break(tenant_id, entry.number, "payload")
        number, previous = entry.number + 1, entry.digest


def _erased(tenant_id: uuid.UUID) -> set[str]:
    """The keys of the entries whose payload was erased by the act."""
    erasures = Entry.objects.filter(tenant_id=tenant_id, verb="payload_erased", subject_kind=kind_of(Entry))
    return set(erasures.values_list("subject_id", flat=True))


def _digest_of(entry: Entry) -> str:
    return entry_digest(
        tenant_id=entry.tenant_id,
        number=entry.number,
        at=entry.at,
        actor_id=entry.actor_id,
        verb=entry.verb,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        payload_digest=entry.payload_digest,
        previous=entry.previous,
    )
