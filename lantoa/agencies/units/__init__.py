"""What is publicly known of provinces and bodies over time: dated facts with their sources, no province's own rows.

`provinces.toml` holds the provinces with their codes; `successions.toml` what became of kinds of bodies. Nothing here
is applied by itself: an act enters the provinces, and a person chooses among the heirs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from lantoa.viet.bodies import canonical

SCHEME = "mã đơn vị hành chính"
"""The scheme of the codes: the official codes of administrative units."""
RANKS = ("tỉnh ", "thành phố ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A province or centrally-run city, from `since` (included; None: since before) to `until` (not included; None: it
    still stands). On `until` it became `into`, by a resolution.
    """

    name: str
    code: str = ""
    since: date | None = None
    until: date | None = None
    into: str = ""
    by: str = ""

    @property
    def place(self) -> str:
        """Its name without its rank: "Sóc Trăng"."""
        return next((self.name.removeprefix(rank) for rank in RANKS if self.name.startswith(rank)), self.name)

    @property
    def is_city(self) -> bool:
        return self.name.startswith(RANKS[1])

    def stands_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class KnownStep:
    """What became of a kind of body. Words of successions.toml; `heir` is empty when it ended without one.

    `merges`: it happened when its province merged, on that day. `day_sure` and `name_sure` are False where each
    province decided for itself, so that a person must look.
    """

    body: str
    kind: str
    source: str
    heir: str = ""
    function: str = ""
    on: date | None = None
    province: str = ""
    merges: bool = False
    day_sure: bool = True
    name_sure: bool = True


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("lantoa.agencies.units").joinpath(name).read_text(encoding="utf-8"))


@cache
def units() -> tuple[Unit, ...]:
    """Every unit, by code, the older first."""
    return tuple(Unit(**row) for row in _data("provinces.toml")["unit"])


@cache
def source() -> str:
    """Where the units are known from."""
    return str(_data("provinces.toml")["source"])


@cache
def known_steps() -> tuple[KnownStep, ...]:
    """Every known step, in the order in which heirs are offered."""
    return tuple(KnownStep(**row) for row in _data("successions.toml")["step"])


def keys_of(text: str) -> tuple[str, ...]:
    """The keys under which a unit of this name is found: as written, else with either rank before it."""
    key = canonical(text)
    return (key, *(canonical(rank + text) for rank in RANKS))


def unit_named(text: str, on: date) -> Unit | None:
    """The one unit of this name, with or without its rank, that stood on a day."""
    named = [unit for unit in units() if unit.stands_on(on) and canonical(unit.name) in keys_of(text)]
    return named[0] if len(named) == 1 else None


def successor_of(unit: Unit) -> Unit | None:
    """The unit that followed; None while it stands."""
    return next((one for one in units() if unit.until and one.name == unit.into and one.since == unit.until), None)


def merged(unit: Unit) -> bool:
    """True when it ended by becoming one with others; False while it stands, or when only its rank changed."""
    return unit.until is not None and len(list(_becoming(units(), unit.into, unit.until))) > 1


def _becoming(known: Iterable[Unit], into: str, on: date) -> Iterable[Unit]:
    return (unit for unit in known if unit.into == into and unit.until == on)
