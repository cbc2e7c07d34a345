"""How a row remembers where its values were read, and how long they may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from lantoa.papers.tree import NOWHERE, Span
from lantoa.reading.draft import Body, Read

SURE = 0.7
"""Below this a person is asked to look (see `lantoa.reading.draft.Read`)."""


def trace(read: Read[Any]) -> list[float] | None:
    """[start, end, sure] of a value that was read; None for one that was not."""
    if read.value is None or read.span == NOWHERE:
        return None
    return [read.span.start, read.span.end, round(read.sure, 3)]


def traces(**reads: Read[Any]) -> dict[str, list[float]]:
    """The traces of a row's fields; those not read are left out."""
    return {name: found for name, read in reads.items() if (found := trace(read)) is not None}


def in_order(start: Read[date], end: Read[date]) -> dict[str, date | None]:
    """First and last day of a row; days that contradict each other are left to a person, who still has the words."""
    if start.value and end.value and start.value > end.value:
        return {"starts_on": None, "ends_on": None}
    return {"starts_on": start.value, "ends_on": end.value}


def across(bodies: tuple[Body, ...]) -> Read[str]:
    """A list of bodies as one value: their names, from the first to the last, as sure as the least sure of them."""
    if not bodies:
        return Read(None)
    span = Span(min(b.name.span.start for b in bodies), max(b.name.span.end for b in bodies))
    return Read("; ".join(b.name.value or "" for b in bodies), span, min(b.name.sure for b in bodies))


def fitted(row: models.Model) -> None:
    """Cut every short text of a row to the length its column takes, so that no paper can break the intake."""
    for field in row._meta.concrete_fields:
        if isinstance(field, models.CharField) and field.max_length is not None:
            value = getattr(row, field.attname)
            if isinstance(value, str) and len(value) > field.max_length:
                setattr(row, field.attname, value[: field.max_length])
