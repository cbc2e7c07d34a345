"""How a handed-in version is known: its hash, and the code on its receipt."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lantoa.trail.rules import canonical, sha256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters that nobody mistakes for one another, read over the telephone."""
_LENGTH = 10


def content_hash(
    *,
    nil: bool,
    period: tuple[date, date],
    sections: Iterable[tuple[str, str]],
    figures: Iterable[tuple[str, Decimal, str, str]],
) -> str:
    """SHA-256 (hex) of what a report says: sections as (key, text), figures as (key, value, unit, qualifier)."""
    said = {
        "nil": nil,
        "period": list(period),
        "sections": [list(section) for section in sorted(sections)],
        "figures": [[key, exact(value), unit, qualifier] for key, value, unit, qualifier in sorted(figures)],
    }
    return sha256(canonical(said))


def exact(value: Decimal) -> str:
    """A Decimal as text without idle zeros: 118.0000 and 118 are the same figure."""
    return f"{value.normalize():f}"


def receipt_code(report: uuid.UUID, submission_key: str) -> str:
    """The short code on a receipt: "BC-7F2K9-Q4M1X". The same hand-in always has the same code."""
    number = int.from_bytes(hashlib.sha256(f"{report}/{submission_key}".encode()).digest()[:8], "big")
    letters = "".join(_ALPHABET[number >> (5 * place) & 31] for place in range(_LENGTH))
    return f"BC-{letters[:5]}-{letters[5:]}"
