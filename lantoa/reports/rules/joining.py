"""Parts become a whole: arithmetic alone, no database. The result never depends on the order in which parts come.

An event that two agencies report counts once. It stays with the agency whose own activity is the principal one; when
that agency's report is not among the parts, with the first by `order` of those that report it. The others keep their
figure and show what was left out of it, and why.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from lantoa.plans.models.measures import Joining
from lantoa.reports.rules.qualifiers import joined_qualifier

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Edge:
    """What one event gave to a part. `principal`: the part's own activity is the one that others point to."""

    event: Hashable
    value: Decimal
    principal: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One agency's figure as handed in. `order` ranks agencies for ties and is unique to the agency."""

    key: UUID | str
    order: tuple[str, str]
    value: Decimal
    qualifier: str
    at: datetime
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What a part gives to the whole (`value`), or what was left out of it because `double_of` holds the same event."""

    part: Part
    value: Decimal
    left_out: Decimal = ZERO
    double_of: Part | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """The joined figure: `value` is the sum of the shares' values."""

    value: Decimal
    qualifier: str
    shares: tuple[Share, ...]


def joined(rule: str, parts: Iterable[Part]) -> Whole | None:
    """Join parts by an indicator's rule over agencies; None when there is nothing to join or the rule joins nothing."""
    ranked = sorted({part.key: part for part in parts}.values(), key=lambda part: part.order)
    if not ranked or rule == Joining.NONE:
        return None
    if rule == Joining.SUM:
        return _summed(ranked)
    if rule == Joining.LARGEST:
        return _chosen(ranked, max(ranked, key=lambda part: part.value))
    return _chosen(ranked, max(ranked, key=lambda part: part.at))


def _chosen(ranked: list[Part], chosen: Part) -> Whole:
    """The whole is one of its parts; the others give nothing."""
    shares = tuple(Share(part, part.value if part is chosen else ZERO) for part in ranked)
    return Whole(chosen.value, chosen.qualifier, shares)


def _summed(ranked: list[Part]) -> Whole:
    holders = _holders(ranked)
    shares = tuple(share for part in ranked for share in _shares(part, holders))
    counted = [share for share in shares if share.double_of is None]
    qualifier = joined_qualifier(share.part.qualifier for share in counted if share.value)
    return Whole(sum((share.value for share in counted), ZERO), qualifier, shares)


def _holders(ranked: list[Part]) -> dict[Hashable, Part]:
    """With which part each event is counted."""
    holders: dict[Hashable, Part] = {}
    for principal in (True, False):
        for part in ranked:
            for edge in part.edges:
                if edge.principal is principal:
                    holders.setdefault(edge.event, part)
    return holders


def _shares(part: Part, holders: dict[Hashable, Part]) -> list[Share]:
    """First what the part gives, then what was left out, one share for each part that holds the same events.

    Never more is left out than the part says: whoever already took a double off by hand is not charged again.
    """
    doubled: dict[Hashable, Decimal] = {}
    held_in: dict[Hashable, Part] = {}
    for edge in part.edges:
        holder = holders[edge.event]
        if holder is not part:
            doubled[holder.key] = doubled.get(holder.key, ZERO) + edge.value
            held_in[holder.key] = holder
    rest, doubles = part.value, []
    for holder in sorted(held_in.values(), key=lambda holder: holder.order):
        left_out = min(doubled[holder.key], rest)
        rest -= left_out
        if left_out:
            doubles.append(Share(part, ZERO, left_out, holder))
    return [Share(part, rest), *doubles]
