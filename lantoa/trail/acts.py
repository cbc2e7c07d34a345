"""Writing the trail, and the one erasure it allows."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from lantoa.refusals import Refusal, marked
from lantoa.trail.actors import Actor, Subject, kind_of
from lantoa.trail.models import Entry, Payload
from lantoa.trail.rules import FIRST, canonical, entry_digest, sha256

REASONLESS = marked("Hãy ghi lý do xóa nội dung này khỏi nhật ký.")
ERASED = marked("Nội dung này đã được xóa khỏi nhật ký từ trước.")


def record(verb: str, subject: Subject, *, by: Actor, at: datetime, **facts: object) -> Entry:
    """Append one entry to the chain of the subject's tenant, inside the act's own transaction.

    `facts` may hold texts, numbers, dates, UUIDs, lists and dicts of them; Decimals are kept as text.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a trail entry belongs to the transaction of its act")
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone says nothing")
    body = canonical({**facts, "actor": by.actor_label})
    tenant_id = subject.tenant_id
    last = _last_of(tenant_id)
    number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
    chained: dict[str, Any] = {
        "tenant_id": tenant_id,
        "number": number,
        "at": at,
        "actor_id": by.actor_id,
        "verb": verb,
        "subject_kind": kind_of(subject),
        "subject_id": str(subject.pk),
        "payload_digest": sha256(body),
        "previous": previous,
    }
    entry = Entry.objects.create(**chained, digest=entry_digest(**chained))
    Payload.objects.create(entry=entry, body=body)
    return entry


def _last_of(tenant_id: uuid.UUID) -> Entry | None:
    """Return the newest entry of a tenant, holding the chain until the transaction ends.

    SQLite holds the whole database (IMMEDIATE); PostgreSQL takes a lock of the tenant's own.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [tenant_id.int % 2**63])
    return Entry.objects.filter(tenant_id=tenant_id).order_by("-number").first()


@transaction.atomic
def erase_payload(*, entry: Entry, by: Actor, at: datetime, reason: str) -> Entry:
    """Erase what an entry said of a person; its digest stays, and the erasure is itself an entry.

    Refuses a blank reason and a second erasure.
    """
    if not reason.strip():
        raise Refusal("reasonless", REASONLESS, field="reason")
    if not Payload.objects.filter(entry=entry).exists():
        raise Refusal("erased_already", ERASED)
    Payload.objects.filter(entry=entry).delete()
    return record("payload_erased", entry, by=by, at=at, reason=reason)
