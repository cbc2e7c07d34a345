"""The data files of this room: the standard indicators, and the pillars of the programme's subject."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class StandardIndicator:
    """One entry of indicators.toml."""

    code: str
    group: str
    name: str
    unit: str
    over_agencies: str = "sum"
    over_periods: str = "sum"
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class StandardPillar:
    """One entry of pillars.toml."""

    code: str
    name: str


def _data(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files("lantoa.plans").joinpath(name).read_text(encoding="utf-8"))


@cache
def standard_indicators() -> tuple[StandardIndicator, ...]:
    """The standard indicators, in the order in which reports show them."""
    return tuple(StandardIndicator(**entry) for entry in _data("indicators.toml")["indicator"])


@cache
def standard_pillars() -> tuple[StandardPillar, ...]:
    """The pillars in their usual order."""
    return tuple(StandardPillar(**entry) for entry in _data("pillars.toml")["pillar"])
