"""The register of legal documents: dated facts with their sources, kept in documents.json.

Each row: number, date (null when no source gives it), issuer, title, valid_from, valid_to, replaced_by, source. What no
source says is null; nothing is claimed of a document that is not here.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lantoa.viet.letters import fold


@dataclass(frozen=True, slots=True)
class Known:
    """A document of the register."""

    number: str
    date: datetime.date | None
    issuer: str
    title: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    replaced_by: str | None
    source: str


@cache
def register() -> dict[str, Known]:
    """The documents by their number, folded (case does not count)."""
    rows = json.loads((Path(__file__).parent / "documents.json").read_text(encoding="utf-8"))
    return {key(row["number"]): _known(row) for row in rows}


def key(number: str) -> str:
    return fold("".join(number.split()))


def look_up(number: str) -> Known | None:
    return register().get(key(number))


def _known(row: dict[str, str | None]) -> Known:
    return Known(
        number=row["number"] or "",
        date=_day(row["date"]),
        issuer=row["issuer"] or "",
        title=row["title"] or "",
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        replaced_by=row["replaced_by"],
        source=row["source"] or "",
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
