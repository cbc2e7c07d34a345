"""What became of a body by a day, step by step, as far as sources say: worth proposing, never applied by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from lantoa.agencies.units import KnownStep, Unit, known_steps, merged, successor_of
from lantoa.viet.bodies import canonical

DISTRICT = re.compile(r"\b(?:huyen|thi xa)\b|\buy ban nhan dan quan\b")
"""Names of bodies and groups of the district level, as keys."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a body's fate: `heir` is a name, empty when it ended without one. See successions.toml."""

    heir: str
    kind: str
    on: date
    source: str
    function: str = ""
    day_sure: bool = True
    name_sure: bool = True


Chain = tuple[Step, ...]


def chains(name: str, unit: Unit, on: date, *, district: bool = False) -> list[Chain]:
    """The ways on which a body of a province came to its heirs by a day, the likeliest first; none while it stands.

    A body split by function has several; a body merged twice has one of two steps.
    """
    district = district or bool(DISTRICT.search(canonical(name)))
    found: list[Chain] = []
    for step, after in _steps(name, unit, on, district):
        further = chains(step.heir, after, on) if step.heir else []
        found += [(step, *chain) for chain in further] or [(step,)]
    return found


def _steps(name: str, unit: Unit, on: date, district: bool) -> Iterator[tuple[Step, Unit]]:
    body = bare(name, unit)
    fitting = [(known, day) for known in known_steps() if (day := _day(known, unit)) and day <= on]
    fitting = [(known, day) for known, day in fitting if _fits(known, canonical(body), unit, district)]
    fitting = [pair for pair in fitting if pair[0].province] or fitting
    for known, day in [pair for pair in fitting if not pair[0].body.endswith("*")] or fitting:
        after = _as_of(unit, day) if "{" in known.heir else unit
        heir = _heir(known, body, _named_on(after, on))
        yield Step(heir, known.kind, day, known.source, known.function, known.day_sure, known.name_sure), after


def _fits(known: KnownStep, key: str, unit: Unit, district: bool) -> bool:
    if known.province not in ("", unit.name):
        return False
    if district or known.body == "district":
        return district and known.body == "district"
    if known.body.endswith("*"):
        after = successor_of(unit)
        return key.startswith(canonical(known.body[:-1]) + " ") and not (after and canonical(after.name) in key)
    return key == canonical(known.body)


def _day(known: KnownStep, unit: Unit) -> date | None:
    if known.merges:
        return unit.until if merged(unit) else None
    return known.on


def _as_of(unit: Unit, day: date) -> Unit:
    """The unit that the territory belonged to on a day."""
    while unit.until and unit.until <= day and (after := successor_of(unit)):
        unit = after
    return unit


def _named_on(unit: Unit, day: date) -> Unit:
    """The unit as it was called later, when only its rank changed."""
    while unit.until and unit.until <= day and not merged(unit) and (after := successor_of(unit)):
        unit = after
    return unit


def _heir(known: KnownStep, body: str, unit: Unit) -> str:
    party = "Thành ủy" if unit.is_city else "Tỉnh ủy"
    return known.heir.format(unit=unit.name, place=unit.place, party=party, body=body)


def bare(name: str, unit: Unit) -> str:
    """A body's name without its province: "UBND tỉnh" and "UBND tỉnh Sóc Trăng" give "UBND"."""
    place = re.escape(normalize("NFC", unit.place))
    ends = rf"\s+(?:(?:(?:tỉnh|thành)(?: ủy| phố)?|tp\.?)(?:\s+{place})?|{place})$"
    return re.sub(ends, "", normalize("NFC", name).strip(), flags=re.IGNORECASE)
