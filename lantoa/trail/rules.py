"""How an entry is digested."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

FIRST = "0" * 64
"""What the first entry of a tenant names as the digest before it."""


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | uuid.UUID | Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot stand in a trail entry")


def canonical(facts: Mapping[str, object] | list[object]) -> str:
    """Return JSON text that is the same for the same facts: sorted keys, no spaces, UTC instants."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def sha256(text: str) -> str:
    """Return the hex digest of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def entry_digest(
    *,
    tenant_id: uuid.UUID,
    number: int,
    at: datetime,
    actor_id: str,
    verb: str,
    subject_kind: str,
    subject_id: str,
    payload_digest: str,
    previous: str,
) -> str:
    """Return the digest that chains an entry to the one before it."""
    facts = [str(tenant_id), number, at, actor_id, verb, subject_kind, subject_id, payload_digest, previous]
    return sha256(canonical(facts))
