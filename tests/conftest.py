"""What every test may ask for."""

from __future__ import annotations

pytest_plugins = [
    "tests.universe.agencies",
    "tests.universe.plans",
    "tests.universe.activities",
    "tests.universe.rounds",
]
