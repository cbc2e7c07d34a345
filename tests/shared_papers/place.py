"""Where the shared papers are, and the scorer that lies beside them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.needs import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[2]
shared = [pytest.mark.shared, needs_shared]


def scorer() -> ModuleType:
    """score_reader.py as a module."""
    spec = importlib.util.spec_from_file_location("score_reader", SHARED / "score_reader.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seed(name: str) -> tuple[str, dict[str, Any]]:
    """The text of a seed plan and its labels."""
    folder = SHARED / "seeds"
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))


def points(text: str, gold: dict[str, Any]) -> float:
    """The scorer's mean of parts for what the reader makes of `text`."""
    from lantoa.reading import read_plan, to_json

    module = scorer()
    parts = module.score(to_json(read_plan(text.encode("utf-8"), "seed.txt")), gold)
    return float(module.mean(list(parts.values())))
