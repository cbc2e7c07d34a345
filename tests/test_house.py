"""The house, where the import linter does not see: foreign keys, acts, clocks, names of files."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from lantoa.refusals import Refusal

LANTOA = Path(__file__).resolve().parent.parent / "lantoa"
FLOORS = [
    "tenants", "trail", "files", "agencies", "approvals", "documents", "plans", "materials", "channels", "activities",
    "rounds", "reports",
]  # fmt: skip
DOORS = {"desk", "portal", "commands", "cli", "site", "web"}
LIBRARY_APPS = {"auth", "contenttypes", "sessions", "messages", "staticfiles"}


def sources(*, below_doors: bool = False) -> Iterator[Path]:
    for path in sorted(LANTOA.rglob("*.py")):
        room = path.relative_to(LANTOA).parts[0].removesuffix(".py")
        if "migrations" not in path.parts and not (below_doors and room in DOORS):
            yield path


def test_rooms_are_the_settled_ones() -> None:
    assert settings.ROOMS == FLOORS


@pytest.mark.parametrize("room", FLOORS)
def test_every_foreign_key_points_upstream(room: str) -> None:
    for model in apps.get_app_config(room).get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, models.ForeignKey | models.ManyToManyField):
                continue
            target = field.related_model._meta.app_label  # type: ignore[union-attr]
            upstream = FLOORS[: FLOORS.index(room) + 1]
            assert target in LIBRARY_APPS or target in upstream, f"{model.__name__}.{field.name} points to {target}"


@pytest.mark.parametrize("room", FLOORS)
def test_every_row_has_a_tenant_and_a_key_of_its_own(room: str) -> None:
    for model in apps.get_app_config(room).get_models():
        if room in {"trail"} or model.__name__ in {"Tenant", "User"}:
            continue
        assert isinstance(model._meta.pk, models.UUIDField), model
        assert any(field.name == "tenant" for field in model._meta.get_fields()), model


def acts() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every public function of a room's `acts.py`; of a folder `acts/`, those that the folder offers."""
    for room in FLOORS:
        offered = set(getattr(importlib.import_module(f"lantoa.{room}.acts"), "__all__", ())) if has_acts(room) else ()
        for path in [LANTOA / room / "acts.py", *sorted((LANTOA / room / "acts").glob("*.py"))]:
            nodes = ast.parse(path.read_text()).body if path.exists() else []
            functions = [node for node in nodes if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
            for node in functions:
                if node.name in offered or (path.name == "acts.py" and node.name != "record"):
                    yield f"{room}.{node.name}", node


def has_acts(room: str) -> bool:
    return (LANTOA / room / "acts.py").exists() or (LANTOA / room / "acts" / "__init__.py").exists()


ACTS = dict(acts())


@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_is_keyword_only_atomic_signed_and_dated(name: str) -> None:
    node = ACTS[name]
    assert not node.args.args + node.args.posonlyargs, "keyword-only"
    given = {argument.arg for argument in node.args.kwonlyargs}
    assert {"by", "at"} <= given, "says who and when"
    assert any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list), "atomic"


@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_leaves_a_trail_entry(name: str) -> None:
    """Itself, or through what it calls in its own file or in another act."""
    room, act = name.split(".")
    modules = [LANTOA / room / "acts.py", *(LANTOA / room / "acts").glob("*.py")]
    calls: dict[str, set[str]] = {}
    for path in (path for path in modules if path.exists()):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                calls[node.name] = {
                    call.func.id if isinstance(call.func, ast.Name) else call.func.attr
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute)
                }
    everywhere = {key.split(".")[1] for key in ACTS if not key.startswith(f"{room}.")}
    reached, edge = {act}, {act}
    while edge:
        edge = {called for caller in edge for called in calls.get(caller, set())} - reached
        reached |= edge
    assert "record" in reached or reached & everywhere


def test_there_is_no_clock_below_the_doors() -> None:
    clock = re.compile(r"\b(timezone\.now|datetime\.now|datetime\.utcnow|date\.today|localdate|time\.time)\(")
    late = [str(path) for path in sources(below_doors=True) if clock.search(path.read_text())]
    assert late == []


def test_no_model_asks_the_clock() -> None:
    for model in apps.get_models():
        if model._meta.app_label in FLOORS:
            for field in model._meta.get_fields():
                assert not getattr(field, "auto_now", False), f"{model}.{field}"
                assert not getattr(field, "auto_now_add", False), f"{model}.{field}"


def test_there_are_no_drawers() -> None:
    drawers = {"utils", "helpers", "common", "core", "base", "misc"}
    assert [str(path) for path in LANTOA.rglob("*") if path.stem in drawers] == []


def test_there_are_no_signals() -> None:
    assert [str(p) for p in sources() if "django.dispatch" in p.read_text() or "models.signals" in p.read_text()] == []


def test_no_file_is_over_four_hundred_lines() -> None:
    long = {str(path): count for path in sources() if (count := len(path.read_text().splitlines())) > 400}
    assert long == {}


def test_rooms_have_no_pages() -> None:
    for room in FLOORS:
        found = [
            p.name for p in (LANTOA / room).rglob("*") if p.name in {"views.py", "urls.py", "templates", "signals.py"}
        ]
        assert found == [], room


def test_a_refusal_fills_its_sentence() -> None:
    refusal = Refusal("late", "Đã quá hạn %(day)s.", day="10/12")
    assert str(refusal) == "Đã quá hạn 10/12."
    assert inspect.signature(Refusal.__init__).parameters["code"].default is inspect.Parameter.empty
